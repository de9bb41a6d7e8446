# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A license text is recognized however it is set; a changed one is unknown, never another."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ayni.analyzers.licensing import LicenseMatch, identify

ROOT = Path(__file__).parents[3]
OURS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "LICENSES").glob("*.txt")}
CORPUS = ROOT.parent / "shared/data/licences"
SPDX_TEXTS = CORPUS / "spdx-test-texts"
FIXTURES = CORPUS / "licensee-fixtures"
MARKS = st.sampled_from(["", "# ", "// ", " * ", ";; ", "-- ", "dnl ", "> ", "\t"])
IDS = st.sampled_from(sorted(OURS))
SLOW = settings(deadline=None, max_examples=20)


def identified(text: str) -> str | None:
    match = identify(text)
    return match.expression if match else None


def test_our_own_licenses_are_recognized() -> None:
    assert OURS
    assert {id_: identified(text) for id_, text in OURS.items()} == {id_: id_ for id_ in OURS}


@SLOW
@given(IDS, MARKS, st.integers(20, 200))
def test_wrapping_and_comments_change_nothing(id_: str, mark: str, width: int) -> None:
    flat = " ".join(OURS[id_].split())
    lines = re.findall(rf".{{1,{width}}}(?:\s|$)|\S+", flat)
    assert identified("\n".join(mark + line for line in lines)) == id_


@SLOW
@given(IDS, st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(["  \n", "\r\n", "\n\n"]))
def test_case_and_white_space_change_nothing(id_: str, recase: object, end: str) -> None:
    assert callable(recase)
    assert identified(recase(OURS[id_]).replace("\n", end)) == id_


@SLOW
@given(IDS, st.sampled_from(["* ", "- ", "1) ", "(a) ", "• "]))
def test_bullets_change_nothing(id_: str, bullet: str) -> None:
    assert identified(re.sub(r"(?m)^(?=\S)", bullet, OURS[id_])) == id_


@settings(deadline=None)
@given(st.text(max_size=2_000))
def test_random_text_is_no_license(text: str) -> None:
    assert identify(text) is None


@SLOW
@given(IDS, st.floats(0.1, 0.9))
def test_a_part_of_a_license_is_unknown(id_: str, share: float) -> None:
    # The note of Creative Commons at the end is not part of the license: nearly all of the text may do.
    words = OURS[id_].split()
    assert identified(" ".join(words[: int(len(words) * share)])) is None


@SLOW
@given(
    IDS,
    st.floats(0.2, 0.7),
    st.sampled_from(["Commercial use is prohibited.", "The licensee shall pay a fee of ten each year."]),
)
def test_a_sentence_more_makes_it_unknown(id_: str, share: float, sentence: str) -> None:
    words = OURS[id_].split()
    at = int(len(words) * share)
    assert identified(" ".join([*words[:at], sentence, *words[at:]])) is None
    assert identified(f"{OURS[id_]}\n{sentence}") is None
    assert identified(f"{sentence}\n{OURS[id_]}") is None


def test_titles_names_and_years_beside_a_license_do_not_matter() -> None:
    text = (
        "European Union Public Licence 1.2\nCopyright (c) 2026 Some Ministry, its Office of Software\n\n"
        + OURS["EUPL-1.2"]
    )
    assert identified(text) == "EUPL-1.2"


def test_several_licenses_are_all_named() -> None:
    assert identified(OURS["CC0-1.0"] + "\n\n" + OURS["EUPL-1.2"]) == "CC0-1.0 AND EUPL-1.2"


def test_nothing_is_no_license() -> None:
    assert identify("") is None
    assert identify("YEAR: 2026\nCOPYRIGHT HOLDER: Some Ministry") is None


def test_a_huge_text_is_not_read() -> None:
    assert identify("license " * 200_000) is None


def family(id_: str) -> str:
    """The text of a GNU license is the same for "only", "or later" and the deprecated ids."""
    return re.sub(r"(-only|-or-later|\+)$", "", id_).lower()


def is_right(match: LicenseMatch | None, expected: str) -> bool:
    return match is not None and family(expected) in {family(id_) for id_ in match.ids}


@pytest.mark.corpus
@pytest.mark.skipif(not SPDX_TEXTS.is_dir(), reason="needs ../shared/data/licences/spdx-test-texts")
def test_spdx_test_texts() -> None:
    expected = {path: path.stem.removeprefix("depreciate_") for path in sorted(SPDX_TEXTS.glob("*.txt"))}
    found = {path: identify(path.read_text(encoding="utf-8", errors="replace")) for path in expected}
    wrong = [path.name for path, match in found.items() if match and not is_right(match, expected[path])]
    right = [path.name for path, match in found.items() if is_right(match, expected[path])]
    assert wrong == []
    assert len(right) >= 0.98 * len(expected)


@pytest.mark.corpus
@pytest.mark.skipif(not FIXTURES.is_dir(), reason="needs ../shared/data/licences/licensee-fixtures")
def test_licensee_fixtures() -> None:
    keys = yaml.safe_load((FIXTURES / "fixtures.yml").read_text(encoding="utf-8"))
    wrong = []
    for name, entry in keys.items():
        for path in (FIXTURES / name).glob("LICENSE*"):
            match = identify(path.read_bytes().decode("utf-8", "replace"))
            known = entry["key"] not in (None, "other")
            if known != is_right(match, str(entry["key"])):
                wrong.append(name)
    assert wrong == []
