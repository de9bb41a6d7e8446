# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the templates of the page may call, and the one door through which everything they print goes."""

from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from ayni.assessment import Verdict
from ayni.reports.charts import mark
from ayni.reports.plain import plain
from ayni.reports.voice import Voice

_FOLDER: Final = Path(__file__).resolve().parent / "templates"
_TEMPLATES: Final = {path.name: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.html"))}
_OUTCOMES: Final = {
    Verdict.MET: "yes",
    Verdict.NOT_MET: "no",
    Verdict.UNKNOWN: "unknown",
    Verdict.NOT_APPLICABLE: "not-applicable",
}
"""The basics are answers; these verdicts say them."""


def environment(voice: Voice) -> Environment:
    """The templates with the words of one language."""

    def basic_word(verdict: Verdict) -> str:
        return voice.say("outcome", _OUTCOMES[verdict]) if verdict in _OUTCOMES else voice.verdict(verdict)

    made = Environment(
        loader=DictLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    made.globals.update(
        t=lambda *path, **values: voice.say("html", *path, **values),
        n=lambda number, *path: voice.count(number, "html", *path),
        say=voice.say,
        number=voice.number,
        word=voice.verdict,
        counted=lambda verdict, count: voice.count(count, "verdict", verdict.value, "count"),
        basic_word=basic_word,
        mark=lambda verdict: Markup(mark(verdict)),  # noqa: S704  # drawn by charts.py, which escapes
        picture=Markup,
        Verdict=Verdict,
    )
    return made


def _fit(value: Any) -> Any:
    """Text of strangers made fit to be shown, before the template escapes it."""
    if isinstance(value, Markup):
        return value
    return plain(value) if isinstance(value, str) else value
