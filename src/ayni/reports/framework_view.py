# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One framework for a reader: its items by group, what nothing counts towards yet, and which practices do."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from ayni.assessment import Tally, Verdict
from ayni.frameworks import Item
from ayni.frameworks.pack import Strength
from ayni.reports.framework_standing import Contribution, FrameworkStanding, ItemStanding, frameworks, stand
from ayni.reports.outline import verdict_cell
from ayni.reports.reasons import reason
from ayni.reports.report import Report
from ayni.reports.sections import Block, Bullets, Cell, Entries, Prose, Section
from ayni.reports.voice import Voice

_APART = " · "
_SHOWN = (
    Verdict.MET,
    Verdict.PARTLY,
    Verdict.NOT_MET,
    Verdict.UNKNOWN,
    Verdict.EXCEPTED,
    Verdict.NOT_APPLICABLE,
)


def framework_list(report: Report, voice: Voice) -> tuple[Section, ...]:
    """Every framework with how many items it has, how the office's own stand, and how many something leads to."""
    lines = []
    for pack in frameworks(report.library):
        standing = stand(report.library, report.assessment, pack)
        lines.append((Cell(text=f"{pack.id}  {voice.pack(pack.id, 'title')}"), _APART.join(_summary(standing, voice))))
    note = Prose(text=voice.say("framework", "list-note", day=voice.day(report.assessment.day)))
    return (Section(title=voice.say("framework", "list"), blocks=(note, Entries(lines=tuple(lines)))),)


def framework_sections(report: Report, standing: FrameworkStanding, voice: Voice) -> tuple[Section, ...]:
    """Everything that the assessment says of one framework."""
    return (
        _about(report, standing, voice),
        *_groups(standing, voice),
        *_uncovered(standing.uncovered, voice),
        *_practices(standing.contributions, voice),
    )


def counts(verdicts: Mapping[Verdict, int], voice: Voice) -> str:
    """How many have each verdict, with its shape; verdicts that nobody has are left out."""
    return _APART.join(_shown(verdict, verdicts[verdict], voice) for verdict in _SHOWN if verdicts.get(verdict))


def _shown(verdict: Verdict, number: int, voice: Voice) -> str:
    shape = voice.say("verdict", verdict.value, "shape")
    return f"{shape} {voice.count(number, 'verdict', verdict.value, 'count')}"


def standing_sentence(standing: ItemStanding, voice: Voice) -> str:
    """Why the item stands as it does: the reason of the office's verdict, or the repositories counted."""
    if standing.tally is not None:
        return _tallied(standing.tally, voice)
    return reason(standing.finding, voice) if standing.finding else voice.say("framework", "not-judged")


def by_verdict(tally: Tally) -> dict[Verdict, int]:
    """The tally's figures under their verdicts."""
    return {
        Verdict.MET: tally.met,
        Verdict.PARTLY: tally.partly,
        Verdict.NOT_MET: tally.not_met,
        Verdict.UNKNOWN: tally.unknown,
        Verdict.EXCEPTED: tally.excepted,
        Verdict.NOT_APPLICABLE: tally.not_applicable,
    }


def _tallied(tally: Tally, voice: Voice) -> str:
    population = tally.population.value
    if not tally.members:
        return voice.say("reason", "nothing-counted", name=voice.say("population", population, "name"))
    of = voice.count(tally.members, "population", population, "count")
    return voice.say("framework", "of", counts=counts(by_verdict(tally), voice), of=of)


def _summary(standing: FrameworkStanding, voice: Voice) -> Iterator[str]:
    """To how many items something leads, what each repository is asked, and how the office's own stand."""
    of = voice.count(len(standing.items), "count", "item")
    yield voice.say("framework", "coverage", covered=voice.number(standing.covered), of=of)
    if standing.per_repository:
        yield voice.count(standing.per_repository, "framework", "each-repository")
    if verdicts := standing.office_verdicts:
        yield voice.say("framework", "office", counts=counts(verdicts, voice))


def _about(report: Report, standing: FrameworkStanding, voice: Voice) -> Section:
    pack = standing.pack
    day = voice.say("outline", "as-of", day=voice.day(report.assessment.day))
    blocks: list[Block] = []
    if report.assessment.looked_at_nothing:
        blocks.append(Prose(text=voice.say("seen", "nothing"), strong=True))
    blocks.append(Bullets(lines=tuple(Cell(text=text) for text in (day, *_summary(standing, voice)))))
    blocks.append(Prose(text=voice.pack(pack.id, "summary")))
    source = f"{pack.source.publisher}, {pack.source.url} ({pack.source.version})"
    blocks.append(
        Prose(text=voice.say("outline", "labeled", label=voice.say("outline", "column", "source"), text=source))
    )
    return Section(title=f"{pack.id}  {voice.pack(pack.id, 'title')}", blocks=tuple(blocks))


def _groups(standing: FrameworkStanding, voice: Voice) -> Iterator[Section]:
    for group, members in groupby(standing.items, key=lambda member: member.item.criterion.group):
        title = voice.pack(standing.pack.id, "groups", group) if group else voice.say("framework", "items")
        lines = tuple((_line(member, voice), standing_sentence(member, voice)) for member in members)
        yield Section(title=title, blocks=(Entries(lines=lines),))


def _line(standing: ItemStanding, voice: Voice) -> Cell:
    name = f"{standing.item.id}  {voice.title(standing.item.id)}"
    return Cell(text=name) if standing.verdict is None else _judged(name, standing.verdict, voice)


def _judged(name: str, verdict: Verdict, voice: Voice) -> Cell:
    return Cell(text=f"{verdict_cell(verdict, voice).text}  {name}", verdict=verdict)


def _uncovered(items: tuple[Item, ...], voice: Voice) -> Iterator[Section]:
    if items:
        note = Prose(text=voice.say("framework", "uncovered-note"))
        lines = tuple(Cell(text=f"{item.id}  {voice.title(item.id)}") for item in items)
        yield Section(title=voice.say("framework", "uncovered"), blocks=(note, Bullets(lines=lines)))


def _practices(contributions: tuple[Contribution, ...], voice: Voice) -> Iterator[Section]:
    if contributions:
        note = Prose(text=voice.say("framework", "practices-note"))
        lines = tuple(_contribution(each, voice) for each in contributions)
        yield Section(title=voice.say("framework", "practices"), blocks=(note, Entries(lines=lines)))


def _contribution(each: Contribution, voice: Voice) -> tuple[Cell, str]:
    """The practice as it stands, and under it the items, by how far it counts for them."""
    verdict = each.finding.verdict if each.finding else Verdict.UNKNOWN
    parts = []
    for strength in Strength:
        if names := [edge.end for edge in each.edges if edge.positive is strength]:
            label = voice.say("strength", strength.value)
            parts.append(voice.say("outline", "labeled", label=label, text=", ".join(names)))
    return _judged(f"{each.practice.id}  {voice.title(each.practice.id)}", verdict, voice), _APART.join(parts)
