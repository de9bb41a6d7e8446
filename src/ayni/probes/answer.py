# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a probe answers: one of four outcomes, how sure it is, and the evidence it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from ayni.evidence import Evidence


class Outcome(StrEnum):
    """The answer to a yes/no question, when not having looked is never a no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer about one subject.

    ``likely`` marks a guess of a heuristic that no person has confirmed. ``unconfirmed`` marks a person's word
    without a second person. ``missing`` says, for an unknown, what was not there to be seen: claims, or
    ``claim:reason``. ``contradicts`` is a person's word that a machine's fact overruled.
    """

    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    likely: bool = False
    unconfirmed: bool = False
    missing: tuple[str, ...] = ()
    contradicts: Evidence | None = None
