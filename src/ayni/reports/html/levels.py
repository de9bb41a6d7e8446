# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The levels in which a framework puts its requirements."""

from collections.abc import Iterable

from ayni.frameworks import Item, Pack
from ayni.reports.html.desk import Desk


def level_attribute(pack: Pack) -> str:
    """The attribute that puts a framework's items in levels: the first with one value from a closed list."""
    closed = (name for name, kind in pack.attributes.items() if kind.values and kind.type in {"integer", "text"})
    return next(closed, "")


def level_of(item: Item, name: str) -> str:
    """The level of an item; its group where the framework has no levels."""
    return str(item.attributes.get(name, "")) if name else item.criterion.group


def level_order(pack: Pack, name: str, found: Iterable[str]) -> list[str]:
    """The levels that occur, in the order of the pack."""
    known = [str(value) for value in pack.attributes[name].values] if name else list(pack.groups)
    return sorted(found, key=lambda level: known.index(level) if level in known else len(known))


def level_title(desk: Desk, pack: Pack, name: str, level: str) -> str:
    """A level in words, with the name of the attribute before it."""
    if not name:
        return desk.voice.pack(pack.id, "groups", level)
    title = desk.voice.pack(pack.id, "attributes", name, "title")
    return f"{title} {desk.voice.pack(pack.id, 'attributes', name, 'values', level)}"
