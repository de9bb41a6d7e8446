# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licenses are compared as sets of licenses, never as texts of expressions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ayni.analyzers.licensing import declared, ids

PROPRIETARY: Final = "LicenseRef-proprietary"
_PROPRIETARY_NAMES: Final = frozenset(
    {"unlicensed", "proprietary", "all rights reserved", "propietario", "propietaria"}
)
_GNU_CHOICE: Final = re.compile(r"(?:-only|-or-later|\+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """An SPDX expression, and the ids of the licenses in it."""

    expression: str
    ids: frozenset[str]

    @classmethod
    def of(cls, expression: str) -> "License":
        """The license of an expression that is known to be one."""
        return cls(expression=expression, ids=frozenset(ids(expression)))


def declared_license(name: str) -> License | None:
    """What the name in a manifest stands for; None when it stands for no license, or for several."""
    if name.lower().strip() in _PROPRIETARY_NAMES:
        return License.of(PROPRIETARY)
    expression = declared(name)
    if expression is None:
        return None
    return License.of(expression[1:-1] if _is_wrapped(expression) else expression)


def _is_wrapped(expression: str) -> bool:
    return expression.startswith("(") and expression.endswith(")") and expression.count("(") == 1


def joined(licenses: Iterable[License], *, choice: bool = False) -> License | None:
    """Several licenses side by side; a lesser GNU license takes in the general one whose text comes with it."""
    expressions = dict.fromkeys(one.expression for one in licenses)
    for lesser in [one for one in expressions if one.startswith("LGPL-3.0")]:
        expressions.pop(lesser.removeprefix("L"), None)
        expressions.pop("GPL-3.0-only", None)
    if not expressions:
        return None
    names = sorted(expressions)
    word = " OR " if choice else " AND "
    if len(names) > 1:
        names = [f"({name})" if " OR " in name or " AND " in name else name for name in names]
    return License.of(word.join(names))


def same_text(names: Iterable[str]) -> frozenset[str]:
    """The licenses without what only a notice decides: whether a later version of a GNU license may be taken."""
    return frozenset(_GNU_CHOICE.sub("", name) for name in names)


def compare(declaration: License, detected: License) -> bool:
    """Whether the two disagree: each names a license that the other does not have."""
    one, other = same_text(declaration.ids), same_text(detected.ids)
    return not (one <= other or other <= one)
