# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that declare a license: manifests of packages, trove classifiers, badges, key-value headers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.expressions import normalized
from ayni.analyzers.licensing.names import spdx_id

LONGEST_VALUE = 120

# Every pattern starts at the word "license"; what may stand before it is looked at afterwards.
_KEYWORD = re.compile(r"licen[sc](?:es?|ias?|a)\b|licen[sc]e?(?=expression)")
_KEY = r"licen[sc](?:es|e|ias|ia)(?:[-_ ]?(?:expression|name|type|id|info))?"
_VALUE = rf"[^\"'\n]{{1,{LONGEST_VALUE}}}"
_QUOTED = re.compile(rf"{_KEY}[\"']?\s*(?:=>|[:=])\s*[\[{{(]*\s*((?:[\"']{_VALUE}[\"'][\s,|]*)+)")
_NESTED = re.compile(
    rf"{_KEY}[\"']?\s*(?:=>|[:=])\s*[\[(]?\s*\{{[^{{}}]{{0,400}}?[\"']?\b(?:type|name|id|text)[\"']?\s*[:=]\s*[\"']({_VALUE})[\"']"
)
_PLAIN = re.compile(rf"{_KEY}[ \t]*[:=][ \t]*([a-z0-9(][^\n\"'{{}}<>\[\]]{{0,{LONGEST_VALUE}}})(?=\n|$)")
_MARKED = re.compile(rf"{_KEY}[^<>\n]{{0,80}}>\s*(?:<licen[cs]e>\s*)?(?:<name>\s*)?([^<>\n]{{1,{LONGEST_VALUE}}})</")
_CLASSIFIER = re.compile(r"licen[sc]e :: (?:osi approved :: )?([^\"'\n,]{1,120})")
_BADGE = re.compile(r"licen[cs](?:e|ia|a)-([a-z0-9._%+ ()-]+?)-[a-z0-9#]+(?:\.svg|\.png|[?)\"'\s]|$)")
_AT = re.compile(r"licen[sc]e[ \t]+([^\n*]{2,120})")
_STRING = re.compile(r"[\"']([^\"'\n]+)[\"']")
_LINE_START = re.compile(r"(?:^|\n)[ \t#*/;%!\-.@<]*(?:spdx-)?(?:package)?$")
_VERSIONED = re.compile(r"-[0-9]")
_ID = re.compile(r"(?<![\w./+-])[A-Z0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-[0-9][0-9.]*(?:-[A-Za-z]+)*(?![\w+-])")
_CHOICE = re.compile(r"\s*(?:\|\||\||/| or |,|;| and | & )\s*", re.IGNORECASE)


def find_ids(text: str) -> Iterator[tuple[str, int]]:
    """Yield the SPDX ids with a version that stand in a text as they are written in the list."""
    for match in _ID.finditer(text) if _VERSIONED.search(text) else ():
        entry = listed(match[0].rstrip("."))
        if entry is not None and match[0].startswith(entry.id) and not entry.exception:
            yield normalized(entry.id) or entry.id, match.start()


def find_fields(lowered: str) -> Iterator[tuple[str, int]]:
    """Yield the expression of each license field in a lower-case text, with where its value starts."""
    for keyword in _KEYWORD.finditer(lowered):
        at = keyword.start()
        for pattern in _patterns(lowered[max(0, at - 40) : at]):
            match = pattern.match(lowered, at)
            if match is None:
                continue
            for value in _STRING.findall(match[1]) if pattern is _QUOTED else [match[1]]:
                expression = declared(value)
                if expression is not None:
                    yield expression, match.start(1)


def _patterns(before: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that can hold at a word "license", by what stands before it."""
    if before.endswith("@"):
        return (_AT,)
    if before.endswith(("/badge/", "/:")):
        return (_BADGE,)
    if before.rstrip(" \tackgepx:").endswith(("<", "</")):
        return (_MARKED,)
    if _LINE_START.search(before):
        return (_QUOTED, _NESTED, _PLAIN, _CLASSIFIER)
    return (_QUOTED, _NESTED, _CLASSIFIER)


@lru_cache(maxsize=20_000)
def declared(value: str) -> str | None:
    """Return what the value of a license field means: an expression, a name, or several names."""
    text = _unquoted(value)
    found = normalized(text) or spdx_id(text)
    if found is not None:
        return found
    parts = [part for part in _CHOICE.split(text) if part]
    names = [normalized(part) or spdx_id(part) for part in parts]
    if len(parts) < 2 or None in names:
        return None
    joint = " AND " if re.search(r"\band\b|&|,|;", text, re.IGNORECASE) else " OR "
    return joint.join(dict.fromkeys(name for name in names if name))


def _unquoted(value: str) -> str:
    text = value.strip().strip("\"'`").strip()
    if "%20" in text or "_" in text or "--" in text:
        text = text.replace("%20", " ").replace("--", "-").replace("_", " ")
    return text.removesuffix("*/").removesuffix("-->").strip(" .,;*#")
