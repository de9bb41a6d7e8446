# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at a tree through all analyzers, and says in a line each what could not be read."""

from collections.abc import Iterator, Sequence
from typing import Final

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.history.releases import CHANGELOG_VERSIONS
from ayni.analyzers.tree import Tree
from ayni.sources.look import Look, Seen, seen_by
from ayni.sources.printable import printable
from ayni.sources.reading import Reading, Supply, conclude_all, read_facts

_UNREAD: Final = {
    "missing": "are not here (a partial clone or a damaged store); fetch them to have them read",
    "corrupt": "are damaged; run git fsck and fetch the repository again",
    "too-large": "are larger than the limit and were not read",
    "too-much": "lie beyond the limit of all contents together and were not read",
    "timed-out": "were not reached within the time limit; allow more seconds",
}
_INCOMPLETE: Final = frozenset({"missing", "corrupt"})


def look_at_contents(tree: Tree, analyzers: Sequence[Analyzer], supply: Supply) -> tuple[Look, bool]:
    """The look, still without history, and whether anything was missing that another store would have."""
    reading = read_facts(tree, analyzers, supply)
    seen: list[Seen] = []
    changelog: tuple[str, ...] | None = None
    for analyzer, found in conclude_all(analyzers, tree, reading):
        if found.claim != CHANGELOG_VERSIONS:
            seen.append(seen_by(analyzer, found))
        elif isinstance(found.value, tuple):
            changelog = found.value
    look = Look(
        seen=tuple(seen),
        changelog=changelog,
        problems=tuple(_problems(tree, reading)),
        passing=bool(reading.unread["timed-out"]),
        files=len(tree.files),
        contents=reading.contents,
        bytes=reading.bytes,
    )
    return look, any(reading.unread[reason] for reason in _INCOMPLETE)


def _problems(tree: Tree, reading: Reading) -> Iterator[str]:
    if not tree.complete:
        yield f"only {len(tree)} files could be listed (a limit, or a missing part); absence proves nothing"
    for reason, count in sorted(reading.unread.items()):
        if count:
            yield f"{count} wanted contents {_UNREAD.get(reason, reason)}"
    for analyzer, error in sorted(reading.failed.items()):
        yield f"the analyzer {analyzer} failed, its claims are unseen ({printable(error)}); please report it"
