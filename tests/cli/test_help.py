# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Help speaks four languages, says everything, and its English is the English of the code."""

import re
from typing import Any

import pytest
import typer.main

from ayni.cli.help import Texts, commands, is_help, option_key, read_texts, stopped, translate, without_lang
from ayni.cli.main import app
from ayni.cli.session import LANGUAGES
from ayni.errors import AyniError

WORDS = {"arguments", "commands", "default", "help", "options", "required", "stopped", "subcommand", "usage"}
KEYS = [key for key, _ in commands(typer.main.get_command(app))]


def in_code() -> Texts:
    """Every text of help as the code says it."""
    found = {}
    for key, command in commands(typer.main.get_command(app)):
        found["help", key, "text"] = one_line(command.help)
        for parameter in command.params:
            found["help", key, option_key(parameter)] = one_line(parameter.help)
    return found


def one_line(text: str) -> str:
    return " ".join((text or "").split())


def page(capsys: pytest.CaptureFixture[str], *arguments: str, **environment: str) -> str:
    """The page of help on one line, without its frame."""
    command: Any = typer.main.get_command(app)
    assert is_help(command, arguments)
    with pytest.raises(SystemExit):
        command(args=translate(command, arguments, environment), prog_name="ayni")
    return one_line(re.sub(r"[─│╭╮╰╯]", " ", "".join(capsys.readouterr())))


def test_the_english_of_help_is_that_of_the_code() -> None:
    said = {path: text for path, text in read_texts("en").items() if path[1] != "words"}
    assert said == in_code()
    assert "" not in said.values()


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_says_everything_in_its_own_words(language: str) -> None:
    english, said = read_texts("en"), read_texts(language)
    assert set(said) == set(english)
    assert {path[2] for path in said if path[1] == "words"} == WORDS
    sentences = {path for path, text in english.items() if path[1] != "words" and text.count(" ") > 1}
    assert {path for path in sentences if said[path] == english[path]} == set()
    assert all(re.findall(r"\{\w+\}", said[path]) == re.findall(r"\{\w+\}", english[path]) for path in english)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_in_the_language_from_end_to_end(capsys: pytest.CaptureFixture[str], language: str, key: str) -> None:
    path = [] if key == "ayni" else key.split("-")
    said, texts = page(capsys, *path, "--help", "--lang", language), read_texts(language)
    assert one_line(texts["help", key, "text"]) in said
    assert one_line(f"{texts['help', 'words', 'usage']} {' '.join(['ayni', *path])} [") in said
    assert one_line(texts["help", "words", "help"]) in said
    assert "%Y" not in said
    if language != "en":
        for word in ("Usage: ", "[required]", "[default", "Show this", "COMMAND "):
            assert word not in said


def test_the_language_is_the_one_asked_for_else_that_of_the_system(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Uso: ayni plan" in page(capsys, "plan", "--help", LANG="pt_BR.UTF-8")
    assert "Usage : ayni plan" in page(capsys, "--lang=fr", "plan", "--help", AYNI_LANG="es")
    assert "Usage: ayni plan" in page(capsys, "plan", "--help", LANG="C")
    with pytest.raises(AyniError, match="--lang: 'de'"):
        translate(typer.main.get_command(app), ["--help", "--lang", "de"], {})


def test_a_page_shows_days_defaults_and_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--at <YYYY-MM-DD>" in page(capsys, "assess", "--help")
    assert "before <YYYY-MM-DD>" in page(capsys, "diff", "--help")
    assert "(si se omite: html)" in page(capsys, "report", "--help", LANG="es")
    assert "(default: 0)" in page(capsys, "assess", "--help")
    needed = page(capsys, "explain", "--help", LANG="es")
    assert "ayni explain [OPCIONES] ID" in needed
    assert "(obligatorio)" in needed


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], True), (["--lang", "es"], True), (["packs"], True), (["plan", "--help"], True), (["plan"], False),
     (["packs", "list", "--lang", "es"], False), (["explain", "plan"], False)],
)  # fmt: skip
def test_texts_are_read_only_where_help_is_asked_for(arguments: list[str], *, expected: bool) -> None:
    assert is_help(typer.main.get_command(app), arguments) is expected


def test_the_language_is_taken_out_of_the_arguments() -> None:
    assert without_lang(["a", "--lang", "es", "b", "--lang=fr"]) == (["a", "b"], "fr")
    assert without_lang(["a", "--lang"]) == (["a"], "")


def test_an_interruption_is_told_in_the_language() -> None:
    assert stopped(["plan", "--lang", "es"], {}) == "Interrumpido."
    assert stopped(["plan", "--lang", "xx"], {"LANG": "pt_BR"}) == "Interrompido."
