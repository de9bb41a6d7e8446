# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions that no clone answers: what forges, registers and people report, and what the office's own work leaves."""

from ayni.evidence import SubjectKind
from ayni.probes.probe import recorded

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
)
_OF_RELEASES = (
    "releases-ship-license",
    "releases-ship-sbom",
    "releases-are-signed",
    "releases-have-provenance",
)
_OF_THE_OFFICE = (
    "has-help-desk",
    "canvas-is-complete",
    "canvas-is-reviewed",
    "baseline-is-dated",
    "roadmap-exists",
    "is-reassessed-on-schedule",
    "evidence-is-in-date",
    "exceptions-are-coded",
)

PROBES = (
    *(recorded(name) for name in _REPORTED),
    *(recorded(name, only_where="releases") for name in _OF_RELEASES),
    *(recorded(name, subject=SubjectKind.OFFICE) for name in _OF_THE_OFFICE),
    recorded("has-focal-point", subject=SubjectKind.INSTITUTION),
)
