# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about what must not be there. Cited: OSPS-BR-07.01, OSPS-QA-05, Scorecard Binary-Artifacts."""

from ayni.probes.probe import Probe, no_path

PROBES = (
    no_path("executables", "is-free-of-executables"),
    Probe(
        id="is-free-of-binaries",
        claims=("executables", "binaries"),
        conclude=lambda values, _: not values[0] and not values[1],
        heuristic=True,
    ),
    no_path("key-files", "is-free-of-key-files"),
    Probe(
        id="is-free-of-secrets",
        claims=("secrets", "env-files"),
        conclude=lambda values, _: not values[0] and not values[1],
        heuristic=True,
    ),
    no_path("personal-ids", "is-free-of-personal-ids", heuristic=True),
)
