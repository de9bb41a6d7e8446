# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as sections: nothing seen is said as such, and what waits for a person is listed."""

from dataclasses import replace

import pytest

from ayni.reports.markdown import render_markdown
from ayni.reports.outline import outline, roadmap_sections
from ayni.reports.report import Report
from ayni.reports.voice import Voice
from fakes.offices import empty_report, fictional_report, library

LANGUAGES = ("en", "es", "pt", "fr")


def _unseen_report() -> Report:
    """The fictional office on a day when none of its repositories can be reached."""
    report = fictional_report()
    results = tuple(replace(r, seen=False, reason="unreadable") for r in report.assessment.repositories)
    return replace(report, assessment=replace(report.assessment, repositories=results))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", [replace(empty_report(), roadmap=fictional_report().roadmap), _unseen_report()])
def test_who_saw_nothing_proposes_nothing(report: Report, language: str) -> None:
    voice = Voice(library(), language)
    for sections in (outline(report, voice, whole=False), outline(report, voice, whole=True)):
        titles = {section.title for section in sections}
        assert not titles & {voice.say("outline", key) for key in ("next", "first", "confirm")}
        assert voice.say("seen", "how") in render_markdown(sections)
    (only,) = roadmap_sections(report, voice)
    assert voice.say("seen", "how") in render_markdown([only])


@pytest.mark.parametrize("language", LANGUAGES)
def test_repositories_without_an_office_get_a_title_of_their_own(language: str) -> None:
    voice = Voice(library(), language)
    assert outline(empty_report(), voice, whole=False)[0].title == voice.say("outline", "where-no-office")
    assert fictional_report().assessment.title in outline(fictional_report(), voice, whole=False)[0].title


def test_answers_that_await_confirmation_follow_the_questions() -> None:
    voice = Voice(library(), "en")
    report = fictional_report()
    assert report.roadmap is not None
    waiting = replace(report, roadmap=replace(report.roadmap, confirmations=("leg-02-lawyer",)))
    none = replace(report, roadmap=replace(report.roadmap, confirmations=()))
    for sections in (roadmap_sections(waiting, voice), outline(waiting, voice, whole=False)):
        titles = [section.title for section in sections]
        place = titles.index(voice.say("outline", "confirm"))
        assert titles[place - 1] == voice.say("outline", "first")
        assert voice.question("leg-02-lawyer") in render_markdown([sections[place]])
    assert voice.say("outline", "confirm") not in [section.title for section in roadmap_sections(none, voice)]
