# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts that are kept come back under their analyzer, its version and their content only."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId
from ayni.archive import Archive

ONE, TWO, LONG = BlobId("1" * 40), BlobId("2" * 40), BlobId("3" * 64)
FACTS: st.SearchStrategy[Facts] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=10,
)


@settings(max_examples=50, deadline=None)
@given(facts=FACTS)
def test_any_facts_come_back(tmp_path_factory: pytest.TempPathFactory, facts: Facts) -> None:
    folder = tmp_path_factory.mktemp("facts")
    with Archive.open(folder / "a.sqlite3") as archive:
        archive.facts.put_many("lines", 1, {ONE: facts, LONG: facts})
        assert archive.facts.get_many("lines", 1, [ONE, TWO, LONG]) == {ONE: facts, LONG: facts}


def test_another_analyzer_or_version_knows_nothing(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.facts.put_many("lines", 1, {ONE: 1})
        assert archive.facts.get_many("words", 1, [ONE]) == {}
        assert archive.facts.get_many("lines", 2, [ONE]) == {}


def test_a_newer_version_takes_the_place_of_the_older(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive, Archive.open(tmp_path / "a.sqlite3") as other:
        archive.facts.put_many("lines", 1, {ONE: 1})
        other.facts.put_many("lines", 2, {ONE: 2})
        assert archive.facts.get_many("lines", 1, [ONE]) == {}
        assert archive.facts.get_many("lines", 2, [ONE]) == {ONE: 2}


def test_facts_that_are_no_text_are_left_out(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.facts.put_many("lines", 1, {ONE: "\udce9", TWO: "é"})
        assert archive.facts.get_many("lines", 1, [ONE, TWO]) == {TWO: "é"}


def test_many_at_once(tmp_path: Path) -> None:
    many = {BlobId(f"{number:040x}"): number for number in range(3_001)}
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.facts.put_many("lines", 1, many)
        assert archive.facts.get_many("lines", 1, many) == many


def test_the_last_look_and_state_are_kept_per_repository(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.looks.put("/caf\udce9", "key", b"1")
        archive.looks.put("/caf\udce9", "newer", b"2")
        archive.histories.put("/caf\udce9", b"3")
        assert archive.looks.get("/caf\udce9", "key") is None
        assert archive.looks.get("/caf\udce9", "newer") == b"2"
        assert archive.histories.get("/caf\udce9") == b"3"
        assert archive.histories.get("/other") is None
