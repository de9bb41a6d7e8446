# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Say what a file says about its license, in four tiers: a tag, a notice, a license text, a mention."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ayni.analyzers.licensing.addresses import find_addresses
from ayni.analyzers.licensing.expressions import normalized
from ayni.analyzers.licensing.fields import find_fields, find_ids
from ayni.analyzers.licensing.gnu import ANY_VERSION
from ayni.analyzers.licensing.index import license_index
from ayni.analyzers.licensing.notices import TOKEN, Notice, Tier, find_notices, references
from ayni.analyzers.licensing.texts import TextMatch, beside, find_texts
from ayni.analyzers.licensing.words import prepare

LARGEST = 2_000_000
"""Only so many bytes of a file are read: who states a license does so before."""

REACH = 1_000
"""Bytes around a word of licensing that are read."""

MANY_TRACES = 24
LARGEST_WHOLE = 200_000
"""A file with so many words of licensing is read whole: it may be a license."""

# Who grants rights uses the first words; the others are of mentions.
_GRANTING_TRACES = (
    b"licen",
    b"permission",
    b"redistribut",
    b"gpl",
    b"creativecommons",
    b"creative commons",
    b"ed under ",
)
_TRACES = (*_GRANTING_TRACES, b"spdx-", b"see copyright")
_TAG = re.compile(rb"spdx-license-identifier:[ \t]*([^\r\n]{1,400})", re.IGNORECASE)
_TAG_END = re.compile(r"\*/|-->|\\[nrt]|[\"'`<>{}\[\],;|]|\s#|\s//")
_COPYRIGHT = re.compile(
    rb"spdx-filecopyrighttext"
    rb"|copyright[ \t]*(?:\(c\)|\xc2\xa9|&copy;|[:,]?[ \t]*(?:19|20)[0-9]{2}|by[ \t])"
    rb"|(?:\xc2\xa9|\(c\))[ \t]*(?:copyright|(?:19|20)[0-9]{2})"
)
# A notice, as against a mention, names a GNU license or says "may not use"; see gnu.TRIGGERS and notices.
_CAN_GRANT = re.compile(r"gnu|gpl|affero|fdl|general|publica|publique|may[^a-z0-9]+not|not[^a-z0-9]+use")
_RUN = re.compile(rb"\x01+")
_CONTROLS = bytes([*range(9), *range(14, 32), 127])


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """One statement of a file about its license; ``offset`` in bytes and ``line`` (from 1) say about where."""

    expression: str
    tier: Tier
    offset: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLicenses:
    """What a file says about its license, each expression of a tier once, in reading order.

    ``bad_tags`` are the values of SPDX tags that are no valid expression. ``has_copyright`` is whether a copyright
    notice stands in it.
    """

    found: tuple[Detection, ...] = ()
    bad_tags: tuple[str, ...] = ()
    has_copyright: bool = False

    def expressions(self, *tiers: Tier) -> tuple[str, ...]:
        """Return the distinct expressions, of some tiers or of all."""
        chosen = (each.expression for each in self.found if not tiers or each.tier in tiers)
        return tuple(dict.fromkeys(chosen))


def detect(content: bytes) -> FileLicenses:
    """Return what a file's content says about its license. Any bytes are allowed."""
    content = content[:LARGEST]
    lowered = content.lower()
    has_copyright = (b"copyright" in lowered or b"\xc2\xa9" in lowered) and bool(_COPYRIGHT.search(lowered))
    if is_binary(content) or not any(trace in lowered for trace in _TRACES):
        return FileLicenses(has_copyright=has_copyright)
    found, bad = _tags(content, lowered)
    for start, end in windows(lowered, _traces(lowered, _TRACES)):
        found += [(notice, _offset(content, start, notice)) for notice in _window(content[start:end])]
    return FileLicenses(found=_distinct(content, found), bad_tags=tuple(bad), has_copyright=has_copyright)


def is_binary(content: bytes) -> bool:
    """Whether more than a tenth of the content's start is no text; compiled translations are text."""
    head = content[:8_000]
    return b"\0" in head and len(head.translate(None, _CONTROLS)) < 0.9 * len(head)


def _places(lowered: bytes, trace: bytes) -> Iterator[int]:
    place = lowered.find(trace)
    while place >= 0:
        yield place
        place = lowered.find(trace, place + len(trace))


def _traces(lowered: bytes, traces: Sequence[bytes]) -> list[int]:
    return sorted(place for trace in traces for place in _places(lowered, trace))


def granting_traces(lowered: bytes) -> list[int]:
    """Return where words stand, in a content in lower case, that notices and texts use; in order."""
    return _traces(lowered, _GRANTING_TRACES)


def windows(lowered: bytes, places: Sequence[int], *, after: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches behind ``after`` around words of licensing, joined where they touch."""
    start = end = after
    if len(places) >= MANY_TRACES and len(lowered) <= LARGEST_WHOLE:
        yield after, len(lowered)
        return
    for place in places:
        if place < after:
            continue
        if place - REACH > end:
            if end > after:
                yield start, end
            start = place - REACH
        end = place + REACH
    if end > after:
        yield start, min(end, len(lowered))


def grants(content: bytes) -> list[Notice]:
    """Return the notices and texts of one stretch, without its mentions; ``Notice.word`` is where, in characters."""
    prepared, found = _texts(_text(content))
    if not _CAN_GRANT.search(prepared):
        return found
    return found + [notice for notice in _named(prepared, with_references=False) if notice.tier == "header"]


def _window(content: bytes) -> list[Notice]:
    """Return what one stretch says; ``Notice.word`` is where, in characters."""
    text = _text(content)
    prepared, found = _texts(text)
    found += _named(prepared, with_references=True)
    lowered = text.lower()
    mentions = (*find_fields(lowered), *find_ids(text), *find_addresses(lowered))
    return found + [Notice(expression=expression, tier="mention", word=at) for expression, at in mentions]


def _texts(text: str) -> tuple[str, list[Notice]]:
    """Return the prepared text without the license texts in it, and those texts."""
    prepared = prepare(text)
    index = license_index()
    spelled = index.spell(prepared, is_prepared=True)
    matches = find_texts(spelled, ("license", "exception", "header"))
    if not matches:
        return prepared, []
    places = index.places(prepared)
    found = _with_exceptions([_of_text(match, places) for match in matches], matches)
    return _blanked(prepared, spelled, matches, places), found


def _named(prepared: str, *, with_references: bool) -> list[Notice]:
    words = TOKEN.findall(prepared)
    named = [*find_notices(words), *(references(words) if with_references else ())]
    if not named:
        return []
    starts = [match.start() for match in TOKEN.finditer(prepared)]
    return [Notice(expression=each.expression, tier=each.tier, word=starts[each.word]) for each in named]


def _of_text(match: TextMatch, places: list[int]) -> Notice:
    tier: Tier = "header" if match.template.kind == "header" else "text"
    expression = normalized(match.ids[0]) or match.ids[0]
    return Notice(expression=expression, tier=tier, word=places[match.start])


def _with_exceptions(notices: list[Notice], matches: list[TextMatch]) -> list[Notice]:
    """Join each exception to the one license beside it that it can belong to."""
    exceptions = [notice for notice, match in zip(notices, matches, strict=True) if match.template.kind == "exception"]
    licenses = [notice for notice, match in zip(notices, matches, strict=True) if match.template.kind != "exception"]
    if not exceptions or len({notice.expression for notice in licenses}) != 1:
        return notices
    return [replace(licenses[0], expression=f"{licenses[0].expression} WITH {each.expression}") for each in exceptions]


def _blanked(prepared: str, spelled: str, matches: list[TextMatch], places: list[int]) -> str:
    """Return the passage without the texts found: what a license says about licenses is not said of the file."""
    index = license_index()
    known = bytearray(len(spelled) + 1)
    for match in matches:
        known[match.start : match.end] = b"\1" * (match.end - match.start)
        if match.template.kind != "header":
            for place in beside(spelled, match.start, match.end, index.wording(match.template)):
                known[place] = 1
    parts, start = [], 0
    for run in _RUN.finditer(known):
        parts.append(prepared[start : places[run.start()]])
        start = places[run.end()] if run.end() < len(places) else len(prepared)
    return " \n ".join([*parts, prepared[start:]])


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # A window can cut a character in two; then the rest is still UTF-8.
        text = content.decode("utf-8", errors="ignore")
        return text if len(text) > 0.98 * len(content) else content.decode("cp1252", errors="replace")


def _tags(content: bytes, lowered: bytes) -> tuple[list[tuple[Notice, int]], list[str]]:
    if b"spdx-license-identifier:" not in lowered:
        return [], []
    found, bad = [], []
    ignored = list(_ignored(content))
    for tag in _TAG.finditer(content):
        if any(start <= tag.start() < end for start, end in ignored):
            continue
        value = _TAG_END.split(tag[1].decode("utf-8", errors="replace"), maxsplit=1)[0].strip()
        expression = normalized(value) or normalized(value.rstrip(" )."))
        if expression:
            found.append((Notice(expression=expression, tier="tag", word=0), tag.start()))
        elif value:
            bad.append(value)
    return found, bad


def _ignored(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the blocks that REUSE says to ignore, as the REUSE specification 3.3 marks them."""
    start = content.find(b"REUSE-IgnoreStart")
    while start >= 0:
        end = content.find(b"REUSE-IgnoreEnd", start)
        yield start, end if end >= 0 else len(content)
        start = content.find(b"REUSE-IgnoreStart", end) if end >= 0 else -1


def _family(expression: str) -> str:
    return expression.partition("-")[0]


def _offset(content: bytes, start: int, notice: Notice) -> int:
    return min(start + notice.word, len(content))


def _distinct(content: bytes, found: list[tuple[Notice, int]]) -> tuple[Detection, ...]:
    first: dict[tuple[str, Tier], int] = {}
    families = {_family(notice.expression) for notice, _ in found if notice.expression not in ANY_VERSION}
    for notice, offset in found:
        if notice.expression in ANY_VERSION and notice.tier == "mention" and _family(notice.expression) in families:
            continue  # another sentence says which version
        key = (notice.expression, notice.tier)
        first[key] = min(first.get(key, offset), offset)
    return tuple(
        Detection(expression=expression, tier=tier, offset=offset, line=content.count(b"\n", 0, offset) + 1)
        for (expression, tier), offset in sorted(first.items(), key=lambda each: (each[1], each[0]))
    )
