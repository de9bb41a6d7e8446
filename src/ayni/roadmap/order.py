# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which order to take jobs so that much is closed soon: one machine, prerequisites, least sum of weight times end.

Two rules make an order each, the better one is improved by exchanging neighbors (docs/decisions/0005-roadmap-order.md).
Whole numbers throughout, ties by place, no chance: same jobs, same order.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

LONGEST_EXCHANGE = 5
"""How many jobs in a row may change places with as many neighbors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """Jobs by their places, ties included: what each is worth, what it costs, and the jobs directly before it."""

    weights: tuple[int, ...]
    costs: tuple[int, ...]
    before: tuple[frozenset[int], ...]


def sequence(chosen: Set[int], jobs: Jobs) -> tuple[int, ...]:
    """The chosen jobs in order. Prerequisites that are not chosen count as there."""
    found = (_by_closures(chosen, jobs), _by_merging(chosen, jobs))
    return _with_exchanges(min(found, key=lambda order: objective(order, jobs)), jobs)


def objective(order: Iterable[int], jobs: Jobs) -> int:
    """The sum of every job's weight times the cost spent until its end."""
    places = tuple(order)
    ends = accumulate(jobs.costs[job] for job in places)
    return sum(jobs.weights[job] * end for job, end in zip(places, ends, strict=True))


def with_all_before(chosen: Iterable[int], before: Sequence[Set[int]]) -> frozenset[int]:
    """The chosen jobs and all that comes before any of them."""
    found = set(chosen)
    waiting = list(found)
    while waiting:
        new = before[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _by_closures(chosen: Set[int], jobs: Jobs) -> list[int]:
    """Again and again, of everything left, the job that is worth most for its cost together with all it still needs."""
    needs = {job: with_all_before((job,), jobs.before) & chosen for job in chosen}
    worth = {job: _worth(needed, jobs) for job, needed in needs.items()}
    order: list[int] = []
    while needs:
        best = max(needs, key=lambda job: (worth[job], -len(needs[job]), -job))
        taken = needs[best]
        order.extend(_by_worth(taken, jobs))
        for job in taken:
            del needs[job]
        for job, needed in needs.items():
            if not needed.isdisjoint(taken):
                needs[job] = needed - taken
                worth[job] = _worth(needs[job], jobs)
    return order


def _worth(members: Iterable[int], jobs: Jobs) -> float:
    weight = cost = 0
    for job in members:
        weight += jobs.weights[job]
        cost += jobs.costs[job]
    return _ratio(weight, cost)


def _ratio(weight: int, cost: int) -> float:
    """Weight for cost; what costs nothing counts as the smallest cost there is."""
    return weight / max(cost, 1)


def _by_worth(members: Set[int], jobs: Jobs) -> list[int]:
    """Always the best of the jobs whose prerequisites are there."""
    left = set(members)
    order = []
    while left:
        free = (job for job in left if jobs.before[job].isdisjoint(left))
        best = max(free, key=lambda job: (_ratio(jobs.weights[job], jobs.costs[job]), -job))
        order.append(best)
        left.remove(best)
    return order


def _by_merging(chosen: Set[int], jobs: Jobs) -> list[int]:
    """Again and again the best job of all: taken when it is free, else tied behind its weakest last prerequisite.

    Optimal where every job has at most one prerequisite (Horn 1972): many small jobs carry what they all wait for.
    """
    chains = {job: [job] for job in chosen}
    weights = {job: jobs.weights[job] for job in chosen}
    costs = {job: jobs.costs[job] for job in chosen}
    before = {job: set(jobs.before[job] & chosen) for job in chosen}
    order: list[int] = []
    while chains:
        best = max(chains, key=lambda job: (_ratio(weights[job], costs[job]), -job))
        firsts = before.pop(best)
        chain, weight, cost = chains.pop(best), weights.pop(best), costs.pop(best)
        if firsts:
            host = min(_last(firsts, before), key=lambda job: (_ratio(weights[job], costs[job]), job))
            chains[host] += chain
            weights[host] += weight
            costs[host] += cost
            before[host] |= firsts - {host}
        else:
            host = -1
            order.extend(chain)
        for others in before.values():
            if best in others:
                others.remove(best)
                others.update({host} if firsts else ())
    return order


def _last(jobs: Set[int], before: dict[int, set[int]]) -> set[int]:
    """Those of the jobs that come before none of the others: tying behind them makes no circle."""
    found = set(jobs)
    seen: set[int] = set()
    waiting = list(jobs)
    while waiting:
        earlier = before[waiting.pop()] - seen
        seen |= earlier
        waiting.extend(earlier)
    return found - seen


def _with_exchanges(order: list[int], jobs: Jobs) -> tuple[int, ...]:
    """Let short rows of neighbors change places as long as that gains and no prerequisite is passed."""
    lengths = range(1, LONGEST_EXCHANGE + 1)
    row = _Row(order, jobs)
    while any(row.exchange(first, second) for first in lengths for second in lengths):
        pass  # each exchange lowers the objective, so this ends
    return tuple(row.order)


class _Row:
    """An order with its running sums, so that an exchange is weighed at once."""

    def __init__(self, order: list[int], jobs: Jobs) -> None:
        self.order = order
        self._jobs = jobs
        self._weights = [0, *accumulate(jobs.weights[job] for job in order)]
        self._costs = [0, *accumulate(jobs.costs[job] for job in order)]

    def exchange(self, first: int, second: int) -> bool:
        """Exchange every row of ``first`` jobs with the ``second`` after it where that gains; whether any did."""
        weights, costs, gained = self._weights, self._costs, False
        for start in range(len(self.order) - first - second + 1):
            middle, end = start + first, start + first + second
            gain = (weights[end] - weights[middle]) * (costs[middle] - costs[start])
            loss = (weights[middle] - weights[start]) * (costs[end] - costs[middle])
            if gain > loss and self._free(start, middle, end):
                self._swap(start, middle, end)
                gained = True
        return gained

    def _free(self, start: int, middle: int, end: int) -> bool:
        earlier = self.order[start:middle]
        return all(self._jobs.before[job].isdisjoint(earlier) for job in self.order[middle:end])

    def _swap(self, start: int, middle: int, end: int) -> None:
        self.order[start:end] = self.order[middle:end] + self.order[start:middle]
        for place in range(start, end):
            self._weights[place + 1] = self._weights[place] + self._jobs.weights[self.order[place]]
            self._costs[place + 1] = self._costs[place] + self._jobs.costs[self.order[place]]
