# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the interview writes, the reader reads: whole, in every language, whatever was said."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ayni.formats.office_file import BLOCKS, OfficeFile
from ayni.office import known_ids
from ayni.office.draft import draft
from ayni.office.interview import Ear, Question, RefusedReplyError, Reply, ReplyKind, interview, read_reply
from ayni.probes import PROBES
from ayni.reports.voice import Voice
from ayni.sources.office_file import read_office
from fakes.offices import library

LANGUAGES = ("en", "es", "pt", "fr")
DAY = date(2026, 11, 22)
QUESTIONS = interview(library().practices)
KNOWN = known_ids(library(), {name: probe.subject for name, probe in PROBES.items()})


@cache
def voice(language: str) -> Voice:
    return Voice(library(), language)


def write(replies: dict[str, Reply], language: str) -> str:
    return draft(QUESTIONS, replies, voice(language), language, DAY)


def read(text: str, folder: Path) -> OfficeFile:
    return read_office(text, str(folder / "office.yaml"), KNOWN, DAY)


FULL: dict[str, Reply] = {
    "title": "Oficina: «la primera» # de todas",
    "country": "NO",
    "institutions": ("Ministerio de Obras (MOP)", "Ministerio de Obras (MOP)!", "!!!", "¿?"),
    "repositories": ("https://git.example/a/portal.git", "https://git.example/b/portal", "git@git.example:c/x"),
    **{f"canvas.{block}": f"yes: '{block}' - \"no\"" for block in BLOCKS},
    "by": "012",
    **{one.key: "no" if index % 2 else "yes" for index, one in enumerate(QUESTIONS) if one.kind is ReplyKind.YES_NO},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_was_said_is_read_back(language: str, tmp_path: Path) -> None:
    found = read(write(FULL, language), tmp_path)
    assert (found.office.title, found.office.country, found.office.language) == (FULL["title"], "NO", language)
    assert [body.id for body in found.institutions] == [
        "mop",
        "ministerio-de-obras-mop",
        "institution",
        "institution-2",
    ]
    assert [(one.id, one.source) for one in found.repositories] == list(
        zip(("portal", "portal-2", "x"), FULL["repositories"], strict=True)
    )
    assert found.canvas is not None
    assert {one.block: one.statement for one in found.canvas.statements} == {
        block: FULL[f"canvas.{block}"] for block in BLOCKS
    }
    assert {answer.question: answer.answer for answer in found.answers} == {
        key.removeprefix("answers."): said == "yes" for key, said in FULL.items() if key.startswith("answers.")
    }
    assert {(answer.by, answer.day) for answer in found.answers} == {("012", DAY)}


def test_a_repository_says_whose_it_is(tmp_path: Path) -> None:
    said = ("https://git.example/a = mop", "https://git.example/b", "https://git.example/c=mop")
    found = read(write({"title": "O", "institutions": ("Obras (MOP)", "Otro"), "repositories": said}, "es"), tmp_path)
    assert [(one.id, one.institution) for one in found.repositories] == [("a", "mop"), ("b", ""), ("c-mop", "")]
    assert [one.source for one in found.repositories] == ["https://git.example/a", *said[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_passed_over_is_not_said(language: str, tmp_path: Path) -> None:
    found = read(write({"title": "O"}, language), tmp_path)
    assert (found.institutions, found.repositories, found.answers, found.exceptions) == ((), (), (), ())
    assert found.canvas is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_and_unsigned_answers_are_left_as_questions(language: str, tmp_path: Path) -> None:
    asked = [one for one in QUESTIONS if one.kind is ReplyKind.YES_NO]
    for replies in ({asked[0].key: "yes"}, {asked[0].key: "unknown", "by": "Ana"}):
        text = write({"title": "O", **replies}, language)
        assert read(text, tmp_path).answers == ()
        for one in asked:
            assert re.search(rf"^# {one.key.removeprefix('answers.')}: ", text, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_comments_are_right(language: str, tmp_path: Path) -> None:
    lines = write({"title": "O"}, language).splitlines()
    example = re.compile(r"# ((?:institutions|repositories|answers|exceptions|canvas|plan):$|  .*)")
    text = "\n".join(match[1] if (match := example.fullmatch(line)) else line for line in lines)
    found = read(text, tmp_path)
    assert len(found.institutions) == len(found.repositories) == len(found.answers) == len(found.exceptions) == 1
    assert found.canvas is not None
    assert found.plan.target_phase == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_are_in_the_language_and_no_line_is_endless(language: str) -> None:
    text = write(FULL, language)
    assert voice(language).question("str-02-interviews")[:60] in text
    assert "*id" not in text  # one date in many places is written out, not as an anchor and its aliases
    assert voice(language).practices("blocks", "buy-in") in text
    assert all(len(line) < 125 for line in text.splitlines() if line.lstrip().startswith("#"))


def reply_to(question: Question) -> st.SearchStrategy[Reply]:
    if question.kind is ReplyKind.PLACES:
        return st.lists(st.from_regex(r"https://git\.example/[\w./-]{1,12}", fullmatch=True), max_size=3).map(tuple)
    if question.kind is ReplyKind.NAMES:
        return st.lists(st.text(max_size=20), max_size=4).map(tuple)
    if question.kind is ReplyKind.YES_NO:
        return st.sampled_from(["yes", "no", "unknown", ""])
    return st.just("") if question.kind is ReplyKind.COUNTRY else st.text(max_size=30)


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(said=st.fixed_dictionaries({question.key: reply_to(question) for question in QUESTIONS}))
def test_whatever_is_said_can_be_read_back(said: dict[str, Reply], tmp_path: Path) -> None:
    replies: dict[str, Reply] = {}
    ear = Ear(language="es", words={}, usable=lambda _: True)
    for question in QUESTIONS:
        try:
            replies[question.key] = read_reply(question, said[question.key], ear)
        except RefusedReplyError:
            replies[question.key] = "Oficina"
    found = read(write(replies, "es"), tmp_path)
    assert found.office.title == replies["title"]
    assert [body.title for body in found.institutions] == list(replies["institutions"])
    assert [one.source for one in found.repositories] == list(replies["repositories"])
