# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about metadata files. Cited: publiccode.yml 0.7, code.json 2.0.0, Standard for Public Code 14, 16."""

from ayni.probes.probe import Probe, any_path, no_path


def _declares(claim: str, probe_id: str) -> Probe:
    return Probe(id=probe_id, claims=(claim,), conclude=lambda values, _: bool(values[0]))


PROBES = (
    Probe(
        id="has-metadata-file",
        claims=("publiccode-file", "code-json-file"),
        conclude=lambda values, _: bool(values[0]) or bool(values[1]),
    ),
    no_path("publiccode-problems", "metadata-is-valid"),
    _declares("declared-status", "declares-status"),
    _declares("declared-maintenance", "declares-maintenance"),
    _declares("declared-owner", "declares-owner"),
    _declares("declared-standards", "declares-standards"),
    _declares("declared-users", "declares-users"),
    _declares("declared-base", "declares-base"),
    no_path("declared-proprietary-dependencies", "has-no-proprietary-dependency"),
    _declares("declared-languages", "declares-languages"),
    any_path("translation-files", "has-translations", heuristic=True),
)
