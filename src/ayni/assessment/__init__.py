# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an office stands: evidence held against practices and frameworks, with what every verdict rests on."""

from ayni.assessment.assess import SCOPES, RepositoryJudge, assess
from ayni.assessment.difference import Change, Difference, compare
from ayni.assessment.finding import (
    Asked,
    Assessment,
    Counted,
    Finding,
    InstitutionResult,
    PhaseResult,
    ProfileCell,
    RepositoryResult,
)
from ayni.assessment.grades import Verdict
from ayni.assessment.judge import EXCEPTION
from ayni.assessment.tally import Tally

__all__ = [
    "EXCEPTION",
    "SCOPES",
    "Asked",
    "Assessment",
    "Change",
    "Counted",
    "Difference",
    "Finding",
    "InstitutionResult",
    "PhaseResult",
    "ProfileCell",
    "RepositoryJudge",
    "RepositoryResult",
    "Tally",
    "Verdict",
    "assess",
    "compare",
]
