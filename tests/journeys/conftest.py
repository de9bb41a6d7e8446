# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example office, built once for all journeys, and the command line as a person runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    out: str
    err: str
    code: int


Ayni = Callable[..., Said]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "office"
    subprocess.run([sys.executable, ROOT / "examples" / "build.py", folder], check=True)
    return folder / "office.yaml"


@pytest.fixture
def ayni(tmp_path: Path) -> Ayni:
    """Run ``ayni`` in a folder of its own, with an archive of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "LANG": "C.UTF-8",
        "AYNI_TRACE": "1",
    }

    def run(*arguments: object, **more: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "ayni", *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        return Said(out=done.stdout, err=done.stderr, code=done.returncode)

    return run
