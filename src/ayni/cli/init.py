# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni init``: a conversation of at most 30 questions that ends in a commented office.yaml."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console

from ayni.cli.session import LANGUAGES, choose_language, moment
from ayni.errors import AyniError
from ayni.frameworks import PackKind
from ayni.frameworks.words import FALLBACK
from ayni.office.draft import draft
from ayni.office.interview import (
    LISTS,
    MAX_QUESTIONS,
    Ear,
    Question,
    RefusedReplyError,
    Reply,
    ReplyKind,
    interview,
    pending,
    read_reply,
)
from ayni.office.known import known_ids
from ayni.office.naming import institution_ids
from ayni.pipeline import read_library
from ayni.probes import PROBES
from ayni.reports.voice import Voice
from ayni.sources.office_file import FILE_NAME, read_office
from ayni.sources.office_file_places import is_usable_source
from ayni.sources.office_file_replies import Progress, read_replies
from ayni.sources.whole_file import write_whole

STOPPED: Final = 130
"""The exit code of a command that its person interrupted."""

_MEANINGS: Final = ("yes", "no", "unknown")
_NEAR: Final = 0.5


def init(
    path: Annotated[Path, typer.Argument(help="The file to write, or the folder to write office.yaml in.")] = Path(),
    *,
    answers: Annotated[Path | None, typer.Option(help="A YAML file with replies; only the rest is asked.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing; pass over what has no reply.")] = False,
    at: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the answers; else today.")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="en, es, pt or fr; asked for when left out.")] = "",
) -> None:
    """Write a first office.yaml by answering questions. Ctrl-C keeps what was said; the same command goes on."""
    target = path / FILE_NAME if path.is_dir() else path
    if target.exists():
        raise AyniError(f"{target}: is already there; edit it, or name another file")
    console = Console(highlight=False, markup=False, emoji=False)
    progress = Progress(target)
    given = read_replies(answers) if answers else {}
    day = moment(at).date()
    kept = progress.language if progress.language in LANGUAGES else ""
    asked = lang or kept or ("" if yes else _ask_language(console))
    talk = Talk(console, choose_language(asked, os.environ), target, progress)
    talk.take(given, answers)
    try:
        talk.pass_over() if yes else talk.ask()
    except (KeyboardInterrupt, EOFError):
        raise typer.Exit(STOPPED) from None
    talk.write(day)


class Talk:
    """The conversation, in one language. Every reply is kept at once."""

    def __init__(self, console: Console, language: str, target: Path, progress: Progress) -> None:
        self.console = console
        self.language = language
        self.target = target
        self.progress = progress
        self.progress.language = language
        self.library = read_library(dict.fromkeys((language, FALLBACK)))
        self.voice = Voice(self.library, language)
        self.questions = interview(self.library.practices)
        self.canvas = next((pack.id for pack in self.library.packs if pack.kind is PackKind.CANVAS), "")
        self.words = {meaning: self.say("words", meaning) for meaning in _MEANINGS}
        self._look_again()

    def say(self, *path: str, **values: object) -> str:
        """A text of the interview."""
        return self.voice.say("init", *path, **values)

    def take(self, given: Mapping[str, Reply], file: Path | None) -> None:
        """Take over replies that a file gives."""
        keys = [question.key for question in self.questions]
        for key in given:
            if key not in keys:
                near = get_close_matches(key, keys, n=1, cutoff=_NEAR)
                hint = f"did you mean '{near[0]}'?" if near else "the keys are in docs/reference/office-file.md"
                raise AyniError(f"{file}: '{key}' is not asked; {hint}")
        for question in (one for one in self.questions if one.key in given):
            try:
                self.progress.replies[question.key] = self._read(question, given[question.key])
            except RefusedReplyError as refused:
                raise AyniError(f"{file}: {question.key}: {self._refusal(refused)}") from None

    def pass_over(self) -> None:
        """Ask nobody. The office then is called what every such office is called."""
        self.progress.replies.setdefault("title", self.say("default-title"))

    def ask(self) -> None:
        """Ask what has no reply yet; an interruption says where the replies are, and is passed on."""
        self.console.print(self.say("welcome", file=self.target, number=MAX_QUESTIONS))
        if self.progress.replies:
            self.console.print(self.say("resumed", number=len(self.progress.replies)))
        part = ""
        try:
            for question in pending(self.questions, self.progress.replies):
                if question.part != part:
                    part = question.part
                    self.console.print(f"\n{self.say('parts', part)}", style="bold")
                self.progress.replies[question.key] = self._ask(question)
                self.progress.begun.pop(question.key, None)
                self.progress.keep()
        except (KeyboardInterrupt, EOFError):
            self.progress.keep()
            self.console.print("\n" + self.say("saved", file=self.progress.file))
            raise

    def write(self, day: date) -> None:
        """Write the office file, read back first: what Ayni writes, Ayni reads."""
        text = draft(self.questions, self.progress.replies, self.voice, self.language, day)
        known = known_ids(self.library, {name: probe.subject for name, probe in PROBES.items()})
        read_office(text, str(self.target), known, day)
        write_whole(self.target, text.encode())
        self.progress.forget()
        self.console.print("\n" + self.say("written", file=self.target), style="bold")
        self.console.print(self.say("next", command=f"ayni assess {self.target}"))

    def _look_again(self) -> None:
        """Drop kept replies that no longer hold: folders move, and so do questions between editions of the packs."""
        kept, self.progress.replies = self.progress.replies, {}
        begun, self.progress.begun = self.progress.begun, {}
        for question in self.questions:
            key = question.key
            try:
                if key in kept:
                    self.progress.replies[key] = self._read(question, kept[key])
            except RefusedReplyError:
                begun[key] = kept[key]
            if key in begun and question.kind in LISTS:
                self.progress.begun[key] = tuple(self._that_hold(question, begun[key]))

    def _that_hold(self, question: Question, lines: Reply) -> Iterator[str]:
        for line in lines:
            with contextlib.suppress(RefusedReplyError):
                yield from self._read(question, line)

    def _ask(self, question: Question) -> Reply:
        position = self.questions.index(question) + 1
        self.console.print("\n" + self.say("position", number=position, all=len(self.questions)), style="dim")
        self._put(question)
        while True:
            try:
                return self._read(question, self._listen(question))
            except RefusedReplyError as refused:
                self.console.print(self._refusal(refused), style="red")

    def _put(self, question: Question) -> None:
        if question.kind is ReplyKind.YES_NO:
            self.console.print(self.voice.title(question.about), style="dim")
            self.console.print(self.voice.question(question.key.partition(".")[2]), style="bold")
            self.console.print(self.say("yes-no"), style="dim")
        elif question.about:
            self._put_block(question.about)
        else:
            self.console.print(self.say("questions", question.key), style="bold")
        if question.kind in LISTS:
            self._put_list(question)

    def _put_list(self, question: Question) -> None:
        """How to write a list, whose ids a repository may name, and what stands in it already."""
        self.console.print(self.say("one-per-line"), style="dim")
        institutions = self._institutions()
        if question.kind is ReplyKind.PLACES and len(institutions) > 1:
            self.console.print(self.say("belongs", id=next(iter(institutions))), style="dim")
            self.console.print(self.say("ids", text=", ".join(institutions)), style="dim")
        for line in self.progress.begun.get(question.key, ()):
            self.console.print(f"> {line}", style="dim")

    def _put_block(self, block: str) -> None:
        """The block's title; its guiding question and an example where there is a canvas pack."""
        self.console.print(self.voice.practices("blocks", block), style="bold")
        questions, examples = (self._canvas_texts(block, part) for part in ("questions", "examples"))
        if questions:
            self.console.print(questions[0], style="bold")
        if examples:
            self.console.print(self.say("example", text=examples[0]), style="dim")

    def _canvas_texts(self, block: str, part: str) -> list[str]:
        words = self.library.words(self.canvas)
        found = sorted(path for path in words.paths(self.voice.language) if path[:2] == (block, part))
        return [words.say(self.voice.language, *path) for path in found]

    def _listen(self, question: Question) -> Reply:
        if question.kind not in LISTS:
            return self.console.input("> ")
        lines = [*self.progress.begun.get(question.key, ())]
        while line := self.console.input("> ").strip():
            try:
                lines.extend(self._read(question, (line,)))
            except RefusedReplyError as refused:
                self.console.print(self._refusal(refused), style="red")
                continue
            self.progress.begun[question.key] = tuple(lines)
            self.progress.keep()
        return tuple(lines)

    def _read(self, question: Question, said: Reply) -> Reply:
        usable = partial(is_usable_source, self.target.parent)
        ear = Ear(language=self.language, words=self.words, usable=usable, institutions=self._institutions())
        return read_reply(question, said, ear)

    def _institutions(self) -> dict[str, str]:
        named = self.progress.replies.get("institutions", ())
        return institution_ids((named,) if isinstance(named, str) else named)

    def _refusal(self, refused: RefusedReplyError) -> str:
        return self.say("refused", refused.code, text=refused.text)


def _ask_language(console: Console) -> str:
    voice = Voice(read_library([FALLBACK]), FALLBACK)
    while True:
        try:
            said = console.input(voice.say("init", "language") + " > ").strip().lower()
        except EOFError:
            raise KeyboardInterrupt from None  # nothing was said yet that could be kept
        if said in LANGUAGES:
            return said
