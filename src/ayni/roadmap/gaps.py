# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which answers still stand between a rule and its being met, once some of them count as closed."""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias, assert_never

from ayni.frameworks import AllOf, Ask, AtLeast, Negation, Rule, Share


class State(StrEnum):
    """What is known of one answer, as far as work is concerned."""

    YES = "yes"
    UNCONFIRMED = "unconfirmed"
    """A yes that a person, or a second person, has yet to confirm: no work closes it, a signature does."""
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class Gap(NamedTuple):
    """One answer that has to change: of the office (scope ``office``), or of the members in a scope.

    A tuple, because plans compare and hash many thousands of them.
    """

    id: str
    scope: str
    wanted: bool = True
    """The answer that is needed; False under a ``not``."""


Open: TypeAlias = frozenset[Gap] | None
"""The gaps of a rule: empty where it is met, None where it does not apply."""

CLOSED: frozenset[Gap] = frozenset()


def open_in(
    rule: Rule, leaf: Callable[[str, bool], Open], share: Callable[[Share, bool], Open], *, wanted: bool = True
) -> Open:
    """The gaps in those parts of a rule that are not met, as judging reads the rule (docs/reference/packs.md, Rules).

    What stands beside an alternative that is met is no gap.
    """
    match rule:
        case Ask():
            return leaf(rule.id, wanted)
        case Share():
            return share(rule, wanted)
        case Negation():
            return open_in(rule.of, leaf, share, wanted=not wanted)
        case AllOf():
            return _joined((open_in(part, leaf, share, wanted=wanted) for part in rule.of), lambda parts: parts)
        case AtLeast():
            return _joined(
                (open_in(part, leaf, share, wanted=wanted) for part in rule.of), _needed(rule.count, wanted=wanted)
            )
        case _:
            assert_never(rule)


def has_alternatives(rule: Rule) -> bool:
    """Whether a part of the rule can be met while another part of it is not."""
    match rule:
        case Ask():
            return False
        case Share():
            return has_alternatives(rule.that)
        case Negation():
            return has_alternatives(rule.of)
        case AllOf():
            return any(has_alternatives(part) for part in rule.of)
        case AtLeast():
            return True
        case _:
            assert_never(rule)


def _needed(count: int, *, wanted: bool) -> Callable[[int], int]:
    """How many of the parts that apply have to hold; or, under a ``not``, have to fail."""
    return lambda parts: min(count, parts) if wanted else parts - min(count, parts) + 1


def _joined(found: Iterable[Open], needed: Callable[[int], int]) -> Open:
    parts = [part for part in found if part is not None]
    if not parts:
        return None
    unmet = [part for part in parts if part]
    return CLOSED if len(parts) - len(unmet) >= needed(len(parts)) else CLOSED.union(*unmet)


def leaf_of(
    states: Mapping[str, State], scopes: frozenset[str], closed: Collection[Gap], *, strict: bool
) -> Callable[[str, bool], Open]:
    """Answers as leaves of a rule, when ``closed`` is done; ``strict`` counts unconfirmed answers as gaps."""

    def leaf(name: str, wanted: bool) -> Open:
        state = states.get(name, State.UNKNOWN)
        if state is (State.YES if wanted else State.NO) or (state is State.UNCONFIRMED and wanted and not strict):
            return CLOSED
        if state is State.NOT_APPLICABLE:
            return None
        return frozenset([gap for scope in scopes if (gap := Gap(name, scope, wanted)) not in closed])

    return leaf
