# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni packs``: what is loaded, and whether it is in order."""

from pathlib import Path
from typing import Annotated

import typer

from ayni.cli.session import Lang, Session
from ayni.errors import AyniError, InvalidFileError, Problem
from ayni.frameworks.lint import lint as lint_packs
from ayni.frameworks.loader import PACKS, LoadedPack, find_packs, load_pack
from ayni.probes import PROBES
from ayni.reports.sections import Cell, Entries, Section
from ayni.reports.terminal import print_sections

app = typer.Typer(no_args_is_help=True, help="What is loaded, and whether it is in order.")
_IN_ORDER, _PROBLEMS = 0, 1


@app.command("list")
def list_packs(*, lang: Lang = "") -> None:
    """List the packs with their version, source and license."""
    session = Session.open(lang, None)
    voice = session.voice
    lines = tuple(
        (
            Cell(text=f"{pack.id}  {voice.pack(pack.id, 'title')} {pack.version}"),
            f"{pack.source.url}\n{pack.source.license}",
        )
        for pack in session.library.packs
    )
    print_sections(session.console, [Section(title=voice.say("outline", "packs"), blocks=(Entries(lines=lines),))])


@app.command()
def lint(
    folder: Annotated[Path | None, typer.Argument(help="A pack or a folder of packs; else those of Ayni.")] = None,
) -> None:
    """Check packs and print every problem as file:line:col: error: key: message."""
    root = folder or PACKS
    folders = find_packs(root)
    if not folders:
        raise AyniError(f"{root}: no pack.yaml in or below it; name a folder that holds a pack")
    loaded: list[LoadedPack] = []
    problems: list[Problem] = []
    for place in folders:
        try:
            loaded.append(load_pack(place))
        except InvalidFileError as error:
            problems.extend(error.problems)
    if not problems:
        problems.extend(lint_packs([*loaded, *_ours(loaded)], PROBES))
    for problem in problems:
        typer.echo(str(problem))
    if not problems:
        typer.echo(f"{len(loaded)} packs, no problems")
    raise typer.Exit(_PROBLEMS if problems else _IN_ORDER)


def _ours(loaded: list[LoadedPack]) -> list[LoadedPack]:
    """Ayni's practices, where the packs at hand do not bring them: edges of a foreign pack may start there."""
    present = {found.pack.id for found in loaded}
    return [] if "practices" in present else [load_pack(PACKS / "practices")]
