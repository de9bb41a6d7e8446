# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about how software is built, tested and delivered. Cited: OSPS-AC, OSPS-BR, OSPS-QA, Scorecard."""

from collections.abc import Callable

from ayni.evidence import Value, View
from ayni.probes.probe import Conclusion, Probe, any_path, no_path, number, texts


def _where_workflows(question: Callable[[Value], bool]) -> Callable[[tuple[Value, ...], View], Conclusion]:
    """Answers only where there are workflows: the first value is their number."""

    def conclude(values: tuple[Value, ...], _: View) -> Conclusion:
        return None if number(values[0]) == 0 else question(values[1])

    return conclude


def _workflow_probe(probe_id: str, claim: str, question: Callable[[Value], bool]) -> Probe:
    return Probe(id=probe_id, claims=("workflows", claim), conclude=_where_workflows(question))


def _none_with(*words: str) -> Callable[[Value], bool]:
    return lambda value: not any(word in text for text in texts(value) for word in words)


def _top_level_read_only(value: Value) -> bool:
    """No problem of a whole workflow; a job's own permissions are another question."""
    return all(text.count(":") > 1 for text in texts(value))


PROBES = (
    any_path("ci-files", "has-ci"),
    any_path("test-files", "has-tests", heuristic=True),
    any_path("ci-runs-tests", "ci-runs-tests", heuristic=True),
    any_path("style-config", "has-style-check", heuristic=True),
    any_path("ci-runs-analysis", "uses-static-analysis", heuristic=True),
    any_path("ci-runs-fuzzing", "uses-fuzzing", heuristic=True),
    any_path("ci-publishes-packages", "packages-automatically", heuristic=True),
    any_path("ci-scans-dependencies", "scans-dependencies-on-change", heuristic=True),
    any_path("ci-checks-sign-off", "checks-sign-off", heuristic=True),
    any_path("ci-signs-releases", "signs-releases", heuristic=True),
    any_path("template-marker", "uses-template", heuristic=True),
    _workflow_probe("workflows-pin-actions", "unpinned-actions", lambda value: not value),
    _workflow_probe("workflows-limit-token", "workflow-permissions-problems", lambda value: not value),
    _workflow_probe("workflows-default-read-only", "workflow-permissions-problems", _top_level_read_only),
    _workflow_probe("workflows-avoid-untrusted-checkout", "dangerous-workflows", _none_with("untrusted-checkout")),
    _workflow_probe("workflows-avoid-script-injection", "dangerous-workflows", _none_with("script-injection")),
    no_path("unpinned-dependencies", "dependencies-are-pinned"),
)
