# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the documents and repositories of an office file lie: addresses, or places on this machine.

Documents are read only within the file's own folder, whatever a path or a link says. Repositories may lie anywhere:
they are opened as hostile input wherever they are.
"""

import hashlib
import re
from pathlib import Path, PureWindowsPath
from typing import Final

_ADDRESS: Final = re.compile(r"(?:https?|ssh|git)://[^\s/?#]+[^\s]*|[\w.-]+@[\w.-]+:[^\s:]+", re.ASCII | re.IGNORECASE)
_WEB_LOGIN: Final = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)
_PASSWORD: Final = re.compile(r"[a-z]+://[^/?#@]*:[^/?#@]*@", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:/|:)")
_FILE_NAME: Final = re.compile(r"(?:\.{1,2}[/\\].*|.*\.[A-Za-z][A-Za-z0-9]{1,4})", re.DOTALL)


class PlaceError(ValueError):
    """A place that cannot be used; its text says why and what to do."""


def is_address(text: str) -> bool:
    """Whether the text is an address rather than a path; raises PlaceError where it is one that must not be used."""
    if _WEB_LOGIN.match(text) or _PASSWORD.match(text):
        raise PlaceError("holds a name or a password before the '@'; take it out and keep it out of this file")
    if _ADDRESS.fullmatch(text):
        return True
    if _SCHEME.match(text) and not PureWindowsPath(text).drive:
        raise PlaceError("is not an address that can be used; it begins with https:// or ssh://")
    return False


def is_file_name(text: str) -> bool:
    """Whether a document's text names a file (``docs/mandate.pdf``, ``./mandate``) rather than cites a norm."""
    return _FILE_NAME.fullmatch(text) is not None


def find_inside(folder: Path, text: str) -> Path:
    """The real path of what the text names within the folder; raises PlaceError where there is nothing to use."""
    if (
        "\0" in text
        or PureWindowsPath(text).is_absolute()
        or PureWindowsPath(text).drive
        or text.startswith(("/", "~"))
    ):
        raise PlaceError("must be a path relative to this file, such as docs/mandate.pdf")
    try:
        found = (folder / text).resolve(strict=True)
        home = folder.resolve(strict=True)
    except FileNotFoundError:
        raise PlaceError("is not there; correct the path, which starts at this file's folder") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise PlaceError(f"cannot be followed ({type(error).__name__}); correct the path") from None
    if not found.is_relative_to(home):
        how = "lies outside" if ".." in Path(text).parts else "leads through a link out of"
        raise PlaceError(f"{how} this file's folder; only what lies within it is read")
    return found


def find_folder(folder: Path, text: str) -> Path:
    """The real path of a repository's folder, absolute or from the folder on; raises PlaceError where it is none."""
    try:
        found = (folder / Path(text).expanduser()).resolve(strict=True)
    except FileNotFoundError:
        raise PlaceError("is not there; correct the path, which starts at this file's folder") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise PlaceError(f"cannot be followed ({type(error).__name__}); correct the path") from None
    if not found.is_dir():
        raise PlaceError("is not a folder; name the repository's folder")
    return found


def digest_of(folder: Path, text: str) -> str:
    """``sha256:<hex>`` of a document; raises PlaceError where it is no file or cannot be read."""
    found = find_inside(folder, text)
    if not found.is_file():
        raise PlaceError("is not a file; name the document itself")
    try:
        with found.open("rb") as stream:
            return "sha256:" + hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise PlaceError(f"cannot be read ({error.strerror}); check its permissions") from None


def name_of(source: str) -> str:
    """The id of a repository that is not given one: the last part of its path or address, without ``.git``."""
    return re.split(r"[/:\\]", source.strip().rstrip("/\\"))[-1].removesuffix(".git")


def is_usable_source(folder: Path, text: str) -> bool:
    """Whether a repository's source can stand in an office file in the folder: an address, or a folder."""
    try:
        return is_address(text) or find_folder(folder, text).is_dir()
    except PlaceError:
        return False
