# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One statement of evidence: frozen, and named by a digest of what it says."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, TypeAlias

import msgspec

from ayni.evidence.subject import Subject


class Basis(StrEnum):
    """How a statement came to be known (design, section 2), strongest first."""

    MEASURED = "measured"
    """A machine of ours saw it."""
    REPORTED = "reported"
    """Another tool or file says so."""
    RECORDED = "recorded"
    """The office's own work left it behind."""
    ATTESTED = "attested"
    """A person says so, with a document."""


class Visibility(StrEnum):
    """Who may read a statement."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NotSeen:
    """A source looked and could not see. The reason is a kebab-case code; never a default value."""

    reason: str


Value: TypeAlias = bool | int | float | str | tuple[str, ...] | NotSeen
"""What a claim can be: a fact, a list of texts, or that nothing could be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What an analyzer says of a repository before a source stamps it with subject, time and origin.

    ``locator`` is where to look (a path, ``path:line``, ``commit:<id>``); ``digest`` names the exact content looked at
    (a git blob, tree or commit id, or sha256:<hex>); either may be empty where the whole snapshot was looked at.
    """

    claim: str
    value: Value
    locator: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One statement about one subject.

    ``observed`` is aware and in UTC. ``expires`` is the first day on which the statement no longer holds, or None.
    ``by`` is the analyzer and its version, the tool, or the person; ``confirmed_by`` is the second person, or empty.
    """

    subject: Subject
    claim: str
    value: Value
    basis: Basis
    source: str
    observed: datetime
    by: str
    locator: str = ""
    digest: str = ""
    expires: date | None = None
    confirmed_by: str = ""
    visibility: Visibility = Visibility.INTERNAL

    def __post_init__(self) -> None:
        if self.observed.tzinfo is None:
            raise ValueError(f"evidence of {self.claim} on {self.subject} needs a time with its zone")
        if self.observed.tzinfo is not UTC:
            object.__setattr__(self, "observed", self.observed.astimezone(UTC))

    @property
    def id(self) -> str:
        """The statement's name: sha256 over everything it says. Same statement, same id, on every machine."""
        return hashlib.sha256(_CANONICAL.encode(self)).hexdigest()

    @property
    def seen(self) -> bool:
        """Whether the value says anything about the subject."""
        return not isinstance(self.value, NotSeen)

    def holds_on(self, day: date) -> bool:
        """Whether the statement had been made by that day and had not expired."""
        return self.observed.date() <= day and (self.expires is None or day < self.expires)

    def confirmed(self) -> bool:
        """Whether a second person, other than the author, stands behind it."""
        return bool(self.confirmed_by) and self.confirmed_by != self.by

    def without_time(self) -> "Evidence":
        """The same statement at the beginning of time; equal for two looks that saw the same."""
        return replace(self, observed=_EPOCH)


OWN_NOTES: Final = "ayni"
"""The source of what Ayni notes of its own run, such as the scope it took for granted: not a look at anything."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CANONICAL: Final = msgspec.json.Encoder(order="sorted")
