# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni explain``: one practice or framework item, as it was judged in the last run."""

from difflib import get_close_matches
from typing import Annotated

import typer

from ayni.cli.running import make_report
from ayni.cli.session import Lang, RunDay, Session, Store
from ayni.errors import AyniError
from ayni.frameworks import Criterion, Library
from ayni.reports.explanation import explain as explain_criterion
from ayni.reports.terminal import print_sections


def explain(
    name: Annotated[str, typer.Argument(metavar="ID", help="A practice or item, such as LEG-03 or OSPS-LE-03.01.")],
    *,
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Explain a practice or item: what it asks, why, how it was judged here and what would change it."""
    session = Session.open(lang, store)
    criterion = find(session.library, name)
    with session.archive() as archive:
        _, _, assessment = session.past(archive, at.date() if at else None)
    report = make_report(session, assessment, None)
    print_sections(session.console, explain_criterion(report, criterion, session.voice))


def find(library: Library, name: str) -> Criterion:
    """The criterion of that id, in any case; raises AyniError with the nearest ones."""
    ids = {criterion.lower(): criterion for criterion in library.criteria}
    if name.lower() not in ids:
        near = [ids[found] for found in get_close_matches(name.lower(), ids, n=3, cutoff=0.5)]
        hint = f"did you mean {', '.join(near)}?" if near else "see 'ayni packs list'"
        raise AyniError(f"'{name}' is neither a practice nor an item of a framework; {hint}")
    return library.criteria[ids[name.lower()]]
