# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page as a whole: complete in four languages, self-contained, navigable, within its size, the same every time."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from ayni.assessment import RepositoryResult, Verdict
from ayni.frameworks import Language, Library
from ayni.frameworks.words import Words
from ayni.reports.html import render_html
from ayni.reports.report import Report
from fakes.offices import BEFORE, empty_report, fictional_report, library, portfolio_assessment
from reports.html.reading import Page

LANGUAGES = ("en", "es", "pt", "fr")
LIMIT = 5_000_000


class Watched(Words):
    """Words that remember what was asked for and is not there."""

    __slots__ = ("missing", "words")

    def __init__(self, words: Words) -> None:
        super().__init__({})
        self.words = words
        self.missing: set[tuple[str, ...]] = set()

    def has(self, language: Language, *path: str) -> bool:
        return self.words.has(language, *path)

    def say(self, language: Language, *path: str) -> str:
        if not self.words.has(language, *path):
            self.missing.add((language, *path))
        return self.words.say(language, *path)


class WatchedLibrary(Library):
    """The packs that come with Ayni, whose interface words are watched."""

    def __init__(self) -> None:
        real = library()
        super().__init__((pack, real.words(pack.id)) for pack in real.packs)
        self.watched = Watched(real.words("interface"))

    def words(self, pack_id: str) -> Words:
        return self.watched if pack_id == "interface" else super().words(pack_id)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {language: Page(render_html(fictional_report(), language)) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_exists_in_the_language(language: str) -> None:
    watched = WatchedLibrary()
    for report in (fictional_report(), empty_report()):
        render_html(replace(report, library=watched), language)
    assert watched.watched.missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_its_language_and_has_one_main_heading(pages: dict[str, Page], language: str) -> None:
    page = pages[language]
    assert page.all("html")[0]["lang"] == language
    assert page.tags["h1"] == page.tags["main"] == page.tags["nav"] == 1
    assert page.all("a")[0]["href"] == "#main", "the first link skips to the content"


def test_languages_differ(pages: dict[str, Page]) -> None:
    assert "Qué hacer ahora" in pages["es"].text
    assert "O que fazer agora" in pages["pt"].text
    assert "Que faire maintenant" in pages["fr"].text
    assert "What to do next" in pages["en"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_goes_somewhere_and_every_place_has_one_name(pages: dict[str, Page], language: str) -> None:
    page = pages[language]
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner - set(page.ids) == set()
    assert all(link.startswith("https://") for link in page.links if not link.startswith("#"))


def test_the_page_brings_everything_along_and_runs_nothing() -> None:
    text = render_html(fictional_report(), "en")
    page = Page(text)
    for tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
        assert page.tags[tag] == 0, tag
    assert not re.search(r"url\(|@import|\son[a-z]+=|javascript:", text)
    assert all("src" not in attrs and "style" not in attrs for _, attrs in page.elements)
    policy = next(attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_headings_never_skip_a_level(pages: dict[str, Page]) -> None:
    levels = [int(tag[1]) for tag, _ in pages["es"].elements if re.fullmatch(r"h[1-6]", tag)]
    steps = [(before, after) for before, after in pairwise(levels) if after > before + 1]
    assert levels[0] == 1
    assert steps == []


def test_tables_have_captions_and_scopes(pages: dict[str, Page]) -> None:
    page = pages["es"]
    assert page.tags["table"] == page.tags["caption"] > 5
    assert all(attrs.get("scope") in {"col", "row"} for attrs in page.all("th"))


def test_pictures_have_a_title_a_description_and_a_table(pages: dict[str, Page]) -> None:
    page = pages["es"]
    pictures = [attrs for attrs in page.all("svg") if attrs.get("class") == "picture"]
    assert len(pictures) == 3
    for attrs in pictures:
        assert {attrs["aria-labelledby"], attrs["aria-describedby"]} <= set(page.ids)
    quiet = [attrs for attrs in page.all("svg") if attrs.get("class") != "picture"]
    assert all(attrs.get("aria-hidden") == "true" for attrs in quiet)


def test_every_practice_says_its_verdict_and_its_evidence(pages: dict[str, Page]) -> None:
    report, page = fictional_report(), pages["en"]
    places, shown = set(page.ids), set(re.findall(r"[0-9a-f]{10}", page.text))
    for practice in report.library.practices:
        assert f"c-{practice.id}" in places
    repositories = (finding for result in report.assessment.repositories for finding in result.findings)
    used = {id(item): item for finding in (*report.assessment.findings, *repositories) for item in finding.evidence}
    assert {item.id[:10] for item in used.values()} - shown == set()


def test_every_figure_of_a_share_opens_its_list() -> None:
    report = fictional_report()
    text = render_html(report, "en")
    finding = next(f for f in report.assessment.findings if f.criterion == "LEG-03")
    card = text[text.index('id="c-LEG-03"') : text.index('id="c-LEG-04"')]
    lists = dict(re.findall(r"</svg>(\d+) [^<]*</span></summary>\s*<ul class=\"members\">(.*?)</ul>", card, re.DOTALL))
    assert sum(int(count) for count in lists) == finding.counted[0].tally.members
    assert all(names.count("<li>") == int(count) for count, names in lists.items())


def test_the_opening_says_where_the_office_stands_and_what_to_do(pages: dict[str, Page]) -> None:
    text = pages["en"].text
    opening = text[: text.index("Each sign is one practice")]
    assert "Phase 0, Prepare, is reached." in opening
    assert "23 / 25" in opening
    assert "Draft" in opening or "Draw up" in opening or "step" in opening.lower()


def test_a_report_about_nothing_says_so() -> None:
    text = Page(render_html(empty_report(), "en")).text
    assert "Nothing could be seen, so nothing is said." in text
    assert "No phase is reached yet" in text


def test_same_report_same_bytes() -> None:
    report = fictional_report()
    again = Report(
        library=Library((pack, report.library.words(pack.id)) for pack in reversed(report.library.packs)),
        assessment=report.assessment,
        made_on=report.made_on,
        version=report.version,
        roadmap=report.roadmap,
        previous=report.previous,
    )
    assert render_html(report, "pt") == render_html(report, "pt") == render_html(again, "pt")


@pytest.mark.parametrize("repositories", [100, 300, 10_000])
def test_the_page_stays_within_five_megabytes(repositories: int) -> None:
    now = portfolio_assessment(repositories)
    before = replace(now, day=BEFORE, repositories=tuple(_changed(result) for result in now.repositories))
    text = render_html(replace(fictional_report(), assessment=now, previous=before), "fr")
    assert len(text.encode()) <= LIMIT
    page = Page(text)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_large_portfolio_says_how_much_it_shows() -> None:
    report = replace(fictional_report(), assessment=portfolio_assessment(1_000), previous=None)
    text = Page(render_html(report, "en")).text
    assert "100 of 1,000 repositories are listed here." in text
    assert re.search(r"and \d+ more", text)


def _changed(result: RepositoryResult) -> RepositoryResult:
    return replace(result, verdicts=dict.fromkeys(result.verdicts, Verdict.UNKNOWN))


def test_a_practice_that_only_the_later_target_fails_is_shown_by_it() -> None:
    report = fictional_report()
    practices = {practice.id: practice for practice in report.library.practices}
    late = next(f for f in report.assessment.findings if f.criterion in practices and f.later is not f.verdict)
    page = render_html(report, "en")
    ahead = next(p for p in report.assessment.phases if late.criterion in p.missing)
    assert practices[late.criterion].phase < ahead.phase
    phases = page[page.index('<section id="phases"') : page.index('<section id="practices"')]
    line = next(line for line in phases.splitlines() if f"#c-{late.criterion}" in line)
    assert f"v-{late.later.value}" in line
    assert "By the target of the next phase" in line
