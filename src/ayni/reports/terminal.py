# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections on a terminal, by rich. What others wrote is shown as text, never as markup or control codes."""

import unicodedata
from collections.abc import Iterable
from typing import assert_never

from rich.console import Console, Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from ayni.assessment import Verdict
from ayni.reports.sections import Block, Bullets, Cell, Entries, Numbered, Prose, Section, Table

_STYLES = {
    Verdict.MET: "green",
    Verdict.PARTLY: "yellow",
    Verdict.NOT_MET: "red",
    Verdict.UNKNOWN: "magenta",
    Verdict.NOT_APPLICABLE: "dim",
    Verdict.EXCEPTED: "cyan",
}


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print the sections one after the other."""
    for section in sections:
        console.print()
        console.print(Text(_plain(section.title), style="bold blue"))
        for block in section.blocks:
            console.print(Padding(_block(block), (0, 0, 0, 2)))


def _block(block: Block) -> RenderableType:
    match block:
        case Prose():
            return Text(_plain(block.text), style="bold" if block.strong else "")
        case Bullets():
            return _hanging(block.lines)
        case Numbered():
            return _numbered(block)
        case Entries():
            return _entries(block)
        case Table():
            return _table(block)
        case _:
            assert_never(block)


def _numbered(block: Numbered) -> RichTable:
    table = RichTable(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, show_header=False)
    table.add_column(justify="right", style="dim")
    table.add_column(overflow="fold")
    for number, (line, note) in enumerate(block.lines, start=1):
        table.add_row(f"{number}.", Text.assemble(_cell(line), "\n", (_plain(note), "dim")))
    return table


def _entries(block: Entries) -> Group:
    """Folded, not cut: an address has no spaces to break at."""
    parts: list[RenderableType] = []
    for line, note in block.lines:
        parts.append(_folded(_cell(line)))
        parts.append(Padding(_folded(Text(_plain(note), style="dim")), (0, 0, 0, 2)))
    return Group(*parts)


def _folded(text: Text) -> Text:
    text.overflow = "fold"
    return text


def _hanging(lines: tuple[Cell, ...]) -> RichTable:
    """The second line of a bullet stands under the first, not under its mark."""
    table = RichTable(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, show_header=False)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row("•", _cell(line))
    return table


def _table(block: Table) -> RichTable:
    table = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
    for index, column in enumerate(block.columns):
        justify: JustifyMethod = "right" if index in block.numeric else "left"
        table.add_column(Text(_plain(column)), justify=justify, overflow="fold", no_wrap=index in block.whole)
    for row in block.rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _cell(cell: Cell) -> Text:
    return Text(_plain(cell.text), style=_STYLES[cell.verdict] if cell.verdict else "")


def _plain(text: str) -> str:
    """Without control characters: a file name must not move the cursor."""
    return "".join(mark if _harmless(mark) else "\N{REPLACEMENT CHARACTER}" for mark in text)


def _harmless(mark: str) -> bool:
    """Visible marks, line ends, and the spaces of typography (French sets one before a colon)."""
    return mark.isprintable() or mark == "\n" or unicodedata.category(mark) == "Zs"
