# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A set of evidence and the questions one can ask it. Order in, order out: neither matters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ayni.evidence.statement import Basis, Evidence
from ayni.evidence.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is known of one subject on one day: for each claim, the current statement of each basis.

    Expired and future statements are not in it; ``lapsed`` keeps the expired ones that nothing newer replaced.
    """

    subject: Subject
    day: date
    current: Mapping[str, tuple[Evidence, ...]]
    lapsed: Mapping[str, tuple[Evidence, ...]]

    def fact(self, claim: str) -> Evidence | None:
        """What a machine, a tool or a record says of the claim; the strongest basis first; None when nobody looked."""
        return next((item for item in self.current.get(claim, ()) if item.basis is not Basis.ATTESTED), None)

    def attestation(self, claim: str) -> Evidence | None:
        """What a person says of the claim and still stands by."""
        return next((item for item in self.current.get(claim, ()) if item.basis is Basis.ATTESTED), None)


class Ledger:
    """Evidence grouped by subject. Same claim, same basis, later time: the newer is current, the older is history."""

    __slots__ = ("_by_subject",)

    def __init__(self, evidence: Iterable[Evidence] = ()) -> None:
        self._by_subject: dict[Subject, list[Evidence]] = {}
        for item in evidence:
            self._by_subject.setdefault(item.subject, []).append(item)

    def __iter__(self) -> Iterator[Evidence]:
        for subject in self.subjects():
            yield from self._by_subject[subject]

    def __len__(self) -> int:
        return sum(len(items) for items in self._by_subject.values())

    def subjects(self) -> tuple[Subject, ...]:
        """Every subject that something is said of, sorted."""
        return tuple(sorted(self._by_subject))

    def views(self, day: date) -> Iterator[View]:
        """What is known of every subject on that day."""
        return (self.view(subject, day) for subject in self.subjects())

    def view(self, subject: Subject, day: date) -> View:
        """What is known of the subject on that day."""
        return view_of(subject, self._by_subject.get(subject, ()), day)


def view_of(subject: Subject, evidence: Iterable[Evidence], day: date) -> View:
    """What these statements, all about one subject, make known of it on that day; their order does not matter."""
    newest: dict[tuple[str, Basis], Evidence] = {}
    for item in evidence:
        if item.observed.date() > day:
            continue
        key = (item.claim, item.basis)
        rival = newest.get(key)
        if rival is None or _replaces(item, rival):
            newest[key] = item
    current: dict[str, list[Evidence]] = {}
    lapsed: dict[str, list[Evidence]] = {}
    for item in newest.values():
        (current if item.holds_on(day) else lapsed).setdefault(item.claim, []).append(item)
    return View(subject=subject, day=day, current=_ranked(current), lapsed=_ranked(lapsed))


def _replaces(item: Evidence, rival: Evidence) -> bool:
    if item.observed != rival.observed:
        return item.observed > rival.observed
    if item.seen != rival.seen:
        return item.seen
    return item.id > rival.id


_RANK = {basis: rank for rank, basis in enumerate(Basis)}


def _ranked(found: Mapping[str, list[Evidence]]) -> dict[str, tuple[Evidence, ...]]:
    return {claim: _in_rank(items) if len(items) > 1 else tuple(items) for claim, items in found.items()}


def _in_rank(items: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(items, key=lambda item: (not item.seen, _RANK[item.basis])))
