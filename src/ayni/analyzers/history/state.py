# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a history between two looks: counts per day and person, plain enough to be stored as JSON."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import msgspec

from ayni.analyzers.history.people import Person

STATE_VERSION: Final = 1
"""Raised whenever folding could count differently; a state of another version is folded afresh."""


class DayCount(NamedTuple):
    """What one person did on one day (days since 1970, UTC, by the committer's clock)."""

    day: int
    person: int
    commits: int
    merges: int
    signed_off: int
    signed: int
    explained: int


class Tag(NamedTuple):
    """A tag that names a version. ``day`` is None where its object could not be read. A signature is not verified."""

    name: str
    day: int | None
    annotated: bool
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """A history up to the commit ``head``.

    ``salt`` keys the digests of people; ``mailmap`` is the blob of the map that joined them; ``largest`` and ``added``
    are the most files that one commit added and the files that all added; ``files_seen`` tells whether they were seen.
    """

    head: str
    salt: str
    mailmap: str = ""
    shallow: bool = False
    files_seen: bool = True
    touched: int = 0
    added: int = 0
    largest: int = 0
    people: tuple[Person, ...] = ()
    days: tuple[DayCount, ...] = ()
    version: int = STATE_VERSION


def encode_state(state: HistoryState) -> bytes:
    """The state as JSON."""
    return msgspec.json.encode(state)


def decode_state(payload: bytes) -> HistoryState | None:
    """The state again; None when it was written by another version of the folding."""
    try:
        state = _DECODER.decode(payload)
    except msgspec.MsgspecError:
        return None
    return state if state.version == STATE_VERSION else None


_DECODER: Final = msgspec.json.Decoder(HistoryState)
