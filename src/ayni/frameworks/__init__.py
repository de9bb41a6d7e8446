# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What good looks like: packs, their rules and words, read and checked."""

from ayni.frameworks.library import Library
from ayni.frameworks.pack import Criterion, Edge, Effort, Item, Language, Lens, Pack, PackKind, Practice
from ayni.frameworks.rules import AllOf, Ask, AtLeast, Negation, Population, Rule, Share, asked, shares

__all__ = [
    "AllOf",
    "Ask",
    "AtLeast",
    "Criterion",
    "Edge",
    "Effort",
    "Item",
    "Language",
    "Lens",
    "Library",
    "Negation",
    "Pack",
    "PackKind",
    "Population",
    "Practice",
    "Rule",
    "Share",
    "asked",
    "shares",
]
