# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the history of a repository says on a day: activity, people as counts, organizations, releases.

Windows end at that day: a year is 365 days, a quarter 90. Commits are those of people, without merges. People are never
named: only counts and the domains of organizations leave this room.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ayni.analyzers.history.releases import is_semver, normal_version, version_key, version_of
from ayni.analyzers.history.state import DayCount, HistoryState, Tag
from ayni.analyzers.history.tally import Tally, absence_factor, tally
from ayni.evidence import NotSeen, Observation, Value

ID: Final = "history"
VERSION: Final = 1

CLAIMS: Final = (
    "first-commit", "last-commit", "commits", "commits-last-year", "commits-last-quarter", "bot-commits",
    "merge-commits", "contributors", "contributors-last-year", "new-contributors-last-year",
    "contributor-absence-factor", "elephant-factor", "organizations", "signed-off-share-last-year",
    "signed-commit-share-last-year", "squashed-import", "change-notes-in-commits", "releases", "release-dates",
    "releases-last-year", "releases-semver", "releases-annotated", "releases-signed", "changelog-covers-last-release",
    "own-commits-share", "fork-ahead", "fork-behind",
)  # fmt: skip
_ONE_IMPORT_FILES: Final = 20
_ONE_IMPORT_SHARE: Final = 0.9
_YEAR: Final = 365
_QUARTER: Final = 90
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryContext:
    """What the history itself cannot know.

    ``organizations`` maps an e-mail domain (and all below it) to an organization; ``own_domains`` are the office's.
    ``changelog`` holds the versions that the change log names, None where it could not be looked at.
    ``upstream`` is (commits ahead, commits behind), None where no upstream remote is known. ``tags`` is None where the
    tags could not be read.
    """

    organizations: Mapping[str, str] = field(default_factory=dict)
    own_domains: tuple[str, ...] = ()
    changelog: tuple[str, ...] | None = None
    upstream: tuple[int, int] | None = None
    tags: tuple[Tag, ...] | None = ()


def not_seen(reason: str) -> tuple[Observation, ...]:
    """Every claim of this analyzer, unseen for one reason."""
    return tuple(Observation(claim=claim, value=NotSeen(reason=reason)) for claim in CLAIMS)


def conclude(state: HistoryState, at: date, context: HistoryContext) -> tuple[Observation, ...]:
    """What the history says on that day; one observation for every name in CLAIMS."""
    day = at.toordinal() - _EPOCH
    values: dict[str, Value] = dict(_activity(tally(state, day), state, context))
    values.update(_releases(context, day))
    values.update(_upstream(context))
    if state.shallow:
        seen = {"last-commit": values["last-commit"]}
        values = {claim: NotSeen(reason="shallow-history") for claim in CLAIMS} | seen
    where = f"commit:{state.head}"
    return tuple(
        Observation(claim=claim, value=values[claim], locator=where if claim == "last-commit" else "")
        for claim in CLAIMS
    )


def _activity(seen: Tally, state: HistoryState, context: HistoryContext) -> Iterator[tuple[str, Value]]:
    nothing = NotSeen(reason="no-commits")
    yield "first-commit", nothing if seen.first is None else _text(seen.first)
    yield "last-commit", nothing if seen.last is None else _text(seen.last)
    year, quarter = seen.window(_YEAR), seen.window(_QUARTER)
    yield "commits", sum(row.commits for row in seen.rows)
    yield "commits-last-year", sum(row.commits for row in year)
    yield "commits-last-quarter", sum(row.commits for row in quarter)
    yield "bot-commits", seen.bot_commits
    yield "merge-commits", sum(row.merges for row in seen.rows)
    yield from _contributors(seen, year)
    active = seen.last_year_of_activity(_YEAR)
    yield "contributor-absence-factor", absence_factor(_by_person(active)) if active else nothing
    yield "elephant-factor", absence_factor(_by_owner(active, state, context)) if active else nothing
    yield "organizations", _organizations(year, state, context)
    yield "signed-off-share-last-year", _share(year, [row.signed_off for row in year])
    yield "signed-commit-share-last-year", _share(year, [row.signed for row in year])
    yield "change-notes-in-commits", _share(seen.rows, [row.explained for row in seen.rows], "no-commits")
    yield "squashed-import", _squashed(seen, state)
    yield "own-commits-share", _own_share(year, state, context)


def _contributors(seen: Tally, year: Sequence[DayCount]) -> Iterator[tuple[str, Value]]:
    active = {row.person for row in year if row.commits}
    earlier = {row.person for row in seen.rows if row.commits and row.day <= seen.day - _YEAR}
    yield "contributors", len(active | earlier)
    yield "contributors-last-year", len(active)
    yield "new-contributors-last-year", len(active - earlier)


def _by_person(rows: Iterable[DayCount]) -> dict[object, int]:
    found: dict[object, int] = {}
    for row in rows:
        found[row.person] = found.get(row.person, 0) + row.commits
    return found


def _by_owner(rows: Iterable[DayCount], state: HistoryState, context: HistoryContext) -> dict[object, int]:
    """Commits per organization; whoever has a public or no e-mail domain stands alone."""
    owners: dict[int, object] = {}
    found: dict[object, int] = {}
    for row in rows:
        owner = owners.get(row.person)
        if owner is None:
            owner = owners[row.person] = _organization(row.person, state, context) or row.person
        found[owner] = found.get(owner, 0) + row.commits
    return found


def _organization(person: int, state: HistoryState, context: HistoryContext) -> str:
    domain = state.people[person].domain
    parts = domain.split(".")
    for start in range(len(parts)):
        known = context.organizations.get(".".join(parts[start:]))
        if known:
            return known
    return domain if state.people[person].affiliated else ""


def _organizations(rows: Iterable[DayCount], state: HistoryState, context: HistoryContext) -> tuple[str, ...]:
    found = [(owner, count) for owner, count in _by_owner(rows, state, context).items() if isinstance(owner, str)]
    return tuple(f"{owner}={count}" for owner, count in sorted(found, key=lambda pair: (-pair[1], pair[0])) if count)


def _share(rows: Sequence[DayCount], counts: Sequence[int], reason: str = "no-commits-last-year") -> Value:
    total = sum(row.commits for row in rows)
    return round(sum(counts) / total, 4) if total else NotSeen(reason=reason)


def _own_share(year: Sequence[DayCount], state: HistoryState, context: HistoryContext) -> Value:
    if not context.own_domains:
        return NotSeen(reason="own-domains-not-given")
    own = tuple(domain.lower().lstrip("@.") for domain in context.own_domains)
    ours = {
        index
        for index, person in enumerate(state.people)
        if any(person.domain == domain or person.domain.endswith("." + domain) for domain in own)
    }
    return _share(year, [row.commits if row.person in ours else 0 for row in year])


def _squashed(seen: Tally, state: HistoryState) -> Value:
    if sum(row.commits + row.merges for row in seen.rows) + seen.bot_commits <= 1:
        return True
    if not state.files_seen:
        return NotSeen(reason="content-missing")
    return state.largest >= _ONE_IMPORT_FILES and state.largest >= _ONE_IMPORT_SHARE * state.added


def _releases(context: HistoryContext, day: int) -> Iterator[tuple[str, Value]]:
    claims = [claim for claim in CLAIMS if claim.startswith("release")] + ["changelog-covers-last-release"]
    tags = context.tags or ()
    dated = sorted(
        (tag for tag in tags if tag.day is not None and tag.day <= day),
        key=lambda tag: (tag.day or 0, version_key(tag.name)),
    )
    if context.tags is None or (not dated and any(tag.day is None for tag in tags)):
        yield from ((claim, NotSeen(reason="content-missing")) for claim in claims)
        return
    yield "releases", tuple(tag.name for tag in dated)
    yield "release-dates", tuple(_text(tag.day or 0) for tag in dated)
    yield "releases-last-year", sum(1 for tag in dated if (tag.day or 0) > day - _YEAR)
    yield "releases-semver", sum(1 for tag in dated if is_semver(tag.name))
    yield "releases-annotated", sum(1 for tag in dated if tag.annotated)
    yield "releases-signed", sum(1 for tag in dated if tag.signed)
    yield "changelog-covers-last-release", _covers(dated, context.changelog)


def _covers(dated: Sequence[Tag], changelog: tuple[str, ...] | None) -> Value:
    if changelog is None:
        return NotSeen(reason="content-missing")
    return bool(dated) and normal_version(version_of(dated[-1].name) or "") in changelog


def _upstream(context: HistoryContext) -> Iterator[tuple[str, Value]]:
    ahead, behind = context.upstream or (None, None)
    unknown = NotSeen(reason="no-upstream-remote")
    yield "fork-ahead", unknown if ahead is None else ahead
    yield "fork-behind", unknown if behind is None else behind


def _text(day: int) -> str:
    return date.fromordinal(day + _EPOCH).isoformat()
