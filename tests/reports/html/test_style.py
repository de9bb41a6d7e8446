# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Colors have the contrast that WCAG 2.2 AA asks for, in light and in dark, on every ground on which they stand."""

import re
from pathlib import Path

import pytest

from ayni.reports import html

STYLE = (Path(html.__file__).parent / "style.css").read_text(encoding="utf-8")
TEXT = ("ink", "soft", "accent", "met", "partly", "not-met", "unknown", "not-applicable", "excepted")
GROUNDS = ("paper", "sheet")
TINTS = ("desirability", "feasibility", "viability", "accent-ground")


def _palettes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    light, dark = (palette for palette in found[:2])
    return {"light": light, "dark": dark}


def _light(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(theme: str, name: str, ground: str) -> None:
    palette = _palettes()[theme]
    assert _contrast(palette[name], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tint", TINTS)
def test_text_on_a_tint_can_be_read(theme: str, tint: str) -> None:
    palette = _palettes()[theme]
    assert _contrast(palette["ink"], palette[tint]) >= 7
    assert all(_contrast(palette[name], palette[tint]) >= 3 for name in TEXT), "shapes want 3 to 1"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_labels_on_their_ground_can_be_read(theme: str) -> None:
    palette = _palettes()[theme]
    pairs = (("met", "early"), ("soft", "accent-ground"), ("accent", "accent-ground"), ("paper", "accent"))
    assert all(_contrast(palette[one], palette[other]) >= 4.5 for one, other in pairs)


def test_paper_is_the_light_palette_even_in_the_dark() -> None:
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    on_paper = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[-1]))
    assert on_paper == _palettes()["light"]
