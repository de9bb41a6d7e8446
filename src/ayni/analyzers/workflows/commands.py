# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Takes the commands that matter out of shell scripts, without a whole shell: words, pipes and redirections.

Only lines on which a tool of interest is named are looked at. Their number and length are bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

CONTINUED: Final = "\v"
"""Stands for the end of a line that the next one continues; to a shell, white space."""
MAX_LINE: Final = 8_000
MAX_LINES: Final = 2_000

_INTEREST: Final = re.compile(
    r"\b(?:curl|wget|gsutil|aws|pip[\d.]*|pipx|uv|npm|pnpm|yarn|go|gem|cargo|composer|choco(?:\.exe)?|nuget(?:\.exe)?|dotnet"
    r"|(?:ba|z|da|k)?sh|iex|invoke-expression)\b|\./|/tmp/|sha\d{3}sum|shasum|gpg|cosign",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    r"""[ \t\v]+|\d?>&\d?-?|&>{1,2}|\d?>{1,2}|'[^'\n]*'|"(?:[^"\\]|\\.)*"|\\.|&&|\|\||\|&|[;|&(){}`<>\n]"""
    r"""|(?<![^\s;|&(])\#[^\n]*|\$\(|[^\s'"\\;|&(){}`<>]+|."""
)
_SEPARATORS: Final = frozenset(("&&", "||", "|&", ";", "|", "&", "(", ")", "{", "}", "`", "$(", "\n"))
_REDIRECTIONS: Final = frozenset((">", ">>", "1>", "&>"))
_PREFIXES: Final = frozenset(
    ("sudo", "exec", "time", "command", "nohup", "then", "do", "else", "if", "!", "env", "while", "-E", "-H", "@", "-")
)
_ASSIGNMENT: Final = re.compile(r"[A-Za-z_]\w*=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One simple command: its words without quotes, where its output goes, and whether it reads from the one before."""

    words: tuple[str, ...]
    output: str
    piped: bool
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One logical line of a script, continuations joined, with its place in the text."""

    text: str
    offset: int


def join_continuations(text: str) -> str:
    """The text with continued lines joined; each joint leaves a mark, so that lines can still be counted."""
    return text.replace(CONTINUED, " ").replace("\\\r\n", f" {CONTINUED}").replace("\\\n", f" {CONTINUED}")


def interesting_lines(text: str) -> Iterator[Line]:
    """The logical lines that name a tool of interest, comments left out; the text's continuations are joined."""
    position = count = 0
    while count < MAX_LINES and (match := _INTEREST.search(text, position)):
        start = text.rfind("\n", position, match.start()) + 1 or position
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        count += 1
        line = text[start : min(end, start + MAX_LINE)]
        if not line.lstrip().startswith("#"):
            yield Line(text=line, offset=start)
        position = end + 1


def commands(line: Line) -> Iterator[Command]:
    """The simple commands of the line, in order."""
    words: list[str] = []
    word, output = "", ""
    piped = redirecting = False
    offset = line.offset

    for match in _TOKEN.finditer(line.text + "\n"):
        piece = match[0]
        if piece[0] in " \t\v<" or ">" in piece[:3] or piece in _SEPARATORS:
            if word and redirecting:
                output, redirecting = word, False
            elif word:
                words.append(word)
            word = ""
            redirecting = redirecting or piece in _REDIRECTIONS
            if piece in _SEPARATORS:
                yield from _command(words, output, offset, piped=piped)
                words, output, redirecting = [], "", False
                piped, offset = piece in ("|", "|&"), line.offset + match.end()
        elif piece[0] != "#" or word:
            word += _unquoted(piece)


def _unquoted(piece: str) -> str:
    if piece[0] in "'\"" and len(piece) > 1:
        return piece[1:-1]
    return piece[1:] if piece[0] == "\\" else piece


def _command(words: list[str], output: str, offset: int, *, piped: bool) -> Iterator[Command]:
    first = 0
    while first < len(words) and (words[first] in _PREFIXES or _ASSIGNMENT.match(words[first])):
        first += 1
    if first < len(words):
        yield Command(words=tuple(words[first:]), output=output, piped=piped, offset=offset)


def tool(command: Command) -> str:
    """The name of the program, without its folder, in lower case."""
    return command.words[0].lstrip("@-").rpartition("/")[2].lower()


def bare(path: str) -> str:
    """The last part of a path."""
    return path.rpartition("/")[2]
