# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many repositories at once."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from ayni.archive import Archive
from ayni.evidence import NotSeen
from ayni.sources import Collected, Crew, Repository, collect_many
from sources.making import Made, lines_and_deadly, lines_only, no_memory, repository, seen, terms, value


def _many(tmp_path: Path, number: int) -> list[Repository]:
    found = []
    for index in range(number):
        made = Made(tmp_path / f"r{index}")
        made.commit(files={"a": b"line\n" * (index + 1)})
        found.append(repository(made.path, f"r{index}"))
    return found


def test_processes_and_an_archive_say_what_one_process_says(tmp_path: Path) -> None:
    repositories = [*_many(tmp_path, 5), repository(tmp_path / "gone", "gone")]
    told: list[tuple[int, int]] = []
    archive = partial(Archive.open, tmp_path / "archive.sqlite3")
    many = Crew(load_analyzers=lines_only, open_cache=archive, terms=terms(), processes=2)
    one = Crew(load_analyzers=lines_only, open_cache=no_memory, terms=terms(), processes=1)

    def progress(done: int, total: int, _: Collected) -> None:
        told.append((done, total))

    first = {found.subject: found for found in collect_many(repositories, many, progress)}
    alone = {found.subject: found for found in collect_many(repositories, one)}
    assert {subject: found.evidence for subject, found in first.items()} == {
        subject: found.evidence for subject, found in alone.items()
    }
    assert told == [(number, 6) for number in range(1, 7)]
    again = list(collect_many(repositories, many))
    assert sum(found.reused for found in again) == 5
    assert {found.subject: found.evidence for found in again} == {
        subject: found.evidence for subject, found in first.items()
    }


def test_a_repository_that_kills_its_process_costs_only_itself(tmp_path: Path) -> None:
    repositories = _many(tmp_path, 4)
    deadly = Made(tmp_path / "deadly")
    deadly.commit(files={"a": b"die\n"})
    crew = Crew(load_analyzers=lines_and_deadly, open_cache=no_memory, terms=terms(), processes=2)
    found = {item.subject.id: item for item in collect_many([repository(deadly.path, "deadly"), *repositories], crew)}
    assert len(found) == 5
    assert set(seen(found["deadly"]).values()) == {NotSeen(reason="process-died")}
    assert [value(found[f"r{index}"], "lines") for index in range(4)] == [1, 2, 3, 4]


def _begin_slowly(tmp_path: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """A collection under way, and its workers."""
    places = [str(found.location) for found in _many(tmp_path, 6)]
    program = "import sys; from sources.slow_run import run; run(sys.argv[1:])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *places],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    give_up = time.monotonic() + 30
    while len(found := list(tmp_path.glob("*.started"))) < 2 and time.monotonic() < give_up:
        time.sleep(0.05)
    return process, [int(worker.stem) for worker in found]


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_ctrl_c_ends_every_process_at_once_and_only_the_first_one_speaks(tmp_path: Path) -> None:
    process, workers = _begin_slowly(tmp_path)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert said == "stopped\n"
    assert all(_gone(worker) for worker in workers)


def test_no_worker_outlives_the_process_that_began_it(tmp_path: Path) -> None:
    process, workers = _begin_slowly(tmp_path)
    assert len(workers) == 2
    process.kill()
    process.communicate(timeout=20)
    give_up = time.monotonic() + 20
    while not all(_gone(worker) for worker in workers) and time.monotonic() < give_up:
        time.sleep(0.1)
    assert all(_gone(worker) for worker in workers)
