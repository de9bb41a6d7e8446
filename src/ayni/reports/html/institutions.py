# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The institutions in the office's care: how their repositories stand with the practices that count them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ayni.assessment import InstitutionResult, Verdict
from ayni.reports.html.desk import SHOWN, Desk, anchor_of
from ayni.reports.html.members import institution_anchor
from ayni.reports.html.practices import tally
from ayni.reports.plain import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One practice over the repositories of an institution."""

    id: str
    anchor: str
    title: str
    verdict: Verdict
    figures: str
    unseen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionRow:
    """One institution; ``depth`` is how far down the tree it stands."""

    anchor: str
    title: str
    parent: str
    depth: int
    repositories: str
    verdicts: tuple[tuple[Verdict, int], ...]
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Institutions:
    """The tree as a list; ``rest`` says how many are left out where there are very many."""

    rows: tuple[InstitutionRow, ...]
    rest: str


def institutions(desk: Desk) -> Institutions:
    """Every institution below the one it belongs to."""
    ordered = list(_in_tree(desk))
    more = len(ordered) - SHOWN
    return Institutions(
        rows=tuple(_row(desk, result, depth) for result, depth in ordered[:SHOWN]),
        rest=desk.voice.count(more, "html", "more") if more > 0 else "",
    )


def _in_tree(desk: Desk) -> Iterator[tuple[InstitutionResult, int]]:
    results = sorted(desk.assessment.institutions, key=lambda result: sort_key(result.title))
    known = {result.subject.id for result in results}
    done: set[str] = set()

    def below(parent: str, depth: int) -> Iterator[tuple[InstitutionResult, int]]:
        for result in results:
            name = result.subject.id
            if name not in done and (result.parent if result.parent in known else "") == parent:
                done.add(name)
                yield result, depth
                yield from below(name, depth + 1)

    yield from below("", 0)
    yield from ((result, 0) for result in results if result.subject.id not in done)


def _row(desk: Desk, result: InstitutionResult, depth: int) -> InstitutionRow:
    return InstitutionRow(
        anchor=institution_anchor(result.subject.id),
        title=result.title,
        parent=desk.institutions.get(result.parent, ""),
        depth=min(depth, 4),
        repositories=desk.voice.count(result.repositories, "count", "repository"),
        verdicts=tally(result.verdicts.values()),
        counted=tuple(_counted(desk, result)) if result.repositories else (),
    )


def _counted(desk: Desk, result: InstitutionResult) -> Iterator[Counted]:
    voice = desk.voice
    for key, part in result.tallies.items():
        if part.counted:
            criterion = key.partition("/")[0]
            yield Counted(
                id=key,
                anchor=anchor_of(criterion),
                title=voice.title(criterion),
                verdict=result.verdicts[key],
                figures=voice.say("html", "of-population", number=voice.number(part.met), of=voice.number(part.seen)),
                unseen=voice.count(part.unknown, "reason", "unseen") if part.unknown else "",
            )
