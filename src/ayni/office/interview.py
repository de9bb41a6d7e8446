# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first conversation with an office: what is asked, in which order, and what a reply means. Pure; asks nobody."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NoReturn, TypeAlias

from ayni.formats.countries import country_code
from ayni.frameworks import Lens, Practice
from ayni.office.canvas import BLOCKS_BY_LENS
from ayni.office.naming import institution_of, split_place

MAX_QUESTIONS: Final = 30
"""More than this, and nobody reaches the end. One is kept for the language."""

Reply: TypeAlias = str | tuple[str, ...]
"""What a person said: one text, or a list of them. The empty one: asked, and passed over."""


class ReplyKind(StrEnum):
    """The form that a reply has."""

    TEXT = "text"
    NEEDED = "needed"
    COUNTRY = "country"
    NAMES = "names"
    PERSON = "person"
    PLACES = "places"
    YES_NO = "yes-no"


LISTS: Final = frozenset({ReplyKind.NAMES, ReplyKind.PLACES})
"""The kinds whose reply is a list, one on each line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the interview. ``part`` is the heading it stands under, ``about`` the block or practice."""

    key: str
    kind: ReplyKind
    part: str
    about: str = ""


class RefusedReplyError(ValueError):
    """A reply that cannot be taken; ``code`` names the reason, ``text`` the part of the reply."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


_OFFICE: Final = (
    Question(key="title", kind=ReplyKind.NEEDED, part="office"),
    Question(key="country", kind=ReplyKind.COUNTRY, part="office"),
    Question(key="institutions", kind=ReplyKind.NAMES, part="office"),
    Question(key="repositories", kind=ReplyKind.PLACES, part="office"),
)
_BY: Final = Question(key="by", kind=ReplyKind.PERSON, part="answers")


def interview(practices: Iterable[Practice]) -> tuple[Question, ...]:
    """The questions in order: the office, the canvas lens by lens, then practices that show results early.

    The practices come phase by phase; one whose questions no longer fit, and all after it, are left for the file.
    """
    before = (*_OFFICE, *_canvas(), _BY)
    early = sorted((one for one in practices if one.early_result), key=lambda one: one.phase)
    return (*before, *_answers(early, MAX_QUESTIONS - 1 - len(before)))


def _canvas() -> Iterator[Question]:
    for lens in Lens:
        for block in BLOCKS_BY_LENS[lens]:
            yield Question(key=f"canvas.{block}", kind=ReplyKind.TEXT, part=lens.value, about=block)


def _answers(practices: Iterable[Practice], room: int) -> Iterator[Question]:
    for practice in practices:
        room -= len(practice.questions)
        if room < 0:
            return
        for name in practice.questions:
            yield Question(key=f"answers.{name}", kind=ReplyKind.YES_NO, part="answers", about=practice.id)


def pending(questions: Iterable[Question], replies: Mapping[str, Reply]) -> Iterator[Question]:
    """The questions still to ask. Without a name to stand behind them, no answers are asked for."""
    for question in questions:
        nameless = question.kind is ReplyKind.YES_NO and not replies.get(_BY.key, "by")
        if question.key not in replies and not nameless:
            yield question


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """How replies are understood.

    ``words`` are the words for yes, no and unknown, several apart by blanks; ``usable`` says whether a repository's
    address or path can be read; ``institutions`` are the titles by id that a repository may belong to.
    """

    language: str
    words: Mapping[str, str]
    usable: Callable[[str], bool]
    institutions: Mapping[str, str] = field(default_factory=dict)


def read_reply(question: Question, said: Reply, ear: Ear) -> Reply:
    """What a reply means; the empty text is "passed over". Raises RefusedReplyError."""
    if question.kind in LISTS:
        lines = (said,) if isinstance(said, str) else said
        found = (text for line in lines if (text := clean(line)))
        return tuple(dict.fromkeys(_place(one, ear) if question.kind is ReplyKind.PLACES else one for one in found))
    text = clean(said if isinstance(said, str) else " ".join(said))
    return _read_text(question.kind, text, ear) if text else _nothing(question.kind)


def _nothing(kind: ReplyKind) -> str:
    return _refuse("needed", "") if kind is ReplyKind.NEEDED else ""


def _read_text(kind: ReplyKind, text: str, ear: Ear) -> str:
    if kind is ReplyKind.COUNTRY:
        return country_code(text, ear.language) or _refuse("country", text)
    meant = _meant(text, ear.words)
    if kind is ReplyKind.YES_NO:
        return meant or _refuse("yes-no", text)
    if kind is ReplyKind.PERSON and (meant or not any(letter.isalpha() for letter in text)):
        _refuse("person", text)
    return "" if kind is ReplyKind.TEXT and meant == "unknown" else text


def _place(text: str, ear: Ear) -> str:
    """The place of a repository, or ``place = institution's id``."""
    if ear.usable(text):
        return text
    place, owner = split_place(text)
    if not ear.usable(place):
        _refuse("place", text)
    return f"{place} = {institution_of(owner, ear.institutions) or _refuse('institution', owner)}"


def clean(text: str) -> str:
    """The text on one line, without what no screen shows."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())


def _meant(text: str, words: Mapping[str, str]) -> str:
    wanted = text.casefold()
    ways = {way: meaning for meaning, said in words.items() for way in (meaning, *said.casefold().split())}
    return ways.get(wanted, "")


def _refuse(code: str, text: str) -> NoReturn:
    raise RefusedReplyError(code, text)
