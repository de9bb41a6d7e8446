# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tags are versions, and what a change log covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.history.releases import (
    ChangelogVersions,
    is_semver,
    normal_version,
    version_key,
    version_of,
)
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry


@pytest.mark.parametrize(
    ("tag", "version"),
    [
        ("v1.2.3", "1.2.3"), ("1.2", "1.2"), ("release-2.0", "2.0"), ("2024.1", "2024.1"), ("ckan-2.9.5", "2.9.5"),
        ("rel/commons-lang-3.12.0-RC1", "3.12.0-RC1"), ("curl-7_88_1", "7_88_1"), ("LANG_3_4_RC2", "3_4_RC2"),
        ("REL1_2", "1_2"), ("v1", "1"), ("version-12", "12"), ("1.12.0-beta", "1.12.0-beta"), ("2.10.0a1", "2.10.0a1"),
        ("backup-2020-01-01", None), ("latest", None), ("stable", None), ("pre-merge-1", None),
        ("before-v2-work", None), ("1", None), ("", None), ("nightly", None),
    ],
)  # fmt: skip
def test_versions_of_tags(tag: str, version: str | None) -> None:
    assert version_of(tag) == version


def test_semantic_versions() -> None:
    yes = ("v1.2.3", "1.0.0-rc.1", "ckan-2.9.5", "0.1.0+build.5")
    no = ("v1.2", "01.2.3", "1.2.3.4", "curl-7_88_1", "2024.01", "latest", "1.2.3rc1")
    assert [is_semver(tag) for tag in (*yes, *no)] == [True] * len(yes) + [False] * len(no)


def test_tags_sort_by_their_numbers() -> None:
    tags = ["v1.10.0", "v1.9.0", "v1.10.0-rc1", "v1.9"]
    assert sorted(tags, key=version_key) == ["v1.9", "v1.9.0", "v1.10.0-rc1", "v1.10.0"]


@given(st.text(max_size=300))
def test_any_tag_is_survived(tag: str) -> None:
    version_of(tag)
    is_semver(tag)
    version_key(tag)


def _entry(path: str, size: int | None = 10) -> TreeEntry:
    return TreeEntry(path=path, kind=EntryKind.FILE, blob=BlobId(path), size=size)


def test_change_logs_are_found_in_four_languages() -> None:
    reader = ChangelogVersions()
    wanted = (
        "CHANGELOG.md",
        "CHANGES",
        "docs/HISTORY.rst",
        "NEWS.txt",
        "CAMBIOS.md",
        "changelog.pt.md",
        "RELEASE-NOTES",
    )
    others = ("src/changelog.md", "changelog.py", "CHANGELOG.md/x", "news-letter.md")
    assert [reader.wants(_entry(path)) for path in (*wanted, *others)] == [True] * len(wanted) + [False] * len(others)
    assert not reader.wants(_entry("CHANGELOG.md", 100 << 20))
    assert reader.wants(_entry("CHANGELOG.md", None))


def test_versions_near_the_beginning_of_a_line() -> None:
    text = (
        b"# Log\n## [1.2.0] - 2026-01-01\nv.2.11.3 2025\n* Version 3.0.0-rc.1\n"
        + b"x" * 100
        + b" 9.9.9\nip 10.0.0.1.5\n"
    )
    found = ChangelogVersions().read(text)
    assert isinstance(found, list)
    assert {"1.2.0", "2.11.3", "3.0.0-rc.1"} <= set(map(str, found))
    assert "9.9.9" not in found
    assert normal_version("7_88_1") == "7.88.1"


def test_a_change_log_that_could_not_be_read_says_nothing() -> None:
    reader, log = ChangelogVersions(), _entry("CHANGELOG.md")
    assert list(reader.conclude(Tree([log]), {})) == []
    assert list(reader.conclude(Tree([], complete=False), {})) == []
    (nothing,) = reader.conclude(Tree([_entry("README.md")]), {})
    assert nothing.value == ()
    (found,) = reader.conclude(Tree([log]), {log.blob: ["1.0"]})
    assert found.value == ("1.0",)


@given(st.binary())
def test_any_bytes_are_read(content: bytes) -> None:
    ChangelogVersions().read(content)
