# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Judging one criterion of one subject, from a view of what is known of it."""

from collections.abc import Callable, Mapping

from ayni.assessment.finding import Asked, Counted, Finding
from ayni.assessment.grades import OPEN, Grade, Judged, Verdict, grade_answer, judge_rule, verdict_of
from ayni.assessment.tally import Tally, grade_share
from ayni.evidence import Evidence, View
from ayni.frameworks import Criterion, Rule, Share, asked, shares
from ayni.probes import Answer, Outcome, ask

EXCEPTION = "exception:"
"""The claim under which an exception is recorded, followed by the id of the criterion."""


class Asker:
    """Asks each probe once about one subject, however many criteria want to know."""

    __slots__ = ("_answers", "view")

    def __init__(self, view: View) -> None:
        self.view = view
        self._answers: dict[str, Answer] = {}

    def __call__(self, name: str) -> Answer:
        """The answer to a probe or question; asked once."""
        answer = self._answers.get(name)
        if answer is None:
            answer = self._answers[name] = ask(name, self.view)
        return answer


def share_keys(criterion: Criterion) -> Mapping[Share, str]:
    """The key of each share of a criterion in the members' rows: the criterion's id, then /1, /2 …"""
    found: dict[Share, str] = {}
    for share in shares(criterion.met_when):
        found.setdefault(share, criterion.id if not found else f"{criterion.id}/{len(found)}")
    return found


def judge_verdict(criterion: Criterion, rule: Rule, asker: Asker) -> Verdict:
    """The bare verdict of a rule without shares: what the rows of a portfolio hold."""
    verdict = verdict_of(_judge(criterion, rule, asker, _no_share))
    excepted = verdict is not Verdict.MET and exception_of(criterion, asker.view) is not None
    return Verdict.EXCEPTED if excepted else verdict


def judge(
    criterion: Criterion, asker: Asker, tallies: Mapping[str, Tally] | None = None, *, only: Rule | None = None
) -> Finding:
    """The finding on a criterion. ``tallies`` are the populations its shares count, under their keys.

    ``only`` judges another rule in the criterion's name: what a share asks of one member.
    """
    rule = only or criterion.met_when
    keys = {} if only else share_keys(criterion)
    counts = tallies or {}
    exception = exception_of(criterion, asker.view)

    def counted(*, later: bool) -> Callable[[Share], Judged]:
        return lambda share: grade_share(share, counts[keys[share]], later=later)

    verdict = verdict_of(_judge(criterion, rule, asker, counted(later=False)))
    later = verdict_of(_judge(criterion, rule, asker, counted(later=True))) if keys else verdict
    if exception is not None and verdict is not Verdict.MET:
        verdict = later = Verdict.EXCEPTED
    return Finding(
        criterion=criterion.id,
        pack=criterion.pack,
        subject=asker.view.subject,
        verdict=verdict,
        later=later,
        asked=tuple(_asked(criterion, name, asker) for name in _asked_here(criterion, rule)),
        counted=tuple(
            Counted(key=key, tally=counts[key], target=share.target, later=share.later) for share, key in keys.items()
        ),
        exception=exception,
    )


def _judge(criterion: Criterion, rule: Rule, asker: Asker, share: Callable[[Share], Judged]) -> Judged:
    def grade(name: str) -> Judged:
        return grade_answer(asker(name), suffices=name in criterion.suffices, confirm=criterion.confirm)

    if criterion.applies_when is not None:
        applies = judge_rule(criterion.applies_when, lambda name: _as_fact(asker(name)), share)
        if applies is None or applies.high is Grade.NOT_MET:
            return None
        judged = judge_rule(rule, grade, share)
        return judged if applies.low is not Grade.NOT_MET else _perhaps(judged)
    return judge_rule(rule, grade, share)


def _as_fact(answer: Answer) -> Judged:
    """Whether something applies is no achievement: a likely yes is a yes."""
    return grade_answer(answer, suffices=True, confirm=False)


def _perhaps(judged: Judged) -> Judged:
    """It is not known whether the criterion applies: what was seen cannot be held for or against."""
    return None if judged is None else OPEN


def _no_share(share: Share) -> Judged:
    raise ValueError(f"a single member has no {share.of.value} to count; the lint of packs refuses this")


def exception_of(criterion: Criterion, view: View) -> Evidence | None:
    """The exception that holds for the criterion on the view's day."""
    return view.attestation(EXCEPTION + criterion.id)


def _asked_here(criterion: Criterion, rule: Rule) -> tuple[str, ...]:
    """What the subject itself was asked, each once: not what its members were asked."""
    member = {name for share in shares(rule) for name in asked(share.that)}
    own = [name for name in asked(rule) if name not in member]
    if criterion.applies_when is not None:
        own.extend(asked(criterion.applies_when))
    return tuple(dict.fromkeys(own))


def _asked(criterion: Criterion, name: str, asker: Asker) -> Asked:
    answer = asker(name)
    capped = answer.outcome is Outcome.YES and (
        (answer.likely and name not in criterion.suffices) or (answer.unconfirmed and criterion.confirm)
    )
    return Asked(id=name, answer=answer, capped=capped)
