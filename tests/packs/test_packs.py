# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every pack that comes with Ayni: counted against what was published, complete in four languages."""

from collections import Counter
from functools import cache

import pytest

from ayni.frameworks import Practice
from ayni.frameworks.lint import lint
from ayni.frameworks.loader import PACKS, LoadedPack, find_packs, load_pack
from ayni.probes import PROBES

FOLDERS = find_packs(PACKS)


@cache
def loaded() -> dict[str, LoadedPack]:
    return {folder.name: load_pack(folder) for folder in FOLDERS}


def practices() -> tuple[Practice, ...]:
    return loaded()["practices"].pack.practices


def test_no_pack_has_a_problem() -> None:
    assert [str(problem) for problem in lint(list(loaded().values()), PROBES)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_pack_speaks_four_languages(folder: object) -> None:
    pack = load_pack(folder)  # type: ignore[arg-type]
    assert set(pack.pack.languages) == {"en", "es", "pt", "fr"}
    counts = {language: len(pack.words.paths(language)) for language in pack.pack.languages}
    assert len(set(counts.values())) == 1, counts


def test_the_practices_are_those_of_the_design() -> None:
    assert Counter(practice.criterion.group for practice in practices()) == {
        "STR": 10, "LEG": 9, "PRO": 10, "CAT": 9, "TEC": 15, "SEC": 13, "COM": 9, "CAP": 7, "MET": 8,
    }  # fmt: skip
    assert Counter(practice.phase for practice in practices()) == {0: 2, 1: 22, 2: 32, 3: 25, 4: 9}
    assert Counter(practice.lens.value for practice in practices()) == {
        "desirability": 19, "feasibility": 52, "viability": 19,
    }  # fmt: skip
    assert Counter(practice.side.value for practice in practices()) == {
        "office": 25, "publish": 35, "use": 20, "contribute": 10,
    }  # fmt: skip


def test_the_early_results_are_those_of_the_method() -> None:
    early = {practice.id for practice in practices() if practice.early_result}
    assert early == {
        "STR-02", "STR-03", "STR-04", "CAT-01", "CAT-03", "LEG-03", "TEC-02", "TEC-03", "SEC-01", "SEC-02",
        "CAP-02", "CAP-03", "MET-01",
    }  # fmt: skip


def test_the_osps_baseline_is_whole() -> None:
    items = loaded()["osps-baseline"].pack.items
    assert Counter(item.attributes["level"] for item in items) == {1: 24, 2: 19, 3: 21}
    assert "OSPS-BR-01.02" in loaded()["osps-baseline"].pack.retired


def test_scorecard_knows_which_checks_a_clone_can_answer() -> None:
    items = loaded()["scorecard"].pack.items
    on_a_clone = {item.id for item in items if item.attributes["clone"]}
    assert len(items) == 20
    assert on_a_clone == {
        "Binary-Artifacts", "Dangerous-Workflow", "Dependency-Update-Tool", "Fuzzing", "License", "Packaging",
        "Pinned-Dependencies", "SAST", "Security-Policy", "Token-Permissions", "Vulnerabilities",
    }  # fmt: skip


PUBLISHED = {
    "standard-for-public-code": 111,
    "ggi": 25 + 109,
    "todo-ospo-model": 16 + 7,
    "dpg-standard": 9 + 3,
    "openchain-iso-5230": 25,
    "openchain-iso-18974": 25,
    "s2c2f": 25,
    "best-practices-badge": 67 + 55 + 23,
    "finos-osmm": 72,
    "innersource-maturity": 16 * 3,
    "un-open-source-principles": 8,
    "idb-policy-categories": 10,
    "reuse": 8,
}
"""How many items each publisher counts; the sum says how they fall apart (activities and points, levels)."""


@pytest.mark.parametrize(("pack", "number"), PUBLISHED.items(), ids=PUBLISHED)
def test_a_framework_has_as_many_items_as_were_published(pack: str, number: int) -> None:
    assert len(loaded()[pack].pack.items) == number


def test_the_best_practices_badge_has_its_three_levels() -> None:
    levels = Counter(item.attributes["level"] for item in loaded()["best-practices-badge"].pack.items)
    assert levels == {"passing": 67, "silver": 55, "gold": 23}


def test_s2c2f_has_its_four_levels() -> None:
    assert Counter(item.attributes["level"] for item in loaded()["s2c2f"].pack.items) == {1: 6, 2: 7, 3: 6, 4: 6}
