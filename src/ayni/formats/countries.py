# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Countries by their two letters (ISO 3166-1) and by their names, as CLDR has them."""

import unicodedata
from functools import cache
from typing import Final

from babel import Locale

# CLDR's two-letter codes for unions, outlying areas and test locales, which are no country.
_NO_COUNTRY: Final = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


@cache
def countries() -> frozenset[str]:
    """The codes of all countries."""
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2) - _NO_COUNTRY


def country_code(text: str, language: str) -> str:
    """The code that a person means: the code itself in any case, or the country's name in the language; else empty."""
    wanted = text.strip()
    return wanted.upper() if wanted.upper() in countries() else _codes(language).get(_plain(wanted), "")


@cache
def _codes(language: str) -> dict[str, str]:
    names = Locale.parse(language).territories
    return {_plain(str(names[code])): code for code in sorted(countries()) if code in names}


def _plain(name: str) -> str:
    """Without accents and case: people type names of countries in haste."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
