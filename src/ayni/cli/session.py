# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every command needs: the language, the packs with their words, the archive, and where to print."""

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console

from ayni.archive import Archive, Run, default_path
from ayni.assessment import Assessment
from ayni.errors import AyniError
from ayni.frameworks import Library
from ayni.pipeline import RunNote, read_library, read_note, recall
from ayni.reports.voice import Voice

LANGUAGES: Final = ("en", "es", "pt", "fr")
_WIDE: Final = 110
_ENVIRONMENT: Final = ("AYNI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")

Lang = Annotated[str, typer.Option("--lang", help="en, es, pt or fr; else the language of the system.")]
Store = Annotated[Path | None, typer.Option("--store", help="The archive file; else one in your data folder.")]
RunDay = Annotated[
    datetime | None,
    typer.Option("--at", formats=["%Y-%m-%d"], help="The day to speak of; else the last run, or today."),
]


def choose_language(wanted: str, environment: Mapping[str, str]) -> str:
    """The language asked for, else that of the environment where packs speak it, else English."""
    if wanted:
        if wanted not in LANGUAGES:
            raise AyniError(f"--lang: '{wanted}' is not one of {', '.join(LANGUAGES)}")
        return wanted
    for name in _ENVIRONMENT:
        code = (locale.normalize(environment[name]) if environment.get(name) else "")[:2].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


@dataclass(frozen=True)
class Session:
    """One command's surroundings. Made from its options; nothing is read before it is asked for."""

    language: str
    store: Path

    @classmethod
    def open(cls, lang: str, store: Path | None) -> "Session":
        """From the options that every command has."""
        return cls(language=choose_language(lang, os.environ), store=store or default_path())

    @cached_property
    def library(self) -> Library:
        """All packs, with the words of the language and of English."""
        return read_library(dict.fromkeys((self.language, "en")))

    @cached_property
    def voice(self) -> Voice:
        """The words of the language."""
        return Voice(self.library, self.language)

    @cached_property
    def console(self) -> Console:
        """Where results go. Piped output is wide and plain, so that other programs can read it."""
        console = Console(highlight=False, markup=False, emoji=False)
        return console if console.is_terminal else Console(highlight=False, markup=False, emoji=False, width=_WIDE)

    @cached_property
    def errors(self) -> Console:
        """Where progress and problems go."""
        return Console(stderr=True, highlight=False, markup=False, emoji=False)

    def archive(self) -> Archive:
        """The archive, open."""
        return Archive.open(self.store)

    def past(self, archive: Archive, day: date | None) -> tuple[Run, RunNote, Assessment]:
        """The last run, or the last one up to the end of a day, judged again. Raises AyniError where there is none."""
        before = None if day is None else datetime.combine(day, time.max, UTC)
        found = archive.runs.latest(before)
        if found is None:
            raise AyniError(self.voice.say("cli", "no-run", store=self.store))
        return found, read_note(found), recall(archive, found, self.library)


def now() -> datetime:
    """The time of a run, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def moment(day: datetime | None) -> datetime:
    """The time at which a run observes: noon of the day asked for, else now."""
    return now() if day is None else datetime.combine(day.date(), time(12), UTC)
