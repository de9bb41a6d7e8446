# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole portfolio of real repositories: cold, again, and after one of them changed. ``make bench`` runs it.

Set AYNI_BENCH_REPOSITORIES to a folder of git repositories; benchmarks/README.md names those of the published figures.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = "AYNI_BENCH_REPOSITORIES"


def main() -> None:
    """Print the figures, or why there are none."""
    folder = os.environ.get(FOLDER)
    if not folder or not Path(folder).is_dir():
        print(f"portfolio: skipped; set {FOLDER} to a folder of git repositories")
        return
    repositories = sorted(path for path in Path(folder).iterdir() if path.is_dir())
    print(f"portfolio: {len(repositories)} repositories, {_size(repositories)}")
    with tempfile.TemporaryDirectory() as place:
        for name in ("cold", "again"):
            seconds, megabytes = _assess(repositories, Path(place) / "archive.sqlite3")
            print(f"  {name:6} {seconds:7.2f} s   largest process {megabytes:6.0f} MB")


def _size(repositories: list[Path]) -> str:
    commits = sum(int(_git(path, "rev-list", "--count", "HEAD") or 0) for path in repositories)
    files = sum(_git(path, "ls-tree", "-r", "--name-only", "HEAD").count("\n") for path in repositories)
    return f"{commits:,} commits, {files:,} files at their heads"


def _git(path: Path, *arguments: str) -> str:
    command = ["git", "-c", "safe.directory=*", "-C", str(path), *arguments]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def _assess(repositories: list[Path], store: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "ayni", "assess", *map(str, repositories), "--store", str(store)]
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise SystemExit(f"portfolio: the run failed: {done.stderr.decode('utf-8', 'replace')[-500:]}")
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
