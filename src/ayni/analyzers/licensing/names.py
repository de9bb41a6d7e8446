# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the names people give to licenses to SPDX ids; a name that stands for several licenses gives none."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from ayni.analyzers.licensing.catalog import licenses, listed
from ayni.analyzers.licensing.word_lists import pack_file, word_list

_TOKEN = re.compile(r"0bsd|[a-z]+|[0-9]+(?:\.[0-9]+)*|\+")
_GLUED_VERSION = re.compile(r"([a-z])v(?=[0-9])")
_IN_PARENTHESES = re.compile(r"(.*?)\s*\(([^()]*)\)\s*", re.DOTALL)
_CLASSIFIER = re.compile(r"^\s*(?:licen[sc]e\s*::\s*)?(?:osi approved\s*::\s*)?", re.IGNORECASE)

_LATER = (
    "or later",
    "or any later",
    "or newer",
    "or greater",
    "or above",
    "o posterior",
    "ou posterior",
    "ou ulterieure",
)
_GNU = (
    ("GFDL", re.compile(r"\bg?fdl\b|\b(?:gnu )?free documentation\b|documentacion libre")),
    ("AGPL", re.compile(r"\baffero\b|\bagpl\b")),
    ("LGPL", re.compile(r"\b(?:lesser|library|reducida|menor)\b|\blgpl\b|\bamoindrie\b")),
    (
        "GPL",
        re.compile(
            r"\bgpl\b|\bgnu general public\b|\bgeneral public\b|\bgnu gp\b|\bpublica general\b|\bpublica geral\b"
        ),
    ),
)
_NUMBER = re.compile(r"\b([0-9](?:\.[0-9]{1,2})?)\b")
_GNU_VERSIONS = {
    "GPL": ("1", "2", "3"),
    "LGPL": ("2", "2.1", "3"),
    "AGPL": ("1", "3"),
    "GFDL": ("1.1", "1.2", "1.3"),
}
_CC_PARTS = (
    ("by", re.compile(r"\b(?:by|attribution|atribucion|atribuicao|reconocimiento|paternite)\b")),
    ("nc", re.compile(r"\b(?:nc|non ?commercial|no ?comercial|nao ?comercial|pas d utilisation commerciale)\b")),
    ("nd", re.compile(r"\b(?:nd|no ?deriv(?:ative|ate|ada|acao|s)?\w*|sin ?(?:obras? )?derivadas?|sem ?derivacoes)\b")),
    (
        "sa",
        re.compile(r"\b(?:sa|share ?alike|compartir ?igual|compartilha ?igual|partage dans les memes conditions)\b"),
    ),
)


def key(name: str) -> str:
    """Return a name as it is compared: plain words, without those that no name depends on."""
    plain = "".join(
        character for character in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(character)
    )
    return " ".join(key_words(_TOKEN.findall(_GLUED_VERSION.sub(r"\1 v ", plain))))


def key_words(tokens: Iterable[str]) -> list[str]:
    """Return the words of a name that count, numbers without trailing zeros."""
    noise = word_list("noise")
    return [_number(token) if token[-1].isdigit() else token for token in tokens if token not in noise]


def _number(token: str) -> str:
    while token.endswith(".0"):
        token = token[:-2]
    return token


@cache
def names() -> dict[str, str]:
    """Return the id of every known name, by its key."""
    table: dict[str, str] = {}
    for entry in sorted(licenses().values(), key=lambda each: each.deprecated):
        if not entry.exception:
            table.setdefault(key(entry.id), current_id(entry.id))
            table.setdefault(key(entry.name), current_id(entry.id))
    for id_, others in pack_file("names.yaml")["names"].items():
        table.update(dict.fromkeys(map(key, others), id_))
    for name in pack_file("names.yaml")["ambiguous"]:
        table.pop(key(name), None)
    return table


@cache
def prose_names() -> frozenset[str]:
    """Return the keys of one word that are license names in running text, too."""
    return frozenset(key(name) for name in pack_file("names.yaml")["prose"])


@lru_cache(maxsize=20_000)
def spdx_id(name: str) -> str | None:
    """Return the SPDX id that a free-text name stands for; None when it stands for several, or is not known.

    A GNU version without "or later" means that version only, as in the SPDX list.
    """
    text = _CLASSIFIER.sub("", name.strip().strip("\"'"))
    if not text or len(text) > 200:
        return None
    if (entry := listed(text)) is not None:
        return current_id(entry.id)
    found = {_lookup(part) for part in (text, *_parts(text))} - {None}
    return found.pop() if len(found) == 1 else None


def _parts(text: str) -> tuple[str, ...]:
    """Return what stands before and in parentheses: often the same license twice."""
    split = _IN_PARENTHESES.fullmatch(text)
    return split.groups() if split else ()


def _lookup(text: str) -> str | None:
    plain = key(text)
    words = plain.split()
    return names().get(plain) or gnu_id(words) or creative_commons_id(words)


def current_id(id_: str) -> str:
    """Return the id that replaced a deprecated one, where there is exactly one or its name says which."""
    entry = listed(id_)
    if entry is None or not entry.deprecated:
        return entry.id if entry else id_
    if len(entry.replaced_by) == 1:
        return entry.replaced_by[0]
    only = f"{entry.id}-only"
    return only if only in entry.replaced_by else entry.id


def gnu_id(words: Sequence[str]) -> str | None:
    """Return the id of a GNU license named with a version, and nothing else in the name."""
    text = " ".join(words)
    if any(word not in word_list("gnu") and not word[0].isdigit() for word in words):
        return None
    family = next((family for family, pattern in _GNU if pattern.search(text)), None)
    versions = set(_NUMBER.findall(text))
    if family is None or len(versions) != 1:
        return None
    later = "+" in words or any(phrase in text for phrase in _LATER)
    return gnu_expression(family, versions.pop(), later=later)


def gnu_expression(family: str, version: str, *, later: bool) -> str | None:
    """Return the id of a GNU license; None for a version that never was."""
    if version not in _GNU_VERSIONS[family]:
        return None
    full = version if "." in version else f"{version}.0"
    return f"{family}-{full}-{'or-later' if later else 'only'}"


def creative_commons_id(words: Sequence[str]) -> str | None:
    """Return the id of a Creative Commons license named with its elements and version."""
    text = " ".join(words)
    known = text.startswith(("cc ", "creative commons", "attribution", "by ", "atribu", "reconocimiento"))
    if not known or any(word not in word_list("creative-commons") and not word[0].isdigit() for word in words):
        return None
    versions = set(_NUMBER.findall(text))
    parts = [part for part, pattern in _CC_PARTS if pattern.search(text)]
    if len(versions) != 1 or not parts:
        return None
    version = versions.pop()
    entry = listed(f"CC-{'-'.join(parts)}-{version if '.' in version else version + '.0'}")
    return entry.id if entry else None
