# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence held against practices and frameworks on a day. Pure: same views, same packs, same day, same assessment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ayni.assessment.finding import (
    Assessment,
    Finding,
    InstitutionResult,
    PhaseResult,
    ProfileCell,
    RepositoryResult,
)
from ayni.assessment.grades import Verdict, verdict_of
from ayni.assessment.judge import Asker, judge, judge_verdict, share_keys
from ayni.assessment.tally import Tally, count, grade_share
from ayni.evidence import OWN_NOTES, NotSeen, Subject, SubjectKind, View
from ayni.frameworks import Criterion, Library, Population, Practice, Rule, Share

DETAIL_LIMIT = 300
"""Up to this many repositories, each one's findings are kept with their evidence; beyond, only its verdicts."""

SCOPES: Mapping[Population, frozenset[str]] = {
    Population.PUBLISHED_REPOSITORIES: frozenset({"published"}),
    Population.INTERNAL_REPOSITORIES: frozenset({"internal"}),
    Population.OWNED_REPOSITORIES: frozenset({"published", "internal"}),
    Population.UPSTREAM_REPOSITORIES: frozenset({"upstream"}),
}
"""The scopes that each population of repositories takes in; archived repositories are in none."""

_GOOD_ENOUGH = frozenset({Verdict.MET, Verdict.EXCEPTED, Verdict.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class _Column:
    """What a member is judged by: an item, or the inner rule of a share."""

    key: str
    criterion: Criterion
    rule: Rule


class RepositoryJudge:
    """Judges repositories one at a time against everything in a library that is asked of a repository."""

    def __init__(self, library: Library) -> None:
        repository = (item.criterion for item in library.items if item.criterion.subject is SubjectKind.REPOSITORY)
        self._items = tuple(_Column(c.id, c, c.met_when) for c in repository)
        self._shares = tuple(
            _Column(key, criterion, share.that)
            for criterion in _of_the_office(library)
            for share, key in share_keys(criterion).items()
            if share.of in SCOPES
        )

    def judge(self, view: View, *, detail: bool) -> RepositoryResult:
        """How the repository of the view stands; with its findings when ``detail`` is asked for."""
        asker = Asker(view)
        columns = (*self._items, *self._shares)
        findings = tuple(judge(c.criterion, asker, only=c.rule) for c in columns) if detail else ()
        verdicts = (
            {column.key: finding.verdict for column, finding in zip(columns, findings, strict=True)}
            if detail
            else {column.key: judge_verdict(column.criterion, column.rule, asker) for column in columns}
        )
        reason = _unseen_reason(view)
        return RepositoryResult(
            subject=view.subject,
            scope=_text(view, "repository-scope"),
            institution=_text(view, "owner"),
            seen=not reason,
            reason=reason,
            verdicts=verdicts,
            findings=findings,
        )


def assess(
    library: Library, views: Iterable[View], office: Subject, day: date, *, detail_limit: int = DETAIL_LIMIT
) -> Assessment:
    """Judge the office, its institutions and its repositories by what the views say of them on the day.

    The views may come in any order and are read once, so that a large portfolio need not be in memory.
    """
    hall = _Hall(library, office, day)
    for view in views:
        hall.take(view, detail_limit)
    return hall.assessment()


class _Hall:
    """Gathers the views of one assessment, then rolls them up."""

    def __init__(self, library: Library, office: Subject, day: date) -> None:
        self.library = library
        self.office = View(subject=office, day=day, current={}, lapsed={})
        self.judge = RepositoryJudge(library)
        self.repositories: list[RepositoryResult] = []
        self.institutions: list[View] = []
        self.statements = 0
        self.detailed = True

    def take(self, view: View, detail_limit: int) -> None:
        self.statements += sum(
            1 for items in view.current.values() for item in items if item.seen and item.source != OWN_NOTES
        )
        if view.subject.kind is SubjectKind.REPOSITORY:
            self.detailed = len(self.repositories) < detail_limit
            self.repositories.append(self.judge.judge(view, detail=self.detailed))
        elif view.subject.kind is SubjectKind.INSTITUTION:
            self.institutions.append(view)
        elif view.subject == self.office.subject:
            self.office = view

    def assessment(self) -> Assessment:
        if not self.detailed:  # whose findings were kept would depend on the order of the views
            self.repositories = [replace(result, findings=()) for result in self.repositories]
        self.repositories.sort(key=lambda result: result.subject)
        self.institutions.sort(key=lambda view: view.subject)
        asker = Asker(self.office)
        findings = tuple(self._judge(criterion, asker) for criterion in _of_the_office(self.library))
        verdicts = {finding.criterion: finding for finding in findings}
        return Assessment(
            day=self.office.day,
            office=self.office.subject,
            title=_text(self.office, "title"),
            library=self.library.digest,
            statements=self.statements,
            findings=findings,
            phases=tuple(_phases(self.library.practices, verdicts)),
            profile=tuple(_profile(self.library.practices, verdicts)),
            institutions=tuple(self._institution(view) for view in self.institutions),
            repositories=tuple(self.repositories),
        )

    def _judge(self, criterion: Criterion, asker: Asker) -> Finding:
        tallies = {key: self._count(share, key) for share, key in share_keys(criterion).items()}
        return judge(criterion, asker, tallies)

    def _count(self, share: Share, key: str) -> Tally:
        if share.of is Population.INSTITUTIONS:
            return count(share.of, (self._own_verdict(share, key, view) for view in self.institutions))
        return _count_repositories(share, key, self.repositories)

    def _own_verdict(self, share: Share, key: str, view: View) -> Verdict:
        return judge_verdict(self.library.criteria[key.partition("/")[0]], share.that, Asker(view))

    def _institution(self, view: View) -> InstitutionResult:
        below = self._below(view.subject.id)
        own = [result for result in self.repositories if result.institution in below]
        tallies: dict[str, Tally] = {}
        verdicts: dict[str, Verdict] = {}
        for practice in self.library.practices:
            for share, key in share_keys(practice.criterion).items():
                if share.of is Population.INSTITUTIONS:
                    verdicts[key] = self._own_verdict(share, key, view)
                else:
                    tallies[key] = _count_repositories(share, key, own)
                    verdicts[key] = verdict_of(grade_share(share, tallies[key], later=False))
        return InstitutionResult(
            subject=view.subject,
            title=_text(view, "title") or view.subject.id,
            parent=_text(view, "parent"),
            repositories=len(own),
            tallies=tallies,
            verdicts=verdicts,
        )

    def _below(self, institution: str) -> frozenset[str]:
        """The institution and all that stand under it; a circle in the tree ends where it began."""
        found = {institution}
        children = [institution]
        while children:
            parent = children.pop()
            new = {v.subject.id for v in self.institutions if _text(v, "parent") == parent} - found
            found |= new
            children.extend(new)
        return frozenset(found)


def _of_the_office(library: Library) -> tuple[Criterion, ...]:
    """What the office as a whole is judged by: every practice, then what frameworks ask of an organization."""
    items = (item.criterion for item in library.items if item.criterion.subject is SubjectKind.OFFICE)
    return (*(practice.criterion for practice in library.practices), *items)


def _count_repositories(share: Share, key: str, results: Iterable[RepositoryResult]) -> Tally:
    scopes = SCOPES[share.of]
    return count(share.of, (result.verdicts[key] for result in results if result.scope in scopes))


def _phases(practices: Iterable[Practice], findings: Mapping[str, Finding]) -> Iterator[PhaseResult]:
    """A phase is reached when its practices are met or excepted, and those of earlier phases by their later targets."""
    ordered = list(practices)
    for phase in sorted({practice.phase for practice in ordered}):
        missing = []
        for practice in ordered:
            finding = findings[practice.id]
            verdict = finding.later if practice.phase < phase else finding.verdict
            if practice.phase <= phase and verdict not in _GOOD_ENOUGH:
                missing.append(practice.id)
        yield PhaseResult(phase=phase, reached=not missing, missing=tuple(missing))


def _profile(practices: Iterable[Practice], findings: Mapping[str, Finding]) -> Iterator[ProfileCell]:
    cells: dict[tuple[int, str, str], list[Practice]] = {}
    for practice in practices:
        cells.setdefault((practice.phase, practice.lens.value, practice.function.value), []).append(practice)
    for _, members in sorted(cells.items()):
        first = members[0]
        yield ProfileCell(
            phase=first.phase,
            lens=first.lens,
            function=first.function,
            verdicts=dict(Counter(findings[practice.id].verdict for practice in members)),
        )


def _text(view: View, claim: str) -> str:
    fact = view.fact(claim) or view.attestation(claim)
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


def _unseen_reason(view: View) -> str:
    """Why nothing of the repository could be seen; empty when something was."""
    measured = [item for items in view.current.values() for item in items if item.basis.value == "measured"]
    if any(item.seen for item in measured):
        return ""
    reasons = sorted({item.value.reason for item in measured if isinstance(item.value, NotSeen)})
    return reasons[0] if reasons else "nobody-looked"
