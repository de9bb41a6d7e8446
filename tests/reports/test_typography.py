# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the interface follow the typography of their language."""

import re

import pytest

from ayni.frameworks.loader import PACKS

TEXTS = PACKS / "interface" / "texts"
_MARKS = "?!;:»"
_A_MARK_BY_ITSELF = ("ou ? si on ne sait pas", "? inconnues", "ni ?.")
"""Here the question mark is not punctuation: it is what a person types, or the sign of a verdict."""


def _lines(language: str) -> list[str]:
    files = sorted((TEXTS / language).glob("*.yaml"))
    return [line for file in files for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]


def _wrong(line: str) -> bool:
    for part in _A_MARK_BY_ITSELF:
        line = line.replace(part, "")
    breaks = re.search(rf" [{_MARKS}](?:[ \"»).,]|$)|« |\u202f", line)
    glued = re.search(r"[^\W\d_][?!;](?:[ \"]|$)", line)
    straight = re.search(r"[^\W\d_]'[^\W\d_]", line)
    return bool(breaks or glued or straight)


def test_french_sets_one_kind_of_space_and_of_apostrophe() -> None:
    assert [line for line in _lines("fr") if _wrong(line)] == []


@pytest.mark.parametrize("line", ["Pourquoi ?", "Pourquoi\u202f?", "« ici\u00a0»", "Pourquoi?", "l'office", "Ici : là"])
def test_what_would_be_wrong_in_french(line: str) -> None:
    assert _wrong(line)


def test_spanish_opens_its_questions() -> None:
    said = [line for line in _lines("es") if re.search(r"[^\W\d_)][?!]", line)]
    assert [line for line in said if not re.search("[¿¡]", line)] == []
    assert said
