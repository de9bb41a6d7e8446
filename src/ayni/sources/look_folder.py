# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at a plain folder, as at the files of a commit; there is no history to look at."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.history.releases import ChangelogVersions
from ayni.sources.caches import Cache
from ayni.sources.folder import FolderContents, hash_folder, list_folder
from ayni.sources.limits import Deadline, Limits
from ayni.sources.look import Sight, decode_look, encode_look, look_key
from ayni.sources.look_contents import look_at_contents
from ayni.sources.reading import Supply

NO_HISTORY: Final = "not-under-version-control"


def look_at_folder(path: Path, location: str, analyzers: Sequence[Analyzer], cache: Cache, limits: Limits) -> Sight:
    """Look at the folder, or recall the last look when no file has changed; raises OSError when it cannot be read."""
    deadline = Deadline(limits.seconds)
    listing = list_folder(path, limits, deadline)
    key = look_key(f"folder:{listing.digest}", analyzers, limits)
    payload = cache.looks.get(location, key)
    known = decode_look(payload) if payload is not None else None
    if known is not None:
        return Sight(look=known, source="folder", reused=True)
    tree = hash_folder(listing, limits, deadline)
    contents = FolderContents(path, tree)
    supply = Supply(
        cache=cache.facts,
        reader=lambda oids, most: contents.read(oids, max_bytes=most),
        limits=limits,
        deadline=deadline,
    )
    look, lacking = look_at_contents(tree, (*analyzers, ChangelogVersions()), supply)
    problems = (*look.problems, "not under version control; its history cannot be looked at")
    if listing.unreadable:
        problems = (*problems, f"{listing.unreadable} files or folders may not be read; check their permissions")
    look = replace(look, history=NO_HISTORY, problems=problems)
    # What was out of reach may be in reach next time without any file having changed.
    if not (look.passing or lacking or listing.unreadable or deadline.passed):
        cache.looks.put(location, key, encode_look(look))
    return Sight(look=look, source="folder")
