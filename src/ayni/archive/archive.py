# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The archive: everything that is kept between two runs, in one file."""

from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs

from ayni.archive.database import Database
from ayni.archive.evidence_store import EvidenceStore
from ayni.archive.fact_store import FactStore
from ayni.archive.look_store import HistoryStore, LookStore
from ayni.archive.run_store import RunStore


def default_path() -> Path:
    """Where the archive lies when nobody says otherwise."""
    return Path(platformdirs.user_data_dir("ayni", appauthor=False)) / "archive.sqlite3"


class Archive:
    """One open archive, usable from several threads; several processes may have it open at once.

    ``evidence`` and ``runs`` are the office's memory. ``facts``, ``looks`` and ``histories`` only save work: whoever
    deletes them loses time, nothing else.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.evidence = EvidenceStore(database)
        self.runs = RunStore(database)
        self.facts = FactStore(database)
        self.looks = LookStore(database)
        self.histories = HistoryStore(database)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the archive, made or brought up to date where needed; raises ArchiveError."""
        return cls(Database(path or default_path()))

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
