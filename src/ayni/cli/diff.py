# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni diff``: what changed between two runs."""

from datetime import datetime
from typing import Annotated

import typer

from ayni.assessment import compare
from ayni.cli.session import Lang, Session, Store
from ayni.errors import AyniError
from ayni.pipeline import recall, runs_of
from ayni.reports.changes import changes
from ayni.reports.terminal import print_sections

_DAY = ["%Y-%m-%d"]


def diff(
    before: Annotated[
        datetime | None, typer.Argument(formats=_DAY, help="The earlier day; else the run before.")
    ] = None,
    after: Annotated[datetime | None, typer.Argument(formats=_DAY, help="The later day; else the last run.")] = None,
    *,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Show which verdicts changed between two dates, and for which repositories."""
    session = Session.open(lang, store)
    with session.archive() as archive:
        past, note, new = session.past(archive, after.date() if after else None)
        if before is not None:
            _, _, old = session.past(archive, before.date())
        else:
            earlier = [run for run in runs_of(archive, note.office) if run.at < past.at]
            if not earlier:
                raise AyniError(session.voice.say("cli", "one-run", day=f"{past.at:%Y-%m-%d}"))
            old = recall(archive, earlier[-1], session.library)
    print_sections(session.console, changes(compare(old, new), session.voice))
