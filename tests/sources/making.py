# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes git repositories to read: ordinary ones, broken ones and malicious ones. And small analyzers and caches."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import NotSeen, Observation, Subject, SubjectKind, Value
from ayni.sources import Collected, Limits, Repository, Terms

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = 86_400


class Made:
    """A repository under the test's folder."""

    def __init__(self, path: Path, *options: str) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def git(self, *arguments: str, feed: bytes = b"", **extra: str) -> str:
        who = {"GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@agency.example.gob.uy"}
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.path,
            input=feed,
            capture_output=True,
            check=True,
            env={
                "PATH": os.environ["PATH"],
                "HOME": "/nonexistent",
                "GIT_CONFIG_NOSYSTEM": "1",
                **who,
                "GIT_COMMITTER_NAME": "Ana",
                "GIT_COMMITTER_EMAIL": "ana@agency.example.gob.uy",
                "GIT_COMMITTER_DATE": f"{int(AT.timestamp()) - DAY} +0000",
                **extra,
            },
        )
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(
        self,
        message: str = "Explain what this changes and why",
        files: Mapping[str, bytes] | None = None,
        *,
        days_ago: int = 10,
        name: str = "Ana",
        email: str = "ana@agency.example.gob.uy",
    ) -> str:
        for path, content in (files or {}).items():
            target = self.path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        time = f"{int(AT.timestamp()) - days_ago * DAY} +0000"
        self.git("add", "--all")
        self.git(
            "commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", message,
            GIT_AUTHOR_NAME=name, GIT_AUTHOR_EMAIL=email, GIT_AUTHOR_DATE=time, GIT_COMMITTER_DATE=time,
        )  # fmt: skip
        return self.git("rev-parse", "HEAD")

    def blob(self, content: bytes) -> str:
        return self.git("hash-object", "-w", "--stdin", feed=content)

    def commit_tree(self, entries: Iterable[bytes], message: str = "Made by hand") -> str:
        """Commit a tree of ``mode type id<TAB>name`` entries, whatever the names are."""
        tree = self.git("mktree", "-z", "--missing", feed=b"".join(entry + b"\0" for entry in entries))
        commit = self.git("commit-tree", tree, "-m", message)
        self.git("update-ref", "refs/heads/main", commit)
        return commit


class Lines:
    """Counts lines; wants every file. ``version`` and ``seen`` let tests watch it."""

    id = "lines"
    version = 1

    def __init__(self) -> None:
        self.seen = 0

    def wants(self, entry: TreeEntry) -> bool:
        return entry.is_file

    def read(self, content: bytes) -> Facts:
        self.seen += 1
        return content.count(b"\n")

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterator[Observation]:
        wanted = {entry.blob for entry in tree.files}
        missing = wanted - facts.keys()
        total = sum(value for value in facts.values() if isinstance(value, int))
        yield Observation(claim="lines", value=NotSeen(reason="content-missing") if missing else total)
        paths = tuple(entry.path for entry in tree)
        yield Observation(claim="paths", value=paths if tree.complete else NotSeen(reason="listing-incomplete"))


class Failing(Lines):
    """An analyzer with a bug."""

    id = "failing"

    def read(self, content: bytes) -> Facts:
        return len(content) // 0

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterator[Observation]:
        yield Observation(claim="broken", value=len(tree) + len(facts))


class Deadly(Lines):
    """An analyzer that takes its whole process with it."""

    id = "deadly"

    def read(self, content: bytes) -> Facts:
        if content.startswith(b"die"):
            os._exit(9)
        return super().read(content)


class Memory:
    """A cache in memory. Its parts are public so that tests can look into them."""

    def __init__(self) -> None:
        self.facts = _Facts()
        self.looks = _Looks()
        self.histories = _Histories()


class _Facts:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, int, BlobId], Facts] = {}

    def get_many(self, analyzer: str, version: int, blobs: Iterable[BlobId]) -> dict[BlobId, Facts]:
        keys = ((analyzer, version, blob) for blob in blobs)
        return {key[2]: self.kept[key] for key in keys if key in self.kept}

    def put_many(self, analyzer: str, version: int, facts: Mapping[BlobId, Facts]) -> None:
        self.kept.update(((analyzer, version, blob), fact) for blob, fact in facts.items())


class _Looks:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}

    def get(self, repository: str, key: str) -> bytes | None:
        known = self.kept.get(repository)
        return known[1] if known is not None and known[0] == key else None

    def put(self, repository: str, key: str, payload: bytes) -> None:
        self.kept[repository] = (key, payload)


class _Histories:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, repository: str) -> bytes | None:
        return self.kept.get(repository)

    def put(self, repository: str, payload: bytes) -> None:
        self.kept[repository] = payload


def lines_only() -> tuple[Lines, ...]:
    return (Lines(),)


def lines_and_deadly() -> tuple[Lines, ...]:
    return (Lines(), Deadly())


@contextmanager
def no_memory() -> Iterator[Memory]:
    yield Memory()


def repository(path: Path | str, name: str = "portal") -> Repository:
    return Repository(subject=Subject(kind=SubjectKind.REPOSITORY, id=name), location=str(path))


def terms(**limits: float) -> Terms:
    return Terms(at=AT, limits=Limits(**limits))  # type: ignore[arg-type]


def value(found: Collected, claim: str) -> Value:
    return next(item.value for item in found.evidence if item.claim == claim)


def seen(found: Collected) -> dict[str, Value]:
    return {item.claim: item.value for item in found.evidence}
