# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads office.yaml, which a head of an office edits (docs/reference/office-file.md).

A file is taken over whole or not at all; what is wrong in it comes in one InvalidFileError, with lines and columns.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from ayni.errors import AyniError, InvalidFileError, Problem
from ayni.formats.office_file import Known, OfficeFile, Repository
from ayni.formats.schema import Schema
from ayni.formats.yaml_positions import MAX_CHARACTERS, Mapping, Scalar, read_yaml
from ayni.sources.office_file_checks import Checks
from ayni.sources.office_file_places import PlaceError, find_folder, is_address
from ayni.sources.office_file_values import office_file_of

FILE_NAME: Final = "office.yaml"
_SCHEMA: Final = Path(__file__).resolve().parent / "schemas" / "office.json"


class OfficeFileNotReadError(AyniError):
    """There is no office file where one was named, or it cannot be opened."""


def load_office(path: Path, known: Known, today: date | None = None) -> OfficeFile:
    """Read an office file from the disk; see read_office. Raises OfficeFileNotReadError when there is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OfficeFileNotReadError(
            f"{path}: {error.strerror}; name an office file, or write one with 'ayni init'"
        ) from None
    if len(content) > 4 * MAX_CHARACTERS:
        raise InvalidFileError([_whole(str(path), f"has {len(content)} bytes, too many to read; split the file")])
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise InvalidFileError([_whole(str(path), message)]) from None
    return read_office(text, str(path), known, today)


def read_office(text: str, file: str, known: Known, today: date | None = None) -> OfficeFile:
    """Read the text of an office file. Paths in it start at the folder of ``file``, and stay within it.

    ``known`` are the ids it may refer to. With ``today``, a day in the future is a problem where something is said to
    have happened on it. Raises InvalidFileError with every problem found.
    """
    root = read_yaml(text, file)
    if not isinstance(root, Mapping):
        message = "must be a mapping that begins with 'ayni: 1'; see docs/reference/office-file.md"
        raise InvalidFileError([Problem(file=file, line=root.line, column=root.column, key="", message=message)])
    checks = Checks(root, file, known, Path(file).parent, today)
    better = checks.problems()
    answered = {(problem.line, problem.column, problem.key) for problem in better}
    shape = [p for p in _schema().problems(root, file) if (p.line, p.column, p.key) not in answered]
    if better or shape:
        raise InvalidFileError({*better, *shape})
    return office_file_of(root, Path(file).name, known, checks.ground.digests)


def stated_language(path: Path) -> str:
    """The language that an office file names, before anything of it is checked; empty where it names none."""
    try:
        root = read_yaml(path.read_text(encoding="utf-8"), str(path))
    except (OSError, ValueError, AyniError):
        return ""
    office = root.get("office") if isinstance(root, Mapping) else None
    language = office.get("language") if isinstance(office, Mapping) else None
    return language.text if isinstance(language, Scalar) else ""


def repository_path(file: Path, repository: Repository) -> Path | None:
    """The folder of a repository of the office file ``file``; None where its source is an address.

    Raises AyniError where the folder has gone, or a link now leads out of the office file's folder.
    """
    try:
        return None if is_address(repository.source) else find_folder(file.parent, repository.source)
    except PlaceError as error:
        raise AyniError(f"{file}:{repository.line}: {repository.source} {error}") from None


def _whole(file: str, message: str) -> Problem:
    return Problem(file=file, line=0, column=0, key="", message=message)


@cache
def _schema() -> Schema:
    return Schema(json.loads(_SCHEMA.read_text(encoding="utf-8")))
