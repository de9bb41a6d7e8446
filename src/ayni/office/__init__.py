# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The office's own work, pure: its canvas, its record as evidence, the first interview and the file it leaves."""

from ayni.office.canvas import BLOCKS_BY_LENS, by_block, is_complete, missing_blocks
from ayni.office.known import known_ids
from ayni.office.record import office_evidence

__all__ = ["BLOCKS_BY_LENS", "by_block", "is_complete", "known_ids", "missing_blocks", "office_evidence"]
