# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole page: one file that needs no network and no script. Same report, same language: same bytes."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from ayni.reports.charts import shapes
from ayni.reports.html.changes import changes
from ayni.reports.html.desk import Desk
from ayni.reports.html.environment import environment
from ayni.reports.html.frameworks import frameworks
from ayni.reports.html.institutions import institutions
from ayni.reports.html.method import method
from ayni.reports.html.opening import opening, phase_blocks, phase_chart
from ayni.reports.html.plan import plan
from ayni.reports.html.practices import function_groups
from ayni.reports.html.profile import profile
from ayni.reports.html.repositories import Detail, basic_totals, details, facets
from ayni.reports.report import Report
from ayni.reports.voice import Voice

_STYLE: Final = (Path(__file__).resolve().parent / "style.css").read_text(encoding="utf-8")
_ROOM: Final = 4_900_000
"""Bytes that the page may have. The details of repositories fill what the rest leaves free."""


def render_html(report: Report, language: str) -> str:
    """The report as one self-contained HTML file in en, es, pt or fr; at most 5 MB, however large the portfolio."""
    desk = Desk(report=report, voice=Voice(report.library, language))
    templates = environment(desk.voice)
    page = templates.get_template("page.html")
    sections = _sections(desk)
    written = _written(templates, desk)
    shown = written
    if sum(_size(text) for text in written.values()) > _ROOM // 3:
        bare = page.render(**sections, details={}, portfolio=_portfolio(desk, 0))
        shown = _fitting(desk, written, _ROOM - _size(bare))
    return page.render(**sections, details=shown, portfolio=_portfolio(desk, len(shown)))


def _sections(desk: Desk) -> Mapping[str, Any]:
    """What the templates of the sections read."""
    phases = phase_blocks(desk)
    return {
        "language": desk.voice.language,
        "style": Markup(_STYLE),  # noqa: S704  # our own file, read at import
        "style_digest": base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode(),
        "shapes": Markup(shapes()),  # noqa: S704  # our own picture
        "version": desk.report.version,
        "made_on": desk.voice.day(desk.report.made_on),
        "opening": opening(desk),
        "profile": profile(desk),
        "phases": phases,
        "phase_chart": phase_chart(desk, phases) if phases else "",
        "functions": function_groups(desk),
        "plan": plan(desk),
        "facets": facets(desk),
        "basics": basic_totals(desk),
        "institutions": institutions(desk),
        "frameworks": frameworks(desk),
        "changes": changes(desk),
        "method": method(desk),
    }


def _portfolio(desk: Desk, detailed: int) -> Mapping[str, str]:
    """How much of the portfolio the page shows, in words; empty where it shows all of it."""
    voice = desk.voice
    whole, rows = len(desk.assessment.repositories), len(desk.shown)
    of = voice.count(whole, "count", "repository")
    return {
        "rows": voice.say("html", "rows-shown", number=voice.number(rows), of=of) if rows < whole else "",
        "details": voice.say("html", "details-shown", number=voice.number(detailed), of=of) if detailed < whole else "",
    }


def _written(templates: Environment, desk: Desk) -> Mapping[str, Markup]:
    """The details of every repository that has a row, by the row's anchor."""
    render = templates.get_template("repository.html").render

    def text(detail: Detail) -> Markup:
        return Markup(render(detail=detail))  # noqa: S704  # rendered with escaping on

    return {detail.anchor: text(detail) for detail in details(desk)}


def _fitting(desk: Desk, written: Mapping[str, Markup], room: int) -> Mapping[str, Markup]:
    """As many details as there is room for: first those of the repositories that lack most of the basics."""
    places = {desk.anchors[name]: number for name, number in desk.open_basics.items() if name in desk.anchors}
    chosen = set()
    for anchor in sorted(written, key=lambda name: (-places[name], name)):
        room -= _size(written[anchor]) + len(f'<a href="#d{anchor}"></a>')
        if room < 0:
            break
        chosen.add(anchor)
    return {anchor: text for anchor, text in written.items() if anchor in chosen}


def _size(text: str) -> int:
    return len(text.encode())
