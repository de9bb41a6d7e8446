# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Metadata files: which are there, what they declare, and what a light check finds wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.metadata.analysis import Metadata
from ayni.evidence import NotSeen, Value
from fakes.snapshots import claims

PUBLICCODE = """\
publiccodeYmlVersion: "0.7"
name: Turnos
url: https://example.org/turnos
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
isBasedOn: [https://example.org/citas]
usedBy: [Municipio de ejemplo, Otra ciudad]
supports:
  - id: alias:gdpr
  - id: https://example.org/ley-1
organisation:
  uri: https://example.org
  name: Oficina de ejemplo
description:
  es:
    shortDescription: Turnos en línea
    longDescription: >-
      Las personas piden un turno en una oficina pública, y la oficina ordena la atención del día. El programa avisa
      cuando hay un cambio, y cuenta cuántas personas esperan en cada mostrador.
    features: [Pedir un turno]
legal:
  license: AGPL-3.0-or-later
  mainCopyrightOwner: Ciudad de ejemplo
maintenance:
  type: internal
  contacts: [{name: Mesa de ayuda}]
localisation:
  localisationReady: true
  availableLanguages: [es, gn]
dependsOn:
  open: [{name: PostgreSQL}]
  proprietary: [{name: Mapas}]
"""


def about(files: dict[str, str], **more: object) -> dict[str, Value]:
    return claims(Metadata(), files, **more)  # type: ignore[arg-type]


def test_a_good_file_declares_everything() -> None:
    found = about({"publiccode.yml": PUBLICCODE})
    assert found == {
        "publiccode-file": ("publiccode.yml",),
        "code-json-file": (),
        "codemeta-file": (),
        "citation-file": (),
        "security-insights-file": (),
        "openapi-file": (),
        "publiccode-problems": (),
        "declared-status": "stable",
        "declared-maintenance": "internal",
        "declared-owner": "Ciudad de ejemplo",
        "declared-standards": ("alias:gdpr", "https://example.org/ley-1"),
        "declared-users": ("Municipio de ejemplo", "Otra ciudad"),
        "declared-base": ("https://example.org/citas",),
        "declared-languages": ("es", "gn"),
        "declared-proprietary-dependencies": ("Mapas",),
    }


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: Turnos\n", "", "name: missing"),
        ("platforms: [web]", "platforms: []", "platforms: missing"),
        ("platforms: [web]", "platforms: web", "platforms: wrong-type"),
        ("developmentStatus: stable", "developmentStatus: listo", "developmentStatus: unknown-value"),
        ("standalone/web", "web", "softwareType: unknown-value"),
        ("https://example.org/turnos", "turnos", "url: not-a-url"),
        ("    shortDescription: Turnos en línea\n", "", "description.es.shortDescription: missing"),
        ("Turnos en línea", "x" * 151, "description.es.shortDescription: too-long"),
        ("Las personas piden un turno en una", "Una", ""),
        ("    features: [Pedir un turno]\n", "", "description.es.features: missing"),
        ("AGPL-3.0-or-later", "AGPL", "legal.license: unknown-value"),
        ("  license: AGPL-3.0-or-later\n", "", "legal.license: missing"),
        ("type: internal", "type: contract", "maintenance.contractors: missing"),
        ("  contacts: [{name: Mesa de ayuda}]\n", "", "maintenance.contacts: missing"),
        ("type: internal", "type: nadie", "maintenance.type: unknown-value"),
        ("localisationReady: true", "localisationReady: yes", "localisation.localisationReady: wrong-type"),
        ("[es, gn]", "[]", "localisation.availableLanguages: missing"),
        ("  uri: https://example.org\n", "", "organisation.uri: missing"),
        ("platforms: [web]", "platforms: [web]\nname: Otra", "name: duplicate-key"),
        ("platforms: [web]", "platforms: [web", "line 5: not-yaml"),
    ],
)
def test_problems_are_named(old: str, new: str, problem: str) -> None:
    assert old in PUBLICCODE
    expected = (problem,) if problem else ()
    assert about({"publiccode.yml": PUBLICCODE.replace(old, new)})["publiccode-problems"] == expected


def test_a_file_that_is_something_else() -> None:
    assert about({"publiccode.yml": "a: b"})["publiccode-problems"] == ("publiccodeYmlVersion: missing",)


def test_without_a_file_nothing_is_declared_and_nothing_is_wrong() -> None:
    found = about({"main.py": "x"})
    assert found["publiccode-problems"] == NotSeen(reason="no-metadata-file")
    assert found["declared-proprietary-dependencies"] == NotSeen(reason="not-declared")
    assert found["declared-status"] == ""
    assert found["declared-users"] == ()


def test_silence_about_dependencies_is_no_statement() -> None:
    silent = PUBLICCODE.partition("dependsOn:")[0]
    assert about({"publiccode.yml": silent})["declared-proprietary-dependencies"] == NotSeen(reason="not-declared")
    open_only = PUBLICCODE.replace("  proprietary: [{name: Mapas}]\n", "")
    assert about({"publiccode.yml": open_only})["declared-proprietary-dependencies"] == ()


def test_code_json_speaks_where_publiccode_is_silent() -> None:
    entry = json.dumps({"name": "x", "status": "Production", "maintenance": "contract", "organization": "An agency"})
    found = about({"code.json": entry})
    assert (found["declared-status"], found["declared-maintenance"]) == ("Production", "contract")
    assert found["declared-owner"] == "An agency"
    both = about({"code.json": entry, "publiccode.yml": PUBLICCODE})
    assert both["declared-status"] == "stable"


def test_the_section_of_conformity_of_older_files_counts() -> None:
    old = PUBLICCODE + "it:\n  conforme:\n    gdpr: true\n    lineeGuidaDesign: false\n"
    standards = about({"publiccode.yml": old})["declared-standards"]
    assert isinstance(standards, tuple)
    assert standards[-1] == "gdpr"


@pytest.mark.parametrize(
    ("path", "content", "found"),
    [
        ("openapi.yaml", "openapi: 3.1.0\ninfo: {}\n", True),
        ("src/api/swagger.json", '{"swagger": "2.0"}', True),
        ("docs/api.yml", 'info: {}\nopenapi: "3.0.1"\n', True),
        ("openapi.yaml", "title: something else\n", False),
        ("api.json", '{"name": "openapi"}', False),
        ("node_modules/x/openapi.yaml", "openapi: 3.1.0\n", False),
        ("tests/fixtures/openapi.yaml", "openapi: 3.1.0\n", False),
        ("capital.json", '{"swagger": "2.0"}', False),
    ],
)
def test_descriptions_of_interfaces_need_name_and_content(path: str, content: str, found: bool) -> None:
    assert about({path: content})["openapi-file"] == ((path,) if found else ())


@pytest.mark.parametrize(
    ("path", "claim"),
    [
        ("CITATION.cff", "citation-file"),
        ("codemeta.json", "codemeta-file"),
        ("SECURITY-INSIGHTS.yml", "security-insights-file"),
        (".github/security-insights.yml", "security-insights-file"),
        ("publiccode.yaml", "publiccode-file"),
    ],
)
def test_files_that_are_found_by_name(path: str, claim: str) -> None:
    assert about({path: "x: y"})[claim] == (path,)


def test_a_file_below_the_root_is_not_the_repositorys() -> None:
    assert about({"parts/publiccode.yml": PUBLICCODE})["publiccode-file"] == ()


def test_missing_contents_and_short_listings_are_unknown() -> None:
    found = about({"publiccode.yml": PUBLICCODE}, missing=["publiccode.yml"])
    assert found["publiccode-file"] == ("publiccode.yml",)
    for claim in ("publiccode-problems", "declared-status", "declared-users", "declared-proprietary-dependencies"):
        assert found[claim] == NotSeen(reason="content-missing")
    short = about({"main.py": "x"}, complete=False)
    assert short["publiccode-file"] == short["declared-status"] == NotSeen(reason="listing-incomplete")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    for start in (b"", b"{", b"publiccodeYmlVersion: 0\n", b"publiccodeYmlVersion: 0\ndescription:\n  en:\n    "):
        Metadata().read(start + content)


_WORDS = st.sampled_from(["type", "license", "id", "name", "conforme", "es", "proprietary", "x"])
_LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
_VALUES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3), max_leaves=8
)


@given(_VALUES)
def test_no_value_of_a_key_makes_reading_fail(value: object) -> None:
    keys = [line.partition(":")[0] for line in PUBLICCODE.splitlines() if line[0].isalpha()]
    text = "publiccodeYmlVersion: 0\n" + "".join(f"{key}: {json.dumps(value)}\n" for key in [*keys[1:], "it"])
    Metadata().read(text.encode())


def test_half_a_character_is_not_kept() -> None:
    assert "?" in json.dumps(Metadata().read(b'{"status": "\\ud800"}'))
