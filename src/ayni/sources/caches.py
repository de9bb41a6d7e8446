# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a source may remember between two runs. The archive keeps it on disk; without one, nothing is remembered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId
from ayni.errors import AyniError

T = TypeVar("T")


class FactsCache(Protocol):
    """What analyzers read in contents, for every repository that has the same content."""

    def get_many(self, analyzer: str, version: int, blobs: Iterable[BlobId]) -> dict[BlobId, Facts]:
        """The facts of those contents that are known."""
        ...

    def put_many(self, analyzer: str, version: int, facts: Mapping[BlobId, Facts]) -> None:
        """Remember these facts."""
        ...


class LookCache(Protocol):
    """The last look at each repository, valid under one key only."""

    def get(self, repository: str, key: str) -> bytes | None:
        """The look, if the last one had this key."""
        ...

    def put(self, repository: str, key: str, payload: bytes) -> None:
        """Remember this look instead of the one before."""
        ...


class HistoryCache(Protocol):
    """The state of each repository's history, to go on from."""

    def get(self, repository: str) -> bytes | None:
        """The state, if there is one."""
        ...

    def put(self, repository: str, payload: bytes) -> None:
        """Remember this state instead of the one before."""
        ...


class Cache(Protocol):
    """All that a source may remember."""

    @property
    def facts(self) -> FactsCache:
        """Of contents."""
        ...

    @property
    def looks(self) -> LookCache:
        """Of repositories."""
        ...

    @property
    def histories(self) -> HistoryCache:
        """Of their commits."""
        ...


class GuardedCache:
    """Another cache whose failure costs speed, never evidence: from the first error on it remembers nothing.

    ``problem`` then holds the line to show.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.problem = ""

    @property
    def facts(self) -> FactsCache:
        """Of contents, guarded."""
        return _GuardedFacts(self)

    @property
    def looks(self) -> LookCache:
        """Of repositories, guarded."""
        return _GuardedLooks(self)

    @property
    def histories(self) -> HistoryCache:
        """Of their commits, guarded."""
        return _GuardedHistories(self)

    def ask(self, question: Callable[[Cache], T], otherwise: T) -> T:
        """The cache's answer, or the other one where it has failed."""
        if self.problem:
            return otherwise
        try:
            return question(self._cache)
        except AyniError as error:
            self.problem = f"nothing could be remembered for the next run: {error}"
            return otherwise


class _GuardedFacts:
    def __init__(self, guard: GuardedCache) -> None:
        self._guard = guard

    def get_many(self, analyzer: str, version: int, blobs: Iterable[BlobId]) -> dict[BlobId, Facts]:
        return self._guard.ask(lambda cache: cache.facts.get_many(analyzer, version, blobs), {})

    def put_many(self, analyzer: str, version: int, facts: Mapping[BlobId, Facts]) -> None:
        self._guard.ask(lambda cache: cache.facts.put_many(analyzer, version, facts), None)


class _GuardedLooks:
    def __init__(self, guard: GuardedCache) -> None:
        self._guard = guard

    def get(self, repository: str, key: str) -> bytes | None:
        return self._guard.ask(lambda cache: cache.looks.get(repository, key), None)

    def put(self, repository: str, key: str, payload: bytes) -> None:
        self._guard.ask(lambda cache: cache.looks.put(repository, key, payload), None)


class _GuardedHistories:
    def __init__(self, guard: GuardedCache) -> None:
        self._guard = guard

    def get(self, repository: str) -> bytes | None:
        return self._guard.ask(lambda cache: cache.histories.get(repository), None)

    def put(self, repository: str, payload: bytes) -> None:
        self._guard.ask(lambda cache: cache.histories.put(repository, payload), None)


class NoCache:
    """Remembers nothing."""

    @property
    def facts(self) -> FactsCache:
        """Of contents: nothing."""
        return _NoFacts()

    @property
    def looks(self) -> LookCache:
        """Of repositories: nothing."""
        return _NoLooks()

    @property
    def histories(self) -> HistoryCache:
        """Of their commits: nothing."""
        return _NoHistories()


class _NoFacts:
    def get_many(self, analyzer: str, version: int, blobs: Iterable[BlobId]) -> dict[BlobId, Facts]:  # noqa: ARG002
        return {}

    def put_many(self, analyzer: str, version: int, facts: Mapping[BlobId, Facts]) -> None:
        pass


class _NoLooks:
    def get(self, repository: str, key: str) -> bytes | None:  # noqa: ARG002
        return None

    def put(self, repository: str, key: str, payload: bytes) -> None:
        pass


class _NoHistories:
    def get(self, repository: str) -> bytes | None:  # noqa: ARG002
        return None

    def put(self, repository: str, payload: bytes) -> None:
        pass
