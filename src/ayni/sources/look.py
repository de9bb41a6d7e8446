# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One look at a repository: all that does not depend on the date, kept so that an unchanged one is not read again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.history.state import HistoryState, Tag
from ayni.evidence import Observation
from ayni.sources.limits import Limits
from ayni.sources.printable import printable

SOURCE_VERSION: Final = 1
"""Raised whenever a source could see differently; every earlier look is then taken anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An observation and who made it (analyzer and version)."""

    by: str
    observation: Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen. ``objects`` is empty when nothing was missing, else a digest of the store it was missing from.

    ``history`` is why the history could not be read, empty when it could. ``passing`` marks a look that another try may
    better (a time limit): it is not kept.
    """

    seen: tuple[Seen, ...]
    history: str = ""
    passing: bool = False
    tags: tuple[Tag, ...] | None = ()
    changelog: tuple[str, ...] | None = None
    upstream: tuple[int, int] | None = None
    problems: tuple[str, ...] = ()
    objects: str = ""
    files: int = 0
    contents: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A look with the history that belongs to it. ``reused`` says that it is the one of the last run."""

    look: Look
    source: str
    state: HistoryState | None = None
    reused: bool = False


def seen_by(analyzer: Analyzer, found: Observation) -> Seen:
    """The observation with every text made safe to store and show."""
    value = found.value
    if isinstance(value, str):
        value = printable(value)
    elif isinstance(value, tuple):
        value = tuple(printable(text) for text in value)
    clean = replace(found, value=value, locator=printable(found.locator))
    return Seen(by=f"{analyzer.id}/{analyzer.version}", observation=clean)


def look_key(standing: str, analyzers: Sequence[Analyzer], limits: Limits) -> str:
    """Names everything that a look depends on."""
    who = sorted(f"{analyzer.id}/{analyzer.version}" for analyzer in analyzers)
    bounds = (limits.blob_bytes, limits.content_bytes, limits.entries, limits.commits, limits.tags)
    return hashlib.sha256(repr((SOURCE_VERSION, standing, who, bounds)).encode()).hexdigest()


def encode_look(look: Look) -> bytes:
    """The look as JSON."""
    return msgspec.json.encode(look)


def decode_look(payload: bytes) -> Look | None:
    """The look again; None when it cannot be read."""
    try:
        return _DECODER.decode(payload)
    except msgspec.MsgspecError:
        return None


_DECODER: Final = msgspec.json.Decoder(Look)
