# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Community files and documentation: which are there, and which sections they have, in four languages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.community.names import (
    HOSTING_FOLDERS,
    LANGUAGE_OF_README,
    PAGE_SUFFIXES,
    TEXT_SUFFIXES,
    is_documentation,
    is_policy_text,
    kind_of,
    name_of,
)
from ayni.analyzers.community.reading import Paper, labels, paper, read_paper
from ayni.analyzers.community.text import fold
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import NotSeen, Observation, Value

LARGEST: Final = 512 * 1024
KINDS: Final = (
    "readme",
    "contributing",
    "code-of-conduct",
    "security-policy",
    "governance",
    "maintainers",
    "support",
    "changelog",
    "roadmap",
)
TEMPLATES: Final = ("issue-template", "change-template")
# A change log or a template is never read: that it is there says all.
READ_KINDS: Final = frozenset(KINDS) - {"changelog", "code-of-conduct"} | {"community"}


def _words(listing: str) -> tuple[str, ...]:
    return tuple(listing.split())


README: Final = _words("""
    purpose install use contribute license support authors policy tests build status languages
""")
CONTRIBUTING: Final = _words("""
    process requirements style tests sign-off review report
""")
SECURITY: Final = _words("""
    contact private-channel response-time supported-versions disclosure end-of-support
""")
GOVERNANCE: Final = _words("""
    roles decisions membership permissions
""")
TOPICS: Final = _words("""
    user-guide install build defects dependencies verification publisher-identity architecture interfaces threat-model
    secrets tests support end-of-support subprojects accessibility policy standards personal-data
""")
_TOPIC_OF: Final = {"use": "user-guide", "report": "defects"}
# What a sentence is enough for, where the claim is about a whole set of papers.
_CUED_TOPICS: Final = frozenset({"report", "end-of-support"})


class Community:
    """The claims of ``analyzers/community``."""

    id = "community"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """Community files that have something to say, and pages of documentation in a text format."""
        if not entry.is_file or (entry.size is not None and entry.size > LARGEST):
            return False
        suffix = name_of(entry.name).suffix
        if suffix not in TEXT_SUFFIXES:
            return False
        kind = kind_of(entry.path)
        return kind in READ_KINDS or (bool(suffix) and not kind and is_documentation(entry.path))

    def read(self, content: bytes) -> Facts:
        """The sections, cues, length and languages of one paper."""
        return read_paper(content)

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """Every claim, in the order of the page of claims."""
        yield from _Conclusion(tree, facts, self).observations()


class _Conclusion:
    """What one snapshot says."""

    def __init__(self, tree: Tree, facts: Mapping[BlobId, Facts], analyzer: Community) -> None:
        self.tree = tree
        self.facts = facts
        self.analyzer = analyzer
        self.by_kind: dict[str, list[TreeEntry]] = {}
        self.pages: list[TreeEntry] = []
        for entry in tree.files:
            kind = kind_of(entry.path)
            if kind:
                self.by_kind.setdefault(kind, []).append(entry)
            if is_documentation(entry.path) and name_of(entry.name).suffix in PAGE_SUFFIXES:
                self.pages.append(entry)
        for entries in self.by_kind.values():
            entries.sort(key=_preference)

    def observations(self) -> Iterator[Observation]:
        for kind in KINDS:
            yield self._paths(f"{kind}-file", self.by_kind.get(kind, []))
        for kind in TEMPLATES:
            yield self._paths(kind, self.by_kind.get(kind, []))
        yield self._paths("funding-file", self.by_kind.get("funding", []))
        yield from self._readme()
        yield self._sections("contributing", CONTRIBUTING, ["contributing"], cued=True)
        yield self._sections("security", SECURITY, ["security-policy"], cued=True)
        governing = ["governance", "maintainers", "community", "contributing", "readme"]
        yield self._sections("governance", GOVERNANCE, governing, cued=False)
        yield self._topics()
        yield Observation(claim="documentation-files", value=self._counted(len(self.pages)))
        yield self._paths("policy-files", [entry for entry in self.tree.files if is_policy_text(entry.path)])

    def _counted(self, number: int) -> Value:
        return number if number or self.tree.complete else NotSeen(reason="listing-incomplete")

    def _paths(self, claim: str, entries: list[TreeEntry]) -> Observation:
        if not entries:
            return Observation(claim=claim, value=() if self.tree.complete else NotSeen(reason="listing-incomplete"))
        first = entries[0]
        return Observation(
            claim=claim, value=tuple(entry.path for entry in entries), locator=first.path, digest=first.blob
        )

    def _papers(self, entries: Iterable[TreeEntry]) -> list[Paper] | NotSeen:
        """What was read of them, or why nothing can be said: one missing content may hold what the others lack."""
        wanted = [entry for entry in entries if self.analyzer.wants(entry)]
        if any(entry.blob not in self.facts for entry in wanted):
            return NotSeen(reason="content-missing")
        if not wanted and not self.tree.complete:
            return NotSeen(reason="listing-incomplete")
        return [paper(self.facts[entry.blob]) for entry in wanted]

    def _readme(self) -> Iterator[Observation]:
        readmes = self.by_kind.get("readme", [])
        main = [entry for entry in readmes if entry.folder == readmes[0].folder]
        papers = self._papers(main)
        locator, digest = (main[0].path, main[0].blob) if main else ("", "")
        value: Value = papers if isinstance(papers, NotSeen) else _readme_sections(papers)
        yield Observation(claim="readme-sections", value=value, locator=locator, digest=digest)
        value = papers if isinstance(papers, NotSeen) else max((one.length for one in papers), default=0)
        yield Observation(claim="readme-length", value=value, locator=locator, digest=digest)
        yield Observation(claim="readme-languages", value=self._languages(readmes), locator=locator, digest=digest)

    def _languages(self, readmes: list[TreeEntry]) -> Value:
        papers = self._papers(readmes)
        if isinstance(papers, NotSeen):
            return papers
        spoken = {language for one in papers for language in one.languages}
        named = {name_of(entry.name).language for entry in readmes}
        return tuple(sorted((spoken | named) & {"en", *LANGUAGE_OF_README.values()}))

    def _sections(self, subject: str, known: tuple[str, ...], kinds: list[str], *, cued: bool) -> Observation:
        entries = [entry for kind in kinds for entry in self.by_kind.get(kind, [])]
        papers = self._papers(entries)
        value: Value
        if isinstance(papers, NotSeen):
            value = papers
        else:
            found = {label for one in papers for label in (one.sections | one.cues if cued else one.sections)}
            value = tuple(section for section in known if section in found)
        locator, digest = (entries[0].path, entries[0].blob) if entries else ("", "")
        return Observation(claim=f"{subject}-sections", value=value, locator=locator, digest=digest)

    def _topics(self) -> Observation:
        claim = "documentation-topics"
        community = [entry for kind in sorted(READ_KINDS) for entry in self.by_kind.get(kind, [])]
        papers = self._papers({entry.path: entry for entry in [*community, *self.pages]}.values())
        if isinstance(papers, NotSeen):
            return Observation(claim=claim, value=papers)
        found = {label for one in papers for label in one.sections | (one.cues & _CUED_TOPICS)}
        found |= {label for entry in self._named() for label in labels(fold(entry.path.rpartition(".")[0]))}
        named = {_TOPIC_OF.get(label, label) for label in found}
        return Observation(claim=claim, value=tuple(topic for topic in TOPICS if topic in named))

    def _named(self) -> Iterator[TreeEntry]:
        """Files whose name may tell a topic: pages of documentation, papers in the root and the hosting folders."""
        yield from self.pages
        for folder in ("", *sorted(HOSTING_FOLDERS)):
            for entry in self.tree.by_folder.get(folder, ()):
                if entry.is_file and name_of(entry.name).suffix in TEXT_SUFFIXES - {""}:
                    yield entry


def _preference(entry: TreeEntry) -> tuple[int, int, str]:
    """Root first, then the hosting folders, then the documentation; plain names before translations."""
    place = 0 if not entry.folder else 1 if entry.folder.lower() in HOSTING_FOLDERS else 2
    return place, len(entry.name), entry.path


def _readme_sections(papers: list[Paper]) -> tuple[str, ...]:
    found = {label for one in papers for label in one.sections}
    if any(one.opens for one in papers):
        found.add("purpose")
    if any("policy" in one.cues for one in papers):
        found.add("policy")
    return tuple(section for section in README if section in found)
