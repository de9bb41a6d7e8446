# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of English, Spanish, Portuguese and French a text is written in, by its most common small words."""

import re
from typing import Final

WORDS_READ: Final = 4000
MINIMAL_HITS: Final = 10
"""Fewer small words than this say nothing."""

MINIMAL_SHARE: Final = 0.05
"""Of all words: a text full of names has 6 in 100 small words of its language, an ordinary one 20, a strange one 3."""

SECOND_SHARE: Final = 0.5
"""A language with half the hits of the first one is there too: a file in two languages."""

# Words that tell the four apart. Some are in two profiles (una, con, por, os): a text of one language hits its own
# profile far more often than any other, so the winner stands out all the same.
_PROFILES: Final = {
    "en": "the and of to is for with this that you are be from will can your have it we if when use how",
    "es": "el los las del y una más también está esta este según por con cada desde sus son puede hay cómo pero al",
    "pt": "do da dos das em não um uma ao aos são você pelo pela com também será às é os na nas seu sua mais isso pode",
    "fr": "le les des du et est dans pour avec sur vous nous cette ces aux par pas qui une ce être votre sont ou où",
}
_LANGUAGES_OF: Final[dict[str, tuple[str, ...]]] = {}
for _language, _words in _PROFILES.items():
    for _word in _words.split():
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)
_WORD: Final = re.compile(r"[^\W\d_]+")


def languages_of(prose: str) -> tuple[str, ...]:
    """The languages of the text, the main one first; empty when it is too short or in none of the four."""
    hits = dict.fromkeys(_PROFILES, 0)
    words = _WORD.findall(prose[: WORDS_READ * 8].lower())[:WORDS_READ]
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            hits[language] += 1
    ranked = sorted(hits, key=lambda language: (-hits[language], language))
    most = hits[ranked[0]]
    if most < max(MINIMAL_HITS, MINIMAL_SHARE * len(words)):
        return ()
    return tuple(language for language in ranked if hits[language] >= most * SECOND_SHARE)
