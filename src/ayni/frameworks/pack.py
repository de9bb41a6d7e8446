# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a pack holds once it is read: frozen values, ids and rules apart from the words in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType, TypeAlias

from ayni.evidence import SubjectKind
from ayni.frameworks.rules import Rule

Language = NewType("Language", str)
"""A BCP 47 primary language, as packs name it: en, es, pt, fr."""

AttributeValue: TypeAlias = bool | int | float | str | tuple[str, ...]


class PackKind(StrEnum):
    """What a pack is for; it decides which keys its items may carry."""

    PRACTICES = "practices"
    FRAMEWORK = "framework"
    CANVAS = "canvas"
    PROBES = "probes"
    INTERFACE = "interface"


class Side(StrEnum):
    """Which movement of software a practice serves."""

    USE = "use"
    PUBLISH = "publish"
    CONTRIBUTE = "contribute"
    OFFICE = "office"


class Lens(StrEnum):
    """The three lenses of the Mission Model Canvas, in the order in which the method reads them."""

    DESIRABILITY = "desirability"
    FEASIBILITY = "feasibility"
    VIABILITY = "viability"


class Function(StrEnum):
    """The functions of an office."""

    POLICY_AND_STRATEGY = "policy-and-strategy"
    LEGAL = "legal"
    PROCUREMENT = "procurement"
    INVENTORY_AND_REUSE = "inventory-and-reuse"
    TECHNICAL_STANDARDS = "technical-standards"
    SECURITY = "security"
    COMMUNITIES = "communities"
    CAPACITY = "capacity"
    MEASUREMENT = "measurement"


class Strength(StrEnum):
    """How far an answer here is an answer there, strongest first."""

    FULL = "full"
    PARTIAL = "partial"
    SUPPORTS = "supports"
    NONE = "none"


class Reason(StrEnum):
    """Why an edge of the crosswalk holds."""

    SAME_FACT = "same-fact"
    COUNTS_ITEM = "counts-item"
    PART_OF_ITEM = "part-of-item"
    WIDER_THAN_ITEM = "wider-than-item"
    PREPARES_ITEM = "prepares-item"
    DOCUMENTS_ITEM = "documents-item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a pack's content comes from: the original, its edition, its license, and the day it was read."""

    publisher: str
    url: str
    version: str
    license: str
    retrieved: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """A range in person-days."""

    low: float
    high: float

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(low=self.low + other.low, high=self.high + other.high)

    def times(self, count: int) -> "Effort":
        """The same effort, ``count`` times over."""
        return Effort(low=self.low * count, high=self.high * count)

    @property
    def middle(self) -> float:
        """The figure that plans reckon with."""
        return (self.low + self.high) / 2


NO_EFFORT = Effort(low=0, high=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What can be judged: a practice of ours or an item of somebody's framework.

    Without ``met_when`` its own question decides: an attestation whose claim is ``question``.
    """

    id: str
    pack: str
    group: str
    subject: SubjectKind
    met_when: Rule
    applies_when: Rule | None = None
    suffices: frozenset[str] = frozenset()
    confirm: bool = False
    valid_for: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One requirement of a framework, with the attributes that its pack declares."""

    criterion: Criterion
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id as its publisher writes it."""
        return self.criterion.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Work that turns answers to yes. ``each`` is spent again for every member that fails."""

    id: str
    effort: Effort
    each: Effort = NO_EFFORT
    closes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One thing that a healthy office does."""

    criterion: Criterion
    side: Side
    lens: Lens
    blocks: tuple[str, ...]
    function: Function
    phase: int
    modes: tuple[str, ...]
    early_result: bool
    requires: tuple[str, ...]
    questions: tuple[str, ...]
    actions: tuple[Action, ...]

    @property
    def id(self) -> str:
        """For example LEG-03."""
        return self.criterion.id

    @property
    def effort(self) -> Effort:
        """What all its actions cost once, without the part that grows with the members."""
        return sum((action.effort for action in self.actions), NO_EFFORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge of the crosswalk, from a practice or probe to an item; each sign has a strength of its own."""

    start: str
    end: str
    pack: str
    positive: Strength
    negative: Strength
    because: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeType:
    """What a pack lets its items carry under one name; ``values`` is empty where anything of the type goes."""

    type: str
    values: tuple[AttributeValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A folder of content. ``digest`` names every byte of its structure files."""

    id: str
    kind: PackKind
    version: str
    license: str
    source: Source
    languages: tuple[Language, ...]
    groups: tuple[str, ...]
    attributes: Mapping[str, AttributeType]
    retired: tuple[str, ...]
    practices: tuple[Practice, ...] = ()
    items: tuple[Item, ...] = ()
    edges: tuple[Edge, ...] = ()
    digest: str = ""
