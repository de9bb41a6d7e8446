# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What analyzers read in contents, looked up by the hundred thousand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import msgspec

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId
from ayni.archive.database import Database

_AT_ONCE: Final = 500
_NOTHING: Final[bytes | None] = None


class FactStore:
    """Facts under analyzer, version and content. A new version of an analyzer takes the place of the older ones."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys: dict[tuple[str, int], int] = {}

    def get_many(self, analyzer: str, version: int, blobs: Iterable[BlobId]) -> dict[BlobId, Facts]:
        """The facts of those contents that are known."""
        key = self._key(analyzer, version)
        found: dict[BlobId, Facts] = {}
        if key is None:
            return found
        decode = msgspec.msgpack.Decoder().decode
        with self._database.reading() as connection:
            for part in _parts(blobs):
                query = f"SELECT blob, facts FROM fact WHERE analyzer = {key} AND blob IN ({_marks(len(part))})"  # noqa: S608  (numbers and marks only)
                for blob, facts in connection.execute(query, part):
                    found[blob.hex()] = None if facts is _NOTHING else decode(facts)
        return found

    def put_many(self, analyzer: str, version: int, facts: Mapping[BlobId, Facts]) -> None:
        """Remember these facts. One that cannot be encoded (lone surrogates) is read again next time."""
        rows = list(_rows(facts))
        if not rows:
            return
        key = self._key(analyzer, version) or self._register(analyzer, version)
        with self._database.writing() as connection:
            connection.executemany(f"INSERT OR REPLACE INTO fact VALUES ({key}, ?, ?)", rows)  # noqa: S608  (a number)

    def _key(self, analyzer: str, version: int) -> int | None:
        known = self._keys.get((analyzer, version))
        if known is None:
            with self._database.reading() as connection:
                row = connection.execute(
                    "SELECT key FROM analyzer WHERE id = ? AND version = ?", (analyzer, version)
                ).fetchone()
            if row is None:
                return None
            known = self._keys[analyzer, version] = int(row[0])
        return known

    def _register(self, analyzer: str, version: int) -> int:
        with self._database.writing() as connection:
            older = "SELECT key FROM analyzer WHERE id = ? AND version < ?"
            connection.execute(f"DELETE FROM fact WHERE analyzer IN ({older})", (analyzer, version))  # noqa: S608
            connection.execute("DELETE FROM analyzer WHERE id = ? AND version < ?", (analyzer, version))
            connection.execute("INSERT OR IGNORE INTO analyzer (id, version) VALUES (?, ?)", (analyzer, version))
        key = self._key(analyzer, version)
        assert key is not None  # noqa: S101  (inserted above)
        return key


def _rows(facts: Mapping[BlobId, Facts]) -> Iterator[tuple[bytes, bytes | None]]:
    encode = msgspec.msgpack.Encoder().encode
    for blob, fact in facts.items():
        try:
            yield bytes.fromhex(blob), None if fact is None else encode(fact)
        except (ValueError, TypeError, OverflowError):
            continue


def _parts(blobs: Iterable[BlobId]) -> Iterator[Sequence[bytes]]:
    # In the order of the table, so that neighbors lie on the same page.
    ordered = iter(sorted(map(bytes.fromhex, blobs)))
    while part := list(islice(ordered, _AT_ONCE)):
        yield part


def _marks(number: int) -> str:
    return ",".join("?" * number)
