# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The interview is short, goes lens by lens, and takes a reply for what its person meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.formats.office_file import BLOCKS
from ayni.office.interview import (
    MAX_QUESTIONS,
    Ear,
    Question,
    RefusedReplyError,
    Reply,
    ReplyKind,
    clean,
    interview,
    pending,
    read_reply,
)
from fakes.offices import library

EAR = Ear(
    language="es",
    words={"yes": "sí si s", "no": "no n", "unknown": "? no-sé"},
    usable=lambda text: text.startswith("https") and " " not in text,
    institutions={"mop": "Ministerio de Obras (MOP)", "otro": "Otro"},
)


def ask(kind: ReplyKind) -> Question:
    return Question(key="k", kind=kind, part="office")


def read(kind: ReplyKind, said: Reply) -> Reply:
    return read_reply(ask(kind), said, EAR)


def test_at_most_thirty_questions_with_the_one_for_the_language() -> None:
    assert len(interview(library().practices)) < MAX_QUESTIONS


def test_first_the_office_then_the_canvas_in_order_then_early_practices() -> None:
    keys = [question.key for question in interview(library().practices)]
    assert keys[:4] == ["title", "country", "institutions", "repositories"]
    assert keys[4:13] == [f"canvas.{block}" for block in BLOCKS]
    assert keys[13] == "by"
    assert all(key.startswith("answers.") for key in keys[14:])


def test_a_practice_is_asked_whole_or_not_at_all_and_early_phases_come_first() -> None:
    asked = [question for question in interview(library().practices) if question.kind is ReplyKind.YES_NO]
    phases = []
    for question in asked:
        practice = library().practice(question.about)
        assert practice is not None
        assert practice.early_result
        phases.append(practice.phase)
        assert {f"answers.{name}" for name in practice.questions} <= {one.key for one in asked}
    assert phases == sorted(phases)


def test_without_practices_there_is_still_an_office() -> None:
    assert len(interview(())) == 14


def test_what_was_answered_or_passed_over_is_not_asked_again() -> None:
    questions = interview(library().practices)
    replies: dict[str, Reply] = {"title": "O", "country": "", "institutions": ()}
    assert next(one.key for one in pending(questions, replies)) == "repositories"
    replies |= dict.fromkeys((one.key for one in questions), "")
    assert list(pending(questions, replies)) == []


def test_nobody_to_answer_means_no_answers() -> None:
    questions = interview(library().practices)
    assert not any(one.kind is ReplyKind.YES_NO for one in pending(questions, {"by": ""}))
    assert any(one.kind is ReplyKind.YES_NO for one in pending(questions, {}))


@pytest.mark.parametrize(
    ("kind", "said", "meant"),
    [
        (ReplyKind.TEXT, "  Hola\t mundo\x00 ", "Hola mundo"),
        (ReplyKind.TEXT, "", ""),
        (ReplyKind.NEEDED, "Oficina", "Oficina"),
        (ReplyKind.COUNTRY, "ecuador", "EC"),
        (ReplyKind.COUNTRY, "", ""),
        (ReplyKind.YES_NO, "SÍ", "yes"),
        (ReplyKind.YES_NO, "yes", "yes"),
        (ReplyKind.YES_NO, "n", "no"),
        (ReplyKind.YES_NO, "?", "unknown"),
        (ReplyKind.YES_NO, "", ""),
        (ReplyKind.NAMES, ("A", " A ", "", "B"), ("A", "B")),
        (ReplyKind.NAMES, "A", ("A",)),
        (ReplyKind.PLACES, ("https://git.example/x",), ("https://git.example/x",)),
        (ReplyKind.PLACES, (), ()),
        (ReplyKind.PLACES, ("https://x/y = MOP", "https://x/z=Otro"), ("https://x/y = mop", "https://x/z=Otro")),
        (ReplyKind.PLACES, ("https://x/y = ministerio de obras (mop)",), ("https://x/y = mop",)),
        (ReplyKind.PERSON, "Ana, dirección", "Ana, dirección"),
        (ReplyKind.PERSON, " ", ""),
        (ReplyKind.TEXT, "?", ""),
    ],
)
def test_a_reply_means(kind: ReplyKind, said: Reply, meant: Reply) -> None:
    assert read(kind, said) == meant


@pytest.mark.parametrize(
    ("kind", "said", "code", "text"),
    [
        (ReplyKind.NEEDED, " \x07", "needed", ""),
        (ReplyKind.COUNTRY, "Atlántida", "country", "Atlántida"),
        (ReplyKind.YES_NO, "quizá", "yes-no", "quizá"),
        (ReplyKind.PLACES, ("https://git.example/x", "nada"), "place", "nada"),
        (ReplyKind.PLACES, ("nada = mop",), "place", "nada = mop"),
        (ReplyKind.PLACES, ("https://git.example/x = Nadie",), "institution", "Nadie"),
        (ReplyKind.PERSON, "?", "person", "?"),
        (ReplyKind.PERSON, "no", "person", "no"),
        (ReplyKind.PERSON, "¿...?", "person", "¿...?"),
    ],
)
def test_a_reply_is_refused_with_its_reason(kind: ReplyKind, said: Reply, code: str, text: str) -> None:
    with pytest.raises(RefusedReplyError) as caught:
        read(kind, said)
    assert (caught.value.code, caught.value.text) == (code, text)


@given(st.text())
def test_a_clean_text_is_one_line_that_can_be_written(text: str) -> None:
    found = clean(text)
    assert found.isprintable()
    assert found == clean(found)
    assert found.encode() is not None


@given(st.sampled_from(ReplyKind), st.text())
def test_reading_a_reply_twice_changes_nothing(kind: ReplyKind, said: str) -> None:
    try:
        once = read(kind, said)
    except RefusedReplyError:
        return
    assert read(kind, once) == once
