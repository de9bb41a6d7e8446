# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns an office file into evidence: what the office has on record, what its people attest, what it has excepted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Final

from ayni.evidence import Basis, Evidence, Subject, SubjectKind, Value
from ayni.formats.office_file import GivenAnswer, GrantedException, Institution, OfficeFile, Repository
from ayni.office.canvas import is_complete, review_due

SOURCE: Final = "office-file"
EXCEPTION: Final = "exception:"
"""The claim of an exception begins so and ends in the criterion's id."""


def office_evidence(office_file: OfficeFile, day: date) -> tuple[Evidence, ...]:
    """Everything that the file says, sorted. ``day`` is when the record was read: what it states, it states that day.

    Answers and exceptions keep the day on which they were given. The order of lists in the file does not matter.
    """
    found = [*_office(office_file, day), *_canvas(office_file, day)]
    for institution in office_file.institutions:
        found.extend(_institution(office_file, institution, day))
    for repository in office_file.repositories:
        found.extend(_repository(office_file, repository, day))
    found.extend(_answer(office_file, answer) for answer in office_file.answers)
    found.extend(_exception(office_file, exception) for exception in office_file.exceptions)
    return tuple(sorted(found, key=lambda item: (item.subject, item.claim, item.observed, item.id)))


def _office(file: OfficeFile, day: date) -> Iterator[Evidence]:
    yield _recorded(file, file.subject, "title", value=file.office.title, day=day, line=file.office.line)
    if file.exceptions:  # the reader refuses an exception without code, signer and review; none at all proves nothing
        yield _recorded(file, file.subject, "exceptions-are-coded", value=True, day=day, line=file.exceptions[0].line)


def _canvas(file: OfficeFile, day: date) -> Iterator[Evidence]:
    canvas = file.canvas
    if canvas is None:
        return
    yield _recorded(file, file.subject, "canvas-is-complete", value=is_complete(canvas), day=day, line=canvas.line)
    if canvas.reviewed:
        since, until = canvas.reviewed, review_due(canvas)
        yield _recorded(
            file, file.subject, "canvas-is-reviewed", value=True, day=since, line=canvas.line, expires=until
        )


def _institution(file: OfficeFile, institution: Institution, day: date) -> Iterator[Evidence]:
    subject = Subject(kind=SubjectKind.INSTITUTION, id=institution.id)
    claims: dict[str, Value] = {"title": institution.title, "has-focal-point": bool(institution.focal_point)}
    if institution.parent:
        claims["parent"] = institution.parent
    for claim, value in claims.items():
        yield _recorded(file, subject, claim, value=value, day=day, line=institution.line)


def _repository(file: OfficeFile, repository: Repository, day: date) -> Iterator[Evidence]:
    subject = Subject(kind=SubjectKind.REPOSITORY, id=repository.id)
    # The empty upstream is a fact too: the office knows of none, so nothing there has to be kept up with.
    claims = {"repository-scope": repository.scope.value, "upstream": repository.upstream}
    if repository.institution:
        claims["owner"] = repository.institution
    for claim, value in claims.items():
        yield _recorded(file, subject, claim, value=value, day=day, line=repository.line)


def _recorded(
    file: OfficeFile, subject: Subject, claim: str, *, value: Value, day: date, line: int, expires: date | None = None
) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.RECORDED,
        source=SOURCE,
        observed=_at(day),
        by=SOURCE,
        locator=f"{file.file}:{line}",
        expires=expires,
    )


def _answer(file: OfficeFile, answer: GivenAnswer) -> Evidence:
    return Evidence(
        subject=answer.subject,
        claim=answer.question,
        value=answer.answer,
        basis=Basis.ATTESTED,
        source=SOURCE,
        observed=_at(answer.day),
        by=answer.by,
        confirmed_by=answer.confirmed_by,
        locator=answer.document or f"{file.file}:{answer.line}",
        digest=answer.digest,
        expires=answer.expires,
    )


def _exception(file: OfficeFile, exception: GrantedException) -> Evidence:
    return Evidence(
        subject=exception.subject,
        claim=EXCEPTION + exception.criterion,
        value=exception.code.value,
        basis=Basis.ATTESTED,
        source=SOURCE,
        observed=_at(exception.day),
        by=exception.signed_by,
        locator=f"{file.file}:{exception.line}",
        expires=exception.review,
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
