# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns what a person names (repositories, folders of repositories, plain folders, addresses) into repositories."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from ayni.evidence import Subject, SubjectKind
from ayni.sources.git_address import is_url, shown_address
from ayni.sources.git_view import is_repository
from ayni.sources.printable import printable

_MAX_DEPTH: Final = 4
_MAX_FOLDERS: Final = 100_000
_PASSED_OVER: Final = frozenset({"node_modules", "__pycache__", ".venv", ".tox", ".cache"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Something to be collected. ``location`` is an absolute path or a git address.

    ``within`` is the folder that was given, when the repository was found below it and not named itself.
    """

    subject: Subject
    location: str
    within: str = ""

    @property
    def is_remote(self) -> bool:
        """Whether it has to be brought first."""
        return is_url(self.location)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What was found, in the order given, and a line for everything that could not be used."""

    repositories: tuple[Repository, ...]
    problems: tuple[str, ...] = ()


def find_repositories(given: Sequence[str], *, depth: int = _MAX_DEPTH, nested: bool = False) -> Discovery:
    """Repositories behind paths and addresses.

    A folder that is a repository stands for itself; otherwise the repositories at most ``depth`` folders below it are
    taken, links not followed, those inside another's work tree only when ``nested``; a folder without any is a
    repository that is not under version control.
    """
    found: list[Repository] = []
    problems: list[str] = []
    for text in given:
        path = _path(text)
        if path is None:
            found.append(_named(text, text))
        elif not path.is_dir():
            problems.append(f"{printable(text)}: no such folder; give a folder, a git repository or a git address")
        else:
            found.extend(_below(path, depth, nested=nested))
    return Discovery(repositories=_distinct(found), problems=tuple(problems))


def _path(text: str) -> Path | None:
    """The path that is meant; None for an address. A file address is a path: opened in place, nothing of it runs."""
    if text.startswith("file://"):
        return Path(unquote(urlsplit(text).path)).absolute()
    if is_url(text) and not Path(text).exists():
        return None
    return Path(text).absolute()


def _below(root: Path, depth: int, *, nested: bool) -> Iterator[Repository]:
    if is_repository(root) and not nested:
        yield _named(_folder_name(root), str(root))
        return
    any_found = False
    for path in _walk(root, depth, nested=nested):
        any_found = True
        name = _folder_name(root) if path == root else path.relative_to(root).as_posix()
        within = "" if path == root else str(root)
        yield replace(_named(name, str(path)), within=within)
    if not any_found:
        yield _named(_folder_name(root), str(root))


def _walk(root: Path, depth: int, *, nested: bool) -> Iterator[Path]:
    waiting = [(root, 0)]
    seen = 0
    while waiting and seen < _MAX_FOLDERS:
        folder, level = waiting.pop()
        seen += 1
        if is_repository(folder):
            yield folder
            if not nested or not (folder / ".git").exists():
                continue
        if level < depth:
            waiting.extend((child, level + 1) for child in reversed(_folders(folder)))


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                Path(entry.path)
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and entry.name != ".git" and entry.name not in _PASSED_OVER
            )
    except OSError:
        return []


def _folder_name(folder: Path) -> str:
    resolved = folder.resolve()
    return resolved.parent.name if resolved.name == ".git" else resolved.name or "root"


def _named(name: str, location: str) -> Repository:
    shown = printable(shown_address(name) if is_url(name) else name.removesuffix("/.git").removesuffix(".git") or name)
    return Repository(subject=Subject(kind=SubjectKind.REPOSITORY, id=shown), location=location)


def _distinct(found: Sequence[Repository]) -> tuple[Repository, ...]:
    """Each place once; where two share a name, each gets as much of its path as tells them apart."""
    places = {repository.location: repository for repository in reversed(found)}
    once = [places[place] for place in dict.fromkeys(repository.location for repository in found)]
    length = 1
    while length < 64:
        clashing = _clashes(once)
        if not clashing:
            break
        length += 1
        once = [_longer(item, length) if item.subject.id in clashing else item for item in once]
    return tuple(once)


def _clashes(found: Sequence[Repository]) -> set[str]:
    names = Counter(repository.subject.id for repository in found)
    return {name for name, count in names.items() if count > 1}


def _longer(repository: Repository, length: int) -> Repository:
    name = "/".join(Path(repository.location).parts[-length:])
    return replace(repository, subject=Subject(kind=SubjectKind.REPOSITORY, id=printable(name)))
