# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices that name a GNU license: which one, which version, and whether later versions hold as well."""

import re
from collections.abc import Sequence

from ayni.analyzers.licensing.names import gnu_expression

BEFORE, AFTER = 14, 48
"""Words around the name that can hold its version."""

TRIGGERS = frozenset(
    {"gnu", "gpl", "gplv", "gpls", "lgpl", "lgplv", "agpl", "agplv", "affero", "gfdl", "fdl"}
    | {"general", "publica", "publique"}
)
_NAME = re.compile(
    r"(?:gnu )?(?:"
    r"(?P<affero>affero (?:general public licen[cs]e|gpl)|agplv?|affero general public)"
    r"|(?P<lesser>(?:lesser|library)(?: or (?:lesser|library))?"
    r" (?:general public|public|gpl)(?: licen[cs]e)?|lgplv?)"
    r"|(?P<free>free documentation licen[cs]e|g?fdl)"
    r"|(?P<general>general public licen[cs]e|gpls?v?|public licen[cs]e|gp licen[cs]e)"
    r"|(?P<latin>(?:publica general|publica geral|publique generale)"
    r"(?: (?:reducida|menor|amoindrie|affero|de|da|do|la|gnu)){0,4})"
    r")(?: s)?\b"
)
_VERSION_AFTER = re.compile(
    r"(?: (?!gnu\b|l?gpl\b|agpl\b|apache\b|mit\b|bsd\b)[a-z]+){0,11}?"
    r" (?:versions?|versao|versiones|ver|vers|v|rev) (\d(?:\.\d+)?)\b"
    r"| (?:licen[cs]e )?(\d(?:\.\d+)?)\b"
)
_VERSION_BEFORE = re.compile(
    r"\b(?:version|versao|v) (\d(?:\.\d+)?)"
    r"(?P<later> or (?:at your option )?(?:any )?(?:later|newer|greater)(?: versions?)?)?"
    r"(?: of| de| da| du)?(?: the| la| los)?(?: terms of(?: the)?)?$"
)
_LATER = re.compile(
    r" \+|(?: [a-z]+){0,9}? (?:or|and|either) (?:at your (?:own )?(?:option|choice|discretion) )?"
    r"(?:any |a |under any )?(?:later|newer|greater|higher|subsequent|above|up)\b"
    r"|(?: [a-z]+){0,9}? (?:o|ou)(?: [a-z]+){0,7}? (?:posterior|posteriores|superior|ulterieure|ulterieures)\b"
)
_INTRODUCTION = re.compile(
    r"\b(?:terms|redistribut\w*|licen[cs]ed|released|distributed|covered|available|governed|under|bajo|sob|sous"
    r"|modify)\b"
)

# Licensed under "the GPL" is licensed under any version ever published: so the licenses themselves say.
_ANY_VERSION = {
    "GPL": "GPL-1.0-or-later",
    "LGPL": "LGPL-2.0-or-later",
    "AGPL": "AGPL-3.0-or-later",
    "GFDL": "GFDL-1.1-or-later",
}
ANY_VERSION = frozenset(_ANY_VERSION.values())
_GRANTED_BY_NAME = re.compile(
    r"\b(?:licen[cs]ed|released|distributed|available|covered|publish\w*|redistribut\w*"
    r"|licenciad[oa]|liberad[oa]|distribuid[oa])(?: [a-z]+){0,4} (?:under|bajo|sob|sous)"
    r"(?: the| a| la| os| los| o| les| terms| terminos| termos| termes| of| de| da| do"
    r"| mit| bsd| apache| mpl| and| or| y| e| et| ou| both| either| license| licenses)*$"
    r"|\blicen[cs](?:e|ia|a)(?: is| the| la| es)?$"
)


def gnu_notice(words: Sequence[str], at: int) -> tuple[str, bool, int] | None:
    """Return the id of the GNU license named at a word, whether a notice grants it, and how many words that takes."""
    text = " ".join(words[at : at + AFTER])
    name = _NAME.match(text)
    if name is None:
        return None
    before = " ".join(words[max(0, at - BEFORE) : at])
    rest = text[name.end() :]
    version, later, end = _version(before, rest)
    expression = gnu_expression(_family(name), version, later=later) if version else None
    if not version and _GRANTED_BY_NAME.search(before):
        expression = _ANY_VERSION[_family(name)]
    if expression is None:
        return None
    return expression, bool(_INTRODUCTION.search(before)), len(text[: name.end() + end].split())


def _version(before: str, rest: str) -> tuple[str, bool, int]:
    earlier = _VERSION_BEFORE.search(before)
    if earlier:
        return _plain(earlier[1]), bool(earlier["later"] or _LATER.match(rest)), 0
    after = _VERSION_AFTER.match(rest)
    if after is None:
        return "", False, 0
    later = _LATER.match(rest[after.end() :])
    return _plain(after[1] or after[2]), bool(later), after.end()


def _plain(version: str) -> str:
    return version.removesuffix(".0")


def _family(name: "re.Match[str]") -> str:
    if name["affero"] or "affero" in name[0]:
        return "AGPL"
    if name["lesser"] or any(word in name[0] for word in ("reducida", "menor", "amoindrie")):
        return "LGPL"
    return "GFDL" if name["free"] else "GPL"
