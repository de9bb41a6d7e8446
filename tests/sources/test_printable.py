# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text of strangers."""

from hypothesis import given
from hypothesis import strategies as st

from ayni.sources.printable import printable


@given(st.binary())
def test_any_bytes_become_one_line_that_can_be_encoded(content: bytes) -> None:
    shown = printable(content.decode("utf-8", "surrogateescape"))
    assert shown.encode("utf-8") is not None
    assert len(shown.splitlines()) <= 1


@given(st.text(st.characters(categories=("L", "N", "P", "Sm"))))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text
