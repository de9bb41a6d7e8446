# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The examples that the documentation shows work: tables of verdicts, the small pack, the small analyzer, the YAML."""

import importlib.util
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ayni.analyzers import Analyzer, BlobId, EntryKind, Tree, TreeEntry
from ayni.assessment.grades import Verdict, grade_answer, judge_rule, verdict_of
from ayni.assessment.judge import Asker, judge
from ayni.assessment.tally import Tally, grade_share
from ayni.evidence import Basis, Evidence, NotSeen, Subject, SubjectKind, view_of
from ayni.formats.yaml_positions import read_yaml
from ayni.frameworks import AllOf, Ask, AtLeast, Library, Negation, Population, Rule, Share
from ayni.frameworks.lint import lint
from ayni.frameworks.loader import PACKS, find_packs, load_pack
from ayni.probes import PROBES, Answer, Outcome
from docs.markdown import DOCS, blocks, name, pages, rows, sections

VERDICTS = sections((DOCS / "explanation" / "verdicts.md").read_text(encoding="utf-8"))
SEVERAL = list(rows(VERDICTS["Several answers"]))
COUNTED = list(rows(next(text for title, text in VERDICTS.items() if title.startswith("Counting"))))
ANSWERS = {
    "yes": Answer(outcome=Outcome.YES),
    "~yes": Answer(outcome=Outcome.YES, likely=True),
    "no": Answer(outcome=Outcome.NO),
    "unknown": Answer(outcome=Outcome.UNKNOWN),
    "does not apply": Answer(outcome=Outcome.NOT_APPLICABLE),
}


def rule_of(word: str, names: tuple[Rule, ...]) -> Rule:
    match word.strip("`").replace("`", "").split():
        case ["all"]:
            return AllOf(of=names)
        case ["any"]:
            return AtLeast(count=1, of=names)
        case ["at_least", count]:
            return AtLeast(count=int(count), of=names)
        case ["not"]:
            return Negation(of=names[0])
        case _:
            raise ValueError(word)


@pytest.mark.parametrize("row", SEVERAL, ids=lambda row: " ".join(row[:3]))
def test_the_table_of_several_answers_is_what_the_rules_say(row: list[str]) -> None:
    word, first, second, verdict, _ = row
    said = {letter: ANSWERS[answer] for letter, answer in (("a", first), ("b", second)) if answer}
    judged = judge_rule(
        rule_of(word, tuple(Ask(id=letter) for letter in said)),
        lambda letter: grade_answer(said[letter], suffices=False, confirm=False),
        lambda share: pytest.fail(f"{share} is not asked"),
    )
    assert verdict_of(judged).value == verdict.replace(" ", "-")


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: "-".join(row[:4]))
def test_the_table_of_shares_is_what_the_rules_say(row: list[str]) -> None:
    met, partly, not_met, unknown = map(int, row[:4])
    population = Population.PUBLISHED_REPOSITORIES
    share = Share(of=population, that=Ask(id="a"), target=0.8, later=0.95, unknown=0.2)
    tally = Tally(population=population, met=met, partly=partly, not_met=not_met, unknown=unknown)
    assert verdict_of(grade_share(share, tally, later=False)).value == row[4].replace(" ", "-")


def test_the_tables_show_every_verdict_that_a_rule_can_have() -> None:
    shown = {row[3].replace(" ", "-") for row in SEVERAL} | {row[4].replace(" ", "-") for row in COUNTED}
    assert shown == {verdict.value for verdict in Verdict} - {"not-applicable", "excepted"}


def files(page: str, mark: str) -> Iterator[tuple[str, str]]:
    """The files that a page shows whole: blocks whose first line is their path."""
    for block in blocks((DOCS / page).read_text(encoding="utf-8")):
        if block.lines and block.lines[0].startswith(f"# {mark}"):
            yield block.lines[0].removeprefix("# "), "\n".join(block.lines) + "\n"


def test_the_small_pack_is_in_order_and_judges(tmp_path: Path) -> None:
    for path, text in files("how-to/add-a-framework.md", "house-rules/"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    loaded = load_pack(tmp_path / "house-rules")
    assert len(loaded.pack.items) == 3
    ours = [load_pack(folder) for folder in find_packs(PACKS)]
    assert [problem for problem in lint([*ours, loaded], PROBES) if "house-rules" in problem.file] == []
    library = Library([(loaded.pack, loaded.words)])
    portal = Subject(kind=SubjectKind.REPOSITORY, id="portal")
    said = [said_of(portal, "license-files", ("LICENSE",)), said_of(portal, "license-state", "osi")]
    asker = Asker(view_of(portal, said, date(2026, 11, 22)))
    verdicts = [judge(item.criterion, asker).verdict.value for item in library.items]
    assert verdicts == ["met", "unknown", "unknown"]


def said_of(subject: Subject, claim: str, value: str | tuple[str, ...]) -> Evidence:
    when = datetime(2026, 11, 21, tzinfo=UTC)
    return Evidence(
        subject=subject, claim=claim, value=value, basis=Basis.MEASURED, source="test", observed=when, by="test/1"
    )


def test_the_small_analyzer_works(tmp_path: Path) -> None:
    ((path, text),) = files("how-to/add-an-analyzer.md", "src/")
    analyzer = loaded_analyzer(tmp_path / Path(path).name, text)
    entry = TreeEntry(path="package.json", kind=EntryKind.FILE, blob=BlobId("a"), size=20)
    tree = Tree([entry])
    assert analyzer.wants(entry)
    facts = {entry.blob: analyzer.read(b'{"devDependencies": {"pa11y": "9"}}')}
    assert [found.value for found in analyzer.conclude(tree, facts)] == [("package.json",)]
    assert [found.value for found in analyzer.conclude(tree, {entry.blob: analyzer.read(b"\xff{")})] == [()]
    assert [found.value for found in analyzer.conclude(tree, {})] == [NotSeen(reason="content-missing")]


def loaded_analyzer(file: Path, text: str) -> Analyzer:
    file.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("accessibility_example", file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["accessibility_example"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Analyzer = module.AccessibilityAnalyzer()
    return made


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_block_of_yaml_can_be_read(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.language == "yaml":
            read_yaml("\n".join(block.lines), name(page))


def test_the_small_probe_uses_what_there_is() -> None:
    (block,) = (b for b in blocks((DOCS / "how-to" / "add-a-probe.md").read_text("utf-8")) if b.language == "python")
    space: dict[str, object] = {}
    exec("\n".join(block.lines), space)  # noqa: S102  (our own page)
    probes = space["PROBES"]
    assert isinstance(probes, tuple)
    probe = probes[0]
    assert probe.id not in PROBES
    assert set(probe.claims) <= {claim for other in PROBES.values() for claim in other.claims} | {"commits-last-year"}
