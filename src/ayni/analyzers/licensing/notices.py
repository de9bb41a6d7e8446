# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences that name a license: "licensed under the MIT License", "bajo la licencia Apache 2.0", addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ayni.analyzers.licensing.gnu import TRIGGERS, gnu_notice
from ayni.analyzers.licensing.names import creative_commons_id, key_words, names, prose_names
from ayni.analyzers.licensing.word_lists import pack_file, word_list

TOKEN = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]}]+|0bsd|[a-z]+|[0-9]+(?:\.[0-9]+)*|(?<=[0-9a-z])\+(?!\+)")
LONGEST_NAME = 12
REACH = 8
MOST_NAMES = 8

_AND = frozenset({"and", "y", "e", "et"})
_OR = frozenset({"or", "o", "ou"})
_DUAL = frozenset({"dual", "doubly", "triple"})
# "… (the "License"); you may not use this file except in compliance …": a standard header, however it starts.
_FILE_NOTICE = frozenset({("may", "not"), ("not", "use")})
_REFERENCES = (("for conditions of distribution and use see copyright notice in", "Zlib"),)

Tier = Literal["tag", "header", "text", "mention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A license named at a word of a passage."""

    expression: str
    tier: Tier
    word: int


def find_notices(words: Sequence[str]) -> list[Notice]:
    """Return every license that a passage names, in order; words are as ``TOKEN`` finds them in lower case."""
    found: list[Notice] = []
    near = _near_license(words)
    first, end = _first_words(), 0
    for at, word in enumerate(words):
        if at < end or (word not in TRIGGERS and (word not in first or not near[at])):
            continue
        notice, length = _notice(words, at, word)
        if notice is not None:
            end = at + length
            exception, end = _exception_after(words, end)
            found.append(replace(notice, expression=notice.expression + exception))
    return found


def _exception_after(words: Sequence[str], end: int) -> tuple[str, int]:
    """Return " WITH …" when the name of an exception follows, and where that ends."""
    for place in range(end, min(end + REACH, len(words))):
        for length in range(4, 1, -1):
            exception = _exceptions().get(" ".join(words[place : place + length]))
            if exception:
                return f" WITH {exception}", place + length
        if words[place] not in word_list("fillers") and words[place] not in ("+", "plus", "gnu", "v"):
            break
    return "", end


@cache
def _exceptions() -> dict[str, str]:
    return {name: id_ for id_, names in pack_file("names.yaml")["exceptions"].items() for name in names}


def _near_license(words: Sequence[str]) -> bytearray:
    """Mark the words from which a name can reach a word that speaks of licensing."""
    near = bytearray(len(words) + LONGEST_NAME + REACH)
    granted = word_list("granted-by")
    for at in [at for at, word in enumerate(words) if word in granted or word[:5] == "licen"]:
        start = max(0, at - LONGEST_NAME)
        near[start : at + REACH] = b"\1" * (at + REACH - start)
    return near


def _notice(words: Sequence[str], at: int, word: str) -> tuple[Notice | None, int]:
    if word in TRIGGERS:
        granted = gnu_notice(words, at)
        if granted is not None:
            expression, is_header, length = granted
            return Notice(expression=expression, tier="header" if is_header else "mention", word=at), length
    return _named(words, at) or (None, 1)


@cache
def _first_words() -> frozenset[str]:
    """Words that a name can start with: most words of a passage end here."""
    return frozenset(name.split()[0] for name in names()) | {"creative", "cc", "attribution"}


def _named(words: Sequence[str], at: int) -> tuple[Notice, int] | None:
    """Return the license, or several joined by "and" or "or", whose name starts here beside the word "license"."""
    expressions: list[str] = []
    joint = " OR " if _DUAL.intersection(words[max(0, at - REACH) : at]) else " AND "
    place = at
    start, end = at, at
    while len(expressions) < MOST_NAMES and (named := longest_name(words, place)) is not None:
        expression, end, short = named
        if end < len(words) and words[end] in word_list("similar"):
            break
        if short and not _beside_license(words, at, end) and not expressions:
            return None
        expressions.append(expression)
        place, joint, follows = _next_name(words, end, joint)
        if not follows:
            break
    if not expressions or not _beside_license(words, start, end):
        return None
    tier: Tier = (
        "header"
        if _FILE_NOTICE.intersection(zip(words[end : end + 6], words[end + 1 : end + 7], strict=False))
        else "mention"
    )
    return Notice(expression=joint.join(dict.fromkeys(expressions)), tier=tier, word=at), end - at


def _next_name(words: Sequence[str], end: int, joint: str) -> tuple[int, str, bool]:
    """Return where the name after a name starts, how they are joined, and whether one can follow at all."""
    place, joined = end, False
    while place < len(words) and place < end + REACH:
        word = words[place]
        if word in _OR or word in _AND:
            joint, joined = (" OR " if word in _OR else joint), True
        elif word not in word_list("fillers"):
            break
        place += 1
    return place, joint, joined or place > end


@cache
def _beginnings() -> frozenset[str]:
    """What names begin with, word by word: where none begins so, none can follow."""
    return frozenset(" ".join(words[:end]) for words in map(str.split, names()) for end in range(1, len(words) + 1))


def longest_name(words: Sequence[str], start: int) -> tuple[str, int, bool] | None:
    """Return the id of the longest name that starts at a word, where it ends, and whether it is of one word."""
    best: tuple[str, int, bool] | None = None
    table, beginnings, short = names(), _beginnings(), prose_names()
    is_commons = words[start] in ("cc", "creative", "attribution") if start < len(words) else False
    counted: list[str] = []
    for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
        more = key_words(words[end - 1 : end])
        if not more:
            continue
        counted += more
        name = " ".join(counted)
        id_ = table.get(name) or (creative_commons_id(counted) if is_commons and len(counted) > 2 else None)
        if id_ is not None and (len(counted) > 1 or name in short):
            best = (id_, end, len(counted) == 1)
        if not is_commons and name not in beginnings:
            break
    return best


def _beside_license(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the word "license", or "under" after a verb that grants, stands in the name or right beside it."""
    if any(_is_license(word) for word in words[start : end + 1]):
        return True
    for place in range(start - 1, max(-1, start - REACH), -1):
        if _is_license(words[place]):
            return True
        if words[place] in word_list("granted-by"):
            return bool(word_list("granting").intersection(words[max(0, place - 5) : place]))
        if words[place] not in word_list("fillers") and not words[place].startswith(("http", "www.")):
            return False
    return False


def _is_license(word: str) -> bool:
    return word.startswith(("licen", "copyleft"))


def references(words: Sequence[str]) -> Iterator[Notice]:
    """Yield the licenses that a passage points to without naming them."""
    text = " ".join(words)
    for phrase, id_ in _REFERENCES:
        if phrase in text:
            yield Notice(expression=id_, tier="mention", word=text[: text.index(phrase)].count(" "))
