# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni plan``: the steps from the gaps of the last run, under a capacity."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from ayni.cli.running import make_report
from ayni.cli.session import Lang, RunDay, Session, Store
from ayni.reports.outline import roadmap_sections
from ayni.reports.terminal import print_sections
from ayni.roadmap import plan as make_plan


def plan(
    *,
    capacity: Annotated[
        float | None, typer.Option("--capacity", help="Person-days in a quarter; else those of the run.")
    ] = None,
    start: Annotated[
        datetime | None, typer.Option("--start", formats=["%Y-%m-%d"], help="The first day of work.")
    ] = None,
    target_phase: Annotated[int | None, typer.Option("--phase", min=0, max=4, help="The phase to reach.")] = None,
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Order the steps from here to a phase: what each closes and costs, when it ends, and why it comes now."""
    session = Session.open(lang, store)
    with session.archive() as archive:
        _, note, assessment = session.past(archive, at.date() if at else None)
    means = note.capacity
    means = replace(means, person_days_per_quarter=means.person_days_per_quarter if capacity is None else capacity)
    means = replace(means, start=start.date() if start else means.start)
    means = replace(means, target_phase=means.target_phase if target_phase is None else target_phase)
    report = make_report(session, assessment, make_plan(session.library, assessment, means))
    print_sections(session.console, roadmap_sections(report, session.voice))
