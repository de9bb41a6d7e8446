# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Community files are found by name, and their sections by headings and sentences, in four languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.community.analysis import Community
from ayni.analyzers.community.reading import paper
from ayni.evidence import NotSeen, Value
from fakes.snapshots import claims, folder

EXAMPLES = Path(__file__).parent / "examples"
PATHS = {
    "en": {
        "readme-file": "README.md",
        "contributing-file": "CONTRIBUTING.md",
        "security-policy-file": "SECURITY.md",
        "governance-file": "GOVERNANCE.md",
        "code-of-conduct-file": "",
    },
    "es": {
        "readme-file": "LEEME.md",
        "contributing-file": ".github/CONTRIBUYENDO.md",
        "security-policy-file": "SEGURIDAD.md",
        "governance-file": "GOBERNANZA.md",
        "code-of-conduct-file": "CODIGO_DE_CONDUCTA.md",
        "changelog-file": "CAMBIOS.md",
        "roadmap-file": "HOJA_DE_RUTA.md",
    },
    "pt": {
        "readme-file": "LEIAME.md",
        "contributing-file": "CONTRIBUINDO.md",
        "security-policy-file": "SEGURANÇA.md",
        "governance-file": "GOVERNANÇA.md",
        "code-of-conduct-file": "CÓDIGO_DE_CONDUTA.md",
        "changelog-file": "MUDANÇAS.md",
        "issue-template": ".gitlab/issue_templates/defeito.md",
    },
    "fr": {
        "readme-file": "LISEZMOI.md",
        "contributing-file": "CONTRIBUER.md",
        "security-policy-file": "SECURITE.md",
        "governance-file": "GOUVERNANCE.md",
        "code-of-conduct-file": "CODE_DE_CONDUITE.md",
        "roadmap-file": "FEUILLE_DE_ROUTE.md",
    },
}
SECTIONS = {
    "en": {
        "readme-sections": "purpose install use contribute license policy",
        "contributing-sections": "process requirements style tests sign-off review report",
        "security-sections": ("contact private-channel response-time supported-versions disclosure end-of-support"),
        "governance-sections": "roles decisions membership",
        "documentation-topics": (
            "user-guide install defects architecture interfaces threat-model end-of-support policy"
        ),
    },
    "es": {
        "readme-sections": "purpose install use contribute license support authors policy tests status languages",
        "contributing-sections": "process requirements style tests sign-off review report",
        "security-sections": ("contact private-channel response-time supported-versions disclosure end-of-support"),
        "governance-sections": "roles decisions membership permissions",
    },
    "pt": {
        "readme-sections": "purpose install use contribute license support authors policy tests status",
        "contributing-sections": "process requirements style tests review report",
        "security-sections": "contact private-channel response-time supported-versions disclosure",
        "governance-sections": "roles decisions",
    },
    "fr": {
        "readme-sections": "purpose install use contribute license support authors policy",
        "contributing-sections": "process requirements style tests review report",
        "security-sections": "contact private-channel response-time supported-versions disclosure",
        "governance-sections": "roles decisions",
    },
}


def about(language: str) -> dict[str, Value]:
    return claims(Community(), folder(EXAMPLES / language))


@pytest.mark.parametrize("language", PATHS)
def test_files_are_found_by_their_names(language: str) -> None:
    found = about(language)
    assert {claim: " ".join(found[claim]) for claim in PATHS[language]} == PATHS[language]  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "claim"), [(one, claim) for one in SECTIONS for claim in SECTIONS[one]])
def test_sections_are_found(language: str, claim: str) -> None:
    assert about(language)[claim] == tuple(SECTIONS[language][claim].split())


@pytest.mark.parametrize("language", PATHS)
def test_the_language_of_a_readme_is_told(language: str) -> None:
    assert about(language)["readme-languages"] == (language,)


def test_topics_come_from_headings_and_file_names() -> None:
    topics = about("es")["documentation-topics"]
    assert isinstance(topics, tuple)
    assert {"accessibility", "personal-data", "standards", "install", "tests", "policy"} <= set(topics)
    assert "threat-model" not in topics


def test_only_prose_counts() -> None:
    length = about("en")["readme-length"]
    assert isinstance(length, int)
    assert 200 < length < 330


def test_code_and_comments_have_no_headings() -> None:
    text = "# Name\n\n```\n# License\n```\n\n<!--\n# Support\n-->\n\n    # Installation\n"
    assert claims(Community(), {"README.md": text})["readme-sections"] == ()


@pytest.mark.parametrize(
    "text",
    [
        "## Installation\n",
        "Installation\n============\n",
        "Installation\n^^^^^^^^^^^^\n",
        "== Installation\n",
        "<h2 align='center'>Installation</h2>\n",
        "**Installation**\n",
        "Text.\n\nINSTALLATION\n\nMore.\n",
        "## 🚀 1. [Installation](#top) {#install}\n",
        "---\ntitle: Installation\n---\nText\n",
    ],
)
def test_headings_are_read_in_every_markup(text: str) -> None:
    assert claims(Community(), {"README": text})["readme-sections"] == ("install",)


@pytest.mark.parametrize(
    ("path", "claim"),
    [
        ("readme.rst", "readme-file"),
        ("README_pt-BR.md", "readme-file"),
        ("README.es.md", "readme-file"),
        ("README-english.md", "readme-file"),
        (".gitea/contributing.adoc", "contributing-file"),
        ("docs/CONTRIBUTING.md", "contributing-file"),
        ("documentación/GUIA DE CONTRIBUCION.md", "contributing-file"),
        ("CODE-OF-CONDUCT", "code-of-conduct-file"),
        (".well-known/security.txt", "security-policy-file"),
        ("docs/SECURITY.md", "security-policy-file"),
        ("CODEOWNERS", "maintainers-file"),
        (".github/CODEOWNERS", "maintainers-file"),
        ("AUTHORS", "maintainers-file"),
        ("ChangeLog", "changelog-file"),
        ("RELEASE-NOTES-2.0.txt", "changelog-file"),
        ("AYUDA.md", "support-file"),
        (".github/ISSUE_TEMPLATE/error.yml", "issue-template"),
        ("ISSUE_TEMPLATE.md", "issue-template"),
        (".gitlab/merge_request_templates/Default.md", "change-template"),
        (".forgejo/pull_request_template.md", "change-template"),
        (".github/FUNDING.yml", "funding-file"),
        ("normativa/ley.pdf", "policy-files"),
        ("docs/legislação/decreto.md", "policy-files"),
    ],
)
def test_names_and_places(path: str, claim: str) -> None:
    assert claims(Community(), {path: "text"})[claim] == (path,)


@pytest.mark.parametrize(
    "path",
    [
        "security.py",
        "src/README.md",
        "docs/security.md",
        "docs/img/SECURITY.md",
        "support",
        "lib/help.txt",
        ".github/ISSUE_TEMPLATE/config.yml",
        "app/policies/user.rb",
        "readme.py",
        "history.json",
    ],
)
def test_other_files_are_left_alone(path: str) -> None:
    found = claims(Community(), {path: "text"})
    assert {claim for claim, value in found.items() if value} <= {"documentation-files"}


def test_an_empty_repository_was_looked_at() -> None:
    found = claims(Community(), {})
    assert set(found.values()) == {(), 0}


def test_nothing_is_absent_from_a_listing_cut_short() -> None:
    found = claims(Community(), {"README.md": "# x"}, complete=False)
    assert found["readme-file"] == ("README.md",)
    assert found["security-policy-file"] == NotSeen(reason="listing-incomplete")
    assert found["security-sections"] == NotSeen(reason="listing-incomplete")
    assert found["documentation-files"] == NotSeen(reason="listing-incomplete")


def test_a_missing_content_is_unknown() -> None:
    found = claims(Community(), {"README.md": "# x", "SECURITY.md": "y"}, missing=["README.md"])
    assert found["readme-file"] == ("README.md",)
    for claim in ("readme-sections", "readme-length", "readme-languages", "documentation-topics"):
        assert found[claim] == NotSeen(reason="content-missing")
    assert found["security-sections"] == ()


def test_the_readme_of_the_root_speaks_for_the_repository() -> None:
    files = {"README.md": "# x", "docs/README.md": "## License\n", "README.pt.md": "## Instalação\n"}
    found = claims(Community(), files)
    assert found["readme-file"] == ("README.md", "README.pt.md", "docs/README.md")
    assert found["readme-sections"] == ("install",)
    assert found["readme-languages"] == ("pt",)


def test_a_review_time_without_an_answer_is_no_response_time() -> None:
    text = "Write to a@example.org.\n\n" + "Fixes are published. " * 20 + "Old releases are kept for 90 days."
    assert claims(Community(), {"SECURITY.md": text})["security-sections"] == ("contact",)


@pytest.mark.parametrize("bomb", ["`" * 40_000, "<!--" * 20_000, "[" * 60_000, "a" * 200_000 + "@", "# " * 50_000])
def test_hostile_texts_take_no_time(bomb: str) -> None:
    Community().read(bomb.encode())


@given(st.binary(max_size=400) | st.text(alphabet="#=-*`<>![]()|@ \nab:.~é\x00\ufeff", max_size=400).map(str.encode))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    read = paper(Community().read(content))
    assert read.length <= 4 * len(content)


@pytest.mark.parametrize(
    "heading",
    [
        "Terms of use",
        "What this license does not change about the terms of the old text",
        "Security policy",
        "Use cases",
    ],
)
def test_what_is_said_in_passing_is_no_section(heading: str) -> None:
    found = claims(Community(), {"README.md": f"# Name\n## {heading}\n"})
    assert found["readme-sections"] == ()
