# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about what a repository depends on. Cited: S2C2F, OSPS-QA-02.01, OSPS-BR-05.01, Scorecard.

Without a manifest there is nothing to lock, to update or to list: those questions do not apply.
"""

from ayni.probes.probe import any_path, no_path

_MANIFESTS = "dependency-manifests"

PROBES = (
    any_path(_MANIFESTS, "has-dependency-manifest"),
    any_path("lock-files", "has-lock-file", only_where=_MANIFESTS),
    any_path("lock-files-with-hashes", "lock-file-has-hashes", only_where=_MANIFESTS),
    any_path("registry-config", "uses-trusted-registries", heuristic=True, only_where=_MANIFESTS),
    any_path("update-tool-config", "has-update-tool", only_where=_MANIFESTS),
    any_path("sbom-files", "has-sbom"),
    any_path("vex-files", "has-vex"),
    no_path("vendored-code", "is-free-of-vendored-code", heuristic=True),
)
