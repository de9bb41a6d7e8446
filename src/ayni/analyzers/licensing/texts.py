# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find license texts in words spelled as characters: exactly by their templates, else within narrow limits."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from ayni.analyzers.licensing.align import Difference, align
from ayni.analyzers.licensing.index import (
    END_SEED,
    GAP,
    UNKNOWN,
    LicenseIndex,
    Template,
    Wording,
    license_index,
)
from ayni.analyzers.licensing.word_lists import word_list

NEAR_SHARE = 0.6
"""A text with fewer of a template's keys is not laid beside it."""
MOST_NEAR = 5
SHORTEST_NEAR = 20
SAME_PLACE = 0.01
PART = 0.6
LONGEST_END = 8_000
SHARE_CHANGED = 0.03
MOST_CHANGED = 8
LONGEST_CHANGE = 5
LONGEST_NAME = 60
NUMBER_COST = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMatch:
    """A license text at [start, end) of a spelled text.

    ``ids`` are all that have this text, the preferred one first. ``similarity`` is 1.0 where a template matches
    exactly. ``more`` counts the words of its title and notes that stand beside it.
    """

    template: Template
    ids: tuple[str, ...]
    start: int
    end: int
    similarity: float
    more: int = 0

    @property
    def exact(self) -> bool:
        """Whether the template matches word by word."""
        return self.similarity == 1.0


def find_texts(spelled: str, kinds: tuple[str, ...] = ("license", "exception")) -> list[TextMatch]:
    """Return the license texts in a spelled text, in order, none inside another."""
    index = license_index()
    exact = _exact(spelled, kinds, index)
    found = list(exact)
    start = 0
    for end, after in [*((match.start, match.end) for match in exact), (len(spelled), 0)]:
        if end - start >= SHORTEST_NEAR:
            near = _near(spelled[start:end], kinds, index)
            found += [replace(match, start=match.start + start, end=match.end + start) for match in near]
        start = after
    return _without_parts(spelled, sorted(found, key=lambda match: match.start), index)


def _without_parts(spelled: str, found: list[TextMatch], index: LicenseIndex) -> list[TextMatch]:
    """Leave out what another license carries with it: LGPL-3.0 the GPL, the GPL the notice that it proposes."""
    if len(found) < 2:
        return found
    carried = bytearray(len(spelled))
    for match in found:
        if match.template.kind != "header":
            for place in beside(spelled, match.start, match.end, index.wording(match.template)):
                carried[place] = 1
    return [match for match in found if sum(carried[match.start : match.end]) < PART * (match.end - match.start)]


def _exact(spelled: str, kinds: tuple[str, ...], index: LicenseIndex) -> list[TextMatch]:
    found = []
    for number, count in index.hits(spelled).items():
        template = index.templates[number]
        if count >= template.keys and template.kind in kinds:
            wording = index.wording(template)
            for match in wording.pattern.finditer(spelled):
                more = len(beside(spelled, *match.span(), wording))
                start, end = match.span()
                found.append(
                    TextMatch(template=template, ids=template.ids, start=start, end=end, similarity=1.0, more=more)
                )
    return _apart(found)


def beside(spelled: str, start: int, end: int, wording: Wording) -> list[int]:
    """Return the places outside of a match that hold what its publisher puts before and after it."""
    seeds = wording.end_seeds
    if not seeds:
        return []
    low, high = max(0, start - LONGEST_END), min(len(spelled), end + LONGEST_END)
    starts = [at for at in (*range(low, start), *range(end, high)) if spelled[at : at + END_SEED] in seeds]
    return sorted({place for at in starts for place in range(at, at + END_SEED) if not start <= place < end})


def _near(spelled: str, kinds: tuple[str, ...], index: LicenseIndex) -> list[TextMatch]:
    shares = [
        (count / template.keys, -template.number)
        for number, count in index.hits(spelled).items()
        if (template := index.templates[number]).kind in kinds
        and template.kind != "header"
        and count >= max(NEAR_SHARE * template.keys, 2)
    ]
    tried = [index.templates[-number] for _, number in sorted(shares, reverse=True)[:MOST_NEAR]]
    found = [match for template in tried if (match := _compare(spelled, template, index.wording(template)))]
    return _apart(found)


def _compare(spelled: str, template: Template, wording: Wording) -> TextMatch | None:
    """Return the match of a text that differs from a template in a few words that turn nothing around."""
    differences = align(wording.usual, spelled)
    start, end, cost = 0, len(spelled), 0.0
    turning, numbers = _turning(), _numbers()
    for difference in differences:
        removed, added = _changed(difference, wording, spelled)
        if difference.start == 0:
            start, added = difference.text_end, ""
        if difference.end == len(wording.usual):
            end, added = difference.text_start, ""
        changed = Counter(removed)
        changed.subtract(added)
        words = {character for character, count in changed.items() if count}
        lost, gained = [sum(character not in numbers for character in side) for side in (removed, added)]
        if words & turning or max(lost, gained) > LONGEST_CHANGE:
            return None
        cost += max(lost, gained) + NUMBER_COST * (len(removed) + len(added) - lost - gained)
    if cost > min(MOST_CHANGED, max(1.5, SHARE_CHANGED * len(wording.usual))):
        return None
    similarity = min(1.0 - cost / len(wording.usual), 0.9999)
    return TextMatch(template=template, ids=template.ids, start=start, end=end, similarity=similarity)


def _changed(difference: Difference, wording: Wording, spelled: str) -> tuple[str, str]:
    """Return the characters that went and those that came, without what may be missing or fill a gap."""
    place = range(difference.start, difference.end)
    added = spelled[difference.text_start : difference.text_end]
    removed = "".join(wording.usual[at] for at in place if not wording.optional[at] and wording.usual[at] != GAP)
    gaps = wording.usual.count(GAP, difference.start, difference.end)
    if gaps and len(added) <= LONGEST_NAME * gaps + len(removed):
        turning = "".join(character for character in added if character in _turning())
        return "".join(character for character in removed if character not in added), turning
    return removed, added


@cache
def _turning() -> frozenset[str]:
    return frozenset(license_index().spell(" ".join(word_list("turning")))) - {UNKNOWN}


@cache
def _numbers() -> frozenset[str]:
    """Section numbers and letters: how they are written says little, and versions differ elsewhere, too."""
    letters = " ".join("abcdefghijklmnopqrstuvwxyz") + " ii iii iv vi vii viii ix xi xii"
    return frozenset(license_index().spell(" ".join(map(str, range(100))) + " " + letters)) - {UNKNOWN}


def _apart(found: list[TextMatch]) -> list[TextMatch]:
    """Return the matches that lie in no other: the longer explains more. Those of the same place share their ids."""
    kept: list[TextMatch] = []
    for match in sorted(found, key=_weight, reverse=True):
        over = [number for number, other in enumerate(kept) if match.start < other.end and other.start < match.end]
        if not over:
            kept.append(match)
        elif len(over) == 1 and match.exact and _same_place(match, kept[over[0]]):
            other = kept[over[0]]
            kept[over[0]] = replace(other, ids=tuple(dict.fromkeys(other.ids + match.ids)))
    return sorted(kept, key=lambda match: match.start)


def _same_place(one: TextMatch, other: TextMatch) -> bool:
    # Two spellings of one license differ by a few optional words.
    return abs(one.start - other.start) + abs(one.end - other.end) <= SAME_PLACE * (one.end - one.start)


def _weight(match: TextMatch) -> tuple[float, int]:
    return ((match.end - match.start + match.more) * match.similarity, -match.template.number)
