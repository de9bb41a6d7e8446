# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at one git repository: its files through the analyzers, its commits, its tags."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.history.releases import ChangelogVersions
from ayni.analyzers.history.state import HistoryState, decode_state, encode_state
from ayni.analyzers.tree import Tree
from ayni.sources.caches import Cache
from ayni.sources.git_contents import read_objects
from ayni.sources.git_history import count_upstream, read_tags, walk
from ayni.sources.git_process import Git, GitError, GitTimedOutError
from ayni.sources.git_refs import Standing, objects_digest, stand
from ayni.sources.git_tree import list_tree
from ayni.sources.git_view import GitLayout, locate, open_view
from ayni.sources.limits import Deadline, Limits
from ayni.sources.look import Look, Seen, Sight, decode_look, encode_look, look_key, seen_by
from ayni.sources.look_contents import look_at_contents
from ayni.sources.reading import Supply, unseen, wanted_contents

Bring: TypeAlias = Callable[[Sequence[str]], None]
"""Fetches these contents into the repository; raises GitError."""


class EmptyRepositoryError(GitError):
    """There is no commit to look at."""

    reason = "empty-repository"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A repository that is open, where it stands, and the key of a look at it."""

    git: Git
    layout: GitLayout
    standing: Standing
    key: str
    location: str


@contextmanager
def approach(
    path: Path, location: str, analyzers: Sequence[Analyzer], limits: Limits, *, within: Path | None = None
) -> Iterator[Approach]:
    """Open the repository; raises GitError, NotARepositoryError or UnreadableRepositoryError."""
    layout = locate(path, within=within)
    with open_view(layout) as view:
        git = Git(view, Deadline(limits.seconds))
        standing = stand(git, layout)
        if not standing.head:
            raise EmptyRepositoryError("there is no commit, or no branch that HEAD names; nothing could be looked at")
        key = look_key(standing.digest, analyzers, limits)
        yield Approach(git=git, layout=layout, standing=standing, key=key, location=location)


def recall(near: Approach, cache: Cache) -> Sight | None:
    """The last look, if nothing has changed since."""
    payload = cache.looks.get(near.location, near.key)
    look = decode_look(payload) if payload is not None else None
    if look is None or (look.objects and look.objects != objects_digest(near.layout)):
        return None
    state = None if look.history else _known(near, cache)
    if not look.history and (state is None or state.head != near.standing.head):
        return None
    return Sight(look=look, source="git", state=state, reused=True)


def look_at_git(
    near: Approach, analyzers: Sequence[Analyzer], cache: Cache, limits: Limits, bring: Bring | None = None
) -> Sight:
    """Look anew, as far as contents and commits are not known already."""
    tree, look, lacking = _contents(near, (*analyzers, ChangelogVersions()), cache, limits, bring)
    look, state, lost = _history(near, look, tree, cache, limits)
    if lacking or lost or not tree.complete:
        look = replace(look, objects=objects_digest(near.layout))
    if state is not None:
        cache.histories.put(near.location, encode_state(state))
    if not look.passing:
        cache.looks.put(near.location, near.key, encode_look(look))
    return Sight(look=look, source="git", state=state)


def _contents(
    near: Approach, analyzers: Sequence[Analyzer], cache: Cache, limits: Limits, bring: Bring | None
) -> tuple[Tree, Look, bool]:
    try:
        tree = list_tree(near.git, near.standing.head, limits)
        if bring is not None:
            tree = _brought(near, tree, analyzers, limits, bring)
        supply = Supply(
            cache=cache.facts,
            reader=lambda oids, most: read_objects(near.git, oids, max_bytes=most),
            limits=limits,
            deadline=near.git.deadline,
        )
        look, lacking = look_at_contents(tree, analyzers, supply)
    except GitError as error:
        passing = isinstance(error, GitTimedOutError)
        look = Look(seen=_blind(analyzers, error.reason), problems=(str(error),), passing=passing)
        return Tree((), commit=near.standing.head, complete=False), look, True
    return tree, look, lacking


def _brought(near: Approach, tree: Tree, analyzers: Sequence[Analyzer], limits: Limits, bring: Bring) -> Tree:
    wanted = wanted_contents(tree, analyzers).values()
    missing = dict.fromkeys(blob for blobs in wanted for blob, size in blobs.items() if size is None)
    mailmap = tree.by_path.get(".mailmap")
    if mailmap is not None and mailmap.size is None:
        missing[mailmap.blob] = None
    if not missing:
        return tree
    bring(tuple(missing))
    return list_tree(near.git, near.standing.head, limits)


def _history(
    near: Approach, look: Look, tree: Tree, cache: Cache, limits: Limits
) -> tuple[Look, HistoryState | None, bool]:
    mailmap = tree.by_path.get(".mailmap")
    blob = mailmap.blob if mailmap is not None and mailmap.is_file and mailmap.size is not None else ""
    try:
        state = walk(near.git, near.standing, _known(near, cache), blob, limits)
        tags = read_tags(near.git, near.standing, limits)
        upstream = count_upstream(near.git, near.standing)
    except GitError as error:
        problems = tuple(dict.fromkeys((*look.problems, str(error))))
        passing = look.passing or isinstance(error, GitTimedOutError)
        return replace(look, history=error.reason, problems=problems, passing=passing), None, True
    look = replace(look, tags=tags, upstream=upstream)
    if state.shallow:
        look = replace(
            look, problems=(*look.problems, "the history is cut off (a shallow clone); run git fetch --unshallow")
        )
    elif not state.files_seen:
        look = replace(
            look, problems=(*look.problems, "the files of each commit could not be listed; commits were counted")
        )
    return look, state, not state.files_seen or any(tag.day is None for tag in tags)


def _known(near: Approach, cache: Cache) -> HistoryState | None:
    payload = cache.histories.get(near.location)
    return decode_state(payload) if payload is not None else None


def _blind(analyzers: Sequence[Analyzer], reason: str) -> tuple[Seen, ...]:
    return tuple(seen_by(analyzer, found) for analyzer in analyzers for found in unseen((analyzer,), reason))
