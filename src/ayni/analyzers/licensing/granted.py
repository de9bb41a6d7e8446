# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under which licenses a file grants rights by a notice or a text in it: ``detect`` without mentions, for many files.

Most files of a repository open with one and the same comment. It is looked at once, and apart from the code behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ayni.analyzers.licensing.detect import LARGEST, REACH, granting_traces, grants, is_binary, windows

LONGEST_OPENING: Final = 8_000
_REMEMBERED: Final = 512

_OPENING: Final = re.compile(
    rb"(?:\s*+(?:/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|(?://|#|--|;|%|<\?|dnl |rem )[^\n]*+(?:\n|\Z)))++",
    re.DOTALL,
)


def granted(content: bytes) -> tuple[str, ...]:
    """Return the distinct expressions of notices and license texts, in reading order. Any bytes are allowed."""
    content = content[:LARGEST]
    lowered = content.lower()
    places = granting_traces(lowered)
    if not places or is_binary(content):
        return ()
    end = _opening(lowered, places)
    found: list[str] = []
    if places[0] < end:
        found += _said(content[:end])
    for start, stop in windows(lowered, places, after=end) if places[-1] >= end else ():
        found += _in_order(content[start:stop])
    return tuple(dict.fromkeys(found))


def _opening(lowered: bytes, places: Sequence[int]) -> int:
    """Return where the opening comment ends; 0 where there is none, or what follows may belong to the same text."""
    found = _OPENING.match(lowered, 0, LONGEST_OPENING)
    if found is None:
        return 0
    behind = bisect_left(places, found.end())
    apart = behind == len(places) or places[behind] - places[behind - 1] > 2 * REACH
    return found.end() if behind and apart else 0


@lru_cache(maxsize=_REMEMBERED)
def _said(opening: bytes) -> tuple[str, ...]:
    return _in_order(opening)


def _in_order(content: bytes) -> tuple[str, ...]:
    found = sorted((notice.word, notice.expression) for notice in grants(content))
    return tuple(expression for _, expression in found)
