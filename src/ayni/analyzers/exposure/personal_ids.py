# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds identity numbers of people of Latin America and the Caribbean. Only line and kind leave this file.

A number counts when it is written in its usual form, its check digits are right, it is a person's and not a company's,
and either its name stands beside it or several different ones stand in one file of data. Samples that everybody uses
(123.456.789-09, 11.111.111-1) do not count. Numbers without check digits (DNI of Argentina, cédula of Costa Rica)
cannot be told from others and are left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from stdnum.ar import cuit
from stdnum.br import cnpj, cpf
from stdnum.cl import rut
from stdnum.co import nit as co_nit
from stdnum.do import cedula
from stdnum.ec import ci
from stdnum.gt import nit as gt_nit
from stdnum.mx import curp, rfc
from stdnum.pe import cui
from stdnum.py import ruc
from stdnum.sv import nit as sv_nit
from stdnum.ve import rif

MAX_BYTES: Final = 1024 * 1024
MAX_TRIED: Final = 2_000
_WINDOW: Final = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A number beside its name."""

    line: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Several different numbers of one kind: the line of the first, and how many."""

    line: int
    kind: str
    distinct: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One kind of number. ``several`` is how many different ones make a list, 0 where a list proves nothing."""

    id: str
    shape: re.Pattern[str]
    valid: Callable[[str], bool]
    names: re.Pattern[str]
    several: int


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _is_chilean(number: str) -> bool:
    """Companies begin at fifty million."""
    return bool(rut.is_valid(number)) and int(_digits(number[:-1])) < 50_000_000


def _is_colombian(number: str) -> bool:
    """Companies are from eight to nine hundred million."""
    return bool(co_nit.is_valid(number)) and not 800_000_000 <= int(_digits(number)[:-1]) < 1_000_000_000


def _is_rfc(number: str) -> bool:
    return bool(rfc.is_valid(number, validate_check_digits=True))


def _is_uruguayan(number: str) -> bool:
    """Cédula of Uruguay: the weighted sum of all eight digits ends in zero."""
    digits = [int(digit) for digit in _digits(number)]
    return len(digits) == 8 and sum(a * b for a, b in zip(digits, (2, 9, 8, 7, 6, 3, 4, 1), strict=True)) % 10 == 0


def _is_salvadoran(number: str) -> bool:
    """DUI of El Salvador: eight digits by weights nine to two; the ninth fills up the ten."""
    digits = [int(digit) for digit in _digits(number)]
    return len(digits) == 9 and -sum(a * b for a, b in zip(digits, range(9, 1, -1), strict=False)) % 10 == digits[8]


def _kind(name: str, shape: str, valid: Callable[[str], bool], words: str, several: int = 0) -> _Kind:
    return _Kind(
        id=name,
        shape=re.compile(shape),
        valid=valid,
        names=re.compile(rf"(?:^|[^a-z])(?:{words})(?:[^a-z]|$)"),
        several=several,
    )


_CEDULA: Final = r"c.{1,2}dulas?|c\.?i\.?"
_KINDS: Final = (
    _kind(
        "br-cpf", r"\d{3}\.\d{3}\.\d{3}-\d{2}", cpf.is_valid, r"cpf|c\.p\.f\.?|cadastro de pessoas? f.{1,2}sicas?", 3
    ),
    _kind("br-cnpj", r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}", cnpj.is_valid, r"(?!)", 5),
    _kind("cl-rut", r"\d{1,2}\.\d{3}\.\d{3}-[\dkK]", _is_chilean, r"rut|run|r\.u\.[tn]\.?|rol .{1,2}nico", 5),
    _kind("cl-rut", r"\d{7,8}-[\dkK]", _is_chilean, r"rut|run|r\.u\.[tn]\.?", 8),
    _kind("uy-ci", r"\d\.\d{3}\.\d{3}-\d", _is_uruguayan, _CEDULA + r"|documento", 8),
    _kind("co-nit", r"\d{1,3}(?:\.\d{3}){2,3}-\d", _is_colombian, r"nit|n\.i\.t\.?|rut"),
    _kind("ar-cuit", r"(?:20|23|24|25|26|27)-\d{8}-\d", cuit.is_valid, r"cui[tl]s?|c\.u\.i\.[tl]\.?", 3),
    _kind("do-cedula", r"\d{3}-\d{7}-\d", cedula.is_valid, _CEDULA, 5),
    _kind("sv-nit", r"\d{4}-\d{6}-\d{3}-\d", sv_nit.is_valid, r"nit|n\.i\.t\.?", 5),
    _kind("ve-rif", r"[VE]-?\d{7,8}-\d", rif.is_valid, r"rif|r\.i\.f\.?|" + _CEDULA, 5),
    _kind("pe-dni", r"\d{8}-[\dA-K]", cui.is_valid, r"dni|d\.n\.i\.?|cui"),
    _kind("sv-dui", r"\d{8}-\d", _is_salvadoran, r"dui|d\.u\.i\.?"),
    _kind("ec-cedula", r"\d{9}-\d", ci.is_valid, _CEDULA),
    _kind("py-ruc", r"\d{6,8}-\d", ruc.is_valid, r"ruc|r\.u\.c\.?|" + _CEDULA),
    _kind("gt-nit", r"\d{6,8}-[\dkK]", gt_nit.is_valid, r"nit|n\.i\.t\.?"),
    _kind("mx-curp", r"[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d", curp.is_valid, r"curps?", 3),
    _kind("mx-rfc", r"[A-Z]{4}\d{6}[A-Z0-9]{3}", _is_rfc, r"rfc|r\.f\.c\.?", 5),
)

_SHAPES: Final = bytes.maketrans(
    b"012345678ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"9" * 9 + b"A" * 26
)  # every digit becomes 9, every capital A
_MARKS: Final = (b"9.999.999-", b"9.999.999/9999-99", b"9-9999999", b"999999-9", b"999999-A", b"AAAA999999")
"""Every number has one of these in its shape; looking for them costs less than looking for numbers."""
_BEFORE: Final = 8
_AFTER: Final = 40
_CANDIDATE: Final = re.compile(
    rb"(?<![\w.\-/+])(?:[VE]-?\d{7,8}-\d|\d{1,3}(?:\.\d{3}){2,3}(?:/\d{4})?-[\dkK]\d?|\d{2,4}-\d{6,8}-\d{1,3}(?:-\d)?"
    rb"|\d{6,9}-[\dA-Ka-k]|[A-Z]{4}\d{6}[A-Z0-9]{3}(?:[A-Z]{3}[0-9A-Z]\d)?)(?![\w\-/+=]|\.\d)"
)
_Seen: TypeAlias = tuple[int, str, bool]
"""Where a number is, the number, and whether it is right."""

_SAMPLE: Final = re.compile(
    r"ej(?:emplo)?[.:]|ejemplo|exemplo|exemple|example|e\.g\.|p\. ?e[jx]|formato?s?\b|m.{1,2}scara|\bmask|placeholder"
    r"|pattern|mock|dummy|fake|sample|\btest|prueba|teste|v.{1,2}lid|valid|regex|assert|expect|demo|docs?\b|doctest|>>>"
)


def find_personal_ids(content: bytes) -> tuple[list[Named], list[Listed]]:
    """The numbers beside their names, and the lists of numbers, in the first megabyte of the content."""
    text = content[:MAX_BYTES]
    named: dict[int, Named] = {}
    seen: dict[str, list[_Seen]] = {}
    for start, number, kind in _candidates(text):
        valid = kind.valid(number)
        if kind.several:
            seen.setdefault(kind.id, []).append((start, number, valid))
        if valid and start not in named and _is_named(text, start, start + len(number), kind):
            named[start] = Named(line=text.count(b"\n", 0, start) + 1, kind=kind.id)
    return list(named.values()), list(_lists(text, seen))


def _candidates(text: bytes) -> Iterator[tuple[int, str, _Kind]]:
    shapes = text.translate(_SHAPES)
    done: set[int] = set()
    for position in islice(_marked(shapes), MAX_TRIED):
        match = _CANDIDATE.search(text, max(0, position - _BEFORE), position + _AFTER)
        if match is None or match.start() in done:
            continue
        done.add(match.start())
        number = match[0].decode("ascii", "replace")
        if not _is_sample(number):
            yield from ((match.start(), number, kind) for kind in _KINDS if kind.shape.fullmatch(number))


def _marked(shapes: bytes) -> Iterator[int]:
    for mark in _MARKS:
        position = shapes.find(mark)
        while position >= 0:
            yield position
            position = shapes.find(mark, position + len(mark))


def _is_sample(number: str) -> bool:
    digits = _digits(number)
    return len(set(digits)) <= 3 or "1234567" in digits or "7654321" in digits or "000000" in digits


def _is_named(text: bytes, start: int, end: int, kind: _Kind) -> bool:
    """Whether the kind's name stands before the number on its line, which is not a line of explanation."""
    begin = text.rfind(b"\n", max(0, start - 400), start) + 1 or max(0, start - 400)
    stop = text.find(b"\n", end, end + 200)
    line = text[begin : stop if stop >= 0 else end + 200].decode("utf-8", "replace").lower()
    before = text[max(begin, start - _WINDOW) : start].decode("utf-8", "replace").lower()
    return kind.names.search(before) is not None and not _SAMPLE.search(line)


def _lists(text: bytes, seen: dict[str, list[_Seen]]) -> Iterator[Listed]:
    """Kinds of which enough different numbers are right, and nearly none of that form are wrong."""
    several = {kind.id: kind.several for kind in _KINDS}
    for kind, numbers in seen.items():
        right = {number for _, number, valid in numbers if valid}
        if len(right) >= several[kind] and sum(valid for *_, valid in numbers) >= 0.9 * len(numbers):
            first = min(start for start, _, valid in numbers if valid)
            yield Listed(line=text.count(b"\n", 0, first) + 1, kind=kind, distinct=len(right))
