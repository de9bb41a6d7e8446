# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about how a repository came to be. Cited: CHAOSS 3944, 3940, 4765; Standard for Public Code 6 and 16."""

from datetime import date, timedelta

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, at_least, number, texts

_YEAR = timedelta(days=365)
_QUARTER = timedelta(days=90)
_EXPLAINED = 0.8
_BEHIND = 100
_RELEASES = "releases"
"""The names of what was released; without any, questions about releases do not apply."""


def _committed_within(period: timedelta, probe_id: str) -> Probe:
    def conclude(values: tuple[Value, ...], view: View) -> Conclusion:
        return view.day - date.fromisoformat(str(values[0])[:10]) <= period

    return Probe(id=probe_id, claims=("last-commit",), conclude=conclude)


def _every_release(claim: str, probe_id: str) -> Probe:
    return Probe(
        id=probe_id,
        claims=(_RELEASES, claim),
        conclude=lambda values, _: number(values[1]) >= number(values[0]),
        only_where=_RELEASES,
    )


def _unique(values: tuple[Value, ...], _: View) -> Conclusion:
    names = texts(values[0])
    return len(set(names)) == len(names)


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
    any_path(_RELEASES, "has-releases"),
    Probe(id="releases-have-unique-versions", claims=(_RELEASES,), conclude=_unique, only_where=_RELEASES),
    _every_release("releases-semver", "releases-follow-semver"),
    any_path("changelog-file", "has-changelog"),
    any_path("changelog-covers-last-release", "changelog-covers-releases", heuristic=True, only_where=_RELEASES),
    _every_release("releases-signed", "tags-are-signed"),
    at_least("signed-commit-share-last-year", 1, "commits-are-signed"),
    Probe(
        id="upstream-receives-commits", claims=("own-commits-share",), conclude=lambda values, _: number(values[0]) > 0
    ),
    Probe(
        id="fork-keeps-up",
        claims=("fork-behind",),
        conclude=lambda values, _: number(values[0]) <= _BEHIND,
        only_where="upstream",
    ),
)
