# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we say of a folder is what the reuse tool says. The tool runs as a child process and is never imported."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ayni.analyzers.reuse.analysis import Reuse
from ayni.evidence import Value
from fakes.snapshots import claims, folder

TOOL = Path(sys.executable).with_name("reuse")
SPDX = "SPDX-"
LICENSES = ("MIT", "CC0-1.0", "Apache-2.0", "GPL-3.0-or-later", "LicenseRef-own", "MIT OR ISC")
NOTICES = (f"{SPDX}FileCopyrightText: 2020 A", "Copyright (c) 2020 B", "© 2020 C", "Copyright D", "")
COMMENTS = ("# {}", "// {}", "/* {} */", "<!-- {} -->", "{}")
NAMES = (
    "a.py",
    "b.c",
    "readme.md",
    "x/y.txt",
    "x/z/w.js",
    "x/z/v.js",
    "docs/d.rst",
    "img/i.png",
    "Makefile",
    ".hidden/f",
)


def lint(path: Path) -> dict[str, Any]:
    done = subprocess.run([TOOL, "--root", path, "lint", "--json"], capture_output=True, text=True, check=False)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def header(chance: random.Random) -> str:
    expression = chance.choice((*LICENSES, ""))
    lines = [chance.choice(NOTICES), f"{SPDX}License-Identifier: {expression}" if expression else ""]
    comment = chance.choice(COMMENTS)
    return "".join(comment.format(line) + "\n" for line in lines if line)


def annotation(chance: random.Random) -> str:
    globs = ("**", "*", "x/*", "x/**", "**/*.js", "img/i.png", "*.md", "docs/**")
    lines = ["[[annotations]]", f"path = {json.dumps(chance.sample(globs, 2))}"]
    precedence = chance.choice(("closest", "aggregate", "override", ""))
    lines += [f'precedence = "{precedence}"'] if precedence else []
    lines += [f'{SPDX}License-Identifier = "{chance.choice(LICENSES)}"'] if chance.random() < 0.7 else []
    lines += [f'{SPDX}FileCopyrightText = "2021 E"'] if chance.random() < 0.7 else []
    return "\n".join(lines) + "\n"


def make(path: Path, chance: random.Random) -> None:
    files = {name: header(chance) + "text\n" for name in NAMES if chance.random() < 0.9}
    for name in list(files):
        if chance.random() < 0.15:
            files[f"{name}.license"] = header(chance)
    for place in ("", "x/", "x/z/"):
        if chance.random() < 0.5:
            tables = "\n".join(annotation(chance) for _ in range(chance.randrange(1, 4)))
            # That tool's version asks for information about REUSE.toml itself; version 3.3 of the rules does not.
            files[f"{place}REUSE.toml"] = f"version = 1\n{tables}"
    for name in chance.sample(("MIT.txt", "CC0-1.0.txt", "LicenseRef-own.md", "ISC.txt", "GPL-3.0-or-later.txt"), 3):
        files[f"LICENSES/{name}"] = "text\n"
    files["LICENSE"] = "text\n"
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")


def theirs(told: dict[str, Any]) -> dict[str, Value]:
    files = [file for file in told["files"] if Path(file["path"]).name != "REUSE.toml"]
    wrong = told["non_compliant"]
    used = {id_ for file in files for one in file["spdx_expressions"] for id_ in _ids(one["value"])}
    codes = {f"missing-license-text:{id_}" for id_ in wrong["missing_licenses"] if id_ in used}
    return {
        "files-covered": len(files),
        "files-with-license-information": sum(bool(file["spdx_expressions"]) for file in files),
        "files-with-copyright": sum(bool(file["copyrights"]) for file in files),
        "missing": tuple(sorted(codes)),
    }


def _ids(expression: str) -> set[str]:
    return set(expression.replace("(", " ").replace(")", " ").split()) - {"AND", "OR", "WITH"}


def ours(path: Path) -> dict[str, Value]:
    files = {name: content for name, content in folder(path).items() if not name.startswith(".git/")}
    found = claims(Reuse(), files)
    problems = found["reuse-problems"]
    assert isinstance(problems, tuple)
    kept = ("files-covered", "files-with-license-information", "files-with-copyright")
    missing = tuple(code for code in problems if code.startswith("missing-license-text:"))
    return {claim: found[claim] for claim in kept} | {"missing": missing}


@pytest.mark.skipif(not TOOL.exists(), reason="the reuse tool is not installed beside this Python")
@pytest.mark.parametrize("seed", range(6))
def test_we_count_as_the_reuse_tool_does(tmp_path: Path, seed: int) -> None:
    make(tmp_path, random.Random(seed))  # noqa: S311  # a test, not a secret
    assert ours(tmp_path) == theirs(lint(tmp_path))
