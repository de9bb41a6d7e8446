# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stream of git log, cut anywhere and meaning harm."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.history.log import LoggedCommit, LogTooLargeError, parse_log

ID = "a" * 40


def record(
    message: bytes = b"Why",
    *,
    parents: int = 1,
    author: bytes = b"Ana <ana@x.example>",
    time: bytes = b"86400",
    files: Sequence[tuple[bytes, bytes]] = (),
    headers: bytes = b"",
) -> bytes:
    lines = b"".join(b"    " + line + b"\n" for line in message.split(b"\n")) if message else b""
    head = b"commit " + ID.encode() + b"\ntree " + b"b" * 40 + b"\n" + (b"parent " + b"c" * 40 + b"\n") * parents
    who = b"author " + author + b" 1 +0000\ncommitter " + author + b" " + time + b" +0000\n" + headers
    listed = b"\n" + b"".join(b"%s\0%s\0" % pair for pair in files) if files else b""
    return head + who + (b"\n" if message or files else b"") + lines + listed


def parse(*records: bytes, size: int = 1 << 20) -> list[LoggedCommit]:
    stream = b"\0".join(records)
    return list(parse_log(stream[at : at + size] for at in range(0, len(stream), size)))


def test_a_commit_and_its_files() -> None:
    (found,) = parse(record(b"Why\n\nBecause", files=[(b"A", b"a"), (b"M", b"b\nc"), (b"A", b"commit " + ID.encode())]))
    assert found == LoggedCommit(ID, 1, b"Ana <ana@x.example>", 1, False, b"    Why\n    \n    Because\n\n", 3, 2)


def test_no_message_and_no_file_can_pose_as_a_commit() -> None:
    posing = record(b"x\ncommit " + b"d" * 40 + b"\n\nA")
    (found,) = parse(posing)
    assert found.id == ID
    name = b"commit " + b"d" * 40 + b"\ntree x\nauthor E <e@x> 1 +0000\ncommitter E <e@x> 1 +0000\n\n    x\n"
    first, second = parse(record(files=[(b"A", name)]), record(files=[(b"D", b"M")]))
    assert (first.id, second.id, first.files, second.added) == (ID, ID, 1, 0)


def test_merges_roots_and_empty_messages() -> None:
    found = parse(record(parents=0), record(parents=2), record(b""), record(b"", files=[(b"A", b"a")]))
    assert [commit.parents for commit in found] == [0, 2, 1, 1]
    assert [commit.files for commit in found] == [0, 0, 0, 1]


def test_a_signature_counts_in_the_header_only() -> None:
    found = parse(
        record(headers=b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"),
        record(b"x\ngpgsig y"),
        record(headers=b"mergetag object x\n gpgsig y\n"),
    )
    assert [commit.signed for commit in found] == [True, False, False]


@pytest.mark.parametrize(
    ("author", "time", "expected"),
    [
        (b"Ana <ana@x.example>", b"-5", (b"Ana <ana@x.example>", 0)),
        (b"Ana", b"86400", (b"", 0)),
        (b"<>", b"999999999999", (b"<>", 2_932_896)),
        (b"Ana <a>b>", b"86400", (b"Ana <a>", 1)),
    ],
)
def test_malformed_headers_are_survived(author: bytes, time: bytes, expected: tuple[bytes, int]) -> None:
    (found,) = parse(record(author=author, time=time))
    assert (found.author, found.day) == expected


COMMITS = st.builds(
    record,
    st.binary().map(lambda text: text.replace(b"\0", b"")),
    parents=st.integers(0, 3),
    files=st.lists(
        st.tuples(
            st.sampled_from([b"A", b"M", b"D", b"T"]), st.binary(min_size=1).filter(lambda name: b"\0" not in name)
        ),
        max_size=4,
    ),
)


@given(st.lists(COMMITS, max_size=6), st.integers(1, 400))
def test_where_the_stream_is_cut_does_not_matter(records: list[bytes], size: int) -> None:
    assert parse(*records, size=size) == parse(*records)
    assert len(parse(*records)) == len(records)


@given(st.binary())
def test_any_bytes_are_survived(stream: bytes) -> None:
    list(parse_log([stream, b"\0", stream]))


def test_a_commit_without_end_is_given_up() -> None:
    endless = (b"x" * 1000 for _ in range(1_000_000))
    with pytest.raises(LogTooLargeError):
        list(parse_log(endless, max_record=100_000))
