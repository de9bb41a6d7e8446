# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A framework is added by adding a folder, and everything wrong in one is said at once, with its place."""

from pathlib import Path

import pytest

from ayni.assessment import assess
from ayni.errors import InvalidFileError
from ayni.evidence import Ledger, Subject, SubjectKind
from ayni.frameworks import Library
from ayni.frameworks.lint import lint
from ayni.frameworks.loader import PackNotFoundError, find_packs, load_pack
from ayni.probes import PROBES
from fakes.harbor import CROSSWALK, HEADER, ITEMS, harbor


def messages(folder: Path) -> list[str]:
    try:
        found = lint([load_pack(pack) for pack in find_packs(folder)], PROBES)
    except InvalidFileError as error:
        found = error.problems
    return [str(problem).removeprefix(str(folder)) for problem in found]


def test_an_invented_framework_is_added_by_a_folder_alone(tmp_path: Path) -> None:
    folder = harbor(tmp_path)
    assert messages(folder) == []
    loaded = load_pack(folder)
    library = Library([(loaded.pack, loaded.words)])
    portal = Subject(kind=SubjectKind.REPOSITORY, id="portal")
    office = Subject(kind=SubjectKind.OFFICE, id="office")
    day = loaded.pack.source.retrieved
    assessment = assess(library, [Ledger().view(portal, day)], office, day)
    assert {key: verdict.value for key, verdict in assessment.repositories[0].verdicts.items()} == {
        "DOCK-1": "unknown",
        "DOCK-2": "unknown",
    }
    assert [item.id for item in library.uncovered(loaded.pack)] == ["DOCK-2"]


def test_every_problem_of_a_pack_is_said_with_its_line(tmp_path: Path) -> None:
    folder = harbor(
        tmp_path,
        **{
            "items/dock.yaml": """
                - id: DOCK-1
                  group: PIER
                  subject: planet
                  weight: heavy
                  met_wen: has-readme
                - group: DOCK
                  subject: repository
                  met_when: {every: [has-readme]}
            """
        },
    )
    found = messages(folder)
    assert any("dock.yaml:3:10: error: [0].group" in line for line in found)
    assert any("[0].subject: must be one of repository" in line for line in found)
    assert any("[0].weight: must be of type integer" in line for line in found)
    assert any("[0].met_wen" in line for line in found)
    assert any("[1].id: is missing" in line for line in found)
    assert any("dock.yaml:9" in line and "[1].met_when" in line for line in found)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("items/dock.yaml", ITEMS.replace("has-readme", "has-reedme"), "'has-reedme' is neither probe nor question"),
        ("items/dock.yaml", ITEMS.replace("DOCK-2", "DOCK-0"), "is retired in pack.yaml"),
        ("items/dock.yaml", ITEMS.replace("DOCK-2", "DOCK-1"), "is already used in"),
        ("crosswalk.yaml", CROSSWALK.replace("DOCK-1", "DOCK-9"), "'DOCK-9' is no item of this pack"),
        ("crosswalk.yaml", CROSSWALK.replace("has-readme", "nothing"), "'nothing' is no practice or probe"),
        ("texts/es/dock.yaml", "DOCK-1: {title: T, why: W, question: Q}\n", "has no text in 'es'"),
        ("texts/es/more.yaml", "DOCK-7: {title: T}\n", "has a text in 'es' that nothing uses"),
        ("pack.yaml", HEADER.replace("languages: [en, es]", "langages: [en, es]"), "did you mean 'languages'?"),
        ("pack.yaml", HEADER + "\n    id: twice\n", "the key is already in line"),
        ("pack.yaml", "- a list\n", "must be a mapping of keys"),
    ],
)
def test_a_problem_is_found(tmp_path: Path, name: str, text: str, expected: str) -> None:
    found = messages(harbor(tmp_path, **{name: text}))
    assert any(expected in line for line in found), found


def test_a_share_asked_of_a_repository_is_refused(tmp_path: Path) -> None:
    rule = "{share: {of: published-repositories, that: has-readme, target: 0.9, later: 0.8, unknown: 0.2}}"
    found = messages(
        harbor(tmp_path, **{"items/dock.yaml": ITEMS.replace("{all: [has-readme, {not: is-free-of-binaries}]}", rule)})
    )
    assert any("has no members to count" in line for line in found)
    assert any("later target 0.8 is below the first 0.9" in line for line in found)


def test_a_folder_without_a_pack_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackNotFoundError, match=r"no pack\.yaml here"):
        load_pack(tmp_path)
