# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invented framework in two languages, written as a folder, whole or with files changed."""

from pathlib import Path
from textwrap import dedent

HEADER = """
    id: harbor-rules
    kind: framework
    version: "3"
    languages: [en, es]
    license: CC0-1.0
    source:
      {publisher: Harbor, url: "https://harbor.example/", version: "3", license: CC0-1.0, retrieved: 2026-11-01}
    attributes: {weight: {type: integer, values: [1, 2]}}
    groups: [DOCK]
    retired: [DOCK-0]
"""
ITEMS = """
    - id: DOCK-1
      group: DOCK
      subject: repository
      weight: 1
      met_when: {all: [has-readme, {not: is-free-of-binaries}]}
    - id: DOCK-2
      group: DOCK
      subject: repository
      weight: 2
"""
CROSSWALK = """
    - {from: has-readme, to: DOCK-1, positive: partial, negative: full, because: part-of-item}
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


def texts(language: str) -> dict[str, str]:
    item = "{title: T, why: W, first_step: F, question: Q}"
    return {
        f"texts/{language}/pack.yaml": """
            title: Harbor rules
            summary: What boats need
            groups: {DOCK: Docking}
            attributes: {weight: {title: Weight, values: {1: light, 2: heavy}}}
        """,
        f"texts/{language}/dock.yaml": f"DOCK-1: {item}\nDOCK-2: {item}\n",
    }


def harbor(folder: Path, **changed: str) -> Path:
    files = {"pack.yaml": HEADER, "items/dock.yaml": ITEMS, "crosswalk.yaml": CROSSWALK, **texts("en"), **texts("es")}
    return write(folder / "harbor-rules", {**files, **changed})
