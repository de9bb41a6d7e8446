# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes text from strangers fit to be shown: nothing in it can act on the reader's screen or break the encoding."""

import re
import unicodedata
from typing import Final

_UNFIT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufdd0-\ufdef]"
    "|[\U0001fffe\U0001ffff\U0010fffe\U0010ffff\ufffe\uffff\U000e0000-\U000e007f]"
)
_CONTROL_PICTURES: Final = 0x2400


def plain(text: str) -> str:
    """The text on one line, with everything invisible or unfit shown by a sign of its own.

    Control characters become their Unicode pictures; marks that turn or hide text, and halves of characters, their code
    in brackets. The result is valid UTF-8 and reads in the order in which it is stored.
    """
    return _UNFIT.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    return f"[U+{code:04X}]"


def sort_key(text: str) -> tuple[str, str]:
    """Orders names as a reader expects, accents and capitals aside, and always the same way."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)), text
