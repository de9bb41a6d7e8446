# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds SPDX tags and copyright notices in a content, and reads SPDX expressions (REUSE 3.3; SPDX 2.3, annex D)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST_TAGS: Final = 50
MOST_NOTICES_TRIED: Final = 50
LONGEST_EXPRESSION: Final = 300

_TAG: Final = b"SPDX-License-Identifier:"
_TAG_VALUE: Final = re.compile(rb"SPDX-License-Identifier:[ \t]+([^\r\n\\<]{1,300})")
_IGNORED: Final = re.compile(rb"REUSE-IgnoreStart.*?(?:REUSE-IgnoreEnd|\Z)", re.DOTALL)
# What closes a comment or a string after an expression, in the languages people write.
_COMMENT_END: Final = " \t*/\"'`#}%>|]-;,!=~"

_SIGN: Final = "©".encode()
_NOTICE_MARKS: Final = (b"opyright", b"OPYRIGHT", _SIGN, b"(c) ", b"(C) ")
_NOTICE: Final = re.compile(
    rb"SPDX-(?:File|Snippet)CopyrightText:\s+\S"
    rb"|Copyright(?:\s?\([cC]\)|\s?(?:\xc2)?\xa9)?[ \t]+(?!holder|notice|owner|law|and |or )\S|\xc2\xa9[ \t]+\w"
    rb"|(?:[cC]opyright|COPYRIGHT|\([cC]\))[^\n]{0,16}(?:19|20)[0-9][0-9]"
)
_BEFORE_MARK: Final = 13
"""Characters of ``SPDX-SnippetC`` that stand before the mark ``opyright``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a content says of its license and its copyright by tags and notices; the expressions are as written."""

    expressions: tuple[str, ...] = ()
    copyright: bool = False


def find_tags(content: bytes) -> Tags:
    """Look the content over once."""
    if b"REUSE-IgnoreStart" in content:
        content = _IGNORED.sub(b"", content)
    return Tags(expressions=tuple(_expressions(content)) if _TAG in content else (), copyright=_has_notice(content))


def _expressions(content: bytes) -> list[str]:
    found: dict[str, None] = {}
    for match in _TAG_VALUE.finditer(content):
        expression = trim(match[1].decode("utf-8", "replace"))
        if expression:
            found[expression] = None
        if len(found) == MOST_TAGS:
            break
    return list(found)


def trim(expression: str) -> str:
    """The expression without what closes the comment around it."""
    text, before = expression.strip(), ""
    while text != before:
        before = text
        text = text.rstrip(_COMMENT_END).strip()
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1]
    return text


def _has_notice(content: bytes) -> bool:
    return any(_notice_at(content, at) for mark in _NOTICE_MARKS for at in _places(content, mark))


def _notice_at(content: bytes, at: int) -> bool:
    """Whether one of the notices that could begin before the mark at ``at`` does."""
    before = content[max(0, at - _BEFORE_MARK) : at + 60]
    return _NOTICE.search(before) is not None


def _places(content: bytes, mark: bytes) -> Iterator[int]:
    at = content.find(mark)
    for _ in range(MOST_NOTICES_TRIED):
        if at < 0:
            return
        yield at
        at = content.find(mark, at + len(mark))


_SYMBOL: Final = re.compile(r"[()]|[^\s()]+")
_ID: Final = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\+?")
_KINDS: Final = {"(": "(", ")": ")", "AND": "join", "OR": "join", "WITH": "with"}
# From what was read last to what may come next, and what that makes the last thing read.
_GRAMMAR: Final = {
    ("open", "("): "open",
    ("open", "id"): "license",
    ("license", "with"): "with",
    ("license", "join"): "open",
    ("license", ")"): "closed",
    ("with", "id"): "closed",
    ("closed", "join"): "open",
    ("closed", ")"): "closed",
}


@lru_cache(maxsize=4096)
def licenses_in(expression: str) -> frozenset[str] | None:
    """The ids of licenses and exceptions in an SPDX expression; None when it is no expression.

    Ids are as written: whether they are on SPDX's list is another question.
    """
    symbols = _SYMBOL.findall(expression[: LONGEST_EXPRESSION + 1])
    state, depth = "open", 0
    for symbol in symbols:
        kind = _KINDS.get(symbol.upper()) or ("id" if _ID.fullmatch(symbol) else "")
        state = _GRAMMAR.get((state, kind), "wrong")
        depth += (kind == "(") - (kind == ")")
        if depth < 0:
            return None
    if state not in {"license", "closed"} or depth or len(expression) > LONGEST_EXPRESSION:
        return None
    return frozenset(symbol for symbol in symbols if symbol.upper() not in _KINDS)
