# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has to come before what: practices before those that require them, tasks before those that wait for them."""

import heapq
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ayni.errors import AyniError
from ayni.frameworks import Practice
from ayni.roadmap.order import with_all_before
from ayni.roadmap.tasks import Task


def in_order(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """The practices, those that others require first; by phase and id where that leaves a choice.

    Raises AyniError when practices require each other in a circle.
    """
    found = {practice.id: practice for practice in practices}
    missing = {name: len(set(practice.requires) & found.keys()) for name, practice in found.items()}
    opens: dict[str, list[str]] = {name: [] for name in found}
    for name, practice in found.items():
        for first in set(practice.requires) & found.keys():
            opens[first].append(name)
    ready = [(found[name].phase, name) for name, count in missing.items() if not count]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, name = heapq.heappop(ready)
        ordered.append(found[name])
        for other in opens[name]:
            missing[other] -= 1
            if not missing[other]:
                heapq.heappush(ready, (found[other].phase, other))
    if len(ordered) < len(found):
        stuck = ", ".join(sorted(name for name, count in missing.items() if count))
        raise AyniError(
            f"no order can be found for {stuck}: they require each other; run 'ayni packs lint' and mend it"
        )
    return tuple(ordered)


def link(practices: Sequence[Practice], tasks: Sequence[Task]) -> tuple[frozenset[int], ...]:
    """For each task the tasks that come directly before it, all by their places in ``tasks``.

    Practices come with prerequisites first. Within a practice the order of its file holds. The first task of a practice
    waits for the last one of each practice it requires; a required practice without tasks of its own passes on what it
    waits for. It also waits for what others do towards a practice it requires, wherever that makes no circle.
    """
    own: dict[str, list[int]] = {practice.id: [] for practice in practices}
    others: dict[str, set[int]] = {practice.id: set() for practice in practices}
    for index, task in enumerate(tasks):
        own[task.practice.id].append(index)
        for name in task.waiting & others.keys():
            others[name].add(index)
    before: list[set[int]] = [set() for _ in tasks]
    wishes: list[tuple[int, int]] = []
    ends: dict[str, tuple[set[int], set[int]]] = {}
    for practice in practices:
        required = [ends[name] for name in dict.fromkeys(practice.requires) if name in ends]
        firm = {index for last, _ in required for index in last}
        loose = {index for _, wished in required for index in wished}
        chain = own[practice.id]
        if chain:
            before[chain[0]] |= firm
            wishes.extend((chain[0], index) for index in sorted(loose))
            for one, other in pairwise(chain):
                before[other].add(one)
        ends[practice.id] = ({chain[-1]}, others[practice.id]) if chain else (firm, loose | others[practice.id])
    for index, first in wishes:
        if index not in with_all_before((first,), before):
            before[index].add(first)
    return tuple(frozenset(found) for found in before)
