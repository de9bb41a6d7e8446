# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collects the evidence of one repository. Hostile and broken ones end in unseen claims and a line, not in an error."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.history import analysis as history
from ayni.analyzers.history.analysis import HistoryContext
from ayni.errors import AyniError
from ayni.evidence import Basis, Evidence, Observation, Subject
from ayni.sources.caches import Cache, GuardedCache
from ayni.sources.discovery import Repository
from ayni.sources.git_address import check_address
from ayni.sources.git_clone import bring, refresh
from ayni.sources.git_view import is_repository
from ayni.sources.limits import Limits
from ayni.sources.look import Seen, Sight, seen_by
from ayni.sources.look_folder import look_at_folder
from ayni.sources.look_git import approach, look_at_git, recall
from ayni.sources.printable import printable
from ayni.sources.reading import unseen

_HISTORY: Final = f"{history.ID}/{history.VERSION}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which terms repositories are collected.

    ``at`` is the time of the observation, aware; windows end on its day (UTC). ``clones`` is the folder for what comes
    from an address; without it nothing is fetched. ``organizations`` and ``own_domains`` are those of HistoryContext;
    ``allowed_hosts`` are hosts of the own network that may be asked.
    """

    at: datetime
    limits: Limits = field(default_factory=Limits)
    organizations: Mapping[str, str] = field(default_factory=dict)
    own_domains: tuple[str, ...] = ()
    clones: str = ""
    allowed_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The evidence of one repository, a line for every problem, and how much was read for it.

    ``reused`` says that nothing had changed since the last look, so that nothing was read. ``reason`` is empty, or the
    code of why nothing at all could be seen.
    """

    subject: Subject
    evidence: tuple[Evidence, ...]
    problems: tuple[str, ...] = ()
    reused: bool = False
    reason: str = ""
    files: int = 0
    contents: int = 0
    bytes: int = 0
    commits: int = 0


class OutOfReachError(AyniError):
    """There is nothing at the place that was named."""

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


def collect(repository: Repository, analyzers: Sequence[Analyzer], cache: Cache, terms: Terms) -> Collected:
    """Everything that can be seen of the repository. What is wrong with it, or with the cache, comes back as lines."""
    guarded = GuardedCache(cache)
    try:
        sight = _look(repository, analyzers, guarded, terms)
    except (AyniError, OSError) as error:
        return fail(repository, analyzers, terms, error)
    found = conclude(repository, sight, terms)
    return replace(found, problems=(*found.problems, guarded.problem)) if guarded.problem else found


def conclude(repository: Repository, sight: Sight, terms: Terms) -> Collected:
    """Stamp what was seen with subject, time and origin, and conclude the history for the day."""
    look, day = sight.look, terms.at.astimezone(UTC).date()
    if sight.state is None:
        past = history.not_seen(look.history or "not-looked")
    else:
        context = HistoryContext(
            organizations=terms.organizations,
            own_domains=terms.own_domains,
            changelog=look.changelog,
            upstream=look.upstream,
            tags=look.tags,
        )
        past = history.conclude(sight.state, day, context)
    seen = (*look.seen, *(Seen(by=_HISTORY, observation=found) for found in past))
    return Collected(
        subject=repository.subject,
        evidence=_stamp(repository.subject, seen, sight.source, terms.at),
        problems=look.problems,
        reused=sight.reused,
        files=look.files,
        contents=0 if sight.reused else look.contents,
        bytes=0 if sight.reused else look.bytes,
        commits=sum(row.commits + row.merges for row in sight.state.days) if sight.state else 0,
    )


def fail(repository: Repository, analyzers: Sequence[Analyzer], terms: Terms, error: Exception) -> Collected:
    """Every claim unseen for one reason, and the line that says it."""
    reason = str(getattr(error, "reason", "")) or "unreadable"
    told = (
        f"{error.strerror or type(error).__name__}: {error.filename}; check the place and its permissions"
        if isinstance(error, OSError)
        else str(error)
    )
    seen = [seen_by(analyzer, found) for analyzer in analyzers for found in unseen((analyzer,), reason)]
    seen.extend(Seen(by=_HISTORY, observation=found) for found in history.not_seen(reason))
    evidence = _stamp(repository.subject, seen, "git", terms.at)
    return Collected(subject=repository.subject, evidence=evidence, problems=(printable(told.strip()),), reason=reason)


def _look(repository: Repository, analyzers: Sequence[Analyzer], cache: Cache, terms: Terms) -> Sight:
    if repository.is_remote:
        return _look_far(repository, analyzers, cache, terms)
    path = Path(repository.location)
    if not path.is_dir():
        raise OutOfReachError(f"{path}: is not there any more; check the place", reason="vanished")
    if not is_repository(path):
        return look_at_folder(path, repository.location, analyzers, cache, terms.limits)
    within = Path(repository.within) if repository.within else None
    with approach(path, repository.location, analyzers, terms.limits, within=within) as near:
        return recall(near, cache) or look_at_git(near, analyzers, cache, terms.limits)


def _look_far(repository: Repository, analyzers: Sequence[Analyzer], cache: Cache, terms: Terms) -> Sight:
    if not terms.clones:
        raise OutOfReachError("addresses are not fetched in this run; give a folder for clones", reason="not-fetched")
    address = check_address(repository.location, allowed_hosts=terms.allowed_hosts)
    path = refresh(address, Path(terms.clones), terms.limits)
    with approach(path, repository.location, analyzers, terms.limits) as near:
        known = recall(near, cache)
        if known is not None:
            return known
        fetch = partial(bring, address, path, limits=terms.limits)
        return look_at_git(near, analyzers, cache, terms.limits, fetch)


def _stamp(subject: Subject, seen: Sequence[Seen], source: str, at: datetime) -> tuple[Evidence, ...]:
    return tuple(_evidence(subject, item.observation, item.by, source, at) for item in seen)


def _evidence(subject: Subject, found: Observation, by: str, source: str, at: datetime) -> Evidence:
    return Evidence(
        subject=subject,
        claim=found.claim,
        value=found.value,
        basis=Basis.MEASURED,
        source=source,
        observed=at,
        by=by,
        locator=found.locator,
        digest=found.digest,
    )
