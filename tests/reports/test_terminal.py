# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections on a terminal of 80 columns and in Markdown: nothing is lost, and no word is broken that fits a line."""

from io import StringIO

from rich.console import Console

from ayni.reports.markdown import render_markdown
from ayni.reports.sections import Bullets, Cell, Entries, Section
from ayni.reports.terminal import print_sections

_ADDRESS = "https://example.org/" + "a-long-name-without-a-space-" * 4
_ENTRIES = Section(title="Evidence", blocks=(Entries(lines=((Cell(text="readme-file = README.md"), _ADDRESS),)),))


def _printed(section: Section) -> list[str]:
    console = Console(file=StringIO(), width=80, markup=False, highlight=False)
    print_sections(console, [section])
    return [line.rstrip() for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


def test_an_entry_keeps_its_value_whole_and_folds_a_long_address() -> None:
    lines = _printed(_ENTRIES)
    assert "  readme-file = README.md" in lines
    note = lines[lines.index("  readme-file = README.md") + 1 :]
    assert all(line.startswith("    ") and len(line) <= 80 for line in note)
    assert "".join(line.strip() for line in note) == _ADDRESS


def test_the_second_line_of_a_bullet_stands_under_the_first() -> None:
    lines = _printed(Section(title="Why", blocks=(Bullets(lines=(Cell(text="word " * 30),)),)))
    assert lines[2].startswith("  • word")
    assert lines[3].startswith("    word")


def test_an_entry_is_one_item_of_a_markdown_list() -> None:
    assert "- readme-file = README.md\n  https://example.org/" in render_markdown([_ENTRIES])
