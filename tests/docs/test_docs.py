# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documentation says what the program does: commands, options, exit codes, variables, sources, links, words."""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import typer.main

from ayni.analyzers import load_analyzers
from ayni.cli.assess import GAPS
from ayni.cli.init import STOPPED
from ayni.cli.main import INTERNAL, MISUSE, app
from docs.markdown import DOCS, ROOT, anchors, codes, command_lines, links, name, pages, prose, rows, sections

LANGUAGES = ("en", "es", "pt", "fr")
COMMANDS_PAGE = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
SOURCES_PAGE = (DOCS / "reference" / "sources.md").read_text(encoding="utf-8")
SOURCE = [path for room in ("sources", "analyzers") for path in sorted((ROOT / "src" / "ayni" / room).rglob("*.py"))]
PAGES = pages()
APP: Any = typer.main.get_command(app)


def commands(group: Any = APP, prefix: str = "ayni") -> Iterator[tuple[str, Any]]:
    """Every command that does something, under its whole name."""
    for word, command in group.commands.items():
        whole = f"{prefix} {word}"
        if hasattr(command, "commands"):
            yield from commands(command, whole)
        else:
            yield whole, command


COMMANDS = dict(commands())


def options(command: Any) -> set[str]:
    """What can be said to a command: its options in every spelling, its arguments by their names in capitals."""
    found = set()
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            found.add((parameter.metavar or parameter.name).upper())
        else:
            found.update(parameter.opts)
    return found


def parse(arguments: list[str]) -> None:
    """Take the arguments as the command line would, without doing anything; raises what it would raise."""
    group = APP
    while True:
        context = group.context_class(group, info_name="ayni")
        word, command, arguments = group.resolve_command(context, arguments)
        if not hasattr(command, "commands"):
            command.make_context(word, arguments)
            return
        group = command


def test_every_command_has_its_section_and_no_other_has() -> None:
    described = [heading for heading in sections(COMMANDS_PAGE) if heading.startswith("ayni ")]
    assert sorted(described) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_described_and_no_other_is(command: str) -> None:
    section = sections(COMMANDS_PAGE)[command]
    described = {code for row in rows(section) for code in codes(row[0])}
    assert described == options(COMMANDS[command])


@pytest.mark.parametrize("command", COMMANDS)
def test_the_form_of_a_command_shows_only_options_that_there_are(command: str) -> None:
    section = sections(COMMANDS_PAGE)[command]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", section)) <= options(COMMANDS[command])


def test_every_exit_code_is_described_and_no_other_is() -> None:
    described = {int(row[0]) for row in rows(sections(COMMANDS_PAGE)["Exit codes"])}
    assert described == {0, GAPS, MISUSE, INTERNAL, STOPPED}


def test_every_variable_of_ours_is_described_and_no_other_is() -> None:
    places = [*(ROOT / "src").rglob("*.py"), *(ROOT / "scripts").iterdir(), ROOT / "ayni", ROOT / "Makefile"]
    read = {word for path in places if path.is_file() for word in _ours(path.read_text(encoding="utf-8"))}
    assert _ours(sections(COMMANDS_PAGE)["Environment"]) == read


def _ours(text: str) -> set[str]:
    return set(re.findall(r"\bAYNI_[A-Z]+\b", text))


def test_every_module_of_the_sources_is_described_and_no_other_is() -> None:
    there = {path.name for path in (ROOT / "src" / "ayni" / "sources").glob("*.py")} - {"__init__.py"}
    described = {code for code in codes(sections(SOURCES_PAGE)["Modules"]) if code.endswith(".py") and "/" not in code}
    assert described == there


def test_every_reason_for_not_seeing_is_described() -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE)
    given = set(re.findall(r'\breason(?:: str)?\s*=\s*"([a-z-]+)"', texts))
    for constant in re.findall(r"(?:NotSeen\(reason|history)=([A-Z_]+)\b", texts):
        given.update(re.findall(rf'^{constant}(?:: Final)? = "([a-z-]+)"$', texts, re.MULTILINE))
    assert len(given) > 10
    described = {code for row in rows(SOURCES_PAGE) for code in codes(row[0])}
    assert given - described == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_line_that_is_shown_can_be_typed(page: Path) -> None:
    for arguments in command_lines(page.read_text(encoding="utf-8")):
        try:
            parse(list(arguments))
        except Exception as error:  # noqa: BLE001  (the parser's errors have no public name)
            pytest.fail(f"{name(page)}: ayni {' '.join(arguments)}: {error}")


def test_a_wrong_command_line_is_told() -> None:
    for wrong in (["asses"], ["assess", "--phase", "1"], ["plan", "--phase", "5"], ["packs", "check"], ["explain"]):
        with pytest.raises(Exception, match=r"\w"):
            parse(wrong)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in links(text):
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{name(page)}: {link}"
        assert there.is_relative_to(ROOT), f"{name(page)}: {link}"
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there.read_text(encoding="utf-8")), f"{name(page)}: {link}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_reached_from_its_index(language: str) -> None:
    folder = DOCS if language == "en" else DOCS / language
    index = folder / "README.md"
    reached = {(index.parent / link.partition("#")[0]).resolve() for link in links(index.read_text(encoding="utf-8"))}
    elsewhere = {"es", "pt", "fr"} if language == "en" else set()
    own = {page for page in folder.rglob("*.md") if page.relative_to(folder).parts[0] not in elsewhere}
    assert {name(page) for page in own - reached - {index}} == set()


def test_every_language_has_the_same_pages() -> None:
    numbers = {language: len(list((DOCS / language).glob("*.md"))) for language in LANGUAGES[1:]}
    assert len(set(numbers.values())) == 1, numbers


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translated_page_shows_the_same_commands_as_its_original(language: str) -> None:
    for page in (DOCS / language).glob("*.md"):
        original = next((page.parent / link).resolve() for link in links(page.read_text(encoding="utf-8")))
        ours, theirs = (_shape(path.read_text(encoding="utf-8")) for path in (page, original))
        assert ours == theirs, name(page)


def _shape(text: str) -> list[tuple[str, ...]]:
    """Each command line with its options, without what is said to them: names and languages may be other ones."""
    found = (
        (*takewhile(lambda word: re.fullmatch("[a-z]+", word), words[:2]), *(w for w in words if w.startswith("-")))
        for words in command_lines(text)
    )
    return [tuple(word for word in line if word not in {"--lang", "--answers"}) for line in found]


def test_every_term_has_its_word_in_every_language() -> None:
    terms = list(rows((DOCS / "glossary.md").read_text(encoding="utf-8")))
    assert len(terms) > 50
    assert [term for term in terms if len(term) != len(LANGUAGES) or not all(term)] == []
    names = [term[0] for term in terms]
    assert sorted(set(names)) == sorted(names)


def test_every_analyzer_is_in_the_page_of_claims() -> None:
    page = (DOCS / "reference" / "claims.md").read_text(encoding="utf-8")
    claimed = re.findall(r"^### analyzers/(\S+)", page, re.MULTILINE)
    known = {*claimed, "workflows", "reuse"}  # these two stand under delivery and licenses
    assert {analyzer.id for analyzer in load_analyzers()} - known == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_says_whose_it_is(page: Path) -> None:
    head = page.read_text(encoding="utf-8")[:300]
    reuse = (ROOT / "REUSE.toml").read_text(encoding="utf-8")
    assert "SPDX-License-Identifier: CC" in head or name(page) in reuse


def test_no_page_is_left_unfinished() -> None:
    for page in (page for page in PAGES if page.is_relative_to(DOCS)):
        assert not re.search(r"\b(TODO:|TBD|FIXME|XXX)(?!\w)", prose(page.read_text(encoding="utf-8"))), name(page)
