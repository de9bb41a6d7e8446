# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The top of the page: what this is, where the office stands, how much could be seen, what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass

from ayni.assessment import Verdict
from ayni.reports.charts import Bar, Caption, bars
from ayni.reports.html.desk import Desk, anchor_of
from ayni.reports.html.practices import tally
from ayni.reports.reasons import reason

_FIRST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One thing to do, with why and what it costs where a roadmap says so."""

    text: str
    practice: str
    anchor: str
    title: str
    effort: str
    because: tuple[str, ...]
    early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The first screen."""

    office: str
    day: str
    standing: tuple[str, ...]
    seen: str
    seen_number: str
    unseen: str
    statements_number: str
    practices_number: str
    verdicts: tuple[tuple[Verdict, int], ...]
    practices: str
    next_steps: tuple[NextStep, ...]
    all_steps: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A practice that stands in the way of a phase."""

    id: str
    anchor: str
    title: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBlock:
    """One phase: whether it is reached, and what stands in its way that did not stand in an earlier one's."""

    number: int
    anchor: str
    title: str
    summary: str
    reached: bool
    verdicts: tuple[tuple[Verdict, int], ...]
    total: int
    obstacles: tuple[Obstacle, ...]
    earlier: int


def opening(desk: Desk) -> Opening:
    """What the reader sees within five seconds."""
    assessment, voice = desk.assessment, desk.voice
    verdicts = [desk.findings[p.id].verdict for p in desk.library.practices if p.id in desk.findings]
    hidden = len(assessment.repositories) - assessment.repositories_seen
    of = voice.count(len(assessment.repositories), "count", "repository")
    steps = desk.report.roadmap.steps if desk.report.roadmap else ()
    return Opening(
        office=office_name(desk),
        day=voice.day(assessment.day),
        standing=tuple(standing(desk)),
        seen=voice.say("seen", "repositories", seen=voice.number(assessment.repositories_seen), of=of),
        seen_number=f"{voice.number(assessment.repositories_seen)} / {voice.number(len(assessment.repositories))}",
        unseen=voice.count(hidden, "html", "not-seen") if hidden else "",
        statements_number=voice.number(assessment.statements),
        practices_number=voice.number(len(verdicts)),
        verdicts=tally(verdicts),
        practices=voice.count(len(verdicts), "count", "practice"),
        next_steps=tuple(_planned(desk) if steps else _first_steps(desk)),
        all_steps=voice.count(len(steps), "count", "step") if steps else "",
        nothing="" if assessment.statements else voice.say("seen", "nothing"),
    )


def office_name(desk: Desk) -> str:
    """The office's title, or its id."""
    return desk.assessment.title or desk.assessment.office.id


def standing(desk: Desk) -> Iterator[str]:
    """The phase reached and how far the next one is."""
    voice, phases = desk.voice, desk.assessment.phases
    reached = desk.assessment.phase
    ahead = next((result for result in phases if not result.reached), None)
    if not phases:
        return
    if ahead is None:
        yield voice.say("phase", "all-reached")
        return
    if reached is None:
        yield voice.say("phase", "none-reached", phase=ahead.phase, title=phase_title(desk, ahead.phase))
    else:
        yield voice.say("phase", "reached", phase=reached, title=phase_title(desk, reached))
    title = phase_title(desk, ahead.phase)
    yield voice.count(len(ahead.missing), "phase", "missing", phase=ahead.phase, title=title)


def phase_title(desk: Desk, phase: int) -> str:
    """The name of a phase."""
    return desk.voice.practices("phases", str(phase), "title")


def _planned(desk: Desk) -> Iterator[NextStep]:
    voice = desk.voice
    for step in desk.report.roadmap.steps[:_FIRST] if desk.report.roadmap else ():
        yield NextStep(
            text=voice.text(step.practice, "actions", step.action) or step.action,
            practice=step.practice,
            anchor=anchor_of(step.practice),
            title=voice.title(step.practice),
            effort=voice.effort(step.effort),
            because=tuple(voice.count(b.number, "why", b.why.value) for b in step.because),
            early=step.early_result,
        )


def _first_steps(desk: Desk) -> Iterator[NextStep]:
    """Without a roadmap: the first acts on what stands in the way of the next phase."""
    ahead = next((result for result in desk.assessment.phases if not result.reached), None)
    for name in ahead.missing[:_FIRST] if ahead else ():
        yield NextStep(
            text=desk.voice.text(name, "first_step") or desk.voice.title(name),
            practice=name,
            anchor=anchor_of(name),
            title=desk.voice.title(name),
            effort="",
            because=(),
            early=False,
        )


def phase_blocks(desk: Desk) -> tuple[PhaseBlock, ...]:
    """Every phase in order."""
    blocks, named = [], set[str]()
    for result in desk.assessment.phases:
        own = [p for p in desk.library.practices if p.phase == result.phase and p.id in desk.findings]
        new = [name for name in result.missing if name not in named]
        named.update(new)
        blocks.append(
            PhaseBlock(
                number=result.phase,
                anchor=f"phase-{result.phase}",
                title=phase_title(desk, result.phase),
                summary=desk.voice.practices("phases", str(result.phase), "summary"),
                reached=result.reached,
                verdicts=tally(desk.findings[practice.id].verdict for practice in own),
                total=len(own),
                obstacles=tuple(_obstacle(desk, name, result.phase) for name in new),
                earlier=len(result.missing) - len(new),
            )
        )
    return tuple(blocks)


def _obstacle(desk: Desk, name: str, phase: int) -> Obstacle:
    """A practice of an earlier phase is held against its later target."""
    finding, practice = desk.findings[name], desk.library.practice(name)
    later = practice is not None and practice.phase < phase and finding.later is not finding.verdict
    said = reason(finding, desk.voice)
    if later:
        said += " " + desk.voice.say("html", "card", "later", verdict=desk.voice.verdict(finding.later))
    return Obstacle(
        id=name,
        anchor=anchor_of(name),
        title=desk.voice.title(name),
        verdict=finding.later if later else finding.verdict,
        reason=said,
    )


def phase_chart(desk: Desk, blocks: tuple[PhaseBlock, ...]) -> str:
    """How the practices of each phase stand."""
    voice = desk.voice
    rows = [
        Bar(
            label=voice.say("phase", "label", phase=block.number, title=block.title),
            parts=block.verdicts,
            note=voice.say(
                "html",
                "of-population",
                number=voice.number(dict(block.verdicts).get(Verdict.MET, 0)),
                of=voice.number(block.total),
            ),
        )
        for block in blocks
    ]
    caption = Caption(
        id="chart-phases",
        title=voice.say("html", "chart-phases", "title"),
        description=voice.say("html", "chart-phases", "description"),
    )
    return bars(rows, caption)
