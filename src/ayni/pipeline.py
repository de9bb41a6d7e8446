# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole of Ayni on one page: from what a person names to where the office stands and what to do next."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

import msgspec

from ayni.analyzers import load_analyzers
from ayni.archive import Archive, Run
from ayni.assessment import Assessment, assess
from ayni.errors import AyniError
from ayni.evidence import OWN_NOTES, Basis, Evidence, Subject, SubjectKind, View, parse_subject, view_of
from ayni.formats.office_file import OfficeFile
from ayni.frameworks import Language, Library
from ayni.frameworks.loader import PACKS, find_packs, load_pack
from ayni.office import known_ids, office_evidence
from ayni.office.run_record import run_evidence
from ayni.probes import PROBES
from ayni.roadmap import Capacity, Roadmap, plan
from ayni.sources import Collected, Crew, Limits, Repository, Terms, collect_many, find_repositories
from ayni.sources.office_file import load_office, repository_path

NO_OFFICE = Subject(kind=SubjectKind.OFFICE, id="this-office")
DEFAULT_CAPACITY = 60.0
"""Person-days in a quarter, where nobody says otherwise: about one person."""
LAST_PHASE = 4

Told = Callable[[int, int, str], None]
"""Told how many of how many repositories are done, and which was the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to assess. ``at`` is the time of the observation; the office file may be left out.

    With ``today``, an office file that speaks of days to come is refused.
    """

    targets: tuple[str, ...]
    at: datetime
    office_file: Path | None = None
    today: date | None = None
    limits: Limits = field(default_factory=Limits)
    allowed_hosts: tuple[str, ...] = ()
    processes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where the office stands, what to do next, and a line for everything that went wrong on the way."""

    assessment: Assessment
    roadmap: Roadmap
    problems: tuple[str, ...]
    reused: int
    files: int
    commits: int


def read_library(languages: Iterable[str], roots: Sequence[Path] = (PACKS,)) -> Library:
    """Every pack below the roots, with the texts of these languages. Raises InvalidFileError."""
    wanted = [Language(language) for language in languages]
    loaded = (load_pack(folder, wanted) for root in roots for folder in find_packs(root))
    return Library((found.pack, found.words) for found in loaded)


def run(order: Order, library: Library, archive: Archive, told: Told | None = None) -> Outcome:
    """Collect, keep, assess and plan. Raises AyniError where the office file or the archive cannot be used."""
    office = _read_office(order, library)
    repositories, problems = _repositories(order, office)
    subject = office.subject if office else NO_OFFICE
    said = [*_said(office, order.at), *_scopes(repositories, office, order.at)]
    earlier = [run.at for run in runs_of(archive, str(subject)) if run.at < order.at]
    said += run_evidence(subject, order.at, earlier, said, planned=bool(office and office.plan.person_days_per_quarter))

    tally = _Tally()
    collected = collect_many(repositories, _crew(order, office, archive), partial(_tell, told) if told else None)
    views = _views(collected, said, order.at, archive, tally)
    assessment = assess(library, views, subject, order.at.date())
    roadmap = plan(library, assessment, capacity_of(office, assessment))
    return Outcome(
        assessment=assessment,
        roadmap=roadmap,
        problems=(*problems, *tally.problems),
        reused=tally.reused,
        files=tally.files,
        commits=tally.commits,
    )


def capacity_of(office: OfficeFile | None, assessment: Assessment) -> Capacity:
    """What the office file says it can spend; else one person, from the day on, towards the next phase."""
    stated = office.plan if office else None
    reached = -1 if assessment.phase is None else assessment.phase
    return Capacity(
        person_days_per_quarter=(stated.person_days_per_quarter if stated else None) or DEFAULT_CAPACITY,
        start=(stated.start if stated else None) or assessment.day,
        target_phase=stated.target_phase
        if stated and stated.target_phase is not None
        else min(max(reached + 1, 1), LAST_PHASE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNote:
    """What is remembered of a run beside its evidence."""

    office: str
    title: str
    targets: tuple[str, ...]
    office_file: str
    subjects: tuple[str, ...]
    phase: int | None
    capacity: Capacity
    language: str = ""


@dataclass(slots=True)
class _Tally:
    """What was done on the way."""

    problems: list[str] = field(default_factory=list)
    reused: int = 0
    files: int = 0
    commits: int = 0


def _read_office(order: Order, library: Library) -> OfficeFile | None:
    if order.office_file is None:
        return None
    known = known_ids(library, {name: probe.subject for name, probe in PROBES.items()})
    return load_office(order.office_file, known, order.today)


def _repositories(order: Order, office: OfficeFile | None) -> tuple[tuple[Repository, ...], tuple[str, ...]]:
    """The repositories of the office file under the office's own ids, then those behind the targets."""
    found: dict[Subject, Repository] = {}
    problems: list[str] = []
    for stated in office.repositories if office and order.office_file else ():
        try:
            path = repository_path(order.office_file or Path(), stated)
        except AyniError as error:
            problems.append(str(error))
            continue
        subject = Subject(kind=SubjectKind.REPOSITORY, id=stated.id)
        found[subject] = Repository(subject=subject, location=str(path) if path else stated.source)
    discovery = find_repositories(order.targets)
    for repository in discovery.repositories:
        found.setdefault(repository.subject, repository)
    return tuple(found.values()), (*problems, *discovery.problems)


def _said(office: OfficeFile | None, at: datetime) -> list[Evidence]:
    return list(office_evidence(office, at.date())) if office else []


def _scopes(repositories: Iterable[Repository], office: OfficeFile | None, at: datetime) -> Iterator[Evidence]:
    """What is only named on the command line is taken for a published repository; the record says who said so."""
    stated = {repository.id for repository in office.repositories} if office else set()
    for repository in repositories:
        if repository.subject.id not in stated:
            for claim, value in (("repository-scope", "published"), ("upstream", "")):
                yield Evidence(
                    subject=repository.subject,
                    claim=claim,
                    value=value,
                    basis=Basis.RECORDED,
                    source=OWN_NOTES,
                    observed=at,
                    by="command-line",
                )


def _crew(order: Order, office: OfficeFile | None, archive: Archive) -> Crew:
    bodies = office.institutions if office else ()
    terms = Terms(
        at=order.at,
        limits=order.limits,
        organizations={domain: body.id for body in bodies for domain in body.domains},
        own_domains=office.domains if office else (),
        clones=str(archive.path.parent / "clones"),
        allowed_hosts=order.allowed_hosts,
    )
    return Crew(
        load_analyzers=load_analyzers,
        open_cache=partial(Archive.open, archive.path),
        terms=terms,
        processes=order.processes,
    )


def _tell(told: Told, done: int, total: int, found: Collected) -> None:
    told(done, total, found.subject.id)


def _views(
    collected: Iterable[Collected], said: Sequence[Evidence], at: datetime, archive: Archive, tally: _Tally
) -> Iterator[View]:
    """Each repository as it comes, with what the office says of it; then the office and its institutions."""
    waiting: dict[Subject, list[Evidence]] = {}
    for item in said:
        waiting.setdefault(item.subject, []).append(item)
    day = at.date()
    archive.evidence.append(said, at)
    for found in collected:
        tally.problems.extend(f"{found.subject.id}: {line}" for line in found.problems)
        tally.reused += found.reused
        tally.files += found.files
        tally.commits += found.commits
        archive.evidence.append(found.evidence)
        yield view_of(found.subject, (*found.evidence, *waiting.pop(found.subject, ())), day)
    for subject in sorted(waiting):
        yield view_of(subject, waiting[subject], day)


def recall(archive: Archive, past: Run, library: Library) -> Assessment:
    """An earlier run judged again from what it saw, without looking anywhere anew."""
    note = read_note(past)
    wanted = frozenset(note.subjects)
    day = past.at.date()
    seen = archive.evidence.load(past.at, since=past.at)
    views = (view_of(subject, evidence, day) for subject, evidence in seen if str(subject) in wanted)
    return assess(library, views, parse_subject(note.office), day)


def keep(archive: Archive, order: Order, outcome: Outcome, language: str = "") -> None:
    """Remember the run: what was asked for, whom it concerned, where it stood, and the language it was shown in."""
    assessment = outcome.assessment
    subjects = [repository.subject for repository in assessment.repositories]
    subjects += [institution.subject for institution in assessment.institutions]
    note = RunNote(
        office=str(assessment.office),
        title=assessment.title,
        targets=order.targets,
        office_file=str(order.office_file) if order.office_file else "",
        subjects=(str(assessment.office), *(str(subject) for subject in subjects)),
        phase=assessment.phase,
        capacity=outcome.roadmap.capacity,
        language=language,
    )
    archive.runs.add(order.at, msgspec.json.encode(note).decode())


def runs_of(archive: Archive, office: str) -> tuple[Run, ...]:
    """The runs of one office, by the time they speak of; runs that another version kept are passed over."""
    return tuple(run for run in archive.runs.all() if _office_of(run) == office)


def _office_of(past: Run) -> str:
    try:
        return read_note(past).office
    except AyniError:
        return ""


def read_note(past: Run) -> RunNote:
    """What was remembered of a run. Raises AyniError where this version cannot read it."""
    try:
        return msgspec.json.decode(past.summary, type=RunNote)
    except msgspec.MsgspecError as error:
        raise AyniError(f"run of {past.at:%Y-%m-%d %H:%M}: was kept in another form; assess anew") from error
