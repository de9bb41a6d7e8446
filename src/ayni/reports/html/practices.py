# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The practices by function: each with its verdict, the reason, the evidence, and what would change it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ayni.assessment import Asked, Counted, Finding, Verdict
from ayni.frameworks import Criterion, Lens, Practice, Share, asked, shares
from ayni.frameworks.pack import Action, Function
from ayni.probes import Outcome
from ayni.reports.charts import meter
from ayni.reports.html.desk import Desk, anchor_of
from ayni.reports.html.evidence import EvidenceLine, evidence_line
from ayni.reports.html.members import MemberList, practice_lists
from ayni.reports.reasons import reason


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question that was asked, its answer, and the evidence for it."""

    question: str
    outcome: str
    answer: str
    notes: tuple[str, ...]
    evidence: tuple[EvidenceLine, ...]
    contradicts: EvidenceLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBlock:
    """One share that was counted, with the lists behind its figures."""

    population: str
    sentence: str
    targets: str
    meter: str
    asks: tuple[str, ...]
    lists: tuple[MemberList, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One act that would change the verdict, and what it costs."""

    text: str
    effort: str
    each: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A requirement of a framework that the practice gives evidence towards."""

    id: str
    anchor: str
    title: str
    strength: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that the page says of one practice."""

    id: str
    anchor: str
    title: str
    verdict: Verdict
    later: Verdict | None
    reason: str
    why: str
    would_show: str
    facts: tuple[tuple[str, str], ...]
    requires: tuple[tuple[str, str, str], ...]
    """Id, place and title of the practices that come first."""
    counts: tuple[CountBlock, ...]
    answers: tuple[AnswerLine, ...]
    actions: tuple[ActionLine, ...]
    fixes: tuple[str, ...]
    first_step: str
    exception: EvidenceLine | None
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The practices of one phase and lens within a function."""

    anchor: str
    phase: int
    phase_title: str
    lens: str
    lens_title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionGroup:
    """The practices of one function."""

    anchor: str
    title: str
    verdicts: tuple[tuple[Verdict, int], ...]
    cells: tuple[Cell, ...]


def cell_anchor(function: str, phase: int, lens: str) -> str:
    """Where the practices of one cell of the profile are."""
    return f"f-{function}-{phase}-{lens}"


def function_groups(desk: Desk) -> tuple[FunctionGroup, ...]:
    """Every function that has practices, in the order of the method."""
    groups = []
    for function in Function:
        members = [p for p in desk.library.practices if p.function is function and p.id in desk.findings]
        if members:
            verdicts = [desk.findings[practice.id].verdict for practice in members]
            groups.append(
                FunctionGroup(
                    anchor=f"f-{function.value}",
                    title=desk.voice.practices("functions", function.value),
                    verdicts=tally(verdicts),
                    cells=tuple(_cells(desk, function, members)),
                )
            )
    return tuple(groups)


def tally(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, int], ...]:
    """How many there are of each verdict, in the order from good to open; verdicts that nothing has are left out."""
    found = list(verdicts)
    return tuple((verdict, found.count(verdict)) for verdict in Verdict if verdict in found)


def _cells(desk: Desk, function: Function, members: list[Practice]) -> Iterator[Cell]:
    for phase in sorted({practice.phase for practice in members}):
        for lens in Lens:
            cards = tuple(_card(desk, p) for p in members if p.phase == phase and p.lens is lens)
            if cards:
                yield Cell(
                    anchor=cell_anchor(function.value, phase, lens.value),
                    phase=phase,
                    phase_title=desk.voice.practices("phases", str(phase), "title"),
                    lens=lens.value,
                    lens_title=desk.voice.practices("lenses", lens.value),
                    cards=cards,
                )


def _card(desk: Desk, practice: Practice) -> Card:
    finding, voice = desk.findings[practice.id], desk.voice
    done = finding.verdict is Verdict.MET
    return Card(
        id=practice.id,
        anchor=anchor_of(practice.id),
        title=voice.title(practice.id),
        verdict=finding.verdict,
        later=finding.later if finding.later is not finding.verdict else None,
        reason=reason(finding, voice),
        why=voice.text(practice.id, "why"),
        would_show=voice.text(practice.id, "evidence"),
        facts=tuple(_facts(desk, practice)),
        requires=tuple((name, anchor_of(name), voice.title(name)) for name in practice.requires),
        counts=tuple(count_block(desk, practice.criterion, counted) for counted in finding.counted),
        answers=tuple(answer_line(desk, item) for item in finding.asked),
        actions=() if done else tuple(_actions(desk, practice, finding)),
        fixes=() if done else tuple(_fixes(desk, practice, finding)),
        first_step="" if done else voice.text(practice.id, "first_step"),
        exception=evidence_line(finding.exception, voice) if finding.exception else None,
        related=tuple(_related(desk, practice.id)),
    )


def _facts(desk: Desk, practice: Practice) -> Iterator[tuple[str, str]]:
    voice = desk.voice
    yield voice.say("html", "facts", "side"), voice.practices("sides", practice.side.value)
    blocks = [voice.practices("blocks", block) for block in practice.blocks]
    yield voice.say("html", "facts", "blocks"), ", ".join(blocks)


def count_block(desk: Desk, criterion: Criterion, counted: Counted) -> CountBlock:
    """One share with its figures, its targets and its lists."""
    voice, part = desk.voice, counted.tally
    share = _share_of(criterion, counted.key)
    shown = ((Verdict.MET, part.met), (Verdict.PARTLY, part.partly), (Verdict.NOT_MET, part.not_met))
    return CountBlock(
        population=voice.count(part.members, "population", part.population.value, "count"),
        sentence=voice.say("html", "of-population", number=voice.number(part.met), of=voice.number(part.seen)),
        targets=voice.say("html", "targets", now=voice.percent(counted.target), later=voice.percent(counted.later)),
        meter=meter((*shown, (Verdict.UNKNOWN, part.unknown)), counted.target),
        asks=tuple(voice.question(name) for name in dict.fromkeys(asked(share.that))) if share else (),
        lists=practice_lists(desk, counted.key, part.population),
    )


def _share_of(criterion: Criterion, key: str) -> Share | None:
    """The share that a key counts: keys are the criterion's id, then /1, /2 …"""
    number = int(key.partition("/")[2] or 0)
    found = list(dict.fromkeys(shares(criterion.met_when)))
    return found[number] if number < len(found) else None


def answer_line(desk: Desk, item: Asked) -> AnswerLine:
    """One answer with its evidence."""
    voice, answer = desk.voice, item.answer
    gone = {text.removesuffix(":expired") for text in answer.missing if text.endswith(":expired")}
    return AnswerLine(
        question=voice.question(item.id),
        outcome=answer.outcome.value,
        answer=voice.say("outcome", answer.outcome.value),
        notes=tuple(_notes(desk, item)),
        evidence=tuple(evidence_line(e, voice, expired=e.claim in gone) for e in answer.evidence),
        contradicts=evidence_line(answer.contradicts, voice) if answer.contradicts else None,
    )


def _notes(desk: Desk, item: Asked) -> Iterator[str]:
    if item.answer.outcome is Outcome.YES and item.answer.likely:
        yield desk.voice.say("certainty", "likely")
    if item.answer.outcome is Outcome.YES and item.answer.unconfirmed and item.capped:
        yield desk.voice.say("certainty", "unconfirmed")
    if item.answer.outcome is Outcome.UNKNOWN:
        reasons = [desk.voice.unseen(text) for text in item.answer.missing]
        expired = [text for text in item.answer.missing if text.endswith(":expired")]
        yield from dict.fromkeys([desk.voice.unseen(text) for text in expired] or reasons)


def _actions(desk: Desk, practice: Practice, finding: Finding) -> Iterator[ActionLine]:
    """The acts whose answers are still open; all of them where the practice counts members."""
    still = {item.id for item in finding.open}
    for action in practice.actions:
        if finding.counted or not action.closes or still & set(action.closes):
            yield ActionLine(
                text=_action_text(desk, practice, action),
                effort=desk.voice.effort(action.effort),
                each=desk.voice.effort(action.each) if action.each.high else "",
            )


def _action_text(desk: Desk, practice: Practice, action: Action) -> str:
    return desk.voice.text(practice.id, "actions", action.id) or action.id


def _fixes(desk: Desk, practice: Practice, finding: Finding) -> Iterator[str]:
    counted = (name for share in shares(practice.criterion.met_when) for name in asked(share.that))
    for name in dict.fromkeys((*(item.id for item in finding.open), *counted)):
        text = desk.voice.fix(name)
        if text:
            yield text


def _related(desk: Desk, practice: str) -> Iterator[Related]:
    for edge in desk.library.edges_of(practice):
        yield Related(
            id=edge.end,
            anchor=anchor_of(edge.end),
            title=desk.voice.title(edge.end),
            strength=desk.voice.say("strength", edge.positive.value),
            because=desk.voice.say("edge", edge.because.value),
        )
