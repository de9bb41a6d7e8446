# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names that people write become ids; names of several licenses become none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.licensing import declared, spdx_id
from ayni.analyzers.licensing.catalog import licenses, listed


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("GNU GPL v3", "GPL-3.0-only"),
        ("GPLv2+", "GPL-2.0-or-later"),
        ("GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"),
        ("License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"),
        ("Licencia Pública General Reducida de GNU versión 2.1", "LGPL-2.1-only"),
        ("Licença Pública Geral GNU v3", "GPL-3.0-only"),
        ("LGPL 2.1", "LGPL-2.1-only"),
        ("Apache License 2.0", "Apache-2.0"),
        ("The Apache Software License, Version 2.0", "Apache-2.0"),
        ("ISC", "ISC"),
        ("Licencia MIT", "MIT"),
        ("MIT License (MIT)", "MIT"),
        ("New BSD License", "BSD-3-Clause"),
        ("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0"),
        ("CC BY 3.0 IGO", "CC-BY-3.0-IGO"),
        ("cc0", "CC0-1.0"),
        ("Licencia Pública de la Unión Europea v. 1.2", "EUPL-1.2"),
        ("agpl-3.0", "AGPL-3.0-only"),
        ("IDB Open-Source Software License", "LicenseRef-IDB"),
        ("BSD", None),
        ("GPL", None),
        ("Apache", None),
        ("Creative Commons", None),
        ("X11 License (MIT)", None),
        ("Proprietary", None),
        ("GPL version 7", None),
        ("", None),
    ],
)
def test_names(name: str, id_: str | None) -> None:
    assert spdx_id(name) == id_


def test_every_listed_id_stands_for_itself_or_what_replaced_it() -> None:
    lost = [
        entry.id
        for entry in licenses().values()
        if not entry.exception and spdx_id(entry.id) != entry.id and not entry.deprecated
    ]
    assert lost == []


@given(st.text(max_size=60))
def test_any_text_gives_an_id_of_the_list_or_none(name: str) -> None:
    id_ = spdx_id(name)
    assert id_ is None or id_.startswith("LicenseRef-") or listed(id_.split(" ")[0]) is not None


@pytest.mark.parametrize(
    ("value", "expression"),
    [
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
        ("GPLv3 and MIT License", "GPL-3.0-only AND MIT"),
        ("(MIT)", "MIT"),
        ("BSD or MIT", None),
        ("see LICENSE", None),
    ],
)
def test_values_of_license_fields(value: str, expression: str | None) -> None:
    assert declared(value) == expression
