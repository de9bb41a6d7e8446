# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frameworks as JSON: one with its items and what counts towards it, or all of them in figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from ayni.assessment import Verdict
from ayni.reports.framework_standing import Contribution, FrameworkStanding, ItemStanding, frameworks, stand
from ayni.reports.framework_view import by_verdict
from ayni.reports.report import Report

FORM: Final = 1
"""Raised when a key is renamed, removed or changes its meaning; new keys do not raise it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryNote:
    """A framework in figures. ``office`` counts the office's verdicts; ``covered`` items have an edge."""

    id: str
    version: str
    source: str
    items: int
    each_repository: int
    covered: int
    office: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNote:
    """One item: a verdict with the ids of its evidence, or repositories counted by verdict."""

    id: str
    group: str
    subject: str
    verdict: str | None
    repositories: Mapping[str, int] | None
    covered: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeNote:
    """A practice and the items towards which it counts, each with how far."""

    id: str
    verdict: str | None
    counts_towards: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNote:
    """Every framework."""

    form: int
    day: date
    office: str
    frameworks: tuple[SummaryNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkNote:
    """One framework."""

    form: int
    day: date
    office: str
    framework: SummaryNote
    items: tuple[ItemNote, ...]
    uncovered: tuple[str, ...]
    practices: tuple[PracticeNote, ...]


def render_framework_json(report: Report, standing: FrameworkStanding) -> bytes:
    """One framework as indented JSON; same report, same bytes."""
    uncovered = tuple(item.id for item in standing.uncovered)
    return _rendered(
        FrameworkNote(
            form=FORM,
            day=report.assessment.day,
            office=report.assessment.office.id,
            framework=_summary(standing),
            items=tuple(_item(each, covered=each.item.id not in uncovered) for each in standing.items),
            uncovered=uncovered,
            practices=tuple(_practice(each) for each in standing.contributions),
        )
    )


def render_list_json(report: Report) -> bytes:
    """All frameworks in figures, as indented JSON."""
    standings = (stand(report.library, report.assessment, pack) for pack in frameworks(report.library))
    assessment = report.assessment
    listed = tuple(_summary(standing) for standing in standings)
    return _rendered(ListNote(form=FORM, day=assessment.day, office=assessment.office.id, frameworks=listed))


def _rendered(note: ListNote | FrameworkNote) -> bytes:
    return msgspec.json.format(msgspec.json.encode(note), indent=1) + b"\n"


def _summary(standing: FrameworkStanding) -> SummaryNote:
    pack = standing.pack
    return SummaryNote(
        id=pack.id,
        version=pack.version,
        source=pack.source.url,
        items=len(standing.items),
        each_repository=standing.per_repository,
        covered=standing.covered,
        office=_figures(standing.office_verdicts),
    )


def _figures(verdicts: Mapping[Verdict, int]) -> dict[str, int]:
    return {verdict.value: verdicts.get(verdict, 0) for verdict in Verdict}


def _item(each: ItemStanding, *, covered: bool) -> ItemNote:
    return ItemNote(
        id=each.item.id,
        group=each.item.criterion.group,
        subject=each.item.criterion.subject.value,
        verdict=each.verdict.value if each.verdict else None,
        repositories=_figures(by_verdict(each.tally)) if each.tally else None,
        covered=covered,
        evidence=tuple(item.id for item in each.finding.evidence) if each.finding else (),
    )


def _practice(each: Contribution) -> PracticeNote:
    return PracticeNote(
        id=each.practice.id,
        verdict=each.finding.verdict.value if each.finding else None,
        counts_towards={edge.end: edge.positive.value for edge in each.edges},
    )
