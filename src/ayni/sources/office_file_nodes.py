# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads parts out of an office file that may be misshapen: what is not of the expected shape is passed over.

Misshapes are the schema's affair; here a check sees every part that is well-formed, so that all problems show at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ayni.formats.yaml_positions import Mapping, Node, Scalar, Sequence

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a list, or a section, and its dotted path."""

    key: str
    node: Mapping

    def text(self, name: str) -> Scalar | None:
        """The value under the name where it is a text that says something."""
        value = self.node.get(name)
        return value if isinstance(value, Scalar) and isinstance(value.value, str) and value.text.strip() else None

    def word(self, name: str) -> str:
        """The same text by itself; empty where there is none."""
        value = self.text(name)
        return value.text if value else ""

    def day(self, name: str) -> date | None:
        """The value under the name where it is a date."""
        text = self.word(name)
        try:
            return date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            return None


def section(root: Mapping, name: str) -> Row | None:
    """A part of the file that is a mapping."""
    node = root.get(name)
    return Row(key=name, node=node) if isinstance(node, Mapping) else None


def rows(parent: Mapping, name: str, prefix: str = "") -> list[Row]:
    """The entries of a list that are mappings."""
    node = parent.get(name)
    entries = node.items if isinstance(node, Sequence) else ()
    path = f"{prefix}{name}"
    return [Row(key=f"{path}[{i}]", node=entry) for i, entry in enumerate(entries) if isinstance(entry, Mapping)]


def texts(node: Node | None, key: str) -> Iterator[tuple[str, Scalar]]:
    """The texts of a list, each with its dotted path."""
    for index, item in enumerate(node if isinstance(node, Sequence) else ()):
        if isinstance(item, Scalar) and isinstance(item.value, str):
            yield f"{key}[{index}]", item


def blanks(node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text that is only white space, each with its dotted path."""
    if isinstance(node, Mapping):
        for name in node:
            yield from blanks(node[name], f"{key}.{name}" if key else name)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node):
            yield from blanks(item, f"{key}[{index}]")
    elif isinstance(node.value, str) and node.value and not node.value.strip():
        yield key, node
