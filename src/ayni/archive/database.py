# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One SQLite file, shared by threads and processes: opened, brought up to date, and written whole or not at all."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from ayni.archive.schema import APPLICATION_ID, STEPS
from ayni.errors import AyniError

_WAIT_SECONDS: Final = 60
_TRIES: Final = 600
_PAUSE_SECONDS: Final = 0.02
_MAPPED_BYTES: Final = 256 << 20


class ArchiveError(AyniError):
    """The archive cannot be opened, read or written; its text says which file and what to do."""


class Database:
    """The connection. Every use holds its lock, so that threads can share it; processes wait for each other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _make_private(path)
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be made ({error.strerror}); give the archive another path") from error
        with self._told("be opened"):
            self._connection = sqlite3.connect(
                path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
        try:
            with self._told("be opened"):
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection; what was written is safe already."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to read with."""
        with self._lock, self._told("be read"):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection within a transaction: all of it is kept, or nothing."""
        with self._lock, self._told("be written"), _transaction(self._connection) as connection:
            yield connection

    def another(self) -> sqlite3.Connection:
        """A connection of its own that only reads, for a long look at one state while others write."""
        with self._told("be read"):
            return sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT_SECONDS, isolation_level=None,
                check_same_thread=False,
            )  # fmt: skip

    def _prepare(self) -> None:
        connection = self._connection
        if self._form(connection) != (APPLICATION_ID, len(STEPS)):
            with _transaction(connection):
                self._step_forward(connection)
        for _ in range(_TRIES):
            # Only this change does not wait for other processes by itself; whoever is first makes it for all.
            with suppress(sqlite3.OperationalError):
                if connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",):
                    break
            time.sleep(_PAUSE_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")

    def _step_forward(self, connection: sqlite3.Connection) -> None:
        """Bring the tables up to date. Under the lock, for another process may be about to do the same."""
        application, version = self._form(connection)
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != APPLICATION_ID and (tables or version):
            raise ArchiveError(f"{self.path}: is another program's database; give the archive another path")
        if version > len(STEPS):
            raise ArchiveError(
                f"{self.path}: was written by a newer Ayni (form {version}, this one knows {len(STEPS)}); "
                "update Ayni or give another path"
            )
        for step in STEPS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")

    @staticmethod
    def _form(connection: sqlite3.Connection) -> tuple[int, int]:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return application, version

    @contextmanager
    def _told(self, action: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"{self.path}: cannot {action} ({error}); check the place and its permissions, or give another path"
            ) from error


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.DatabaseError):
            connection.execute("ROLLBACK")
        raise


def _make_private(path: Path) -> None:
    """Evidence may be restricted: the file is its owner's from its first moment on."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
