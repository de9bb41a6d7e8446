# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Build the licenses pack: the SPDX license list as JSON, and the index of fingerprints that identifies texts.

    PYTHONPATH=src python scripts/build_license_index.py --xml CHECKOUT --texts FOLDER

CHECKOUT is a checkout of github.com/spdx/license-list-XML. FOLDER holds the texts that packs/licenses/texts.yaml
names (institutional licenses, translations), each at <repository>/<path>. No text is written: a word becomes a
number, and the only key to that number is a checksum of the word.
"""

import argparse
import json
import re
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ayni.analyzers.licensing.index import FIRST_CHARACTER, KEY_LENGTH, MAGIC, SURROGATES
from ayni.analyzers.licensing.words import words
from license_list_xml import ListedLicense, read_licenses
from license_templates import (
    Gap,
    Literal,
    Option,
    Piece,
    Pieces,
    all_words,
    expression,
    joined,
    literals,
    trimmed,
    usual,
)

PACK = Path(__file__).parent.parent / "src/ayni/packs/licenses"
COMMON_WORDS = 60
ONE_ANCHOR_IN = 6
WORDS_PER_KEY = 25
LONGEST_NAME = 12


@dataclass(slots=True, kw_only=True)
class Template:
    """One wording and every id that has it."""

    ids: list[str]
    kind: str
    language: str
    pieces: Pieces
    ends: Pieces

    @classmethod
    def of(cls, id_: str, kind: str, language: str, pieces: Pieces) -> "Template":
        """Return the template of one id's text."""
        body, ends = trimmed(pieces)
        return cls(ids=[id_], kind=kind, language=language, pieces=body, ends=ends)


class Alphabet:
    """Words as characters: those that anchor a template come first, so that one range of characters finds them."""

    def __init__(self, templates: Sequence[Template]) -> None:
        counts = Counter(word for template in templates for word in all_words(template.pieces + template.ends))
        common = {word for word, _ in counts.most_common(COMMON_WORDS)}
        anchors = {word for word in counts if word not in common and zlib.crc32(word.encode()) % ONE_ANCHOR_IN == 0}
        for template in templates:
            self._anchor(template.pieces, anchors, counts)
        self.anchors = sorted(anchors)
        self.words = [*self.anchors, *sorted(set(counts) - anchors)]
        points = (point for point in range(FIRST_CHARACTER, 0x10000) if point not in SURROGATES)
        self.character = {word: chr(point) for word, point in zip(self.words, points, strict=False)}
        if len(self.character) < len(self.words) or len({zlib.crc32(word.encode()) for word in self.words}) < len(
            self.words
        ):
            sys.exit(
                "build_license_index: too many words, or two words with one checksum: change the coding in index.py"
            )

    @staticmethod
    def _anchor(pieces: Pieces, anchors: set[str], counts: Counter[str]) -> None:
        """Make more of the template's rare words anchors until it has enough."""
        wanted = max(3, sum(map(len, literals(pieces))) // WORDS_PER_KEY)
        rare = sorted({word for run in literals(pieces) for word in run[1:-2]}, key=lambda word: (-counts[word], word))
        while rare and len(groups(pieces, anchors)) < wanted:
            anchors.add(rare.pop())

    def spell(self, run: Iterable[str]) -> str:
        """Return the characters of some words."""
        return "".join(self.character[word] for word in run if word in self.character)


def groups(pieces: Pieces, anchors: set[str]) -> set[tuple[str, ...]]:
    """Return the groups of words around each anchor of the literals."""
    return {
        run[place - 1 : place - 1 + KEY_LENGTH]
        for run in literals(pieces)
        for place in range(1, len(run) - KEY_LENGTH + 2)
        if run[place] in anchors
    }


def preference(entries: Iterable[ListedLicense]) -> dict[str, int]:
    """Rank the ids: a text alone says neither "or later" nor a variant, so the "only" or plain id leads."""

    def rank(entry: ListedLicense) -> tuple[bool, bool, int, str]:
        variant = re.search(r"-or-later$|invariants|-RFN$|-no-RFN$|no-copyleft-exception$", entry.id)
        return (entry.deprecated, bool(variant), len(entry.id), entry.id)

    return {entry.id: number for number, entry in enumerate(sorted(entries, key=rank))}


def listed_templates(entries: Iterable[ListedLicense]) -> Iterator[Template]:
    """Yield the text of every license and exception, and the standard headers."""
    for entry in entries:
        kind = "exception" if entry.exception else "license"
        yield Template.of(entry.id, kind, "en", _placeholder_free(entry.text))
        if not entry.deprecated:
            for header in entry.headers:
                yield Template.of(entry.id, "header", "en", header)


def _placeholder_free(pieces: Pieces) -> Pieces:
    """The deprecated ids "GPL-2.0-with-…" start with a line where the license goes; it is spelled in two ways."""
    first = pieces[0] if pieces else None
    if isinstance(first, Literal) and first.words[:2] == ("insert", "gpl") and "license" in first.words[:4]:
        rest = Literal(first.words[4:])
        return (Literal(first.words[:3]), Option((Literal(("license",)),)), rest, *pieces[1:])
    return pieces


def other_templates(folder: Path) -> Iterator[Template]:
    """Yield the texts named in texts.yaml, which the SPDX list does not have."""
    for entry in yaml.safe_load((PACK / "texts.yaml").read_text(encoding="utf-8"))["texts"]:
        path = folder / entry["repository"] / entry["path"]
        if not path.is_file():
            sys.exit(f"build_license_index: {path} is missing: copy it from github.com/{entry['repository']}")
        text = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
        start, end = _bounds(path, text, entry.get("core", {}))
        first, last = _bounds(path, text, entry.get("notes", {}))
        before, after = (Literal(tuple(words(part))) for part in (text[first:start], text[end:last]))
        core = tuple(_pieces(entry, text[start:end]))
        yield Template.of(
            entry["id"], "license", entry["language"], joined((Option((before,)), *core, Option((after,))))
        )


def _bounds(path: Path, text: str, marks: dict[str, str]) -> tuple[int, int]:
    start = text.find(marks["from"]) if "from" in marks else 0
    end = text.find(marks["until"], start) if "until" in marks else len(text)
    if start < 0 or end < 0:
        sys.exit(f"build_license_index: {path}: the words that texts.yaml gives as a start or end are not there")
    return start, end


def _pieces(entry: dict[str, Any], passage: str) -> Iterator[Piece]:
    for number, part in enumerate(re.split("|".join(entry.get("gaps", ["\0"])), passage)):
        if number:
            yield Gap(LONGEST_NAME)
        yield Literal(tuple(words(part)))


def merged(templates: Iterable[Template], order: dict[str, int]) -> list[Template]:
    """Return the templates with those of the same wording joined, the preferred id first."""
    by_wording: dict[tuple[str, Pieces], Template] = {}
    for template in templates:
        if template.pieces:
            same = by_wording.setdefault((template.kind, template.pieces), template)
            same.ids = sorted({*same.ids, *template.ids}, key=lambda each: (order.get(each, 0), each))
    return sorted(by_wording.values(), key=lambda template: min(order.get(each, 0) for each in template.ids))


def packed(templates: Sequence[Template]) -> bytes:
    """Return the index as bytes; ayni.analyzers.licensing.index says how they are laid out."""
    alphabet = Alphabet(templates)
    anchors = set(alphabet.anchors)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    blobs, rows = [], []
    for number, template in enumerate(templates):
        keys = {alphabet.spell(group) for group in groups(template.pieces, anchors)}
        for key in sorted(keys):
            postings[key].append(number)
        wording = usual(template.pieces, alphabet.spell)
        ends = usual(template.ends, alphabet.spell)
        text = f"{expression(template.pieces, alphabet.spell)}\0{wording}\0{ends}"
        blobs.append(zlib.compress(text.encode("utf-16-le"), 9))
        rows.append([template.ids, template.kind, template.language, len(keys), len(blobs[-1])])
    lists = sorted({tuple(numbers) for numbers in postings.values()})
    place = {numbers: index for index, numbers in enumerate(lists)}
    header = {"anchors": len(anchors), "words": len(alphabet.words), "keys": len(postings), "templates": rows}
    sections = (
        json.dumps({**header, "postings": lists}, separators=(",", ":")).encode(),
        array("I", (zlib.crc32(word.encode()) for word in alphabet.words)).tobytes(),
        "".join(postings).encode("utf-16-le")
        + array("H", (place[tuple(each)] for each in postings.values())).tobytes(),
    )
    squeezed = [zlib.compress(section, 9) for section in sections]
    return MAGIC + array("I", map(len, squeezed)).tobytes() + b"".join(squeezed) + b"".join(blobs)


def catalog(entries: Iterable[ListedLicense], libre: set[str]) -> str:
    """Return the list of ids as JSON, one entry a line."""
    rows = []
    for entry in sorted(entries, key=lambda each: (each.exception, each.id.lower())):
        row: dict[str, object] = {"id": entry.id, "name": entry.name}
        flags = {
            "exception": entry.exception,
            "osi": entry.osi,
            "fsf": entry.id in libre,
            "deprecated": entry.deprecated,
        }
        row |= {name: True for name, value in flags.items() if value}
        if entry.replaced_by:
            row["replaced_by"] = list(entry.replaced_by)
        rows.append(json.dumps(row, ensure_ascii=False))
    return '{"licenses": [\n' + ",\n".join(rows) + "\n]}\n"


def main() -> None:
    """Write licenses.json and licenses.bin into the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--xml", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    arguments = parser.parse_args()
    entries = list(read_licenses(arguments.xml))
    libre = set(yaml.safe_load((PACK / "fsf.yaml").read_text(encoding="utf-8"))["licenses"])
    templates = merged([*listed_templates(entries), *other_templates(arguments.texts)], preference(entries))
    index = packed(templates)
    (PACK / "licenses.bin").write_bytes(index)
    (PACK / "licenses.json").write_text(catalog(entries, libre), encoding="utf-8")
    print(f"{len(entries)} ids, {len(templates)} templates, {len(index):,} bytes")


if __name__ == "__main__":
    main()
