# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Says things in one language: words of the packs, plurals, numbers and dates. The plural rules come from CLDR."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from ayni.assessment import Verdict
from ayni.frameworks import Effort, Language, Library, PackKind
from ayni.frameworks.reading import own_question
from ayni.frameworks.words import FALLBACK, Words

INTERFACE = "interface"
_OTHER = "other"
_PRECISE = 10
_FIRST_IN_FRENCH = "1er"
"""CLDR writes the first of a month as any other day; French does not."""


class Voice:
    """A library's words in one language. Nothing here fails: what has no words shows as its own id."""

    def __init__(self, library: Library, language: str) -> None:
        self.library = library
        self.language = Language(language)
        self.locale = Locale.parse(language)
        self._interface = library.words(INTERFACE)

    def say(self, *path: str, **values: object) -> str:
        """A text of the interface pack with its {names} filled in."""
        return _filled(self._interface.say(self.language, *path), values)

    def plural_form(self, number: float) -> str:
        """Which of the language's plural forms the number takes."""
        return str(self.locale.plural_form(number))

    def count(self, number: float, *path: str, **values: object) -> str:
        """A text that depends on a number, in the number's plural form; {number} is filled in."""
        form = self.plural_form(number)
        if not _known(self._interface, self.language, (*path, form)):
            form = _OTHER
        return self.say(*path, form, number=self.number(number), **values)

    def number(self, value: float) -> str:
        """A number with at most one decimal."""
        return str(format_decimal(round(value, 1), format="#,##0.#", locale=self.locale))

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage."""
        return format_percent(share, locale=self.locale)

    def day(self, day: date) -> str:
        """A day in words."""
        said = format_date(day, format="long", locale=self.locale)
        return _FIRST_IN_FRENCH + said[1:] if self.language == "fr" and day.day == 1 else said

    def short_day(self, day: date) -> str:
        """A day, for tables."""
        return format_date(day, format="medium", locale=self.locale)

    def month(self, day: date) -> str:
        """A month and its year, for the axis of time."""
        return format_date(day, format="MMM y", locale=self.locale)

    def enumeration(self, parts: list[str]) -> str:
        """Parts as one enumeration: a, b and c."""
        return format_list(parts, locale=self.locale) if parts else ""

    def effort(self, effort: Effort) -> str:
        """A range of person-days; the upper end gives the plural form."""
        if effort.low == effort.high:
            return self.count(effort.low, "count", "person-day")
        form = round(effort.high, 1)
        return self.count(form, "effort", low=self._days(effort.low), high=self._days(effort.high))

    def _days(self, days: float) -> str:
        """Above ten, tenths of a day would claim a precision that no estimate has."""
        return self.number(days if days < _PRECISE else round(days))

    def verdict(self, verdict: Verdict) -> str:
        """The word of a verdict."""
        return self.say("verdict", verdict.value, "word")

    def title(self, criterion: str) -> str:
        """The title of a practice or requirement."""
        return self.text(criterion, "title") or criterion

    def text(self, criterion: str, *path: str) -> str:
        """A text of a practice or requirement; empty where it has none."""
        known = self.library.criteria.get(criterion)
        return self._of_pack(known.pack, criterion, *path) if known else ""

    def question(self, name: str) -> str:
        """The question behind a probe's or a question's id; the id itself where nobody worded it."""
        place = self._questions.get(name)
        text = self._of_pack(*place) if place else self._of_pack(self._probes, name, "question")
        return text or name

    def answer(self, name: str, outcome: str) -> str:
        """What one answer to a probe says, as a statement; empty where nobody worded it."""
        return self._of_pack(self._probes, name, outcome)

    def fix(self, name: str) -> str:
        """What turns the answer to a probe to yes; empty where nobody worded it."""
        return self._of_pack(self._probes, name, "fix")

    def unseen(self, missing: str) -> str:
        """Why something was not seen, from ``claim`` or ``claim:reason``."""
        reason = missing.partition(":")[2] or "nobody-looked"
        return self.reason(reason)

    def reason(self, code: str) -> str:
        """What a code for not having seen means."""
        return self._of_pack(self._probes, "reasons", code) or self.say("unseen", code)

    def practices(self, *path: str) -> str:
        """A word that the practices pack defines: phases, lenses, functions, blocks, sides."""
        return next((text for pack in self._practice_packs if (text := self._of_pack(pack, *path))), path[-1])

    def pack(self, pack_id: str, *path: str) -> str:
        """A text of any pack; the last key where it has none."""
        return self._of_pack(pack_id, *path) or path[-1]

    def _of_pack(self, pack_id: str, *path: str) -> str:
        words = self.library.words(pack_id)
        return words.say(self.language, *path) if _known(words, self.language, path) else ""

    @cached_property
    def _probes(self) -> str:
        return next((pack.id for pack in self.library.packs if pack.kind is PackKind.PROBES), "")

    @cached_property
    def _practice_packs(self) -> tuple[str, ...]:
        return tuple(pack.id for pack in self.library.packs if pack.kind is PackKind.PRACTICES)

    @cached_property
    def _questions(self) -> Mapping[str, tuple[str, ...]]:
        """Where the words of each question that a person answers are: pack and path."""
        places: dict[str, tuple[str, ...]] = {}
        for practice in self.library.practices:
            for name in practice.questions:
                places[name] = (practice.criterion.pack, practice.id, "questions", name)
        for item in self.library.items:
            pack = item.criterion.pack
            places[own_question(pack, item.id)] = (pack, item.id, "question")
        return places


def _known(words: Words, language: Language, path: tuple[str, ...]) -> bool:
    return words.has(language, *path) or words.has(FALLBACK, *path)


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Not str.format: a brace in a text or in a name that is filled in stays what it is."""
    if "{" not in text:
        return text
    parts = text.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        filled.append(f"{values[name]}{rest}" if closed and name in values else "{" + part)
    return "".join(filled)
