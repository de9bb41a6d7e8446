# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The assessment as sections: where the office stands, its profile, what to do next, what could not be seen."""

from collections.abc import Iterator

from ayni.assessment import Assessment, Finding, RepositoryResult, Verdict
from ayni.frameworks import Lens
from ayni.reports.reasons import reason
from ayni.reports.report import Report
from ayni.reports.sections import Block, Bullets, Cell, Numbered, Prose, Section, Table, cells
from ayni.reports.voice import Voice
from ayni.roadmap import Roadmap, Step

FIRST_STEPS = 5
_SOME = 20
_SHOWN = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.EXCEPTED)
_BASELINE = "osps-baseline"
_LEVEL_ONE = 1
"""The summary of a repository on one line: the requirements that its publisher asks of any project."""


def outline(report: Report, voice: Voice, *, whole: bool) -> tuple[Section, ...]:
    """The sections of a report. ``whole`` lists every practice, step and repository; else what fits a screen."""
    sections = [_standing(report, voice)]
    if report.assessment.statements:
        sections.append(_profile(report, voice))
    if report.roadmap is not None and not _nothing_seen(report.assessment):
        sections.append(_next(report.roadmap, voice, whole=whole))
        sections.extend(_asked(report.roadmap, voice))
    if whole and report.assessment.statements:
        sections.extend(_practices(report, voice))
    sections.extend(_repositories(report, voice, whole=whole))
    if whole:
        sections.append(_method(report, voice))
    return tuple(sections)


def roadmap_sections(report: Report, voice: Voice) -> tuple[Section, ...]:
    """The whole roadmap, and the questions that come before it."""
    if report.roadmap is None:
        return ()
    if _nothing_seen(report.assessment):
        return (_standing(report, voice),)
    roadmap = report.roadmap
    steps = _steps(roadmap, _numbered(roadmap.steps, voice), len(roadmap.steps), voice)
    return (steps, *_asked(report.roadmap, voice))


def verdict_cell(verdict: Verdict, voice: Voice) -> Cell:
    """A verdict as shape and word."""
    return Cell(text=f"{voice.say('verdict', verdict.value, 'shape')} {voice.verdict(verdict)}", verdict=verdict)


def phase_sentence(report: Report, voice: Voice) -> str:
    """The phase that is reached, or the one being worked on."""
    phase = report.assessment.phase
    if phase is None:
        first = report.assessment.phases[0].phase if report.assessment.phases else 0
        title = voice.practices("phases", str(first), "title")
        return voice.say("phase", "none-reached", phase=first, title=title)
    title = voice.practices("phases", str(phase), "title")
    return voice.say("phase", "reached", phase=phase, title=title)


def _nothing_seen(assessment: Assessment) -> bool:
    """Steps and questions would then rest on nothing: every answer may be there, only out of sight."""
    return assessment.looked_at_nothing or bool(assessment.repositories and not assessment.repositories_seen)


def _standing(report: Report, voice: Voice) -> Section:
    assessment = report.assessment
    blocks: list[Block] = []
    if _nothing_seen(assessment):
        key = "nothing" if assessment.looked_at_nothing else "no-repository"
        blocks.append(Prose(text=voice.say("seen", key), strong=True))
    else:
        blocks.extend(_phases(report, voice))
    if not assessment.repositories_seen:
        blocks.append(Prose(text=voice.say("seen", "how")))
    where = voice.say("outline", "where", office=assessment.title)
    title = where if assessment.title else voice.say("outline", "where-no-office")
    return Section(title=title, blocks=tuple(blocks))


def _phases(report: Report, voice: Voice) -> Iterator[Prose]:
    assessment = report.assessment
    of = voice.count(len(assessment.repositories), "count", "repository")
    seen = voice.say("seen", "repositories", seen=voice.number(assessment.repositories_seen), of=of)
    statements = voice.count(assessment.statements, "count", "statement")
    missing = next((phase for phase in assessment.phases if not phase.reached), None)
    yield Prose(text=phase_sentence(report, voice), strong=True)
    yield Prose(text=f"{voice.say('outline', 'as-of', day=voice.day(assessment.day))}. {seen} {statements}.")
    if missing is not None:
        title = voice.practices("phases", str(missing.phase), "title")
        yield Prose(text=voice.count(len(missing.missing), "phase", "missing", phase=missing.phase, title=title))


def _profile(report: Report, voice: Voice) -> Section:
    counts: dict[tuple[int, Lens], dict[Verdict, int]] = {}
    for cell in report.assessment.profile:
        place = counts.setdefault((cell.phase, cell.lens), {})
        for verdict, number in cell.verdicts.items():
            place[verdict] = place.get(verdict, 0) + number
    rows = []
    for result in report.assessment.phases:
        label = voice.say(
            "phase", "label", phase=result.phase, title=voice.practices("phases", str(result.phase), "title")
        )
        by_lens = (Cell(text=_counts(counts.get((result.phase, lens), {}), voice)) for lens in Lens)
        rows.append((Cell(text=label, verdict=Verdict.MET if result.reached else None), *by_lens))
    columns = (voice.say("outline", "column", "phase"), *(voice.practices("lenses", lens.value) for lens in Lens))
    note = Prose(text=voice.say("outline", "profile-note"))
    return Section(title=voice.say("outline", "profile"), blocks=(note, Table(columns=columns, rows=tuple(rows))))


def _counts(verdicts: dict[Verdict, int], voice: Voice) -> str:
    shown = (f"{verdicts[v]}{voice.say('verdict', v.value, 'shape')}" for v in _SHOWN if verdicts.get(v))
    return " ".join(shown) or "–"


def _next(roadmap: Roadmap, voice: Voice, *, whole: bool) -> Section:
    if whole:
        return _steps(roadmap, _all_steps(roadmap.steps, voice), len(roadmap.steps), voice)
    first = roadmap.steps[:FIRST_STEPS]
    return _steps(roadmap, _numbered(first, voice), len(first), voice)


def _steps(roadmap: Roadmap, listed: Block, number: int, voice: Voice) -> Section:
    note = voice.say(
        "outline",
        "next-note",
        number=voice.number(number),
        all=voice.number(len(roadmap.steps)),
        capacity=voice.number(roadmap.capacity.person_days_per_quarter),
        phase=roadmap.capacity.target_phase,
    )
    blocks: tuple[Block, ...] = (Prose(text=note), listed) if number else (Prose(text=voice.say("outline", "nothing")),)
    return Section(title=voice.say("outline", "next"), blocks=blocks)


def _numbered(steps: tuple[Step, ...], voice: Voice) -> Numbered:
    return Numbered(lines=tuple((Cell(text=_title(step, voice)), _note(step, voice)) for step in steps))


def _note(step: Step, voice: Voice) -> str:
    """The practice, the cost, the end, and the one reason that counts most."""
    reason = voice.say("early-result") if step.early_result else _because(step, voice)
    doubt = [f"? {voice.reason('nobody-looked')}"] if step.provisional else []
    until = voice.say("outline", "until", day=voice.short_day(step.end))
    return " · ".join((step.practice, voice.effort(step.effort), until, reason, *doubt))


def _all_steps(steps: tuple[Step, ...], voice: Voice) -> Table:
    columns = ("step", "title", "effort", "end", "because")
    return Table(
        columns=tuple(voice.say("outline", "column", name) for name in columns),
        rows=tuple(_step(step, voice) for step in steps),
        whole=frozenset({0, 3}),
    )


def _because(step: Step, voice: Voice) -> str:
    return voice.count(step.because[0].number, "why", step.because[0].why.value) if step.because else ""


def _title(step: Step, voice: Voice) -> str:
    return voice.text(step.practice, "actions", step.action) or step.action


def _step(step: Step, voice: Voice) -> tuple[Cell, ...]:
    because = _because(step, voice)
    if step.provisional:
        because = f"{because} {voice.say('provisional')}".strip()
    return cells(step.practice, _title(step, voice), voice.effort(step.effort), voice.short_day(step.end), because)


def _asked(roadmap: Roadmap, voice: Voice) -> Iterator[Section]:
    """What only people can say: answers that are open, then answers that somebody has to confirm."""
    example = next((step.practice for step in roadmap.steps if step.provisional), "STR-01")
    yield from _questions(roadmap.questions, "first", voice, example=example)
    yield from _questions(roadmap.confirmations, "confirm", voice)


def _questions(names: tuple[str, ...], key: str, voice: Voice, **values: str) -> Iterator[Section]:
    if names:
        note = voice.count(len(names), "outline", f"{key}-note", **values)
        shown = Bullets(lines=tuple(Cell(text=voice.question(name)) for name in names[:FIRST_STEPS]))
        more = _more(len(names) - FIRST_STEPS, voice)
        yield Section(title=voice.say("outline", key), blocks=(Prose(text=note), shown, *more))


def _more(number: int, voice: Voice) -> tuple[Block, ...]:
    return (Prose(text=voice.say("outline", "more", number=voice.number(number))),) if number > 0 else ()


def _practices(report: Report, voice: Voice) -> Iterator[Section]:
    columns = tuple(voice.say("outline", "column", name) for name in ("practice", "title", "verdict", "reason"))
    groups: dict[str, list[Finding]] = {}
    for finding in report.assessment.findings:
        practice = report.library.practice(finding.criterion)
        if practice is not None:
            groups.setdefault(practice.function.value, []).append(finding)
    for function, findings in groups.items():
        rows = tuple(
            cells(f.criterion, voice.title(f.criterion), verdict_cell(f.verdict, voice), reason(f, voice))
            for f in findings
        )
        yield Section(
            title=voice.practices("functions", function),
            blocks=(Table(columns=columns, rows=rows, whole=frozenset({0, 2})),),
        )


def _repositories(report: Report, voice: Voice, *, whole: bool) -> Iterator[Section]:
    if report.assessment.repositories_seen:
        yield _repository_table(report, voice, whole=whole)
    results = report.assessment.repositories
    unseen = tuple(_unseen(result, voice) for result in results if not result.seen)
    if unseen:
        blocks = (Bullets(lines=unseen[:_SOME]), *_more(len(unseen) - _SOME, voice))
        yield Section(title=voice.say("outline", "problems"), blocks=blocks)


def _unseen(result: RepositoryResult, voice: Voice) -> Cell:
    text = voice.say("outline", "labeled", label=result.subject.id, text=voice.reason(result.reason))
    return Cell(text=text, verdict=Verdict.UNKNOWN)


def _repository_table(report: Report, voice: Voice, *, whole: bool) -> Section:
    results = report.assessment.repositories
    baseline = (item for item in report.library.items if item.criterion.pack == _BASELINE)
    level = tuple(item.id for item in baseline if item.attributes.get("level") == _LEVEL_ONE)
    shown = results if whole else results[:_SOME]
    columns = ("repository", "institution", "scope", "license", "level-one")
    table = Table(
        columns=tuple(voice.say("outline", "column", name) for name in columns),
        rows=tuple(_repository(result, level, voice) for result in shown),
        numeric=frozenset({4}),
        whole=frozenset({0, 3}),
    )
    note = Prose(text=voice.say("outline", "repositories-note"))
    blocks = (note, table, *_more(len(results) - len(shown), voice))
    return Section(title=voice.say("outline", "repositories"), blocks=blocks)


def _repository(result: RepositoryResult, level: tuple[str, ...], voice: Voice) -> tuple[Cell, ...]:
    judged = [result.verdicts[name] for name in level if name in result.verdicts]
    apply = [verdict for verdict in judged if verdict is not Verdict.NOT_APPLICABLE]
    met = sum(1 for verdict in apply if verdict in {Verdict.MET, Verdict.EXCEPTED})
    license_verdict = result.verdicts.get("LEG-03", Verdict.UNKNOWN)
    scope = voice.say("scope", result.scope or "unknown")
    return cells(
        result.subject.id, result.institution or "–", scope, verdict_cell(license_verdict, voice), f"{met}/{len(apply)}"
    )


def _method(report: Report, voice: Voice) -> Section:
    columns = tuple(voice.say("outline", "column", name) for name in ("pack", "version", "source"))
    rows = tuple(cells(voice.pack(p.id, "title"), p.version, p.source.url) for p in report.library.packs)
    blocks = (Table(columns=columns, rows=rows), Prose(text=voice.say("legal-note")))
    return Section(title=voice.say("outline", "method"), blocks=blocks)
