# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about how software is built, tested and delivered. Cited: OSPS-AC, OSPS-BR, OSPS-QA, Scorecard."""

from collections.abc import Callable

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, no_path, texts

_WORKFLOWS = "workflows"
"""How many workflow files there are; without any, questions about them do not apply."""


def _none_with(word: str) -> Callable[[tuple[Value, ...], View], Conclusion]:
    return lambda values, _: not any(word in text for text in texts(values[0]))


def _only_jobs(values: tuple[Value, ...], _: View) -> Conclusion:
    """No problem of a whole workflow; a job's own permissions (path:job:reason) are another question."""
    return all(text.count(":") > 1 for text in texts(values[0]))


PROBES = (
    any_path("ci-files", "has-ci"),
    any_path("test-files", "has-tests", heuristic=True),
    any_path("ci-runs-tests", "ci-runs-tests", heuristic=True),
    any_path("style-config", "has-style-check", heuristic=True),
    any_path("ci-runs-analysis", "uses-static-analysis", heuristic=True),
    any_path("ci-runs-fuzzing", "uses-fuzzing", heuristic=True),
    any_path("ci-publishes-packages", "packages-automatically", heuristic=True),
    any_path(
        "ci-scans-dependencies", "scans-dependencies-on-change", heuristic=True, only_where="dependency-manifests"
    ),
    any_path("ci-checks-sign-off", "checks-sign-off", heuristic=True),
    any_path("ci-signs-releases", "signs-releases", heuristic=True),
    any_path("template-marker", "uses-template", heuristic=True),
    no_path("unpinned-actions", "workflows-pin-actions", only_where=_WORKFLOWS),
    no_path("workflow-permissions-problems", "workflows-limit-token", only_where=_WORKFLOWS),
    Probe(
        id="workflows-default-read-only",
        claims=("workflow-permissions-problems",),
        conclude=_only_jobs,
        only_where=_WORKFLOWS,
    ),
    Probe(
        id="workflows-avoid-untrusted-checkout",
        claims=("dangerous-workflows",),
        conclude=_none_with("untrusted-checkout"),
        only_where=_WORKFLOWS,
    ),
    Probe(
        id="workflows-avoid-script-injection",
        claims=("dangerous-workflows",),
        conclude=_none_with("script-injection"),
        only_where=_WORKFLOWS,
    ),
    no_path("unpinned-dependencies", "dependencies-are-pinned"),
)
