# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recognize the short licenses where somebody translated them in their own words, by what each has to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ayni.analyzers.licensing.word_lists import pack_file

_FIRST_WORDS = ("permis", "redistribu", "autoris")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What every translation of a license into a language says, in order."""

    id: str
    language: str
    shortest: int
    longest: int
    say: tuple[re.Pattern[str], ...]
    never: re.Pattern[str]


@cache
def translations() -> tuple[Translation, ...]:
    """Return the phrases of the licenses pack."""
    pack = pack_file("phrases.yaml")
    return tuple(
        Translation(
            id=entry["id"],
            language=entry["language"],
            shortest=entry["words"][0],
            longest=entry["words"][1],
            say=tuple(re.compile(rf"\b(?:{phrase})\b") for phrase in entry["say"]),
            never=re.compile("|".join(rf"\b(?:{phrase})" for phrase in [*pack["never"], *entry.get("never", [])])),
        )
        for entry in pack["phrases"]
    )


def translated(words: Sequence[str]) -> Translation | None:
    """Return the license that a whole text translates; None when it says less, or more, or something else."""
    if not 100 <= len(words) <= 400:
        return None
    text = " ".join(words)
    if not any(first in text for first in _FIRST_WORDS):
        return None
    return next((each for each in translations() if _says(text, len(words), each)), None)


def _says(text: str, length: int, translation: Translation) -> bool:
    if not translation.shortest <= length <= translation.longest or translation.never.search(text):
        return False
    place = 0
    for phrase in translation.say:
        found = phrase.search(text, place)
        if found is None:
            return False
        place = found.end()
    return True
