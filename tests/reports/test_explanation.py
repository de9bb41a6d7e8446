# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``explain`` says of one criterion: who fails and who meets it, and what would change it."""

from ayni.reports.explanation import explain
from ayni.reports.sections import Bullets, Entries, Numbered, Prose, Section, Table
from ayni.reports.voice import Voice
from fakes.offices import fictional_report, library

VOICE = Voice(library(), "en")


def _explained(name: str) -> tuple[Section, ...]:
    return explain(fictional_report(), library().criteria[name], VOICE)


def _texts(section: Section) -> list[str]:
    found: list[str] = []
    for block in section.blocks:
        match block:
            case Prose():
                found.append(block.text)
            case Bullets():
                found += [line.text for line in block.lines]
            case Numbered() | Entries():
                found += [line.text for line, _ in block.lines]
            case Table():
                found += [" | ".join(cell.text for cell in row) for row in block.rows]
    return found


def _section(name: str, title: str) -> list[str]:
    return next((_texts(s) for s in _explained(name) if s.title == VOICE.say("outline", title)), [])


def test_institutions_that_are_counted_are_named() -> None:
    said = " ".join(_section("CAP-02", "judged"))
    for result in fictional_report().assessment.institutions:
        assert result.title in said
