# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists a commit's files through ``git ls-tree``, in bulk, whatever their names and number."""

import re
from collections.abc import Iterator
from typing import Final

from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.sources.git_process import Git, GitFailedError, Running
from ayni.sources.limits import Limits

_ENTRY: Final = re.compile(rb"([0-7]{6}) (?:blob|commit|tree) ([0-9a-f]{40,64}) +(-|BAD|\d{1,19})\t([^\0]+)\0")
_KINDS: Final = {
    b"100644": EntryKind.FILE,
    b"100664": EntryKind.FILE,  # written by very old versions of git
    b"100755": EntryKind.EXECUTABLE,
    b"120000": EntryKind.LINK,
    b"160000": EntryKind.SUBMODULE,
}
_MAX_ENTRY: Final = 1 << 20


def list_tree(git: Git, commit: str, limits: Limits) -> Tree:
    """The files of the commit. Names that are not UTF-8 carry their bytes as lone surrogates (PEP 383).

    The tree is incomplete when it has more entries than the limits allow, or when a part of it is missing or broken;
    raises GitFailedError when nothing of it can be read and GitTimedOutError.
    """
    with git.stream("ls-tree", "-r", "-z", "-l", "--full-tree", commit) as running:
        entries: list[TreeEntry] = []
        for entry in _entries(running):
            if len(entries) >= limits.entries:
                return Tree(entries, commit=commit, complete=False)
            entries.append(entry)
        try:
            running.check()
        except GitFailedError:
            if not entries:
                raise
            return Tree(entries, commit=commit, complete=False)
    return Tree(entries, commit=commit)


def _entries(running: Running) -> Iterator[TreeEntry]:
    rest = b""
    for chunk in running.chunks():
        rest += chunk
        position = 0
        for match in _ENTRY.finditer(rest):
            position = match.end()
            mode, oid, size, path = match.groups()
            yield TreeEntry(
                path=path.decode("utf-8", "surrogateescape"),
                kind=_KINDS.get(mode, EntryKind.FILE),
                blob=BlobId(oid.decode("ascii")),
                size=int(size) if size.isdigit() else None,
            )
        rest = rest[position:]
        if len(rest) > _MAX_ENTRY:
            raise GitFailedError("git ls-tree: a file name of more than a megabyte; the listing was given up")
