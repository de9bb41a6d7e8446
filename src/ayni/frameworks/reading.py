# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From checked YAML to frozen values. Shapes were checked before; here is only translation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ayni.evidence import SubjectKind
from ayni.frameworks.attributes import FIXED_KEYS
from ayni.frameworks.pack import (
    NO_EFFORT,
    Action,
    AttributeType,
    AttributeValue,
    Criterion,
    Edge,
    Effort,
    Function,
    Item,
    Language,
    Lens,
    Pack,
    PackKind,
    Practice,
    Reason,
    Side,
    Source,
    Strength,
)
from ayni.frameworks.rules import AllOf, Ask, AtLeast, Negation, Population, Rule, Share

_DEFAULT_VALIDITY = 12


def read_rule(plain: Any) -> Rule:
    """A rule from its YAML form (docs/reference/packs.md, Rules)."""
    if isinstance(plain, str):
        return Ask(id=plain)
    ((word, body),) = plain.items()
    match word:
        case "all":
            return AllOf(of=_rules(body))
        case "any":
            return AtLeast(count=1, of=_rules(body))
        case "at_least":
            return AtLeast(count=body["count"], of=_rules(body["of"]))
        case "not":
            return Negation(of=read_rule(body))
        case "share":
            return Share(
                of=Population(body["of"]),
                that=read_rule(body["that"]),
                target=body["target"],
                later=body["later"],
                unknown=body["unknown"],
            )
        case _:
            raise ValueError(f"'{word}' is not a word of the rules")


def _rules(plain: list[Any]) -> tuple[Rule, ...]:
    return tuple(read_rule(part) for part in plain)


def read_pack(plain: Mapping[str, Any], *, digest: str) -> Pack:
    """What pack.yaml says, without the items."""
    source = plain["source"]
    return Pack(
        id=plain["id"],
        kind=PackKind(plain["kind"]),
        version=str(plain["version"]),
        license=plain["license"],
        source=Source(
            publisher=source["publisher"],
            url=source["url"],
            version=str(source["version"]),
            license=source["license"],
            retrieved=date.fromisoformat(source["retrieved"]),
        ),
        languages=tuple(Language(language) for language in plain["languages"]),
        groups=tuple(plain["groups"]),
        attributes={
            name: AttributeType(type=kind["type"], values=tuple(kind.get("values", ())))
            for name, kind in plain.get("attributes", {}).items()
        },
        retired=tuple(plain.get("retired", ())),
        digest=digest,
    )


def own_question(pack: str, item: str) -> str:
    """The id under which a person answers the question of an item itself."""
    return f"{pack}.{item.lower()}"


def read_item(plain: Mapping[str, Any], pack: str) -> Item:
    """One item of a framework."""
    attributes: dict[str, AttributeValue] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in plain.items() if key not in FIXED_KEYS
    }
    return Item(criterion=_criterion(plain, pack), attributes=attributes)


def read_practice(plain: Mapping[str, Any], pack: str) -> Practice:
    """One practice of a practices pack."""
    return Practice(
        criterion=_criterion(plain, pack),
        side=Side(plain["side"]),
        lens=Lens(plain["lens"]),
        blocks=tuple(plain["blocks"]),
        function=Function(plain["function"]),
        phase=plain["phase"],
        modes=tuple(plain["modes"]),
        early_result=plain["early_result"],
        requires=tuple(plain["requires"]),
        questions=tuple(plain["questions"]),
        actions=tuple(_action(action) for action in plain["actions"]),
    )


def read_edge(plain: Mapping[str, Any], pack: str) -> Edge:
    """One edge of a crosswalk."""
    return Edge(
        start=plain["from"],
        end=plain["to"],
        pack=pack,
        positive=Strength(plain["positive"]),
        negative=Strength(plain["negative"]),
        because=Reason(plain["because"]),
    )


def _criterion(plain: Mapping[str, Any], pack: str) -> Criterion:
    return Criterion(
        id=plain["id"],
        pack=pack,
        group=plain["group"],
        subject=SubjectKind(plain["subject"]),
        met_when=read_rule(plain.get("met_when", own_question(pack, plain["id"]))),
        applies_when=read_rule(plain["applies_when"]) if "applies_when" in plain else None,
        suffices=frozenset(plain.get("suffices", ())),
        confirm=plain.get("confirm", False),
        valid_for=plain.get("valid_for", _DEFAULT_VALIDITY),
    )


def _action(plain: Mapping[str, Any]) -> Action:
    return Action(
        id=plain["id"],
        effort=_effort(plain["effort"]),
        each=_effort(plain["each"]) if "each" in plain else NO_EFFORT,
        closes=tuple(plain.get("closes", ())),
    )


def _effort(plain: list[float]) -> Effort:
    return Effort(low=plain[0], high=plain[1])
