# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about the files that welcome people. Cited: OSPS-DO, OSPS-GV, OSPS-VM, Standard for Public Code 4 to 9."""

from ayni.probes.probe import Probe, any_path, at_least, mentions, texts

_SUBSTANTIAL_README = 600


def _topic(topic: str, probe_id: str) -> Probe:
    return mentions("documentation-topics", topic, probe_id)


def _either(first: str, word: str, second: str, other: str, probe_id: str) -> Probe:
    """Likely when one of two lists holds its word."""
    return Probe(
        id=probe_id,
        claims=(first, second),
        conclude=lambda values, _: word in texts(values[0]) or other in texts(values[1]),
        heuristic=True,
    )


PROBES = (
    any_path("readme-file", "has-readme"),
    mentions("readme-sections", "purpose", "readme-explains-purpose"),
    mentions("readme-sections", "install", "readme-explains-install"),
    mentions("readme-sections", "use", "readme-explains-use"),
    mentions("readme-sections", "policy", "readme-links-policy"),
    at_least("readme-length", _SUBSTANTIAL_README, "readme-is-substantial"),
    any_path("contributing-file", "has-contributing-guide"),
    mentions("contributing-sections", "process", "contributing-explains-process"),
    mentions("contributing-sections", "requirements", "contributing-states-requirements"),
    any_path("code-of-conduct-file", "has-code-of-conduct"),
    any_path("security-policy-file", "has-security-policy"),
    mentions("security-sections", "contact", "security-policy-names-contact"),
    mentions("security-sections", "private-channel", "security-policy-offers-private-channel"),
    mentions("security-sections", "response-time", "security-policy-states-response-time"),
    any_path("governance-file", "has-governance-file"),
    mentions("governance-sections", "roles", "describes-roles"),
    any_path("maintainers-file", "names-maintainers"),
    _either("documentation-topics", "support", "readme-sections", "support", "has-support-statement"),
    _either("documentation-topics", "end-of-support", "security-sections", "end-of-support", "states-end-of-support"),
    any_path("roadmap-file", "has-roadmap", heuristic=True),
    any_path("issue-template", "has-issue-template"),
    _topic("user-guide", "has-user-guide"),
    _either("documentation-topics", "defects", "contributing-sections", "report", "explains-defect-reporting"),
    _topic("build", "explains-build"),
    _topic("dependencies", "explains-dependencies"),
    _topic("verification", "explains-verification"),
    _topic("publisher-identity", "explains-publisher-identity"),
    _either("documentation-topics", "tests", "contributing-sections", "tests", "explains-tests"),
    mentions("contributing-sections", "tests", "requires-tests-with-changes"),
    _topic("architecture", "describes-design"),
    Probe(
        id="describes-interfaces",
        claims=("documentation-topics", "openapi-file"),
        conclude=lambda values, _: "interfaces" in texts(values[0]) or bool(values[1]),
        heuristic=True,
    ),
    _topic("threat-model", "has-threat-model"),
    _topic("secrets", "describes-secrets-management"),
    _topic("subprojects", "lists-subprojects"),
    _topic("accessibility", "has-accessibility-statement"),
    Probe(
        id="bundles-policy",
        claims=("policy-files", "documentation-topics"),
        conclude=lambda values, _: bool(values[0]) or "policy" in texts(values[1]),
        heuristic=True,
    ),
    _topic("standards", "states-standards"),
)
