# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a license is to an office: open by whose list, with a clause, an institution's own, for government only."""

import re
from collections.abc import Collection
from functools import cache
from typing import Literal

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.expressions import alternatives, ids, normalized
from ayni.analyzers.licensing.word_lists import pack_file

LicenseState = Literal[
    "osi",
    "osi-with-clause",
    "fsf-only",
    "institutional",
    "government-only",
    "other",
    "unrecognized",
    "none",
    "conflicting",
]

# From free to not: all licenses joined by "and" hold at once, so the last of them says what the whole is.
_ORDER: tuple[LicenseState, ...] = ("osi", "osi-with-clause", "fsf-only", "institutional", "government-only", "other")


@cache
def _special() -> dict[str, str]:
    return {id_: state for state, names in pack_file("states.yaml").items() for id_ in names}


def license_state(expression: str | None, *, declared: Collection[str] = ()) -> LicenseState:
    """Return the state of a project's license (frameworks reference, 16.10).

    ``expression`` is what its license files say: None without such a file, empty when it is not recognized.
    ``declared`` are the expressions of manifests and catalog files: one that shares no license with the files makes
    the state ``conflicting``; "only" and "or later" of one GNU license do not conflict.
    """
    if expression is None:
        return "none"
    spelled = normalized(expression) if expression else None
    if spelled is None:
        return "unrecognized"
    if any(not _share_license(spelled, other) for other in filter(None, map(normalized, declared))):
        return "conflicting"
    return min((_joint_state(choice) for choice in alternatives(spelled)), key=_ORDER.index)


def is_osi(expression: str) -> bool:
    """Whether the Open Source Initiative approved the license: every one that holds, or one of those to choose from."""
    return license_state(expression) in ("osi", "osi-with-clause")


def is_fsf(expression: str) -> bool:
    """Whether the Free Software Foundation lists the license as free: every one that holds, or one of a choice."""
    spelled = normalized(expression)
    return spelled is not None and any(all(map(_is_free, choice)) for choice in alternatives(spelled))


def _is_free(id_: str) -> bool:
    entry = listed(id_.removesuffix("+"))
    return entry is not None and (entry.fsf or entry.exception)


def _joint_state(choice: tuple[str, ...]) -> LicenseState:
    clauses = [id_ for id_ in choice if _special().get(id_) == "clauses"]
    states: list[LicenseState] = [_state(id_) for id_ in choice if id_ not in clauses]
    worst: LicenseState = max(states, key=_ORDER.index) if states else "other"
    return "osi-with-clause" if clauses and worst == "osi" else worst


def _state(id_: str) -> LicenseState:
    special = _special().get(id_)
    if special in ("institutional", "government-only"):
        return "institutional" if special == "institutional" else "government-only"
    entry = listed(id_.removesuffix("+"))
    if entry is None:
        return "other"
    # An exception only ever adds a permission to the license before it.
    if entry.osi or entry.exception:
        return "osi"
    return "fsf-only" if entry.fsf else "other"


def _share_license(one: str, other: str) -> bool:
    return bool(_families(one) & _families(other))


def _families(expression: str) -> set[str]:
    return {re.sub(r"-only$|-or-later$|\+$", "", id_) for id_ in ids(expression)}
