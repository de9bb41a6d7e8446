# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Assessment runs that were made, each with its time and its summary."""

from dataclasses import dataclass
from datetime import datetime

from ayni.archive.database import Database
from ayni.archive.evidence_rows import moment_of, time_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: its number in this archive, the time it assessed for, and a summary as JSON text."""

    key: int
    at: datetime
    summary: str


class RunStore:
    """Runs in, runs out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, at: datetime, summary: str) -> int:
        """Keep a run; returns its number. ``summary`` is JSON that its writer reads again."""
        with self._database.writing() as connection:
            row = connection.execute(
                "INSERT INTO run (at, summary) VALUES (?, ?) RETURNING key", (moment_of(at), summary)
            ).fetchone()
        return int(row[0])

    def all(self) -> tuple[Run, ...]:
        """Every run, by the time it assessed for, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT key, at, summary FROM run ORDER BY at, key").fetchall()
        return tuple(Run(key=key, at=time_at(at), summary=summary) for key, at, summary in rows)

    def latest(self, before: datetime | None = None) -> Run | None:
        """The last run, or the last one before a time; None when there is none."""
        found = [run for run in self.all() if before is None or run.at < before]
        return found[-1] if found else None
