# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any spelling of a text gives the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.licensing.words import prepare, raw_token_starts, raw_tokens, words

PLAIN = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The LICENCE, and the Licensor's rights", ["the", "license", "and", "the", "licensors", "rights"]),
        ("1. First\n(b) second\niv) third\n2.1. fourth", ["first", "second", "third", "2", "fourth"]),
        ("See <https://example.org/a.txt> or www.example.org.", ["see", "or"]),
        ("copyright holders & sublicensing", ["copyright", "owners", "and", "sub", "licensing"]),
        ("<p>licen&ccedil;a <b>livre</b></p>", ["licenca", "livre"]),
        ("Licença pública © 2026 “obra”", ["licenca", "publica", "2026", "obra"]),
        ("dnl a macro file\ndnl on two lines", ["a", "macro", "file", "on", "two", "lines"]),
        ('"one\\ntwo"', ["one", "two"]),
        ("许可", ["许", "可"]),
    ],
)
def test_words_are_what_carries_meaning(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(PLAIN, st.sampled_from(["", "# ", "// ", " * ", ";; ", "-- ", "% ", "dnl ", "> "]), st.integers(1, 9))
def test_wrapping_and_comment_marks_change_nothing(plain: list[str], mark: str, width: int) -> None:
    lines = [" ".join(plain[at : at + width]) for at in range(0, len(plain), width)]
    assert words("\n".join(mark + line + "  " for line in lines)) == words(" ".join(plain))


@given(st.text(max_size=200))
def test_every_token_has_a_place(text: str) -> None:
    prepared = prepare(text)
    tokens = raw_tokens(prepared)
    assert [
        prepared[start : start + len(token)] for token, start in zip(tokens, raw_token_starts(prepared), strict=True)
    ] == tokens
