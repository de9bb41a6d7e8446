# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clones, over git's own transport for local repositories in place of a network."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from ayni.sources.collect import collect, conclude
from ayni.sources.git_address import Address
from ayni.sources.git_clone import UnreachableError, bring, refresh
from ayni.sources.git_process import GitTooMuchError
from ayni.sources.limits import Limits
from ayni.sources.look_git import approach, look_at_git, recall
from sources.making import Lines, Made, Memory, repository, terms


def _made(tmp_path: Path, *, filters: bool = True) -> tuple[Made, Address]:
    made = Made(tmp_path / "origin")
    made.commit(files={"a": b"old\n" * 1000})
    made.commit(files={"a": b"one\n", "b": b"two\n"})
    made.git("config", "uploadpack.allowFilter", str(filters).lower())
    made.git("config", "uploadpack.allowAnySHA1InWant", str(filters).lower())
    return made, Address(url=f"file://{made.path}", protocol="file")


def test_only_wanted_contents_are_brought(tmp_path: Path) -> None:
    made, address = _made(tmp_path)
    path = refresh(address, tmp_path / "clones", Limits())
    old, new = made.git("rev-parse", "HEAD~1:a"), made.git("rev-parse", "HEAD:a")
    with approach(path, "far", [Lines()], Limits()) as near:
        cache = Memory()
        sight = look_at_git(near, [Lines()], cache, Limits(), partial(bring, address, path, limits=Limits()))
        assert recall(near, cache) is not None
    found = conclude(repository("far"), sight, terms())
    assert {item.claim: item.value for item in found.evidence}["lines"] == 2
    here = made.git(f"--git-dir={path}", "cat-file", "--batch-all-objects", "--batch-check", GIT_NO_LAZY_FETCH="1")
    assert new in here
    assert old not in here


def test_a_second_run_fetches_what_is_new_and_forgets_what_is_gone(tmp_path: Path) -> None:
    made, address = _made(tmp_path)
    made.git("branch", "gone")
    path = refresh(address, tmp_path / "clones", Limits())
    made.git("branch", "-D", "gone")
    head = made.commit(files={"c": b"three\n"})
    assert refresh(address, tmp_path / "clones", Limits()) == path
    assert made.git(f"--git-dir={path}", "rev-parse", "HEAD") == head
    assert "gone" not in made.git(f"--git-dir={path}", "branch")
    assert [child.name for child in (tmp_path / "clones").iterdir()] == [path.name]


def test_a_server_without_filters_gives_everything(tmp_path: Path) -> None:
    made, address = _made(tmp_path, filters=False)
    path = refresh(address, tmp_path / "clones", Limits())
    assert made.git("rev-parse", "HEAD~1:a") in made.git(
        f"--git-dir={path}", "cat-file", "--batch-all-objects", "--batch-check"
    )


def test_what_cannot_be_reached_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="check the address"):
        refresh(Address(url=f"file://{tmp_path}/gone", protocol="file"), tmp_path / "clones", Limits())
    assert list((tmp_path / "clones").iterdir()) == []


def test_a_clone_that_outgrows_its_limit_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "git"  # fills the folder and then waits, as a large transfer would
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nfor last; do :; done\nhead -c 200000 /dev/zero > "$last"\nsleep 30\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    address = Address(url="https://git.example/a", protocol="https")
    with pytest.raises(GitTooMuchError, match="100000 bytes"):
        refresh(address, tmp_path / "clones", Limits(clone_bytes=100_000, seconds_to_clone=20))
    assert list((tmp_path / "clones").iterdir()) == []


def test_only_the_protocol_that_was_checked_is_spoken(tmp_path: Path) -> None:
    made, address = _made(tmp_path)
    with pytest.raises(UnreachableError):
        refresh(replace(address, protocol="https"), tmp_path / "clones", Limits())
    assert made.path.exists()


def test_addresses_need_a_folder_and_are_checked() -> None:
    far = repository("https://127.0.0.1/a.git")
    assert collect(far, [Lines()], Memory(), terms()).reason == "not-fetched"
    refused = collect(far, [Lines()], Memory(), replace(terms(), clones="/nonexistent/clones"))
    assert refused.reason == "address-refused"
    assert refused.problems == ("127.0.0.1: lies inside this network; to have it asked, add --allow-host 127.0.0.1",)
