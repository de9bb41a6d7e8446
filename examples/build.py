# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the repositories of the example office with git fast-import. Everything in them is invented.

Run as ``python examples/build.py TARGET``. The same specification gives the same commits, to the last byte.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SPECIFICATION = HERE / "office" / "repositories.yaml"
STAMP = "built-from.sha256"

QUIET = {
    "PATH": os.environ.get("PATH", ""),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}


def build(target: Path) -> int:
    """Build every repository under the target, unless they are there already; returns how many there are."""
    specification = yaml.safe_load(SPECIFICATION.read_text(encoding="utf-8"))
    repositories: Mapping[str, Any] = specification["repositories"]
    digest = _digest()
    stamp = target / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return len(repositories)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, wanted in repositories.items():
        _build_one(target / f"{name}.git", wanted, specification["people"])
    shutil.copyfile(HERE / "office" / "office.yaml", target / "office.yaml")
    shutil.copytree(HERE / "office" / "documents", target / "documents")
    stamp.write_text(digest, encoding="utf-8")
    return len(repositories)


def _digest() -> str:
    seal = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted((HERE / "office").rglob("*")):
        if path.is_file():
            seal.update(path.read_bytes())
    return seal.hexdigest()


def _build_one(folder: Path, wanted: Mapping[str, Any], people: Mapping[str, str]) -> None:
    _git("init", "--quiet", "--bare", "--initial-branch=main", str(folder))
    stream = b"".join(_commands(wanted, people))
    _git("-C", str(folder), "fast-import", "--quiet", "--done", data=stream)


def _git(*arguments: str, data: bytes = b"") -> None:
    subprocess.run(["git", *arguments], input=data, check=True, env=QUIET, stdout=subprocess.DEVNULL)


def _commands(wanted: Mapping[str, Any], people: Mapping[str, str]) -> Iterator[bytes]:
    when = datetime.fromisoformat(wanted["first"]).replace(tzinfo=UTC)
    for number, commit in enumerate(_commits(wanted)):
        when += timedelta(days=wanted.get("every", 9)) if number else timedelta()
        author = people[commit["by"]]
        message = commit["message"]
        if wanted.get("signed_off"):
            message += f"\n\nSigned-off-by: {author}\n"
        yield b"commit refs/heads/main\n"
        yield f"committer {author} {int(when.timestamp())} -0500\n".encode()
        yield _data(message.encode())
        for path, content in commit.get("files", {}).items():
            mode = "100755" if content == "executable" else "100644"
            yield f"M {mode} inline {path}\n".encode() + _data(_content(content))
        yield b"\n"
        if commit.get("tag"):
            yield f"tag {commit['tag']}\nfrom refs/heads/main\n".encode()
            yield f"tagger {author} {int(when.timestamp())} -0500\n".encode() + _data(commit["tag"].encode())
    yield b"done\n"


def _commits(wanted: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The commits as written, each followed by the small ones that its ``then`` asks for."""
    for commit in wanted["commits"]:
        yield commit
        for number in range(commit.get("then", 0)):
            authors = commit.get("then_by", [commit["by"]])
            yield {
                "by": authors[number % len(authors)],
                "message": f"Corrige el caso {number + 1} de {commit['about']}",
                "files": {f"src/{commit['about']}/caso_{number + 1}.py": f"code:{commit['about']} {number + 1}"},
            }


def _content(content: str) -> bytes:
    """The bytes of a file: as written, or made where the first word says how."""
    kind, _, rest = content.partition(":")
    if kind == "license":
        name = rest.strip()
        own = HERE / "office" / "texts" / f"{name}.txt"
        return (own if own.is_file() else ROOT / "LICENSES" / f"{name}.txt").read_bytes()
    if kind == "code":
        return f"# {rest.strip()}\n\n\ndef calcular(valor: int) -> int:\n    return valor + {len(rest)}\n".encode()
    if kind == "tagged":
        head = "# SPDX-FileCopyrightText: 2025 Oficina Digital de Ejemplo\n# SPDX-License-Identifier: EUPL-1.2\n"
        return (head + f"\n\ndef {rest.strip()}() -> str:\n    return '{rest.strip()}'\n").encode()
    if kind == "random":
        return hashlib.sha256(rest.encode()).hexdigest().encode() + b"\n"
    if kind == "password":
        return f"DB_USER=portal\nDB_PASSWORD={hashlib.sha256(rest.encode()).hexdigest()[:28]}\n".encode()
    if content == "executable":
        return b"\x7fELF\x02\x01\x01" + bytes(64)
    return content.encode()


def _data(content: bytes) -> bytes:
    return f"data {len(content)}\n".encode() + content + b"\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python examples/build.py TARGET")
    build(Path(sys.argv[1]))
