# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of analyzers is whole, and what they say is what the page of claims promises."""

import importlib
import pkgutil
import re
from pathlib import Path

import ayni.analyzers
from ayni.analyzers import Analyzer, BlobId, EntryKind, Tree, TreeEntry, load_analyzers
from ayni.analyzers.history.analysis import CLAIMS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "claims.md").read_text(encoding="utf-8")


def documented() -> set[str]:
    """The claims of the tables of the sections about analyzers."""
    part = PAGE.partition("### from the office file")[0]
    rows = (row.split("|")[1] for row in part.partition("### Reasons")[0].splitlines() if row.startswith("| `"))
    return {name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row)}


def written() -> set[str]:
    """The name of every class in the room that is an analyzer."""
    found = set()
    for module in pkgutil.walk_packages(ayni.analyzers.__path__, "ayni.analyzers."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            whole = isinstance(thing, type) and all(hasattr(thing, part) for part in ("wants", "read", "conclude"))
            if whole and thing is not Analyzer:
                found.add(name)
    return found


def said() -> set[str]:
    """The claims that the analyzers make of a repository whose contents could not be read, and of an empty one."""
    names = ("README.md", "LICENSE", "publiccode.yml", "package.json", ".github/workflows/ci.yml", "Dockerfile", "a.py")
    entries = [
        TreeEntry(path=name, kind=EntryKind.FILE, blob=BlobId(f"{number:040x}"), size=10)
        for number, name in enumerate(names)
    ]
    trees = (Tree(entries), Tree(()))
    return {item.claim for analyzer in load_analyzers() for tree in trees for item in analyzer.conclude(tree, {})}


def test_every_analyzer_is_listed_once() -> None:
    listed = [type(analyzer).__name__ for analyzer in load_analyzers()]
    assert set(listed) == written() - {"ChangelogVersions"}  # the sources run it beside the history
    assert len({analyzer.id for analyzer in load_analyzers()}) == len(listed)


def test_the_page_of_claims_lists_what_is_said() -> None:
    assert said() | set(CLAIMS) <= documented(), sorted((said() | set(CLAIMS)) - documented())


def test_what_the_page_of_claims_lists_is_said() -> None:
    assert documented() <= said() | set(CLAIMS), sorted(documented() - said() - set(CLAIMS))
