# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The work that is needed: the actions that close something which no action before them closes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ayni.frameworks import Effort, Practice, asked
from ayni.frameworks.pack import NO_EFFORT, Action
from ayni.roadmap.gaps import Gap
from ayni.roadmap.standing import GOOD_ENOUGH, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One action that is needed."""

    action: Action
    practice: Practice
    place: int
    """Where the action stands among the actions of its practice."""
    closes: tuple[str, ...]
    settles: tuple[int, ...]
    """For each gap it settles, a pair of a practice and an answer, the phase of the practice that waits for it."""
    waiting: frozenset[str]
    """The practices that wait for it."""
    members: int
    provisional: bool
    done: bool

    @property
    def effort(self) -> Effort:
        """Once, and again for every member."""
        return self.action.effort + self.action.each.times(self.members)


_Key: TypeAlias = tuple[str, int]


@dataclass(slots=True, kw_only=True)
class _Draft:
    standing: Standing
    place: int
    gaps: frozenset[Gap] = frozenset()
    members: int = 0
    settles: list[int] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)

    @property
    def practice(self) -> Practice:
        return self.standing.practice

    @property
    def action(self) -> Action:
        return self.practice.actions[self.place]


def find_tasks(standings: Sequence[Standing], target: int, done: frozenset[str]) -> tuple[Task, ...]:
    """The actions that are needed to reach the target phase, sorted by practice and place.

    Standings come with prerequisites first. Level by level, as phases ask for more: what a lower target needs is
    picked before anything that only a higher one needs, so that a higher target only adds.
    """
    picking = _Picking()
    phases = {standing.practice.phase for standing in standings}
    for level in sorted(level for level in phases | {phase + 1 for phase in phases} if level <= target):
        for standing in standings:
            if standing.practice.phase == level - 1 and standing.finding.later not in GOOD_ENOUGH:
                picking.pick(standing, later=True)
        for standing in standings:
            if standing.practice.phase == level and standing.finding.verdict not in GOOD_ENOUGH:
                picking.pick(standing, later=False)
    return picking.tasks(done)


class _Picking:
    """Goes through practices, and remembers which gap is closed by which action."""

    def __init__(self) -> None:
        self._drafts: dict[_Key, _Draft] = {}
        self._closed: dict[Gap, _Key] = {}
        self._waits: dict[str, tuple[Practice, frozenset[Gap]]] = {}

    def pick(self, standing: Standing, *, later: bool) -> None:
        """Take every action of a practice that closes something still open."""
        practice = standing.practice
        before = self._waits[practice.id][1] if practice.id in self._waits else frozenset()
        all_gaps = standing.gaps((), later=later)
        self._waits[practice.id] = practice, before | all_gaps
        for place, action in enumerate(practice.actions):
            alternatives = standing.has_alternatives and not all_gaps.isdisjoint(self._closed)
            still = standing.gaps(self._closed, later=later) if alternatives else all_gaps - self._closed.keys()
            if not still:
                return
            gaps = frozenset(gap for gap in still if gap.id in action.closes) if action.closes else still
            if gaps:
                self._grow(standing, place, gaps)

    def _grow(self, standing: Standing, place: int, gaps: frozenset[Gap]) -> None:
        key = standing.practice.id, place
        draft = self._drafts.setdefault(key, _Draft(standing=standing, place=place))
        draft.gaps |= gaps
        if draft.action.each != NO_EFFORT:
            draft.members = standing.members(draft.gaps, self._closed.keys() - draft.gaps)
        self._closed.update(dict.fromkeys(gaps, key))

    def tasks(self, done: frozenset[str]) -> tuple[Task, ...]:
        """What was picked, with each gap credited to the one action that settles it for its practice."""
        rank = {key: index for index, key in enumerate(self._drafts)}
        for practice, gaps in self._waits.values():
            last: dict[str, tuple[bool, int, _Key]] = {}
            for gap in gaps & self._closed.keys():
                key = self._closed[gap]
                self._drafts[key].waiting.add(practice.id)
                claim = (key[0] == practice.id, rank[key], key)
                last[gap.id] = max(claim, last.get(gap.id, claim))
            for _, _, key in last.values():
                self._drafts[key].settles.append(practice.phase)
        return tuple(_task(draft, done) for _, draft in sorted(self._drafts.items(), key=lambda pair: pair[0]))


def _task(draft: _Draft, done: frozenset[str]) -> Task:
    ids = {gap.id for gap in draft.gaps}
    return Task(
        action=draft.action,
        practice=draft.practice,
        place=draft.place,
        closes=tuple(name for name in dict.fromkeys(asked(draft.practice.criterion.met_when)) if name in ids),
        settles=tuple(sorted(draft.settles)),
        waiting=frozenset(draft.waiting) - {draft.practice.id},
        members=draft.members,
        provisional=draft.standing.nobody_looked(draft.gaps),
        done=draft.action.id in done,
    )
