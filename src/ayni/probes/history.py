# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about how a repository came to be. Cited: CHAOSS 3944, 3940, 4765; Standard for Public Code 6 and 16."""

from datetime import date, timedelta

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, at_least, number

_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=90)
_EXPLAINED = 0.8
_BEHIND = 100


def _committed_within(period: timedelta, probe_id: str) -> Probe:
    def conclude(values: tuple[Value, ...], view: View) -> Conclusion:
        return view.day - date.fromisoformat(str(values[0])[:10]) <= period

    return Probe(id=probe_id, claims=("last-commit",), conclude=conclude)


def _all_releases(claim: str, probe_id: str) -> Probe:
    """Every release has it; does not apply where nothing was released."""

    def conclude(values: tuple[Value, ...], _: View) -> Conclusion:
        releases = number(values[0])
        return None if releases == 0 else number(values[1]) >= releases

    return Probe(id=probe_id, claims=("releases", claim), conclude=conclude)


def _covers_release(values: tuple[Value, ...], _: View) -> Conclusion:
    return None if number(values[0]) == 0 else bool(values[1])


def _unique_versions(values: tuple[Value, ...], _: View) -> Conclusion:
    releases = values[0] if isinstance(values[0], tuple) else ()
    return None if not releases else len(set(releases)) == len(releases)


PROBES = (
    Probe(id="is-version-controlled", claims=("commits",), conclude=lambda values, _: number(values[0]) > 0),
    Probe(id="has-full-history", claims=("squashed-import",), conclude=lambda values, _: not values[0]),
    _committed_within(_YEAR, "is-active"),
    _committed_within(_QUARTER, "is-maintained"),
    at_least("contributors", 2, "has-several-contributors"),
    at_least("contributor-absence-factor", 2, "survives-absence"),
    at_least("elephant-factor", 2, "has-several-organizations"),
    at_least("new-contributors-last-year", 1, "has-new-contributors"),
    at_least("change-notes-in-commits", _EXPLAINED, "explains-changes", heuristic=True),
    any_path("releases", "has-releases"),
    Probe(id="releases-have-unique-versions", claims=("releases",), conclude=_unique_versions),
    _all_releases("releases-semver", "releases-follow-semver"),
    any_path("changelog-file", "has-changelog"),
    Probe(
        id="changelog-covers-releases",
        claims=("releases", "changelog-covers-last-release"),
        conclude=_covers_release,
        heuristic=True,
    ),
    _all_releases("releases-signed", "tags-are-signed"),
    at_least("signed-commit-share-last-year", 1, "commits-are-signed"),
    Probe(
        id="upstream-receives-commits", claims=("own-commits-share",), conclude=lambda values, _: number(values[0]) > 0
    ),
    Probe(id="fork-keeps-up", claims=("fork-behind",), conclude=lambda values, _: number(values[0]) <= _BEHIND),
)
