# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole office file becomes frozen values; a short one does too."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from ayni.errors import AyniError, InvalidFileError
from ayni.evidence import Subject, SubjectKind
from ayni.formats.office_file import Confidence, ExceptionCode, Known, OfficeFile, Plan, Repository, Scope
from ayni.sources.office_file import OfficeFileNotReadError, load_office, read_office, repository_path

WHOLE = """\
ayni: 1
office: {id: odg, title: "Oficina", country: EC, language: es, domains: [gob.example]}
institutions:
  - {id: presidency, title: "Presidencia"}
  - {id: transport, title: "Transporte", parent: presidency, domains: [mit.example, ñandú.example], focal_point: "Ana"}
repositories:
  - {source: repos/portal, institution: transport, scope: published, upstream: "https://git.example/a/portal"}
  - {source: "https://git.example/b/mapas.git", scope: upstream}
  - {source: "git@git.example:b/datos.git", id: datos-abiertos, scope: archived}
answers:
  - question: str-01-instrument
    answer: yes
    by: "Ana"
    confirmed_by: "Luis"
    document: docs/mandate.pdf
    date: 2026-03-01
  - {question: has-readme, answer: no, by: "Ana", document: "Ley 12/2026", date: 2026-03-01, subject: repository:portal}
  - question: has-focal-point
    subject: institution:transport
    answer: yes
    by: Ana
    date: 2024-02-29
    expires: 2027-01-01
  - {question: anything, answer: yes, by: Ana, date: 2024-02-29, document: "https://gob.example/acta.pdf"}
exceptions:
  - criterion: LEG-03
    subject: repository:portal
    code: contract
    reason: R
    signed_by: S
    date: 2026-01-01
    review: 2027-01-01
canvas:
  reviewed: 2026-10-01
  statements:
    - block: buy-in
      statement: "Dice"
      beneficiary: B
      confidence: low
      test: T
      result: R
      date: 2026-09-01
      practices: [CAP-03]
    - {block: buy-in, statement: "Y más"}
plan: {person_days_per_quarter: 60, start: 2027-01-01, target_phase: 2}
"""


@pytest.fixture
def whole(known: Known, folder: Path) -> OfficeFile:
    return read_office(WHOLE, str(folder / "office.yaml"), known, date(2026, 11, 22))


def test_the_office_and_its_tree(whole: OfficeFile) -> None:
    assert (whole.file, whole.office.country, whole.office.language) == ("office.yaml", "EC", "es")
    assert whole.subject == Subject(kind=SubjectKind.OFFICE, id="odg")
    assert [(body.id, body.parent, body.focal_point) for body in whole.institutions] == [
        ("presidency", "", ""),
        ("transport", "presidency", "Ana"),
    ]
    assert whole.domains == ("gob.example", "mit.example", "ñandú.example")
    assert whole.plan == Plan(person_days_per_quarter=60, start=date(2027, 1, 1), target_phase=2)


def test_a_repository_without_id_takes_it_from_its_source(whole: OfficeFile) -> None:
    assert [(one.id, one.scope) for one in whole.repositories] == [
        ("portal", Scope.PUBLISHED),
        ("mapas", Scope.UPSTREAM),
        ("datos-abiertos", Scope.ARCHIVED),
    ]
    assert whole.repositories[0].line == 7


def test_an_answer_holds_as_long_as_its_criterion_says_or_the_file_does(whole: OfficeFile) -> None:
    assert [answer.expires for answer in whole.answers] == [
        date(2028, 3, 1),
        date(2027, 3, 1),
        date(2027, 1, 1),
        date(2025, 2, 28),
    ]
    assert [answer.answer for answer in whole.answers] == [True, False, True, True]


def test_a_document_beside_the_file_has_its_digest_and_others_none(whole: OfficeFile) -> None:
    seal = "sha256:" + hashlib.sha256(b"mandate").hexdigest()
    assert [answer.digest for answer in whole.answers] == [seal, "", "", ""]
    assert [answer.subject.kind.value for answer in whole.answers] == ["office", "repository", "institution", "office"]


def test_exceptions_and_canvas(whole: OfficeFile) -> None:
    assert whole.exceptions[0].code is ExceptionCode.CONTRACT
    assert whole.exceptions[0].review == date(2027, 1, 1)
    assert whole.canvas is not None
    assert [(one.confidence, one.day, one.practices) for one in whole.canvas.statements] == [
        (Confidence.LOW, date(2026, 9, 1), ("CAP-03",)),
        (Confidence.UNSTATED, None, ()),
    ]


def test_the_shortest_file_is_enough(known: Known, folder: Path) -> None:
    short = read_office("ayni: 1\noffice: {id: odg, title: O}\n", str(folder / "o.yaml"), known)
    assert (short.institutions, short.repositories, short.answers, short.canvas) == ((), (), (), None)
    assert short.plan == Plan()


def test_a_key_without_a_value_says_nothing(known: Known, folder: Path) -> None:
    text = "ayni: 1\noffice: {id: odg, title: O, country: , domains: }\n" + "".join(
        f"{name}:\n" for name in ("institutions", "repositories", "answers", "exceptions", "canvas", "plan")
    )
    assert read_office(text, str(folder / "o.yaml"), known).canvas is None


def test_the_file_is_read_from_the_disk(known: Known, tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text("ayni: 1\noffice: {id: odg, title: Ñ}\n", encoding="utf-8")
    assert load_office(path, known).office.title == "Ñ"


def test_no_file_and_no_text_are_told_apart(known: Known, tmp_path: Path) -> None:
    with pytest.raises(OfficeFileNotReadError, match="ayni init"):
        load_office(tmp_path / "office.yaml", known)
    (tmp_path / "office.yaml").write_bytes(b"ayni: 1\noffice: \xff\n")
    with pytest.raises(InvalidFileError, match="UTF-8"):
        load_office(tmp_path / "office.yaml", known)


def test_a_repository_leads_to_its_folder_or_to_none(folder: Path) -> None:
    file = folder / "office.yaml"
    here = Repository(id="p", source="repos/portal", scope=Scope.PUBLISHED)
    there = Repository(id="q", source="https://git.example/q", scope=Scope.PUBLISHED)
    gone = Repository(id="l", source="repos/gone", scope=Scope.PUBLISHED, line=7)
    elsewhere = Repository(id="e", source=str(folder.parent), scope=Scope.INTERNAL)
    assert repository_path(file, elsewhere) == folder.parent.resolve()
    assert repository_path(file, here) == (folder / "repos" / "portal").resolve()
    assert repository_path(file, there) is None
    with pytest.raises(AyniError, match=":7: repos/gone is not there"):
        repository_path(file, gone)
