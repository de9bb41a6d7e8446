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
from ayni.frameworks.loader import PACKS
from ayni.pipeline import RunNote, read_library, read_note, recall, runs_of
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


def choose_language(wanted: str, environment: Mapping[str, str], otherwise: str = "") -> str:
    """The language asked for, else the environment's where packs speak it, else the office's own, else English."""
    if wanted:
        if wanted not in LANGUAGES:
            raise AyniError(f"--lang: '{wanted}' is not one of {', '.join(LANGUAGES)}")
        return wanted
    for name in _ENVIRONMENT:
        code = (locale.normalize(environment[name]) if environment.get(name) else "")[:2].lower()
        if code in LANGUAGES:
            return code
    return otherwise if otherwise in LANGUAGES else LANGUAGES[0]


def _last_made(archive: Archive) -> Run | None:
    return max(archive.runs.all(), key=lambda run: run.key, default=None)


def _last_language(store: Path) -> str:
    """The language in which the last run was shown; empty where there is none."""
    if not store.is_file():
        return ""
    with Archive.open(store) as archive:
        last = _last_made(archive)
        return read_note(last).language if last else ""


@dataclass(frozen=True)
class Session:
    """One command's surroundings. Made from its options; nothing is read before it is asked for."""

    language: str
    store: Path

    @classmethod
    def open(cls, lang: str, store: Path | None, office_language: str | None = None) -> "Session":
        """From the options that every command has. Without ``office_language``, that of the last run goes on."""
        place = store or default_path()
        own = _last_language(place) if office_language is None else office_language
        return cls(language=choose_language(lang, os.environ, own), store=place)

    @cached_property
    def library(self) -> Library:
        """Ayni's packs and those of AYNI_PACKS, with the words of the language and of English."""
        own = [Path(folder) for folder in os.environ.get("AYNI_PACKS", "").split(os.pathsep) if folder]
        return read_library(dict.fromkeys((self.language, "en")), (PACKS, *own))

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
        """The last run made, or its office's last one up to the end of a day, judged again from what it saw.

        Raises AyniError where there is none.
        """
        found = _last_made(archive)
        if found is None:
            raise AyniError(self.voice.say("cli", "no-run", store=self.store))
        if day is not None:
            of_office = runs_of(archive, read_note(found).office)
            until = [run for run in of_office if run.at <= datetime.combine(day, time.max, UTC)]
            if not until:
                raise AyniError(self.voice.say("cli", "no-run-yet", day=f"{day}", first=f"{of_office[0].at:%Y-%m-%d}"))
            found = until[-1]
        return found, read_note(found), recall(archive, found, self.library)


def now() -> datetime:
    """The time of a run, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def moment(day: datetime | None) -> datetime:
    """The time at which a run observes: noon of the day asked for, else now. Raises AyniError for a day to come."""
    if day is None:
        return now()
    if day.date() > now().date():
        raise AyniError(f"--at: {day:%Y-%m-%d} is yet to come; nobody can have looked then")
    return datetime.combine(day.date(), time(12), UTC)
