# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tutorials are lived through: every command is run, and says what the page shows, on a terminal of 80 columns."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from docs.markdown import DOCS, ROOT, Block, blocks

pytestmark = pytest.mark.journey

TUTORIALS = {"en": "tutorial/first-office.md", "es": "es/tutorial.md", "pt": "pt/tutorial.md", "fr": "fr/tutorial.md"}
REPOSITORIES = ("horarios-gtfs", "portal-datos")

SKIPPED = "…"
REWRITE = bool(os.environ.get("AYNI_WRITE_DOCS"))


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two fictional repositories, as clones beside each other."""
    folder = tmp_path_factory.mktemp("tutorial")
    subprocess.run([sys.executable, ROOT / "examples" / "build.py", folder / "example"], check=True)
    for repository in REPOSITORIES:
        source = folder / "example" / f"{repository}.git"
        subprocess.run(["git", "clone", "-q", source, folder / "code" / repository], check=True)
    return folder / "code"


class Reader:
    """Somebody who follows a tutorial, in a home of their own."""

    def __init__(self, home: Path, code: Path) -> None:
        self.home, self.clone = home, home / "ayni"
        self.looks = 0
        self.clone.mkdir()
        (home / "code").symlink_to(code)

    def type(self, command: str, replies: Sequence[str] = ()) -> list[str]:
        """Type a command and read the screen."""
        words = shlex.split(command)
        done = subprocess.run(
            [sys.executable, "-m", "ayni", *words[1:], *self._when(words[1])],
            cwd=self.clone,
            env=self._environment(),
            input="".join(f"{line}\n" for line in replies),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, f"{command}: {done.stdout[-500:]}{done.stderr}"
        return [_shown(line) for line in done.stdout.splitlines()]

    def write(self, block: Block) -> None:
        """Write into a file what a block shows of it: lines that are not there follow the line before them."""
        file = self.clone / block.lines[0].removeprefix("# ")
        lines = file.read_text(encoding="utf-8").splitlines()
        place = lines.index(block.lines[1])
        for offset, line in enumerate(block.lines[1:]):
            if lines[place + offset] != line:
                lines.insert(place + offset, line)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _when(self, command: str) -> list[str]:
        """The example lives in November 2026; each look is a day later than the one before, and all after the demo."""
        self.looks += command == "assess"
        if command == "demo":
            return ["--store", str(self.home / "demo.sqlite3")]
        return ["--at", f"2026-11-{19 + max(self.looks, 1)}"] if command in {"assess", "init"} else []

    def _environment(self) -> dict[str, str]:
        home = str(self.home)
        screen = {"FORCE_COLOR": "1", "TERM": "dumb", "LANG": "C.UTF-8"}
        kept = {"XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "HOME": home, **screen, **kept}


@pytest.mark.parametrize("language", TUTORIALS)
def test_whoever_follows_the_tutorial_sees_what_it_shows(language: str, tmp_path: Path, code: Path) -> None:
    page = DOCS / TUTORIALS[language]
    text = page.read_text(encoding="utf-8")
    reader = Reader(tmp_path, code)
    ran = 0
    for block in blocks(text):
        if block.language == "yaml":
            reader.write(block)
        elif block.language == "console":
            ran += 1
            screen = reader.type(block.lines[0].removeprefix("$ "), replies(block))
            shown = [line for line in block.lines[1:] if not line.startswith(">")]
            if REWRITE:
                text = text.replace("\n".join(block.lines), "\n".join(renewed(block.lines, screen)))
            else:
                assert missing(shown, screen) is None, (missing(shown, screen), "\n".join(screen))
    assert ran >= 6
    if REWRITE:
        page.write_text(text, encoding="utf-8")


def test_a_line_that_the_screen_does_not_show_is_told() -> None:
    assert missing(["a", SKIPPED, "c"], ["a", "b", "c", "d"]) is None
    assert missing(["a", "c"], ["a", "b", "c"]) == "c"
    assert missing([SKIPPED, "c", SKIPPED, "b"], ["a", "b", "c"]) == "b"


def replies(block: Block) -> list[str]:
    """What is said in a conversation, with Enter for every question that the page does not show."""
    said: dict[int, list[str]] = {}
    number = 0
    for line in block.lines:
        number = int(line.split()[0]) if line[:1].isdigit() else number
        if line.startswith(">"):
            said.setdefault(number, []).append(line[1:].strip())
    return [reply for asked in range(1, 61) for reply in said.get(asked, [""])] if said else []


def missing(shown: Sequence[str], screen: Sequence[str]) -> str | None:
    """The first line of the page that the screen does not have in its place; None when all are there."""
    place, skipping = 0, False
    lines = [line for line in screen if line.strip()]
    for line in (line for line in shown if line.strip()):
        if line == SKIPPED:
            skipping = True
            continue
        found = lines.index(line, place) if line in lines[place:] else -1
        if found < 0 or (found > place and not skipping):
            return line
        place, skipping = found + 1, False
    return None


def renewed(shown: Sequence[str], screen: Sequence[str]) -> Iterator[str]:
    """The page's block with each line replaced by the line on the screen that is most like it."""
    lines = [line for line in screen if line.strip()]
    place = 0
    for line in shown:
        if line == SKIPPED or not line.strip() or line[:1] in {"$", ">"}:
            yield line
            continue
        likeness = [SequenceMatcher(None, line, other).ratio() for other in lines[place:]]
        place += likeness.index(max(likeness)) + 1 if likeness else 0
        yield lines[place - 1] if likeness else line


def _shown(line: str) -> str:
    """A line without blanks at its end; what is typed does not show when it is piped, only the mark before it."""
    text = line.rstrip()
    while text.startswith("> "):
        text = text.removeprefix("> ")
    return "" if text == ">" else text
