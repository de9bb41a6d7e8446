# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small numbers in place of texts that recur: claims, sources, tools, subjects."""

import sqlite3

from ayni.evidence import Subject


class Words:
    """The numbers of texts within one transaction; a text that is new gets one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: dict[str, int] = {}
        self._subjects: dict[Subject, int] = {}

    def word(self, text: str) -> int:
        """The number of a text."""
        key = self._words.get(text)
        if key is None:
            self._connection.execute("INSERT OR IGNORE INTO word (text) VALUES (?)", (text,))
            row = self._connection.execute("SELECT key FROM word WHERE text = ?", (text,)).fetchone()
            key = self._words[text] = int(row[0])
        return key

    def subject(self, subject: Subject) -> int:
        """The number of a subject."""
        key = self._subjects.get(subject)
        if key is None:
            named = (subject.kind.value, subject.id)
            self._connection.execute("INSERT OR IGNORE INTO subject (kind, id) VALUES (?, ?)", named)
            row = self._connection.execute("SELECT key FROM subject WHERE kind = ? AND id = ?", named).fetchone()
            key = self._subjects[subject] = int(row[0])
        return key
