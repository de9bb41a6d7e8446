# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder from a stranger does not make us read another repository of this machine."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ayni.sources import NoCache, collect
from sources.making import Lines, Made, repository, terms, value


def test_a_git_file_from_a_stranger_opens_no_other_repository(tmp_path: Path) -> None:
    other = Made(tmp_path / "other")
    other.commit(files={"secret": b"one\n"})
    given = tmp_path / "given" / "r"
    given.mkdir(parents=True)
    (given / ".git").write_text(f"gitdir: {other.path / '.git'}\n")
    inside = replace(repository(given), within=str(tmp_path / "given"))
    found = collect(inside, [Lines()], NoCache(), terms())
    assert found.reason == "outside-folder"


@pytest.mark.parametrize("way", ["alternates", "link", "chain"])
def test_a_strangers_repository_borrows_no_objects_from_another(tmp_path: Path, way: str) -> None:
    other = Made(tmp_path / "other")
    head = other.commit(files={"secret": b"one\n"})
    secret = other.path / ".git" / "objects"
    made = Made(tmp_path / "given" / "r")
    objects = made.path / ".git" / "objects"
    if way == "link":
        shutil.rmtree(objects)
        objects.symlink_to(secret)
    else:
        middle = tmp_path / "given" / "objects"
        (middle / "info").mkdir(parents=True)
        (middle / "info" / "alternates").write_text(f"{secret}\n")
        (objects / "info" / "alternates").write_text(f"{secret if way == 'alternates' else '../../../objects'}\n")
    (made.path / ".git" / "refs" / "heads" / "main").write_text(head + "\n")
    assert value(collect(repository(made.path), [Lines()], NoCache(), terms()), "lines") == 1
    inside = replace(repository(made.path), within=str(tmp_path / "given"))
    assert collect(inside, [Lines()], NoCache(), terms()).reason == "outside-folder"
