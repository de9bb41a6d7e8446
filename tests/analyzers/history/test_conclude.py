# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What folded commits say on a day."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.history.analysis import CLAIMS, HistoryContext, conclude, not_seen
from ayni.analyzers.history.fold import fold, is_explained, is_signed_off
from ayni.analyzers.history.log import LoggedCommit
from ayni.analyzers.history.state import HistoryState, Tag, decode_state, encode_state
from ayni.analyzers.history.tally import absence_factor
from ayni.evidence import NotSeen, Value

DAY = date(2026, 11, 22)
TODAY = DAY.toordinal() - date(1970, 1, 1).toordinal()
EMPTY = HistoryState(head="f" * 40, salt="salt")


def commit(
    days_ago: int = 1,
    author: str = "Ana <ana@agency.gob.uy>",
    *,
    parents: int = 1,
    signed: bool = False,
    message: bytes = b"    Explain the change in words\n",
    files: int = 1,
    added: int = 0,
) -> LoggedCommit:
    return LoggedCommit("a" * 40, parents, author.encode(), TODAY - days_ago, signed, message, files, added)


def told(
    commits: Sequence[LoggedCommit], context: HistoryContext | None = None, day: date = DAY, state: HistoryState = EMPTY
) -> dict[str, Value]:
    found = conclude(fold(state, commits, {}), day, context or HistoryContext())
    assert tuple(item.claim for item in found) == CLAIMS
    return {item.claim: item.value for item in found}


def test_commits_merges_and_bots_are_told_apart() -> None:
    bot = "renovate[bot] <1+renovate[bot]@users.noreply.github.com>"
    values = told(
        [commit(400), commit(100), commit(2), commit(1, parents=2), commit(0, bot), commit(0, bot, parents=2)]
    )
    assert (values["commits"], values["commits-last-year"], values["commits-last-quarter"]) == (3, 2, 1)
    assert (values["merge-commits"], values["bot-commits"], values["contributors"]) == (1, 2, 1)
    assert (values["first-commit"], values["last-commit"]) == ("2025-10-18", "2026-11-21")


def test_windows_end_at_the_day_and_hold_their_last_days() -> None:
    commits = [commit(0), commit(89), commit(90), commit(364), commit(365), commit(-1)]
    values = told(commits)
    assert (values["commits-last-quarter"], values["commits-last-year"], values["commits"]) == (2, 4, 5)
    assert told(commits, day=DAY + timedelta(days=1))["commits"] == 6


def test_new_contributors() -> None:
    values = told(
        [commit(400), commit(1), commit(3, "Luz <luz@x.example.org>"), commit(500, "Eva <eva@x.example.org>")]
    )
    assert (values["contributors"], values["contributors-last-year"], values["new-contributors-last-year"]) == (3, 2, 1)


def test_absence_and_elephant_factor_look_at_the_last_year_of_activity() -> None:
    people = [f"P{number} <p{number}@gmail.com>" for number in range(4)]
    commits = [commit(3000 + number, person) for number, person in enumerate(people)]
    commits += [commit(5000, "Old <old@x.gob.uy>")] * 100
    values = told(commits)
    assert (values["commits-last-year"], values["contributor-absence-factor"], values["elephant-factor"]) == (0, 2, 2)
    one = told([*commits, *[commit(2999, f"W{number} <w{number}@ministry.gob.uy>") for number in range(6)]])
    assert (one["contributor-absence-factor"], one["elephant-factor"]) == (5, 1)


@given(st.dictionaries(st.integers(), st.integers(1, 100), min_size=1))
def test_the_factor_is_the_smallest_number_with_half(commits: dict[object, int]) -> None:
    number, total = absence_factor(commits), sum(commits.values())
    largest = sorted(commits.values(), reverse=True)
    assert sum(largest[:number]) * 2 >= total
    assert sum(largest[: number - 1]) * 2 < total


def test_organizations_are_domains_or_what_the_map_says() -> None:
    commits = [
        commit(),
        commit(author="L <l@dev.agency.gob.uy>"),
        commit(author="G <g@gmail.com>"),
        commit(400, "X <x@x.org>"),
    ]
    assert told(commits)["organizations"] == ("agency.gob.uy=1", "dev.agency.gob.uy=1")
    mapped = HistoryContext(organizations={"agency.gob.uy": "Agency", "gmail.com": "Volunteers"})
    assert told(commits, mapped)["organizations"] == ("Agency=2", "Volunteers=1")


def test_the_offices_own_share() -> None:
    commits = [commit(), commit(author="L <l@dev.agency.gob.uy>"), commit(author="E <e@evilagency.gob.uy>")]
    assert told(commits)["own-commits-share"] == NotSeen(reason="own-domains-not-given")
    assert told(commits, HistoryContext(own_domains=("agency.gob.uy",)))["own-commits-share"] == 0.6667
    assert told([commit(900)], HistoryContext(own_domains=("x.uy",)))["own-commits-share"] == NotSeen(
        reason="no-commits-last-year"
    )


def test_shares_of_signed_commits() -> None:
    signed = b"    Fix it\n    \n    Signed-off-by: Ana <a@x>\n"
    values = told([commit(message=signed, signed=True), commit(), commit(900, message=signed)])
    assert (values["signed-off-share-last-year"], values["signed-commit-share-last-year"]) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("message", "explained"),
    [
        (b"    fix\n", False), (b"    \n", False), (b"", False), (b"    Update README.md\n", False),
        (b"    Initial commit\n", False), (b"    Add files via upload\n", False), (b"    Corrige el acceso\n", True),
        (b"    fix typo in title\n", True), (b"    fix\n    \n    The title was wrong.\n", True),
    ],
)  # fmt: skip
def test_messages_that_say_more_than_a_bare_word(message: bytes, explained: bool) -> None:
    assert is_explained(message) is explained


def test_sign_off_lines() -> None:
    assert is_signed_off(b"    x\n    signed-off-by: A <a@x>\n")
    assert not is_signed_off(b"    Signed-off-by:\n    I saw Signed-off-by: x\n")


def test_imports_in_one_piece() -> None:
    assert told([commit(files=3, added=3)])["squashed-import"] is True
    assert told([commit(files=100, added=100), *[commit(files=1, added=1)] * 5])["squashed-import"] is True
    assert told([commit(files=100, added=100), *[commit(files=1, added=1)] * 50])["squashed-import"] is False
    assert told([commit(files=3, added=3), commit()])["squashed-import"] is False
    blind = HistoryState(head="f", salt="s", files_seen=False)
    assert told([commit(), commit()], state=blind)["squashed-import"] == NotSeen(reason="content-missing")


def test_releases_by_date_up_to_the_day() -> None:
    tags = (
        Tag("v1.1.0", TODAY - 10, True, True),
        Tag("v1.0", TODAY - 400, False, False),
        Tag("v2.0.0", TODAY + 1, False, False),
        Tag("v0.9", None, False, False),
    )
    values = told([commit()], HistoryContext(tags=tags, changelog=("1.1.0",)))
    assert values["releases"] == ("v1.0", "v1.1.0")
    assert values["release-dates"] == ("2025-10-18", "2026-11-12")
    counts = [
        values[claim] for claim in ("releases-last-year", "releases-semver", "releases-annotated", "releases-signed")
    ]
    assert counts == [1, 1, 1, 1]
    assert values["changelog-covers-last-release"] is True
    unread = told([commit()], HistoryContext(tags=tags[3:], changelog=None))
    assert unread["releases"] == unread["changelog-covers-last-release"] == NotSeen(reason="content-missing")
    none = told([commit()], HistoryContext(changelog=()))
    assert (none["releases"], none["changelog-covers-last-release"]) == ((), False)


def test_no_commit_by_that_day() -> None:
    values = told([commit()], day=date(2020, 1, 1))
    assert values["commits"] == 0
    assert values["last-commit"] == values["contributor-absence-factor"] == NotSeen(reason="no-commits")


def test_everything_unseen() -> None:
    assert [item.claim for item in not_seen("vanished")] == list(CLAIMS)


COMMITS = st.lists(
    st.builds(
        commit,
        st.integers(-5, 1000),
        st.sampled_from(["Ana <ana@x.gob.uy>", "Luz <luz@gmail.com>", "x[bot] <b@x.org>", "", "E <>"]),
        parents=st.integers(0, 2),
        signed=st.booleans(),
        files=st.integers(0, 30),
        added=st.integers(0, 30),
    ),
    max_size=30,
)


@given(COMMITS, st.integers(0, 30), st.randoms())
def test_folding_in_parts_or_in_another_order_says_the_same(
    commits: list[LoggedCommit], cut: int, random: "object"
) -> None:
    whole = conclude(fold(EMPTY, commits, {}), DAY, HistoryContext())
    half = decode_state(encode_state(fold(EMPTY, commits[:cut], {})))
    assert half is not None
    assert conclude(fold(half, commits[cut:], {}), DAY, HistoryContext()) == whole
    random.shuffle(commits)  # type: ignore[attr-defined]
    assert conclude(fold(EMPTY, commits, {}), DAY, HistoryContext()) == whole


def test_a_state_of_another_version_is_not_used() -> None:
    assert decode_state(encode_state(HistoryState(head="f", salt="s", version=0))) is None
    assert decode_state(b"{}") is None
