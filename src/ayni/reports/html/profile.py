# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The profile: phase by lens by function, counted by verdict. Never one grade."""

from dataclasses import dataclass

from ayni.assessment import Verdict
from ayni.frameworks import Lens
from ayni.frameworks.pack import Function
from ayni.reports.charts import Caption, Lane, matrix
from ayni.reports.html.desk import Desk, anchor_of
from ayni.reports.html.opening import phase_title
from ayni.reports.html.practices import cell_anchor, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class LensCount:
    """One lens in one cell, by verdict, with the list that it opens."""

    lens: str
    title: str
    anchor: str
    total: int
    verdicts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One function over all phases."""

    title: str
    anchor: str
    cells: tuple[tuple[LensCount, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The matrix as a table and as a picture of the same."""

    phases: tuple[tuple[int, str], ...]
    lenses: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    picture: str


def profile(desk: Desk) -> Profile:
    """The whole matrix; empty where the packs have no practices."""
    phases = [result.phase for result in desk.assessment.phases]
    functions = [function for function in Function if any(c.function is function for c in desk.assessment.profile)]
    return Profile(
        phases=tuple((phase, phase_title(desk, phase)) for phase in phases),
        lenses=tuple((lens.value, desk.voice.practices("lenses", lens.value)) for lens in Lens),
        rows=tuple(
            Row(
                title=desk.voice.practices("functions", function.value),
                anchor=f"f-{function.value}",
                cells=tuple(_cell(desk, function, phase) for phase in phases),
            )
            for function in functions
        ),
        picture=_picture(desk, phases, functions) if functions else "",
    )


def _cell(desk: Desk, function: Function, phase: int) -> tuple[LensCount, ...]:
    found = []
    for lens in Lens:
        verdicts = [verdict for _, _, verdict in _marks(desk, function, phase, lens)]
        if verdicts:
            found.append(
                LensCount(
                    lens=lens.value,
                    title=desk.voice.practices("lenses", lens.value),
                    anchor=cell_anchor(function.value, phase, lens.value),
                    total=len(verdicts),
                    verdicts=tally(verdicts),
                )
            )
    return tuple(found)


def _marks(desk: Desk, function: Function, phase: int, lens: Lens) -> list[tuple[str, str, Verdict]]:
    members = (
        (practice.id, desk.findings[practice.id].verdict)
        for practice in desk.library.practices
        if (practice.function, practice.phase, practice.lens) == (function, phase, lens)
        and practice.id in desk.findings
    )
    return [
        (anchor_of(name), f"{name} {desk.voice.title(name)}: {desk.voice.verdict(verdict)}", verdict)
        for name, verdict in members
    ]


def _picture(desk: Desk, phases: list[int], functions: list[Function]) -> str:
    rows = [
        (
            desk.voice.practices("functions", function.value),
            [
                [Lane(lens=lens.value, marks=marks) for lens in Lens if (marks := _marks(desk, function, phase, lens))]
                for phase in phases
            ],
        )
        for function in functions
    ]
    caption = Caption(
        id="chart-profile",
        title=desk.voice.say("html", "chart-profile", "title"),
        description=desk.voice.say("html", "chart-profile", "description"),
    )
    return matrix([desk.voice.say("html", "phase-short", phase=phase) for phase in phases], rows, caption)
