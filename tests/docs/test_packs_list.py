# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of packs is written by this file: run the tests of this folder with AYNI_WRITE_DOCS=1 to renew it."""

import os

from ayni.frameworks.loader import PACKS, LoadedPack, find_packs, load_pack
from docs.markdown import DOCS, rows

PAGE = DOCS / "reference" / "packs-list.md"
HEAD = """<!--
SPDX-FileCopyrightText: 2026 The Ayni contributors
SPDX-License-Identifier: CC-BY-4.0
Written by tests/docs/test_packs_list.py; run it with AYNI_WRITE_DOCS=1 to renew this page.
-->
# The packs that come with Ayni

Whose each is, and the day it was read. The words of every pack are our own, under CC0-1.0; the license named here is
that of the source. How a pack is made: [packs](packs.md).

"""
AFTER = """
`covered` are the items towards which a practice or a probe counts, by the crosswalk of the pack.

`licenses/` under the packs is data of another form: the SPDX license list as an index, names, states and phrases
([how](../decisions/0002-license-detection.md)).
"""


def table(titles: list[str], lines: list[list[str]]) -> str:
    whole = [titles, ["---"] * len(titles), *lines]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in whole)


def line(found: LoadedPack) -> list[str]:
    pack, source = found.pack, found.pack.source
    towards = {edge.end for edge in pack.edges}
    number = len(pack.practices) or len(pack.items)
    return [
        f"`{pack.id}`",
        found.words.say(pack.languages[0], "title"),
        pack.kind.value,
        pack.version,
        f"[{source.publisher}]({source.url}), {source.version}",
        source.license,
        source.retrieved.isoformat(),
        str(number) if number else "–",
        str(len(towards)) if pack.items else "–",
    ]


def page() -> str:
    titles = ["pack", "title", "kind", "version", "source", "its license", "read on", "items", "covered"]
    found = sorted((load_pack(folder) for folder in find_packs(PACKS)), key=lambda one: (one.pack.kind, one.pack.id))
    return HEAD + table(titles, [line(one) for one in found]) + AFTER


def test_the_list_of_packs_is_up_to_date() -> None:
    if os.environ.get("AYNI_WRITE_DOCS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run this test with AYNI_WRITE_DOCS=1 to renew packs-list.md"


def test_every_folder_with_a_pack_is_listed() -> None:
    listed = {row[0].strip("`") for row in rows(PAGE.read_text(encoding="utf-8"))}
    places = [place for place in PACKS.rglob("pack.yaml") if "texts" not in place.parts]
    assert listed == {load_pack(place.parent).pack.id for place in places}
