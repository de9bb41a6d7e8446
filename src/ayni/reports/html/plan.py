# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap on the page: steps in order with their reasons, and a picture of the time they take."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ayni.reports.charts import Caption, Span, timeline
from ayni.reports.html.desk import Desk, anchor_of
from ayni.reports.html.opening import phase_title
from ayni.roadmap import Roadmap, Step

_DRAWN = 24
_OPEN = 12
_ASKED = 6
_MONTHS_BETWEEN_TICKS = (1, 2, 3, 6, 12)
_TICKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of the roadmap."""

    number: int
    anchor: str
    text: str
    practice: str
    practice_anchor: str
    practice_title: str
    phase: int
    effort: str
    members: str
    start: str
    end: str
    because: tuple[str, ...]
    closes: tuple[str, ...]
    after: tuple[tuple[str, int], ...]
    early: bool
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole roadmap. ``first`` is read at once, ``later`` on demand."""

    sentence: str
    ahead: str
    first: tuple[StepRow, ...]
    later: tuple[StepRow, ...]
    later_count: str
    questions: tuple[tuple[str, str], ...]
    more_questions: tuple[tuple[str, str], ...]
    more_questions_count: str
    picture: str


def plan(desk: Desk) -> Plan | None:
    """The roadmap, when the report has one."""
    roadmap = desk.report.roadmap
    if roadmap is None:
        return None
    voice = desk.voice
    rows = tuple(_rows(desk, roadmap))
    questions = tuple((voice.question(name), _asking(desk, name)) for name in roadmap.questions)
    return Plan(
        sentence=voice.say(
            "html",
            "plan",
            "sentence",
            steps=voice.count(len(rows), "count", "step"),
            effort=voice.effort(roadmap.effort),
            end=voice.day(roadmap.end),
        ),
        ahead=voice.say(
            "html",
            "plan",
            "capacity",
            days=voice.count(roadmap.capacity.person_days_per_quarter, "count", "person-day"),
            start=voice.day(roadmap.capacity.start),
            phase=roadmap.capacity.target_phase,
            title=phase_title(desk, roadmap.capacity.target_phase),
        ),
        first=rows[:_OPEN],
        later=rows[_OPEN:],
        later_count=voice.count(len(rows) - _OPEN, "count", "step"),
        questions=questions[:_ASKED],
        more_questions=questions[_ASKED:],
        more_questions_count=voice.count(len(questions) - _ASKED, "count", "question"),
        picture=_picture(desk, roadmap) if roadmap.steps else "",
    )


def _rows(desk: Desk, roadmap: Roadmap) -> Iterator[StepRow]:
    voice = desk.voice
    numbers = {step.action: number for number, step in enumerate(roadmap.steps, 1)}
    for number, step in enumerate(roadmap.steps, 1):
        yield StepRow(
            number=number,
            anchor=f"s{number}",
            text=action_text(desk, step),
            practice=step.practice,
            practice_anchor=anchor_of(step.practice),
            practice_title=voice.title(step.practice),
            phase=step.phase,
            effort=voice.effort(step.effort),
            members=_members(desk, step),
            start=voice.short_day(step.start),
            end=voice.short_day(step.end),
            because=tuple(voice.count(because.number, "why", because.why.value) for because in step.because),
            closes=tuple(voice.question(name) for name in step.closes),
            after=tuple((f"s{numbers[name]}", numbers[name]) for name in step.after if name in numbers),
            early=step.early_result,
            provisional=step.provisional,
        )


def action_text(desk: Desk, step: Step) -> str:
    """What to do."""
    return desk.voice.text(step.practice, "actions", step.action) or step.action


def _members(desk: Desk, step: Step) -> str:
    if not step.members:
        return ""
    finding = desk.findings.get(step.practice)
    counted = finding.counted[0] if finding and finding.counted else None
    if counted is None:
        return desk.voice.number(step.members)
    return desk.voice.count(step.members, "population", counted.tally.population.value, "count")


def _asking(desk: Desk, name: str) -> str:
    """Where a question is asked: the first criterion that asked it; empty where none did."""
    for criterion, finding in desk.findings.items():
        if any(item.id == name for item in finding.asked):
            return anchor_of(criterion)
    return ""


def _picture(desk: Desk, roadmap: Roadmap) -> str:
    steps = roadmap.steps[:_DRAWN]
    spans = [
        Span(
            label=f"{number} · {step.practice}",
            start=step.start,
            end=step.end,
            phase=step.phase,
            title=f"{number}. {action_text(desk, step)}",
        )
        for number, step in enumerate(steps, 1)
    ]
    caption = Caption(
        id="chart-plan",
        title=desk.voice.say("html", "chart-plan", "title", number=desk.voice.number(len(spans))),
        description=desk.voice.say("html", "chart-plan", "description"),
    )
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return timeline(spans, [(day, desk.voice.month(day)) for day in _month_starts(first, last)], caption)


def _month_starts(first: date, last: date) -> list[date]:
    """The first days of some months between two days: at most four, evenly apart."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    every = next((gap for gap in _MONTHS_BETWEEN_TICKS if months / gap <= _TICKS), _MONTHS_BETWEEN_TICKS[-1])
    every = max(every, -(-months // _TICKS))
    found = []
    for offset in range(0, months, every):
        year, month = divmod(first.year * 12 + first.month - 1 + offset, 12)
        day = date(year, month + 1, 1)
        found.append(max(day, first))
    return found
