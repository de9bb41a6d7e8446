# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads many objects through one ``git cat-file --batch``; a broken object costs itself, not the ones behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Final

from ayni.sources.git_process import Git, GitError, GitTimedOutError, Running

_PIECE: Final = 1 << 20
_BATCH: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class GitObject:
    """One object. ``content`` is None where it could not be read, and ``missing`` then says why."""

    oid: str
    kind: str = ""
    content: bytes | None = None
    missing: str = ""


def read_objects(git: Git, oids: Sequence[str], *, max_bytes: int, patience: int = 20) -> Iterator[GitObject]:
    """Yield every object in the order asked, one in memory at a time.

    Larger ones than ``max_bytes`` come without content and are not kept in memory. A git that dies over a broken object
    is started again behind it, ``patience`` times; after that the rest is given up as ``corrupt``. Raises
    GitTimedOutError.
    """
    done = 0
    while done < len(oids):
        for found in _once(git, oids[done:], max_bytes):
            done += 1
            yield found
        if done == len(oids):
            return
        yield GitObject(oid=oids[done], missing="corrupt")
        done += 1
        patience -= 1
        if patience <= 0:
            yield from (GitObject(oid=oid, missing="corrupt") for oid in oids[done:])
            return


def measure_objects(git: Git, oids: Sequence[str]) -> Iterator[tuple[str, int | None]]:
    """Yield each id with the object's size in bytes, None where it is missing or broken; no content is read."""
    if not oids:
        return
    with git.stream("cat-file", "--batch-check", "--buffer", feed=_asked(oids)) as running:
        for oid in oids:
            head = running.output.readline(512).split()
            yield oid, int(head[2]) if len(head) == 3 and head[2].isdigit() else None
        if running.late:
            running.check()


def _asked(oids: Sequence[str]) -> Iterator[bytes]:
    return ("".join(f"{oid}\n" for oid in oids[at : at + _BATCH]).encode("ascii") for at in range(0, len(oids), _BATCH))


def _once(git: Git, oids: Sequence[str], max_bytes: int) -> Iterator[GitObject]:
    """Read until the end or until git dies."""
    with git.stream("cat-file", "--batch", "--buffer", feed=_asked(oids)) as running:
        for oid in oids:
            found = _next(running, oid, max_bytes)
            if found is None:
                break
            yield found
        else:
            return
        _explain(running)


def _explain(running: Running) -> None:
    try:
        running.check()
    except GitTimedOutError:
        raise
    except GitError:
        return


def _next(running: Running, oid: str, max_bytes: int) -> GitObject | None:
    head = running.output.readline(512).split()
    if len(head) == 2 and head[1] == b"missing":
        return GitObject(oid=oid, missing="missing")
    if len(head) != 3 or not head[2].isdigit():
        return None
    kind, size = head[1].decode("ascii", "replace"), int(head[2])
    if size > max_bytes:
        return GitObject(oid=oid, kind=kind, missing="too-large") if _skip(running.output, size + 1) else None
    content = running.output.read(size + 1)
    if len(content) <= size:
        return None
    return GitObject(oid=oid, kind=kind, content=content[:size])


def _skip(output: IO[bytes], size: int) -> bool:
    while size > 0:
        piece = output.read(min(size, _PIECE))
        if not piece:
            return False
        size -= len(piece)
    return True
