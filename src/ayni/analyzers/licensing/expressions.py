# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""SPDX license expressions: checked, spelled the way the license list does, deprecated ids replaced."""

import re
from functools import lru_cache
from typing import Any

from license_expression import ExpressionError, Licensing

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.names import current_id

LONGEST = 2_000
MOST_CHOICES = 64
_REFERENCE = re.compile(
    r"(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+|AdditionRef-[A-Za-z0-9.-]+", re.IGNORECASE
)
_PART = re.compile(r"[()]|[^\s()]+")
_OPERATORS = frozenset({"AND", "OR", "WITH"})
_LICENSING = Licensing()


@lru_cache(maxsize=20_000)
def normalized(expression: str) -> str | None:
    """Return an SPDX expression in its usual spelling; None when it is not one, or names an id that does not exist."""
    text = " ".join(expression.split())
    if not text or len(text) > LONGEST:
        return None
    if text[0] == "(" and _closes(text) == len(text) - 1:
        return normalized(text[1:-1])
    if " " not in text and "(" not in text:
        return _id(text)
    parts = [_part(part) for part in _PART.findall(text)]
    spelled = " ".join(part for part in parts if part).replace("( ", "(").replace(" )", ")")
    return spelled if None not in parts and _parses(spelled) else None


def _closes(text: str) -> int:
    """Return where the parenthesis that a text starts with is closed; -1 when it is not."""
    depth = 0
    for place, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return place
    return -1


def _parses(expression: str) -> bool:
    try:
        return _LICENSING.parse(expression, simple=True) is not None
    except (ExpressionError, RecursionError, TypeError, AttributeError):  # the parser fails in all of these ways
        return False


def _part(part: str) -> str | None:
    upper = part.upper()
    return upper if upper in _OPERATORS else part if part in "()" else _id(part)


def _id(text: str) -> str | None:
    entry = listed(text)
    if entry is not None:
        replaced = current_id(entry.id)
        return replaced if " " not in replaced else entry.id
    if text.endswith("+") and (entry := listed(text[:-1])) is not None and not entry.exception:
        return entry.id + "+"
    if _REFERENCE.fullmatch(text):
        return _reference(text)
    return None


def _reference(text: str) -> str:
    for name in ("LicenseRef-", "DocumentRef-", "AdditionRef-"):
        text = re.sub(name, name, text, flags=re.IGNORECASE)
    return text


@lru_cache(maxsize=20_000)
def ids(expression: str) -> tuple[str, ...]:
    """Return the ids of licenses and exceptions in a normalized expression, in order, each once."""
    return tuple(
        dict.fromkeys(part for part in _PART.findall(expression) if part not in _OPERATORS and part not in "()")
    )


@lru_cache(maxsize=5_000)
def alternatives(expression: str) -> tuple[tuple[str, ...], ...]:
    """Return the sets of ids that a normalized expression lets one choose from; one of them when it has no "or"."""
    return tuple(tuple(dict.fromkeys(choice)) for choice in _choices(_LICENSING.parse(expression, simple=True)))


def _choices(node: Any) -> list[tuple[str, ...]]:
    if isinstance(node, _LICENSING.OR):
        return [choice for part in node.args for choice in _choices(part)][:MOST_CHOICES]
    if isinstance(node, _LICENSING.AND):
        joined: list[tuple[str, ...]] = [()]
        for part in node.args:
            joined = [(*before, *choice) for before in joined for choice in _choices(part)][:MOST_CHOICES]
        return joined
    return [ids(node.render())]
