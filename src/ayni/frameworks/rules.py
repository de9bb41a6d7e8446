# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The five words in which packs say when something is met, as frozen values (docs/reference/packs.md, Rules)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never


class Population(StrEnum):
    """The members over which a share is counted."""

    PUBLISHED_REPOSITORIES = "published-repositories"
    INTERNAL_REPOSITORIES = "internal-repositories"
    OWNED_REPOSITORIES = "owned-repositories"
    UPSTREAM_REPOSITORIES = "upstream-repositories"
    INSTITUTIONS = "institutions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One probe or question, by its id."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Met when every rule is; partly when some are."""

    of: tuple["Rule", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """Met when ``count`` of the rules are. ``any`` is the case of one."""

    count: int
    of: tuple["Rule", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """Met when the other is not."""

    of: "Rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Met when enough of a population meets ``that``.

    ``target`` and ``later`` are shares (0 to 1) of the members that were seen, in the phase of introduction and a phase
    later; ``unknown`` is the largest share of all members that may be unseen.
    """

    of: Population
    that: "Rule"
    target: float
    later: float
    unknown: float


Rule: TypeAlias = Ask | AllOf | AtLeast | Negation | Share


def asked(rule: Rule) -> Iterator[str]:
    """The probe and question ids that a rule reads, in reading order, repeated where it repeats them."""
    match rule:
        case Ask():
            yield rule.id
        case AllOf() | AtLeast():
            for part in rule.of:
                yield from asked(part)
        case Negation():
            yield from asked(rule.of)
        case Share():
            yield from asked(rule.that)
        case _:
            assert_never(rule)


def shares(rule: Rule) -> Iterator[Share]:
    """The shares within a rule."""
    match rule:
        case Share():
            yield rule
        case AllOf() | AtLeast():
            for part in rule.of:
                yield from shares(part)
        case Negation():
            yield from shares(rule.of)
        case Ask():
            return
        case _:
            assert_never(rule)
