# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an office file says becomes evidence: recorded where it is the record, attested where a person says so."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ayni.evidence import Basis, Evidence, Ledger, Subject, SubjectKind
from ayni.formats.office_file import (
    BLOCKS,
    Canvas,
    ExceptionCode,
    GivenAnswer,
    GrantedException,
    Institution,
    Office,
    OfficeFile,
    Repository,
    Scope,
    Statement,
)
from ayni.office import office_evidence

DAY = date(2026, 11, 22)
OFFICE = Subject(kind=SubjectKind.OFFICE, id="odg")
PORTAL = Subject(kind=SubjectKind.REPOSITORY, id="portal")
BARE = OfficeFile(file="office.yaml", office=Office(id="odg", title="Oficina", line=2))
ANSWER = GivenAnswer(
    question="str-01-instrument",
    subject=OFFICE,
    answer=True,
    by="Ana",
    confirmed_by="Luis",
    day=date(2026, 3, 1),
    expires=date(2027, 3, 1),
    document="docs/mandate.pdf",
    digest="sha256:00",
    line=9,
)
EXCEPTION = GrantedException(
    criterion="LEG-03",
    subject=PORTAL,
    code=ExceptionCode.CONTRACT,
    reason="R",
    signed_by="Eva",
    day=date(2026, 1, 1),
    review=date(2027, 1, 1),
    line=12,
)


def claims(file: OfficeFile) -> dict[str, Evidence]:
    return {f"{item.subject}/{item.claim}": item for item in office_evidence(file, DAY)}


def test_a_bare_office_has_a_name_and_nothing_else() -> None:
    assert {key: item.value for key, item in claims(BARE).items()} == {"office:odg/title": "Oficina"}
    (title,) = office_evidence(BARE, DAY)
    assert (title.basis, title.source, title.locator) == (Basis.RECORDED, "office-file", "office.yaml:2")
    assert title.observed == datetime(2026, 11, 22, tzinfo=UTC)


def test_institutions_say_their_place_and_whether_somebody_is_to_be_turned_to() -> None:
    bodies = (Institution(id="p", title="P"), Institution(id="t", title="T", parent="p", focal_point="Ana", line=4))
    found = claims(replace(BARE, institutions=bodies))
    assert {key: item.value for key, item in found.items() if key.startswith("institution")} == {
        "institution:p/title": "P",
        "institution:p/has-focal-point": False,
        "institution:t/title": "T",
        "institution:t/parent": "p",
        "institution:t/has-focal-point": True,
    }
    assert not any("Ana" in str(item) for item in found.values())


def test_repositories_say_scope_and_upstream_and_their_owner_where_they_have_one() -> None:
    repositories = (
        Repository(id="portal", source="r", scope=Scope.PUBLISHED, institution="t", upstream="https://u.example/x"),
        Repository(id="otro", source="o", scope=Scope.INTERNAL),
    )
    found = claims(replace(BARE, repositories=repositories))
    assert {key: item.value for key, item in found.items() if key.startswith("repository")} == {
        "repository:portal/repository-scope": "published",
        "repository:portal/owner": "t",
        "repository:portal/upstream": "https://u.example/x",
        "repository:otro/repository-scope": "internal",
        "repository:otro/upstream": "",
    }


def test_an_answer_is_attested_by_its_person_on_its_day() -> None:
    item = claims(replace(BARE, answers=(ANSWER,)))["office:odg/str-01-instrument"]
    assert (item.value, item.basis, item.by, item.confirmed_by) == (True, Basis.ATTESTED, "Ana", "Luis")
    assert (item.locator, item.digest) == ("docs/mandate.pdf", "sha256:00")
    assert (item.observed.date(), item.expires) == (date(2026, 3, 1), date(2027, 3, 1))


def test_an_answer_without_a_document_points_to_its_line() -> None:
    found = claims(replace(BARE, answers=(replace(ANSWER, document="", digest=""),)))
    assert found["office:odg/str-01-instrument"].locator == "office.yaml:9"


def test_an_exception_is_the_signers_word_until_its_review() -> None:
    found = claims(replace(BARE, exceptions=(EXCEPTION,)))
    item = found["repository:portal/exception:LEG-03"]
    assert (item.value, item.by, item.expires, item.basis) == ("contract", "Eva", date(2027, 1, 1), Basis.ATTESTED)
    assert found["office:odg/exceptions-are-coded"].value is True


def test_no_exceptions_prove_nothing_about_their_codes() -> None:
    assert "office:odg/exceptions-are-coded" not in claims(BARE)


def test_a_canvas_is_complete_or_not_and_reviewed_for_a_year() -> None:
    statements = tuple(Statement(block=block, statement="S") for block in BLOCKS)
    full = claims(replace(BARE, canvas=Canvas(statements=statements, reviewed=date(2026, 10, 1))))
    assert full["office:odg/canvas-is-complete"].value is True
    review = full["office:odg/canvas-is-reviewed"]
    assert (review.value, review.observed.date(), review.expires) == (True, date(2026, 10, 1), date(2027, 10, 1))
    partial = claims(replace(BARE, canvas=Canvas(statements=statements[1:])))
    assert partial["office:odg/canvas-is-complete"].value is False
    assert "office:odg/canvas-is-reviewed" not in partial


def test_the_later_answer_is_the_current_one() -> None:
    later = replace(ANSWER, answer=False, day=date(2026, 5, 1), line=30)
    view = Ledger(office_evidence(replace(BARE, answers=(later, ANSWER)), DAY)).view(OFFICE, DAY)
    word = view.attestation("str-01-instrument")
    assert word is not None
    assert word.value is False


def test_the_evidence_is_the_same_every_time_on_one_day() -> None:
    file = replace(BARE, answers=(ANSWER,), exceptions=(EXCEPTION,))
    assert [item.id for item in office_evidence(file, DAY)] == [item.id for item in office_evidence(file, DAY)]
