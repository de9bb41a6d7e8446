# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collects many repositories: unchanged ones at once, the others over processes, the largest first."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn, TypeAlias

from ayni.analyzers.analyzer import Analyzer
from ayni.errors import AyniError
from ayni.sources.caches import Cache, GuardedCache
from ayni.sources.collect import Collected, OutOfReachError, Terms, collect, conclude, fail
from ayni.sources.discovery import Repository
from ayni.sources.git_refs import weight
from ayni.sources.git_view import is_repository, locate
from ayni.sources.look import Sight
from ayni.sources.look_git import Approach, approach, recall

LoadAnalyzers: TypeAlias = Callable[[], Sequence[Analyzer]]
"""Makes the analyzers; a function of a module, since every process makes its own."""
OpenCache: TypeAlias = Callable[[], AbstractContextManager[Cache]]
"""Opens the cache; the same holds."""
Progress: TypeAlias = Callable[[int, int, Collected], None]
"""Told how many of how many are done, and the last one."""

_STANDING_THREADS: Final = 4
_AHEAD: Final = 2
_GRACE: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who collects: makers of analyzers and cache, the terms, and the number of processes (0: one per processor)."""

    load_analyzers: LoadAnalyzers
    open_cache: OpenCache
    terms: Terms
    processes: int = 0


def collect_many(
    repositories: Sequence[Repository], crew: Crew, progress: Progress | None = None
) -> Iterator[Collected]:
    """Yield each repository's evidence as it comes, in no particular order. One that kills its process costs itself."""
    total = len(repositories)
    for done, found in enumerate(_each(repositories, crew), 1):
        if progress is not None:
            progress(done, total, found)
        yield found


def _each(repositories: Sequence[Repository], crew: Crew) -> Iterator[Collected]:
    changed: list[Repository] = []
    analyzers = crew.load_analyzers()
    with crew.open_cache() as cache:
        for repository, known in _recalled(repositories, analyzers, GuardedCache(cache), crew.terms):
            if known is None:
                changed.append(repository)
            else:
                yield conclude(repository, known, crew.terms)
        processes = min(crew.processes or os.cpu_count() or 1, len(changed))
        changed.sort(key=_weight, reverse=True)
        if processes <= 1:
            for repository in changed:
                yield _collect_guarded(repository, analyzers, cache, crew.terms)
            return
    yield from _spread(changed, crew, analyzers, processes)


def _recalled(
    repositories: Sequence[Repository], analyzers: Sequence[Analyzer], cache: Cache, terms: Terms
) -> Iterator[tuple[Repository, Sight | None]]:
    """Each repository with its last look, where nothing has changed. Git runs in threads; the cache is asked in one."""
    with ThreadPoolExecutor(_STANDING_THREADS) as threads:
        standing = threads.map(lambda repository: _stand(repository, analyzers, terms), repositories)
        for repository, near in zip(repositories, standing, strict=True):
            yield repository, None if near is None else recall(near, cache)


def _stand(repository: Repository, analyzers: Sequence[Analyzer], terms: Terms) -> Approach | None:
    path = Path(repository.location)
    if repository.is_remote or not path.is_dir() or not is_repository(path):
        return None
    within = Path(repository.within) if repository.within else None
    try:
        with approach(path, repository.location, analyzers, terms.limits, within=within) as near:
            return near  # closed, and still good to compare with what is remembered
    except (AyniError, OSError):
        return None  # told when it is collected


def _weight(repository: Repository) -> int:
    try:
        return weight(locate(Path(repository.location)))
    except (AyniError, OSError):
        return 0


def _spread(
    changed: Sequence[Repository], crew: Crew, analyzers: Sequence[Analyzer], processes: int
) -> Iterator[Collected]:
    waiting = list(reversed(changed))
    while waiting:
        lost: list[Repository] = []
        yield from _with_pool(waiting, crew, processes, lost)
        # A process died (out of memory, a crash below Python). One of those it might have been is tried alone.
        for repository in lost:
            again: list[Repository] = []
            yield from _with_pool([repository], crew, 1, again)
            if again:
                died = OutOfReachError("the process that read it died; it may need more memory", reason="process-died")
                yield fail(repository, analyzers, crew.terms, died)


def _with_pool(waiting: list[Repository], crew: Crew, processes: int, lost: list[Repository]) -> Iterator[Collected]:
    """Work off the list from its end; when a process dies, what was under way goes to ``lost``."""
    context = multiprocessing.get_context("spawn")
    running: dict[Future[Collected], Repository] = {}
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(crew,)) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < processes + _AHEAD:
                    repository = waiting.pop()
                    with _undisturbed():  # a process that is started here inherits it until it is set up
                        running[pool.submit(_work, repository)] = repository
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    found = future.result()
                    del running[future]
                    yield found
        except BrokenProcessPool:
            lost.extend(running.values())
        except (KeyboardInterrupt, GeneratorExit):
            for process in set(multiprocessing.active_children()) - others:
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_at_work: dict[str, tuple[Crew, Sequence[Analyzer], Cache]] = {}
_open: Final = ExitStack()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back, and let it through afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(crew: Crew) -> None:
    """Set a process up: its own analyzers and its own door to the cache, held until it ends.

    Ctrl-C reaches every process of a terminal; the one that the person sees answers it, and stops the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _at_work["crew"] = (crew, crew.load_analyzers(), _open.enter_context(crew.open_cache()))


def _end_with_parent() -> None:
    """Wait until the process that started this one is gone, killed perhaps, and leave nothing behind."""
    parent, ident = multiprocessing.parent_process(), threading.main_thread().ident
    if parent is not None and ident is not None:
        parent.join()
        signal.pthread_kill(ident, signal.SIGTERM)  # to that thread: another would not wake it
        threading.main_thread().join(_GRACE)  # what is under way ends, and removes what it made
        os._exit(1)  # the pool would wait for more work for ever


def _stop(signal_number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001  (the form of a handler)
    """End what is under way, git with it; what is still queued finds nothing to work with."""
    _at_work.clear()
    raise SystemExit


def _work(repository: Repository) -> Collected:
    crew, analyzers, cache = _at_work["crew"]
    return _collect_guarded(repository, analyzers, cache, crew.terms)


def _collect_guarded(repository: Repository, analyzers: Sequence[Analyzer], cache: Cache, terms: Terms) -> Collected:
    """The worker's last line of defense: a fault of ours costs one repository, not the run."""
    try:
        return collect(repository, analyzers, cache, terms)
    except Exception as error:  # noqa: BLE001  (the worker loop)
        told = AyniError(f"could not be collected ({type(error).__name__}: {error}); please report it")
        return fail(repository, analyzers, terms, told)
