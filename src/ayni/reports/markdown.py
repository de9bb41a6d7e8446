# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections as Markdown (CommonMark with tables)."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ayni.reports.sections import Block, Bullets, Entries, Numbered, Prose, Section, Table

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~"} | {"\n": " ", "\r": " "})


def render_markdown(sections: Iterable[Section]) -> str:
    """A document; the first section's heading is its title."""
    lines: list[str] = []
    for number, section in enumerate(sections):
        lines += [f"{'#' if number == 0 else '##'} {_safe(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield f"**{_safe(block.text)}**" if block.strong else _safe(block.text)
        case Bullets():
            yield from (f"- {_safe(line.text)}" for line in block.lines)
        case Numbered():
            for number, (line, note) in enumerate(block.lines, start=1):
                yield f"{number}. {_safe(line.text)}"
                yield f"   {_safe(note)}"
        case Entries():
            for line, note in block.lines:
                yield f"- {_safe(line.text)}"
                yield f"  {_safe(note)}"
        case Table():
            yield _row(block.columns)
            yield _row("--:" if index in block.numeric else "---" for index in range(len(block.columns)))
            yield from (_row(_safe(cell.text) for cell in row) for row in block.rows)
        case _:
            assert_never(block)


def _row(parts: Iterable[str]) -> str:
    return f"| {' | '.join(parts)} |"


def _safe(text: str) -> str:
    """What repositories and people wrote must not become markup."""
    return text.translate(_SPECIAL)
