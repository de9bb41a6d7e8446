# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list behind a figure: which members of a population got which verdict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ayni.assessment import SCOPES, InstitutionResult, RepositoryResult, Verdict
from ayni.frameworks import Population
from ayni.reports.html.desk import DETAILED, SHOWN, Desk, anchor_of, name_of

Row = TypeVar("Row", RepositoryResult, InstitutionResult)

ORDER = (
    Verdict.NOT_MET,
    Verdict.PARTLY,
    Verdict.UNKNOWN,
    Verdict.MET,
    Verdict.EXCEPTED,
    Verdict.NOT_APPLICABLE,
)
"""The order in which readers get verdicts: what needs work first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A name, and where its row is on the page; empty where it has none."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberList:
    """The members with one verdict. ``rest`` are those that are counted but not named."""

    verdict: Verdict
    count: int
    members: tuple[Member, ...]
    rest: int


def practice_lists(desk: Desk, key: str, population: Population) -> tuple[MemberList, ...]:
    """The members behind a share that a practice counts."""
    if population is Population.INSTITUTIONS:
        institutions = [result for result in desk.assessment.institutions if key in result.verdicts]
        return _lists(institutions, key, SHOWN, _institution)
    members = (result for result in desk.assessment.repositories if result.scope in SCOPES[population])
    return _lists(members, key, SHOWN if desk.large else DETAILED, lambda result: member_of(desk, result))


def item_lists(desk: Desk, key: str) -> tuple[MemberList, ...]:
    """The repositories behind the figures of one requirement."""
    return _lists(desk.assessment.repositories, key, desk.listed, lambda result: member_of(desk, result))


def member_of(desk: Desk, result: RepositoryResult) -> Member:
    """A repository in a list."""
    return Member(name=name_of(result), anchor=desk.anchors.get(result.subject.id, ""))


def institution_anchor(institution: str) -> str:
    """Where an institution is on the page."""
    return "i" + anchor_of(institution)


def _institution(result: InstitutionResult) -> Member:
    return Member(name=result.title, anchor=institution_anchor(result.subject.id))


def _lists(results: Iterable[Row], key: str, limit: int, member: Callable[[Row], Member]) -> tuple[MemberList, ...]:
    found: dict[Verdict, list[Row]] = {}
    for result in results:
        verdict = result.verdicts.get(key)
        if verdict is not None:
            found.setdefault(verdict, []).append(result)
    return tuple(
        MemberList(
            verdict=verdict,
            count=len(found[verdict]),
            members=tuple(member(result) for result in found[verdict][:limit]),
            rest=max(0, len(found[verdict]) - limit),
        )
        for verdict in ORDER
        if verdict in found
    )
