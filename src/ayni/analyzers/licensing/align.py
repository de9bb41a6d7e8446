# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lay a text beside a template's usual wording and name what differs, in time that hostile input cannot stretch."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SEED = 6
LARGEST_TABLE = 40_000
"""Above this product of lengths, two stretches without a common seed count as different altogether."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A stretch of the template [start, end) that the text has otherwise, at [text_start, text_end)."""

    start: int
    end: int
    text_start: int
    text_end: int


def align(wording: str, text: str) -> list[Difference]:
    """Return what differs, in order; the stretches between the differences are equal."""
    return list(_differences(wording, text, 0, 0, 0))


def _differences(wording: str, text: str, at: int, text_at: int, depth: int) -> Iterator[Difference]:
    head = common_head(wording, text)
    wording, text, at, text_at = wording[head:], text[head:], at + head, text_at + head
    tail = common_head(wording[::-1], text[::-1])
    wording, text = wording[: len(wording) - tail], text[: len(text) - tail]
    if not wording or not text:
        if wording or text:
            yield _whole(wording, text, at, text_at)
        return
    seeds = _seeds(wording, text) if depth < 8 else []
    if seeds:
        for start, end, text_start, text_end in _between(seeds, len(wording), len(text)):
            yield from _differences(
                wording[start:end], text[text_start:text_end], at + start, text_at + text_start, depth + 1
            )
    elif len(wording) * len(text) <= LARGEST_TABLE:
        for kind, start, end, text_start, text_end in SequenceMatcher(
            None, wording, text, autojunk=False
        ).get_opcodes():
            if kind != "equal":
                yield Difference(
                    start=at + start, end=at + end, text_start=text_at + text_start, text_end=text_at + text_end
                )
    else:
        yield _whole(wording, text, at, text_at)


def _whole(wording: str, text: str, at: int, text_at: int) -> Difference:
    return Difference(start=at, end=at + len(wording), text_start=text_at, text_end=text_at + len(text))


def common_head(one: str, other: str) -> int:
    """Return how many characters two strings share at their start; halving keeps the comparing in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(seeds: list[tuple[int, int]], length: int, text_length: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that lie between the seeds, on both sides."""
    start = text_start = 0
    for place, text_place in [*seeds, (length, text_length)]:
        if place >= start and text_place >= text_start:
            yield start, place, text_start, text_place
            start, text_start = min(place + SEED, length), min(text_place + SEED, text_length)


def _seeds(wording: str, text: str) -> list[tuple[int, int]]:
    """Return where stretches that occur once on each side match, in an order that both sides keep."""
    ours, theirs = _single_places(wording), _single_places(text)
    pairs = sorted((place, theirs[seed]) for seed, place in ours.items() if seed in theirs)
    return _longest_rising(pairs)


def _single_places(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for place in range(len(text) - SEED + 1):
        seed = text[place : place + SEED]
        places[seed] = -1 if seed in places else place
    return {seed: place for seed, place in places.items() if place >= 0}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second members rise, too."""
    tails: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(tails, place)
        before.append(heads[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(place)
            heads.append(number)
        else:
            tails[rank], heads[rank] = place, number
    run: list[tuple[int, int]] = []
    number = heads[-1] if heads else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
