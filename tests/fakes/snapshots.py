# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Snapshots of repositories made of a few texts, and what an analyzer says of them."""

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path

from ayni.analyzers.analyzer import Analyzer, Facts
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.evidence import Value

Files = Mapping[str, str | bytes]


def blob_id(content: bytes) -> BlobId:
    """The id that git gives the content."""
    return BlobId(hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest())


def snapshot(files: Files, *, complete: bool = True, sizes: bool = True) -> Tree:
    """The listing of the files; without sizes, as a partial clone has it."""
    return Tree(
        (
            TreeEntry(path=path, kind=EntryKind.FILE, blob=blob_id(content), size=len(content) if sizes else None)
            for path, content in _as_bytes(files).items()
        ),
        complete=complete,
    )


def claims(
    analyzer: Analyzer, files: Files, *, complete: bool = True, missing: Collection[str] = ()
) -> dict[str, Value]:
    """Every claim of the analyzer about the files; the contents of ``missing`` paths cannot be read."""
    tree = snapshot(files, complete=complete, sizes=not missing)
    contents = _as_bytes(files)
    facts: dict[BlobId, Facts] = {}
    for entry in tree:
        if entry.path not in missing and analyzer.wants(entry):
            # What is kept goes through JSON, as it does in the archive.
            facts[entry.blob] = json.loads(json.dumps(analyzer.read(contents[entry.path])))
    observations = list(analyzer.conclude(tree, facts))
    assert len({one.claim for one in observations}) == len(observations)
    return {one.claim: one.value for one in observations}


def folder(path: Path) -> dict[str, bytes]:
    """The files of a folder, by their path in it."""
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


def _as_bytes(files: Files) -> dict[str, bytes]:
    return {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
