# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which commands of a script fetch what nobody fixed: downloads that are run, and packages."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ayni.analyzers.workflows.commands import (
    CONTINUED,
    Command,
    Line,
    bare,
    commands,
    interesting_lines,
    join_continuations,
    tool,
)
from ayni.analyzers.workflows.packages import Install, unpinned_packages

MAX_CHARACTERS: Final = 256 * 1024
MAX_FOUND: Final = 200


DOWNLOAD: Final = "download-and-run"
_MAX_DEPTH: Final = 2
_SHELLS: Final = re.compile(r"(?:ba|z|da|k|mk)?sh")
_DOWNLOADERS: Final = frozenset(("curl", "wget", "aria2c"))
_FETCHES: Final = re.compile(r"gsutil\s.*|aws\s+s3(?:api)?\s+(?:get-object|cp)\b.*")
_INTERPRETERS: Final = re.compile(
    r"(?:ba|z|da|k|mk)?sh|python[\d.]*|perl|ruby|node|php|iex|invoke-expression|pwsh|powershell"
)
_SUBSTITUTED: Final = re.compile(
    r"\b(?:(?:ba|z|da|k)?sh|python[\d.]*|perl|ruby|eval|source|\.)\s[^\n|;]{0,60}?(?:\$\(|<\(|`)\s*(?:sudo\s+)?(?:curl|wget)\s([^)`\n]{0,500})"
    r"|\b(?:iex|invoke-expression)\b[^\n]{0,60}(?:downloadstring|iwr|invoke-webrequest|irm)([^\n]{0,300})",
    re.IGNORECASE,
)
_FIXED_URL: Final = re.compile(r"https://[^\s\"']{1,300}/[0-9a-f]{40}(?:/|$|[\s\"'?#])")
_CHECKERS: Final = re.compile(r"sha\d{1,3}sums?|shasum|gpgv?2?|cosign|minisign|md5sum")


class Script:
    """Reads pieces of one script, job or recipe in order, and remembers between them what was downloaded."""

    def __init__(self) -> None:
        self._downloads: set[str] = set()
        self._checked = False
        self._left = 2 * MAX_CHARACTERS

    def read(self, text: str, first_line: int = 1) -> list[Install]:
        """The installs of this piece that are not fixed; ``first_line`` is where it begins in the file."""
        text = join_continuations(text[: min(MAX_CHARACTERS, self._left)])
        self._left -= len(text)
        found: list[Install] = []
        position, number = 0, first_line
        for line in interesting_lines(text):
            if len(found) >= MAX_FOUND:
                break
            number += sum(text.count(end, position, line.offset) for end in ("\n", CONTINUED))
            position = line.offset
            found.extend(self._read_line(line, number))
        return _distinct(found)

    def _read_line(self, line: Line, number: int, depth: int = 0) -> Iterator[Install]:
        match = _SUBSTITUTED.search(line.text)
        if match and not _FIXED_URL.search(match[1] or match[2] or ""):
            yield Install(line=number, what=DOWNLOAD)
        previous: Command | None = None
        for command in commands(line):
            at = number + line.text.count(CONTINUED, 0, command.offset - line.offset)
            self._checked = self._checked or _CHECKERS.fullmatch(tool(command)) is not None
            if _runs_pipe(previous, command) or (not self._checked and _runs_download(command, self._downloads)):
                yield Install(line=at, what=DOWNLOAD)
            self._downloads.update(_downloaded(command))
            yield from unpinned_packages(command, at)
            inner = _inner_script(command)
            if inner and depth < _MAX_DEPTH:
                yield from self._read_line(Line(text=inner, offset=0), at, depth + 1)
            previous = command


def _inner_script(command: Command) -> str:
    """The script in ``sh -c "…"``."""
    if _SHELLS.fullmatch(tool(command)) is None:
        return ""
    return next((text for flag, text in pairwise(command.words) if re.fullmatch(r"-[a-z]*c", flag)), "").strip("\"'")


def unpinned_installs(script: str, first_line: int = 1) -> list[Install]:
    """The installs of a whole shell script that are not fixed."""
    return Script().read(script, first_line)


def _distinct(found: list[Install]) -> list[Install]:
    return list({(item.line, item.what): item for item in found}.values())[:MAX_FOUND]


def _is_fixed_download(command: Command) -> bool:
    urls = [word for word in command.words if "://" in word]
    return bool(urls) and all(_FIXED_URL.search(url + " ") for url in urls)


def _runs_pipe(previous: Command | None, command: Command) -> bool:
    return (
        command.piped
        and previous is not None
        and tool(previous) in _DOWNLOADERS
        and _INTERPRETERS.fullmatch(tool(command)) is not None
        and not _runs_own_code(command)
        and not _is_fixed_download(previous)
    )


def _runs_own_code(command: Command) -> bool:
    """``curl … | python -c …`` and ``| node script.js`` read data, not a program."""
    arguments = command.words[1:]
    if tool(command) in ("python", "python3", "node", "perl", "ruby", "php"):
        return any(
            word in ("-c", "-e", "-m", "-r", "-n", "-p", "-ne", "-pe") or not word.startswith("-") for word in arguments
        )
    return "-c" in arguments


def _downloaded(command: Command) -> list[str]:
    """The file that the command leaves of what it fetches, unless the address itself is fixed."""
    name = tool(command)
    words = command.words
    if _FETCHES.fullmatch(" ".join((name, *words[1:3]))) and len(words) > 2:
        return [bare(words[-1].rstrip("/.")) or bare(words[-2])]
    if name not in _DOWNLOADERS or _is_fixed_download(command):
        return []
    for flag, value in pairwise(words):
        if flag in ("-o", "--output", "-O", "--output-document") and not value.startswith(("-", "http")):
            return [bare(value)] if value not in ("-", "/dev/null") else []
    if command.output:
        return [bare(command.output)]
    if name == "wget" or any(re.fullmatch(r"-[a-zA-Z]*O[a-zA-Z]*|--remote-name", word) for word in words):
        return [url.partition("?")[0].rpartition("/")[2] for url in words if "://" in url]
    return []


def _runs_download(command: Command, downloads: set[str]) -> bool:
    if not downloads:
        return False
    name = tool(command)
    if _INTERPRETERS.fullmatch(name):
        return any(bare(word) in downloads for word in command.words[1:])
    return command.words[0].startswith(("./", "/")) and bare(command.words[0]) in downloads
