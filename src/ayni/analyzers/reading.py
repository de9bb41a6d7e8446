# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What analyzers do alike: take typed facts out of the store, and say what was seen without ever guessing absence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

import msgspec

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import NotSeen, Observation

F = TypeVar("F")

CONTENT_MISSING = "content-missing"
LISTING_INCOMPLETE = "listing-incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings(Generic[F]):
    """The facts of the wanted contents by path; a content that says nothing is left out.

    ``missing`` are the paths that could not be read.
    """

    by_path: Mapping[str, F]
    missing: tuple[str, ...] = field(default=())


def gather(tree: Tree, facts: Mapping[BlobId, Facts], wants: Callable[[TreeEntry], bool], kind: type[F]) -> Readings[F]:
    """The facts of every wanted entry of the tree, as the given type."""
    found: dict[str, F] = {}
    missing: list[str] = []
    for entry in tree.files:
        if not wants(entry):
            continue
        if entry.blob not in facts:
            missing.append(entry.path)
            continue
        fact = facts[entry.blob]
        if fact is not None:
            found[entry.path] = msgspec.convert(fact, kind)
    return Readings(by_path=found, missing=tuple(missing))


def as_facts(value: Any) -> Facts:
    """The plain JSON of a dataclass of facts."""
    return cast("Facts", msgspec.to_builtins(value))


def observe_list(tree: Tree, claim: str, found: Iterable[str], *, missing: bool = False) -> Observation:
    """What was found, sorted. Something found is a fact; nothing found is one only when everything could be seen."""
    value = tuple(sorted(set(found)))
    if value:
        return Observation(claim=claim, value=value, locator=value[0] if len(value) == 1 else "")
    if missing:
        return Observation(claim=claim, value=NotSeen(reason=CONTENT_MISSING))
    if not tree.complete:
        return Observation(claim=claim, value=NotSeen(reason=LISTING_INCOMPLETE))
    return Observation(claim=claim, value=())


def observe_number(tree: Tree, claim: str, number: int, *, missing: bool = False) -> Observation:
    """A count over the snapshot; unknown when part of it could not be seen."""
    if missing:
        return Observation(claim=claim, value=NotSeen(reason=CONTENT_MISSING))
    if not tree.complete:
        return Observation(claim=claim, value=NotSeen(reason=LISTING_INCOMPLETE))
    return Observation(claim=claim, value=number)
