# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many repositories at once."""

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
