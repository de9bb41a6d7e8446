# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes into an archive, from this process or another."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ayni.analyzers.tree import BlobId
from ayni.archive import Archive
from ayni.evidence import Basis, Evidence, Subject, SubjectKind

AT = datetime(2026, 11, 22, tzinfo=UTC)
PORTAL = Subject(kind=SubjectKind.REPOSITORY, id="portal")


def statement(number: int, at: datetime = AT, subject: Subject = PORTAL) -> Evidence:
    return Evidence(
        subject=subject, claim="commits", value=number, basis=Basis.MEASURED, source="git", observed=at, by="history/1"
    )


def write_much(path: str, name: str) -> None:
    with Archive.open(Path(path)) as archive:
        subject = Subject(kind=SubjectKind.REPOSITORY, id=name)
        for number in range(50):
            archive.evidence.append([statement(number, AT + timedelta(days=number), subject)])
            archive.facts.put_many("lines", 1, {BlobId(f"{number:040x}"): number})
