# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a repository stands: its commit, its tags, and digests that change whenever an answer could."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ayni.sources.git_process import Git, GitFailedError
from ayni.sources.git_view import GitLayout

_USUAL: Final = (
    "refs/remotes/origin/HEAD",
    "refs/heads/main",
    "refs/heads/master",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
)
_UPSTREAM: Final = ("refs/remotes/upstream/HEAD", "refs/remotes/upstream/main", "refs/remotes/upstream/master")
_REFS: Final = ("refs/tags", *_USUAL, *_UPSTREAM)
_ZERO: Final = b"0" * 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a repository stands. ``head`` and ``upstream`` are commit ids, empty where there is none.

    ``refs`` maps a ref's full name to the id it points to; ``digest`` covers everything an answer depends on.
    """

    head: str
    refs: dict[str, str]
    shallow: bool
    digest: str

    @property
    def upstream(self) -> str:
        """The commit of the upstream remote's default branch."""
        return next((self.refs[name] for name in _UPSTREAM if name in self.refs), "")

    @property
    def tags(self) -> Iterator[tuple[str, str]]:
        """Tag names with the ids they point to."""
        prefix = "refs/tags/"
        return ((name[len(prefix) :], oid) for name, oid in self.refs.items() if name.startswith(prefix))


def stand(git: Git, layout: GitLayout) -> Standing:
    """Read where the repository stands; two short runs of git and nothing of the objects."""
    listed = git.run("for-each-ref", "--format=%(objectname) %(refname)", *_REFS)
    refs = dict(_parsed(listed))
    head = _head(git) or next((refs[name] for name in _USUAL if name in refs), "") or _only_branch(git)
    shallow = _shallow(layout)
    upstream = next((refs[name] for name in _UPSTREAM if name in refs), "")
    tags = b"\n".join(line for line in listed.splitlines() if b" refs/tags/" in line)
    told = b"\0".join((head.encode(), upstream.encode(), tags, shallow))
    return Standing(head=head, refs=refs, shallow=bool(shallow), digest=hashlib.sha256(told).hexdigest())


def objects_digest(layout: GitLayout) -> str:
    """Changes whenever objects may have come or gone; for answers that lacked some."""
    told = [f"{entry.name}:{entry.stat().st_mtime_ns}" for entry in os.scandir(layout.objects) if entry.is_dir()]
    return hashlib.sha256("\0".join(sorted(told)).encode("utf-8", "surrogateescape")).hexdigest()


def weight(layout: GitLayout) -> int:
    """Bytes of the packs: how much work a repository will roughly be."""
    packs: Path = layout.objects / "pack"
    try:
        return sum(entry.stat().st_size for entry in os.scandir(packs) if entry.name.endswith(".pack"))
    except OSError:
        return 0


def _parsed(listed: bytes) -> Iterator[tuple[str, str]]:
    for line in listed.splitlines():
        oid, _, name = line.partition(b" ")
        yield name.decode("utf-8", "surrogateescape"), oid.decode("ascii", "replace")


def _head(git: Git) -> str:
    try:
        found = git.run("rev-parse", "--verify", "--quiet", "HEAD").strip()
    except GitFailedError as error:
        if error.returncode == 1:
            return ""
        raise
    return "" if found == _ZERO else found.decode("ascii", "replace")


def _only_branch(git: Git) -> str:
    """The one branch of a repository whose HEAD names another that was never made; with several, nobody can tell."""
    branches = git.run("for-each-ref", "--count=2", "--format=%(objectname)", "refs/heads").split()
    return branches[0].decode("ascii", "replace") if len(branches) == 1 else ""


def _shallow(layout: GitLayout) -> bytes:
    file = layout.common_dir / "shallow"
    return file.read_bytes()[: 1 << 20] if file.is_file() else b""
