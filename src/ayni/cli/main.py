# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command ``ayni``. One file for each command; here they are listed, and every error ends in a line."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup

from ayni.cli import assess, demo, diff, evidence, explain, framework, init, packs, plan, report
from ayni.cli.help import PROGRAM, is_help, stopped, translate
from ayni.errors import AyniError

MISUSE = 2
INTERNAL = 70


class InterruptedByPersonError(AyniError):
    """Somebody pressed Ctrl-C."""


class Commands(TyperGroup):
    """All commands. An interruption first lets go of everything that was under way, and is then told."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; raises InterruptedByPersonError."""
        with suppress(KeyboardInterrupt):
            return super().invoke(ctx)
        raise InterruptedByPersonError


app = typer.Typer(
    cls=Commands,
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
app.command()(framework.framework)
app.command()(evidence.evidence)
app.command()(diff.diff)
app.add_typer(packs.app, name="packs")


def run(arguments: Sequence[str]) -> None:
    """Run what the arguments say; a page of help comes in the person's language."""
    command: Any = typer.main.get_command(app)
    if is_help(command, arguments):
        arguments = translate(command, arguments, os.environ)
    command(args=list(arguments), prog_name=PROGRAM)


def main() -> None:
    """Run a command. Exit 0 fine, 1 gaps or nothing looked at, 2 misuse or a file that is wrong, 130 interrupted."""
    try:
        run(sys.argv[1:])
    except (KeyboardInterrupt, InterruptedByPersonError):
        print(stopped(sys.argv[1:], os.environ), file=sys.stderr)  # noqa: T201
        sys.exit(init.STOPPED)
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
