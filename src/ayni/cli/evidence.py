# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni evidence``: the statements behind the last run, filtered."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import groupby
from typing import Annotated

import msgspec
import typer

from ayni.cli.session import Lang, RunDay, Session, Store
from ayni.errors import AyniError
from ayni.evidence import Basis, Evidence
from ayni.reports.explanation import entries
from ayni.reports.sections import Block, Prose, Section
from ayni.reports.terminal import print_sections


def evidence(
    *,
    subject: Annotated[str, typer.Option(help="A subject or pattern, such as 'repository:portal*'.")] = "*",
    claim: Annotated[str, typer.Option(help="A claim or pattern, such as 'license-*'.")] = "*",
    basis: Annotated[str, typer.Option(help="measured, reported, recorded or attested.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    at: RunDay = None,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """List the evidence of the last run: what is known, on what basis, where to look, since when, by whom."""
    session = Session.open(lang, store)
    if basis and basis not in set(Basis):
        raise AyniError(f"--basis: '{basis}' is not one of {', '.join(Basis)}")
    with session.archive() as archive:
        past, note, _ = session.past(archive, at.date() if at else None)
        loaded = archive.evidence.load(past.at, since=past.at)
        wanted = frozenset(note.subjects)
        statements = (item for who, items in loaded if str(who) in wanted for item in items)
        found = sorted(_matching(statements, subject, claim, basis), key=lambda item: (item.subject, item.claim))
    if as_json:
        for item in found:
            typer.echo(msgspec.json.encode({"id": item.id, **msgspec.to_builtins(item)}))
        return
    voice = session.voice
    how: tuple[Block, ...] = (Prose(text=voice.say("outline", "evidence-note")),) if found else ()
    sections = [Section(title=voice.count(len(found), "count", "statement"), blocks=how)]
    for who, items in groupby(found, key=lambda item: item.subject):
        sections.append(Section(title=str(who), blocks=(entries(items, voice),)))
    print_sections(session.console, sections)


def _matching(statements: Iterable[Evidence], subject: str, claim: str, basis: str) -> Iterator[Evidence]:
    for item in statements:
        who = fnmatchcase(str(item.subject), subject) or fnmatchcase(item.subject.id, subject)
        if who and fnmatchcase(item.claim, claim) and basis in {"", item.basis.value}:
            yield item
