# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a source goes for one repository before it stops and says so."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The ends of patience and memory. Reaching one is never silent: the claims concerned are not seen.

    ``seconds`` bounds the whole of one repository, ``seconds_to_clone`` a transfer on top; sizes are in bytes.
    """

    seconds: float = 600
    seconds_to_clone: float = 1_800
    clone_bytes: int = 4 << 30
    blob_bytes: int = 8 << 20
    content_bytes: int = 8 << 30
    entries: int = 500_000
    commits: int = 2_000_000
    tags: int = 50_000


class Deadline:
    """A moment after which no more is begun."""

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._end - time.monotonic())

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return time.monotonic() >= self._end
