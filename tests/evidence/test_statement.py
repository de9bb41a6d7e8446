# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A statement is named by what it says, and holds between its day and its expiry."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.evidence import Basis, Evidence, NotSeen, Subject, SubjectKind, parse_subject

PORTAL = Subject(kind=SubjectKind.REPOSITORY, id="portal")
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def statement(**changes: object) -> Evidence:
    base = Evidence(
        subject=PORTAL,
        claim="license-files",
        value=("LICENSE",),
        basis=Basis.MEASURED,
        source="git",
        observed=NOON,
        by="licenses@1",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.text(),
    st.lists(st.text()).map(tuple),
    st.text().map(lambda r: NotSeen(reason=r)),
)


@given(VALUES, VALUES)
def test_two_statements_share_an_id_only_when_they_say_the_same(one: object, other: object) -> None:
    same = statement(value=one) == statement(value=other) and type(one) is type(other)
    assert (statement(value=one).id == statement(value=other).id) is same


def test_the_id_covers_everything_that_is_said() -> None:
    changes = {
        "subject": Subject(kind=SubjectKind.REPOSITORY, id="other"),
        "claim": "readme-file",
        "basis": Basis.REPORTED,
        "source": "folder",
        "observed": NOON + timedelta(seconds=1),
        "by": "licenses@2",
        "locator": "LICENSE",
        "digest": "sha256:0",
        "expires": date(2027, 1, 1),
        "confirmed_by": "someone",
        "visibility": "public",
    }
    ids = {statement(**{key: value}).id for key, value in changes.items()}
    assert len(ids | {statement().id}) == len(changes) + 1


def test_a_time_without_its_zone_is_refused_and_any_zone_becomes_utc() -> None:
    with pytest.raises(ValueError, match="needs a time with its zone"):
        statement(observed=datetime(2026, 5, 1))  # noqa: DTZ001
    lima = statement(observed=datetime(2026, 5, 1, 7, tzinfo=timezone(timedelta(hours=-5))))
    assert lima == statement()
    assert lima.id == statement().id


def test_a_statement_holds_from_its_day_until_the_day_before_it_expires() -> None:
    item = statement(expires=date(2026, 6, 1))
    assert [item.holds_on(date(2026, m, d)) for m, d in ((4, 30), (5, 1), (5, 31), (6, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_nobody_confirms_a_word_of_their_own() -> None:
    assert not statement(by="a", confirmed_by="a").confirmed()
    assert statement(by="a", confirmed_by="b").confirmed()


def test_evidence_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        statement().value = ()  # type: ignore[misc]


@given(st.sampled_from(SubjectKind), st.text(min_size=1))
def test_a_subject_reads_back(kind: SubjectKind, name: str) -> None:
    subject = Subject(kind=kind, id=name)
    assert parse_subject(str(subject)) == subject


@pytest.mark.parametrize("text", ["", "repository", "repository:", "planet:earth"])
def test_what_is_no_subject_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a (subject|valid SubjectKind)|is not a"):
        parse_subject(text)
