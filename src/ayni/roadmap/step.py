# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a roadmap says: ordered steps with the gaps they close, what they cost, when they end, and why they come now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ayni.frameworks import Effort


class Why(StrEnum):
    """Why a step comes where it does. Wording lives in the interface pack, under ``why``."""

    EARLY_RESULT = "early-result"
    """It shows within weeks and needs no new law and no budget."""
    OPENS_OTHERS = "opens-others"
    """Other steps wait for it; the number says how many."""
    PHASE = "phase"
    """It is the earliest phase with gaps left; the number is the phase."""
    CLOSES_MOST = "closes-most"
    """Of what could come now, it closes most for its cost; the number is how many gaps."""
    NOTHING_BEFORE = "nothing-before"
    """Everything it needs is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One reason, with the number that its sentence names."""

    why: Why
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What the office can spend: person-days in a quarter of the year, from a day on, towards a phase."""

    person_days_per_quarter: float
    start: date
    target_phase: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action in its place. ``provisional`` means that nobody has looked yet: the answer may make it needless."""

    action: str
    practice: str
    pack: str
    phase: int
    effort: Effort
    members: int
    """How many repositories or institutions it has to be done in; 0 where it is done once."""
    closes: tuple[str, ...]
    """The probes and questions that it turns to yes."""
    gaps: int = 0
    """How many gaps that settles: an answer counts once for each practice that waits for it and for no other step."""
    after: tuple[str, ...]
    """The actions of this roadmap that come first."""
    start: date
    end: date
    because: tuple[Because, ...]
    early_result: bool
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """Steps in the order in which to take them.

    ``questions`` are the unknowns that an answer would settle first. ``confirmations`` are answers in the way that are
    a yes already: they need no work, only a person, or a second person, who confirms them.
    """

    capacity: Capacity
    steps: tuple[Step, ...]
    questions: tuple[str, ...]
    confirmations: tuple[str, ...] = ()
    effort: Effort
    end: date
