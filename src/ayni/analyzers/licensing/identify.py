# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Say which license a whole text is, or that it is none that is known: a changed license is unknown, never another."""

from dataclasses import dataclass
from typing import Literal

from ayni.analyzers.licensing.index import license_index
from ayni.analyzers.licensing.texts import TextMatch, beside, find_texts
from ayni.analyzers.licensing.translations import translated
from ayni.analyzers.licensing.word_lists import word_list
from ayni.analyzers.licensing.words import canonical, prepare, raw_tokens

LONGEST_TEXT = 400_000
"""Longer texts are not license files."""

MOST_BESIDE = 120
SHARE_BESIDE = 0.6
"""Words that may stand beside the licenses (titles, names, lists of files): so many, or this share of the licenses."""

COPYRIGHT_LINE = 14
"""Words of a copyright notice that are not counted, its first word among them."""

LONGEST_TRANSLATION = 6_000
TRANSLATED = 0.9
"""The similarity of a translation in somebody's own words: recognized, and not the text of the license."""

TITLE = 8
"""So few words are a title, and say nothing of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseMatch:
    """What a text is.

    ``expression`` is normalized SPDX. ``ids`` are all ids that have this very text, the preferred one first: the text
    of a GNU license says neither "only" nor "or later", so "only" leads and the notice in the files decides.
    ``similarity`` is 1.0 when every word matches after the SPDX matching guidelines. ``language`` is ISO 639-1.
    """

    expression: str
    ids: tuple[str, ...]
    kind: Literal["license", "exception"]
    language: str
    similarity: float


def identify(text: str) -> LicenseMatch | None:
    """Return the license or licenses that a whole text consists of; None when it is not exactly known."""
    if len(text) > LONGEST_TEXT:
        return None
    prepared = prepare(text)
    spelled = license_index().spell(prepared, is_prepared=True)
    found = find_texts(spelled)
    if not found:
        return _translation(prepared)
    return _joined(found) if _is_all(prepared, spelled, found) else None


def _translation(prepared: str) -> LicenseMatch | None:
    words = [word for token in raw_tokens(prepared[:LONGEST_TRANSLATION]) for word in canonical(token)]
    found = translated(words)
    if found is None:
        return None
    return LicenseMatch(
        expression=found.id, ids=(found.id,), kind="license", language=found.language, similarity=TRANSLATED
    )


def _joined(found: list[TextMatch]) -> LicenseMatch:
    licenses = list(dict.fromkeys(match.ids for match in found if match.template.kind == "license"))
    exceptions = list(dict.fromkeys(match.ids[0] for match in found if match.template.kind == "exception"))
    names = [ids[0] for ids in licenses]
    if len(names) == 1 and exceptions:
        names = [f"{names[0]} WITH {each}" for each in exceptions]
    longest = max(found, key=lambda match: match.end - match.start)
    return LicenseMatch(
        expression=" AND ".join(names or exceptions),
        ids=longest.ids if len(names or exceptions) == 1 else (),
        kind="license" if licenses else "exception",
        language=longest.template.language,
        similarity=min(match.similarity for match in found),
    )


def _is_all(prepared: str, spelled: str, found: list[TextMatch]) -> bool:
    """Whether what stands beside the licenses is only titles, names and notices."""
    inside = bytearray(len(spelled))
    for match in found:
        inside[match.start : match.end] = b"\1" * (match.end - match.start)
        for place in beside(spelled, match.start, match.end, license_index().wording(match.template)):
            inside[place] = 1
    outside = _outside(prepared, inside)
    rest = _without_notices(outside)
    if word_list("terms-anywhere").intersection(outside) or word_list("terms").intersection(rest):
        return False
    if len(rest) > TITLE and word_list("terms-in-sentences").intersection(rest):
        return False
    return len(rest) <= max(MOST_BESIDE, SHARE_BESIDE * sum(inside))


def _outside(prepared: str, inside: bytearray) -> list[str]:
    """Return the words whose place is not marked."""
    outside: list[str] = []
    at = 0
    for token, characters in license_index().read(prepared):
        if 0 in inside[at : at + len(characters)]:
            outside += canonical(token)
        at += len(characters)
    return outside


def _without_notices(words: list[str]) -> list[str]:
    rest, skip = [], 0
    for word in words:
        if word in ("copyright", "copr"):
            skip = COPYRIGHT_LINE
        if skip:
            skip -= 1
        else:
            rest.append(word)
    return rest
