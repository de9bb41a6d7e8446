# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tags are versions, and which versions a change log speaks of."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import Observation

CHANGELOG_VERSIONS: Final = "changelog-versions"
"""What ChangelogVersions concludes; it feeds the history and is not a claim of its own."""

# v1.2.3, 1.2, rel/name-1.2.0-RC1, curl-7_88_1, release_1_0, 2024.1; not a bare number, not a date with hyphens.
_DOTTED: Final = re.compile(
    r"^(?:.{0,200}?[^0-9A-Za-z.]|[A-Za-z]{1,40})?[vV]?"
    r"(\d{1,8}(?:[._]\d{1,8}){1,5}(?:[-+._~]?[A-Za-z][-+._~0-9A-Za-z]*|[-+][-+._~0-9A-Za-z]*)?)$"
)
_SINGLE: Final = re.compile(r"^(?:[vV]|(?:release|rel|version|ver)[-_ ]?v?)(\d{1,8}(?:[-+._][-+._0-9A-Za-z]*)?)$", re.I)
_SEMVER: Final = re.compile(
    r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$"
)
_NUMBER: Final = re.compile(r"\d+")
_MENTION: Final = re.compile(
    rb"^[^\n]{0,60}?(?<![0-9A-Za-z.])(?:[vV]\.? ?)?"
    rb"(\d{1,8}(?:[._]\d{1,8}){1,4}(?:[-+]?[A-Za-z][0-9A-Za-z.]{0,20})?)",
    re.M,
)
_CHANGELOG: Final = re.compile(
    r"^(changelog|change-log|changes|history|news|release-?notes|releases|whatsnew|relnotes"
    r"|cambios|historial|registro-?de-?cambios|novedades|mudancas|historico|novidades|journal|modifications)"
    r"([-_.](en|es|pt|fr|pt[-_]br))?(\.(md|rst|txt|adoc|asciidoc|html?|org|markdown))?$"
)
_FOLDERS: Final = frozenset({"", "doc", "docs", "documentation", ".github"})
_HEAD_BYTES: Final = 256 << 10
_MAX_BYTES: Final = 8 << 20
_TAIL_BYTES: Final = 64 << 10
_MAX_VERSIONS: Final = 2_000


def version_of(tag: str) -> str | None:
    """The version that a tag names, without its prefix; None when the tag is no version."""
    name = tag.rpartition("/")[2]
    match = _DOTTED.match(name) or _SINGLE.match(name)
    return match[1] if match else None


def is_semver(tag: str) -> bool:
    """Whether the version of the tag follows Semantic Versioning 2.0.0; a prefix such as ``v`` may stand before it."""
    return bool(_SEMVER.match(version_of(tag) or ""))


def version_key(tag: str) -> tuple[tuple[int, ...], bool, str]:
    """Sorts tags by their numbers; a candidate stands before its release."""
    version = version_of(tag) or ""
    plain = re.match(r"^[0-9._]*", version)
    numbers = tuple(int(part) for part in _NUMBER.findall(plain[0] if plain else ""))
    return numbers, not re.search("[A-Za-z]", version), tag


def normal_version(version: str) -> str:
    """One spelling per version, so that 7_88_1 in a tag and 7.88.1 in a text meet."""
    return version.lower().replace("_", ".").rstrip(".")


class ChangelogVersions:
    """The versions that a change log names near the beginning of a line."""

    id = "changelog-versions"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """A change log at the root or among the documents."""
        if entry.path.count("/") > 1 or not entry.is_file or (entry.size or 0) > _MAX_BYTES:
            return False
        return entry.folder.lower() in _FOLDERS and bool(_CHANGELOG.match(entry.name.lower()))

    def read(self, content: bytes) -> Facts:
        """The versions, each once, in the order of the text."""
        seen: dict[str, None] = {}
        looked = content if len(content) <= _HEAD_BYTES else content[:_HEAD_BYTES] + b"\n" + content[-_TAIL_BYTES:]
        for match in _MENTION.finditer(looked):
            seen[normal_version(match[1].decode("ascii"))] = None
            if len(seen) >= _MAX_VERSIONS:
                break
        return list(seen)

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """The versions of every change log together; says nothing where one could not be read."""
        found: dict[str, None] = {}
        for entry in tree.files:
            if not self.wants(entry):
                continue
            if entry.blob not in facts:
                return
            versions = facts[entry.blob]
            found.update(dict.fromkeys(str(version) for version in versions) if isinstance(versions, list) else {})
        if tree.complete:
            yield Observation(claim=CHANGELOG_VERSIONS, value=tuple(found))
