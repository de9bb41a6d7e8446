# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the stream of ``git log --format=raw --name-status -z`` into commits, in bulk and without trust.

In that format every line of a message is indented by four blanks, a commit that lists files ends its text with the
letter of the first file, and NUL appears nowhere but between parts: no message and no file name can pose as a commit.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from typing import Final, NamedTuple

from ayni.errors import AyniError

LOG_OPTIONS: Final = ("--format=raw", "-z", "--no-renames", "--no-decorate", "--no-notes", "--encoding=none")
"""The options of ``git log`` that this file reads; ``--name-status`` on top tells the files touched."""

MAX_RECORD: Final = 64 << 20
"""Bytes of one commit and its list of files above which a history counts as hostile."""

_LAST_DAY: Final = 2_932_896  # 9999-12-31, the last day that a date can say
_HEAD: Final = re.compile(
    rb"commit ([0-9a-f]{40,64})[^\n]*\n(?:tree [0-9a-f]+\n)?((?:parent [0-9a-f]+\n)*)"
    rb"author ([^<\n]{0,2000}<[^>\n]{0,2000}>)[^\n]*\ncommitter [^\n]*> (-?\d{1,12})(?!\d)"
)
_NAME: Final = re.compile(rb"commit ([0-9a-f]{40,64})")
# Possessive, so that a list of a million files costs neither time nor memory to step back over.
_FILES: Final = re.compile(rb"[^\0]++\0(?:[A-Z]\0[^\0]++\0)*+")


class LogTooLargeError(AyniError):
    """One commit of the history is too large to be honest."""


class LoggedCommit(NamedTuple):
    """One commit. ``author`` is ``name <e-mail>`` as written, empty where it is malformed; ``day`` counts from 1970."""

    id: str
    parents: int
    author: bytes
    day: int
    signed: bool
    message: bytes
    files: int
    added: int


def parse_log(chunks: Iterable[bytes], max_record: int = MAX_RECORD) -> Iterator[LoggedCommit]:
    """Yield the commits of the stream in its order; raises LogTooLargeError."""
    pending: list[bytes] = []
    size = wanted = 0
    for chunk in chunks:
        pending.append(chunk)
        size += len(chunk)
        if size < wanted:
            continue
        buffer = b"".join(pending)
        used = yield from _records(buffer, final=False)
        pending = [buffer[used:]]
        size = len(pending[0])
        # A record that does not fit is tried again only at twice its size: linear over all chunks.
        wanted = 0 if used else 2 * size
        if size > max_record:
            raise LogTooLargeError(f"one commit has more than {max_record} bytes; its history was not read")
    yield from _records(b"".join(pending), final=True)


def _records(buffer: bytes, *, final: bool) -> Generator[LoggedCommit, None, int]:
    position, end = 0, len(buffer)
    while position < end:
        stop = buffer.find(b"\0", position)
        if stop < 0:
            if final:
                yield _commit(buffer[position:], 0, 0)
            return end if final else position
        if buffer[stop - 1] == 0x0A:
            yield _commit(buffer[position:stop], 0, 0)
            position = stop + 1
            continue
        listed = _FILES.match(buffer, stop + 1)
        after = listed.end() if listed else end
        if not final and (listed is None or after == end or buffer[after] != 0):
            break
        statuses = buffer[stop - 1 : after].split(b"\0")[:-1:2]
        yield _commit(buffer[position : stop - 1], len(statuses), statuses.count(b"A"))
        position = after + 1
    return position


def _commit(text: bytes, files: int, added: int) -> LoggedCommit:
    head = _HEAD.match(text)
    border = text.find(b"\n\n")
    border = len(text) if border < 0 else border
    signed = text.find(b"\ngpgsig", 0, border) >= 0
    message = text[border + 2 :]
    if head is None:
        name = _NAME.match(text)
        return LoggedCommit(name[1].decode() if name else "", 0, b"", 0, signed, message, files, added)
    commit, parents, author, time = head.groups()
    day = min(max(int(time) // 86_400, 0), _LAST_DAY)
    return LoggedCommit(commit.decode(), parents.count(b"\n"), author, day, signed, message, files, added)
