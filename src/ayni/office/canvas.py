# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Mission Model Canvas of the office: nine blocks of hypotheses, read through three lenses in order."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ayni.formats.office_file import BLOCKS, Canvas, Statement, months_later
from ayni.frameworks import Lens

BLOCKS_BY_LENS: Final[Mapping[Lens, tuple[str, ...]]] = {
    Lens.DESIRABILITY: BLOCKS[:4],
    Lens.FEASIBILITY: BLOCKS[4:7],
    Lens.VIABILITY: BLOCKS[7:],
}
"""The blocks that each lens shows, both in reading order."""

REVIEW_MONTHS: Final = 12
"""How long a review of the whole canvas holds."""


def by_block(canvas: Canvas) -> dict[str, tuple[Statement, ...]]:
    """The statements of each block, all nine blocks in reading order; an empty tuple where there is none."""
    return {block: tuple(item for item in canvas.statements if item.block == block) for block in BLOCKS}


def missing_blocks(canvas: Canvas) -> tuple[str, ...]:
    """The blocks that no statement speaks of, in reading order."""
    return tuple(block for block, statements in by_block(canvas).items() if not statements)


def is_complete(canvas: Canvas) -> bool:
    """Whether every block has at least one statement."""
    return not missing_blocks(canvas)


def review_due(canvas: Canvas) -> date | None:
    """The first day on which the last review no longer holds; None where there was none."""
    return months_later(canvas.reviewed, REVIEW_MONTHS) if canvas.reviewed else None
