# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every report is made from. The rendering rooms take it and a language, and return text; nothing else goes in."""

from dataclasses import dataclass
from datetime import date

from ayni.assessment import Assessment
from ayni.frameworks import Library
from ayni.roadmap.step import Roadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One assessment as readers get it: with the packs it was held against, what to do next, and what was before.

    ``previous`` is an earlier assessment of the same office to compare with. ``made_on`` is the day on which the report
    is written, which may be later than the assessment's. ``version`` is the version of Ayni that wrote it.
    """

    library: Library
    assessment: Assessment
    made_on: date
    version: str
    roadmap: Roadmap | None = None
    previous: Assessment | None = None
