# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence that is kept comes back as it was known."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ayni.archive import Archive
from ayni.evidence import Basis, Evidence, Ledger, NotSeen, Subject, SubjectKind, Value, Visibility

AT = datetime(2026, 11, 22, 8, 30, 15, 123456, tzinfo=UTC)
PORTAL = Subject(kind=SubjectKind.REPOSITORY, id="portal")
DAY = timedelta(days=1)
START = datetime(1970, 1, 1, tzinfo=UTC)


def said(value: Value, at: datetime, source: str = "git") -> Evidence:
    return Evidence(
        subject=PORTAL, claim="commits", value=value, basis=Basis.MEASURED, source=source, observed=at, by="history/1"
    )


def load(archive: Archive, at: datetime | None = None) -> list[tuple[Value, datetime]]:
    return [(item.value, item.observed) for _, found in archive.evidence.load(at) for item in found]


VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8")),
    st.lists(st.text(st.characters(codec="utf-8"))).map(tuple),
    st.builds(NotSeen, reason=st.sampled_from(["timed-out", "corrupt"])),
)
EVIDENCE = st.builds(
    Evidence,
    subject=st.builds(Subject, kind=st.sampled_from(SubjectKind), id=st.sampled_from(["a", "b", "ñ"])),
    claim=st.sampled_from(["commits", "license-files"]),
    value=VALUES,
    basis=st.sampled_from(Basis),
    source=st.sampled_from(["git", "folder", "scorecard"]),
    observed=st.integers(0, 4 * 10**15).map(lambda number: START + timedelta(microseconds=number)),
    by=st.sampled_from(["history/1", "Ana"]),
    locator=st.sampled_from(["", "README.md:3"]),
    digest=st.sampled_from(["", "sha256:00"]),
    expires=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    confirmed_by=st.sampled_from(["", "Luz"]),
    visibility=st.sampled_from(Visibility),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVIDENCE, max_size=30), st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_in_order_of_time_the_archive_knows_what_a_ledger_of_everything_knows(
    evidence: Sequence[Evidence], day: date
) -> None:
    by_time = sorted(
        {(item.subject, item.claim, item.basis, item.source, item.observed): item for item in evidence}.values(),
        key=lambda item: item.observed,
    )
    end = datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.sqlite3") as archive:
        for item in by_time:
            archive.evidence.append([item])
        kept = {
            (item.subject, item.claim, item.basis, item.source): item
            for _, found in archive.evidence.load(end)
            for item in found
        }
    expected = {(item.subject, item.claim, item.basis, item.source): item for item in by_time if item.observed <= end}
    assert {key: item.without_time() for key, item in kept.items()} == {
        key: item.without_time() for key, item in expected.items()
    }
    assert all(item.observed <= expected[key].observed for key, item in kept.items())


def test_the_same_statement_again_only_moves_its_end(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        assert archive.evidence.append([said(5, AT)]) == 1
        assert archive.evidence.append([said(5, AT + DAY)]) == 0
        assert load(archive) == [(5, AT + DAY)]
        assert [item.observed for item in archive.evidence.history(PORTAL)] == [AT]


def test_as_of_a_day_nothing_later_is_known(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        for number, value in enumerate((5, 6, 5)):
            archive.evidence.append([said(value, AT + number * DAY)])
        assert load(archive, AT - DAY) == []
        assert load(archive, AT) == [(5, AT)]
        assert load(archive, AT + 1.5 * DAY) == [(6, AT + DAY)]
        assert load(archive) == [(5, AT + 2 * DAY)]
        assert [item.value for item in archive.evidence.history(PORTAL)] == [5, 6, 5]


def test_sources_do_not_interrupt_each_other(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        for number in range(3):
            at = AT + number * DAY
            archive.evidence.append([said(5, at), said(7, at, "scorecard")])
        assert len(archive.evidence.history(PORTAL)) == 2
        assert sorted(load(archive)) == [(5, AT + 2 * DAY), (7, AT + 2 * DAY)]


def test_a_statement_from_the_past_does_not_displace_the_present(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.evidence.append([said(5, AT)])
        archive.evidence.append([said(4, AT - DAY)])
        assert load(archive) == [(5, AT)]
        assert load(archive, AT - DAY) == [(4, AT - DAY)]


def test_a_reader_sees_one_state_while_others_write(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        subjects = [Subject(kind=SubjectKind.REPOSITORY, id=f"r{number}") for number in range(3)]
        archive.evidence.append(replace(said(1, AT), subject=subject) for subject in subjects)
        reading = archive.evidence.load()
        first = next(reading)
        archive.evidence.append(replace(said(2, AT + DAY), subject=subject) for subject in subjects)
        assert [item.value for _, found in (first, *reading) for item in found] == [1, 1, 1]


def test_what_comes_back_makes_the_same_ledger(tmp_path: Path) -> None:
    evidence = [said(True, AT), replace(said(("a", "b"), AT), claim="paths"), replace(said(1.0, AT), claim="share")]
    with Archive.open(tmp_path / "a.sqlite3") as archive:
        archive.evidence.append(evidence)
        back = [item for _, found in archive.evidence.load() for item in found]
    assert {item.id for item in back} == {item.id for item in evidence}
    assert Ledger(back).view(PORTAL, AT.date()) == Ledger(evidence).view(PORTAL, AT.date())
