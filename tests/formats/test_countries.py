# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A country is known by its letters and by its name, however hastily typed."""

import pytest

from ayni.formats.countries import countries, country_code


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("ec", "es", "EC"),
        ("mexico", "es", "MX"),
        ("Perú", "es", "PE"),
        ("brasil", "pt", "BR"),
        ("haiti", "fr", "HT"),
        ("Côte d'Ivoire", "fr", "CI"),
        ("Trinidad & Tobago", "en", "TT"),
        ("Atlántida", "es", ""),
        ("UK", "en", ""),
        ("EU", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_country_is_recognized(text: str, language: str, code: str) -> None:
    assert country_code(text, language) == code


def test_codes_are_two_letters_and_about_two_hundred_and_fifty() -> None:
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in countries())
    assert 240 < len(countries()) < 270
