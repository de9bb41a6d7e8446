# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a recipe for a container image fetches that nobody fixed: images without a digest, and installs in its steps."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ayni.analyzers.workflows.installs import Script
from ayni.analyzers.workflows.packages import Install

MAX_CHARACTERS: Final = 256 * 1024
MAX_INSTRUCTIONS: Final = 1_000
MAX_BLOCK: Final = 20_000

_COMMENT: Final = re.compile(r"(?m)^[ \t]*#[^\n]*(?:\n|$)")
_INSTRUCTION: Final = re.compile(r"(?im)^[ \t]*(?:ONBUILD[ \t]+)?(FROM|ARG|RUN|COPY)[ \t]+([^\n]*)")
_LOOKS_LIKE: Final = re.compile(rb"(?im)^[ \t]*FROM[ \t]+\S|^[ \t]*RUN[ \t]+\S")
_VARIABLE: Final = re.compile(r"\$(?:\{(\w{1,100})(?::?-([^}]{0,200}))?\}|(\w{1,100}))")
_DIGEST: Final = re.compile(r"@sha256:(?:[a-f0-9]{64}|\$)")
_HEREDOC: Final = re.compile(r"<<-?[\"']?(\w{1,40})[\"']?")
_FLAGS: Final = re.compile(r"^(?:--\S+[ \t]+)+")
_COPY_FROM: Final = re.compile(r"--from=[\"']?([^\s\"']{1,300})")


def looks_like_dockerfile(content: bytes) -> bool:
    """Whether the content has the instructions of such a recipe."""
    return _LOOKS_LIKE.search(content) is not None


def unpinned_in_dockerfile(text: str) -> list[Install]:
    """Every image without a digest (``image:name``) and every install in a step that is not fixed."""
    text = text[:MAX_CHARACTERS]
    windows = text[:200].lower().replace(" ", "").startswith("#escape=`")
    bare = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    bare = bare.replace("`\n" if windows else "\\\n", "  ").replace("\\\r\n", "   ")
    arguments: dict[str, str] = {}
    stages: set[str] = {"scratch"}
    found: list[Install] = []
    script = Script()
    for match in islice(_INSTRUCTION.finditer(bare), MAX_INSTRUCTIONS):
        line = text.count("\n", 0, match.start(1)) + 1
        name, rest = match[1].upper(), match[2].strip()
        if name == "ARG":
            key, _, value = rest.partition("=")
            arguments[key.strip()] = value.strip().strip("\"'")
        elif name == "FROM":
            found.extend(_base(rest, arguments, stages, line))
        elif name == "COPY":
            found.extend(_copied(rest, arguments, stages, line))
        else:
            found.extend(_steps(text, bare, match, line, script))
    return found


def _base(rest: str, arguments: dict[str, str], stages: set[str], line: int) -> Iterator[Install]:
    words = _FLAGS.sub("", rest).split()
    if not words:
        return
    image = _expand(words[0], arguments)
    alias = words[2].lower() if len(words) > 2 and words[1].lower() == "as" else ""
    if image.lower() not in stages and not _DIGEST.search(image):
        yield Install(line=line, what=f"image:{image[:200]}")
    if alias:
        stages.add(alias)


def _copied(rest: str, arguments: dict[str, str], stages: set[str], line: int) -> Iterator[Install]:
    """An image of others that only serves to copy from; a number or a name of before is a stage of this recipe."""
    match = _COPY_FROM.match(rest) or _COPY_FROM.search(rest)
    if match is None:
        return
    image = _expand(match[1], arguments)
    named = "/" in image or ":" in image
    if named and image.lower() not in stages and not _DIGEST.search(image):
        yield Install(line=line, what=f"image:{image[:200]}")


def _expand(word: str, arguments: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda match: arguments.get(match[1] or match[3]) or match[2] or match[0], word)


def _steps(text: str, bare: str, match: re.Match[str], line: int, script: Script) -> list[Install]:
    """A command in words (``["pip", "install"]``), in a block of its own (``<<EOF``), or as one would type it."""
    flags = _FLAGS.match(match[2])
    start = match.start(2) + (flags.end() if flags else 0)
    command = bare[start : match.end()]
    if command.startswith("["):
        return script.read(_from_words(command), line)
    heredoc = _HEREDOC.search(command)
    if heredoc is not None:
        block = text[match.end() : match.end() + MAX_BLOCK]
        end = re.search(rf"(?m)^[ \t]*{heredoc[1]}[ \t]*$", block)
        return script.read(block[: end.start()] if end else block, line)
    return script.read(text[start : match.end()], line + text.count("\n", match.start(1), start))


def _from_words(command: str) -> str:
    try:
        words = json.loads(command)
    except (ValueError, RecursionError):
        return ""
    return " ".join(f"'{word}'" if " " in str(word) else str(word) for word in words)
