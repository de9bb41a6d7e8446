# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The SPDX license list, as data: ids, names, who approved them, what replaced them."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLicense:
    """One id of the SPDX license list. ``replaced_by`` are expressions; several mean that a person has to choose."""

    id: str
    name: str
    exception: bool = False
    osi: bool = False
    fsf: bool = False
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()


@cache
def licenses() -> dict[str, ListedLicense]:
    """Return every license and exception by its id in lower case."""
    text = files("ayni.packs.licenses").joinpath("licenses.json").read_text(encoding="utf-8")
    rows = (
        ListedLicense(**{**row, "replaced_by": tuple(row.get("replaced_by", ()))})
        for row in json.loads(text)["licenses"]
    )
    return {row.id.lower(): row for row in rows}


def listed(id_: str) -> ListedLicense | None:
    """Return the entry of an SPDX id, in any case; None when the list does not have it."""
    return licenses().get(id_.lower())
