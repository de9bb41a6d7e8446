# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an assessment run itself leaves as evidence: a dated baseline, a rhythm, and whether answers are in date."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ayni.evidence import OWN_NOTES, Basis, Evidence, Subject

_SHORTEST_RHYTHM = timedelta(days=30)
_LONGEST_RHYTHM = timedelta(days=400)
_IN_DATE = 0.95


def run_evidence(
    office: Subject, at: datetime, earlier: Sequence[datetime], said: Sequence[Evidence], *, planned: bool
) -> tuple[Evidence, ...]:
    """The record of a run. ``earlier`` are the times of the runs before; ``said`` is what the office file states.

    A single run is a baseline and no rhythm yet; without attestations there is nothing that could be out of date.
    """
    return tuple(_record(office, at, claim, value=value) for claim, value in _facts(at, earlier, said, planned=planned))


def _facts(
    at: datetime, earlier: Sequence[datetime], said: Sequence[Evidence], *, planned: bool
) -> Iterator[tuple[str, bool]]:
    yield "baseline-is-dated", True
    if planned:
        yield "roadmap-exists", True
    apart = [at - run for run in earlier if at - run >= _SHORTEST_RHYTHM]
    if apart:
        yield "is-reassessed-on-schedule", min(apart) <= _LONGEST_RHYTHM
    attested = [item for item in said if item.basis is Basis.ATTESTED]
    if attested:
        holding = sum(1 for item in attested if item.holds_on(at.date()))
        yield "evidence-is-in-date", holding >= _IN_DATE * len(attested)


def _record(office: Subject, at: datetime, claim: str, *, value: bool) -> Evidence:
    return Evidence(
        subject=office, claim=claim, value=value, basis=Basis.RECORDED, source=OWN_NOTES, observed=at, by=OWN_NOTES
    )
