# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frameworks: each requirement with how the repositories stand, and what nothing gives evidence towards yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from ayni.assessment import Verdict
from ayni.evidence import SubjectKind
from ayni.frameworks import Item, Pack, PackKind
from ayni.reports.html.desk import Desk, anchor_of
from ayni.reports.html.levels import level_attribute, level_of, level_order, level_title
from ayni.reports.html.members import MemberList, item_lists
from ayni.reports.html.practices import AnswerLine, CountBlock, answer_line, count_block, tally
from ayni.reports.reasons import reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCard:
    """One requirement: counted over the repositories, or judged once for the office."""

    id: str
    anchor: str
    title: str
    why: str
    question: str
    verdicts: tuple[tuple[Verdict, int], ...]
    reason: str
    lists: tuple[MemberList, ...]
    counts: tuple[CountBlock, ...]
    answers: tuple[AnswerLine, ...]
    edges: tuple[tuple[str, str, str, str], ...]
    """Practice or probe, its place (empty for probes), how far it counts, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The requirements of one level."""

    title: str
    items: tuple[ItemCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One framework with its coverage."""

    anchor: str
    title: str
    summary: str
    version: str
    covered: str
    groups: tuple[Group, ...]
    uncovered: tuple[tuple[str, str, str], ...]
    """Id, anchor and title of what no practice or probe gives evidence towards."""


def frameworks(desk: Desk) -> tuple[Framework, ...]:
    """Every framework among the packs."""
    return tuple(_framework(desk, pack) for pack in desk.library.packs if pack.kind is PackKind.FRAMEWORK)


def _framework(desk: Desk, pack: Pack) -> Framework:
    voice = desk.voice
    bare = desk.library.uncovered(pack)
    name = level_attribute(pack)
    found: dict[str, list[Item]] = {}
    for item in pack.items:
        found.setdefault(level_of(item, name), []).append(item)
    return Framework(
        anchor=f"p-{pack.id}",
        title=voice.pack(pack.id, "title"),
        summary=voice.pack(pack.id, "summary"),
        version=pack.version,
        covered=voice.say(
            "html",
            "covered",
            number=voice.number(len(pack.items) - len(bare)),
            of=voice.count(len(pack.items), "count", "item"),
        ),
        groups=tuple(
            Group(
                title=level_title(desk, pack, name, level),
                items=tuple(_card(desk, item) for item in found[level]),
            )
            for level in level_order(pack, name, found)
        ),
        uncovered=tuple((item.id, anchor_of(item.id), voice.title(item.id)) for item in bare),
    )


def _card(desk: Desk, item: Item) -> ItemCard:
    voice = desk.voice
    lists = item_lists(desk, item.id) if item.criterion.subject is SubjectKind.REPOSITORY else ()
    finding = desk.findings.get(item.id)
    order = list(Verdict)
    counted = tuple(sorted(((part.verdict, part.count) for part in lists), key=lambda pair: order.index(pair[0])))
    return ItemCard(
        id=item.id,
        anchor=anchor_of(item.id),
        title=voice.title(item.id),
        why=voice.text(item.id, "why"),
        question=voice.text(item.id, "question"),
        verdicts=tally([finding.verdict]) if finding else counted,
        reason=reason(finding, voice) if finding else "",
        lists=lists,
        counts=tuple(count_block(desk, item.criterion, part) for part in finding.counted) if finding else (),
        answers=tuple(answer_line(desk, part) for part in finding.asked) if finding else (),
        edges=tuple(_edges(desk, item.id)),
    )


def _edges(desk: Desk, item: str) -> Iterator[tuple[str, str, str, str]]:
    says = desk.voice.say
    for edge in desk.library.edges_of(item):
        place = anchor_of(edge.start) if edge.start in desk.findings else ""
        name = f"{edge.start} {desk.voice.title(edge.start)}" if place else desk.voice.question(edge.start)
        yield name, place, says("strength", edge.positive.value), says("edge", edge.because.value)
