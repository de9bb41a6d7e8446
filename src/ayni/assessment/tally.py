# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting a population: how many members meet something, and how many of all could be seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from ayni.assessment.grades import OPEN, Grade, Judged, Span, Verdict, certain
from ayni.frameworks import Population, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the members of a population stand. Members that are excepted or to which it does not apply stand apart."""

    population: Population
    met: int = 0
    partly: int = 0
    not_met: int = 0
    unknown: int = 0
    not_applicable: int = 0
    excepted: int = 0

    @property
    def seen(self) -> int:
        """The members that count and were seen: the denominator."""
        return self.met + self.partly + self.not_met

    @property
    def counted(self) -> int:
        """The members that count, seen or not."""
        return self.seen + self.unknown

    @property
    def members(self) -> int:
        """Everything in the population."""
        return self.counted + self.not_applicable + self.excepted

    @property
    def share(self) -> float | None:
        """Met of seen, 0 to 1; None where nothing was seen."""
        return self.met / self.seen if self.seen else None


_FIELDS = {
    Verdict.MET: "met",
    Verdict.PARTLY: "partly",
    Verdict.NOT_MET: "not_met",
    Verdict.UNKNOWN: "unknown",
    Verdict.NOT_APPLICABLE: "not_applicable",
    Verdict.EXCEPTED: "excepted",
}


def count(population: Population, verdicts: Iterable[Verdict]) -> Tally:
    """Count the verdicts of a population's members."""
    found = dict.fromkeys(_FIELDS.values(), 0)
    for verdict in verdicts:
        found[_FIELDS[verdict]] += 1
    return Tally(population=population, **found)


def grade_share(share: Share, tally: Tally, *, later: bool) -> Judged:
    """A share as grades (design, section 4).

    With few enough unseen, met of seen decides. With too many, the unseen count both ways and nothing is met.
    A population without members is unknown: counting nothing shows nothing.
    """
    if tally.members == 0:
        return OPEN
    if tally.counted == 0:
        return None
    target = share.later if later else share.target
    if tally.unknown <= share.unknown * tally.counted and tally.seen:
        return certain(_grade(tally.met, tally.partly, tally.seen, target))
    worst = _grade(tally.met, tally.partly, tally.counted, target)
    best = _grade(tally.met + tally.unknown, tally.partly, tally.counted, target)
    return Span(low=min(worst, Grade.PARTLY), high=best)


def _grade(met: int, partly: int, of: int, target: float) -> Grade:
    if met >= target * of:
        return Grade.MET
    return Grade.PARTLY if met + partly >= target / 2 * of else Grade.NOT_MET
