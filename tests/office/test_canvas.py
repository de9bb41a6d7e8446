# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The canvas is complete when every block says something, and a review holds for a year."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ayni.formats.office_file import BLOCKS, Canvas, Statement
from ayni.frameworks import Lens
from ayni.office.canvas import BLOCKS_BY_LENS, by_block, is_complete, missing_blocks, review_due


def canvas(blocks: list[str]) -> Canvas:
    return Canvas(statements=tuple(Statement(block=block, statement="S") for block in blocks))


def test_the_lenses_share_out_all_blocks_in_reading_order() -> None:
    assert [block for lens in Lens for block in BLOCKS_BY_LENS[lens]] == list(BLOCKS)
    assert [len(BLOCKS_BY_LENS[lens]) for lens in Lens] == [4, 3, 2]


@given(st.lists(st.sampled_from(BLOCKS)))
def test_what_is_missing_and_what_is_there_are_the_nine_blocks(blocks: list[str]) -> None:
    found = canvas(blocks)
    assert sorted({*missing_blocks(found), *blocks}) == sorted(BLOCKS)
    assert is_complete(found) is (set(blocks) == set(BLOCKS))
    assert sum(len(statements) for statements in by_block(found).values()) == len(blocks)


def test_a_review_holds_for_a_year() -> None:
    assert review_due(Canvas(reviewed=date(2024, 2, 29))) == date(2025, 2, 28)
    assert review_due(Canvas()) is None
