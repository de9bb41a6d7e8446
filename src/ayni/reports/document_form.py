# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published form of the report; docs/reference/report.schema.json is made from these types."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

FORM: Final = 1
"""Raised when a key is renamed, removed or changes its meaning; new keys do not raise it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackNote:
    """A pack that the assessment was held against."""

    id: str
    version: str
    source: str
    license: str
    retrieved: date
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyNote:
    """A population counted; ``share`` is met of seen, null where nothing was seen."""

    key: str
    population: str
    met: int
    partly: int
    not_met: int
    unknown: int
    not_applicable: int
    excepted: int
    share: float | None
    target: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerNote:
    """One probe or question and its answer; ``evidence`` holds ids of ``ReportNote.evidence``."""

    id: str
    outcome: str
    likely: bool
    capped: bool
    missing: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNote:
    """A verdict with what it rests on. ``later`` is the verdict by the targets of a phase later."""

    criterion: str
    pack: str
    subject: str
    verdict: str
    later: str
    answers: tuple[AnswerNote, ...]
    tallies: tuple[TallyNote, ...]
    exception: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryNote:
    """How one repository stands; ``findings`` is empty in large portfolios."""

    id: str
    scope: str
    institution: str
    seen: bool
    reason: str
    verdicts: dict[str, str]
    findings: tuple[FindingNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionNote:
    """How the repositories of one institution and of those below it stand."""

    id: str
    title: str
    parent: str
    repositories: int
    tallies: tuple[TallyNote, ...]
    verdicts: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseNote:
    """Whether a phase is reached, and by which practices it is not."""

    phase: int
    reached: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNote:
    """One step of the roadmap; effort in person-days."""

    action: str
    practice: str
    phase: int
    effort_low: float
    effort_high: float
    members: int
    closes: tuple[str, ...]
    after: tuple[str, ...]
    start: date
    end: date
    because: tuple[tuple[str, int], ...]
    early_result: bool
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceNote:
    """One statement of evidence; ``not_seen`` holds the reason where the value could not be seen."""

    subject: str
    claim: str
    value: Any
    not_seen: str | None
    basis: str
    source: str
    locator: str
    digest: str
    observed: str
    expires: date | None
    by: str
    confirmed_by: str
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNote:
    """The whole report. Evidence stands once, under its id."""

    form: int
    version: str
    made_on: date
    day: date
    office: str
    title: str
    phase: int | None
    statements: int
    repositories_seen: int
    library: str
    packs: tuple[PackNote, ...]
    phases: tuple[PhaseNote, ...]
    findings: tuple[FindingNote, ...]
    institutions: tuple[InstitutionNote, ...]
    repositories: tuple[RepositoryNote, ...]
    steps: tuple[StepNote, ...]
    questions: tuple[str, ...]
    evidence: dict[str, EvidenceNote]
