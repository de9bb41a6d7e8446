# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run as a person sees it: a bar while it takes long, then where the office stands, then the report."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ayni import __version__
from ayni.archive import Archive
from ayni.assessment import Assessment
from ayni.cli.session import Session
from ayni.pipeline import Order, Outcome, Told, keep, run
from ayni.reports.html import render_html
from ayni.reports.outline import outline
from ayni.reports.report import Report
from ayni.reports.terminal import print_sections
from ayni.roadmap import Roadmap
from ayni.sources.whole_file import write_whole

REPORT = Path("ayni-report") / "report.html"
"""Where a page goes when nobody says otherwise."""

_MOST_PROBLEMS = 12


def carry_out(session: Session, archive: Archive, order: Order) -> Outcome:
    """Run, with a bar on the error stream, and remember the run."""
    with _bar(session) as told:
        outcome = run(order, session.library, archive, told)
    keep(archive, order, outcome, session.language)
    return outcome


def make_report(
    session: Session, assessment: Assessment, roadmap: Roadmap | None, previous: Assessment | None = None
) -> Report:
    """The report of an assessment, as of its own day."""
    return Report(
        library=session.library,
        assessment=assessment,
        roadmap=roadmap,
        previous=previous,
        made_on=assessment.day,
        version=__version__,
    )


def show(session: Session, outcome: Outcome, report: Report) -> None:
    """Print where the office stands and what went wrong on the way."""
    print_sections(session.console, outline(report, session.voice, whole=False))
    session.console.print()
    unseen = tuple(f"{result.subject.id}: " for result in outcome.assessment.repositories if not result.seen)
    problems = [line for line in outcome.problems if not line.startswith(unseen)]  # those were just listed
    for line in problems[:_MOST_PROBLEMS]:
        session.errors.print(line, style="yellow")
    if len(problems) > _MOST_PROBLEMS:
        more = session.voice.say("outline", "more", number=len(problems) - _MOST_PROBLEMS)
        session.errors.print(more, style="yellow")


def write_html(session: Session, report: Report, path: Path) -> None:
    """Write the page whole or not at all, and say where."""
    write_whole(path, render_html(report, session.language).encode())
    session.console.print(session.voice.say("cli", "written", path=path))


@contextmanager
def _bar(session: Session) -> Iterator[Told | None]:
    if not session.errors.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=session.errors, transient=True) as progress:
        task = progress.add_task(session.voice.say("cli", "reading"), total=None)
        yield lambda done, total, name: progress.update(task, completed=done, total=total, description=name[:40])
