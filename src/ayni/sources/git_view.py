# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opens a repository without ever reading its configuration.

A view is a git directory of our own: an own ``config`` of a few lines, a copy of HEAD, and links to the refs and the
objects of the repository. Hooks, aliases, attributes, filters, includes, remotes, and therefore lazy fetching from
promisor remotes, do not exist in it, whatever the version of git (decision 0003).
"""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ayni.errors import AyniError

_LINKED: Final = ("objects", "packed-refs", "shallow", "reftable")
_SMALL: Final = 64 << 10
_MOST_STORES: Final = 20
_FORMAT: Final = re.compile(rb"^\s*objectformat\s*=\s*\"?sha256\"?\s*$", re.IGNORECASE | re.MULTILINE)
_CONFIG: Final = "[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{extensions}"


class NotARepositoryError(AyniError):
    """The folder holds no git repository."""


class UnreadableRepositoryError(AyniError):
    """There is a repository, and it cannot be opened; ``reason`` is the code that unseen claims carry."""

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class GitLayout:
    """Where the parts of a repository lie: HEAD in ``git_dir``, refs and objects in ``common_dir``."""

    git_dir: Path
    common_dir: Path

    @property
    def objects(self) -> Path:
        """The object store."""
        return self.common_dir / "objects"


def locate(folder: Path, *, within: Path | None = None) -> GitLayout:
    """The git directory of a bare repository, a working one, or a worktree; raises NotARepositoryError.

    With ``within``, nothing outside it is opened, save a worktree whose repository names it back: a folder from a
    stranger must not make us read another repository of this machine. Raises UnreadableRepositoryError.
    """
    git = folder / ".git"
    git_dir = _pointed(git, "gitdir:") if git.is_file() else git if git.is_dir() else folder
    if not _is_git_dir(git_dir):
        raise NotARepositoryError(f"{folder}: not a git repository")
    common = git_dir / "commondir"
    layout = GitLayout(git_dir=git_dir, common_dir=_pointed(common, "") if common.is_file() else git_dir)
    if within is not None and not _names_back(git_dir, git) and not _lies_within(layout, within.resolve()):
        raise UnreadableRepositoryError(
            f"{folder}: a part of it lies outside the folder that was given; name this repository itself",
            reason="outside-folder",
        )
    return layout


def is_repository(folder: Path) -> bool:
    """Whether the folder is a git repository or says that it is one."""
    return (folder / ".git").is_file() or _is_git_dir(folder / ".git") or _is_git_dir(folder)


@contextlib.contextmanager
def open_view(layout: GitLayout) -> Iterator[Path]:
    """A view of the repository; raises UnreadableRepositoryError."""
    with tempfile.TemporaryDirectory(prefix="ayni-view-") as name:
        view = Path(name)
        try:
            _furnish(view, layout)
        except OSError as error:
            raise UnreadableRepositoryError(
                f"{layout.git_dir}: cannot be read ({error.strerror}); check its permissions", reason="unreadable"
            ) from error
        yield view


def _furnish(view: Path, layout: GitLayout) -> None:
    (view / "HEAD").write_bytes(_read_small(layout.git_dir / "HEAD"))
    for part in _LINKED:
        if (layout.common_dir / part).exists():
            (view / part).symlink_to((layout.common_dir / part).resolve())
    refs = layout.common_dir / "refs"
    if refs.is_dir():
        (view / "refs").symlink_to(refs.resolve())
    else:
        (view / "refs").mkdir()
    next(layout.objects.iterdir(), None)  # raises here, where it can be told, when it may not be read
    (view / "config").write_text(_config(layout))


def _config(layout: GitLayout) -> str:
    extensions = []
    config = layout.common_dir / "config"
    if config.is_file() and _FORMAT.search(_read_small(config)):
        extensions.append("\tobjectFormat = sha256\n")
    if (layout.common_dir / "reftable").is_dir():
        extensions.append("\trefStorage = reftable\n")
    text = "[extensions]\n" + "".join(extensions) if extensions else ""
    return _CONFIG.format(version=1 if extensions else 0, extensions=text)


def _is_git_dir(folder: Path) -> bool:
    if not (folder / "HEAD").is_file():
        return False
    return (folder / "commondir").is_file() or ((folder / "objects").is_dir() and _has_refs(folder))


def _has_refs(folder: Path) -> bool:
    return (folder / "refs").is_dir() or (folder / "packed-refs").is_file() or (folder / "reftable").is_dir()


def _pointed(file: Path, prefix: str) -> Path:
    text = _read_small(file).decode("utf-8", "surrogateescape").strip()
    if not text.startswith(prefix) or not text.removeprefix(prefix).strip() or "\0" in text:
        raise NotARepositoryError(f"{file}: does not say where the git directory lies")
    return (file.parent / text.removeprefix(prefix).strip()).resolve()


def _names_back(git_dir: Path, git: Path) -> bool:
    back = git_dir / "gitdir"
    return git.is_file() and back.is_file() and _pointed(back, "") == git.resolve()


def _lies_within(layout: GitLayout, within: Path) -> bool:
    """Whether refs, objects, and every store that they borrow from are inside the folder, links resolved."""
    if not all((layout.common_dir / part).resolve().is_relative_to(within) for part in ("refs", *_LINKED)):
        return False
    waiting, seen = [layout.objects.resolve()], set[Path]()
    while waiting:
        store = waiting.pop()
        if not store.is_relative_to(within) or len(seen) > _MOST_STORES:
            return False
        if store not in seen:
            seen.add(store)
            borrowed = store / "info" / "alternates"
            lines = _read_small(borrowed).splitlines() if borrowed.is_file() else []
            waiting.extend((store / os.fsdecode(line)).resolve() for line in lines if line and line[:1] != b"#")
    return True


def _read_small(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(_SMALL)
