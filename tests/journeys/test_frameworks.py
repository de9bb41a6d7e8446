# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""An office is asked how it stands by somebody else's standard: the list, one framework, and a file to hand over."""

import json
from pathlib import Path

import pytest

from fakes.harbor import harbor
from journeys.conftest import Ayni

pytestmark = pytest.mark.journey


def test_an_office_is_read_through_a_framework(ayni: Ayni, office: Path, tmp_path: Path) -> None:
    packs = {"AYNI_PACKS": str(harbor(tmp_path).parent)}
    assert ayni("assess", office, "--at", "2026-11-20", **packs).code == 0
    listed = ayni("framework", "--lang", "es", **packs)
    assert listed.code == 0, listed.err
    assert "osps-baseline" in listed.out
    assert "harbor-rules" in listed.out
    one = ayni("framework", "HARBOR-rules", "--lang", "en", **packs)
    assert one.code == 0, one.err
    assert "DOCK-1" in one.out
    assert "What nothing counts towards yet" in one.out
    file = tmp_path / "out" / "harbor.json"
    written = ayni("framework", "harbor-rules", "--format", "oscal", "--lang", "en", "--output", file, **packs)
    assert written.code == 0, written.err
    results = json.loads(file.read_text(encoding="utf-8"))["assessment-results"]
    assert [each["target"]["target-id"] for each in results["results"][0]["findings"]] == ["DOCK-1", "DOCK-2"]
    text = ayni("framework", "harbor-rules", "--lang", "en", "--output", tmp_path / "harbor.txt", **packs)
    assert text.code == 0, text.err
    assert "DOCK-2" in (tmp_path / "harbor.txt").read_text(encoding="utf-8")
    figures = json.loads(ayni("framework", "--format", "json", **packs).out)
    assert {"harbor-rules", "osps-baseline"} <= {each["id"] for each in figures["frameworks"]}


def test_a_framework_that_is_not_there_is_told_with_what_is_near(ayni: Ayni, office: Path) -> None:
    wrong = ayni("framework", "osps-baselin")
    assert wrong.code == 2
    assert "did you mean osps-baseline?" in wrong.err
    assert ayni("framework", "ggi").code == 2  # no run yet
    assert ayni("assess", office, "--at", "2026-11-20").code == 0
    unnamed = ayni("framework", "--format", "oscal")
    assert unnamed.code == 2
    assert "name it" in unnamed.err
