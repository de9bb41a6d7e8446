# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""All evidence ever collected, each statement once for as long as it went unchanged.

A row is an unbroken run of the same statement in its series (subject, claim, basis, source), from when it was first
seen until when it was last seen. Seeing it again only moves the end; another statement in between begins a new row.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import Final, TypeAlias

import msgspec

from ayni.archive.database import ArchiveError, Database
from ayni.archive.evidence_rows import BASES, COLUMNS, LAST_MOMENT, VISIBILITIES, RowReader, moment_of
from ayni.archive.words import Words
from ayni.evidence import Evidence, Subject, SubjectKind

_Series: TypeAlias = tuple[int, int, int, int]

_CANONICAL: Final = msgspec.json.Encoder(order="sorted")
_BY_SERIES: Final = "WHERE subject = ? AND claim = ? AND basis = ? AND source = ?"


class EvidenceStore:
    """Statements in, statements out, as they were known on a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, evidence: Iterable[Evidence], seen: datetime | None = None) -> int:
        """Add the statements, all or none; returns how many of them said something new.

        ``seen`` is when they were found to stand, where that is later than when they were made: what a person said in
        March still stands in the office file of today.
        """
        stands = 0 if seen is None else moment_of(seen)
        added = 0
        with self._database.writing() as connection:
            words = Words(connection)
            for item in evidence:
                added += _append(connection, words, item, stands)
        return added

    def load(
        self, at: datetime | None = None, *, since: datetime | None = None
    ) -> Iterator[tuple[Subject, tuple[Evidence, ...]]]:
        """Yield each subject, sorted, with the newest statement of each of its series as known at that time.

        With ``since``, only what was still found to stand then: ``load(run.at, since=run.at)`` is what a run saw.
        ``observed`` is when the statement was last seen by then, or when a person made it. Everything comes from one
        state of the archive, however long the reader takes and whoever writes meanwhile.
        """
        end = LAST_MOMENT if at is None else moment_of(at)
        start = 0 if since is None else moment_of(since)
        with closing(self._database.another()) as connection:
            try:
                connection.execute("BEGIN")
                reader = RowReader(dict(connection.execute("SELECT key, text FROM word")), end)
                query = f"SELECT {COLUMNS} FROM statement WHERE subject = ? AND first <= ? AND last >= ?"  # noqa: S608
                for subject, key in _subjects(connection):
                    found = reader.newest(subject, connection.execute(query, (key, end, start)))
                    if found:
                        yield subject, found
            except sqlite3.DatabaseError as error:
                raise ArchiveError(f"{self._database.path}: cannot be read ({error}); check the file") from error

    def history(self, subject: Subject) -> tuple[Evidence, ...]:
        """Every statement about the subject, oldest first; ``observed`` is when each was first seen."""
        with self._database.reading() as connection:
            words = dict(connection.execute("SELECT key, text FROM word"))
            rows = connection.execute(
                f"SELECT {COLUMNS} FROM statement WHERE subject = (SELECT key FROM subject WHERE kind = ? AND id = ?)"  # noqa: S608
                " ORDER BY first, claim, basis, source",
                (subject.kind.value, subject.id),
            ).fetchall()
        return RowReader(words, LAST_MOMENT).every(subject, rows)


def _subjects(connection: sqlite3.Connection) -> list[tuple[Subject, int]]:
    rows = connection.execute("SELECT key, kind, id FROM subject")
    return sorted((Subject(kind=SubjectKind(kind), id=name), key) for key, kind, name in rows)


def _append(connection: sqlite3.Connection, words: Words, item: Evidence, stands: int) -> bool:
    series = (
        words.subject(item.subject),
        words.word(item.claim),
        BASES.index(item.basis),
        words.word(item.source),
    )
    value = _CANONICAL.encode(item.value)
    expires = None if item.expires is None else item.expires.isoformat()
    rest = (item.by, item.locator, item.digest, expires, item.confirmed_by, item.visibility.value)
    told = hashlib.sha256(_CANONICAL.encode((value, rest))).digest()[:16]
    moment = moment_of(item.observed)
    stands = max(stands, moment)
    if _seen_again(connection, series, told, moment, stands):
        return False
    connection.execute(
        "INSERT OR IGNORE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*series, moment, stands, told, value, words.word(item.by), item.locator, item.digest, expires,
         item.confirmed_by, VISIBILITIES.index(item.visibility)),
    )  # fmt: skip
    return True


def _seen_again(connection: sqlite3.Connection, series: _Series, told: bytes, moment: int, stands: int) -> bool:
    """Whether the statement continues the one that held in its series at that moment; its end is then moved."""
    before = connection.execute(
        f"SELECT first, last, told FROM statement {_BY_SERIES} AND first <= ? ORDER BY first DESC, last DESC LIMIT 1",  # noqa: S608
        (*series, moment),
    ).fetchone()
    if before is None or before[2] != told:
        return False
    first, last, _ = before
    if stands > last:
        connection.execute(
            f"UPDATE statement SET last = ? {_BY_SERIES} AND first = ? AND told = ?",  # noqa: S608
            (stands, *series, first, told),
        )
    return True
