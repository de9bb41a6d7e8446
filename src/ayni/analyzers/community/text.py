# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Takes a text for people apart: its headings, its prose, its opening paragraph, its folded words.

Markdown, reStructuredText, AsciiDoc, HTML and plain text are read at once, since an analyzer does not know the name
of what it reads. Every expression here is linear in the length of the text.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Final, TypeAlias

LIMIT: Final = 256 * 1024
"""Bytes that are looked at; nobody reads further either."""

MINIMAL_PARAGRAPH: Final = 60
MINIMAL_WORDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text taken apart. ``parts`` is the prose before the first heading and after each one, cleaned of markup."""

    headings: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def prose(self) -> str:
        """Everything that is neither heading nor code nor markup."""
        return "\n".join(part for part in self.parts if part)


def read_text(content: bytes) -> str:
    """The text of the first ``LIMIT`` bytes, with plain line ends; empty when it is no text."""
    cut = content[:LIMIT]
    if cut.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = cut.decode("utf-16", "replace")
    elif b"\0" in cut:
        return ""
    else:
        text = _decode(cut)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text)


def _decode(cut: bytes) -> str:
    try:
        return cut.decode()
    except UnicodeDecodeError as error:
        if len(cut) == LIMIT and error.start > LIMIT - 4:
            return cut[: error.start].decode()
    return cut.decode("cp1252", "replace")


def take_apart(text: str) -> Document:
    """Find the headings and the prose between them."""
    text = _FRONT_MATTER.sub(_front_title, text)
    for signs, pattern in _CODE:
        text = _replaced(text, signs, pattern, "\n")
    for signs, pattern in _HEADINGS:
        text = _replaced(text, signs, pattern, "\n\n\x00\\1\x01\n\n")
    pieces = _MARKED.split(text)
    return Document(
        headings=tuple(_heading(piece) for piece in pieces[1::2]),
        parts=tuple(_prose(piece) for piece in pieces[::2]),
    )


def is_explanation(part: str) -> bool:
    """Whether the prose has a paragraph of some length that is no list and no table."""
    return any(
        len(paragraph) >= MINIMAL_PARAGRAPH and paragraph.count(" ") >= MINIMAL_WORDS and not _LIST.match(paragraph)
        for paragraph in (" ".join(lines.split()) for lines in part.split("\n\n"))
    )


def fold(text: str) -> str:
    """Small letters and digits without accents, one space between words and one at either end."""
    ascii_only = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore")
    return f" {b' '.join(ascii_only.translate(_TO_WORDS).split()).decode()} "


def _front_title(match: re.Match[str]) -> str:
    title = re.search(r"(?m)^title: ?(.{1,200})$", match[0])
    return f"\x00{title[1]}\x01\n" if title else ""


def _heading(raw: str) -> str:
    text = _TAG.sub(" ", _LINK.sub(r"\1", _IMAGE.sub(" ", raw)))
    return " ".join(html.unescape(_ANCHOR.sub("", text)).strip("#*_`= \t").split())


def _prose(raw: str) -> str:
    for signs, pattern, replacement in _MARKUP:
        raw = _replaced(raw, signs, pattern, replacement)
    return _BLANKS.sub("\n\n", raw).strip()


def _replaced(text: str, signs: tuple[str, ...], pattern: re.Pattern[str], replacement: str) -> str:
    """Replace where it matches; one of the signs is in whatever it matches, and most texts have none of them."""
    return pattern.sub(replacement, text) if any(map(text.__contains__, signs)) else text


_UNWANTED: Final = re.compile(r"[\x00-\x08\x0b-\x1f]+")
_TO_WORDS: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))

_FRONT_MATTER: Final = re.compile(r"\A---\n(?:[^\n]{0,400}\n){0,60}?---\n")
_Signed: TypeAlias = tuple[tuple[str, ...], re.Pattern[str]]
# Every one of these may be left open to the end of the text, so that no opening is looked for twice.
_CODE: Final[tuple[_Signed, ...]] = (
    (
        ("```", "~~~"),
        re.compile(r"^[ \t]*(```+|~~~+)[^\n`]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE),
    ),
    (
        ("[source", "[listing"),
        re.compile(r"^\[(?:source|listing)[^\n\]]*\]\n(-{4,})\n.*?(?:^\1$|\Z)", re.DOTALL | re.MULTILINE),
    ),
    (("<!--",), re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)),
    (("<",), re.compile(r"<(pre|script|style|svg)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)),
)
_UNDERLINES: Final = tuple(3 * sign for sign in "=-~^\"'`*+#:.")
_HEADINGS: Final[tuple[_Signed, ...]] = (
    (("<",), re.compile(r"<h[1-6][^>\n]{0,300}>([^\x00\x01]{1,300}?)</h[1-6]>", re.IGNORECASE)),
    (("#",), re.compile(r"^ {0,3}#{1,6}[ \t]*([^\s#!\x00][^\n\x00\x01]*)$", re.MULTILINE)),
    (("= ", "=\t"), re.compile(r"^={1,6}[ \t]+([^\s=][^\n\x00\x01]*)$", re.MULTILINE)),
    (_UNDERLINES, re.compile(r"^([^\s|>\x00-][^\n\x00\x01]{0,150})\n([=\-~^\"'`*+#:.])\2{2,}[ \t]*$", re.MULTILINE)),
    (
        ("**", "__"),
        re.compile(r"^[ \t]*(?:[-*][ \t])?(?:\*\*|__)([^*_\n\x00\x01]{2,80})(?:\*\*|__):?[ \t]*$", re.MULTILINE),
    ),
    (("\n\n",), re.compile(r"(?<=\n\n)((?:[0-9]{1,2}\.? )?[A-ZÀ-Þ][A-ZÀ-Þ ,/-]{3,60}):?(?=\n\n)")),
)
_MARKED: Final = re.compile(r"\x00([^\x00\x01]*)\x01")
_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])?")
_LINK: Final = re.compile(r"\[([^\]\n]{0,300})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])")
_TAG: Final = re.compile(r"<[^<>]{0,1000}>")
_ANCHOR: Final = re.compile(r"\{[#:][^}]{0,100}\}")
_BLANKS: Final = re.compile(r"\n[ \t]*\n\s*")
_LIST: Final = re.compile(r"(?:[-*+•|>]|[0-9]{1,3}[.)])\s*")
_MARKUP: Final = (
    (("    ", "\t"), re.compile(r"^(?: {4}|\t)(?![ \t]*(?:[-*+]|[0-9]{1,3}[.)]) )[^\n]*$", re.MULTILINE), ""),
    ((".. ", "..\t"), re.compile(r"^[ \t]{0,8}\.\.[ \t][^\n]*$", re.MULTILINE), ""),
    ((" :", "\t:"), re.compile(r"^[ \t]{1,8}:[\w-]{1,30}:[^\n]*$", re.MULTILINE), ""),
    (("]:",), re.compile(r"^\[[^\]\n]{1,200}\]:[^\n]*$", re.MULTILINE), ""),
    (("![",), _IMAGE, ""),
    (("](", "]["), _LINK, r"\1"),
    (("<",), _TAG, " "),
    (
        ("://", "image:", "link:"),
        re.compile(r"(?:https?://|image:|link:)[^\s\[\])>]{1,2000}(?:\[[^\]\n]{0,200}\])?"),
        "",
    ),
    ((":`",), re.compile(r":[a-z]{2,12}:`"), ""),
    (("|", "*", "_", "`", "~", "\\", "---", "==", "-=", "=-"), re.compile(r"[|*_`~\\]+|[-=]{3,}"), ""),
)
