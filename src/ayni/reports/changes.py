# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two assessments, as sections."""

from collections import Counter

from ayni.assessment import Assessment, Change, Difference, Verdict
from ayni.reports.outline import verdict_cell
from ayni.reports.sections import Block, Bullets, Cell, Prose, Section, Table
from ayni.reports.voice import Voice


def changes(difference: Difference, voice: Voice) -> tuple[Section, ...]:
    """The office's changes one by one, those of the repositories counted by criterion."""
    blocks: list[Block] = [Prose(text=_phases(difference, voice), strong=True)]
    if not difference.same_packs:
        blocks.append(Prose(text=voice.say("outline", "changes-packs")))
    if not difference.office and not difference.repositories:
        blocks.append(Prose(text=voice.say("outline", "changes-none")))
    if difference.office:
        blocks.append(_table(difference.office, voice))
    title = voice.say("outline", "changes", day=voice.day(difference.before.day))
    sections = [Section(title=title, blocks=tuple(blocks))]
    if difference.repositories:
        sections.append(
            Section(title=voice.say("outline", "repositories"), blocks=(_summary(difference.repositories, voice),))
        )
    for key, names in (("appeared", difference.appeared), ("vanished", difference.vanished)):
        if names:
            lines = tuple(Cell(text=name) for name in names)
            sections.append(Section(title=voice.say("outline", key), blocks=(Bullets(lines=lines),)))
    return tuple(sections)


def _phases(difference: Difference, voice: Voice) -> str:
    def name(assessment: Assessment) -> str:
        return voice.say("outline", "phase-none") if assessment.phase is None else str(assessment.phase)

    return voice.say("outline", "phase-was", before=name(difference.before), after=name(difference.after))


def _table(found: tuple[Change, ...], voice: Voice) -> Table:
    columns = tuple(voice.say("outline", "column", name) for name in ("practice", "title", "before", "after"))
    rows = tuple(
        (Cell(text=c.criterion), Cell(text=voice.title(c.criterion)), _cell(c.before, voice), _cell(c.after, voice))
        for c in found
    )
    return Table(columns=columns, rows=rows)


def _summary(found: tuple[Change, ...], voice: Voice) -> Table:
    """By criterion and direction, with how many repositories and the first few of them."""
    groups = Counter((change.criterion, change.before, change.after) for change in found)
    columns = ("practice", "title", "before", "after", "repository")
    rows = []
    for (criterion, before, after), number in groups.items():
        names = [c.subject for c in found if (c.criterion, c.before, c.after) == (criterion, before, after)]
        shown = ", ".join(names[:3])
        where = f"{shown} {voice.say('outline', 'more', number=number - 3)}" if number > 3 else shown
        title = voice.title(criterion.partition("/")[0])
        rows.append(
            (Cell(text=criterion), Cell(text=title), _cell(before, voice), _cell(after, voice), Cell(text=where))
        )
    return Table(columns=tuple(voice.say("outline", "column", name) for name in columns), rows=tuple(rows))


def _cell(verdict: Verdict | None, voice: Voice) -> Cell:
    return verdict_cell(verdict, voice) if verdict else Cell(text="–")
