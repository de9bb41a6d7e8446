# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A person's first day: the demo, their own repositories, what stands behind a figure, and what changed since."""

import csv
import json
import subprocess
from pathlib import Path

import jsonschema_rs
import pytest

from ayni.reports.document import json_schema
from fakes.harbor import harbor
from journeys.conftest import ROOT, Ayni

pytestmark = pytest.mark.journey

PHASES = {
    "en": "Phase 0, Prepare, is reached.",
    "es": "La fase 0, Preparar, está alcanzada.",
    "pt": "A fase 0",
    "fr": "La phase 0",
}


def test_the_demo_says_where_the_office_stands_and_writes_the_report(ayni: Ayni, tmp_path: Path) -> None:
    said = ayni("demo", "--lang", "en")
    assert said.code == 0, said.err
    assert PHASES["en"] in said.out
    assert "12 of 13 repositories" in said.out or "13 of 14 repositories" in said.out
    assert "SEC-01" in said.out
    page = (tmp_path / "ayni-report" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "<script" not in page
    again = ayni("demo", "--lang", "en")
    assert again.out == said.out


@pytest.mark.parametrize("language", PHASES)
def test_an_office_is_assessed_in_each_language(ayni: Ayni, office: Path, language: str) -> None:
    said = ayni("assess", office, "--at", "2026-11-20", "--lang", language)
    assert said.code == 0, said.err
    assert PHASES[language] in said.out


def test_the_language_is_that_of_the_system(ayni: Ayni, office: Path) -> None:
    assert PHASES["pt"] in ayni("assess", office, "--at", "2026-11-20", LANG="pt_BR.UTF-8").out
    assert PHASES["es"] in ayni("assess", office, "--at", "2026-11-20", LANG="de_DE.UTF-8").out  # the office's own
    assert "Phase 0" in ayni("assess", office, "--at", "2026-11-20", "--lang", "en", LANG="de_DE.UTF-8").out
    assert "Why it matters" in ayni("explain", "STR-01", LANG="C").out  # as the run before


def test_every_figure_can_be_followed_to_its_evidence(ayni: Ayni, office: Path) -> None:
    assert ayni("assess", office, "--at", "2026-11-20").code == 0
    practice = ayni("explain", "leg-03", "--lang", "en")
    assert practice.code == 0, practice.err
    assert "LEG-03" in practice.out
    assert "OSPS-LE-03.01" in practice.out
    assert "tramites-en-linea" in practice.out
    item = ayni("explain", "OSPS-DO-01.01", "--lang", "es")
    assert item.code == 0, item.err
    evidence = ayni("evidence", "--subject", "tramites-en-linea", "--claim", "readme-*", "--json")
    statements = [json.loads(line) for line in evidence.out.splitlines()]
    assert {statement["claim"] for statement in statements} >= {"readme-file", "readme-sections"}
    assert all(len(statement["id"]) == 64 for statement in statements)


def test_the_roadmap_follows_the_capacity(ayni: Ayni, office: Path) -> None:
    ayni("assess", office, "--at", "2026-11-20")
    slow = ayni("plan", "--capacity", "20", "--lang", "en")
    fast = ayni("plan", "--capacity", "500", "--start", "2027-03-01", "--phase", "1", "--lang", "en")
    assert slow.code == fast.code == 0, slow.err + fast.err
    assert len(fast.out.splitlines()) < len(slow.out.splitlines())
    wrong = ayni("plan", "--capacity", "0")
    assert wrong.code == 2
    assert "person-days" in wrong.err


def test_the_report_comes_in_every_form(ayni: Ayni, office: Path, tmp_path: Path) -> None:
    ayni("assess", office, "--at", "2026-11-20")
    page = ayni("report", "--lang", "fr", "--output", tmp_path / "r.html")
    assert page.code == 0, page.err
    assert '<html lang="fr"' in (tmp_path / "r.html").read_text(encoding="utf-8")
    text = ayni("report", "--format", "markdown", "--lang", "pt")
    assert text.out.startswith("# ")
    rows = list(csv.DictReader(ayni("report", "--format", "csv", "--lang", "es").out.splitlines()))
    assert len(rows) == 90
    document = json.loads(ayni("report", "--format", "json").out)
    jsonschema_rs.validate(json_schema(), document)
    cited = {name for finding in document["findings"] for answer in finding["answers"] for name in answer["evidence"]}
    assert cited <= set(document["evidence"])


def test_the_published_schema_is_the_one_in_use() -> None:
    published = json.loads((ROOT / "docs" / "reference" / "report.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema()


def test_what_changed_between_two_days_is_shown(ayni: Ayni, tmp_path: Path) -> None:
    repository = tmp_path / "portal"
    repository.mkdir()
    commit(repository, "README.md", "# Portal\n")
    assert ayni("assess", repository, "--at", "2026-10-01").code == 0
    commit(repository, "CODE_OF_CONDUCT.md", "# Code of conduct\n")
    assert ayni("assess", repository, "--at", "2026-11-01").code == 0
    said = ayni("diff", "--lang", "en")
    assert said.code == 0, said.err
    assert "TEC-04" in said.out
    dated = ayni("diff", "2026-10-01", "2026-11-01", "--lang", "en")
    assert dated.out == said.out


def test_an_answer_taken_back_is_gone_from_the_next_run(ayni: Ayni, office: Path) -> None:
    text = office.read_text(encoding="utf-8")
    changed = office.with_name("changed.yaml")
    changed.write_text(text, encoding="utf-8")
    ayni("assess", changed, "--at", "2026-11-01")
    assert len(ayni("evidence", "--claim", "str-01-*", "--json").out.splitlines()) == 3
    changed.write_text("\n".join(line for line in text.splitlines() if "str-01-" not in line), encoding="utf-8")
    ayni("assess", changed, "--at", "2026-11-02")
    assert ayni("evidence", "--claim", "str-01-*", "--json").out == ""
    changed.write_text(text, encoding="utf-8")
    ayni("assess", changed, "--at", "2026-11-03")
    assert len(ayni("evidence", "--claim", "str-01-*", "--json").out.splitlines()) == 3
    changed.unlink()


def test_looking_at_nothing_is_not_a_success(ayni: Ayni, tmp_path: Path) -> None:
    empty = tmp_path / "empty.git"
    subprocess.run(["git", "init", "-q", "--bare", empty], check=True)
    said = ayni("assess", empty, "--lang", "en")
    assert said.code == 1
    assert "Nothing could be seen" in said.out or "0 of 1 repository" in said.out
    assert ayni("assess", tmp_path / "not-there").code == 1


def test_a_repository_may_be_called_like_an_office_file(ayni: Ayni, tmp_path: Path) -> None:
    repository = tmp_path / "publiccode.yml"
    repository.mkdir()
    commit(repository, "README.md", "# A standard\n")
    assert ayni("assess", repository).code == 0


def test_runs_of_two_offices_do_not_mix(ayni: Ayni, office: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("ayni: 1\noffice: {id: other, title: Other}\n", encoding="utf-8")
    ayni("assess", office, "--at", "2026-09-01")
    ayni("assess", other, "--at", "2026-11-01")
    assert "2026-09" not in ayni("diff").out
    assert ayni("diff").code == 2
    rhythm = ayni("evidence", "--claim", "is-reassessed-on-schedule", "--json").out
    assert rhythm == ""
    early = ayni("explain", "STR-01", "--at", "2026-10-01")
    assert early.code == 2
    assert "2026-11-01" in early.err


def test_an_office_brings_its_own_framework(ayni: Ayni, office: Path, tmp_path: Path) -> None:
    folder = harbor(tmp_path)
    ayni("assess", office, "--at", "2026-11-20", AYNI_PACKS=str(folder.parent))
    said = ayni("explain", "dock-1", "--lang", "es", AYNI_PACKS=str(folder.parent))
    assert said.code == 0, said.err
    assert "tramites-en-linea" in said.out


def test_nobody_can_have_looked_tomorrow(ayni: Ayni, office: Path) -> None:
    said = ayni("assess", office, "--at", "2999-01-01")
    assert said.code == 2
    assert "yet to come" in said.err


def test_a_phase_that_is_not_reached_fails_where_asked(ayni: Ayni, office: Path) -> None:
    assert ayni("assess", office, "--at", "2026-11-20", "--fail-under", "0").code == 0
    assert ayni("assess", office, "--at", "2026-11-20", "--fail-under", "1").code == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("assess",), "ayni init"),
        (("assess", "nowhere.yaml"), "ayni init"),
        (("assess", ".", "--lang", "de"), "--lang"),
        (("explain", "LEG-3"), "did you mean LEG-03"),
        (("explain", "LEG-03"), "ayni assess"),
        (("packs", "lint", "nowhere"), "pack.yaml"),
        (("report", "--table", "people"), "practices"),
    ],
)
def test_misuse_says_what_to_do(ayni: Ayni, arguments: tuple[str, ...], expected: str) -> None:
    said = ayni(*arguments)
    assert said.code == 2
    assert expected in said.err
    assert "Traceback" not in said.err


def commit(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    git = [
        "git",
        "-C",
        folder,
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@portal.example",
        "-c",
        "init.defaultBranch=main",
    ]
    if not (folder / ".git").exists():
        subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", f"Add {name}"], check=True)
