# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""How git is run."""

import os
import time
from pathlib import Path

import pytest

from ayni.sources.git_process import (
    Git,
    GitAbsentError,
    GitFailedError,
    GitTimedOutError,
    GitTooMuchError,
    environment,
)
from ayni.sources.limits import Deadline


def _git(tmp_path: Path, script: str) -> Path:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program.parent


def test_the_environment_holds_nothing_of_the_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_SSH", "GIT_EXTERNAL_DIFF", "GIT_EXEC_PATH", "GIT_CONFIG_COUNT", "LD_PRELOAD"):
        monkeypatch.setenv(name, "x")
    told = environment()
    assert {name for name in told if told[name] == "x"} == set()
    assert told["GIT_CONFIG_GLOBAL"] == "/dev/null"
    assert told["GIT_NO_LAZY_FETCH"] == "1"
    assert told["GIT_ALLOW_PROTOCOL"] == ""


def test_the_time_limit_ends_all_that_git_has_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / "left"
    folder = _git(tmp_path, f"(sleep 3; touch {left}) & sleep 30")
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    begin = time.monotonic()
    with pytest.raises(GitTimedOutError, match=r"limit of 0\.5 s"):
        Git(None, Deadline(0.5)).run("version")
    assert time.monotonic() - begin < 2.5
    time.sleep(3.2)
    assert not left.exists()


def test_leaving_early_ends_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _git(tmp_path, "yes")
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    begin = time.monotonic()
    with Git(None, Deadline(60)).stream("version", feed=(b"x" * 1000 for _ in range(10_000))) as running:
        next(running.chunks())
    assert time.monotonic() - begin < 5


def test_an_endless_answer_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{_git(tmp_path, 'yes')}:{os.environ['PATH']}")
    with pytest.raises(GitTooMuchError):
        Git(None, Deadline(60)).run("version", max_bytes=1000)


def test_a_failure_keeps_the_last_line_and_makes_it_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _git(tmp_path, r"printf 'one\nfatal: bad object \033[31mred\n' >&2; exit 128")
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    with pytest.raises(GitFailedError) as caught:
        Git(None, Deadline(60)).run("version")
    assert caught.value.said == "fatal: bad object ?[31mred"
    assert caught.value.returncode == 128
    assert caught.value.reason == "corrupt"


def test_without_git_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitAbsentError, match="install git"):
        Git(None, Deadline(60)).run("version")
