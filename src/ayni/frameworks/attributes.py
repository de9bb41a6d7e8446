# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds the attributes of a framework's items against the types that its pack declares for them."""

from collections.abc import Iterator

from ayni.errors import Problem
from ayni.formats.yaml_positions import Mapping, Node, Plain, Scalar, Sequence
from ayni.frameworks.pack import AttributeType, Pack

FIXED_KEYS = frozenset({"id", "group", "subject", "met_when", "applies_when", "suffices", "confirm", "valid_for"})
_PYTHON = {"boolean": bool, "integer": int, "number": (int, float), "text": str, "list": list}


def attribute_problems(items: Sequence, pack: Pack, file: str) -> Iterator[Problem]:
    """Everything in the items that pack.yaml does not allow, one problem for each."""
    for index, entry in enumerate(items):
        if not isinstance(entry, Mapping):
            continue
        for key in entry:
            if key in FIXED_KEYS:
                continue
            message = _wrong(entry[key].value, pack.attributes.get(key))
            if message:
                place = entry.keys[key]
                yield Problem(file=file, line=place.line, column=place.column, key=f"[{index}].{key}", message=message)
        yield from _group(entry, pack, file, index)


def _group(entry: Mapping, pack: Pack, file: str, index: int) -> Iterator[Problem]:
    group: Node | None = entry.get("group")
    if isinstance(group, Scalar) and group.text not in pack.groups:
        message = f"'{group.text}' is not one of the groups of pack.yaml: {', '.join(pack.groups)}"
        yield Problem(file=file, line=group.line, column=group.column, key=f"[{index}].group", message=message)


def _wrong(value: Plain, kind: AttributeType | None) -> str:
    if kind is None:
        return "is not declared under 'attributes' in pack.yaml; declare it there or remove it"
    expected = _PYTHON[kind.type]
    if not isinstance(value, expected) or (isinstance(value, bool) and kind.type != "boolean"):  # type: ignore[arg-type]
        return f"must be of type {kind.type}, as pack.yaml declares"
    for part in value if isinstance(value, list) else [value]:
        if kind.values and part not in kind.values:
            return f"must be one of {', '.join(str(option) for option in kind.values)}"
    return ""
