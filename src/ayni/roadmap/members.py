# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The members of populations that fail, gathered into groups that fail alike."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ayni.assessment import SCOPES, Asked, Assessment, Finding, RepositoryResult, Tally, Verdict
from ayni.frameworks import Rule, Share, asked
from ayni.probes import Outcome
from ayni.roadmap.gaps import CLOSED, Gap, Open, State, has_alternatives, leaf_of, open_in

_FAILING = frozenset({Verdict.PARTLY, Verdict.NOT_MET, Verdict.UNKNOWN})
_STATES = {
    Outcome.YES: State.YES,
    Outcome.NO: State.NO,
    Outcome.UNKNOWN: State.UNKNOWN,
    Outcome.NOT_APPLICABLE: State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Members of a population that fail a rule alike: what they answered, the scopes they may be in, how many.

    ``gaps`` is what they lack when nothing is closed.
    """

    rule: Rule
    states: Mapping[str, State]
    scopes: frozenset[str]
    count: int
    gaps: frozenset[Gap]

    def left(self, closed: Collection[Gap]) -> frozenset[Gap]:
        """What they still lack when ``closed`` is done."""
        found = frozenset([gap for gap in self.gaps if gap not in closed])
        if len(found) == len(self.gaps) or not has_alternatives(self.rule):
            return found
        return lacking(self.rule, self.states, self.scopes, closed)


def lacking(
    rule: Rule,
    states: Mapping[str, State],
    scopes: frozenset[str],
    closed: Collection[Gap] = (),
    *,
    wanted: bool = True,
    strict: bool = False,
) -> frozenset[Gap]:
    """The gaps of a rule about one member. ``strict`` counts unconfirmed answers too."""
    return open_in(rule, leaf_of(states, scopes, closed, strict=strict), _no_share, wanted=wanted) or CLOSED


def _no_share(share: Share, wanted: bool) -> Open:  # noqa: ARG001 - the shape that open_in calls
    return None


def states(answers: Iterable[Asked]) -> dict[str, State]:
    """What was answered, under the ids that were asked."""
    return {a.id: _state(a.answer.outcome, capped=a.capped) for a in answers}


def _state(outcome: Outcome, *, capped: bool) -> State:
    return State.UNCONFIRMED if capped else _STATES[outcome]


class Members:
    """Every repository of an assessment that fails a share, found by the share's key."""

    def __init__(self, assessment: Assessment) -> None:
        self._detailed = any(repository.findings for repository in assessment.repositories)
        self._found: dict[str, Counter[tuple[str, tuple[tuple[str, Outcome, bool], ...]]]] = {}
        for repository in assessment.repositories:
            for key, finding in _keyed(repository):
                answers = tuple([(a.id, a.answer.outcome, a.capped) for a in finding.asked])
                self._found.setdefault(key, Counter())[repository.scope, answers] += 1

    def groups(self, share: Share, key: str, tally: Tally) -> tuple[Group, ...]:
        """The members that fail the share.

        Without the findings of single members (institutions, large portfolios) every answer that the share asks for
        counts as open in all of them, which is the most that can be needed. A population that nobody listed is one
        group of unknown size.
        """
        names = tuple(dict.fromkeys(asked(share.that)))
        scopes = SCOPES.get(share.of, frozenset({share.of.value}))
        if tally.members == 0:
            return (_group(share.that, dict.fromkeys(names, State.UNKNOWN), scopes, 0),)
        if self._detailed and share.of in SCOPES:
            return tuple(
                _group(
                    share.that,
                    {name: _state(outcome, capped=capped) for name, outcome, capped in answers},
                    frozenset({scope}),
                    count,
                )
                for (scope, answers), count in self._found.get(key, Counter()).items()
                if scope in scopes
            )
        counts = ((State.NO, tally.partly + tally.not_met), (State.UNKNOWN, tally.unknown))
        return tuple(_group(share.that, dict.fromkeys(names, state), scopes, count) for state, count in counts if count)


def _group(rule: Rule, states: Mapping[str, State], scopes: frozenset[str], count: int) -> Group:
    return Group(rule=rule, states=states, scopes=scopes, count=count, gaps=lacking(rule, states, scopes))


def _keyed(repository: RepositoryResult) -> Iterator[tuple[str, Finding]]:
    """The findings of one repository that fail, under the keys of its row: the id, then /1, /2 … as shares are."""
    times: dict[str, int] = {}
    for finding in repository.findings:
        place = times.get(finding.criterion, 0)
        times[finding.criterion] = place + 1
        if finding.verdict in _FAILING:
            yield (f"{finding.criterion}/{place}" if place else finding.criterion), finding
