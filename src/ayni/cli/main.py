# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``ayni``. One file for each command; here they are listed, and every error ends in a line."""

import os
import sys

import typer

from ayni.cli import assess, demo, diff, evidence, explain, init, packs, plan, report
from ayni.errors import AyniError

MISUSE = 2
INTERNAL = 70

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The open-source program office, as software. Measured, not claimed.",
)
app.command()(demo.demo)
app.command()(init.init)
app.command()(assess.assess)
app.command()(plan.plan)
app.command()(report.report)
app.command()(explain.explain)
app.command()(evidence.evidence)
app.command()(diff.diff)
app.add_typer(packs.app, name="packs")


def main() -> None:
    """Run a command. Exit 0 fine, 1 gaps or nothing looked at, 2 misuse or a file that is wrong."""
    try:
        app()
    except AyniError as error:
        print(error, file=sys.stderr)  # noqa: T201  (no console may be there yet)
        sys.exit(MISUSE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("AYNI_TRACE"):
            raise
        line = f"ayni: internal error: {type(error).__name__}: {error}; run it again with AYNI_TRACE=1 and report it"
        print(line, file=sys.stderr)  # noqa: T201
        sys.exit(INTERNAL)
