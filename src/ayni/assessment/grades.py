# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The arithmetic of verdicts.

What was not seen counts both ways: a rule yields the lowest and the highest grade that the unseen could still give it.
A verdict is stated only where seeing the rest could not take it away.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypeAlias, assert_never

from ayni.frameworks import AllOf, Ask, AtLeast, Negation, Rule, Share
from ayni.probes import Answer, Outcome


class Verdict(StrEnum):
    """What is said of a criterion."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    EXCEPTED = "excepted"


class Grade(IntEnum):
    """How far something is met, in order."""

    NOT_MET = 0
    PARTLY = 1
    MET = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The grades that are still possible: at least ``low``, at most ``high``."""

    low: Grade
    high: Grade

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"a span from {self.low.name} to {self.high.name} is empty")


Judged: TypeAlias = Span | None
"""A span, or None where the rule does not apply."""

_SPANS = {(low, high): Span(low=low, high=high) for low in Grade for high in Grade if low <= high}
"""Every span there is, made once: a portfolio needs millions."""

OPEN = _SPANS[Grade.NOT_MET, Grade.MET]
"""Nothing was seen: anything is possible."""
_VERDICTS = {Grade.MET: Verdict.MET, Grade.PARTLY: Verdict.PARTLY, Grade.NOT_MET: Verdict.NOT_MET}


def certain(grade: Grade) -> Span:
    """Nothing is left open."""
    return _SPANS[grade, grade]


def verdict_of(judged: Judged) -> Verdict:
    """What can be stated: the certain grade; partly where that much is certain; unknown below."""
    if judged is None:
        return Verdict.NOT_APPLICABLE
    if judged.low is judged.high or judged.low is Grade.PARTLY:
        return _VERDICTS[judged.low]
    return Verdict.UNKNOWN


def grade_answer(answer: Answer, *, suffices: bool, confirm: bool) -> Judged:
    """An answer as grades. An unconfirmed guess, or a word that wants a second person, is partly at most."""
    match answer.outcome:
        case Outcome.YES:
            capped = (answer.likely and not suffices) or (answer.unconfirmed and confirm)
            return certain(Grade.PARTLY if capped else Grade.MET)
        case Outcome.NO:
            return certain(Grade.NOT_MET)
        case Outcome.UNKNOWN:
            return OPEN
        case Outcome.NOT_APPLICABLE:
            return None
        case _:
            assert_never(answer.outcome)


def judge_rule(rule: Rule, grade_ask: Callable[[str], Judged], grade_share: Callable[[Share], Judged]) -> Judged:
    """Hold a rule against the grades of what it asks and counts (docs/reference/packs.md, Rules)."""
    match rule:
        case Ask():
            return grade_ask(rule.id)
        case Share():
            return grade_share(rule)
        case Negation():
            return _flipped(judge_rule(rule.of, grade_ask, grade_share))
        case AllOf():
            return _combined((judge_rule(part, grade_ask, grade_share) for part in rule.of), _every)
        case AtLeast():
            return _combined((judge_rule(part, grade_ask, grade_share) for part in rule.of), _counting(rule.count))
        case _:
            assert_never(rule)


def _flipped(judged: Judged) -> Judged:
    if judged is None:
        return None
    return _SPANS[Grade(Grade.MET - judged.high), Grade(Grade.MET - judged.low)]


def _combined(parts: Iterable[Judged], combine: Callable[[list[Grade]], Grade]) -> Judged:
    spans = [part for part in parts if part is not None]
    if not spans:
        return None
    if len(spans) == 1 and combine is _every:
        return spans[0]
    return _SPANS[combine([span.low for span in spans]), combine([span.high for span in spans])]


def _every(grades: list[Grade]) -> Grade:
    if all(grade is Grade.MET for grade in grades):
        return Grade.MET
    return Grade.PARTLY if any(grade is not Grade.NOT_MET for grade in grades) else Grade.NOT_MET


def _counting(count: int) -> Callable[[list[Grade]], Grade]:
    def combine(grades: list[Grade]) -> Grade:
        ranked = sorted(grades, reverse=True)
        return ranked[min(count, len(ranked)) - 1]

    return combine
