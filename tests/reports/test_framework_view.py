# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One assessment read through each framework: every item is there once, every figure adds up, nothing is claimed."""

import json
from io import StringIO

import pytest
from rich.console import Console

from ayni.assessment import Verdict
from ayni.reports.framework_document import render_framework_json, render_list_json
from ayni.reports.framework_standing import FrameworkStanding, frameworks, own_repositories, stand
from ayni.reports.framework_view import by_verdict, framework_list, framework_sections
from ayni.reports.report import Report
from ayni.reports.sections import Bullets, Entries, Numbered, Prose, Section, Table
from ayni.reports.terminal import print_sections
from ayni.reports.voice import Voice
from fakes.offices import empty_report, fictional_report, library

LANGUAGES = ("en", "es", "pt", "fr")
FRAMEWORKS = [pack.id for pack in frameworks(library())]
VOICE = Voice(library(), "en")
SCREEN = 80


def standing(name: str, report: Report | None = None) -> FrameworkStanding:
    pack = library().pack(name)
    assert pack is not None
    return stand(library(), (report or fictional_report()).assessment, pack)


def lines(sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    """Every line with its note."""
    found = []
    for section in sections:
        for block in section.blocks:
            match block:
                case Entries() | Numbered():
                    found += [(line.text, note) for line, note in block.lines]
                case Bullets():
                    found += [(line.text, "") for line in block.lines]
                case Prose():
                    found.append((block.text, ""))
                case Table():
                    found += [(cell.text, "") for row in block.rows for cell in row]
    return found


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_item_is_said_once_with_its_reason(name: str) -> None:
    here = standing(name)
    groups = {VOICE.pack(name, "groups", item.item.criterion.group) for item in here.items}
    sections = framework_sections(fictional_report(), here, VOICE)
    said = lines(tuple(section for section in sections if section.title in groups))
    assert len(said) == len(here.items) > 0
    for item, (line, note) in zip(here.items, said, strict=True):
        assert line.endswith(f"{item.item.id}  {VOICE.title(item.item.id)}")
        assert note


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_counts_add_up(name: str) -> None:
    here = standing(name)
    assert sum(here.office_verdicts.values()) + here.per_repository == len(here.items)
    assert here.covered + len(here.uncovered) == len(here.items)
    own = own_repositories(fictional_report().assessment)
    for item in here.items:
        if item.tally is not None:
            assert sum(by_verdict(item.tally).values()) == item.tally.members == len(own)
            met = [result for result in own if result.verdicts[item.item.id] is Verdict.MET]
            assert item.tally.met == len(met)


def test_archived_and_upstream_repositories_are_not_counted() -> None:
    scopes = {result.scope for result in fictional_report().assessment.repositories}
    assert scopes > {"archived", "upstream"}
    assert {result.scope for result in own_repositories(fictional_report().assessment)} == {"published", "internal"}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_of_an_office_of_which_nothing_is_known_nothing_is_claimed(name: str) -> None:
    here = standing(name, empty_report())
    assert set(here.office_verdicts) <= {Verdict.UNKNOWN}
    assert all(item.tally.members == 0 for item in here.items if item.tally is not None)
    assert VOICE.say("seen", "nothing") in [text for text, _ in lines(framework_sections(empty_report(), here, VOICE))]


def test_what_nothing_counts_towards_is_listed_and_named() -> None:
    here = standing("ggi")
    sections = framework_sections(fictional_report(), here, VOICE)
    told = next(section for section in sections if section.title == VOICE.say("framework", "uncovered"))
    assert len(lines((told,))) == len(here.uncovered) + 1
    led_to = {edge.end for edge in library().edges}
    assert not {item.id for item in here.uncovered} & led_to
    titles = [section.title for section in framework_sections(fictional_report(), standing("osps-baseline"), VOICE)]
    assert VOICE.say("framework", "uncovered") not in titles  # everything there is led to


def test_a_practice_names_the_items_it_counts_towards_and_how_far() -> None:
    here = standing("osps-baseline")
    sections = framework_sections(fictional_report(), here, VOICE)
    told = next(section for section in sections if section.title == VOICE.say("framework", "practices"))
    notes = {line: note for line, note in lines((told,)) if note}
    license_practice = next(note for line, note in notes.items() if "LEG-03" in line)
    assert license_practice == "in part: OSPS-LE-02.01, OSPS-LE-03.01"
    assert len(notes) == len({edge.start for edge in here.pack.edges if library().practice(edge.start)})


def test_the_list_has_every_framework() -> None:
    said = [line.partition("  ")[0] for line, note in lines(framework_list(fictional_report(), VOICE)) if note]
    assert said == FRAMEWORKS


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_screen_and_has_all_its_words(language: str) -> None:
    voice, report = Voice(library(), language), fictional_report()
    for name in ("todo-ospo-model", "osps-baseline", "ggi"):
        written = StringIO()
        console = Console(file=written, width=SCREEN)
        print_sections(console, (*framework_list(report, voice), *framework_sections(report, standing(name), voice)))
        said = written.getvalue()
        assert max(len(line) for line in said.splitlines()) <= SCREEN
        assert "{" not in said
        assert voice.say("framework", "practices-note").split()[0] in said


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_json_says_the_same(name: str) -> None:
    here = standing(name)
    document = json.loads(render_framework_json(fictional_report(), here))
    assert [item["id"] for item in document["items"]] == [item.item.id for item in here.items]
    assert all((item["verdict"] is None) is not (item["repositories"] is None) for item in document["items"])
    assert document["uncovered"] == [item.id for item in here.uncovered]
    assert [item["id"] for item in document["items"] if not item["covered"]] == sorted(
        document["uncovered"], key=[item["id"] for item in document["items"]].index
    )
    listed = json.loads(render_list_json(fictional_report()))["frameworks"]
    assert document["framework"] in listed
    assert len(listed) == len(FRAMEWORKS)
