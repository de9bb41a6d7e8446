# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The eight things that anyone looks for first in a repository, and where their answers come from.

With findings at hand the probe itself answers. A large portfolio keeps only rows of verdicts; there the narrowest
practice or requirement that asks the probe stands in, and the table's heading names it.
"""

from collections.abc import Iterator, Mapping

from ayni.assessment import RepositoryResult, Verdict
from ayni.evidence import SubjectKind
from ayni.frameworks import Library, Population, Rule, asked, shares
from ayni.probes import Outcome

BASICS: Mapping[str, str] = {
    "readme": "has-readme",
    "license": "has-license-file",
    "contributing": "has-contributing-guide",
    "conduct": "has-code-of-conduct",
    "security": "has-security-policy",
    "metadata": "has-metadata-file",
    "changes": "has-changelog",
    "integration": "has-ci",
}
"""The probe behind each basic."""

_VERDICTS = {
    Outcome.YES: Verdict.MET,
    Outcome.NO: Verdict.NOT_MET,
    Outcome.UNKNOWN: Verdict.UNKNOWN,
    Outcome.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
}


class Basics:
    """Reads the basics of repositories; ``answered`` where their findings were kept."""

    def __init__(self, library: Library, *, answered: bool) -> None:
        self.sources: Mapping[str, str] = {} if answered else dict(_narrowest(library))

    def verdicts(self, result: RepositoryResult) -> tuple[Verdict, ...]:
        """One verdict for each basic, in order."""
        if self.sources:
            return tuple(result.verdicts.get(self.sources.get(name, ""), Verdict.UNKNOWN) for name in BASICS)
        answers = {ask.id: ask.answer.outcome for finding in result.findings for ask in finding.asked}
        return tuple(_VERDICTS[answers.get(probe, Outcome.UNKNOWN)] for probe in BASICS.values())


def _narrowest(library: Library) -> Iterator[tuple[str, str]]:
    """For each basic, the row that asks least besides its probe."""
    rows = [(key, frozenset(asked(rule))) for key, rule in _rows(library)]
    for name, probe in BASICS.items():
        asking = [(len(names), key) for key, names in rows if probe in names]
        if asking:
            yield name, min(asking)[1]


def _rows(library: Library) -> Iterator[tuple[str, Rule]]:
    for item in library.items:
        if item.criterion.subject is SubjectKind.REPOSITORY:
            yield item.id, item.criterion.met_when
    for practice in library.practices:
        for share in shares(practice.criterion.met_when):
            if share.of is not Population.INSTITUTIONS:
                yield practice.id, share.that
                break
