# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes ids from what people call things."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

_LONGEST_ID: Final = 48
_BELONGS: Final = re.compile(r"(.*\S)\s*=\s*(\S.*)", re.DOTALL)


def slug(text: str) -> str:
    """The text in small letters, digits and hyphens; empty where nothing of it is left."""
    apart = unicodedata.normalize("NFKD", text.lower())
    ascii_only = apart.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST_ID].strip("-")


def unique(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken; from now on it is."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found


def institution_ids(titles: Iterable[str]) -> dict[str, str]:
    """The institutions' titles by id. Letters in brackets at the end of a title are what people call it."""
    taken: set[str] = set()
    found = {}
    for title in titles:
        letters = re.search(r"\(([^()]{2,20})\)$", title)
        found[unique((slug(letters[1]) if letters else "") or slug(title) or "institution", taken)] = title
    return found


def split_place(text: str) -> tuple[str, str]:
    """A repository's place and what stands behind its last ``=``: the institution it belongs to, or nothing."""
    found = _BELONGS.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def institution_of(said: str, institutions: Mapping[str, str]) -> str:
    """The id of the institution that somebody means by its id or its title, in any case; empty where it is none."""
    wanted = said.casefold()
    ids = (name for name, title in institutions.items() if wanted in {name, title.casefold()})
    return next(ids, "") or (slug(said) if slug(said) in institutions else "")
