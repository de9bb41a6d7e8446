# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The listing of one snapshot of a repository: what is there, before any content is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NewType

BlobId = NewType("BlobId", str)
"""The hexadecimal object id that git gives a content; outside git, the id git would give it."""


class EntryKind(IntEnum):
    """What an entry of the tree is. Links and submodules are listed and never followed."""

    FILE = 0o100644
    EXECUTABLE = 0o100755
    LINK = 0o120000
    SUBMODULE = 0o160000


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeEntry:
    """One path of a snapshot. ``size`` is in bytes, None where the content is not here (a partial clone)."""

    path: str
    kind: EntryKind
    blob: BlobId
    size: int | None

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path up to the name, without the slash; empty at the root."""
        return self.path.rpartition("/")[0]

    @property
    def is_file(self) -> bool:
        """Whether there is a content of its own: neither a link nor a submodule."""
        return self.kind in (EntryKind.FILE, EntryKind.EXECUTABLE)


class Tree:
    """Every entry of a snapshot, in path order.

    ``complete`` is False when a limit cut the listing short: absence then proves nothing.
    """

    def __init__(self, entries: Iterable[TreeEntry], *, commit: str = "", complete: bool = True) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.path))
        self.commit = commit
        self.complete = complete

    def __iter__(self) -> Iterator[TreeEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def files(self) -> tuple[TreeEntry, ...]:
        """The entries that have a content."""
        return tuple(entry for entry in self.entries if entry.is_file)

    @cached_property
    def by_path(self) -> Mapping[str, TreeEntry]:
        """Every entry under its path."""
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def by_folder(self) -> Mapping[str, tuple[TreeEntry, ...]]:
        """The entries directly in each folder; the root is the empty text."""
        found: dict[str, list[TreeEntry]] = {}
        for entry in self.entries:
            found.setdefault(entry.folder, []).append(entry)
        return {folder: tuple(entries) for folder, entries in found.items()}
