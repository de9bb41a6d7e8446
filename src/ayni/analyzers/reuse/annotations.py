# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""License information about files that stands elsewhere: ``REUSE.toml`` and the deprecated ``.reuse/dep5``."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ayni.analyzers.analyzer import Facts

PRECEDENCES: Final = ("closest", "aggregate", "override")
MOST_ANNOTATIONS: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What one table says of the paths that its globs match, from the folder of its file on.

    ``paths`` are globs of REUSE.toml; those of dep5 are marked by ``loose``: there ``*`` crosses slashes.
    """

    paths: tuple[str, ...]
    expressions: tuple[str, ...]
    copyright: bool
    precedence: str = "closest"
    loose: bool = False

    def matches(self, path: str) -> bool:
        """Whether the path, relative to the folder of the file, is meant."""
        return any(_means(pattern, path, loose=self.loose) for pattern in self.paths)


_TOML: Final = re.compile(rb"^[ \t]*(?:\[\[[ \t]*annotations[ \t]*\]\]|annotations[ \t]*=)", re.MULTILINE)
_FIELD: Final = re.compile(r"^(Files|Copyright|License):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE | re.IGNORECASE)


def read_annotations(content: bytes) -> Facts:
    """The annotations of a content that looks like one of the two formats; None for any other content.

    False when it looks like one and cannot be read.
    """
    if b"annotations" in content and _TOML.search(content):
        return _read_toml(content)
    if content[:200].lstrip().startswith(b"Format:") and b"\nFiles:" in content:
        return [_kept(annotation) for annotation in _read_dep5(content.decode("utf-8", "replace"))]
    return None


def _read_toml(content: bytes) -> Facts:
    try:
        table = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return False
    annotations = table.get("annotations")
    if table.get("version") != 1 or not isinstance(annotations, list):
        return False
    read = [_annotation(item) for item in annotations[:MOST_ANNOTATIONS]]
    return [_kept(item) for item in read if item] if all(read) else False


def _annotation(item: object) -> Annotation | None:
    if not isinstance(item, dict):
        return None
    paths = _texts(item.get("path"))
    precedence = item.get("precedence", "closest")
    if not paths or precedence not in PRECEDENCES:
        return None
    return Annotation(
        paths=paths,
        expressions=_texts(item.get("SPDX-License-Identifier")),
        copyright=bool(_texts(item.get("SPDX-FileCopyrightText"))),
        precedence=precedence,
    )


def _read_dep5(text: str) -> Iterator[Annotation]:
    for paragraph in re.split(r"\n[ \t]*\n", text)[:MOST_ANNOTATIONS]:
        fields = {match[1].lower(): match[2] for match in _FIELD.finditer(paragraph)}
        if "files" not in fields:
            continue
        yield Annotation(
            paths=tuple(fields["files"].split()),
            expressions=tuple(line.strip() for line in fields.get("license", "").split("\n")[:1] if line.strip()),
            copyright=bool(fields.get("copyright", "").strip()),
            precedence="aggregate",
            loose=True,
        )


def _kept(annotation: Annotation) -> Facts:
    return {
        "paths": [*annotation.paths],
        "expressions": [*annotation.expressions],
        "copyright": annotation.copyright,
        "precedence": annotation.precedence,
        "loose": annotation.loose,
    }


def annotations_of(facts: Facts) -> tuple[Annotation, ...]:
    """The annotations as they were kept."""
    if not isinstance(facts, list):
        return ()
    return tuple(
        Annotation(
            paths=_texts(item.get("paths")),
            expressions=_texts(item.get("expressions")),
            copyright=item.get("copyright") is True,
            precedence=str(item.get("precedence")),
            loose=item.get("loose") is True,
        )
        for item in facts
        if isinstance(item, dict)
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable) and not isinstance(value, dict | bytes):
        return tuple(item for item in value if isinstance(item, str))
    return ()


_PIECES: Final = re.compile(r"\\(.)|(\*{2,}/?|\*)|(\?)|(.)", re.DOTALL)


def _means(pattern: str, path: str, *, loose: bool) -> bool:
    """Follow every way through the pattern at once, so that many stars cannot take forever.

    REUSE.toml: ``*`` stays in its folder, ``**`` crosses (and takes a slash after it along, so that ``**/a`` means
    ``a`` as well), a backslash escapes. dep5: ``*`` and ``?`` match anything.
    """
    pieces = _pieces(pattern, loose=loose)
    if pieces[0] and not path.startswith(pieces[0]):
        return False
    places = {len(pieces[0])}
    for piece in pieces[1:]:
        if piece == _ANY:
            places = set(range(min(places), len(path) + 1))
        elif piece == _IN_FOLDER:
            places = {end for place in places for end in range(place, _folder_end(path, place) + 1)}
        elif piece == _ONE:
            places = {place + 1 for place in places if place < len(path)}
        else:
            places = {place + len(piece) for place in places if path.startswith(piece, place)}
        if not places:
            return False
    return len(path) in places


def _folder_end(path: str, place: int) -> int:
    slash = path.find("/", place)
    return len(path) if slash < 0 else slash


_ANY: Final = "\x00**"
_IN_FOLDER: Final = "\x00*"
_ONE: Final = "\x00?"


@lru_cache(maxsize=4096)
def _pieces(pattern: str, *, loose: bool) -> tuple[str, ...]:
    """The pattern as literal texts and wildcards; the first piece is always a literal text, perhaps empty."""
    pieces = [""]
    for match in _PIECES.finditer(pattern):
        escaped, stars, question, other = match.groups()
        if stars:
            pieces.append(_ANY if loose or len(stars) > 1 else _IN_FOLDER)
            if loose and stars.endswith("/"):
                pieces.append("/")
        elif question and loose:
            pieces.append(_ONE)
        elif len(pieces) > 1 and pieces[-1] in {_ANY, _IN_FOLDER, _ONE}:
            pieces.append(escaped or question or other)
        else:
            pieces[-1] += escaped or question or other
    return tuple(pieces)
