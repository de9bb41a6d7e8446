# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any text either reads or is refused with problems; the order of lists changes nothing that is known."""

import json
import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ayni.errors import InvalidFileError
from ayni.evidence import Evidence
from ayni.formats.office_file import BLOCKS, Known, OfficeFile
from ayni.office import office_evidence
from ayni.sources.office_file import read_office

DAY = date(2026, 11, 22)
LENIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
KEYS = [
    "ayni",
    "office",
    "institutions",
    "repositories",
    "answers",
    "exceptions",
    "canvas",
    "plan",
    "id",
    "title",
    "country",
    "language",
    "domains",
    "parent",
    "focal_point",
    "source",
    "scope",
    "institution",
    "upstream",
    "question",
    "answer",
    "by",
    "confirmed_by",
    "document",
    "date",
    "expires",
    "subject",
    "criterion",
    "code",
    "reason",
    "signed_by",
    "review",
    "reviewed",
    "statements",
    "block",
    "statement",
    "confidence",
    "practices",
    "person_days_per_quarter",
    "start",
    "target_phase",
]
WORDS = [
    "a",
    "odg",
    "EC",
    "es",
    "yes",
    "no",
    "published",
    "internal",
    "repos/portal",
    "../outside",
    "repos/link",
    "docs/mandate.pdf",
    "docs/round.txt",
    "https://git.example/x",
    "file:///etc",
    "ext::x",
    "C:\\x",
    "~",
    ".",
    "..",
    "office",
    "institution:a",
    "repository:portal",
    "str-01-instrument",
    "has-readme",
    "LEG-03",
    "contract",
    "buy-in",
    "low",
    "2026-03-01",
    "0000-01-01",
    "9999-12-31",
    "2026-02-30",
    "2027-01-01",
]

words = st.sampled_from(WORDS) | st.text(max_size=8)
plain = st.recursive(
    words | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
documents = st.fixed_dictionaries({"ayni": st.just(1)}, optional=dict.fromkeys(KEYS[1:8], plain))


def reads_or_refuses(text: str, known: Known, folder: Path) -> OfficeFile | None:
    try:
        return read_office(text, str(folder / "office.yaml"), known, DAY)
    except InvalidFileError as error:
        told = error.problems
    assert told
    assert all(problem.message and problem.line >= 0 for problem in told)
    return None


@LENIENT
@given(text=st.text())
def test_any_text_reads_or_is_refused(text: str, known: Known, folder: Path) -> None:
    reads_or_refuses(text, known, folder)


@LENIENT
@given(document=documents)
def test_any_document_reads_or_is_refused(document: dict[str, Any], known: Known, folder: Path) -> None:
    text = json.dumps(document).replace("NaN", ".nan").replace("-Infinity", "-.inf").replace("Infinity", ".inf")
    reads_or_refuses(text, known, folder)


days = st.dates(date(2020, 1, 1), DAY)
short = st.sampled_from(["Ana", "Luis", "Comité"])


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Any]:
    """A valid office file, in plain Python."""
    count = draw(st.integers(0, 5))
    bodies: list[dict[str, Any]] = []
    for number in range(count):
        body: dict[str, Any] = {"id": f"i{number}", "title": draw(short)}
        if number and draw(st.booleans()):
            body["parent"] = f"i{draw(st.integers(0, number - 1))}"
        bodies.append(body)
    scopes = st.sampled_from(["published", "internal", "archived", "upstream"])
    repositories = [
        {"source": f"https://git.example/r{number}", "scope": draw(scopes)} for number in range(draw(st.integers(0, 4)))
    ]
    subjects = ["office", *(f"institution:i{n}" for n in range(count))]
    answers = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "question": st.just("anything"),
                    "subject": st.sampled_from(subjects),
                    "answer": st.sampled_from(["yes", "no"]),
                    "by": short,
                    "date": days.map(date.isoformat),
                }
            ),
            max_size=6,
            unique_by=lambda row: (row["subject"], row["date"]),
        )
    )
    statements = draw(
        st.lists(st.fixed_dictionaries({"block": st.sampled_from(BLOCKS), "statement": short}), max_size=12)
    )
    return {
        "ayni": 1,
        "office": {"id": "odg", "title": "O", "domains": draw(st.permutations(["a.example", "b.example"]))},
        "institutions": bodies,
        "repositories": repositories,
        "answers": answers,
        "canvas": {"statements": statements},
    }


def placeless(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """Where it stands in the file is the only thing that may differ."""
    return sorted((replace(item, locator="") for item in evidence), key=lambda item: item.id)


@LENIENT
@given(office=offices(), seed=st.integers(0, 1000))
def test_the_order_of_lists_changes_no_evidence(office: dict[str, Any], seed: int, known: Known, folder: Path) -> None:
    found = reads_or_refuses(json.dumps(office), known, folder)
    assert found is not None
    dice = random.Random(seed)  # noqa: S311
    mixed = {key: dice.sample(value, len(value)) if isinstance(value, list) else value for key, value in office.items()}
    mixed["canvas"] = {"statements": dice.sample(office["canvas"]["statements"], len(office["canvas"]["statements"]))}
    again = reads_or_refuses(json.dumps(mixed), known, folder)
    assert again is not None
    assert placeless(office_evidence(found, DAY)) == placeless(office_evidence(again, DAY))


@LENIENT
@given(office=offices(), cut=st.integers(0, 400), junk=st.text(max_size=3))
def test_a_damaged_file_reads_or_is_refused(
    office: dict[str, Any], cut: int, junk: str, known: Known, folder: Path
) -> None:
    text = json.dumps(office, indent=1)
    reads_or_refuses(text[:cut] + junk + text[cut + 4 :], known, folder)


@pytest.mark.parametrize("scalar", ["1e400", "-.inf", ".nan", "9" * 300, "!!float 3", "0x10", "!!str 1", "!x y"])
def test_odd_scalars_are_refused_or_read(scalar: str, known: Known, folder: Path) -> None:
    text = (
        f"ayni: 1\noffice: {{id: odg, title: O}}\nplan: {{person_days_per_quarter: {scalar}, target_phase: {scalar}}}\n"
    )
    reads_or_refuses(text, known, folder)
    reads_or_refuses(f"ayni: {scalar}\noffice: {{id: {scalar}, title: {scalar}}}\n", known, folder)
