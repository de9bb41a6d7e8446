# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as CSV tables for spreadsheets. Cells that a spreadsheet would run as a formula are neutralised."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping

from ayni.reports.reasons import reason
from ayni.reports.report import Report
from ayni.reports.voice import Voice

Row = tuple[object, ...]
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report, language: str, table: str = "practices") -> str:
    """One of the tables of TABLES, with a header row of stable English keys; cells speak the language."""
    header, rows = TABLES[table]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split())
    for row in rows(report, Voice(report.library, language)):
        writer.writerow([_neutral(cell) for cell in row])
    return out.getvalue()


def _neutral(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_DANGEROUS) and not isinstance(cell, int | float) else text


def _practices(report: Report, voice: Voice) -> Iterator[Row]:
    for finding in report.assessment.findings:
        practice = report.library.practice(finding.criterion)
        if practice is None:
            continue
        tally = finding.counted[0].tally if finding.counted else None
        yield (
            finding.criterion,
            voice.title(finding.criterion),
            practice.phase,
            practice.lens.value,
            practice.function.value,
            finding.verdict.value,
            voice.verdict(finding.verdict),
            reason(finding, voice),
            tally.met if tally else "",
            tally.seen if tally else "",
            tally.unknown if tally else "",
            " ".join(item.id[:12] for item in finding.evidence),
        )


def _repositories(report: Report, voice: Voice) -> Iterator[Row]:
    for result in report.assessment.repositories:
        for criterion, verdict in result.verdicts.items():
            yield (
                result.subject.id,
                result.institution,
                result.scope,
                result.reason,
                criterion,
                voice.title(criterion.partition("/")[0]),
                verdict.value,
                voice.verdict(verdict),
            )


def _steps(report: Report, voice: Voice) -> Iterator[Row]:
    for number, step in enumerate(report.roadmap.steps if report.roadmap else (), start=1):
        yield (
            number,
            step.action,
            step.practice,
            voice.text(step.practice, "actions", step.action) or step.action,
            step.phase,
            step.effort.low,
            step.effort.high,
            step.members or "",
            step.start,
            step.end,
            " ".join(step.after),
            " ".join(voice.count(because.number, "why", because.why.value) for because in step.because),
        )


def _evidence(report: Report, _: Voice) -> Iterator[Row]:
    findings = (*report.assessment.findings, *(f for r in report.assessment.repositories for f in r.findings))
    statements = {item.id: item for finding in findings for item in finding.evidence}
    for name in sorted(statements):
        item = statements[name]
        value = " ".join(item.value) if isinstance(item.value, tuple) else item.value
        yield (
            name,
            item.subject,
            item.claim,
            value,
            item.basis.value,
            item.source,
            item.locator,
            item.observed.date(),
            item.expires,
            item.by,
            item.confirmed_by,
        )


_PRACTICES = "id title phase lens function verdict word reason met seen unknown evidence"
_REPOSITORIES = "repository institution scope not_seen criterion title verdict word"
_STEPS = "number action practice title phase effort_low effort_high members start end after because"
_EVIDENCE = "id subject claim value basis source locator observed expires by confirmed_by"

TABLES: Mapping[str, tuple[str, Callable[[Report, Voice], Iterable[Row]]]] = {
    "practices": (_PRACTICES, _practices),
    "repositories": (_REPOSITORIES, _repositories),
    "steps": (_STEPS, _steps),
    "evidence": (_EVIDENCE, _evidence),
}
"""The tables one can ask for: the keys of the header, and what makes the rows."""
