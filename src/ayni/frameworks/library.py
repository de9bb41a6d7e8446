# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""All packs of one run, and the questions that the later rooms ask of them."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from ayni.frameworks.pack import Criterion, Edge, Item, Language, Pack, Practice
from ayni.frameworks.words import Words

Member = TypeVar("Member", Practice, Item)


class Library:
    """Packs and their words. Immutable once built; two libraries of the same packs answer alike."""

    def __init__(self, packs: Iterable[tuple[Pack, Words]]) -> None:
        ordered = sorted(packs, key=lambda pair: pair[0].id)
        self.packs: tuple[Pack, ...] = tuple(pack for pack, _ in ordered)
        self._words: Mapping[str, Words] = {pack.id: words for pack, words in ordered}

    @cached_property
    def digest(self) -> str:
        """Names the whole content: same digest, same judgement."""
        return hashlib.sha256("".join(f"{pack.id}:{pack.digest};" for pack in self.packs).encode()).hexdigest()

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """Every practice, in the order of its pack."""
        return tuple(practice for pack in self.packs for practice in _ordered(pack, pack.practices))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of every framework, in the order of its pack."""
        return tuple(item for pack in self.packs for item in _ordered(pack, pack.items))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge of every crosswalk."""
        return tuple(edge for pack in self.packs for edge in pack.edges)

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Everything that can be judged, under its id."""
        return {
            criterion.id: criterion
            for criterion in (*(p.criterion for p in self.practices), *(i.criterion for i in self.items))
        }

    @cached_property
    def _practice_by_id(self) -> Mapping[str, Practice]:
        return {practice.id: practice for practice in self.practices}

    def practice(self, practice_id: str) -> Practice | None:
        """The practice of that id."""
        return self._practice_by_id.get(practice_id)

    def pack(self, pack_id: str) -> Pack | None:
        """The pack of that id."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def edges_of(self, name: str) -> tuple[Edge, ...]:
        """The edges that start or end at a practice, probe or item."""
        return tuple(edge for edge in self.edges if name in (edge.start, edge.end))

    def uncovered(self, pack: Pack) -> tuple[Item, ...]:
        """The items that no practice or probe gives evidence towards."""
        covered = {edge.end for edge in pack.edges}
        return tuple(item for item in pack.items if item.id not in covered)

    def say(self, language: Language, pack_id: str, *path: str) -> str:
        """A text of a pack; see Words.say."""
        words = self._words.get(pack_id)
        return words.say(language, *path) if words else path[-1]

    def words(self, pack_id: str) -> Words:
        """All texts of a pack; empty for a pack that is not here."""
        return self._words.get(pack_id, Words({}))


def _ordered(pack: Pack, members: Iterable[Member]) -> list[Member]:
    """By group, in the pack's order of groups; within a group as the file has them."""
    place = {group: index for index, group in enumerate(pack.groups)}
    return sorted(members, key=lambda member: place.get(member.criterion.group, len(place)))
