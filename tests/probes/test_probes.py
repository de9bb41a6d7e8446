# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Probes: yes and no from what was seen, unknown from what was not, and a person's word where machines guess."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ayni.evidence import Basis, Evidence, NotSeen, Subject, SubjectKind, Value, View, view_of
from ayni.frameworks.loader import PACKS, load_pack
from ayni.probes import PROBES, Outcome, ask

PORTAL = Subject(kind=SubjectKind.REPOSITORY, id="portal")
DAY = date(2026, 6, 1)
DOCUMENTED = (Path(__file__).parents[2] / "docs" / "reference" / "claims.md").read_text(encoding="utf-8")


def said(claim: str, value: Value, basis: Basis = Basis.MEASURED, **more: object) -> Evidence:
    return Evidence(
        subject=PORTAL,
        claim=claim,
        value=value,
        basis=basis,
        source="test",
        observed=datetime(2026, 5, 1, tzinfo=UTC),
        by="first",
        **more,  # type: ignore[arg-type]
    )


def known(**claims: Value) -> View:
    return view_of(PORTAL, [said(name.replace("_", "-"), value) for name, value in claims.items()], DAY)


@pytest.mark.parametrize("name", PROBES)
def test_without_evidence_every_probe_is_unknown_and_says_what_it_misses(name: str) -> None:
    answer = ask(name, known())
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.missing


@pytest.mark.parametrize("name", PROBES)
def test_what_could_not_be_seen_is_unknown_with_its_reason(name: str) -> None:
    probe = PROBES[name]
    blind = view_of(PORTAL, [said(claim, NotSeen(reason="too-large")) for claim in probe.claims], DAY)
    answer = ask(name, blind)
    assert answer.outcome is Outcome.UNKNOWN
    assert f"{probe.claims[0]}:too-large" in answer.missing


@pytest.mark.parametrize("name", PROBES)
def test_every_probe_and_its_claims_are_documented_and_worded(name: str) -> None:
    probe = PROBES[name]
    for word in (name, *probe.claims, *([probe.only_where] if probe.only_where else [])):
        assert re.search(rf"(?<![a-z-]){re.escape(word)}(?![a-z-])", DOCUMENTED), word
    words = load_pack(PACKS / "probes").words
    for language in words.languages():
        assert all(words.has(language, name, key) for key in ("question", "no", "fix")), (language, name)


EXAMPLES: list[tuple[str, dict[str, Value], dict[str, Value]]] = [
    ("has-license-file", {"license_files": ("LICENSE",)}, {"license_files": ()}),
    ("license-is-recognized", {"license_detected": "MIT"}, {"license_detected": ""}),
    ("license-is-open", {"license_state": "fsf-only"}, {"license_state": "government-only"}),
    ("license-is-osi-approved", {"license_state": "osi"}, {"license_state": "fsf-only"}),
    ("license-declarations-agree", {"license_conflicts": ()}, {"license_conflicts": ("manifest-disagrees",)}),
    (
        "files-carry-license-information",
        {"files_with_license_information": 95, "files_covered": 100},
        {"files_with_license_information": 94, "files_covered": 100},
    ),
    ("contributions-are-signed-off", {"signed_off_share_last_year": 0.9}, {"signed_off_share_last_year": 0.89}),
    ("readme-explains-install", {"readme_sections": ("install",)}, {"readme_sections": ("purpose",)}),
    ("readme-is-substantial", {"readme_length": 600}, {"readme_length": 599}),
    (
        "describes-interfaces",
        {"documentation_topics": (), "openapi_file": ("api.yaml",)},
        {"documentation_topics": ("build",), "openapi_file": ()},
    ),
    (
        "has-metadata-file",
        {"publiccode_file": (), "code_json_file": ("code.json",)},
        {"publiccode_file": (), "code_json_file": ()},
    ),
    (
        "workflows-pin-actions",
        {"workflows": 1, "unpinned_actions": ()},
        {"workflows": 1, "unpinned_actions": ("a:1:b",)},
    ),
    (
        "workflows-default-read-only",
        {"workflows": 1, "workflow_permissions_problems": ("ci.yml:build:write",)},
        {"workflows": 1, "workflow_permissions_problems": ("ci.yml:none",)},
    ),
    (
        "workflows-avoid-script-injection",
        {"workflows": 1, "dangerous_workflows": ("ci.yml:3:untrusted-checkout",)},
        {"workflows": 1, "dangerous_workflows": ("ci.yml:3:script-injection",)},
    ),
    ("is-free-of-secrets", {"secrets": (), "env_files": ()}, {"secrets": (), "env_files": (".env",)}),
    ("is-active", {"last_commit": "2025-06-02"}, {"last_commit": "2025-05-31"}),
    ("is-maintained", {"last_commit": "2026-03-03"}, {"last_commit": "2026-03-02"}),
    ("survives-absence", {"contributor_absence_factor": 2}, {"contributor_absence_factor": 1}),
    ("releases-have-unique-versions", {"releases": ("v1", "v2")}, {"releases": ("v1", "v1")}),
    (
        "releases-follow-semver",
        {"releases": ("v1.0.0",), "releases_semver": 1},
        {"releases": ("1", "2"), "releases_semver": 1},
    ),
    ("fork-keeps-up", {"upstream": "x", "fork_behind": 100}, {"upstream": "x", "fork_behind": 101}),
]


@pytest.mark.parametrize(("name", "good", "bad"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_a_probe_tells_yes_from_no(name: str, good: dict[str, Value], bad: dict[str, Value]) -> None:
    assert ask(name, known(**good)).outcome is Outcome.YES
    assert ask(name, known(**bad)).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("workflows-pin-actions", {"workflows": 0}),
        ("has-lock-file", {"dependency_manifests": ()}),
        ("releases-follow-semver", {"releases": ()}),
        ("releases-ship-license", {"releases": ()}),
        ("fork-keeps-up", {"upstream": ""}),
        ("files-carry-license-information", {"files_with_license_information": 0, "files_covered": 0}),
    ],
)
def test_a_question_about_what_is_not_there_does_not_apply(name: str, claims: dict[str, Value]) -> None:
    assert ask(name, known(**claims)).outcome is Outcome.NOT_APPLICABLE


def test_a_guess_is_likely_until_a_person_says_so() -> None:
    guess = said("readme-sections", ("install",))
    word = said("readme-explains-install", True, Basis.ATTESTED, confirmed_by="second")
    assert ask("readme-explains-install", view_of(PORTAL, [guess], DAY)).likely
    answer = ask("readme-explains-install", view_of(PORTAL, [guess, word], DAY))
    assert (answer.outcome, answer.likely, answer.unconfirmed) == (Outcome.YES, False, False)


def test_a_word_against_a_measured_fact_is_kept_as_a_contradiction() -> None:
    fact = said("license-files", ())
    word = said("has-license-file", True, Basis.ATTESTED)
    answer = ask("has-license-file", view_of(PORTAL, [fact, word], DAY))
    assert answer.outcome is Outcome.NO
    assert answer.contradicts == word


def test_a_word_counts_where_no_machine_sees() -> None:
    word = said("enforces-mfa", True, Basis.ATTESTED)
    answer = ask("enforces-mfa", view_of(PORTAL, [word], DAY))
    assert (answer.outcome, answer.unconfirmed) == (Outcome.YES, True)
