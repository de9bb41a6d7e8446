# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file: made, opened again, moved forward, shared, and never half-written."""

import multiprocessing
import sqlite3
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from archive.writing import AT, statement, write_much
from ayni.analyzers.tree import BlobId
from ayni.archive import Archive, ArchiveError, default_path
from ayni.archive.schema import APPLICATION_ID, STEPS
from ayni.evidence import Evidence, Subject, SubjectKind
from ayni.sources import Cache


def test_an_archive_is_a_cache_for_sources(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "new" / "a.sqlite3") as archive:
        cache: Cache = archive
        assert cache.looks.get("r", "k") is None


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "new" / "a.sqlite3") as archive:
        assert stat.S_IMODE(archive.path.stat().st_mode) == 0o600


def test_the_usual_place_follows_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert default_path().name == "archive.sqlite3"
    assert default_path().parent.name == "ayni"


def test_runs_come_back_by_time(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.runs.add(AT, '{"phase": 1}')
        archive.runs.add(AT - timedelta(days=30), '{"phase": 0}')
        assert [run.summary for run in archive.runs.all()] == ['{"phase": 0}', '{"phase": 1}']
        latest, before = archive.runs.latest(), archive.runs.latest(AT)
        assert (latest and latest.at, before and before.summary) == (AT, '{"phase": 0}')
        assert archive.runs.latest(AT - timedelta(days=60)) is None


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="another program's database"):
        Archive.open(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear minister, " * 100)
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive.open(path)
    assert path.read_text().startswith("Dear minister")


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    Archive.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    with pytest.raises(ArchiveError, match="newer Ayni"):
        Archive.open(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="give the archive another path"):
        Archive.open(tmp_path / "file" / "a.sqlite3")


def test_older_files_are_moved_forward_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite3"
    with Archive.open(path) as archive:
        archive.evidence.append([statement(1)])
    failing = (*STEPS, ("CREATE TABLE more (x)", "NO SUCH THING"))
    monkeypatch.setattr("ayni.archive.database.STEPS", failing)
    with pytest.raises(ArchiveError):
        Archive.open(path)
    monkeypatch.setattr("ayni.archive.database.STEPS", (*STEPS, ("CREATE TABLE more (x)",)))
    with Archive.open(path) as archive:
        assert [found for _, found in archive.evidence.load()] == [(statement(1),)]
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    connection.close()
    assert (version, application) == (len(STEPS) + 1, APPLICATION_ID)


def test_an_append_that_fails_halfway_leaves_nothing(tmp_path: Path) -> None:
    def breaking() -> Iterator[Evidence]:
        yield statement(1)
        raise RuntimeError

    with Archive.open(tmp_path / "a.sqlite3") as archive:
        with pytest.raises(RuntimeError):
            archive.evidence.append(breaking())
        assert list(archive.evidence.load()) == []
        assert archive.evidence.append([statement(1)]) == 1


def test_two_processes_may_make_and_write_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_much, args=(str(path), f"r{number}")) for number in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Archive.open(path) as archive:
        assert [subject.id for subject, _ in archive.evidence.load()] == ["r0", "r1"]
        assert len(archive.evidence.history(Subject(kind=SubjectKind.REPOSITORY, id="r0"))) == 50
        assert len(archive.facts.get_many("lines", 1, (BlobId(f"{number:040x}") for number in range(50)))) == 50
