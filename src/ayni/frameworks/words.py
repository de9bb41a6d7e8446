# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of packs, by language. Looking one up never fails: what is missing shows as its own key."""

from collections.abc import Mapping
from typing import TypeAlias

from ayni.frameworks.pack import Language

Path: TypeAlias = tuple[str, ...]
FALLBACK = Language("en")


class Words:
    """All texts of one pack. A path is, for example, ``("STR-01", "questions", "str-01-instrument")``."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[Language, Mapping[Path, str]]) -> None:
        self._texts = texts

    def languages(self) -> tuple[Language, ...]:
        """The languages that have any text, sorted."""
        return tuple(sorted(self._texts))

    def paths(self, language: Language) -> frozenset[Path]:
        """Every path that has a text in the language."""
        return frozenset(self._texts.get(language, {}))

    def say(self, language: Language, *path: str) -> str:
        """The text; in English where the language lacks it, and the last key of the path where English does too."""
        for wanted in (language, FALLBACK):
            text = self._texts.get(wanted, {}).get(path)
            if text is not None:
                return text
        return path[-1]

    def has(self, language: Language, *path: str) -> bool:
        """Whether the language has a text of its own there."""
        return path in self._texts.get(language, {})


def flatten(plain: object, path: Path = ()) -> dict[Path, str]:
    """Nested mappings of texts as one mapping from path to text."""
    if isinstance(plain, Mapping):
        flat: dict[Path, str] = {}
        for key, value in plain.items():
            flat.update(flatten(value, (*path, str(key))))
        return flat
    return {path: str(plain)}
