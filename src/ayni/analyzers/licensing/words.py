# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turn any spelling of a text into the same plain words, after annex B of the SPDX specification.

Case, white space, punctuation, bullets, quotation marks, web addresses, HTML tags and comment marks carry no
meaning; spelling variants are equal. Nothing here depends on where lines break, so that re-wrapping a text or
putting it into a comment changes nothing.
"""

import html
import re
import unicodedata

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"')\]]*"
_STOP = r"(?:[.)](?=\s))?"
_ASCII_TOKEN = re.compile(rf"{_ADDRESS}|[a-z0-9]+{_STOP}|&")
# Chinese and Japanese have no spaces between words: there, each character is one.
_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_ANY_TOKEN = re.compile(rf"{_ADDRESS}|[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+{_STOP}|&")
_COMBINING = re.compile(r"[\u0300-\u036f\u00ad\u200b\ufeff\u2018\u2019\u00b4]+")
_MARKED_UP = re.compile(r"</[a-z]|<(?:br|p|hr|!--)\b")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|center|code|div|dl|dd|dt|em|font|h[1-6]|head|hr|html|i|img|li|link|meta|"
    r"ol|p|pre|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)\b[^<>]{0,300}>|<!--|-->"
)
_STYLE = re.compile(r"<style\b[^<>]*>[^<]*</style>")
_BULLET = re.compile(r"(?:[0-9]{1,2}|[a-z]|[ivx]{2,4})[.)]")
_ESCAPED_BREAK = re.compile(r"\\[nrt]")

# Words that only start a comment line in some languages (m4, batch files).
_COMMENT_WORDS = frozenset({"dnl", "rem"})

_EQUAL_WORDS = {
    "&": "and",
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "analogue": "analog",
    "analyse": "analyze",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "authorisation": "authorization",
    "authorised": "authorized",
    "calibre": "caliber",
    "cancelled": "canceled",
    "cannot": "can not",
    "capitalisations": "capitalizations",
    "catalogue": "catalog",
    "categorise": "categorize",
    "centre": "center",
    "emphasised": "emphasized",
    "favour": "favor",
    "favourite": "favorite",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "holder": "owner",
    "holders": "owners",
    "initialise": "initialize",
    "judgement": "judgment",
    "labelling": "labeling",
    "labour": "labor",
    "licence": "license",
    "licenced": "licensed",
    "licences": "licenses",
    "maximise": "maximize",
    "merchantibility": "merchantability",
    "modelled": "modeled",
    "modelling": "modeling",
    "nonexclusive": "non exclusive",
    "noncommercial": "non commercial",
    "noninfringement": "non infringement",
    "offence": "offense",
    "optimise": "optimize",
    "organisation": "organization",
    "organise": "organize",
    "percent": "per cent",
    "practise": "practice",
    "programme": "program",
    "realise": "realize",
    "recognise": "recognize",
    "signalling": "signaling",
    "sublicense": "sub license",
    "sublicence": "sub license",
    "sublicenses": "sub licenses",
    "sublicensed": "sub licensed",
    "sublicensing": "sub licensing",
    "utilisation": "utilization",
    "website": "web site",
    "whilst": "while",
    "wilful": "willful",
    "wilfull": "willful",
}


def canonical(token: str) -> tuple[str, ...]:
    """Return the words that a raw token stands for: none for bullets and addresses, two for some compounds."""
    if "://" in token or token.startswith("www.") or token in _COMMENT_WORDS or _BULLET.fullmatch(token):
        return ()
    word = token.rstrip(".)")
    return tuple(_EQUAL_WORDS.get(word, word).split())


def prepare(text: str) -> str:
    """Lower-case a text and take out mark-up and accents, so that raw_tokens can read it."""
    lowered = text.lower().replace("'", "").replace("`", "")
    if "&" in lowered:
        lowered = html.unescape(lowered)
    if not lowered.isascii():
        lowered = _COMBINING.sub(
            "", unicodedata.normalize("NFKD", lowered.replace("œ", "oe").replace("æ", "ae").replace("™", " "))
        )
    if "<" in lowered and _MARKED_UP.search(lowered):
        lowered = _TAG.sub(" ", _STYLE.sub(" ", lowered))
    if "\\" in lowered:
        lowered = _ESCAPED_BREAK.sub(" ", lowered)
    return lowered + " "


def raw_tokens(prepared: str) -> list[str]:
    """Return the tokens of a prepared text, bullets and addresses still among them."""
    return (_ASCII_TOKEN if prepared.isascii() else _ANY_TOKEN).findall(prepared)


def raw_token_starts(prepared: str) -> list[int]:
    """Return where each of the raw tokens starts."""
    pattern = _ASCII_TOKEN if prepared.isascii() else _ANY_TOKEN
    return [found.start() for found in pattern.finditer(prepared)]


def words(text: str) -> list[str]:
    """Return the plain words of a text."""
    return [word for token in raw_tokens(prepare(text)) for word in canonical(token)]
