# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every section of the page works from: the report, its words, and where things stand on the page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ayni.assessment import Assessment, Finding, RepositoryResult, Verdict
from ayni.frameworks import Library
from ayni.reports.html.basics import Basics
from ayni.reports.plain import sort_key
from ayni.reports.report import Report
from ayni.reports.voice import Voice

DETAILED = 300
"""Up to this many repositories, every one has its row; beyond, those with most open basics do."""
SHOWN = 100
"""How many rows a large portfolio shows, and how many members a practice's list names there."""
NAMES = 16_000
"""About how many names all lists behind the figures of requirements may have together."""

_LISTS = 3
"""About how many verdicts the repositories have for one requirement."""
_FEWEST = 8
_UNFIT = re.compile(r"[^A-Za-z0-9.-]")


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One report in one language."""

    report: Report
    voice: Voice

    @property
    def assessment(self) -> Assessment:
        """The assessment that the page shows."""
        return self.report.assessment

    @property
    def library(self) -> Library:
        """The packs it was held against."""
        return self.report.library

    @property
    def large(self) -> bool:
        """Whether the portfolio is too large to show every repository."""
        return len(self.assessment.repositories) > DETAILED

    @cached_property
    def listed(self) -> int:
        """How many repositories the list behind one figure of a requirement names."""
        repositories, items = len(self.assessment.repositories), max(1, len(self.library.items))
        return repositories if repositories * items <= NAMES else max(_FEWEST, NAMES // (_LISTS * items))

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The office's findings by criterion."""
        return {finding.criterion: finding for finding in self.assessment.findings}

    @cached_property
    def basics(self) -> Basics:
        """How the eight basics of a repository are read."""
        return Basics(self.library, answered=any(result.findings for result in self.assessment.repositories))

    @cached_property
    def open_basics(self) -> Mapping[str, int]:
        """How many of the basics each repository lacks."""
        return {
            result.subject.id: self.basics.verdicts(result).count(Verdict.NOT_MET)
            for result in self.assessment.repositories
        }

    @cached_property
    def shown(self) -> tuple[RepositoryResult, ...]:
        """The repositories that have a row: all, or those with most open basics, in the order of their names."""
        found = self.assessment.repositories
        if self.large:
            found = tuple(sorted(found, key=lambda r: (-self.open_basics[r.subject.id], r.subject))[:SHOWN])
        return tuple(sorted(found, key=lambda result: sort_key(name_of(result))))

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Where the row of a repository is, for those that have one."""
        return {result.subject.id: f"r{number}" for number, result in enumerate(self.shown, 1)}

    @cached_property
    def institutions(self) -> Mapping[str, str]:
        """Titles of institutions by id."""
        return {result.subject.id: result.title for result in self.assessment.institutions}


def anchor_of(criterion: str) -> str:
    """Where a practice or requirement is on the page."""
    return "c-" + _UNFIT.sub("_", criterion)


def name_of(result: RepositoryResult) -> str:
    """A repository's name as readers know it: without the scheme of its address."""
    return result.subject.id.partition("://")[2] or result.subject.id
