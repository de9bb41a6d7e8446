# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page in a real browser: axe finds nothing, nothing sticks out of a phone, the keyboard reaches everything."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ayni.reports.html import render_html
from fakes.offices import fictional_report

CHROMIUM = shutil.which("chromium") or ""
AXE = Path(__file__).resolve().parents[2] / "vendor" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"light": 1280, "dark": 390}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium here; install the package to run the browser tests"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report with every section, on few repositories so that axe can look into all of them."""
    report = fictional_report()
    few = replace(report.assessment, repositories=report.assessment.repositories[:3])
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for language in ("en", "es", "pt", "fr"):
        found[language] = folder / f"{language}.html"
        found[language].write_text(render_html(replace(report, assessment=few), language), encoding="utf-8")
    return found


def _open(browser: Browser, file: Path, *, scheme: str, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_axe_finds_nothing_with_everything_open(
    browser: Browser, files: dict[str, Path], language: str, scheme: str
) -> None:
    page = _open(browser, files[language], scheme=scheme, width=WIDTHS[scheme])
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    page.context.close()
    assert [(broken["id"], broken["nodes"][0]["html"][:200]) for broken in found["violations"]] == []


def test_axe_would_find_something(browser: Browser, files: dict[str, Path]) -> None:
    page = _open(browser, files["en"], scheme="light", width=1280)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", ["html-has-lang"])
    page.context.close()
    assert [broken["id"] for broken in found["violations"]] == ["html-has-lang"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_of_the_screen(browser: Browser, files: dict[str, Path], width: int) -> None:
    page = _open(browser, files["es"], scheme="light", width=width)
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_link_opens_the_folded_part_that_it_points_into(browser: Browser, files: dict[str, Path]) -> None:
    page = _open(browser, files["en"], scheme="light", width=1280)
    page.goto(files["en"].as_uri() + "#c-LEG-03")
    assert page.locator("#c-LEG-03 > summary").is_visible()
    page.locator("#c-LEG-03 > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#c-LEG-03 .body").is_visible()
    page.context.close()


def test_it_works_without_scripts(browser: Browser, files: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(files["pt"].as_uri())
    page.get_by_role("link", name="Perfil").first.click()
    assert page.url.endswith("#profile")
    page.locator("#c-LEG-03 > summary").click()
    assert page.locator("#c-LEG-03 .body").is_visible()
    context.close()


def test_it_prints_on_a4(browser: Browser, files: dict[str, Path]) -> None:
    page = _open(browser, files["fr"], scheme="dark", width=1280)
    printed = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert printed.startswith(b"%PDF")
    sheets = set(re.findall(rb"/MediaBox ?\[0 0 ([0-9]+)\.?[0-9]* ([0-9]+)", printed))
    assert sheets
    assert sheets <= {(b"594", b"841"), (b"595", b"841"), (b"595", b"842"), (b"594", b"842")}
