# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Folds commits into the state of a history: counts per day and person, and nothing else of anybody."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ayni.analyzers.history.log import LoggedCommit
from ayni.analyzers.history.people import Mailmap, Person, identify
from ayni.analyzers.history.state import DayCount, HistoryState

_SIGNED_OFF: Final = re.compile(rb"^ *signed-off-by:[ \t]*[^\s<]", re.IGNORECASE | re.MULTILINE)
# What forges and habits write by themselves; it says no more than a bare word.
_BARE: Final = re.compile(
    rb"^\s*(?:(?:initial|first|new|minor|small|more) (?:commit|change|changes|fix|fixes|update|updates|release)"
    rb"|(?:update|create|delete|rename|add|edit|fix|wip|cambios|ajustes?|commit|subiendo|alteracao) \S+"
    rb"|(?:add files via upload|work in progress|first commit|primer commit|commit inicial|primeiro commit))[\s.]*$",
    re.IGNORECASE,
)
_DAY_SHIFT: Final = 22


def fold(state: HistoryState, commits: Iterable[LoggedCommit], mailmap: Mailmap) -> HistoryState:
    """The state with these commits counted too; its ``head`` stays as it is, for the caller to move."""
    folding = _Folding(state, mailmap)
    for commit in commits:
        folding.add(commit)
    return folding.state()


class _Folding:
    def __init__(self, state: HistoryState, mailmap: Mailmap) -> None:
        self._before = state
        self._mailmap = mailmap
        self._touched, self._added, self._largest = state.touched, state.added, state.largest
        self._people: dict[Person, int] = {person: index for index, person in enumerate(state.people)}
        self._authors: dict[bytes, int] = {}
        self._counts: dict[int, list[int]] = {
            (row.day << _DAY_SHIFT) + row.person: [row.commits, row.merges, row.signed_off, row.signed, row.explained]
            for row in state.days
        }

    def add(self, commit: LoggedCommit) -> None:
        person = self._authors.get(commit.author)
        if person is None:
            person = self._person(commit.author)
        key = (commit.day << _DAY_SHIFT) + person
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = [0, 0, 0, 0, 0]
        if commit.parents > 1:
            count[1] += 1
            return
        count[0] += 1
        count[2] += is_signed_off(commit.message)
        count[3] += commit.signed
        count[4] += is_explained(commit.message)
        self._touched += commit.files
        self._added += commit.added
        self._largest = max(self._largest, commit.added)

    def _person(self, author: bytes) -> int:
        person = identify(author, self._before.salt, self._mailmap)
        index = self._people.setdefault(person, len(self._people))
        self._authors[author] = index
        return index

    def state(self) -> HistoryState:
        mask = (1 << _DAY_SHIFT) - 1
        return replace(
            self._before,
            touched=self._touched,
            added=self._added,
            largest=self._largest,
            people=tuple(self._people),
            days=tuple(DayCount(key >> _DAY_SHIFT, key & mask, *count) for key, count in sorted(self._counts.items())),
        )


def is_signed_off(message: bytes) -> bool:
    """Whether a line of the message signs the commit off (Developer Certificate of Origin)."""
    return b"igned-" in message and _SIGNED_OFF.search(message) is not None


def is_explained(message: bytes) -> bool:
    """Whether the message says more than a bare word or what a tool writes by itself."""
    words = len(message[:400].split(None, 5))
    if words < 2:
        return False
    return words > 4 or _BARE.match(message[:400]) is None
