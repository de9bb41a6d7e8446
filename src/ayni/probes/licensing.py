# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about licenses and rights. Cited: OSPS-LE, REUSE 3.3, DPG indicators 2 and 3, Scorecard License."""

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, at_least, mentions, no_path, number

_OPEN_STATES = frozenset({"osi", "fsf-only"})
_ENOUGH_FILES = 0.95
_ENOUGH_COMMITS = 0.9


def _recognized(values: tuple[Value, ...], _: View) -> Conclusion:
    return bool(values[0])


def _share_of_files(values: tuple[Value, ...], _: View) -> Conclusion:
    having, covered = (number(value) for value in values)
    return None if covered == 0 else having / covered >= _ENOUGH_FILES


PROBES = (
    any_path("license-files", "has-license-file"),
    Probe(id="license-is-recognized", claims=("license-detected",), conclude=_recognized, only_where="license-files"),
    Probe(
        id="license-is-open",
        claims=("license-state",),
        conclude=lambda values, _: values[0] in _OPEN_STATES,
    ),
    Probe(id="license-is-osi-approved", claims=("license-state",), conclude=lambda values, _: values[0] == "osi"),
    no_path("license-conflicts", "license-declarations-agree", only_where="license-files"),
    Probe(
        id="files-carry-license-information",
        claims=("files-with-license-information", "files-covered"),
        conclude=_share_of_files,
    ),
    Probe(id="files-carry-copyright", claims=("files-with-copyright", "files-covered"), conclude=_share_of_files),
    no_path("reuse-problems", "is-reuse-compliant"),
    at_least("signed-off-share-last-year", _ENOUGH_COMMITS, "contributions-are-signed-off"),
    mentions("contributing-sections", "sign-off", "requires-sign-off"),
    Probe(
        id="names-copyright-owner",
        claims=("files-with-copyright", "declared-owner"),
        conclude=lambda values, _: number(values[0]) > 0 or bool(values[1]),
        heuristic=True,
    ),
)
