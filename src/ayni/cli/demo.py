# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""``ayni demo``: the example office, from its repositories to its report."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import platformdirs
import typer

from ayni.cli.running import REPORT, carry_out, make_report, show, write_html
from ayni.cli.session import Lang, Session, Store
from ayni.errors import AyniError
from ayni.pipeline import Order
from ayni.sources.office_file import FILE_NAME

ROOT = Path(__file__).resolve().parents[3]
DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""The example is judged as of this day, so that it looks the same whenever it is run."""


def demo(
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the HTML report.")] = REPORT,
    lang: Lang = "",
    store: Store = None,
) -> None:
    """Assess a fictional office: where it stands, what to do next, and the report. Needs nothing but git."""
    session = Session.open(lang, store, "")
    place = Path(platformdirs.user_cache_dir("ayni", appauthor=False)) / "example-office"
    build_example(place)
    order = Order(targets=(str(ROOT),), at=DAY, office_file=place / FILE_NAME)
    session.console.print(session.voice.say("cli", "demo", own=ROOT.name))
    with session.archive() as archive:
        outcome = carry_out(session, archive, order)
    report = make_report(session, outcome.assessment, outcome.roadmap)
    show(session, outcome, report)
    write_html(session, report, output)
    session.console.print(session.voice.say("cli", "demo-next"))


def build_example(target: Path) -> None:
    """Build the repositories of the example office, unless they are there. Raises AyniError where it cannot."""
    script = ROOT / "examples" / "build.py"
    if not script.is_file():
        raise AyniError(f"{script}: the example office is not here; run the demo from a clone of Ayni's repository")
    built = subprocess.run([sys.executable, str(script), str(target)], capture_output=True, text=True, check=False)
    if built.returncode != 0:
        raise AyniError(f"{script}: the example office could not be built: {built.stderr.strip()[-500:]}")
