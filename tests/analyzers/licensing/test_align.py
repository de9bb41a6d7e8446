# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What align calls equal is equal, and nothing is left out."""

from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.licensing.align import Difference, align

TEXTS = st.text("abcdefgh", max_size=120)


@given(TEXTS, TEXTS)
def test_differences_turn_one_text_into_the_other(wording: str, text: str) -> None:
    made, at = "", 0
    for difference in align(wording, text):
        made += wording[at : difference.start] + text[difference.text_start : difference.text_end]
        at = difference.end
    assert made + wording[at:] == text


def test_equal_texts_differ_in_nothing() -> None:
    assert align("abcdefgh" * 50, "abcdefgh" * 50) == []


def test_an_insertion_is_found_where_it_is() -> None:
    wording = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    found = align(wording, wording[:200] + "xyz" + wording[200:])
    assert found == [Difference(start=200, end=200, text_start=200, text_end=203)]


def test_long_strangers_are_one_difference() -> None:
    assert align("a" * 3_000, "b" * 3_000) == [Difference(start=0, end=3_000, text_start=0, text_end=3_000)]
