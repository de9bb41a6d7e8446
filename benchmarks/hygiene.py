# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hygiene of one repository: delivery, workflows, dependencies and exposure, from git's store to the claims, cold.

Set AYNI_BENCH_REPOSITORIES to a folder of git repositories. The figure to reach is 0.1 s on a typical one (up to a few
hundred files); the slowest analyzer and how fast each reads are printed beside it.
"""

import os
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.delivery.analysis import Delivery
from ayni.analyzers.dependencies.analysis import Dependencies
from ayni.analyzers.exposure.analysis import Exposure
from ayni.analyzers.tree import Tree
from ayni.analyzers.workflows.analysis import Workflows
from ayni.sources.git_contents import read_objects
from ayni.sources.git_process import Git, GitError
from ayni.sources.git_tree import list_tree
from ayni.sources.git_view import NotARepositoryError, locate, open_view
from ayni.sources.limits import Deadline, Limits

FOLDER = "AYNI_BENCH_REPOSITORIES"
TO_REACH = 0.1
TYPICAL = 500
ANALYZERS: tuple[Analyzer, ...] = (Delivery(), Workflows(), Dependencies(), Exposure())


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    name: str
    files: int
    contents: int
    bytes: int
    seconds: float
    processor: float
    problems: int

    def __str__(self) -> str:
        return (
            f"{self.name[:38]:<38} {self.files:>7,} files {self.contents:>6,} read {self.bytes / 1e6:>7.1f} MB"
            f" {self.seconds:>7.3f} s {self.processor:>7.3f} of a processor {self.problems:>5} things found"
        )


def main() -> int:
    """Print the figures, or why there are none; fails where a typical repository takes too long in the middle."""
    folder = os.environ.get(FOLDER)
    if not folder or not Path(folder).is_dir():
        print(f"hygiene: skipped; set {FOLDER} to a folder of git repositories")
        return 0
    spent: Counter[str] = Counter()
    read: Counter[str] = Counter()
    rows = [row for path in _repositories(Path(folder)) if (row := measure(path, spent, read)) is not None]
    for row in sorted(rows, key=lambda row: row.files):
        print(row)
    for analyzer in ANALYZERS:
        rate = read[analyzer.id] / 1e6 / max(spent[analyzer.id], 1e-9)
        print(
            f"{analyzer.id:<14} {read[analyzer.id] / 1e6:>8.1f} MB in {spent[analyzer.id]:>6.2f} s, {rate:>5.0f} MB/s"
        )
    typical = [row for row in rows if row.files <= TYPICAL]
    if not typical:
        return 0
    wall = statistics.median(row.seconds for row in typical)
    middle = statistics.median(row.processor for row in typical)
    most = max(row.processor for row in typical)
    print(f"typical ({len(typical)} of up to {TYPICAL} files): {wall:.3f} s on the wall in the middle;")
    print(f"  of a processor {middle:.3f} s in the middle, {most:.3f} s at most")
    print(f"to reach: {TO_REACH} s; best peers, measured elsewhere: darnit 0.85 s, repolinter 1.3 s")
    return int(middle > TO_REACH)


def _repositories(folder: Path) -> list[Path]:
    """The folders that are repositories, or hold one under ``repo``."""
    return [path / "repo" if (path / "repo").is_dir() else path for path in sorted(folder.iterdir()) if path.is_dir()]


def measure(path: Path, spent: Counter[str], read: Counter[str]) -> Measured | None:
    limits = Limits()
    try:
        with open_view(locate(path)) as view:
            git = Git(view, Deadline(limits.seconds))
            start, before = time.perf_counter(), _processor()
            tree = list_tree(git, "HEAD", limits)
            contents, size, problems = _look(git, tree, limits, spent, read)
            seconds = time.perf_counter() - start
        processor = _processor() - before
    except (GitError, NotARepositoryError) as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None
    name = path.parent.name if path.name == "repo" else path.name
    return Measured(
        name=name,
        files=len(tree.files),
        contents=contents,
        bytes=size,
        seconds=seconds,
        processor=processor,
        problems=problems,
    )


def _processor() -> float:
    """Processor time of this process and its children: fair on a busy machine."""
    return sum(os.times()[:4])


def _look(git: Git, tree: Tree, limits: Limits, spent: Counter[str], read: Counter[str]) -> tuple[int, int, int]:
    wanted = {analyzer.id: {e.blob for e in tree.files if analyzer.wants(e)} for analyzer in ANALYZERS}
    facts: dict[str, dict[str, object]] = {analyzer.id: {} for analyzer in ANALYZERS}
    chosen = sorted(set().union(*wanted.values()))
    size = 0
    for found in read_objects(git, chosen, max_bytes=limits.blob_bytes):
        if found.content is None:
            continue
        size += len(found.content)
        for analyzer in ANALYZERS:
            if found.oid in wanted[analyzer.id]:
                start = time.thread_time()
                facts[analyzer.id][found.oid] = analyzer.read(found.content)
                spent[analyzer.id] += time.thread_time() - start
                read[analyzer.id] += len(found.content)
    values = [one.value for analyzer in ANALYZERS for one in analyzer.conclude(tree, facts[analyzer.id])]  # type: ignore[arg-type]
    return len(chosen), size, sum(len(value) for value in values if isinstance(value, tuple))


if __name__ == "__main__":
    sys.exit(main())
