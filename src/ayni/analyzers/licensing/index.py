# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index of license texts: words as characters, templates as regular expressions over them.

A text of words becomes a string with one character per word, so that Python's own expression engine matches whole
licenses. Layout of ``licenses.bin``: magic, three lengths (uint32), three zlib sections (header as JSON; the CRC-32
of every word, in the order of their characters; the keys, ``KEY_LENGTH`` characters each, and their posting lists),
then one zlib blob per template: expression, NUL, usual wording, NUL, what
may stand before and after it. ``scripts/build_license_index.py`` writes it.
"""

import json
import re
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Literal

from ayni.analyzers.licensing.words import canonical, prepare, raw_token_starts, raw_tokens

MAGIC = b"AYNILIC1"
FIRST_CHARACTER = 0x100
SURROGATES = range(0xD800, 0xE000)
KEY_LENGTH = 4
END_SEED = 3
UNKNOWN = "\1"
"""Stands for every word that no license has."""

GAP = "\2"
"""Stands in a usual wording for names, dates and other words of any kind."""

OPTION_START, OPTION_END = "\3", "\4"
MARKS = (GAP, OPTION_START, OPTION_END)

MOST_REMEMBERED = 200_000
"""Words whose character is remembered; beyond, hostile input would only fill memory."""

Kind = Literal["license", "exception", "header"]


class _Characters(dict[str, str]):
    """The character of each raw token, found out once."""

    def __init__(self, checksums: "array[int]") -> None:
        super().__init__()
        points = chain(range(FIRST_CHARACTER, SURROGATES.start), range(SURROGATES.stop, 0x10000))
        self._by_checksum = dict(zip(checksums, map(chr, points), strict=False))

    def __missing__(self, token: str) -> str:
        known = self._by_checksum
        characters = "".join(known.get(zlib.crc32(word.encode()), UNKNOWN) for word in canonical(token))
        if len(self) < MOST_REMEMBERED:
            self[token] = characters
        return characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One wording in the index. ``ids`` has every SPDX id with this very wording, the preferred one first."""

    number: int
    ids: tuple[str, ...]
    kind: Kind
    language: str
    keys: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a template looks like, spelled: the expression that finds it, and its usual wording.

    ``usual`` has ``GAP`` in its gaps; ``optional`` says of each character whether it may be missing; ``ends`` is what
    may stand before and after (title, notes of the publisher).
    """

    pattern: re.Pattern[str]
    usual: str
    optional: bytes
    ends: str
    end_seeds: frozenset[str]


class LicenseIndex:
    """Every known text, opened on demand."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or sys.byteorder != "little":
            raise ValueError("licenses.bin is not an index this version reads: build it with build_license_index.py")
        lengths = array("I", data[len(MAGIC) : len(MAGIC) + 12])
        start = len(MAGIC) + 12
        sections = []
        for length in lengths:
            sections.append(zlib.decompress(data[start : start + length]))
            start += length
        header = json.loads(sections[0])
        self._characters = _Characters(array("I", sections[1]))
        split = header["keys"] * KEY_LENGTH * 2
        keys = sections[2][:split].decode("utf-16-le")
        places = array("H", sections[2][split:])
        self._postings: list[tuple[int, ...]] = [tuple(numbers) for numbers in header["postings"]]
        names = [keys[at : at + KEY_LENGTH] for at in range(0, len(keys), KEY_LENGTH)]
        self._keys = dict(zip(names, places, strict=True))
        self._anchors = re.compile(f"[{chr(FIRST_CHARACTER)}-{chr(FIRST_CHARACTER + header['anchors'] - 1)}]")
        self._data = data
        self._blobs: list[tuple[int, int]] = []
        self.templates: list[Template] = []
        for number, (ids, kind, language, count, size) in enumerate(header["templates"]):
            self.templates.append(Template(number=number, ids=tuple(ids), kind=kind, language=language, keys=count))
            self._blobs.append((start, start + size))
            start += size
        self._opened: dict[int, Wording] = {}

    def spell(self, text: str, *, is_prepared: bool = False) -> str:
        """Return a text with one character per word."""
        prepared = text if is_prepared else prepare(text)
        return "".join(map(self._characters.__getitem__, raw_tokens(prepared)))

    def read(self, prepared: str) -> Iterator[tuple[str, str]]:
        """Yield the raw tokens of a prepared text, each with its characters."""
        tokens = raw_tokens(prepared)
        return zip(tokens, map(self._characters.__getitem__, tokens), strict=True)

    def places(self, prepared: str) -> list[int]:
        """Return where each character of a spelled text starts in the prepared text."""
        characters = map(self._characters.__getitem__, raw_tokens(prepared))
        return [start for start, spelled in zip(raw_token_starts(prepared), characters, strict=True) for _ in spelled]

    def hits(self, spelled: str) -> Counter[int]:
        """Count, per template number, how many of its keys a spelled text has."""
        keys = {spelled[at.start() - 1 : at.start() + 3] for at in self._anchors.finditer(spelled)}
        counts: Counter[int] = Counter()
        for key in keys & self._keys.keys():
            counts.update(self._postings[self._keys[key]])
        return counts

    def wording(self, template: Template) -> Wording:
        """Return what a template looks like."""
        opened = self._opened.get(template.number)
        if opened is None:
            start, end = self._blobs[template.number]
            opened = _wording(zlib.decompress(self._data[start:end]).decode("utf-16-le"))
            self._opened[template.number] = opened
        return opened


def _wording(blob: str) -> Wording:
    pattern, marked, ends = blob.split("\0")
    usual, optional, depth = [], bytearray(), 0
    for character in marked:
        if character == OPTION_START:
            depth += 1
        elif character == OPTION_END:
            depth -= 1
        else:
            usual.append(character)
            optional.append(depth > 0)
    words = "".join(character for character in ends if character >= UNKNOWN and character not in MARKS)
    return Wording(
        pattern=re.compile(pattern, re.DOTALL),
        usual="".join(usual),
        optional=bytes(optional),
        ends=words,
        end_seeds=frozenset(words[at : at + END_SEED] for at in range(len(words) - END_SEED + 1)),
    )


@cache
def license_index() -> LicenseIndex:
    """Return the index of the licenses pack, read once."""
    return LicenseIndex(files("ayni.packs.licenses").joinpath("licenses.bin").read_bytes())
