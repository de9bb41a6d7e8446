# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds YAML against a JSON Schema and names every misfit with its line, its key and the cure."""

from collections.abc import Iterator
from collections.abc import Sequence as ListOf
from difflib import get_close_matches
from typing import Any, Final

import jsonschema_rs

from ayni.errors import Problem
from ayni.formats.yaml_positions import Mapping, Node, Plain, Scalar, Sequence

_TYPES: Final = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of keys",
    "null": "nothing",
}


class Schema:
    """A compiled JSON Schema (draft 2020-12)."""

    def __init__(self, definition: dict[str, Plain]) -> None:
        self._words = sorted(set(_property_names(definition)))
        self._validator = jsonschema_rs.Draft202012Validator(definition, validate_formats=True)

    def problems(self, node: Node, file: str) -> list[Problem]:
        """Everything in the document that the schema does not allow; empty when it fits."""
        found: list[Problem] = []
        for error in self._validator.iter_errors(node.value):
            found.extend(_problems(error, node, file, self._words))
        return sorted(set(found))


def _property_names(definition: Plain) -> Iterator[str]:
    """Every key that the schema knows, anywhere: the words a misspelt key may have meant."""
    if isinstance(definition, list):
        for part in definition:
            yield from _property_names(part)
    elif isinstance(definition, dict):
        properties = definition.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        for part in definition.values():
            yield from _property_names(part)


def locate(node: Node, path: ListOf[str | int]) -> Scalar | Mapping | Sequence:
    """The node at a path of keys and indexes; as far along it as the document goes."""
    for step in path:
        if isinstance(node, Mapping) and str(step) in node:
            node = node[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node.items[step]
        else:
            break
    return node


def dotted(path: ListOf[str | int]) -> str:
    """The path as a reader writes it: ``items[2].phase``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _problems(error: Any, root: Node, file: str, words: ListOf[str]) -> list[Problem]:
    kind = error.kind.as_dict()
    path: list[str | int] = list(error.instance_path)
    if error.kind.name in {"anyOf", "oneOf"}:
        best: ListOf[Any] = min((branch for branch in kind["context"] if branch), key=_misfit, default=[])
        return [problem for inner in best for problem in _problems(inner, root, file, words)]
    if error.kind.name == "additionalProperties":
        parent = locate(root, path)
        return [_unknown_key(file, parent, path, name, words) for name in kind["unexpected"]]
    node = locate(root, path)
    key = dotted([*path, kind["property"]] if error.kind.name == "required" else path)
    return [Problem(file=file, line=node.line, column=node.column, key=key, message=_message(error, kind))]


def _misfit(errors: ListOf[Any]) -> tuple[bool, int]:
    """A branch that is of another type altogether explains least; then the one with the fewest errors explains best."""
    return any(error.kind.name == "type" for error in errors), len(errors)


def _unknown_key(file: str, parent: Node, path: list[str | int], name: str, words: ListOf[str]) -> Problem:
    place = parent.keys[name] if isinstance(parent, Mapping) and name in parent.keys else parent
    near = get_close_matches(name, words, n=1)
    cure = f"did you mean '{near[0]}'?" if near else "remove it"
    return Problem(
        file=file,
        line=place.line,
        column=place.column,
        key=dotted([*path, name]),
        message=f"is not a known key; {cure}",
    )


def _message(error: Any, kind: dict[str, Any]) -> str:
    match error.kind.name:
        case "required":
            return "is missing; add it"
        case "type":
            return f"must be {' or '.join(_TYPES.get(name, name) for name in kind['types'])}"
        case "enum":
            return f"must be one of {', '.join(str(option) for option in kind['options'])}"
        case "const":
            return f"must be {kind['expected_value']}"
        case "pattern":
            return f"must match {kind['pattern']}"
        case "format":
            return f"must be a valid {kind['format']}"
        case "minItems" | "minLength" | "minProperties":
            return "must not be empty" if kind["limit"] == 1 else f"must have at least {kind['limit']}"
        case _:
            return str(error.message)
