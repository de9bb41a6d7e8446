# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One criterion explained: what it asks and why, how it was judged here, on which evidence, what would change it."""

from collections.abc import Iterable, Iterator

from ayni.assessment import SCOPES, Asked, Counted, Finding, Verdict
from ayni.evidence import Evidence
from ayni.frameworks import Criterion, Population
from ayni.frameworks.pack import Edge
from ayni.probes import Outcome
from ayni.reports.obstacles import certainty, obstacles, remedies, shown_value, why_unknown
from ayni.reports.outline import verdict_cell
from ayni.reports.reasons import reason
from ayni.reports.report import Report
from ayni.reports.sections import Block, Bullets, Cell, Entries, Prose, Section, Table
from ayni.reports.voice import Voice

_SOME = 12
_VERDICT_OF = {Outcome.YES: Verdict.MET, Outcome.NO: Verdict.NOT_MET, Outcome.UNKNOWN: Verdict.UNKNOWN}
_LISTED = (Verdict.NOT_MET, Verdict.PARTLY, Verdict.UNKNOWN, Verdict.EXCEPTED, Verdict.MET)


def explain(report: Report, criterion: Criterion, voice: Voice) -> tuple[Section, ...]:
    """Everything there is to say about a criterion in this assessment."""
    name = criterion.id
    sections = [_about(criterion, voice)]
    finding = report.assessment.finding(name)
    if finding is not None:
        sections.append(_judged(report, finding, voice))
        sections.extend(obstacles(report, name, finding, voice))
        sections.extend(_evidence(finding, voice))
    else:
        sections.append(_over_repositories(report, name, voice))
        sections.extend(obstacles(report, name, None, voice))
    sections.extend(remedies(report, criterion, finding, voice))
    sections.extend(_neighbors(report, criterion, voice))
    return tuple(sections)


def _about(criterion: Criterion, voice: Voice) -> Section:
    name = criterion.id
    keys = (("why", "why"), ("shows", "evidence"), ("asks", "question"), ("first-step", "first_step"))
    blocks = tuple(
        Prose(text=voice.say("outline", "labeled", label=voice.say("outline", label), text=text))
        for label, key in keys
        if (text := voice.text(name, key))
    )
    return Section(title=f"{name}  {voice.title(name)}", blocks=blocks)


def _judged(report: Report, finding: Finding, voice: Voice) -> Section:
    blocks: list[Block] = [
        Bullets(lines=(verdict_cell(finding.verdict, voice),)),
        Prose(text=reason(finding, voice)),
    ]
    if finding.asked:
        columns = tuple(voice.say("outline", "column", name) for name in ("question", "answer"))
        blocks.append(Table(columns=columns, rows=tuple(_asked(asked, voice) for asked in finding.asked)))
    members = (tuple(_members(report, counted, voice)) for counted in finding.counted)
    blocks.extend(Bullets(lines=lines) for lines in members if lines)
    return Section(title=voice.say("outline", "judged"), blocks=tuple(blocks))


def _asked(asked: Asked, voice: Voice) -> tuple[Cell, ...]:
    answer = asked.answer
    text = voice.say("outcome", answer.outcome.value)
    if asked.capped:
        text += f" ({certainty(asked, voice)})"
    elif answer.outcome is Outcome.UNKNOWN:
        text += f" ({why_unknown(asked, voice)})"
    verdict = Verdict.PARTLY if asked.capped else _VERDICT_OF.get(answer.outcome)
    return (Cell(text=f"{voice.question(asked.id)} [{asked.id}]"), Cell(text=text, verdict=verdict))


def _members(report: Report, counted: Counted, voice: Voice) -> Iterator[Cell]:
    assessment, population, key = report.assessment, counted.tally.population, counted.key
    for verdict in _LISTED:
        if population is Population.INSTITUTIONS:
            names = [result.title for result in assessment.institutions if result.verdicts.get(key) is verdict]
        else:
            names = [result.subject.id for result in assessment.members(key, verdict, SCOPES[population])]
        if names:
            yield _named(names, verdict, voice)


def _named(names: list[str], verdict: Verdict, voice: Voice) -> Cell:
    """How many got a verdict, and the first of them by name."""
    more = f" {voice.say('outline', 'more', number=len(names) - _SOME)}" if len(names) > _SOME else ""
    number = voice.count(len(names), "verdict", verdict.value, "count")
    text = voice.say("outline", "labeled", label=number, text=", ".join(names[:_SOME]) + more)
    return Cell(text=text, verdict=verdict)


def _over_repositories(report: Report, name: str, voice: Voice) -> Section:
    """An item asked of each repository: the list behind each verdict."""
    lines = []
    for verdict in (*_LISTED, Verdict.NOT_APPLICABLE):
        names = [r.subject.id for r in report.assessment.repositories if r.verdicts.get(name) is verdict]
        if names:
            lines.append(_named(names, verdict, voice))
    blocks: tuple[Block, ...] = (Bullets(lines=tuple(lines)),) if lines else (Prose(text=voice.say("seen", "nothing")),)
    return Section(title=voice.say("outline", "judged"), blocks=blocks)


def _evidence(finding: Finding, voice: Voice) -> Iterator[Section]:
    if finding.evidence:
        how = Prose(text=voice.say("outline", "evidence-note"))
        yield Section(title=voice.say("outline", "evidence"), blocks=(how, entries(finding.evidence, voice)))


def entries(found: Iterable[Evidence], voice: Voice) -> Entries:
    """Statements of evidence: claim = value; then basis, where, observed, by."""
    return Entries(lines=tuple(_statement(item, voice) for item in found))


def _statement(item: Evidence, voice: Voice) -> tuple[Cell, str]:
    who = item.by if not item.confirmed_by else f"{item.by}; {item.confirmed_by}"
    day = voice.short_day(item.observed.date())
    basis = voice.say("basis", item.basis.value, "word")
    note = " · ".join((basis, item.locator or item.source, day, who))
    return Cell(text=f"{item.claim} = {shown_value(item, voice)}"), note


def _called(report: Report, name: str, voice: Voice) -> str:
    return voice.title(name) if name in report.library.criteria else voice.question(name)


def _neighbors(report: Report, criterion: Criterion, voice: Voice) -> Iterator[Section]:
    practice = report.library.practice(criterion.id)
    if practice and practice.requires:
        lines = tuple(Cell(text=f"{name}  {voice.title(name)}") for name in practice.requires)
        yield Section(title=voice.say("outline", "requires"), blocks=(Bullets(lines=lines),))
    edges = report.library.edges_of(criterion.id)
    if edges:
        other = "crosswalk" if edges[0].start == criterion.id else "from"
        lines = tuple(_edge(report, edge, criterion.id, voice) for edge in edges)
        yield Section(title=voice.say("outline", other), blocks=(Bullets(lines=lines),))


def _edge(report: Report, edge: Edge, here: str, voice: Voice) -> Cell:
    """The other end of an edge, and how the two hang together; what gives the evidence is the sentence's subject."""
    name = edge.end if edge.start == here else edge.start
    subject = "practice" if edge.start in report.library.criteria else "question"
    label = f"{name}  {_called(report, name, voice)}"
    text = voice.say("edge-of", subject, edge.because.value)
    return Cell(text=voice.say("outline", "labeled", label=label, text=text))
