# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a text report is made of: sections that the terminal and Markdown both render."""

from dataclasses import dataclass
from typing import TypeAlias

from ayni.assessment import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; a verdict gives it shape, word and colour."""

    text: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns; ``numeric`` columns are set flush right, those in ``whole`` are not broken over lines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Short lines."""

    lines: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Lines in an order that matters, each with a note under it."""

    lines: tuple[tuple[Cell, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Lines in no order, each with a note under it: what a table would break into pieces on a narrow screen."""

    lines: tuple[tuple[Cell, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph; ``strong`` for the one that matters most."""

    text: str
    strong: bool = False


Block: TypeAlias = Table | Bullets | Numbered | Entries | Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def cells(*parts: str | Cell) -> tuple[Cell, ...]:
    """A row from texts and cells."""
    return tuple(part if isinstance(part, Cell) else Cell(text=part) for part in parts)
