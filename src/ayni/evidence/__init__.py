# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known: subjects, statements about them, and the questions one can ask a set of statements."""

from ayni.evidence.ledger import Ledger, View, view_of
from ayni.evidence.statement import OWN_NOTES, Basis, Evidence, NotSeen, Observation, Value, Visibility
from ayni.evidence.subject import Subject, SubjectKind, parse_subject

__all__ = [
    "OWN_NOTES",
    "Basis",
    "Evidence",
    "Ledger",
    "NotSeen",
    "Observation",
    "Subject",
    "SubjectKind",
    "Value",
    "View",
    "Visibility",
    "parse_subject",
    "view_of",
]
