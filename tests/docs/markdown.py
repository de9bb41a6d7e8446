# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads Markdown as far as the tests of the documentation need it: blocks, links, headings, tables, command lines."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})(.*)$")
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^()\s]+(?:\([^()\s]*\))?)\)|!\[[^\]\n]*\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
_COMMAND = re.compile(r"^(?:\$ )?(?:\./)?ayni(?: |$)")
_INLINE = re.compile(r"`((?:\./)?ayni [a-z][^`\n]*)`")
_OUTSIDE = ("tests/", "src/", "LICENSES/", "examples/", "benchmarks/")


class Block(NamedTuple):
    """A fenced block: the word behind its fence, and its lines."""

    language: str
    lines: tuple[str, ...]


def pages() -> list[Path]:
    """Every Markdown page of the project that is written for readers."""
    tops = sorted(ROOT.glob("*.md"))
    below = (path for folder in ("docs", "examples", "benchmarks") for path in (ROOT / folder).rglob("*.md"))
    return [*tops, *sorted(below)]


def name(page: Path) -> str:
    """A page as a person would name it."""
    return page.relative_to(ROOT).as_posix()


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    fence, language, lines = "", "", list[str]()
    for line in text.splitlines():
        found = _FENCE.match(line)
        if not fence and found:
            fence, language, lines = found[2], found[3].strip(), []
        elif fence and found and found[2].startswith(fence) and not found[3].strip():
            yield Block(language, tuple(lines))
            fence = ""
        elif fence:
            lines.append(line)


def prose(text: str) -> str:
    """The page without its fenced blocks."""
    kept, fence = list[str](), ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[2]
        elif found and found[2].startswith(fence):
            fence = ""
        elif not fence:
            kept.append(line)
    return "\n".join(kept)


def links(text: str) -> list[str]:
    """Where the page points to, but for addresses of the web."""
    plain = re.sub(r"`[^`\n]*`", "", prose(text))
    targets = (first or second for first, second in _LINK.findall(plain))
    return [target for target in targets if not re.match(r"[a-z][a-z0-9+.-]*:", target)]


def anchors(text: str) -> set[str]:
    """The names under which headings can be linked to."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(prose(text)))
    return {heading.strip().replace(" ", "-") for heading in plain}


def sections(text: str, start: str = "## ") -> dict[str, str]:
    """The text under each heading that begins so."""
    parts = re.split(rf"^{re.escape(start)}(.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(text: str) -> Iterator[list[str]]:
    """The rows of every table in the text, without their headers."""
    body = False
    for line in text.splitlines():
        if not line.startswith("|"):
            body = False
        elif re.fullmatch(r"\|(?: *:?-+:? *\|)+", line):
            body = True
        elif body:
            yield [cell.strip() for cell in line.strip("|").split("|")]


def codes(text: str) -> list[str]:
    """What stands between single backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def command_lines(text: str) -> Iterator[list[str]]:
    """The arguments of every ``ayni`` that a person could type: in fenced blocks, and in a sentence."""
    for block in blocks(text):
        whole = "\n".join(block.lines).replace("\\\n", " ")
        yield from (_words(line) for line in whole.splitlines() if _is_command(line))
    yield from (_words(line) for line in _INLINE.findall(prose(text)) if _is_command(line))


def _is_command(line: str) -> bool:
    """A line that shows the form of a command, with parts in brackets, is no command."""
    return bool(_COMMAND.match(line.strip())) and "[" not in line and "…" not in line


def _words(line: str) -> list[str]:
    plain = re.sub(r"\$[a-z]+", "2026-12-31", line.strip().removeprefix("$ "))  # loops in examples go over days
    words = shlex.split(re.split(r" [|>]|&&|;", plain)[0], comments=True)
    return words[1:]
