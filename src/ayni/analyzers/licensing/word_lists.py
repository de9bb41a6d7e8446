# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of words of the licenses pack, and the pack's other YAML files."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def pack_file(name: str) -> dict[str, Any]:
    """Return one YAML file of the licenses pack."""
    text = files("ayni.packs.licenses").joinpath(name).read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=_LOADER))  # noqa: S506  a safe loader


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one list of words.yaml."""
    return frozenset(str(pack_file("words.yaml")[name]).split())
