# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni framework``: the last run read through one framework, or all frameworks in figures."""

from difflib import get_close_matches
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, Final, assert_never

import typer
from rich.console import Console

from ayni.cli.running import make_report
from ayni.cli.session import Lang, RunDay, Session, Store
from ayni.errors import AyniError
from ayni.frameworks import Library, Pack
from ayni.reports.framework_document import render_framework_json, render_list_json
from ayni.reports.framework_standing import FrameworkStanding, frameworks, stand
from ayni.reports.framework_view import framework_list, framework_sections
from ayni.reports.oscal import render_oscal
from ayni.reports.report import Report
from ayni.reports.sections import Section
from ayni.reports.terminal import print_sections
from ayni.sources.whole_file import write_whole

_NARROW: Final = 80


class Form(StrEnum):
    """The forms in which a framework can be had."""

    TEXT = "text"
    JSON = "json"
    OSCAL = "oscal"


def framework(
    name: Annotated[str, typer.Argument(metavar="ID", help="A framework, such as osps-baseline; else all.")] = "",
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="Text, JSON, or OSCAL assessment results.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; else the terminal's output.")] = None,
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Read the last run through a framework: how each item stands, what nothing counts towards, what does."""
    session = Session.open(lang, store)
    pack = find(session.library, name) if name else None
    if pack is None and form is Form.OSCAL:
        raise AyniError("--format oscal: it speaks of one framework; name it, such as 'ayni framework osps-baseline'")
    with session.archive() as archive:
        _, _, assessment = session.past(archive, at.date() if at else None)
    report = make_report(session, assessment, None)
    standing = stand(session.library, assessment, pack) if pack else None
    if form is Form.TEXT and output is None:
        print_sections(session.console, _sections(report, standing, session))
    elif output is None:
        typer.echo(render(report, standing, session, form), nl=False)
    else:
        write_whole(output, render(report, standing, session, form))
        session.errors.print(session.voice.say("cli", "written", path=output))


def render(report: Report, standing: FrameworkStanding | None, session: Session, form: Form) -> bytes:
    """All frameworks, or the one, in one of the forms."""
    match form:
        case Form.TEXT:
            return _plain(_sections(report, standing, session))
        case Form.JSON:
            return render_framework_json(report, standing) if standing else render_list_json(report)
        case Form.OSCAL:
            return render_oscal(report, standing, session.voice) if standing else b""
        case _:
            assert_never(form)


def find(library: Library, name: str) -> Pack:
    """The framework of that id, in any case; raises AyniError with the nearest ones."""
    ids = {pack.id.lower(): pack for pack in frameworks(library)}
    if name.lower() not in ids:
        near = get_close_matches(name.lower(), ids, n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(near)}?" if near else "see 'ayni framework'"
        raise AyniError(f"'{name}' is not a framework; {hint}")
    return ids[name.lower()]


def _sections(report: Report, standing: FrameworkStanding | None, session: Session) -> tuple[Section, ...]:
    if standing is None:
        return framework_list(report, session.voice)
    return framework_sections(report, standing, session.voice)


def _plain(sections: tuple[Section, ...]) -> bytes:
    written = StringIO()
    print_sections(Console(file=written, width=_NARROW, highlight=False, markup=False, emoji=False), sections)
    return written.getvalue().encode()
