# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""An office file may refer to whatever packs and probes ask, of those they ask it of."""

from ayni.evidence import SubjectKind
from ayni.formats.office_file import Known
from ayni.frameworks import asked
from ayni.office import known_ids
from ayni.probes import PROBES
from fakes.offices import library

OFFICE, REPOSITORY, INSTITUTION = SubjectKind.OFFICE, SubjectKind.REPOSITORY, SubjectKind.INSTITUTION


def known() -> Known:
    return known_ids(library(), {name: probe.subject for name, probe in PROBES.items()})


def test_every_question_of_every_criterion_and_every_probe_is_known() -> None:
    names = known().questions.keys()
    assert set(PROBES) <= names
    for criterion in library().criteria.values():
        assert set(asked(criterion.met_when)) <= names
        assert criterion.id in known().criteria


def test_what_a_share_asks_is_asked_of_its_members() -> None:
    questions = known().questions
    assert questions["str-01-instrument"].subjects == {OFFICE}
    assert questions["has-focal-point"].subjects == {INSTITUTION}
    assert questions["has-license-file"].subjects == {REPOSITORY}


def test_nothing_is_asked_of_what_an_office_file_cannot_name() -> None:
    kinds = {kind for one in known().questions.values() for kind in one.subjects}
    assert kinds == {OFFICE, REPOSITORY, INSTITUTION}


def test_an_answer_holds_for_the_shortest_time_that_is_asked() -> None:
    for criterion in library().criteria.values():
        for name in asked(criterion.met_when):
            assert known().questions[name].months <= criterion.valid_for
    assert known().questions["str-02-interviews"].months == library().criteria["STR-02"].valid_for


def test_only_practices_are_practices() -> None:
    assert known().practices < known().criteria
    assert "STR-01" in known().practices
    assert "OSPS-LE-03.01" not in known().practices
