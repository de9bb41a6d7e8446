# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The repositories: a table of basics by institution, and what is known of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ayni.assessment import SCOPES, Finding, RepositoryResult, Verdict
from ayni.evidence import Evidence, SubjectKind
from ayni.frameworks import Pack, PackKind
from ayni.reports.html.basics import BASICS
from ayni.reports.html.desk import Desk, anchor_of, name_of
from ayni.reports.html.evidence import evidence_line
from ayni.reports.html.levels import level_attribute, level_of, level_order, level_title
from ayni.reports.html.members import ORDER
from ayni.reports.html.practices import tally
from ayni.reports.plain import sort_key

_OPEN = (Verdict.NOT_MET, Verdict.PARTLY)
"""In large portfolios only these verdicts repeat the titles of what they judge; without findings, only they list it."""
_TITLED = 40
"""Up to this many repositories, every verdict does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One repository in the table."""

    anchor: str
    name: str
    scope: str
    unseen: str
    basics: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The repositories of one institution; ``title`` is empty for those that belong to none."""

    title: str
    count: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicTotal:
    """How all repositories stand with one basic, and which row the figure comes from where no probe was kept."""

    title: str
    source: str
    source_anchor: str
    verdicts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One criterion about one repository, with the numbers of the evidence it rests on."""

    id: str
    anchor: str
    title: str
    evidence: tuple[int, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The requirements of one level of a framework, or the practices, by verdict."""

    title: str
    groups: tuple[tuple[Verdict, int, tuple[Said, ...]], ...]
    """Verdict, how many have it, and those that are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Statements with the same ground, author and day."""

    basis: str
    by: str
    observed: str
    lines: tuple[tuple[int, str, str, str, str], ...]
    """Number, claim, value, place and short id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything that the page says of one repository."""

    anchor: str
    name: str
    scope: str
    institution: str
    unseen: str
    blocks: tuple[tuple[str, tuple[Level, ...]], ...]
    sources: tuple[Source, ...]


def facets(desk: Desk) -> tuple[Facet, ...]:
    """The rows that are shown, by institution, in the order of their titles."""
    found: dict[str, list[Row]] = {}
    for result in desk.shown:
        found.setdefault(result.institution, []).append(_row(desk, result))
    named = sorted(found, key=lambda name: (not name, sort_key(desk.institutions.get(name) or name)))
    return tuple(
        Facet(
            title=desk.institutions.get(name) or name,
            count=desk.voice.count(len(found[name]), "count", "repository"),
            rows=tuple(found[name]),
        )
        for name in named
    )


def _row(desk: Desk, result: RepositoryResult) -> Row:
    return Row(
        anchor=desk.anchors[result.subject.id],
        name=name_of(result),
        scope=desk.voice.say("scope", result.scope or "unknown"),
        unseen="" if result.seen else desk.voice.say("unseen", result.reason),
        basics=desk.basics.verdicts(result),
    )


def basic_totals(desk: Desk) -> tuple[BasicTotal, ...]:
    """Each basic over all repositories, shown or not."""
    columns = zip(*(desk.basics.verdicts(result) for result in desk.assessment.repositories), strict=True)
    verdicts = dict(zip(BASICS, columns, strict=False))
    sources = desk.basics.sources
    return tuple(
        BasicTotal(
            title=desk.voice.say("html", "basics", name),
            source=sources.get(name, ""),
            source_anchor=anchor_of(sources[name]) if name in sources else "",
            verdicts=tally(verdicts.get(name, ())),
        )
        for name in BASICS
    )


def details(desk: Desk) -> Iterator[Detail]:
    """What is known of each repository that has a row."""
    for result in desk.shown:
        used = _used(result)
        numbers = {item: number for number, item in enumerate(used, 1)}
        yield Detail(
            anchor=desk.anchors[result.subject.id],
            name=name_of(result),
            scope=desk.voice.say("scope", result.scope or "unknown"),
            institution=desk.institutions.get(result.institution) or result.institution,
            unseen="" if result.seen else desk.voice.say("unseen", result.reason),
            blocks=tuple(_blocks(desk, result, numbers)),
            sources=tuple(_sources(desk, used)),
        )


def _used(result: RepositoryResult) -> tuple[Evidence, ...]:
    """Every statement used about the repository, once, in the order of its ground, author and claim."""
    used = {id(item): item for finding in result.findings for item in finding.evidence}
    named = {item.id: item for item in used.values()}
    return tuple(
        item for _, item in sorted(named.items(), key=lambda pair: (pair[1].basis, pair[1].by, pair[1].claim, pair[0]))
    )


def _blocks(
    desk: Desk, result: RepositoryResult, numbers: Mapping[Evidence, int]
) -> Iterator[tuple[str, tuple[Level, ...]]]:
    items = {finding.criterion: finding for finding in result.findings if _is_item(desk, finding)}
    for pack in desk.library.packs:
        if pack.kind is PackKind.FRAMEWORK:
            levels = tuple(_levels(desk, pack, result, items, numbers))
            if levels:
                yield desk.voice.pack(pack.id, "title"), levels
    rows = [(key, result.verdicts[key]) for key in _counting(desk, result) if key in result.verdicts]
    if rows:
        yield desk.voice.say("html", "repository", "practices"), (_level(desk, "", rows, {}, numbers),)


def _is_item(desk: Desk, finding: Finding) -> bool:
    return desk.library.practice(finding.criterion) is None


def _counting(desk: Desk, result: RepositoryResult) -> Iterator[str]:
    """The shares that count a repository of this scope."""
    for finding in desk.findings.values():
        for counted in finding.counted:
            if result.scope in SCOPES.get(counted.tally.population, frozenset()):
                yield counted.key


def _levels(
    desk: Desk, pack: Pack, result: RepositoryResult, items: Mapping[str, Finding], numbers: Mapping[Evidence, int]
) -> Iterator[Level]:
    name = level_attribute(pack)
    found: dict[str, list[tuple[str, Verdict]]] = {}
    for item in pack.items:
        if item.criterion.subject is SubjectKind.REPOSITORY and item.id in result.verdicts:
            found.setdefault(level_of(item, name), []).append((item.id, result.verdicts[item.id]))
    for level in level_order(pack, name, found):
        yield _level(desk, level_title(desk, pack, name, level), found[level], items, numbers)


def _level(
    desk: Desk,
    title: str,
    rows: Iterable[tuple[str, Verdict]],
    findings: Mapping[str, Finding],
    numbers: Mapping[Evidence, int],
) -> Level:
    found: dict[Verdict, list[str]] = {}
    for key, verdict in rows:
        found.setdefault(verdict, []).append(key)
    return Level(
        title=title,
        groups=tuple(
            (verdict, len(found[verdict]), tuple(_said(desk, verdict, found[verdict], findings, numbers)))
            for verdict in ORDER
            if verdict in found
        ),
    )


def _said(
    desk: Desk,
    verdict: Verdict,
    keys: Iterable[str],
    findings: Mapping[str, Finding],
    numbers: Mapping[Evidence, int],
) -> Iterator[Said]:
    if desk.large and verdict not in _OPEN:
        return
    titled = verdict in _OPEN or len(desk.assessment.repositories) <= _TITLED
    for key in keys:
        criterion = key.partition("/")[0]
        yield Said(
            id=key,
            anchor=anchor_of(criterion),
            title=desk.voice.title(criterion) if titled else "",
            evidence=tuple(_refs(findings.get(key), numbers)),
            note=_note(desk, findings.get(key)),
        )


def _refs(finding: Finding | None, numbers: Mapping[Evidence, int]) -> list[int]:
    return sorted({numbers[item] for item in finding.evidence}) if finding else []


def _note(desk: Desk, finding: Finding | None) -> str:
    """What keeps a verdict from being a plain yes or no."""
    if finding is None:
        return ""
    says = desk.voice.say
    notes = [
        *(says("certainty", "likely") for item in finding.asked if item.capped and item.answer.likely),
        *(says("certainty", "unconfirmed") for item in finding.asked if item.capped and not item.answer.likely),
        *(says("certainty", "contradicts") for item in finding.asked if item.answer.contradicts is not None),
    ]
    return "; ".join(dict.fromkeys(notes))


def _sources(desk: Desk, used: tuple[Evidence, ...]) -> Iterator[Source]:
    heard: dict[tuple[str, str, date], list[tuple[int, Evidence]]] = {}
    for number, item in enumerate(used, 1):
        heard.setdefault((item.basis.value, item.by, item.observed.date()), []).append((number, item))
    for (basis, by, day), items in heard.items():
        yield Source(
            basis=basis,
            by=by,
            observed=desk.voice.short_day(day),
            lines=tuple(_line(desk, item, number) for number, item in items),
        )


def _line(desk: Desk, item: Evidence, number: int) -> tuple[int, str, str, str, str]:
    line = evidence_line(item, desk.voice)
    where = "" if line.where == line.value else line.where
    return number, line.what, line.value, where, line.short_id
