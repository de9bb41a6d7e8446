# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Git history: who, when and which files, cold and warm, over a folder of repositories; perceval beside it.

``python -m benchmarks.history [FOLDER] [PYTHON]``; without FOLDER, AYNI_BENCH_REPOSITORIES names it. PYTHON is the
interpreter of an environment that has perceval 1.6.1, which is GPL and only ever runs as another process. Without it,
one is made in the user's cache if it can be.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import platformdirs

from ayni.analyzers.analyzer import Analyzer
from ayni.archive import Archive
from ayni.sources import Crew, NoCache, Repository, Terms, collect, collect_many, find_repositories

FOLDER = "AYNI_BENCH_REPOSITORIES"
PEER = "perceval==1.6.1"
PEER_COMMITS = 5_000


@dataclass(frozen=True)
class Measured:
    what: str
    seconds: float
    processor: float
    commits: int

    def __str__(self) -> str:
        rate, thrift = self.commits / self.seconds, self.commits / self.processor
        return f"{self.what:<52} {self.seconds:>7.2f} s {rate:>9,.0f} commits/s {thrift:>9,.0f} per processor second"


class Clock:
    """Time on the wall, and of all processors with all that was started: the second stays fair on a busy machine."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), _processor()

    def measured(self, what: str, commits: int) -> Measured:
        return Measured(what, time.perf_counter() - self._wall, _processor() - self._processor, commits)


def _processor() -> float:
    return sum(os.times()[:4])


def no_analyzers() -> Sequence[Analyzer]:
    return ()


def portfolio(repositories: Sequence[Repository], archive: Path, what: str) -> tuple[Measured, dict[str, int]]:
    crew = Crew(load_analyzers=no_analyzers, open_cache=partial(Archive.open, archive), terms=terms())
    clock = Clock()
    commits = {item.subject.id: item.commits for item in collect_many(repositories, crew)}
    return clock.measured(f"{what}, {len(repositories)} repositories", sum(commits.values())), commits


def alone(repository: Repository) -> Measured:
    clock = Clock()
    found = collect(repository, (), NoCache(), terms())
    return clock.measured(f"ayni, one process, {repository.subject.id}", found.commits)


def again(repository: Repository, archive: Path) -> Measured:
    with Archive.open(archive) as cache:
        clock = Clock()
        found = collect(repository, (), cache, terms())
    assert found.reused
    return clock.measured(f"ayni, unchanged, {repository.subject.id}", found.commits)


def terms() -> Terms:
    return Terms(at=datetime.now(UTC))


def peer(repository: Repository, python: Path) -> Measured | None:
    program = python.parent / "perceval"
    if not program.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        clone, out = Path(folder) / "clone", Path(folder) / "out.json"
        subprocess.run(["git", "clone", "--quiet", "--mirror", repository.location, str(clone)], check=True)
        clock = Clock()
        subprocess.run(
            [program, "git", repository.location, "--git-path", clone, "--no-update", "--json-line", "-o", out],
            check=True,
            capture_output=True,
        )
        found = clock.measured(f"perceval 1.6.1, {repository.subject.id}", 0)
        with out.open("rb") as lines:
            return replace(found, commits=sum(1 for _ in lines))


def environment() -> Path:
    folder = platformdirs.user_cache_path("ayni") / "perceval"
    python = folder / "bin" / "python"
    if not (folder / "bin" / "perceval").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=False, capture_output=True)
    return python


def main(arguments: Sequence[str]) -> int:
    folder_given = arguments[0] if arguments else os.environ.get(FOLDER, "")
    if not folder_given:
        print(f"history: skipped; set {FOLDER} to a folder of git repositories")
        return 0
    paths = sorted(path for path in Path(folder_given).iterdir() if path.is_dir())
    repositories = find_repositories([str(path) for path in paths]).repositories
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.sqlite3"
        cold, commits = portfolio(repositories, archive, "ayni, cold, all processors")
        warm, _ = portfolio(repositories, archive, "ayni, unchanged")
        by_size = sorted(repositories, key=lambda repository: commits[repository.subject.id])
        largest = by_size[-1]
        fair = [item for item in by_size if commits[item.subject.id] <= PEER_COMMITS][-1]
        for line in (cold, warm, alone(largest), again(largest, archive), alone(fair)):
            print(line)
    other = peer(fair, Path(arguments[1]) if len(arguments) > 1 else environment())
    print(other or f"{PEER} could not be installed; no peer was measured")
    memory = (resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("most memory: {} MB in this process, {} MB in one child (mapped packs included)".format(*memory))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
