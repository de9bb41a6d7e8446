# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni init`` talks in four languages, survives an interruption, and writes a file that Ayni reads."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
import typer
from click.testing import Result
from rich.console import Console
from typer.testing import CliRunner

from ayni.cli.init import STOPPED, Talk, init
from ayni.errors import AyniError
from ayni.formats.office_file import OfficeFile
from ayni.frameworks import Language
from ayni.office import known_ids
from ayni.office.interview import MAX_QUESTIONS, ReplyKind, interview
from ayni.probes import PROBES
from ayni.sources.office_file import load_office
from ayni.sources.office_file_replies import Progress
from fakes.offices import library

APP = typer.Typer()
APP.command()(init)
DAY = "2026-11-22"
QUESTIONS = interview(library().practices)
YES_NO = sum(question.kind is ReplyKind.YES_NO for question in QUESTIONS)
YES = {"en": "yes", "es": "sí", "pt": "sim", "fr": "oui"}
COUNTRY = {"en": "Jamaica", "es": "méxico", "pt": "Brasil", "fr": "haïti"}


def run(folder: Path, *options: str, said: list[str] | None = None) -> Result:
    text = "".join(f"{line}\n" for line in said or [])
    return CliRunner().invoke(APP, [str(folder), "--at", DAY, *options], input=text)


def read(folder: Path) -> OfficeFile:
    known = known_ids(library(), {name: probe.subject for name, probe in PROBES.items()})
    return load_office(folder / "office.yaml", known, date.fromisoformat(DAY))


def everything(language: str) -> list[str]:
    office = ["Oficina", COUNTRY[language], "Ministerio (MX)", "Otro", "", "repos/portal", "https://git.example/x", ""]
    return [*office, *(f"hipótesis {n}" for n in range(9)), "Ana, dirección", *[YES[language]] * YES_NO]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "repos" / "portal").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_a_whole_conversation_ends_in_a_file_that_is_read(language: str, folder: Path) -> None:
    result = run(folder, "--lang", language, said=everything(language))
    assert result.exit_code == 0, result.output
    found = read(folder)
    assert found.office.language == language
    assert found.office.country == {"en": "JM", "es": "MX", "pt": "BR", "fr": "HT"}[language]
    assert [body.id for body in found.institutions] == ["mx", "otro"]
    assert [one.id for one in found.repositories] == ["portal", "x"]
    assert found.canvas is not None
    assert len(found.canvas.statements) == 9
    assert len(found.answers) == YES_NO
    assert all(answer.answer and answer.by == "Ana, dirección" for answer in found.answers)


def test_the_language_is_asked_first_and_counts_among_the_thirty(folder: Path) -> None:
    result = run(folder, said=["de", "es", *everything("es")])
    assert result.exit_code == 0, result.output
    assert "¿Cómo se llama la oficina?" in result.output
    assert read(folder).office.language == "es"
    assert 1 + len(QUESTIONS) <= MAX_QUESTIONS


def test_a_wrong_reply_is_explained_and_asked_again(folder: Path) -> None:
    said = ["", "Oficina", "Atlántida", "", "", "../fuera", "repos/portal", ""]
    result = run(folder, "--lang", "es", said=[*said, *[""] * 10])
    assert result.exit_code == 0, result.output
    assert "Este dato es necesario." in result.output
    assert "«Atlántida» no es el nombre de un país" in result.output
    assert "«../fuera» no es una dirección" in result.output
    assert [one.source for one in read(folder).repositories] == ["repos/portal"]


def test_a_wrong_line_costs_only_itself(folder: Path) -> None:
    lines = ["repos/portal", "repos/portall", "https://git.example/x", ""]
    result = run(folder, "--lang", "es", said=["Oficina", "", "", *lines, *[""] * 10])
    assert result.exit_code == 0, result.output
    assert result.output.count("«repos/portall» no es") == 1
    assert [one.source for one in read(folder).repositories] == ["repos/portal", "https://git.example/x"]


def test_a_folder_may_lie_anywhere_and_say_whose_it_is(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    far = tmp_path_factory.mktemp("far")
    lines = [f"{far} = MX", "repos/portal=otro", "repos/portal = nadie", ""]
    result = run(folder, "--lang", "es", said=["Oficina", "", "Ministerio (MX)", "Otro", "", *lines, *[""] * 10])
    assert result.exit_code == 0, result.output
    assert "repos/portal = mx" in result.output
    assert "Nombres cortos: mx, otro" in result.output
    assert "«nadie» no es ninguna de las instituciones" in result.output
    found = [(one.source, one.institution) for one in read(folder).repositories]
    assert found == [(str(far), "mx"), ("repos/portal", "otro")]


def test_a_question_mark_is_nobody(folder: Path) -> None:
    result = run(folder, "--lang", "es", said=["Oficina", "", "", "", *[""] * 9, "?", ""])
    assert result.exit_code == 0, result.output
    assert "«?» no nombra a nadie" in result.output
    assert read(folder).answers == ()


def test_the_lines_of_a_list_outlive_an_interruption(folder: Path) -> None:
    assert run(folder, "--lang", "es", said=["Oficina", "", "Uno", "Dos"]).exit_code == STOPPED
    result = run(folder, said=["Tres", "", "", *[""] * 10])
    assert result.exit_code == 0, result.output
    assert "> Dos" in result.output
    assert [body.title for body in read(folder).institutions] == ["Uno", "Dos", "Tres"]


def test_the_canvas_is_asked_with_its_guiding_question_lens_by_lens(folder: Path) -> None:
    output = run(folder, "--lang", "en", said=["O", "", "", "", *[""] * 10]).output
    places = [output.index(word) for word in ("desirability", "feasibility", "viability", "early")]
    assert places == sorted(places)
    guiding = library().say(Language("en"), "mission-model-canvas", "buy-in", "questions", "first")
    assert guiding in " ".join(output.split())


def test_what_was_said_outlives_an_interruption(folder: Path) -> None:
    first = run(folder, "--lang", "es", said=everything("es")[:10])
    assert first.exit_code == STOPPED
    assert "office.yaml.progress" in first.output.replace("\n", "")
    assert not (folder / "office.yaml").exists()
    assert sorted(path.name for path in folder.iterdir()) == ["office.yaml.progress", "repos"]
    second = run(folder, said=everything("es")[10:])
    assert second.exit_code == 0, second.output
    assert read(folder).canvas == read_whole(folder).canvas
    assert sorted(path.name for path in folder.iterdir()) == ["office.yaml", "repos"]


def read_whole(folder: Path) -> OfficeFile:
    other = folder.parent / "other"
    (other / "repos" / "portal").mkdir(parents=True)
    assert run(other, "--lang", "es", said=everything("es")).exit_code == 0
    return read(other)


class Impatient(Console):
    """A terminal where something happens at the second question."""

    def __init__(self, event: BaseException) -> None:
        super().__init__(file=io.StringIO())
        self.event = event
        self.asked = 0

    def input(self, *_: object, **__: object) -> str:  # type: ignore[override]
        self.asked += 1
        if self.asked == 2:
            raise self.event
        return "Oficina"


@pytest.mark.parametrize("event", [KeyboardInterrupt(), MemoryError()], ids=["Ctrl-C", "the machine gives up"])
def test_whatever_happens_keeps_what_was_said(event: BaseException, folder: Path) -> None:
    target = folder / "office.yaml"
    with pytest.raises(type(event)):
        Talk(Impatient(event), "es", target, Progress(target)).ask()
    assert Progress(target).replies == {"title": "Oficina"}
    assert Progress(target).language == "es"


def test_a_reply_that_no_longer_holds_is_asked_again(folder: Path) -> None:
    run(folder, "--lang", "es", said=everything("es")[:10])
    (folder / "repos" / "portal").rmdir()
    result = run(folder, said=["https://git.example/y", "", *everything("es")[10:]])
    assert result.exit_code == 0, result.output
    assert "> https://git.example/x" in result.output
    assert [one.id for one in read(folder).repositories] == ["x", "y"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"language": "es", "replies": {"title": 3}}', "\x00"])
def test_broken_progress_is_told_and_touched_by_nobody(content: str, folder: Path) -> None:
    kept = folder / "office.yaml.progress"
    kept.write_text(content, encoding="utf-8")
    result = run(folder, "--yes")
    assert isinstance(result.exception, AyniError)
    assert "delete it" in str(result.exception)
    assert kept.read_text(encoding="utf-8") == content


def test_nothing_is_asked_with_yes(folder: Path) -> None:
    result = run(folder, "--yes", "--lang", "pt")
    assert result.exit_code == 0, result.output
    assert read(folder).office.title == "Escritório de programas de código aberto"
    assert read(folder).answers == ()


def test_replies_come_from_a_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    replies = tmp_path_factory.mktemp("r") / "replies.yaml"
    replies.write_text(
        "title: Oficina Digital\ncountry: ec\ninstitutions: [Uno, Dos]\nrepositories: repos/portal\nby: Ana\n"
        "canvas: {buy-in: Compras apoya}\nanswers: {str-02-interviews: sí, str-04-owners: no}\n",
        encoding="utf-8",
    )
    result = run(folder, "--yes", "--lang", "es", "--answers", str(replies))
    assert result.exit_code == 0, result.output
    found = read(folder)
    assert (found.office.id, found.office.country, len(found.institutions)) == ("oficina-digital", "EC", 2)
    assert {answer.question: answer.answer for answer in found.answers} == {
        "str-02-interviews": True,
        "str-04-owners": False,
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tittle: O\n", "'tittle' is not asked; did you mean 'title'?"),
        ("canvas: {buyin: O}\n", "did you mean 'canvas.buy-in'?"),
        ("zzz: O\n", "the keys are in docs/reference/office-file.md"),
        ("by: '?'\n", "by: '?' names nobody"),
        ("country: Atlantis\n", "'Atlantis' is not a country"),
        ("canvas: {buy-in: {a: b}}\n", "replies.yaml:1:18: error: canvas.buy-in: must be a text"),
        ("[a]\n", "replies.yaml:1:1: error: : must be a text"),
    ],
)
def test_wrong_replies_in_a_file_are_told(text: str, told: str, folder: Path) -> None:
    (folder / "replies.yaml").write_text(text, encoding="utf-8")
    result = run(folder, "--yes", "--lang", "en", "--answers", str(folder / "replies.yaml"))
    assert isinstance(result.exception, AyniError)
    assert told in str(result.exception)
    assert not (folder / "office.yaml").exists()


def test_a_file_that_is_there_is_never_written_over(folder: Path) -> None:
    (folder / "office.yaml").write_text("mine", encoding="utf-8")
    result = run(folder, "--yes")
    assert isinstance(result.exception, AyniError)
    assert (folder / "office.yaml").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "none").write_text("a file, not a folder", encoding="utf-8")
    result = run(folder / "none" / "office.yaml", "--yes", "--lang", "en")
    assert isinstance(result.exception, AyniError)
    assert "cannot be written" in str(result.exception)


def test_progress_is_kept_after_every_reply(folder: Path) -> None:
    run(folder, "--lang", "es", said=["Oficina"])
    assert json.loads((folder / "office.yaml.progress").read_text(encoding="utf-8"))["replies"] == {"title": "Oficina"}
