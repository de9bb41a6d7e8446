# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A plain folder looks like the commit it would be."""

import os
from pathlib import Path

from ayni.sources import NoCache, collect
from ayni.sources.folder import FolderContents, blob_id, hash_folder, list_folder
from ayni.sources.git_process import Git
from ayni.sources.git_tree import list_tree
from ayni.sources.limits import Deadline, Limits
from sources.making import Lines, Made, Memory, repository, seen, terms, value


def test_the_tree_of_a_folder_is_the_tree_of_its_commit(tmp_path: Path) -> None:
    made = Made(tmp_path / "r")
    (made.path / "run").write_bytes(b"#!/bin/sh\n")
    (made.path / "run").chmod(0o755)
    (made.path / "caf\udce9").write_bytes(b"1")
    made.commit(files={"a/b/c.txt": b"text\n", "empty": b""})
    committed = list_tree(Git(made.path / ".git", Deadline(60)), "HEAD", Limits())
    walked = hash_folder(list_folder(made.path, Limits(), Deadline(60)), Limits(), Deadline(60))
    assert walked.entries == committed.entries
    assert blob_id(b"text\n") == made.git("rev-parse", "HEAD:a/b/c.txt")


def test_nothing_but_regular_files_is_opened(tmp_path: Path) -> None:
    (tmp_path / "f" / "loop").mkdir(parents=True)
    os.mkfifo(tmp_path / "f" / "pipe")
    (tmp_path / "f" / "passwd").symlink_to("/etc/passwd")
    (tmp_path / "f" / "loop" / "again").symlink_to(tmp_path / "f")
    (tmp_path / "f" / "a").write_bytes(b"one\n")
    found = collect(repository(tmp_path / "f"), [Lines()], NoCache(), terms())
    assert value(found, "paths") == ("a", "loop/again", "passwd")
    assert value(found, "lines") == 1


def test_a_large_file_is_listed_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    with (tmp_path / "f" / "large").open("wb") as stream:
        stream.truncate(10 << 30)
    (tmp_path / "f" / "a").write_bytes(b"one\n")
    found = collect(repository(tmp_path / "f"), [Lines()], NoCache(), terms())
    assert found.files == 2
    assert found.bytes == 4


def test_a_file_that_changes_under_our_hands_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n")
    tree = hash_folder(list_folder(tmp_path, Limits(), Deadline(60)), Limits(), Deadline(60))
    (tmp_path / "a").write_bytes(b"two\n")
    (read,) = FolderContents(tmp_path, tree).read([tree.entries[0].blob], max_bytes=100)
    assert (read.content, read.missing) == (None, "missing")


def test_a_changed_file_is_read_again_and_a_limit_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "a").write_bytes(b"one\n")
    cache = Memory()
    collect(repository(tmp_path / "f"), [Lines()], cache, terms())
    (tmp_path / "f" / "a").write_bytes(b"one\ntwo\n")
    assert value(collect(repository(tmp_path / "f"), [Lines()], cache, terms()), "lines") == 2
    (tmp_path / "f" / "b").write_bytes(b"")
    few = collect(repository(tmp_path / "f"), [Lines()], cache, terms(entries=1))
    assert "absence proves nothing" in few.problems[0]
    assert set(seen(few)) == set(seen(collect(repository(tmp_path / "gone"), [Lines()], cache, terms())))
