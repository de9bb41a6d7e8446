# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about what a repository depends on. Cited: S2C2F, OSPS-QA-02.01, OSPS-BR-05.01, Scorecard."""

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, no_path


def _where_manifests(values: tuple[Value, ...], _: View) -> Conclusion:
    """Without a manifest there is nothing to lock, to update or to list."""
    return None if not values[0] else bool(values[1])


def _with_manifest(probe_id: str, claim: str, *, heuristic: bool = False) -> Probe:
    return Probe(id=probe_id, claims=("dependency-manifests", claim), conclude=_where_manifests, heuristic=heuristic)


PROBES = (
    any_path("dependency-manifests", "has-dependency-manifest"),
    _with_manifest("has-lock-file", "lock-files"),
    _with_manifest("lock-file-has-hashes", "lock-files-with-hashes"),
    _with_manifest("uses-trusted-registries", "registry-config", heuristic=True),
    _with_manifest("has-update-tool", "update-tool-config"),
    any_path("sbom-files", "has-sbom"),
    any_path("vex-files", "has-vex"),
    no_path("vendored-code", "is-free-of-vendored-code", heuristic=True),
)
