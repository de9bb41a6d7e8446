# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads packs from folders. The only file of this room that touches the disk.

A pack is checked whole: every problem of every file is in the InvalidFileError, and nothing of a wrong pack is used.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ayni.errors import AyniError, InvalidFileError, Problem
from ayni.formats.schema import Schema
from ayni.formats.yaml_positions import Mapping, Node, Scalar, Sequence, read_yaml
from ayni.frameworks.attributes import attribute_problems
from ayni.frameworks.pack import Language, Pack, PackKind
from ayni.frameworks.reading import read_edge, read_item, read_pack, read_practice
from ayni.frameworks.words import Path as WordPath
from ayni.frameworks.words import Words, flatten

PACKS = Path(__file__).resolve().parent.parent / "packs"
"""Where the packs that come with Ayni lie."""

Read = TypeVar("Read")
_SCHEMAS = Path(__file__).resolve().parent / "schemas"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPack:
    """A pack, its words, and where each of its ids stands: ``places[id]`` is (file, line, column)."""

    pack: Pack
    words: Words
    folder: Path
    places: dict[str, tuple[str, int, int]]


class PackNotFoundError(AyniError):
    """There is no pack at a path that was named."""


def find_packs(root: Path) -> tuple[Path, ...]:
    """The folders at or below ``root`` that hold a pack.yaml, sorted."""
    if (root / "pack.yaml").is_file():
        return (root,)
    found = (path.parent for path in root.glob("**/pack.yaml"))
    return tuple(sorted(folder for folder in found if "texts" not in folder.relative_to(root).parts))


def load_pack(folder: Path, languages: Iterable[Language] | None = None) -> LoadedPack:
    """Read one pack, with the texts of the languages asked for (all it names, when none are).

    Raises InvalidFileError with every problem found, PackNotFoundError when there is no pack.
    """
    if not (folder / "pack.yaml").is_file():
        raise PackNotFoundError(f"{folder}: no pack.yaml here; name a folder that holds a pack")
    reader = _Reader(folder)
    header = reader.read(folder / "pack.yaml", "pack")
    if not isinstance(header, Mapping):
        raise InvalidFileError(reader.problems)
    pack = reader.fill(read_pack(header.value, digest=reader.digest()))
    words = Words({language: reader.texts(language) for language in languages or pack.languages})
    if reader.problems:
        raise InvalidFileError(reader.problems)
    return LoadedPack(pack=pack, words=words, folder=folder, places=reader.places)


class _Reader:
    """Reads the files of one pack and gathers what is wrong in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[str, int, int]] = {}

    def digest(self) -> str:
        seal = hashlib.sha256()
        for path in self._structure():
            seal.update(path.relative_to(self.folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return seal.hexdigest()

    def _structure(self) -> Iterator[Path]:
        yield self.folder / "pack.yaml"
        yield from self.items()
        if (self.folder / "crosswalk.yaml").is_file():
            yield self.folder / "crosswalk.yaml"

    def items(self) -> list[Path]:
        return sorted((self.folder / "items").glob("*.yaml"))

    def fill(self, pack: Pack) -> Pack:
        if pack.kind is PackKind.PRACTICES:
            pack = replace(pack, practices=tuple(self._each("practices", read_practice, pack)))
        elif pack.kind is PackKind.FRAMEWORK:
            pack = replace(pack, items=tuple(self._each("items", read_item, pack)))
        edges = self.read(self.folder / "crosswalk.yaml", "crosswalk") if pack.kind is PackKind.FRAMEWORK else None
        return pack if edges is None else replace(pack, edges=tuple(read_edge(edge, pack.id) for edge in _rows(edges)))

    def _each(self, shape: str, read: Callable[[Any, str], Read], pack: Pack) -> Iterator[Read]:
        for path in self.items():
            before = len(self.problems)
            node = self._parse(path)
            if not isinstance(node, Sequence):
                continue
            self.problems.extend(_schema(shape).problems(node, str(path)))
            if pack.kind is PackKind.FRAMEWORK:
                self.problems.extend(attribute_problems(node, pack, str(path)))
            fits = len(self.problems) == before
            for entry in node:
                self._place(entry, path)
                if fits:
                    yield read(entry.value, pack.id)

    def _place(self, entry: Node, path: Path) -> None:
        name = entry.get("id") if isinstance(entry, Mapping) else None
        if not isinstance(name, Scalar):
            return
        if name.text in self.places:
            file, line, _ = self.places[name.text]
            self._problem(path, name, name.text, f"is already used in {file}:{line}; give it an id of its own")
        self.places[name.text] = (str(path), name.line, name.column)

    def _problem(self, path: Path, node: Node, key: str, message: str) -> None:
        self.problems.append(Problem(file=str(path), line=node.line, column=node.column, key=key, message=message))

    def read(self, path: Path, shape: str) -> Node | None:
        """The file when it exists and fits its schema; else None, with its problems kept."""
        node = self._parse(path)
        if node is None:
            return None
        found = _schema(shape).problems(node, str(path))
        self.problems.extend(found)
        return None if found else node

    def _parse(self, path: Path) -> Node | None:
        if not path.is_file():
            return None
        try:
            return read_yaml(path.read_text(encoding="utf-8"), str(path))
        except InvalidFileError as error:
            self.problems.extend(error.problems)
        except UnicodeDecodeError as error:
            self.problems.append(
                Problem(
                    file=str(path), line=0, column=0, key="", message=f"is not UTF-8 ({error.reason}); save it as UTF-8"
                )
            )
        return None

    def texts(self, language: Language) -> dict[WordPath, str]:
        flat: dict[WordPath, str] = {}
        for path in sorted((self.folder / "texts" / language).glob("*.yaml")):
            node = self._parse(path)
            if isinstance(node, Mapping):
                flat.update(flatten(node.value))
            elif node is not None:
                self._problem(path, node, "", "must be a mapping from ids to texts")
        return flat


def _rows(node: Node) -> list[Any]:
    return node.value if isinstance(node, Sequence) else []


@cache
def _schema(name: str) -> Schema:
    return Schema(json.loads((_SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
