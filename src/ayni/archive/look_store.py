# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last look at each repository and the state of its history, as whoever looked has written them."""

from ayni.archive.database import Database


class LookStore:
    """One look for each repository, good under one key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, repository: str, key: str) -> bytes | None:
        """The look, if the last one had this key."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT payload FROM look WHERE repository = ? AND key = ?", (_name(repository), key)
            ).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, repository: str, key: str, payload: bytes) -> None:
        """Remember this look instead of the one before."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO look VALUES (?, ?, ?)", (_name(repository), key, payload))


class HistoryStore:
    """One state for each repository."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, repository: str) -> bytes | None:
        """The state, if there is one."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT payload FROM history WHERE repository = ?", (_name(repository),)
            ).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, repository: str, payload: bytes) -> None:
        """Remember this state instead of the one before."""
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO history VALUES (?, ?)", (_name(repository), payload))


def _name(repository: str) -> str:
    """A path may hold bytes that are no text."""
    return repository.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
