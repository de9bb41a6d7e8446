# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What office.yaml says once it is read, and the ids that it may refer to (docs/reference/office-file.md).

The types stand here, below the room that reads the file and the room that keeps the office's record.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from ayni.evidence import Subject, SubjectKind

DEFAULT_MONTHS: Final = 12
"""How long an attestation holds where no criterion says otherwise."""

BLOCKS: Final = (
    "beneficiaries",
    "value-propositions",
    "buy-in",
    "deployment",
    "key-activities",
    "key-resources",
    "key-partners",
    "mission-budget",
    "mission-achievement",
)
"""The nine blocks of the Mission Model Canvas, in reading order."""


class Scope(StrEnum):
    """What the office has to do with a repository."""

    PUBLISHED = "published"
    INTERNAL = "internal"
    ARCHIVED = "archived"
    UPSTREAM = "upstream"


class ExceptionCode(StrEnum):
    """The closed list of reasons for which a criterion may be set aside."""

    NATIONAL_SECURITY = "national-security"
    PERSONAL_DATA = "personal-data"
    THIRD_PARTY_RIGHTS = "third-party-rights"
    EXPORT_CONTROL = "export-control"
    LAW_FORBIDS = "law-forbids"
    CONTRACT = "contract"
    END_OF_LIFE = "end-of-life"
    OTHER_APPROVED = "other-approved"


class Confidence(StrEnum):
    """How sure the office is of a hypothesis; ``UNSTATED`` where it does not say."""

    UNSTATED = ""
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office itself. ``country`` is an ISO 3166-1 code or empty; ``language`` is one that packs speak, or empty."""

    id: str
    title: str
    country: str = ""
    language: str = ""
    domains: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A public body in the office's care; ``parent`` is the id of the one above it, or empty."""

    id: str
    title: str
    parent: str = ""
    domains: tuple[str, ...] = ()
    focal_point: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository that the office answers for. ``source`` is an address, or a path relative to the office file."""

    id: str
    source: str
    scope: Scope
    institution: str = ""
    upstream: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """A person's yes or no. ``expires`` is the first day on which it no longer holds.

    ``digest`` is ``sha256:<hex>`` of the document where that is a file beside the office file, else empty.
    """

    question: str
    subject: Subject
    answer: bool
    by: str
    day: date
    expires: date
    confirmed_by: str = ""
    document: str = ""
    digest: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedException:
    """A criterion set aside for one subject, until ``review``."""

    criterion: str
    subject: Subject
    code: ExceptionCode
    reason: str
    signed_by: str
    day: date
    review: date
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One hypothesis on the canvas, with how it is tested and what came out."""

    block: str
    statement: str
    beneficiary: str = ""
    confidence: Confidence = Confidence.UNSTATED
    test: str = ""
    result: str = ""
    day: date | None = None
    practices: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """The office's Mission Model Canvas; ``reviewed`` is the day on which it was last gone through as a whole."""

    statements: tuple[Statement, ...] = ()
    reviewed: date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the office can spend, from when, and how far it wants to get. None where the file does not say."""

    person_days_per_quarter: float | None = None
    start: date | None = None
    target_phase: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFile:
    """Everything an office file says. ``file`` is its name, without the folders above it."""

    file: str
    office: Office
    institutions: tuple[Institution, ...] = ()
    repositories: tuple[Repository, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    exceptions: tuple[GrantedException, ...] = ()
    canvas: Canvas | None = None
    plan: Plan = field(default_factory=Plan)

    @property
    def subject(self) -> Subject:
        """The office as a subject of evidence."""
        return Subject(kind=SubjectKind.OFFICE, id=self.office.id)

    @property
    def domains(self) -> tuple[str, ...]:
        """Every e-mail and web domain of the office and its institutions, sorted."""
        return tuple(sorted({*self.office.domains, *(name for body in self.institutions for name in body.domains)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a question is asked: of which kinds of subject (empty: of any), and for how many months an answer holds."""

    subjects: frozenset[SubjectKind] = frozenset()
    months: int = DEFAULT_MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The ids that an office file may refer to: what the packs and the probes of this run ask."""

    questions: Mapping[str, Asked]
    criteria: frozenset[str]
    practices: frozenset[str]


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day; the last day of the calendar where it ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
