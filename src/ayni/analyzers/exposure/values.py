# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tells a value that somebody generated from a word, a placeholder, or a piece of code."""

import math
import re
from collections import Counter
from typing import Final

_PLACEHOLDER: Final = re.compile(
    rb"""(?xi)
    example | ejemplo | exemplo | exemple | sample | dummy | change[-_ ]?(?:me|this|it) | placeholder | your | xxx
    | (?:^|[^a-z])(?:tu|su|seu|sua|my|mi|the|some|any|a)[-_](?:token|key|clave|secret|pass|senha|api) | \*\*\* | \.\.\.
    | 0000000 | 1111111 | 1234567 | abcdefg | qwerty | asdf | foobar | fake | mock | redact | replace | reemplaz
    | substitu | todo | insert | put[-_]?(?:your|here) | none | null | undefined | lorem | secret[-_]?here
    | not[-_]?(?:a|the|real) | deadbeef | cafebabe | \bfoo\b | \bbar\b | testing | (?:^|[-_.])test(?:[-_.]|$) | default
    | optional | required
    | (?:^|[-_])changed?(?:[-_]|$) | SW2YcwTIb9zpOOhoPsMm
    """
)
_CODE: Final = re.compile(rb"[<>{}()\[\]$%|`;\\]|::|->|=>|&&|^@|^#|^!")
_PATH: Final = re.compile(
    rb"^(?:\.{0,2}/|[a-z]{2,10}:/|~/|[A-Za-z]:\\|sha\d{3}-|data:|urn:)"
    rb"|\.(?:html?|php|js|json|xml|py|png|css|com|org|net)\b"
)
_WORDS: Final = re.compile(
    rb"[A-Za-z]+\d{0,3}(?:[-_.:/+ ,][A-Za-z]*\d{0,4})*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
    rb"|[a-z0-9]{1,12}(?:[-_.][a-z0-9]{1,12}){2,}|\d{1,6}(?:[-_.][A-Za-z]+\d{0,4})+"
)
_CAMEL: Final = re.compile(rb"(?:[A-Z]?[a-z]{2,}\d{0,2}){2,}[A-Z]{0,3}\d{0,3}")
_UUID: Final = re.compile(rb"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def entropy(value: bytes) -> float:
    """Shannon's entropy of the bytes, in bits for each."""
    total = len(value)
    return -sum(count / total * math.log2(count / total) for count in Counter(value).values()) if total else 0.0


def is_placeholder(value: bytes) -> bool:
    """Whether the value only stands for one: a word of instruction, a variable, a run of one character."""
    return len(set(value)) < 4 or _PLACEHOLDER.search(value) is not None or b"${" in value or b"{{" in value


def is_generated(value: bytes, least: float = 3.5) -> bool:
    """Whether the value looks like one that a machine, or a careful person, made up: mixed, and of high entropy."""
    has_digit = any(48 <= byte <= 57 for byte in value)
    has_letter = any(65 <= byte <= 90 or 97 <= byte <= 122 for byte in value)
    if not (has_digit and has_letter) or entropy(value) < least:
        return False
    if _WORDS.fullmatch(value) or _CAMEL.fullmatch(value) or _UUID.fullmatch(value):
        return False
    return not (_CODE.search(value) or _PATH.search(value) or is_placeholder(value))
