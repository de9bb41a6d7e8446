# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Expressions are spelled one way; what is no expression is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.licensing import ids, normalized
from ayni.analyzers.licensing.expressions import alternatives


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("mit", "MIT"),
        ("GPL-2.0", "GPL-2.0-only"),
        ("GPL-2.0+", "GPL-2.0-or-later"),
        ("Apache-2.0+", "Apache-2.0+"),
        ("mit  or  apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT AND ( ISC ))", "MIT AND (ISC)"),
        ("GPL-2.0-only with classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("licenseref-IDB", "LicenseRef-IDB"),
        ("MIT OR", None),
        ("MIT Apache-2.0", None),
        ("(MIT", None),
        ("NoSuchLicense", None),
        ("", None),
        ("(" * 500, None),
    ],
)
def test_normalized(text: str, expression: str | None) -> None:
    assert normalized(text) == expression


@given(st.text("MIT ()ORANDWH-2.0+apche", max_size=60))
def test_normalizing_is_stable(text: str) -> None:
    once = normalized(text)
    assert once is None or normalized(once) == once


def test_ids_and_alternatives() -> None:
    expression = "MIT OR (GPL-2.0-only WITH Classpath-exception-2.0 AND ISC)"
    assert ids(expression) == ("MIT", "GPL-2.0-only", "Classpath-exception-2.0", "ISC")
    assert alternatives(expression) == (("MIT",), ("GPL-2.0-only", "Classpath-exception-2.0", "ISC"))
