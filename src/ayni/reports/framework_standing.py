# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One assessment read through one framework: item by item, with what counts towards it. Facts for every form."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ayni.assessment import SCOPES, Assessment, Finding, RepositoryResult, Tally, Verdict
from ayni.assessment.tally import count
from ayni.evidence import SubjectKind
from ayni.frameworks import Edge, Item, Library, Pack, PackKind, Population, Practice
from ayni.frameworks.pack import Strength

COUNTED_IN = Population.OWNED_REPOSITORIES
"""Items asked of a repository are counted over the office's own: the published and the internal ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStanding:
    """How one item stands: ``tally`` where each repository is asked, else ``finding``, None where nobody judged it."""

    item: Item
    finding: Finding | None = None
    tally: Tally | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The office's verdict; None where repositories are counted instead."""
        if self.tally is not None:
            return None
        return self.finding.verdict if self.finding else Verdict.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A practice, its finding, and its edges to the framework's items, of which a met practice counts for something."""

    practice: Practice
    finding: Finding | None
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkStanding:
    """A framework in one assessment. ``uncovered`` are the items to which the crosswalk leads nothing."""

    pack: Pack
    items: tuple[ItemStanding, ...]
    uncovered: tuple[Item, ...]
    contributions: tuple[Contribution, ...]

    @property
    def office_verdicts(self) -> Mapping[Verdict, int]:
        """How many items that the office answers for have each verdict."""
        return Counter(standing.verdict for standing in self.items if standing.verdict is not None)

    @property
    def per_repository(self) -> int:
        """How many items are asked of each repository."""
        return sum(1 for standing in self.items if standing.tally is not None)

    @property
    def covered(self) -> int:
        """To how many items a practice or a probe leads."""
        return len(self.items) - len(self.uncovered)


def frameworks(library: Library) -> tuple[Pack, ...]:
    """Every framework of the library, by id."""
    return tuple(pack for pack in library.packs if pack.kind is PackKind.FRAMEWORK)


def own_repositories(assessment: Assessment) -> tuple[RepositoryResult, ...]:
    """The repositories over which items are counted."""
    return tuple(result for result in assessment.repositories if result.scope in SCOPES[COUNTED_IN])


def stand(library: Library, assessment: Assessment, pack: Pack) -> FrameworkStanding:
    """How the framework stands in the assessment, its items in the order of the pack."""
    findings = {finding.criterion: finding for finding in assessment.findings}
    own = own_repositories(assessment)
    return FrameworkStanding(
        pack=pack,
        items=tuple(_item(item, findings, own) for item in library.items if item.criterion.pack == pack.id),
        uncovered=library.uncovered(pack),
        contributions=tuple(_contributions(library, pack, findings)),
    )


def _item(item: Item, findings: Mapping[str, Finding], own: tuple[RepositoryResult, ...]) -> ItemStanding:
    if item.criterion.subject is SubjectKind.REPOSITORY:
        tally = count(COUNTED_IN, (result.verdicts.get(item.id, Verdict.UNKNOWN) for result in own))
        return ItemStanding(item=item, tally=tally)
    return ItemStanding(item=item, finding=findings.get(item.id))


def _contributions(library: Library, pack: Pack, findings: Mapping[str, Finding]) -> Iterator[Contribution]:
    edges: dict[str, list[Edge]] = {}
    for edge in pack.edges:
        if edge.positive is not Strength.NONE:
            edges.setdefault(edge.start, []).append(edge)
    for practice in library.practices:
        if practice.id in edges:
            finding = findings.get(practice.id)
            yield Contribution(practice=practice, finding=finding, edges=tuple(edges[practice.id]))
