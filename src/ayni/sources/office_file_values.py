# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a checked office file to frozen values. Shapes and references were checked before; here is only translation."""

from collections.abc import Mapping as MappingOf
from datetime import date
from typing import Any

from ayni.evidence import Subject, SubjectKind, parse_subject
from ayni.formats.office_file import (
    Asked,
    Canvas,
    Confidence,
    ExceptionCode,
    GivenAnswer,
    GrantedException,
    Institution,
    Known,
    Office,
    OfficeFile,
    Plan,
    Repository,
    Scope,
    Statement,
    months_later,
)
from ayni.formats.yaml_positions import Mapping
from ayni.sources.office_file_nodes import rows, section
from ayni.sources.office_file_places import name_of


def office_file_of(root: Mapping, name: str, known: Known, digests: MappingOf[str, str]) -> OfficeFile:
    """The whole file; ``digests`` are those of the documents beside it."""
    office = _office(root["office"].value, root["office"].line)
    canvas = section(root, "canvas")
    return OfficeFile(
        file=name,
        office=office,
        institutions=tuple(_institution(row.node.value, row.node.line) for row in rows(root, "institutions")),
        repositories=tuple(_repository(row.node.value, row.node.line) for row in rows(root, "repositories")),
        answers=tuple(
            _answer(row.node.value, row.node.line, office.id, known, digests) for row in rows(root, "answers")
        ),
        exceptions=tuple(_exception(row.node.value, row.node.line, office.id) for row in rows(root, "exceptions")),
        canvas=_canvas(canvas.node) if canvas else None,
        plan=_plan(root["plan"].value if "plan" in root else None),
    )


def _office(plain: Any, line: int) -> Office:
    return Office(
        id=plain["id"],
        title=plain["title"].strip(),
        country=_text(plain, "country"),
        language=_text(plain, "language"),
        domains=_texts(plain, "domains"),
        line=line,
    )


def _institution(plain: MappingOf[str, Any], line: int) -> Institution:
    return Institution(
        id=plain["id"],
        title=plain["title"].strip(),
        parent=_text(plain, "parent"),
        domains=_texts(plain, "domains"),
        focal_point=_text(plain, "focal_point"),
        line=line,
    )


def _repository(plain: MappingOf[str, Any], line: int) -> Repository:
    return Repository(
        id=_text(plain, "id") or name_of(plain["source"]),
        source=plain["source"],
        scope=Scope(plain["scope"]),
        institution=_text(plain, "institution"),
        upstream=_text(plain, "upstream"),
        line=line,
    )


def _answer(
    plain: MappingOf[str, Any], line: int, office: str, known: Known, digests: MappingOf[str, str]
) -> GivenAnswer:
    day = date.fromisoformat(plain["date"])
    asked = known.questions.get(plain["question"], Asked())
    return GivenAnswer(
        question=plain["question"],
        subject=_subject(plain, office),
        answer=plain["answer"] == "yes",
        by=plain["by"].strip(),
        confirmed_by=_text(plain, "confirmed_by"),
        document=_text(plain, "document"),
        digest=digests.get(_text(plain, "document"), ""),
        day=day,
        expires=_day(plain, "expires") or months_later(day, asked.months),
        line=line,
    )


def _exception(plain: MappingOf[str, Any], line: int, office: str) -> GrantedException:
    return GrantedException(
        criterion=plain["criterion"],
        subject=_subject(plain, office),
        code=ExceptionCode(plain["code"]),
        reason=plain["reason"].strip(),
        signed_by=plain["signed_by"].strip(),
        day=date.fromisoformat(plain["date"]),
        review=date.fromisoformat(plain["review"]),
        line=line,
    )


def _canvas(node: Mapping) -> Canvas:
    return Canvas(
        reviewed=_day(node.value, "reviewed"),
        statements=tuple(_statement(row.node.value, row.node.line) for row in rows(node, "statements")),
        line=node.line,
    )


def _statement(plain: MappingOf[str, Any], line: int) -> Statement:
    return Statement(
        block=plain["block"],
        statement=plain["statement"].strip(),
        beneficiary=_text(plain, "beneficiary"),
        confidence=Confidence(_text(plain, "confidence")),
        test=_text(plain, "test"),
        result=_text(plain, "result"),
        day=_day(plain, "date"),
        practices=_texts(plain, "practices"),
        line=line,
    )


def _plan(plain: Any) -> Plan:
    found = plain or {}
    return Plan(
        person_days_per_quarter=found.get("person_days_per_quarter"),
        start=_day(found, "start"),
        target_phase=found.get("target_phase"),
    )


def _subject(plain: MappingOf[str, Any], office: str) -> Subject:
    text = _text(plain, "subject")
    return parse_subject(text) if ":" in text else Subject(kind=SubjectKind.OFFICE, id=office)


def _text(plain: MappingOf[str, Any], name: str) -> str:
    return (plain.get(name) or "").strip()


def _texts(plain: MappingOf[str, Any], name: str) -> tuple[str, ...]:
    return tuple(plain.get(name) or ())


def _day(plain: MappingOf[str, Any], name: str) -> date | None:
    text = _text(plain, name)
    return date.fromisoformat(text) if text else None
