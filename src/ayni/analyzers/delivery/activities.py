# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recognizes, by the commands and actions that the field uses, what a piece of continuous integration does."""

import re
from typing import Final

from ayni.analyzers.delivery.tools import FRAGMENTS, PHRASES, TESTS, WORDS

_COMMENT: Final = re.compile(r"(?m)(?:^|(?<=\s))#.*$|^[ \t]*//.*$")
_TOKEN: Final = re.compile(r"[a-z0-9_][a-z0-9_.+-]*")
_PARTS: Final = re.compile(r"[a-z0-9]+")
_PHRASES: Final = {
    activity: tuple((word, re.compile(pattern)) for word, pattern in phrases) for activity, phrases in PHRASES.items()
}
_TESTED_BY_DEFAULT: Final = re.compile(r"(?m)^language:\s*(?:node_js|ruby|java|go|scala|groovy|perl|rust)\s*$")
_HAS_SCRIPT: Final = re.compile(r"(?m)^script:")

_MAKE: Final = re.compile(r"\bg?make((?:[ \t]+[\w./=:@%+-]+){0,12})")
_MAKE_FLAG_WITH_VALUE: Final = frozenset(("-C", "-f", "-I", "-o", "-W", "--directory", "--file", "--makefile"))
_SCRIPT: Final = re.compile(
    r"(?<![\w/.@-])(?:\./)?((?:\.?[\w-]{1,80}/){1,6}[\w.-]{1,80}|[\w-]{1,80}\.(?:sh|bash|py|rb|ps1))(?![\w/@])"
)
_PACKAGE_SCRIPT: Final = re.compile(
    r"\b(?:npm|pnpm|yarn|bun|composer)[ \t]+(?:--?[\w-]+(?:=[\w./-]+)?[ \t]+){0,3}"
    r"(?:(?:run|run-script)[ \t]+)?([\w:.-]{1,80})"
)
_TOOLS: Final = re.compile(r"\b(tox|nox|pre-commit|just|task)\b")
_MAX_CALLS: Final = 200


def without_comments(text: str) -> str:
    """The text without what no machine runs."""
    return _COMMENT.sub("", text)


def activities(text: str) -> list[str]:
    """What the text, which has no comments, does: names of the table of tools.

    Travis runs the tests of these languages where nobody says what to run.
    """
    lower = text.lower()
    tokens = set(_TOKEN.findall(lower))
    words = tokens.union(*(_PARTS.findall(token) for token in tokens))
    found = [activity for activity in FRAGMENTS if _does(activity, lower, words)]
    if TESTS not in found and _TESTED_BY_DEFAULT.search(lower) and not _HAS_SCRIPT.search(lower):
        found.insert(0, TESTS)
    return found


def _does(activity: str, text: str, words: set[str]) -> bool:
    return (
        not WORDS[activity].isdisjoint(words)
        or any(fragment in text for fragment in FRAGMENTS[activity])
        or any(word in words and phrase.search(text) for word, phrase in _PHRASES[activity])
    )


def calls(text: str) -> list[str]:
    """What the text starts elsewhere: ``make:target``, ``script:name``, ``tool:name``, ``file:path``."""
    found: dict[str, None] = {}
    for match in _MAKE.finditer(text):
        found.update(dict.fromkeys(f"make:{target}" for target in _targets(match[1].split())))
    found.update(dict.fromkeys(f"script:{match[1]}" for match in _PACKAGE_SCRIPT.finditer(text)))
    found.update(dict.fromkeys(f"tool:{match[1]}" for match in _TOOLS.finditer(text)))
    found.update(dict.fromkeys(f"file:{match[1]}" for match in _SCRIPT.finditer(text)))
    return list(found)[:_MAX_CALLS]


def _targets(words: list[str]) -> list[str]:
    targets = []
    previous = ""
    for word in words:
        if not word.startswith("-") and "=" not in word and previous not in _MAKE_FLAG_WITH_VALUE:
            targets.append(word)
        previous = word
    return targets or [""]
