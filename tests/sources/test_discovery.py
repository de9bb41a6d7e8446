# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is meant by the places that a person names."""

from pathlib import Path

from ayni.sources import find_repositories
from sources.making import Made


def _names(*given: Path | str, **options: bool | int) -> list[str]:
    found = find_repositories([str(item) for item in given], **options)  # type: ignore[arg-type]
    assert found.problems == ()
    return [repository.subject.id for repository in found.repositories]


def test_a_folder_of_repositories_in_all_forms(tmp_path: Path) -> None:
    first = Made(tmp_path / "a")
    first.commit()
    Made(tmp_path / "group" / "b")
    Made(tmp_path / "c.git", "--bare")
    first.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    (tmp_path / "plain").mkdir()
    assert _names(tmp_path) == ["a", "c", "group/b", "tree"]


def test_nested_ones_only_when_asked(tmp_path: Path) -> None:
    Made(tmp_path / "outer")
    Made(tmp_path / "outer" / "inner")
    assert _names(tmp_path) == ["outer"]
    assert _names(tmp_path, nested=True) == ["outer", "outer/inner"]
    assert _names(tmp_path / "outer", nested=True) == ["outer", "inner"]


def test_links_are_not_followed_and_depth_is_bounded(tmp_path: Path) -> None:
    Made(tmp_path / "far" / "repository")
    folder = tmp_path / "folder"
    Made(folder / "1" / "2" / "3" / "deep")
    (folder / "link").symlink_to(tmp_path / "far")
    (folder / "round").symlink_to(folder)
    assert _names(folder) == ["1/2/3/deep"]
    assert _names(folder, depth=3) == ["folder"]  # nothing found: the folder itself, without version control


def test_the_same_place_counts_once_and_equal_names_are_told_apart(tmp_path: Path) -> None:
    Made(tmp_path / "health" / "portal")
    Made(tmp_path / "school" / "portal")
    one, two = tmp_path / "health" / "portal", tmp_path / "school" / "portal"
    assert _names(one, two, one) == ["health/portal", "school/portal"]


def test_addresses_are_taken_as_they_are_but_for_secrets(tmp_path: Path) -> None:
    Made(tmp_path / "r")
    names = _names(
        "https://git.example/a/b.git", "git@git.example:a/c", "https://me:secret@git.example/d", tmp_path / "r"
    )
    assert names == ["https://git.example/a/b.git", "git@git.example:a/c", "https://git.example/d", "r"]


def test_a_file_address_is_a_folder(tmp_path: Path) -> None:
    Made(tmp_path / "a b")
    found = find_repositories([f"file://{tmp_path}/a%20b"])
    assert [item.location for item in found.repositories] == [str(tmp_path / "a b")]
    assert not found.repositories[0].is_remote


def test_what_is_not_there_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    Made(tmp_path / "r")
    found = find_repositories([str(tmp_path / "gone\n"), str(tmp_path / "r")])
    assert [item.subject.id for item in found.repositories] == ["r"]
    assert found.problems == (f"{tmp_path}/gone\\n: no such folder; give a folder, a git repository or a git address",)
