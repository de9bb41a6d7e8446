# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index is whole: every template finds itself, and damaged data says what to do."""

import pytest

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.index import GAP, UNKNOWN, LicenseIndex, license_index


def test_every_template_finds_its_own_wording() -> None:
    index = license_index()
    lost = []
    for template in index.templates:
        wording = index.wording(template)
        text = wording.usual.replace(GAP, UNKNOWN)
        if index.hits(text)[template.number] < template.keys or not wording.pattern.search(text):
            lost.append(template.ids[0])
    assert lost == []


def test_every_template_can_be_found_by_its_keys() -> None:
    assert [template.ids for template in license_index().templates if template.keys < 1] == []


def test_every_id_is_on_the_spdx_list_or_a_reference() -> None:
    ids = {id_ for template in license_index().templates for id_ in template.ids}
    assert {id_ for id_ in ids if not listed(id_) and not id_.startswith("LicenseRef-")} == set()


def test_every_listed_text_is_in_the_index() -> None:
    known = {id_ for template in license_index().templates if template.kind != "header" for id_ in template.ids}
    assert {"MIT", "GPL-3.0-only", "GPL-3.0-or-later", "Classpath-exception-2.0", "EUPL-1.2", "LicenseRef-IDB"} <= known


def test_damaged_data_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="build_license_index"):
        LicenseIndex(b"not an index")
