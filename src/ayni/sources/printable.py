# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes text from a stranger's repository safe to store, to encode and to show on one line."""

import re
from typing import Final

# Control characters, lone surrogates (bytes that were no UTF-8), and marks that turn the direction of reading.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NAMED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def printable(text: str) -> str:
    """The text with everything that cannot be shown written as an escape, ``\\xff`` for a byte that was no UTF-8."""
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    letter = match[0]
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return _NAMED.get(letter) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
