# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an assessment says: findings that cite their evidence, and the whole they add up to. Facts, not sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ayni.assessment.grades import Verdict
from ayni.assessment.tally import Tally
from ayni.evidence import Evidence, Subject
from ayni.frameworks import Lens
from ayni.frameworks.pack import Function
from ayni.probes import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One probe or question that a rule asked, and what was answered."""

    id: str
    answer: Answer
    capped: bool = False
    """Whether a yes counts as partly until a person, or a second person, confirms it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One share that a rule counted. ``key`` finds the members' verdicts in the repositories' rows."""

    key: str
    tally: Tally
    target: float
    later: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict about one criterion and one subject, with everything that it rests on.

    ``later`` is the verdict by the targets of a phase later; it differs from ``verdict`` only where a share is counted.
    """

    criterion: str
    pack: str
    subject: Subject
    verdict: Verdict
    later: Verdict
    asked: tuple[Asked, ...] = ()
    counted: tuple[Counted, ...] = ()
    exception: Evidence | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every statement that was used, each once, in the order in which it was asked."""
        used = (item for asked in self.asked for item in asked.answer.evidence)
        return tuple({id(item): item for item in (*used, *((self.exception,) if self.exception else ()))}.values())

    @property
    def open(self) -> tuple[Asked, ...]:
        """What would change the verdict for the better: everything that is not a full yes."""
        return tuple(asked for asked in self.asked if asked.capped or asked.answer.outcome.value in {"no", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryResult:
    """How one repository stands.

    ``verdicts`` has one entry for each framework item and for each share that practices count over repositories (its
    key is the practice's id, with /1, /2 … for further shares). ``findings`` is empty in large portfolios.
    """

    subject: Subject
    scope: str
    institution: str
    seen: bool
    reason: str
    verdicts: Mapping[str, Verdict]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionResult:
    """How one institution stands, practice by practice, with its repositories and those of institutions below it.

    ``verdicts`` has one entry for each share that practices count. ``tallies`` has those over repositories: where
    institutions are counted, the verdict is the institution's own.
    """

    subject: Subject
    title: str
    parent: str
    repositories: int
    tallies: Mapping[str, Tally]
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCell:
    """The practices of one phase, lens and function, counted by verdict."""

    phase: int
    lens: Lens
    function: Function
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseResult:
    """Whether a phase is reached, and the practices that stand in the way."""

    phase: int
    reached: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Evidence held against all packs on one day. Same evidence, same packs, same day: the same assessment."""

    day: date
    office: Subject
    title: str
    library: str
    statements: int
    findings: tuple[Finding, ...]
    phases: tuple[PhaseResult, ...]
    profile: tuple[ProfileCell, ...]
    institutions: tuple[InstitutionResult, ...]
    repositories: tuple[RepositoryResult, ...]

    @property
    def phase(self) -> int | None:
        """The last phase that is reached without a gap before it; None before phase 0 is."""
        reached = None
        for result in self.phases:
            if not result.reached:
                break
            reached = result.phase
        return reached

    @property
    def repositories_seen(self) -> int:
        """The repositories into which one could look."""
        return sum(1 for result in self.repositories if result.seen)

    @property
    def looked_at_nothing(self) -> bool:
        """Whether no verdict rests on anything: a run like that must not pass for a good one."""
        return self.statements == 0

    def finding(self, criterion: str) -> Finding | None:
        """The office's finding on a criterion."""
        return next((finding for finding in self.findings if finding.criterion == criterion), None)

    def members(self, key: str, verdict: Verdict, scopes: frozenset[str]) -> tuple[RepositoryResult, ...]:
        """The repositories of some scopes that have this verdict under a key: the list behind a figure."""
        return tuple(r for r in self.repositories if r.scope in scopes and r.verdicts.get(key) is verdict)
