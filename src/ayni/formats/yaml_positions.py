# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads YAML by the rules of version 1.2 and remembers the line and the column of every value.

Parsing is PyYAML's C parser; what a plain word means is decided here, since PyYAML follows YAML 1.1 (where ``no`` is
false and ``012`` is ten). A file from a stranger is bounded in size, in depth, and in what its aliases expand to.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Final, NoReturn, TypeAlias

import yaml
from yaml import CSafeLoader

from ayni.errors import InvalidFileError, Problem

MAX_CHARACTERS: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 100
MAX_NODES: Final = 1_000_000
MAX_DIGITS: Final = 400
"""Longer numbers are a mistake or an attack: turning them into an integer takes quadratic time."""

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value. ``text`` is as written, without quotes; ``tag`` is empty unless one was written."""

    line: int
    column: int
    text: str
    value: bool | int | float | str | None
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of values."""

    line: int
    column: int
    items: tuple["Node", ...]
    tag: str = ""

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def value(self) -> list[Plain]:
        """The list in plain Python."""
        return [item.value for item in self.items]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Values under keys, in the order of the file. A key is the text of its scalar: ``1`` and ``"1"`` are the same key.

    ``keys`` has the scalar of each key, for its position.
    """

    line: int
    column: int
    entries: MappingOf[str, "Node"]
    keys: MappingOf[str, Scalar]
    tag: str = ""

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def __getitem__(self, key: str) -> "Node":
        return self.entries[key]

    def get(self, key: str) -> "Node | None":
        """The value under the key, or None."""
        return self.entries.get(key)

    @property
    def value(self) -> dict[str, Plain]:
        """The mapping in plain Python."""
        return {key: item.value for key, item in self.entries.items()}


Node: TypeAlias = Mapping | Sequence | Scalar


def read_yaml(text: str, file: str) -> Node:
    """Read one document; an empty file is a scalar of None. ``file`` is the name that problems carry.

    Raises InvalidFileError with every duplicate key found, or with the first problem that stops the reading.
    """
    if len(text) > MAX_CHARACTERS:
        _stop(file, 0, 0, f"has {len(text)} characters, at most {MAX_CHARACTERS} are read; split the file")
    try:
        return _Composer(CSafeLoader(text.removeprefix("\ufeff")), file).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        _stop(file, line, column, f"is not YAML: {error.problem or error.context}")
    except yaml.YAMLError as error:
        offset = getattr(error, "position", None)
        before = text.encode()[:offset].decode(errors="ignore") if isinstance(offset, int) else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        _stop(file, line, column, f"is not YAML: {getattr(error, 'reason', 'unreadable')}")
    except UnicodeEncodeError as error:
        _stop(file, text.count("\n", 0, error.start) + 1, 0, "has a character that is no text; save it as UTF-8")


def plain(node: Node) -> Plain:
    """The node in plain Python: None, bool, int, float, str, list, dict with text keys."""
    return node.value


def _stop(file: str, line: int, column: int, message: str, key: str = "") -> NoReturn:
    raise InvalidFileError([Problem(file=file, line=line, column=column, key=key, message=message)])


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


class _Composer:
    """Turns the parser's events into nodes. ``path`` is the dotted path of where it is."""

    def __init__(self, parser: CSafeLoader, file: str) -> None:
        self.parser = parser
        self.file = file
        self.path: list[str] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.nodes = 0
        self.problems: list[Problem] = []

    def document(self) -> Node:
        self._next()  # the start of the stream
        event = self._next()
        if not isinstance(event, yaml.DocumentStartEvent):
            return Scalar(line=1, column=1, text="", value=None)
        node = self._node(self._next())
        self._next()  # the end of the document
        event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._stop(event, "a second document starts here; keep one in each file")
        if self.problems:
            raise InvalidFileError(self.problems)
        return node

    def _next(self) -> yaml.Event:
        event = self.parser.get_event()
        return event if event is not None else yaml.StreamEndEvent()

    def _stop(self, event: yaml.Event, message: str) -> NoReturn:
        line, column = _position(event)
        _stop(self.file, line, column, message, ".".join(self.path).replace(".[", "["))

    def _node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self.nodes
        self._count(event, 1)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(event)
        else:
            node = self._sequence(event)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = (node, self.nodes - before)
        return node

    def _count(self, event: yaml.Event, more: int) -> None:
        self.nodes += more
        if self.nodes > MAX_NODES:
            self._stop(event, f"has more than {MAX_NODES} values, counting what aliases repeat; split the file")

    def _alias(self, event: yaml.AliasEvent) -> Node:
        if event.anchor not in self.anchors:
            self._stop(event, f"the alias *{event.anchor} stands for nothing that is complete; write the value")
        node, size = self.anchors[event.anchor]
        self._count(event, size)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        line, column = _position(event)
        tag = event.tag or ""
        value: bool | int | float | str | None = event.value
        if tag.startswith(_CORE) or (not tag and event.implicit[0]):
            if len(event.value) > MAX_DIGITS and _NUMBER.fullmatch(event.value):
                self._stop(event, f"a number of more than {MAX_DIGITS} digits; quote it if it is text")
            value = _resolve(event.value, tag)
        return Scalar(line=line, column=column, text=event.value, value=value, tag=tag)

    def _sequence(self, event: yaml.Event) -> Sequence:
        (line, column), tag = _position(event), getattr(event, "tag", None) or ""
        items: list[Node] = []
        while not isinstance(child := self._next(), yaml.SequenceEndEvent):
            self._enter(child, f"[{len(items)}]")
            items.append(self._node(child))
            self.path.pop()
        return Sequence(line=line, column=column, items=tuple(items), tag=tag)

    def _mapping(self, event: yaml.MappingStartEvent) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while not isinstance(child := self._next(), yaml.MappingEndEvent):
            key = self._node(child) if isinstance(child, yaml.ScalarEvent | yaml.AliasEvent) else None
            if not isinstance(key, Scalar):
                self._stop(child, "a key is a list or a mapping; write a word")
            self._enter(child, key.text)
            value = self._node(self._next())
            if key.text in entries:
                self._duplicate(key, keys[key.text])
            else:
                entries[key.text], keys[key.text] = value, key
            self.path.pop()
        line, column = _position(event)
        return Mapping(line=line, column=column, entries=entries, keys=keys, tag=event.tag or "")

    def _enter(self, event: yaml.Event, step: str) -> None:
        self.path.append(step)
        if len(self.path) > MAX_DEPTH:
            line, column = _position(event)
            message = f"is nested more than {MAX_DEPTH} levels deep; flatten it"
            _stop(self.file, line, column, message, self.path[0])

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self.problems.append(
            Problem(
                file=self.file,
                line=key.line,
                column=key.column,
                key=".".join(self.path).replace(".[", "["),
                message=f"the key is already in line {first.line}; keep one of the two",
            )
        )


_CORE: Final = "tag:yaml.org,2002:"
_NUMBER: Final = re.compile(r"[-+]?[0-9xoa-fA-F]+")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_WORDS: Final[MappingOf[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def _resolve(text: str, tag: str) -> bool | int | float | str | None:
    """What a plain word means in the core schema (YAML 1.2.2, section 10.3.2)."""
    if tag == _CORE + "str":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    if _INTEGER.fullmatch(text):
        return float(text) if tag == _CORE + "float" else int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return _special(text)


def _special(text: str) -> float | str:
    if _INFINITE.fullmatch(text):
        return float("-inf") if text[0] == "-" else float("inf")
    return float("nan") if text in {".nan", ".NaN", ".NAN"} else text
