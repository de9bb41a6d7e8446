# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said in each language: plurals, numbers, dates, and what happens where words are missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.assessment import Verdict
from ayni.frameworks import Effort
from ayni.reports.voice import Voice
from fakes.offices import library


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1, "1 repository"),
        ("en", 0, "0 repositories"),
        ("es", 1, "1 repositorio"),
        ("es", 2_500, "2.500 repositorios"),
        ("es", 1_000_000, "1.000.000 repositorios"),
        ("pt", 0, "0 repositório"),
        ("pt", 3, "3 repositórios"),
        ("fr", 0, "0 dépôt"),
        ("fr", 1, "1 dépôt"),
        ("fr", 10_000, "10\u202f000 dépôts"),
    ],
)
def test_a_number_takes_the_plural_of_its_language(language: str, number: int, said: str) -> None:
    assert Voice(library(), language).count(number, "count", "repository") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "November 22, 2026"),
        ("es", "22 de noviembre de 2026"),
        ("pt", "22 de novembro de 2026"),
        ("fr", "22 novembre 2026"),
    ],
)
def test_a_day_is_written_as_in_its_language(language: str, said: str) -> None:
    assert Voice(library(), language).day(date(2026, 11, 22)) == said


def test_the_first_of_a_month_in_french() -> None:
    assert Voice(library(), "fr").day(date(2026, 12, 1)) == "1er décembre 2026"


def test_effort_is_a_range_and_claims_no_precision() -> None:
    voice = Voice(library(), "es")
    assert voice.effort(Effort(low=0.5, high=2)) == "de 0,5 a 2 días-persona"
    assert voice.effort(Effort(low=561.3, high=2103.2)) == "de 561 a 2.103 días-persona"
    assert voice.effort(Effort(low=1, high=1)) == "1 día-persona"
    assert voice.effort(Effort(low=0.5, high=1)) == "de 0,5 a 1 día-persona"


def test_what_has_no_words_shows_as_its_id() -> None:
    voice = Voice(library(), "fr")
    assert voice.question("no-such-probe") == "no-such-probe"
    assert voice.title("NOPE-01") == "NOPE-01"
    assert voice.text("NOPE-01", "why") == ""
    assert voice.fix("no-such-probe") == ""
    assert voice.unseen("readme-file:no-such-reason") == "no-such-reason"
    assert voice.say("html", "no-such-text") == "no-such-text"


def test_questions_of_practices_items_and_probes_have_words() -> None:
    voice = Voice(library(), "pt")
    for name in ("str-01-sponsor", "osps-baseline.osps-br-01.04", "has-readme"):
        assert voice.question(name) != name


@given(st.text(max_size=30))
def test_what_is_filled_in_is_never_read_as_a_pattern(text: str) -> None:
    said = Voice(library(), "en").say("phase", "label", phase=1, title=text)
    assert said == f"Phase 1: {text}"


def test_every_verdict_has_its_word_in_every_language() -> None:
    words = {
        language: [Voice(library(), language).verdict(v) for v in Verdict] for language in ("en", "es", "pt", "fr")
    }
    assert all(len(set(found)) == len(Verdict) for found in words.values())
    assert words["es"] != words["pt"] != words["fr"]
