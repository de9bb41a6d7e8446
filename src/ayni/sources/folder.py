# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A plain folder as a source: the same listing and contents as git would give, without following any link."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.sources.git_contents import GitObject
from ayni.sources.limits import Deadline, Limits

_SKIPPED: Final = frozenset({".git", ".hg", ".svn", ".bzr"})
_MAX_DEPTH: Final = 100
UNHASHED: Final = BlobId("")
"""The id of a file that was not read, being too large or out of reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderListing:
    """What lies in a folder. ``digest`` changes whenever a name, size, time or place of a file does."""

    root: Path
    files: tuple[tuple[str, os.stat_result], ...]
    complete: bool
    unreadable: int
    digest: str


def list_folder(root: Path, limits: Limits, deadline: Deadline) -> FolderListing:
    """Walk the folder without following links; raises OSError when the folder itself cannot be read."""
    walk = _Walk(limits, deadline)
    walk.enter(os.fsencode(root), b"", 0)
    files = tuple(sorted(walk.files, key=lambda pair: pair[0]))
    told = hashlib.sha256()
    for path, seen in files:
        told.update(
            f"{path}\0{seen.st_mode}:{seen.st_size}:{seen.st_mtime_ns}:{seen.st_ctime_ns}:{seen.st_ino}\n".encode(
                "utf-8", "surrogateescape"
            )
        )
    return FolderListing(
        root=root, files=files, complete=walk.complete, unreadable=walk.unreadable, digest=told.hexdigest()
    )


def hash_folder(listing: FolderListing, limits: Limits, deadline: Deadline) -> Tree:
    """The listing as a tree, each file with the id that git would give its content (SHA-1)."""
    complete = listing.complete
    entries = []
    for path, seen in listing.files:
        if deadline.passed:
            complete = False
            break
        entries.append(_entry(listing.root, path, seen, limits))
    return Tree(entries, complete=complete)


class FolderContents:
    """Reads the contents of a tree that hash_folder made."""

    def __init__(self, root: Path, tree: Tree) -> None:
        self._root = root
        self._paths: Mapping[str, str] = {entry.blob: entry.path for entry in tree.files if entry.blob != UNHASHED}

    def read(self, oids: Sequence[str], *, max_bytes: int) -> Iterator[GitObject]:
        """Yield every content in the order asked; a file that has changed since is missing."""
        for oid in oids:
            content = read_file(self._root, self._paths.get(oid, ""), max_bytes)
            if content is None or blob_id(content) != oid:
                yield GitObject(oid=oid, missing="missing")
            else:
                yield GitObject(oid=oid, kind="blob", content=content)


def blob_id(content: bytes) -> BlobId:
    """The id that git gives a content: SHA-1 over its kind, its size and itself."""
    return BlobId(hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest())


def read_file(root: Path, path: str, max_bytes: int) -> bytes | None:
    """The content of a regular file below the root; None where it is none, too large or out of reach."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        handle = os.open(os.path.join(os.fsencode(root), os.fsencode(path)), flags)  # noqa: PTH118  (bytes: any name)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with os.fdopen(handle, "rb", closefd=False) as stream:
            content = stream.read(max_bytes + 1)
    except OSError:
        return None
    finally:
        os.close(handle)
    return content if len(content) <= max_bytes else None


def _entry(root: Path, path: str, seen: os.stat_result, limits: Limits) -> TreeEntry:
    shown = os.fsencode(path).decode("utf-8", "surrogateescape")
    if stat.S_ISLNK(seen.st_mode):
        return TreeEntry(path=shown, kind=EntryKind.LINK, blob=UNHASHED, size=seen.st_size)
    kind = EntryKind.EXECUTABLE if seen.st_mode & stat.S_IXUSR else EntryKind.FILE
    if seen.st_size > limits.blob_bytes:
        return TreeEntry(path=shown, kind=kind, blob=UNHASHED, size=seen.st_size)
    content = read_file(root, path, limits.blob_bytes)
    if content is None:
        return TreeEntry(path=shown, kind=kind, blob=UNHASHED, size=None)
    return TreeEntry(path=shown, kind=kind, blob=blob_id(content), size=len(content))


class _Walk:
    def __init__(self, limits: Limits, deadline: Deadline) -> None:
        self._most = limits.entries
        self._deadline = deadline
        self.files: list[tuple[str, os.stat_result]] = []
        self.complete = True
        self.unreadable = 0

    def enter(self, folder: bytes, prefix: bytes, depth: int) -> None:
        try:
            found = list(os.scandir(folder))
        except OSError as error:
            if depth == 0 or error.errno in (errno.EMFILE, errno.ENFILE):
                raise
            self.unreadable += 1
            self.complete = False
            return
        for item in found:
            if len(self.files) >= self._most or self._deadline.passed:
                self.complete = False
                return
            self._take(item, prefix + item.name, depth)

    def _take(self, item: os.DirEntry[bytes], path: bytes, depth: int) -> None:
        if item.is_dir(follow_symlinks=False):
            if os.fsdecode(item.name) in _SKIPPED:
                return
            if depth >= _MAX_DEPTH:
                self.complete = False
                return
            self.enter(item.path, path + b"/", depth + 1)
            return
        if item.is_file(follow_symlinks=False) or item.is_symlink():
            try:
                self.files.append((os.fsdecode(path), item.stat(follow_symlinks=False)))
            except OSError:
                self.unreadable += 1
                self.complete = False
