# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns rows of the archive into evidence, fast enough for a country's repositories."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

import msgspec

from ayni.evidence import Basis, Evidence, Subject, Value, Visibility

BASES: Final = tuple(Basis)
VISIBILITIES: Final = tuple(Visibility)
_ATTESTED: Final = BASES.index(Basis.ATTESTED)
COLUMNS: Final = "claim, basis, source, first, last, value, by, locator, digest, expires, confirmed_by, visibility"
LAST_MOMENT: Final = (1 << 63) - 1

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_SHORT: Final = 64
_MOST: Final = 50_000


class Row(NamedTuple):
    """The columns of COLUMNS."""

    claim: int
    basis: int
    source: int
    first: int
    last: int
    value: bytes
    by: int
    locator: str
    digest: str
    expires: str | None
    confirmed_by: str
    visibility: int


def moment_of(time: datetime) -> int:
    """Microseconds since 1970."""
    return (time - _EPOCH) // _MICROSECOND


def time_at(moment: int) -> datetime:
    """The time of so many microseconds."""
    return _EPOCH + moment * _MICROSECOND


class RowReader:
    """Reads rows as they were known at the moment ``end``; values and times that recur are made once."""

    def __init__(self, words: Mapping[int, str], end: int) -> None:
        self._words = words
        self._end = end
        self._values: dict[bytes, Value] = {}
        self._times: dict[int, datetime] = {}
        self._decode = msgspec.json.Decoder[Value](Value).decode

    def newest(self, subject: Subject, rows: Iterable[tuple[object, ...]]) -> tuple[Evidence, ...]:
        """The newest statement of each series, by claim, basis and source."""
        end = self._end
        newest: dict[tuple[int, int, int], tuple[int, Row]] = {}
        for row in map(Row._make, rows):
            seen = row.last if row.last <= end else row.first
            series = (row.claim, row.basis, row.source)
            rival = newest.get(series)
            if rival is None or seen >= rival[0]:
                newest[series] = (seen, row)
        return tuple(
            self._evidence(subject, row, row.first if row.basis == _ATTESTED else seen) for seen, row in newest.values()
        )

    def every(self, subject: Subject, rows: Iterable[tuple[object, ...]]) -> tuple[Evidence, ...]:
        """Every statement, as of when it was first seen."""
        return tuple(self._evidence(subject, row, row.first) for row in map(Row._make, rows))

    def _evidence(self, subject: Subject, row: Row, seen: int) -> Evidence:
        words = self._words
        return Evidence(
            subject=subject,
            claim=words[row.claim],
            value=self._value(row.value),
            basis=BASES[row.basis],
            source=words[row.source],
            observed=self._time(seen),
            by=words[row.by],
            locator=row.locator,
            digest=row.digest,
            expires=None if row.expires is None else date.fromisoformat(row.expires),
            confirmed_by=row.confirmed_by,
            visibility=VISIBILITIES[row.visibility],
        )

    def _value(self, told: bytes) -> Value:
        found = self._values.get(told)
        if found is None:
            found = self._decode(told)
            if len(told) <= _SHORT and len(self._values) < _MOST:
                self._values[told] = found
        return found

    def _time(self, moment: int) -> datetime:
        found = self._times.get(moment)
        if found is None:
            found = time_at(moment)
            if len(self._times) < _MOST:
                self._times[moment] = found
        return found
