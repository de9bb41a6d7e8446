# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every mistake in an office file has its line, its column and its cure, and all of them come at once."""

from datetime import date
from pathlib import Path

import pytest

from ayni.errors import InvalidFileError
from ayni.formats.office_file import Known
from ayni.sources.office_file import read_office

TODAY = date(2026, 11, 22)
HEAD = "ayni: 1\noffice: {id: odg, title: O}\n"
BODIES = HEAD + "institutions:\n"
REPOSITORIES = HEAD + "repositories:\n"
ANSWERS = HEAD + "repositories: [{source: repos/portal, scope: published}]\nanswers:\n"
EXCEPTIONS = HEAD + "exceptions:\n"
CANVAS = HEAD + "canvas:\n"


def problems(text: str, known: Known, folder: Path) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        read_office(text, str(folder / "office.yaml"), known, TODAY)
    return [str(problem).removeprefix(f"{folder}/office.yaml:") for problem in caught.value.problems]


def answer(**keys: str) -> str:
    row = {"question": "anything", "answer": "yes", "by": "Ana", "date": "2026-03-01"} | keys
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n"


def exception(**keys: str) -> str:
    row = {
        "criterion": "LEG-03",
        "subject": "office",
        "code": "contract",
        "reason": "R",
        "signed_by": "S",
        "date": "2026-01-01",
        "review": "2027-01-01",
    } | keys
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n"


CASES = {
    "no mapping": ("- a\n", "1:1: error: : must be a mapping that begins with 'ayni: 1'"),
    "nothing": ("", "1:1: error: : must be a mapping that begins with 'ayni: 1'"),
    "not YAML": ("a: [\n", "2:1: error: : is not YAML"),
    "no version": ("office: {id: odg, title: O}\n", "1:1: error: ayni: is missing; add it"),
    "other version": ("ayni: 2\noffice: {id: odg, title: O}\n", "1:7: error: ayni: must be 1"),
    "no office": ("ayni: 1\n", "1:1: error: office: is missing; add it"),
    "misspelt key": (
        "ayni: 1\noffice: {id: odg, tilte: O}\n",
        "2:19: error: office.tilte: is not a known key; did you mean 'title'?",
    ),
    "office id": ("ayni: 1\noffice: {id: ODG x, title: O}\n", "2:14: error: office.id: must be small letters"),
    "blank": ("ayni: 1\noffice: {id: odg, title: '  '}\n", "2:26: error: office.title: must not be empty; write it"),
    "empty": ("ayni: 1\noffice: {id: odg, title: ''}\n", "2:26: error: office.title: must not be empty"),
    "country": (
        "ayni: 1\noffice: {id: odg, title: O, country: UK}\n",
        "2:38: error: office.country: must be a country's two letters",
    ),
    "language": (
        "ayni: 1\noffice: {id: odg, title: O, language: sp}\n",
        "2:39: error: office.language: must be one of en, es, pt, fr",
    ),
    "domain": (
        "ayni: 1\noffice: {id: odg, title: O, domains: [a@gob.example]}\n",
        "2:39: error: office.domains[0]: must be a domain",
    ),
    "institution twice": (
        BODIES + "  - {id: a, title: A}\n  - {id: a, title: B}\n",
        "5:10: error: institutions[1].id: is already in line 4",
    ),
    "institution's id": (BODIES + "  - {id: a--b, title: A}\n", "4:10: error: institutions[0].id: must be small"),
    "unknown parent": (
        BODIES + "  - {id: transport, title: A}\n  - {id: b, title: B, parent: trasport}\n",
        "5:31: error: institutions[1].parent: 'trasport' is not the id of an institution; did you mean 'transport'?",
    ),
    "its own parent": (
        BODIES + "  - {id: a, title: A, parent: a}\n",
        "4:31: error: institutions[0].parent: goes in a circle: a -> a; take one parent out",
    ),
    "scope": (
        REPOSITORIES + "  - {source: repos/portal, scope: public}\n",
        "4:35: error: repositories[0].scope: must be one of published, internal, archived, upstream",
    ),
    "repository twice": (
        REPOSITORIES
        + "  - {source: repos/portal, scope: internal}\n  - {source: 'https://g.example/portal', scope: internal}\n",
        "5:14: error: repositories[1].id: is already in line 4",
    ),
    "repository's id": (
        REPOSITORIES + "  - {source: repos/portal, id: 'a b', scope: internal}\n",
        "4:32: error: repositories[0].id: must match",
    ),
    "no id in the source": (
        REPOSITORIES + "  - {source: ., scope: internal}\n",
        "4:14: error: repositories[0].id: is missing, and the source ends in nothing to take for it",
    ),
    "unknown institution": (
        REPOSITORIES + "  - {source: repos/portal, scope: internal, institution: x}\n",
        "4:58: error: repositories[0].institution: 'x' is not the id of an institution; add it under 'institutions'",
    ),
    "no such folder": (
        REPOSITORIES + "  - {source: repos/portla, scope: internal}\n",
        "4:14: error: repositories[0].source: is not there; correct the path",
    ),
    "repository is a file": (
        REPOSITORIES + "  - {source: docs/mandate.pdf, id: m, scope: internal}\n",
        "4:14: error: repositories[0].source: is not a folder",
    ),
    "file address": (
        REPOSITORIES + "  - {source: 'file:///etc', scope: internal}\n",
        "4:14: error: repositories[0].source: is not an address that can be used",
    ),
    "transport that runs programs": (
        REPOSITORIES + "  - {source: 'ext::sh -c x', id: x, scope: internal}\n",
        "4:14: error: repositories[0].source: is not an address that can be used",
    ),
    "password": (
        REPOSITORIES + "  - {source: 'https://ana:clave@git.example/p', scope: internal}\n",
        "4:14: error: repositories[0].source: holds a name or a password before the '@'",
    ),
    "upstream": (
        REPOSITORIES + "  - {source: repos/portal, scope: internal, upstream: portal}\n",
        "4:55: error: repositories[0].upstream: must be an address",
    ),
    "unknown question": (
        ANSWERS + answer(question="str-01-instrumnt"),
        (
            "5:16: error: answers[0].question: 'str-01-instrumnt' is not a question or probe; "
            "did you mean 'str-01-instrument'?"
        ),
    ),
    "question in capitals": (
        ANSWERS + answer(question="STR-01-instrument"),
        (
            "5:16: error: answers[0].question: 'STR-01-instrument' is not a question or probe; "
            "did you mean 'str-01-instrument'?"
        ),
    ),
    "question of another subject": (
        ANSWERS + answer(question="has-readme"),
        "5:16: error: answers[0].subject: 'has-readme' is asked of another subject; write repository:ID",
    ),
    "yes in another language": (
        ANSWERS + answer(answer="sí"),
        "5:34: error: answers[0].answer: must be one of yes, no",
    ),
    "true": (ANSWERS + answer(answer="true"), "5:34: error: answers[0].answer: must be one of yes, no"),
    "unknown subject": (
        ANSWERS + answer(subject="repository:portla"),
        (
            "5:75: error: answers[0].subject: 'repository:portla' is not a subject in this file; "
            "did you mean 'repository:portal'?"
        ),
    ),
    "kind of subject": (
        ANSWERS + answer(subject="purchase:7"),
        "5:75: error: answers[0].subject: 'purchase:7' is not a subject in this file; write office, institution:ID",
    ),
    "confirmed by oneself": (
        ANSWERS + answer(confirmed_by="' Ana '"),
        "5:80: error: answers[0].confirmed_by: must be another person than 'by'",
    ),
    "expires too early": (
        ANSWERS + answer(expires="2026-03-01"),
        "5:75: error: answers[0].expires: must be after 'date', 2026-03-01",
    ),
    "a day to come": (
        ANSWERS + answer(date="2026-11-23"),
        "5:54: error: answers[0].date: lies in the future; today is 2026-11-22",
    ),
    "a day in another order": (
        ANSWERS + answer(date="01/03/2026"),
        "5:54: error: answers[0].date: must be a day written as year-month-day, such as 2026-03-01",
    ),
    "a day that is none": (ANSWERS + answer(date="2026-02-30"), "5:54: error: answers[0].date: must be a day written"),
    "a day without hyphens": (ANSWERS + answer(date="20260301"), "5:54: error: answers[0].date: must be a text"),
    "the same answer twice": (
        ANSWERS + answer() + answer(answer="no"),
        "6:16: error: answers[1].question: is already in line 5",
    ),
    "no document": (
        ANSWERS + answer(document="docs/mandato.pdf"),
        "5:76: error: answers[0].document: is not there; correct the path",
    ),
    "a document that is a folder": (
        ANSWERS + answer(document="./docs"),
        "5:76: error: answers[0].document: is not a file",
    ),
    "a document behind a link": (
        ANSWERS + answer(document="docs/link.txt"),
        "5:76: error: answers[0].document: leads through a link out of this file's folder",
    ),
    "a document in a circle of links": (
        ANSWERS + answer(document="docs/round.txt"),
        "5:76: error: answers[0].document: cannot be followed",
    ),
    "a document with a NUL": (
        ANSWERS + answer(document='"docs/a\\0.pdf"'),
        "5:76: error: answers[0].document: must be a path relative to this file",
    ),
    "a document with a long name": (
        ANSWERS + answer(document="a" * 5000 + ".pdf"),
        "5:76: error: answers[0].document: cannot be followed",
    ),
    "unknown criterion": (
        EXCEPTIONS + exception(criterion="leg-03"),
        "4:17: error: exceptions[0].criterion: 'leg-03' is not a criterion; did you mean 'LEG-03'?",
    ),
    "code": (
        EXCEPTIONS + exception(code="because"),
        "4:48: error: exceptions[0].code: must be one of national-security, personal-data",
    ),
    "review before the date": (
        EXCEPTIONS + exception(review="2025-01-01"),
        "4:109: error: exceptions[0].review: must be after 'date', 2026-01-01",
    ),
    "no review": (
        EXCEPTIONS
        + "  - {criterion: LEG-03, subject: office, code: contract, reason: R, signed_by: S, date: 2026-01-01}\n",
        "4:5: error: exceptions[0].review: is missing; add it",
    ),
    "reviewed in the future": (
        CANVAS + "  reviewed: 2027-01-01\n",
        "4:13: error: canvas.reviewed: lies in the future",
    ),
    "unknown block": (
        CANVAS + "  statements:\n    - {block: beneficiarios, statement: S}\n",
        (
            "5:15: error: canvas.statements[0].block: 'beneficiarios' is not a block of the canvas; "
            "did you mean 'beneficiaries'?"
        ),
    ),
    "unknown practice": (
        CANVAS + "  statements:\n    - {block: buy-in, statement: S, practices: [CAP-33]}\n",
        "5:49: error: canvas.statements[0].practices[0]: 'CAP-33' is not a practice; did you mean 'CAP-03'?",
    ),
    "confidence": (
        CANVAS + "  statements:\n    - {block: buy-in, statement: S, confidence: sure}\n",
        "5:49: error: canvas.statements[0].confidence: must be one of low, medium, high",
    ),
    "plan": (HEAD + "plan: {start: soon}\n", "3:15: error: plan.start: must be a day written as year-month-day"),
    "phase": (HEAD + "plan: {target_phase: 5}\n", "3:22: error: plan.target_phase: 5 is greater than the maximum of 4"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_mistake_has_its_place_and_its_cure(text: str, expected: str, known: Known, folder: Path) -> None:
    found = problems(text, known, folder)
    assert [problem for problem in found if problem.startswith(expected)], found


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_a_mistake_is_told_once(text: str, known: Known, folder: Path) -> None:
    places = [problem.split(": ", 1)[0] for problem in problems(text, known, folder)]
    assert len(places) == len(set(places))


def test_all_problems_come_at_once(known: Known, folder: Path) -> None:
    bodies = "  - {id: a, title: A, parent: b}\n  - {id: b, title: 3, parent: a}\n"
    text = BODIES + bodies + "answers:\n" + answer(question="x-1", by="''") + "plan: {target_phase: 9, strat: 1}\n"
    assert [problem.split(": ")[2] for problem in problems(text, known, folder)] == [
        "institutions[0].parent",
        "institutions[1].title",
        "institutions[1].parent",
        "answers[0].question",
        "answers[0].by",
        "plan.target_phase",
        "plan.strat",
    ]


def test_a_password_is_not_repeated(known: Known, folder: Path) -> None:
    text = REPOSITORIES + "  - {source: 'https://clave@git.example/p', scope: internal}\n"
    assert "clave" not in "".join(problems(text, known, folder))


def test_the_same_question_may_be_answered_again_another_day(known: Known, folder: Path) -> None:
    text = ANSWERS + answer() + answer(date="2026-04-01", answer="no")
    assert len(read_office(text, str(folder / "office.yaml"), known, TODAY).answers) == 2


def test_without_a_today_no_day_lies_in_the_future(known: Known, folder: Path) -> None:
    text = ANSWERS + answer(date="2999-01-01")
    assert read_office(text, str(folder / "office.yaml"), known).answers[0].day == date(2999, 1, 1)


def test_an_alias_is_a_second_entry(known: Known, folder: Path) -> None:
    found = problems(BODIES + "  - &a {id: a, title: A}\n  - *a\n", known, folder)
    assert found == ["4:13: error: institutions[1].id: is already in line 4; keep one, or tell them apart"]


def test_a_circle_of_many_is_shown_in_part_and_found_fast(known: Known, folder: Path) -> None:
    count = 5000
    rows = "".join(f"  - {{id: i{n}, title: T, parent: i{(n + 1) % count}}}\n" for n in range(count))
    found = problems(BODIES + rows, known, folder)
    assert len(found) == count
    assert "i0 -> i1 -> i2" in found[0]
    assert "..." in found[0]


def test_thousands_of_unknown_ids_are_told_without_guessing_each(known: Known, folder: Path) -> None:
    found = problems(ANSWERS + "".join(answer(question=f"has-readm{n}") for n in range(3000)), known, folder)
    assert len(found) == 3000
    assert sum("did you mean" in problem for problem in found) < 100
