# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""However a command ends, it ends in at most one line and the right code."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from ayni.cli.init import STOPPED
from ayni.cli.main import MISUSE

SLOW = """
import sys, time
import ayni.cli.plan
from ayni.cli import main

def wait(*_):
    print("begun", flush=True)
    time.sleep(60)

{fault}
main.main()
"""


def start(tmp_path: Path, program: list[str], **more: str) -> subprocess.Popen[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        **more,
    }
    return subprocess.Popen(
        [sys.executable, *program],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(stream: IO[str] | None, text: str) -> None:
    assert stream is not None
    seen = ""
    while text not in seen:
        letter = stream.read(1)
        assert letter, seen
        seen += letter


@pytest.mark.parametrize(("language", "told"), [("en", "Stopped."), ("es", "Interrumpido.")])
def test_ctrl_c_while_a_command_works_ends_in_one_line(tmp_path: Path, language: str, told: str) -> None:
    fault = "import ayni.cli.session\nayni.cli.session.Session.archive = wait"
    process = start(tmp_path, ["-c", SLOW.format(fault=fault), "plan", "--lang", language])
    wait_for(process.stdout, "begun")
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (STOPPED, f"{told}\n")


def test_ctrl_c_before_the_command_is_there_ends_without_a_word(tmp_path: Path) -> None:
    process = start(tmp_path, ["-X", "importtime", "-m", "ayni", "packs", "list"])
    wait_for(process.stderr, " typer.main\n")
    os.killpg(process.pid, signal.SIGINT)
    said, told = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT  # a shell shows it as 130
    assert (said, "Traceback" in told) == ("", False)


def test_ctrl_c_at_the_first_question_of_init_ends_in_one_line(tmp_path: Path) -> None:
    process = start(tmp_path, ["-m", "ayni", "init", "--at", "2026-11-22"], LANG="pt_BR.UTF-8")
    wait_for(process.stdout, "fr) > ")
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (STOPPED, "Interrompido.\n")
    assert not list(tmp_path.glob("office*"))


def test_the_end_of_input_in_init_keeps_what_was_said(tmp_path: Path) -> None:
    process = start(tmp_path, ["-m", "ayni", "init", "--lang", "en"])
    said, told = process.communicate("My office\n", timeout=20)
    assert (process.returncode, told) == (STOPPED, "")
    assert "the same command goes on" in " ".join(said.split())
    assert (tmp_path / "office.yaml.progress").is_file()


def test_misuse_names_the_program(tmp_path: Path) -> None:
    process = start(tmp_path, ["-m", "ayni", "plan", "--phase", "9"])
    _, said = process.communicate(timeout=20)
    assert process.returncode == MISUSE
    assert "Usage: ayni plan" in said
    assert "python -m" not in said
