# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as JSON."""

from typing import Any

import msgspec

from ayni.assessment import Asked, Counted, Finding, InstitutionResult, RepositoryResult, Tally
from ayni.evidence import Evidence, NotSeen
from ayni.reports.document_form import (
    FORM,
    AnswerNote,
    EvidenceNote,
    FindingNote,
    InstitutionNote,
    PackNote,
    PhaseNote,
    ReportNote,
    RepositoryNote,
    StepNote,
    TallyNote,
)
from ayni.reports.report import Report
from ayni.roadmap import Roadmap, Step


def render_json(report: Report) -> bytes:
    """The report as indented JSON; same report, same bytes."""
    return msgspec.json.format(msgspec.json.encode(describe(report)), indent=1) + b"\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return msgspec.json.schema(ReportNote)


def describe(report: Report) -> ReportNote:
    """The report in its published form."""
    assessment = report.assessment
    findings = (*assessment.findings, *(f for result in assessment.repositories for f in result.findings))
    evidence = {item.id: item for finding in findings for item in finding.evidence}
    packs = tuple(
        PackNote(
            id=pack.id,
            version=pack.version,
            source=pack.source.url,
            license=pack.license,
            retrieved=pack.source.retrieved,
            digest=pack.digest,
        )
        for pack in report.library.packs
    )
    return ReportNote(
        form=FORM,
        version=report.version,
        made_on=report.made_on,
        day=assessment.day,
        office=assessment.office.id,
        title=assessment.title,
        phase=assessment.phase,
        statements=assessment.statements,
        repositories_seen=assessment.repositories_seen,
        library=assessment.library,
        packs=packs,
        phases=tuple(PhaseNote(phase=p.phase, reached=p.reached, missing=p.missing) for p in assessment.phases),
        findings=tuple(_finding(finding) for finding in assessment.findings),
        institutions=tuple(_institution(result) for result in assessment.institutions),
        repositories=tuple(_repository(result) for result in assessment.repositories),
        steps=tuple(_step(step) for step in _steps(report.roadmap)),
        questions=report.roadmap.questions if report.roadmap else (),
        evidence={name: _evidence(evidence[name]) for name in sorted(evidence)},
    )


def _steps(roadmap: Roadmap | None) -> tuple[Step, ...]:
    return roadmap.steps if roadmap else ()


def _finding(finding: Finding) -> FindingNote:
    return FindingNote(
        criterion=finding.criterion,
        pack=finding.pack,
        subject=str(finding.subject),
        verdict=finding.verdict.value,
        later=finding.later.value,
        answers=tuple(_answer(asked) for asked in finding.asked),
        tallies=tuple(_counted(counted) for counted in finding.counted),
        exception=finding.exception.id if finding.exception else None,
    )


def _answer(asked: Asked) -> AnswerNote:
    return AnswerNote(
        id=asked.id,
        outcome=asked.answer.outcome.value,
        likely=asked.answer.likely,
        capped=asked.capped,
        missing=asked.answer.missing,
        evidence=tuple(item.id for item in asked.answer.evidence),
    )


def _counted(counted: Counted) -> TallyNote:
    return _tally(counted.key, counted.tally, counted.target)


def _tally(key: str, tally: Tally, target: float | None) -> TallyNote:
    return TallyNote(
        key=key,
        population=tally.population.value,
        met=tally.met,
        partly=tally.partly,
        not_met=tally.not_met,
        unknown=tally.unknown,
        not_applicable=tally.not_applicable,
        excepted=tally.excepted,
        share=tally.share,
        target=target,
    )


def _repository(result: RepositoryResult) -> RepositoryNote:
    return RepositoryNote(
        id=result.subject.id,
        scope=result.scope,
        institution=result.institution,
        seen=result.seen,
        reason=result.reason,
        verdicts={key: verdict.value for key, verdict in result.verdicts.items()},
        findings=tuple(_finding(finding) for finding in result.findings),
    )


def _institution(result: InstitutionResult) -> InstitutionNote:
    return InstitutionNote(
        id=result.subject.id,
        title=result.title,
        parent=result.parent,
        repositories=result.repositories,
        tallies=tuple(_tally(key, tally, None) for key, tally in result.tallies.items()),
        verdicts={key: verdict.value for key, verdict in result.verdicts.items()},
    )


def _step(step: Step) -> StepNote:
    return StepNote(
        action=step.action,
        practice=step.practice,
        phase=step.phase,
        effort_low=step.effort.low,
        effort_high=step.effort.high,
        members=step.members,
        closes=step.closes,
        after=step.after,
        start=step.start,
        end=step.end,
        because=tuple((because.why.value, because.number) for because in step.because),
        early_result=step.early_result,
        provisional=step.provisional,
    )


def _evidence(item: Evidence) -> EvidenceNote:
    return EvidenceNote(
        subject=str(item.subject),
        claim=item.claim,
        value=None if isinstance(item.value, NotSeen) else item.value,
        not_seen=item.value.reason if isinstance(item.value, NotSeen) else None,
        basis=item.basis.value,
        source=item.source,
        locator=item.locator,
        digest=item.digest,
        observed=item.observed.isoformat(),
        expires=item.expires,
        by=item.by,
        confirmed_by=item.confirmed_by,
        visibility=item.visibility.value,
    )
