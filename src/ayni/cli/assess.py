# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni assess``: where an office stands, from its repositories and its office file."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ayni.cli.running import carry_out, make_report, show, write_html
from ayni.cli.session import Lang, RunDay, Session, Store, moment, now
from ayni.errors import AyniError
from ayni.pipeline import Order, Outcome
from ayni.sources import Limits
from ayni.sources.office_file import FILE_NAME, stated_language

GAPS = 1


def assess(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            help="Repositories, folders of repositories, git addresses, an office.yaml; else ./office.yaml."
        ),
    ] = None,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the HTML report there.")] = None,
    fail_under: Annotated[
        int | None, typer.Option("--fail-under", min=0, max=4, help="Exit 1 when this phase is not reached.")
    ] = None,
    seconds: Annotated[float, typer.Option(help="Time limit for one repository.")] = Limits().seconds,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A host of your own network that may be asked; may be repeated.")
    ] = None,
    processes: Annotated[int, typer.Option(min=0, help="How many processes; 0 for one a processor.")] = 0,
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Assess repositories and an office: where it stands, on which evidence, and what to do next."""
    order = _order(
        targets or [],
        Order(
            targets=(),
            at=moment(at),
            today=now().date(),
            limits=Limits(seconds=seconds),
            allowed_hosts=tuple(allow_host or ()),
            processes=processes,
        ),
    )
    session = Session.open(lang, store, stated_language(order.office_file) if order.office_file else "")
    with session.archive() as archive:
        outcome = carry_out(session, archive, order)
    report = make_report(session, outcome.assessment, outcome.roadmap)
    show(session, outcome, report)
    if output is not None:
        write_html(session, report, output)
    raise typer.Exit(exit_code(outcome, fail_under))


def exit_code(outcome: Outcome, fail_under: int | None) -> int:
    """1 when nothing could be looked at, or when the phase that was asked for is not reached; else 0."""
    assessment = outcome.assessment
    if assessment.looked_at_nothing or (assessment.repositories and not assessment.repositories_seen):
        return GAPS
    if fail_under is not None and (assessment.phase is None or assessment.phase < fail_under):
        return GAPS
    return 0


def _order(given: list[str], order: Order) -> Order:
    """Tell the office file apart from the repositories."""
    files = [text for text in given if text.endswith((".yaml", ".yml")) and not Path(text).is_dir()]
    if len(files) > 1:
        raise AyniError(f"{', '.join(files)}: an assessment has one office file; name one of them")
    if not given and Path(FILE_NAME).is_file():
        files = [FILE_NAME]
    if not given and not files:
        raise AyniError("nothing to assess: name repositories or folders, or write an office file with 'ayni init'")
    return replace(
        order,
        targets=tuple(text for text in given if text not in files),
        office_file=Path(files[0]).absolute() if files else None,
    )
