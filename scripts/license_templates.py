# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""License texts as templates: words that are always there, options, choices, and gaps for names and dates."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ayni.analyzers.licensing.word_lists import word_list

GAP = "\2"
"""Marks a gap in the usual wording."""

OPTION_START, OPTION_END = "\3", "\4"
"""Stand around what may be missing in the usual wording."""

HEAD = 8
"""How many words after a gap end it for good; keeps the search linear on hostile input."""

Spell: TypeAlias = Callable[[Iterable[str]], str]
"""Turns words into characters."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that are always there."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to this many words of any kind; ``usual`` is what stands there in the published text."""

    longest: int
    usual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """What may be there or not."""

    pieces: "Pieces"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several wordings, the usual one first."""

    wordings: tuple["Pieces", ...]


Piece: TypeAlias = Literal | Gap | Option | Choice
Pieces: TypeAlias = tuple[Piece, ...]


def joined(pieces: Iterable[Piece]) -> Pieces:
    """Return the pieces without empty ones, neighbouring literals and gaps joined."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if _is_empty(piece):
            continue
        if isinstance(piece, Literal) and isinstance(last, Literal):
            result[-1] = Literal(last.words + piece.words)
        elif isinstance(piece, Gap) and isinstance(last, Gap):
            result[-1] = Gap(max(last.longest, piece.longest), last.usual + piece.usual)
        else:
            result.append(piece)
    return tuple(result)


def _is_empty(piece: Piece) -> bool:
    match piece:
        case Literal():
            return not piece.words
        case Gap():
            return piece.longest == 0
        case Option():
            return not piece.pieces
        case Choice():
            return not any(piece.wordings)


def trimmed(pieces: Pieces) -> tuple[Pieces, Pieces]:
    """Return the pieces without what may be missing at either end, since a text is found without it too; and that."""
    held = [number for number, piece in enumerate(pieces) if isinstance(piece, Literal | Choice)]
    if not held:
        return pieces, ()
    return pieces[held[0] : held[-1] + 1], (*pieces[: held[0]], Gap(1), *pieces[held[-1] + 1 :])


def literals(pieces: Pieces) -> list[tuple[str, ...]]:
    """Return the runs of words that are always there."""
    return [piece.words for piece in pieces if isinstance(piece, Literal)]


def all_words(pieces: Pieces) -> Iterator[str]:
    """Yield every word of the pieces, options and choices included."""
    for piece in pieces:
        match piece:
            case Literal():
                yield from piece.words
            case Option():
                yield from all_words(piece.pieces)
            case Choice():
                for wording in piece.wordings:
                    yield from all_words(wording)
            case Gap():
                yield from piece.usual


def expression(pieces: Sequence[Piece], spell: Spell) -> str:
    """Return the regular expression that finds a template in words spelled as characters."""
    parts: list[str] = []
    skipped = 0
    for number, piece in enumerate(pieces):
        match piece:
            case Literal():
                parts.append(spell(piece.words[skipped:]))
                skipped = 0
            case Option():
                parts.append(f"(?:{expression(piece.pieces, spell)})?")
            case Choice():
                wordings = "|".join(expression(wording, spell) for wording in piece.wordings)
                parts.append(f"(?:{wordings})")
            case Gap():
                following = pieces[number + 1] if number + 1 < len(pieces) else None
                head = following.words[:HEAD] if isinstance(following, Literal) else ()
                skipped = len(head)
                never = spell(word for word in sorted(word_list("never-in-gaps")) if word not in piece.usual)
                gap = f"[^{never}]{{0,{piece.longest}}}?{spell(head)}"
                parts.append(f"(?>{gap})" if head else gap)
    return "".join(parts)


def usual(pieces: Pieces, spell: Spell) -> str:
    """Return the usual wording of a template, gaps marked."""
    parts = []
    for piece in pieces:
        match piece:
            case Literal():
                parts.append(spell(piece.words))
            case Option():
                parts.append(f"{OPTION_START}{usual(piece.pieces, spell)}{OPTION_END}")
            case Choice():
                parts.append(usual(piece.wordings[0], spell))
            case Gap():
                parts.append(GAP)
    return "".join(parts)
