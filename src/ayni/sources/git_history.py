# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walks the commits that are new since the last look and folds them into the state of the history."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ayni.analyzers.history.fold import fold
from ayni.analyzers.history.log import LOG_OPTIONS, LoggedCommit, LogTooLargeError, parse_log
from ayni.analyzers.history.people import Mailmap, parse_mailmap
from ayni.analyzers.history.releases import version_of
from ayni.analyzers.history.state import HistoryState, Tag
from ayni.sources.git_contents import GitObject, measure_objects, read_objects
from ayni.sources.git_process import Git, GitFailedError, GitTimedOutError, GitTooMuchError
from ayni.sources.git_refs import Standing
from ayni.sources.limits import Limits

_MAILMAP_BYTES: Final = 1 << 20
_TAG_BYTES: Final = 1 << 20
_TIME: Final = re.compile(rb"^(?:tagger|committer) [^\n]*> (-?\d{1,12})(?!\d)", re.MULTILINE)
_OBJECT: Final = re.compile(rb"^object ([0-9a-f]{40,64})\n", re.MULTILINE)
_SIGNATURES: Final = (
    b"-----BEGIN PGP SIGNATURE-----",
    b"-----BEGIN PGP MESSAGE-----",
    b"-----BEGIN SSH SIGNATURE-----",
    b"-----BEGIN SIGNED MESSAGE-----",
)
_LAST_DAY: Final = 2_932_896


def walk(git: Git, standing: Standing, known: HistoryState | None, mailmap: str, limits: Limits) -> HistoryState:
    """The state of the history at the standing's head; raises GitError.

    Only commits that ``known`` has not are walked, unless the history was rewritten, deepened, or its mailmap changed.
    Where the files touched cannot be listed (trees missing, or more of them than honest), the walk is done without.
    """
    people = _mailmap(git, mailmap)
    revisions: tuple[str, ...]
    if known is not None and _continues(git, known, standing, mailmap):
        if known.head == standing.head:
            return known
        begin, revisions = known, (standing.head, f"^{known.head}")
    else:
        begin, revisions = _beginning(standing, mailmap), (standing.head,)
    try:
        state = _walk(git, begin, revisions, people, limits)
    except GitTimedOutError:
        raise
    except (GitFailedError, LogTooLargeError):
        begin = replace(_beginning(standing, mailmap), files_seen=False)
        state = _walk(git, begin, (standing.head,), people, limits)
    return replace(state, head=standing.head)


def read_tags(git: Git, standing: Standing, limits: Limits) -> tuple[Tag, ...]:
    """The tags that name versions, with their dates and whether a signature block is there; none is verified."""
    wanted = sorted((name, oid) for name, oid in standing.tags if version_of(name))[: limits.tags]
    first = _read(git, (oid for _, oid in wanted))
    times: dict[str, int | None] = {}
    targets: dict[str, str] = {}
    for oid, found in first.items():
        content = found.content or b""
        times[oid] = _day(content) if found.kind in ("tag", "commit") else None
        target = _OBJECT.search(content)
        if times[oid] is None and found.kind == "tag" and target:
            targets[oid] = target[1].decode("ascii")
    behind = _read(git, targets.values())
    times.update((oid, _day(behind[target].content or b"")) for oid, target in targets.items())
    return tuple(
        Tag(_shown(name), times[oid], first[oid].kind == "tag", _is_signed(first[oid].content)) for name, oid in wanted
    )


def count_upstream(git: Git, standing: Standing) -> tuple[int, int] | None:
    """Commits that the repository has before its upstream remote, and lacks; None without such a remote."""
    if not standing.upstream:
        return None
    try:
        told = git.run("rev-list", "--left-right", "--count", f"{standing.head}...{standing.upstream}").split()
    except GitFailedError:
        return None
    return int(told[0]), int(told[1])


def _beginning(standing: Standing, mailmap: str) -> HistoryState:
    return HistoryState(head="", salt=standing.head, mailmap=mailmap, shallow=standing.shallow)


def _walk(git: Git, begin: HistoryState, revisions: Sequence[str], people: Mailmap, limits: Limits) -> HistoryState:
    options = (*LOG_OPTIONS, *(("--name-status",) if begin.files_seen else ()))
    with git.stream("log", *options, *revisions, "--") as running:
        state = fold(begin, _bounded(parse_log(running.chunks()), limits.commits), people)
        running.check()
    return state


def _bounded(commits: Iterable[LoggedCommit], most: int) -> Iterator[LoggedCommit]:
    for number, commit in enumerate(commits):
        if number >= most:
            raise GitTooMuchError(f"the history has more than {most} commits; raise the limit to have it read")
        yield commit


def _continues(git: Git, known: HistoryState, standing: Standing, mailmap: str) -> bool:
    if (known.mailmap, known.shallow) != (mailmap, standing.shallow) or standing.shallow:
        return False
    if known.head == standing.head:
        return True
    try:
        git.run("merge-base", "--is-ancestor", known.head, standing.head)
    except GitFailedError:
        return False
    return True


def _mailmap(git: Git, blob: str) -> Mailmap:
    if not blob:
        return {}
    found = next(read_objects(git, (blob,), max_bytes=_MAILMAP_BYTES))
    return parse_mailmap(found.content or b"")


def _day(content: bytes) -> int | None:
    header = content[: content.find(b"\n\n") + 1] or content
    time = _TIME.search(header)
    return min(max(int(time[1]) // 86_400, 0), _LAST_DAY) if time else None


def _is_signed(content: bytes | None) -> bool:
    return content is not None and content.startswith(b"object ") and any(mark in content for mark in _SIGNATURES)


def _read(git: Git, oids: Iterable[str]) -> dict[str, GitObject]:
    """Commits and tags of an honest size; git would hold a larger one in memory as a whole."""
    asked = tuple(dict.fromkeys(oids))
    small = [oid for oid, size in measure_objects(git, asked) if size is not None and size <= _TAG_BYTES]
    found = {oid: GitObject(oid=oid, missing="missing") for oid in asked}
    found.update((item.oid, item) for item in read_objects(git, small, max_bytes=_TAG_BYTES))
    return found


def _shown(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
