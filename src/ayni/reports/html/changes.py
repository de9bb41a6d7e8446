# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed since the assessment before: what got better, what got worse, what came and went."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ayni.assessment import Verdict
from ayni.assessment.difference import Change, Difference, compare
from ayni.reports.html.desk import SHOWN, Desk, anchor_of
from ayni.reports.html.members import Member, member_of

_EXPLAINED = 50
"""How many repositories list what changed; the others say how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One verdict that is not what it was."""

    id: str
    anchor: str
    title: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Everything about one repository that went from one verdict to another."""

    before: Verdict | None
    after: Verdict | None
    criteria: tuple[tuple[str, str], ...]
    """Id and place on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryChange:
    """How many verdicts of one repository changed."""

    member: Member
    better: int
    other: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that changed."""

    since: str
    same_packs: bool
    better: tuple[ChangeLine, ...]
    other: tuple[ChangeLine, ...]
    repositories: tuple[RepositoryChange, ...]
    rest: str
    appeared: tuple[Member, ...]
    vanished: tuple[Member, ...]
    more_appeared: str
    more_vanished: str


def changes(desk: Desk) -> Changes | None:
    """The difference to the assessment before, when the report has one."""
    if desk.report.previous is None:
        return None
    difference = compare(desk.report.previous, desk.assessment)
    repositories = tuple(_repositories(desk, difference))
    more = len({change.subject for change in difference.repositories}) - len(repositories)
    lines = [(change, _line(desk, change)) for change in difference.office]
    return Changes(
        since=desk.voice.day(difference.before.day),
        same_packs=difference.same_packs,
        better=tuple(line for change, line in lines if change.better),
        other=tuple(line for change, line in lines if not change.better),
        repositories=repositories,
        rest=_more(desk, more),
        appeared=tuple(_named(desk, name) for name in difference.appeared[:SHOWN]),
        vanished=tuple(_named(desk, name) for name in difference.vanished[:SHOWN]),
        more_appeared=_more(desk, len(difference.appeared) - SHOWN),
        more_vanished=_more(desk, len(difference.vanished) - SHOWN),
    )


def _more(desk: Desk, number: int) -> str:
    return desk.voice.count(number, "html", "more") if number > 0 else ""


def _named(desk: Desk, name: str) -> Member:
    return Member(name=name.partition("://")[2] or name, anchor=desk.anchors.get(name, ""))


def _line(desk: Desk, change: Change) -> ChangeLine:
    criterion = change.criterion.partition("/")[0]
    return ChangeLine(
        id=change.criterion,
        anchor=anchor_of(criterion) if criterion in desk.library.criteria else "",
        title=desk.voice.title(criterion),
        before=change.before,
        after=change.after,
    )


def _repositories(desk: Desk, difference: Difference) -> Iterator[RepositoryChange]:
    """The repositories with most changes, at most as many as a list shows."""
    count = Counter(change.subject for change in difference.repositories)
    chosen = {name for name, _ in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]}
    found: dict[str, list[Change]] = {}
    for change in difference.repositories:
        if change.subject in chosen:
            found.setdefault(change.subject, []).append(change)
    changed = (result for result in difference.after.repositories if result.subject.id in found)
    for number, result in enumerate(changed):
        own = found[result.subject.id]
        yield RepositoryChange(
            member=member_of(desk, result),
            better=sum(1 for change in own if change.better),
            other=sum(1 for change in own if not change.better),
            moves=_moves(desk, own) if number < _EXPLAINED and not desk.large else (),
        )


def _moves(desk: Desk, changes: list[Change]) -> tuple[Move, ...]:
    found: dict[tuple[Verdict | None, Verdict | None], list[tuple[str, str]]] = {}
    for change in changes:
        line = _line(desk, change)
        found.setdefault((change.before, change.after), []).append((line.id, line.anchor))
    return tuple(Move(before=before, after=after, criteria=tuple(ids)) for (before, after), ids in found.items())
