# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fictional offices for tests. No institution, repository or person here exists; every figure is invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import cycle

from ayni.assessment import EXCEPTION, Assessment, Finding, RepositoryResult, assess
from ayni.assessment.assess import DETAIL_LIMIT
from ayni.evidence import Basis, Evidence, Ledger, NotSeen, Subject, SubjectKind, Value
from ayni.frameworks import Library
from ayni.frameworks.loader import PACKS, find_packs, load_pack
from ayni.reports.report import Report
from ayni.roadmap import Capacity, Roadmap, plan
from fakes.repository_claims import repository_claims

DAY = date(2026, 11, 20)
BEFORE = date(2026, 5, 20)
OFFICE = Subject(kind=SubjectKind.OFFICE, id="oficina-ficticia")
TITLE = "Oficina de Código Abierto de Aldea (país ficticio)"
INSTITUTIONS = (
    ("servicios", "Ministerio de Servicios de Aldea (ficticio)", ""),
    ("registro", "Dirección de Registro (ficticia)", "servicios"),
    ("salud", "Ministerio de Salud de Aldea (ficticio)", ""),
    ("ciudad", "Municipalidad de Villa Ejemplo (ficticia)", ""),
)
NAMES = (  # noqa: SIM905
    "portal tramites firma turnos catalogo mapas datos pagos citas identidad buzon agenda biblioteca "
    "formularios tablero encuestas archivo notificaciones presupuesto transporte clima becas licencias"
).split()
SECOND = "role: legal officer"
UPSTREAM = ("example-project/forms-engine", "example-project/map-viewer")
_TOLD = datetime(2026, 9, 1, 9, tzinfo=UTC)
LOOKED = datetime(2026, 11, 19, 6, 30, tzinfo=UTC)


@cache
def library() -> Library:
    """Every pack that comes with Ayni."""
    loaded = (load_pack(folder) for folder in find_packs(PACKS))
    return Library((pack.pack, pack.words) for pack in loaded)


@cache
def fictional_report() -> Report:
    """A realistic report: 25 repositories, four institutions, a roadmap, and an assessment of half a year before."""
    now = fictional_assessment()
    return Report(
        library=library(),
        assessment=now,
        made_on=DAY + timedelta(days=2),
        version="0.1.0",
        roadmap=a_roadmap(now),
        previous=assess(library(), Ledger(fictional_evidence(progress=0.25)).views(BEFORE), OFFICE, BEFORE),
    )


@cache
def empty_report() -> Report:
    """An office of which nothing is known yet."""
    return Report(library=library(), assessment=assess(library(), (), OFFICE, DAY), made_on=DAY, version="0.1.0")


def fictional_assessment() -> Assessment:
    """Where the fictional office stands."""
    return assess(library(), Ledger(fictional_evidence()).views(DAY), OFFICE, DAY)


def portfolio_assessment(repositories: int) -> Assessment:
    """The fictional office with many repositories; beyond 300 rows without findings, as ``assess`` leaves them."""
    small = fictional_assessment()
    rows = tuple(
        replace(
            result,
            subject=Subject(
                kind=SubjectKind.REPOSITORY, id=f"https://git.example.org/aldea/{result.subject.id}-{number:05d}"
            ),
            findings=result.findings if repositories <= DETAIL_LIMIT else (),
        )
        for number, result in zip(range(repositories), cycle(small.repositories), strict=False)
    )
    return replace(small, repositories=rows, findings=tuple(_scaled(small, rows)))


def _scaled(small: Assessment, rows: tuple[RepositoryResult, ...]) -> Iterator[Finding]:
    factor = max(1, len(rows) // len(small.repositories))
    names = ("met", "partly", "not_met", "unknown", "not_applicable", "excepted")
    for finding in small.findings:
        yield replace(
            finding,
            counted=tuple(
                replace(
                    counted,
                    tally=replace(counted.tally, **{name: getattr(counted.tally, name) * factor for name in names}),
                )
                for counted in finding.counted
            ),
        )


def a_roadmap(assessment: Assessment) -> Roadmap:
    """What the planner says with sixty person-days a quarter, towards the last phase."""
    return plan(library(), assessment, Capacity(person_days_per_quarter=60, start=date(2026, 12, 1), target_phase=4))


def fictional_evidence(progress: float = 0.0) -> Iterator[Evidence]:
    """Everything that is known of the fictional office; ``progress`` takes care away, to make an earlier state."""
    yield _record(OFFICE, "title", TITLE)
    yield _record(OFFICE, "baseline-is-dated", True)
    yield _record(OFFICE, "evidence-is-in-date", True)
    for name, title, parent in INSTITUTIONS:
        subject = Subject(kind=SubjectKind.INSTITUTION, id=name)
        yield _record(subject, "title", title)
        yield _record(subject, "parent", parent)
        if name != "ciudad":
            yield _record(subject, "has-focal-point", name != "salud")
    yield from _answers(progress)
    for place, name in enumerate(NAMES):
        scope = "archived" if name == "licencias" else "internal" if place % 5 == 4 else "published"
        yield from _repository(name, scope, place, progress)
    for place, name in enumerate(UPSTREAM):
        yield from _repository(name, "upstream", place, progress)


def _repository(name: str, scope: str, place: int, progress: float) -> Iterator[Evidence]:
    subject = Subject(kind=SubjectKind.REPOSITORY, id=name)
    yield _record(subject, "repository-scope", scope)
    yield _record(subject, "owner", INSTITUTIONS[place % len(INSTITUTIONS)][0])
    quality = max(0.05, 0.98 - place * 0.042 - progress)
    hidden = name in {"becas", "clima"}
    for claim, value, locator in repository_claims(name, quality):
        if name == "archivo" and claim in {"secrets", "personal-ids"}:
            value = NotSeen(reason="content-missing")  # noqa: PLW2901  # a partial clone lacks what was not fetched
        seen = NotSeen(reason="listing-incomplete") if hidden else value
        yield Evidence(
            subject=subject,
            claim=claim,
            value=seen,
            basis=Basis.MEASURED,
            source="git",
            observed=LOOKED - timedelta(days=200 if progress else 0),
            by="community 1",
            locator="" if hidden else locator,
            digest="" if hidden else "9f2c1ab4e7d0",
        )
    if name == "firma":
        yield _word(subject, "has-code-of-conduct", True)
        yield _word(subject, f"{EXCEPTION}OSPS-QA-02.01", True, expires=date(2027, 6, 30))
    if place % 3 == 0:
        yield _report(subject, "is-publicly-readable", True)
        yield _report(subject, "protects-main-branch", place % 2 == 0)


_FULL = {0: 12, 1: 9, 2: 5, 3: 2, 4: 0}
"""Of twelve practices of a phase, how many have every answer."""


def _answers(progress: float) -> Iterator[Evidence]:
    """The people's answers: whole in the early phases, few in the late ones, some unconfirmed, expired or no."""
    for turn, practice in enumerate(library().practices):
        place = turn * 5 % 12
        for number, name in enumerate(practice.questions):
            if place < _FULL[practice.phase] - int(progress * 20 * (practice.phase > 0)):
                yield _word(OFFICE, name, True, confirmed_by=SECOND)
            elif place < 9 - practice.phase or (number == 0 and place % 2):
                yield _open_answer(name, turn + number)
    yield _word(OFFICE, f"{EXCEPTION}TEC-01", True, expires=date(2027, 3, 31))
    yield from (_record(OFFICE, name, True) for name in ("canvas-is-complete", "canvas-is-reviewed"))


def _open_answer(name: str, turn: int) -> Evidence:
    """A no, a word without a second person, or one that has expired."""
    if turn % 3 == 0:
        return _word(OFFICE, name, False, confirmed_by=SECOND)
    if turn % 3 == 1:
        return _word(OFFICE, name, True)
    return _word(OFFICE, name, True, confirmed_by=SECOND, expires=date(2026, 5, 1))


def _word(
    subject: Subject, claim: str, value: Value, *, confirmed_by: str = "", expires: date | None = None
) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=_TOLD - timedelta(days=150),
        by="role: head of the office",
        locator=f"resolutions/2026-{len(claim):03d}.pdf",
        expires=expires or date(2027, 9, 1),
        confirmed_by=confirmed_by,
    )


def _record(subject: Subject, claim: str, value: Value) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.RECORDED,
        source="office-file",
        observed=_TOLD - timedelta(days=150),
        by="ayni office",
        locator="office.yaml",
    )


def _report(subject: Subject, claim: str, value: Value) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.REPORTED,
        source="forge",
        observed=LOOKED - timedelta(days=200),
        by="forge export",
        locator=f"settings/{claim}",
    )
