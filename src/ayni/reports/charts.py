# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG text. Each has a title and a description, and its reader stands a table of the same figures beside it.

Colors come from the page: elements carry classes (``v-met`` … for verdicts, ``l-desirability`` … for lenses), so that
one picture serves light, dark and paper. All are 360 units wide, to be legible on a phone without scaling.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from ayni.assessment import Verdict
from ayni.reports.plain import plain

WIDTH = 360
_MARK = 14
_PITCH = 17

_SHAPES = {
    Verdict.MET: '<circle cx="8" cy="8" r="7" class="fill"/><path d="M4.4 8.3l2.4 2.4 4.8-5" class="cut"/>',
    Verdict.PARTLY: '<circle cx="8" cy="8" r="6.2" class="line"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" class="fill"/>',
    Verdict.NOT_MET: '<rect x="1.5" y="1.5" width="13" height="13" rx="2" class="fill"/>'
    '<path d="M5 5l6 6M11 5l-6 6" class="cut"/>',
    Verdict.UNKNOWN: '<circle cx="8" cy="8" r="6.2" class="line dash"/>'
    '<path d="M6 6.5a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.6v.2" class="line"/>',
    Verdict.NOT_APPLICABLE: '<path d="M3.5 8h9" class="line"/>',
    Verdict.EXCEPTED: '<path d="M8 1.6L14.4 8 8 14.4 1.6 8z" class="line"/><path d="M8 5l3 3-3 3-3-3z" class="fill"/>',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words of a picture; ``id`` is unique on the page."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of parts that add up; ``target`` from 0 to 1 draws a line across it."""

    label: str
    parts: Sequence[tuple[Verdict, int]]
    note: str = ""
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The marks of one lens in one cell of the matrix; each mark is a place on the page and a verdict."""

    lens: str
    marks: Sequence[tuple[str, str, Verdict]]
    """Anchor, title and verdict of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One step on the time line."""

    label: str
    start: date
    end: date
    phase: int
    title: str


def shapes() -> str:
    """The shapes of the verdicts, to be put once on a page before any picture or mark uses them."""
    symbols = "".join(
        f'<symbol id="m-{verdict.value}" viewBox="0 0 16 16">{body}</symbol>' for verdict, body in _SHAPES.items()
    )
    return f'<svg width="0" height="0" class="shapes" aria-hidden="true" focusable="false">{symbols}</svg>'


def mark(verdict: Verdict) -> str:
    """The shape of a verdict within a line of text. The word beside it is in the same element of its class."""
    return f'<svg aria-hidden="true"><use href="#m-{verdict.value}"/></svg>'


def meter(parts: Sequence[tuple[Verdict, int]], target: float | None = None) -> str:
    """A thin bar that repeats figures which stand beside it in words."""
    body = _bar(Bar(label="", parts=parts, target=target), 0, 0, 160, 8)
    return (
        f'<svg class="meter" viewBox="0 -2 160 12" width="160" height="12" aria-hidden="true" focusable="false">'
        f"{body}</svg>"
    )


def bars(rows: Sequence[Bar], caption: Caption) -> str:
    """Stacked bars, one below the other, each with its label and its figures above it."""
    body = []
    for place, row in enumerate(rows):
        top = place * 44
        body.append(f'<text x="0" y="{top + 14}" class="label">{_text(row.label)}</text>')
        body.append(f'<text x="{WIDTH}" y="{top + 14}" class="note" text-anchor="end">{_text(row.note)}</text>')
        body.append(_bar(row, 0, top + 21, WIDTH, 12))
    return _picture("".join(body), len(rows) * 44, caption)


def _bar(row: Bar, x: float, y: float, width: float, height: float) -> str:
    whole = sum(value for _, value in row.parts)
    drawn = [f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="2" class="track"/>']
    at = x
    for verdict, value in row.parts:
        if value and whole:
            size = width * value / whole
            drawn.append(
                f'<rect x="{_n(at)}" y="{_n(y)}" width="{_n(max(size - 1, 0.5))}" height="{_n(height)}" '
                f'class="part v-{verdict.value}"/>'
            )
            at += size
    if row.target is not None:
        line = x + width * row.target
        drawn.append(f'<path d="M{_n(line)} {_n(y - 2)}v{_n(height + 4)}" class="target"/>')
    return "".join(drawn)


def matrix(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Sequence[Lane]]]], caption: Caption) -> str:
    """Rows of cells; in each cell a lane per lens, in each lane a mark per practice, linked to its place."""
    column = WIDTH / len(columns)
    body = [
        f'<text x="{_n(place * column + 4)}" y="12" class="note">{_text(name)}</text>'
        for place, name in enumerate(columns)
    ]
    top = 22.0
    for label, cells in rows:
        body.append(f'<text x="0" y="{_n(top + 13)}" class="label">{_text(label)}</text>')
        top += 19
        height = max(_cell_height(cell, column) for cell in cells)
        for place, cell in enumerate(cells):
            body.extend(_cell(cell, place * column, top, column - 3, height))
        top += height + 10
    return _picture("".join(body), top, caption, links=True)


def _per_line(width: float) -> int:
    return max(1, int((width - 4) // _PITCH))


def _cell_height(lanes: Iterable[Lane], width: float) -> float:
    return sum(2 + _PITCH * -(-len(lane.marks) // _per_line(width - 3)) for lane in lanes) or _PITCH


def _cell(lanes: Sequence[Lane], x: float, y: float, width: float, height: float) -> Iterable[str]:
    yield f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="2" class="track"/>'
    per_line = _per_line(width)
    for lane in lanes:
        lines = -(-len(lane.marks) // per_line)
        size = 2 + _PITCH * lines
        box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(size)}" rx="2"'
        yield f'<rect {box} class="lane l-{lane.lens}"/>'
        for place, (anchor, title, verdict) in enumerate(lane.marks):
            left, top = x + 3 + _PITCH * (place % per_line), y + 2.5 + _PITCH * (place // per_line)
            yield (
                f'<a href="#{escape(anchor)}" tabindex="-1" aria-label="{_text(title)}"><title>{_text(title)}</title>'
                f'<use href="#m-{verdict.value}" class="v-{verdict.value}" x="{_n(left)}" y="{_n(top)}" '
                f'width="{_MARK}" height="{_MARK}"/></a>'
            )
        y += size


def timeline(spans: Sequence[Span], ticks: Sequence[tuple[date, str]], caption: Caption) -> str:
    """Steps over time, one line each; ``ticks`` are the days that the axis names."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    left, width, days = 76, WIDTH - 76, max(1, (last - first).days)

    def place(day: date) -> float:
        return left + width * (day - first).days / days

    height = len(spans) * 18 + 24
    body = []
    for day, name in ticks:
        body.append(f'<path d="M{_n(place(day))} 18v{height - 18}" class="grid"/>')
        if place(day) < WIDTH - 44:
            body.append(f'<text x="{_n(place(day) + 3)}" y="12" class="note">{_text(name)}</text>')
    for number, span in enumerate(spans):
        top = 22 + number * 18
        size = max(4.0, place(span.end) - place(span.start))
        body.append(f'<text x="0" y="{top + 11}" class="small">{_text(span.label)}</text>')
        body.append(
            f'<rect x="{_n(min(place(span.start), WIDTH - size))}" y="{top + 1}" width="{_n(size)}" height="12" rx="2" '
            f'class="span p-{span.phase}"><title>{_text(span.title)}</title></rect>'
        )
    return _picture("".join(body), height, caption)


def _picture(body: str, height: float, caption: Caption, *, links: bool = False) -> str:
    name = escape(caption.id)
    role = "group" if links else "img"
    return (
        f'<svg class="picture" viewBox="0 0 {WIDTH} {_n(height)}" role="{role}" aria-labelledby="{name}-t" '
        f'aria-describedby="{name}-d" focusable="false"><title id="{name}-t">{_text(caption.title)}</title>'
        f'<desc id="{name}-d">{_text(caption.description)}</desc>{body}</svg>'
    )


def _text(text: str) -> str:
    return escape(plain(text))


def _n(value: float) -> str:
    """A coordinate with at most two decimals, written the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
