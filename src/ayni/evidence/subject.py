# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a statement is about."""

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """The kinds of things that evidence speaks of (design, section 2)."""

    OFFICE = "office"
    INSTITUTION = "institution"
    PROJECT = "project"
    REPOSITORY = "repository"
    RELEASE = "release"
    COMPONENT = "component"
    PURCHASE = "purchase"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """One thing, named by its kind and an id that is unique within the kind.

    A repository's id is the URL or the path-like name under which the office knows it; a component's is its purl.
    """

    kind: SubjectKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"


def parse_subject(text: str) -> Subject:
    """Read ``kind:id``; raises ValueError when the kind is unknown or the id is empty."""
    kind, separator, name = text.partition(":")
    if not separator or not name:
        raise ValueError(f"'{text}' is not a subject; write kind:id, for example repository:portal")
    return Subject(kind=SubjectKind(kind), id=name)
