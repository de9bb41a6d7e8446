# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on the office file shows one that reads, and explains every key and every word of it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ayni.office import known_ids
from ayni.probes import PROBES
from ayni.sources import office_file
from ayni.sources.office_file import read_office
from fakes.offices import library

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "reference" / "office-file.md").read_text(encoding="utf-8")
SCHEMA = json.loads((Path(office_file.__file__).parent / "schemas" / "office.json").read_text(encoding="utf-8"))


def keys_and_words(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part.get("properties", ())
        yield from (word for word in part.get("enum", ()) if isinstance(word, str))
        for inner in part.values():
            yield from keys_and_words(inner)


def test_the_example_reads(folder: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    known = known_ids(library(), {name: probe.subject for name, probe in PROBES.items()})
    found = read_office(example[1], str(folder / "office.yaml"), known, date(2026, 11, 22))
    assert found.answers[0].digest
    assert found.canvas is not None


@pytest.mark.parametrize("word", sorted(set(keys_and_words(SCHEMA))))
def test_every_key_and_every_word_is_explained(word: str) -> None:
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    assert re.search(rf"`{re.escape(word)}`|^## {re.escape(word)}$", prose, re.MULTILINE), word
