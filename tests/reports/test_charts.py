# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts are well-formed whatever the words, and their parts add up."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from ayni.assessment import Verdict
from ayni.reports.charts import WIDTH, Bar, Caption, Lane, Span, bars, mark, matrix, meter, shapes, timeline

WORDS = st.text(st.characters(codec=None), max_size=20)
CAPTION = Caption(id="chart", title="A title", description="A description")
PARTS = st.lists(st.tuples(st.sampled_from(Verdict), st.integers(0, 10_000)), max_size=6)


def _read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314  # our own picture


@given(WORDS, WORDS, PARTS, st.floats(0, 1))
@example("<b>&'\"", "\ud800\x00", [(Verdict.MET, 0)], 0.8)
def test_bars_are_well_formed_and_stay_within_the_picture(
    label: str, title: str, parts: list[tuple[Verdict, int]], target: float
) -> None:
    caption = Caption(id="chart", title=title, description=label)
    picture = _read(bars([Bar(label=label, parts=parts, note=title, target=target)], caption))
    boxes = [rect for rect in picture.iter("rect") if "part" in rect.get("class", "")]
    assert all(float(rect.get("x", 0)) + float(rect.get("width", 0)) <= WIDTH + 0.51 for rect in boxes)
    assert len(boxes) == sum(1 for _, value in parts if value)


@given(WORDS, st.lists(st.sampled_from(Verdict), max_size=12))
def test_the_matrix_has_a_mark_for_each_practice(title: str, verdicts: list[Verdict]) -> None:
    lane = Lane(lens="viability", marks=[(f"c-{n}", title, verdict) for n, verdict in enumerate(verdicts)])
    picture = _read(matrix(["1", "2"], [(title, [[lane] if verdicts else [], []])], CAPTION))
    assert [use.get("href") for use in picture.iter("use")] == [f"#m-{verdict.value}" for verdict in verdicts]
    assert all(link.get("aria-label") is not None for link in picture.iter("a"))


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 200)), min_size=1, max_size=24))
def test_the_time_line_stays_within_the_picture(days: list[tuple[int, int]]) -> None:
    first = date(2026, 1, 1)
    spans = [
        Span(
            label="1",
            start=first + timedelta(days=start),
            end=first + timedelta(days=start + length),
            phase=1,
            title="a step",
        )
        for start, length in days
    ]
    picture = _read(timeline(spans, [(min(span.start for span in spans), "Jan")], CAPTION))
    for rect in picture.iter("rect"):
        assert float(rect.get("x", -1)) >= 0
        assert float(rect.get("x", 0)) + float(rect.get("width", 0)) <= WIDTH + 0.01


def test_a_picture_has_a_title_and_a_description() -> None:
    picture = _read(bars([], CAPTION))
    assert picture.get("aria-labelledby") == "chart-t"
    assert [child.text for child in picture if child.tag in {"title", "desc"}] == ["A title", "A description"]


def test_each_verdict_has_a_shape_of_its_own() -> None:
    drawn = re.findall(r'<symbol id="m-([a-z-]+)" viewBox="0 0 16 16">(.*?)</symbol>', shapes())
    assert [name for name, _ in drawn] == [verdict.value for verdict in Verdict]
    assert len({body for _, body in drawn}) == len(Verdict)
    assert all(f'href="#m-{verdict.value}"' in mark(verdict) for verdict in Verdict)
    _read(meter([(Verdict.MET, 3), (Verdict.UNKNOWN, 1)], 0.8))
