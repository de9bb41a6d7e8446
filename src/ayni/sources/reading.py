# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads each wanted content once for all analyzers together, and nothing that is already known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ayni.analyzers.analyzer import Analyzer, Facts
from ayni.analyzers.tree import BlobId, Tree
from ayni.evidence import NotSeen, Observation
from ayni.sources.caches import FactsCache
from ayni.sources.git_contents import GitObject
from ayni.sources.limits import Deadline, Limits

Reader: TypeAlias = Callable[[Sequence[str], int], Iterable[GitObject]]
"""Yields the contents of these ids, each at most so many bytes."""

_KEEP_EVERY: Final = 2_000
_NOTHING: Final = Tree((), complete=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Where facts and contents come from, and how far to go for them."""

    cache: FactsCache
    reader: Reader
    limits: Limits
    deadline: Deadline


@dataclass(slots=True, kw_only=True)
class Reading:
    """What analyzers know of the contents of one tree; ``unread`` counts contents by the reason they were not read."""

    facts: dict[str, dict[BlobId, Facts]]
    unread: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)
    contents: int = 0
    bytes: int = 0


def wanted_contents(tree: Tree, analyzers: Sequence[Analyzer]) -> dict[str, dict[BlobId, int | None]]:
    """For each analyzer the contents that it wants, with their sizes."""
    return {
        analyzer.id: {entry.blob: entry.size for entry in tree.files if entry.blob and analyzer.wants(entry)}
        for analyzer in analyzers
    }


def read_facts(tree: Tree, analyzers: Sequence[Analyzer], supply: Supply) -> Reading:
    """Facts of every wanted content that can be read; raises only what the reader raises."""
    wanted = wanted_contents(tree, analyzers)
    reading = Reading(facts={})
    open_for: dict[BlobId, list[Analyzer]] = {}
    for analyzer in analyzers:
        known = supply.cache.get_many(analyzer.id, analyzer.version, wanted[analyzer.id])
        reading.facts[analyzer.id] = known
        for blob in wanted[analyzer.id]:
            if blob not in known:
                open_for.setdefault(blob, []).append(analyzer)
    sizes = {blob: size for blobs in wanted.values() for blob, size in blobs.items()}
    chosen = tuple(_affordable(open_for, sizes, supply.limits, reading.unread))
    pending: dict[str, dict[BlobId, Facts]] = {analyzer.id: {} for analyzer in analyzers}
    for number, found in enumerate(supply.reader(chosen, supply.limits.blob_bytes), 1):
        _take(found, open_for[BlobId(found.oid)], reading, pending)
        if number % _KEEP_EVERY == 0:
            _keep(analyzers, pending, supply.cache)
            if supply.deadline.passed:
                reading.unread["timed-out"] += len(chosen) - number
                break
    _keep(analyzers, pending, supply.cache)
    return reading


def conclude_all(analyzers: Sequence[Analyzer], tree: Tree, reading: Reading) -> Iterator[tuple[Analyzer, Observation]]:
    """What every analyzer concludes, by analyzer; one that fails costs its own claims and no others."""
    for analyzer in analyzers:
        if analyzer.id not in reading.failed:
            try:
                yield from [(analyzer, found) for found in analyzer.conclude(tree, reading.facts[analyzer.id])]
                continue
            except Exception as error:  # noqa: BLE001  (an analyzer is a contributor's door)
                reading.failed[analyzer.id] = _named(error)
        yield from ((analyzer, found) for found in unseen((analyzer,), "analyzer-failed"))


def unseen(analyzers: Sequence[Analyzer], reason: str) -> Iterator[Observation]:
    """Every claim of these analyzers, unseen for one reason. Their names come from looking at nothing."""
    for analyzer in analyzers:
        try:
            found = list(analyzer.conclude(_NOTHING, {}))
        except Exception:  # noqa: BLE001, S112  (see conclude_all; without its claims nothing can be said of them)
            continue
        yield from (Observation(claim=item.claim, value=NotSeen(reason=reason)) for item in found)


def _affordable(
    blobs: Iterable[BlobId], sizes: dict[BlobId, int | None], limits: Limits, unread: Counter[str]
) -> Iterator[BlobId]:
    total = 0
    for blob in blobs:
        size = sizes[blob]
        if size is None:
            unread["missing"] += 1
        elif size > limits.blob_bytes:
            unread["too-large"] += 1
        elif total + size > limits.content_bytes:
            unread["too-much"] += 1
        else:
            total += size
            yield blob


def _take(
    found: GitObject, analyzers: Sequence[Analyzer], reading: Reading, pending: dict[str, dict[BlobId, Facts]]
) -> None:
    if found.content is None:
        reading.unread[found.missing] += 1
        return
    reading.contents += 1
    reading.bytes += len(found.content)
    blob = BlobId(found.oid)
    for analyzer in analyzers:
        if analyzer.id in reading.failed:
            continue
        try:
            facts = analyzer.read(found.content)
        except Exception as error:  # noqa: BLE001  (an analyzer is a contributor's door)
            reading.failed[analyzer.id] = _named(error)
            continue
        reading.facts[analyzer.id][blob] = facts
        pending[analyzer.id][blob] = facts


def _keep(analyzers: Sequence[Analyzer], pending: dict[str, dict[BlobId, Facts]], cache: FactsCache) -> None:
    for analyzer in analyzers:
        if pending[analyzer.id]:
            cache.put_many(analyzer.id, analyzer.version, pending[analyzer.id])
            pending[analyzer.id] = {}


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
