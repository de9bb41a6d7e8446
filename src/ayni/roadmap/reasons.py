# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why each task comes where it does. Reasons are read off the finished order, so that each is true of it."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from ayni.roadmap.step import Because, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the reasons of one task are made from: its phase, the gaps it settles, its cost, and what it waits for."""

    phase: int
    early_result: bool
    gaps: int
    cost: int
    before: frozenset[int]


def reasons(order: Sequence[int], places: Sequence[Place]) -> Iterator[tuple[Because, ...]]:
    """The reasons of each task in its order, the most telling first; at least one each."""
    waiting = [0] * len(places)
    for place in places:
        for first in place.before:
            waiting[first] += 1
    left = set(order)
    earliest = _earliest_left(order, places)
    for task, phase in zip(order, earliest, strict=True):
        place = places[task]
        found = []
        if place.early_result:
            found.append(Because(why=Why.EARLY_RESULT))
        if _closes_most(task, left, places):
            found.append(Because(why=Why.CLOSES_MOST, number=place.gaps))
        if waiting[task]:
            found.append(Because(why=Why.OPENS_OTHERS, number=waiting[task]))
        if place.phase == phase:
            found.append(Because(why=Why.PHASE, number=phase))
        yield tuple(found) or (Because(why=Why.NOTHING_BEFORE),)
        left.remove(task)


def _earliest_left(order: Sequence[int], places: Sequence[Place]) -> list[int]:
    """For each place in the order the earliest phase from there on."""
    found: list[int] = []
    for task in reversed(order):
        phase = places[task].phase
        found.append(min(phase, found[-1]) if found else phase)
    return found[::-1]


def _closes_most(task: int, left: Set[int], places: Sequence[Place]) -> bool:
    """Whether nothing else that could come now closes more gaps for its cost; a single choice is no choice."""
    one = places[task]
    rivals = [places[other] for other in left if other != task and places[other].before.isdisjoint(left)]
    return bool(rivals) and all(one.gaps * rival.cost >= rival.gaps * one.cost for rival in rivals)
