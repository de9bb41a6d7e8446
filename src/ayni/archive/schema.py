# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the archive, as steps from one version to the next. A step, once released, never changes."""

from typing import Final

APPLICATION_ID: Final = 0x41594E49
"""Written into the file, so that no other program's database is taken for an archive ("AYNI")."""

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (
        # Never a number twice: another process may still hold the one of an analyzer that is gone.
        """
        CREATE TABLE analyzer (
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE (id, version)
        )
        """,
        # A content's id is kept whole: a shorter one could be made to collide, and one repository speak for another.
        """
        CREATE TABLE fact (
            analyzer INTEGER NOT NULL, blob BLOB NOT NULL, facts BLOB, PRIMARY KEY (analyzer, blob)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE look (repository TEXT PRIMARY KEY, key TEXT NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE history (repository TEXT PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE word (key INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        "CREATE TABLE subject (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id))",
        """
        CREATE TABLE statement (
            subject INTEGER NOT NULL, claim INTEGER NOT NULL, basis INTEGER NOT NULL, source INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, told BLOB NOT NULL, value BLOB NOT NULL, by INTEGER NOT NULL,
            locator TEXT NOT NULL, digest TEXT NOT NULL, expires TEXT, confirmed_by TEXT NOT NULL,
            visibility INTEGER NOT NULL,
            PRIMARY KEY (subject, claim, basis, source, first, told)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE run (key INTEGER PRIMARY KEY, at INTEGER NOT NULL, summary BLOB NOT NULL)",
    ),
)
