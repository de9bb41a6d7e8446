# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Brings a repository from an address into a cache folder, without contents, and later only those that are wanted."""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ayni.sources.git_address import Address, shown_address
from ayni.sources.git_process import Git, GitError, GitFailedError, GitTimedOutError, GitTooMuchError
from ayni.sources.limits import Deadline, Limits

_REFSPECS: Final = ("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*")
_POLL_SECONDS: Final = 0.25
_BATCH: Final = 512
_TRANSFER_MEMORY: Final = 4 << 30  # the other side's pack is indexed in memory, deltas included


class UnreachableError(GitError):
    """The repository could not be brought from its address."""

    reason = "unreachable"


def refresh(address: Address, folder: Path, limits: Limits) -> Path:
    """Clone the repository into the folder, or fetch what is new; the bare repository's path. Raises GitError."""
    target = folder / _name(address.url)
    folder.mkdir(parents=True, exist_ok=True)
    if (target / "HEAD").is_file():
        _watched(target, address, limits, "fetch", "--prune", "--no-write-fetch-head", "origin", *_REFSPECS)
        return target
    try:
        return _clone(address, target, limits, "--filter=blob:none")
    except (GitTimedOutError, GitTooMuchError):
        raise
    except GitError:
        # Old servers and plain file servers know no filters.
        return _clone(address, target, limits)


def bring(address: Address, target: Path, blobs: Iterable[str], limits: Limits) -> None:
    """Fetch these contents into the clone, in one transfer; raises GitError."""
    wanted = tuple(blobs)
    feed = ("".join(f"{blob}\n" for blob in wanted[at : at + _BATCH]).encode() for at in range(0, len(wanted), _BATCH))
    _watched(
        target, address, limits, "fetch", "--no-tags", "--no-write-fetch-head", "--filter=blob:none", "--stdin",
        "origin", feed=feed,
    )  # fmt: skip


def _clone(address: Address, target: Path, limits: Limits, *options: str) -> Path:
    # Made beside its place and moved there whole: a clone that was cut off is never mistaken for one.
    making = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _watched(
            making, address, limits, "clone", "--bare", "--no-checkout", "--template=", "--no-local", "--quiet",
            *options, "--", address.url, str(making / "made"),
        )  # fmt: skip
        try:
            (making / "made").rename(target)
        except OSError:
            if not (target / "HEAD").is_file():  # else another process was faster
                raise
    except OSError as error:
        raise UnreachableError(
            f"{target}: cannot be written ({error.strerror}); check the folder for clones"
        ) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return target


def _watched(
    folder: Path, address: Address, limits: Limits, *command: str, feed: Iterable[bytes] | None = None
) -> None:
    """Run git and stop it when the folder outgrows the limit."""
    cloning = command[0] == "clone"
    settings = [f"protocol.{address.protocol}.allow=always", *address.settings]
    if feed is not None:
        settings.append("fetch.negotiationAlgorithm=noop")  # contents by name: there is nothing to compare
    git = Git(
        None if cloning else folder,
        Deadline(limits.seconds_to_clone),
        settings=settings,
        extra=address.environment(),
        memory=_TRANSFER_MEMORY,
    )
    with git.stream(*command, feed=feed) as running:
        while running.at_work(_POLL_SECONDS):
            if _size(folder) > limits.clone_bytes:
                raise GitTooMuchError(
                    f"{shown_address(address.url)}: more than {limits.clone_bytes} bytes; allow more or leave it out"
                )
        try:
            running.check()
        except GitFailedError as error:
            raise UnreachableError(
                f"{shown_address(address.url)}: could not be brought ({error.said}); check the address"
            ) from error


def _size(folder: Path) -> int:
    total = 0
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(where) / name).lstat().st_size
            except OSError:  # git renames its files while we count
                continue
    return total


def _name(url: str) -> str:
    last = re.sub(r"[^A-Za-z0-9._-]", "-", url.rstrip("/").removesuffix(".git").rpartition("/")[2])[:60].lstrip(".-")
    return f"{last or 'repository'}-{hashlib.sha256(url.encode()).hexdigest()[:16]}.git"
