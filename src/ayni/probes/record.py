# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions that no clone answers: what forges, registers and people report, and what the office's own work leaves."""

from ayni.evidence import SubjectKind
from ayni.probes.probe import Probe, reported

_REPORTED = (
    "is-publicly-readable",
    "protects-main-branch",
    "forbids-direct-commits",
    "requires-second-approval",
    "requires-status-checks",
    "has-public-discussion",
    "has-private-reporting",
    "enforces-mfa",
    "grants-least-privilege",
    "publishes-over-encrypted-channels",
    "authenticates-distribution",
    "answers-contributors",
    "is-in-public-catalog",
    "is-free-of-known-vulnerabilities",
    "publishes-vulnerabilities",
    "releases-ship-license",
    "releases-ship-sbom",
    "releases-are-signed",
    "releases-have-provenance",
)
_OFFICE = (
    "has-help-desk",
    "canvas-is-complete",
    "canvas-is-reviewed",
    "baseline-is-dated",
    "roadmap-exists",
    "is-reassessed-on-schedule",
    "evidence-is-in-date",
    "exceptions-are-coded",
)


def _recorded(name: str, subject: SubjectKind) -> Probe:
    return Probe(id=name, claims=(name,), conclude=lambda values, _: bool(values[0]), subject=subject)


PROBES = (
    *reported(_REPORTED),
    *(_recorded(name, SubjectKind.OFFICE) for name in _OFFICE),
    _recorded("has-focal-point", SubjectKind.INSTITUTION),
)
