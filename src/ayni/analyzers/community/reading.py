# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of one paper: the sections its headings and sentences speak of, how long it is, its languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.community.cues import cues
from ayni.analyzers.community.languages import languages_of
from ayni.analyzers.community.text import Document, fold, is_explanation, read_text, take_apart
from ayni.analyzers.community.topics import TOPICS
from ayni.analyzers.community.words import HEADINGS, phrases_of

LONGEST_PHRASE: Final = 8
MOST_HEADINGS: Final = 400
MOST_WORDS: Final = 16
SHORT_HEADING: Final = 5
"""Words of a short heading, without the small ones."""

OPENING_HEADINGS: Final = 3
"""The opening of a paper ends at the first heading with a known section, at the latest at this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One community file or page of documentation, as it was read.

    ``sections`` are found by headings, ``cues`` in sentences; ``length`` counts characters of prose; ``languages`` has
    the main one first; ``opens`` tells whether it starts with a paragraph of explanation.
    """

    sections: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    length: int = 0
    languages: tuple[str, ...] = ()
    opens: bool = False


def read_paper(content: bytes) -> Facts:
    """Read one content. Empty where it is no text."""
    text = read_text(content)
    if not text.strip():
        return {}
    document = take_apart(text)
    folded = [fold(heading) for heading in document.headings[:MOST_HEADINGS]]
    by_heading = [labels(heading) for heading in folded]
    prose = document.prose
    kept: dict[str, Facts] = {
        "sections": _sorted(label for found in by_heading for label in found),
        "cues": _sorted(cues(text, fold(prose))),
        "length": len(prose),
        "languages": list(languages_of(prose)),
        "opens": _opens(document, by_heading),
    }
    return {key: value for key, value in kept.items() if value}


def paper(facts: Facts) -> Paper:
    """The facts as they were kept; anything else is an empty paper."""
    if not isinstance(facts, dict):
        return Paper()
    length = facts.get("length", 0)
    return Paper(
        sections=frozenset(_texts(facts.get("sections"))),
        cues=frozenset(_texts(facts.get("cues"))),
        length=length if isinstance(length, int) else 0,
        languages=tuple(_texts(facts.get("languages"))),
        opens=facts.get("opens") is True,
    )


def labels(folded: str) -> frozenset[str]:
    """The sections that a folded heading or file name speaks of; of overlapping phrases the longest counts.

    A phrase of one word counts only in a short heading: in a long one it is said in passing.
    """
    words = folded.split()[:MOST_WORDS]
    shortest = 1 if sum(word not in _SMALL_WORDS for word in words) <= SHORT_HEADING else 2
    found: set[str] = set()
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), shortest - 1, -1):
            hit = _SECTIONS.get(" ".join(words[at : at + length]))
            if hit is not None:
                found |= hit
                at += length
                break
        else:
            at += 1
    return frozenset(found)


def _opens(document: Document, by_heading: list[frozenset[str]]) -> bool:
    end = next((at for at, found in enumerate(by_heading) if found and at), len(by_heading))
    return any(is_explanation(part) for part in document.parts[: min(end, OPENING_HEADINGS) + 1])


def _sorted(found: Iterable[str]) -> list[Facts]:
    ordered: list[Facts] = []
    ordered.extend(sorted(set(found)))
    return ordered


def _texts(facts: Facts) -> list[str]:
    return [item for item in facts if isinstance(item, str)] if isinstance(facts, list) else []


def _phrases(*vocabularies: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for vocabulary in vocabularies:
        for label, listing in vocabulary.items():
            for phrase in phrases_of(listing):
                found[phrase] = found.get(phrase, frozenset()) | ({label} if label else frozenset())
    return found


_SMALL: Final = """
    a an and for how in of on or the this to with y e o u de del la el los las en un una con para por como su sus do da
    dos das os as em no na um uma com ao le les et des du l d au aux dans pour sur avec
"""
_SMALL_WORDS: Final = frozenset(_SMALL.split())
_SECTIONS: Final = _phrases(HEADINGS, TOPICS)
