# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni report``: the last run for a reader, as HTML, Markdown, CSV or JSON."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from ayni.archive import Archive, Run
from ayni.assessment import Assessment
from ayni.cli.running import REPORT, make_report
from ayni.cli.session import Lang, RunDay, Session, Store
from ayni.errors import AyniError
from ayni.pipeline import read_note, recall, runs_of
from ayni.reports.document import render_json
from ayni.reports.html import render_html
from ayni.reports.markdown import render_markdown
from ayni.reports.outline import outline
from ayni.reports.report import Report
from ayni.reports.table import TABLES, render_csv
from ayni.roadmap import plan
from ayni.sources.whole_file import write_whole


class Form(StrEnum):
    """The forms in which a report can be had."""

    HTML = "html"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


def report(
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="The form of the report.")] = Form.HTML,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; else the terminal's output.")] = None,
    table: Annotated[str, typer.Option(help=f"For CSV: {', '.join(TABLES)}.")] = "practices",
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Write the report of the last run, or of the last one up to a day, without looking anywhere anew."""
    session = Session.open(lang, store)
    if table not in TABLES:
        raise AyniError(f"--table: '{table}' is not one of {', '.join(TABLES)}")
    with session.archive() as archive:
        past, note, assessment = session.past(archive, at.date() if at else None)
        previous = _previous(session, archive, past)
    roadmap = plan(session.library, assessment, note.capacity)
    made = make_report(session, assessment, roadmap, previous)
    content = render(made, session, form, table)
    if output is None and form is Form.HTML and session.console.is_terminal:
        output = REPORT  # a page of a megabyte is of no use on a screen
    if output is None:
        typer.echo(content, nl=False)
    else:
        write_whole(output, content)
        session.errors.print(session.voice.say("cli", "written", path=output))


def render(made: Report, session: Session, form: Form, table: str) -> bytes:
    """The report in one of the forms."""
    match form:
        case Form.HTML:
            return render_html(made, session.language).encode()
        case Form.MARKDOWN:
            return render_markdown(outline(made, session.voice, whole=True)).encode()
        case Form.CSV:
            return render_csv(made, session.language, table).encode()
        case Form.JSON:
            return render_json(made)
        case _:
            assert_never(form)


def _previous(session: Session, archive: Archive, past: Run) -> Assessment | None:
    """The run of the same office before this one, judged by the same packs."""
    same = [run for run in runs_of(archive, read_note(past).office) if run.at < past.at]
    return recall(archive, same[-1], session.library) if same else None
