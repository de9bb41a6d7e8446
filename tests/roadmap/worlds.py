# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small worlds for properties of planning: packs that pass the lint of packs, and what is known of an office."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ayni.assessment import Assessment, assess
from ayni.evidence import Basis, Evidence, Ledger, Subject, SubjectKind
from ayni.frameworks import (
    AllOf,
    Ask,
    AtLeast,
    Criterion,
    Effort,
    Lens,
    Library,
    Negation,
    Pack,
    PackKind,
    Population,
    Practice,
    Rule,
    Share,
    asked,
    shares,
)
from ayni.frameworks.pack import Action, Function, Language, Side, Source
from ayni.frameworks.words import Words
from ayni.roadmap import Capacity

DAY = date(2026, 6, 1)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
OFFICE = Subject(kind=SubjectKind.OFFICE, id="example")
QUESTIONS = ("q-one", "q-two", "q-three", "q-four", "q-five")
UNWANTED = "q-not"
"""Asked only under a ``not``: packs that want both answers at once cannot be satisfied."""
FACTS = ("m-one", "m-two", "m-three")
REPOSITORIES = tuple(Subject(kind=SubjectKind.REPOSITORY, id=f"r{index}") for index in range(5))
LAST_PHASE = 3
PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no finding."""


@dataclass(frozen=True, slots=True)
class World:
    """Practices and what is known; assessed anew each time, so that a test can change either."""

    practices: tuple[Practice, ...]
    evidence: tuple[Evidence, ...]

    @property
    def library(self) -> Library:
        return library(self.practices)

    def assessment(self) -> Assessment:
        return assess(self.library, Ledger(self.evidence).views(DAY), OFFICE, DAY)

    def knowing(self, more: Iterable[Evidence]) -> "World":
        """The world after more was said; what was said of the same thing before is forgotten."""
        new = tuple(more)
        said = {(item.subject, item.claim) for item in new}
        return replace(self, evidence=(*(e for e in self.evidence if (e.subject, e.claim) not in said), *new))


def capacity(target: int = LAST_PHASE, person_days: float = 60.0) -> Capacity:
    return Capacity(person_days_per_quarter=person_days, start=DAY, target_phase=target)


def library(practices: tuple[Practice, ...]) -> Library:
    pack = Pack(
        id="practices",
        kind=PackKind.PRACTICES,
        version="1",
        license="CC0-1.0",
        source=Source(
            publisher="test", url="https://example.org", version="1", license="CC0-1.0", retrieved=date(2026, 1, 1)
        ),
        languages=(Language("en"),),
        groups=("STR",),
        attributes={},
        retired=(),
        practices=practices,
    )
    return Library([(pack, Words({}))])


def answer(subject: Subject, claim: str, *, value: bool, confirmed: bool = True) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=NOON,
        by="first person",
        confirmed_by="second person" if confirmed else "",
    )


def scope(subject: Subject, name: str) -> Evidence:
    return Evidence(
        subject=subject,
        claim="repository-scope",
        value=name,
        basis=Basis.RECORDED,
        source="office-file",
        observed=NOON,
        by="test",
    )


def action(name: str, closes: tuple[str, ...] = (), *, days: float = 1, each: float = 0) -> Action:
    return Action(id=name, effort=Effort(low=days, high=days), each=Effort(low=each, high=each), closes=closes)


def practice(
    name: str,
    rule: Rule,
    actions: tuple[Action, ...],
    *,
    phase: int = 1,
    requires: tuple[str, ...] = (),
    early: bool = False,
    confirm: bool = True,
) -> Practice:
    member = {fact for share in shares(rule) for fact in asked(share.that)}
    return Practice(
        criterion=Criterion(
            id=name, pack="practices", group="STR", subject=OFFICE.kind, met_when=rule, confirm=confirm
        ),
        side=Side.OFFICE,
        lens=Lens.FEASIBILITY,
        blocks=("key-activities",),
        function=Function.POLICY_AND_STRATEGY,
        phase=phase,
        modes=("A",),
        early_result=early,
        requires=requires,
        questions=tuple(dict.fromkeys(question for question in asked(rule) if question not in member)),
        actions=actions,
    )


def share_of(that: Rule, of: Population = Population.PUBLISHED_REPOSITORIES) -> Share:
    return Share(of=of, that=that, target=0.8, later=0.95, unknown=0.2)


def rules(names: tuple[str, ...]) -> st.SearchStrategy[Rule]:
    leaf = st.sampled_from(names).map(lambda name: Ask(id=name))
    several = st.lists(leaf, min_size=1, max_size=3, unique_by=lambda ask: ask.id).map(tuple)
    return st.one_of(
        several.map(lambda parts: AllOf(of=parts)),
        st.builds(lambda count, parts: AtLeast(count=count, of=parts), st.integers(1, 2), several),
    )


def populations() -> st.SearchStrategy[Population]:
    return st.sampled_from(
        [Population.PUBLISHED_REPOSITORIES, Population.INTERNAL_REPOSITORIES, Population.OWNED_REPOSITORIES]
    )


def whole_rules() -> st.SearchStrategy[Rule]:
    counted = st.builds(share_of, rules(FACTS), populations())
    both = st.tuples(rules(QUESTIONS), counted)
    negated = st.builds(lambda asks: AllOf(of=(asks, Negation(of=Ask(id=UNWANTED)))), rules(QUESTIONS))
    return st.one_of(rules(QUESTIONS), counted, both.map(lambda pair: AllOf(of=pair)), both.map(_either), negated)


def _either(parts: tuple[Rule, ...]) -> Rule:
    return AtLeast(count=1, of=parts)


@st.composite
def practice_sets(draw: st.DrawFn) -> tuple[Practice, ...]:
    """Up to six practices; every answer they ask for is closed by one or more of their actions."""
    found: list[Practice] = []
    for index in range(draw(st.integers(1, 6))):
        phase = draw(st.integers(0, LAST_PHASE))
        rule = draw(whole_rules())
        earlier = [other.id for other in found if other.phase <= phase]
        requires = tuple(draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2))) if earlier else ()
        name = f"STR-0{index + 1}"
        actions = draw(_actions(name.lower(), tuple(dict.fromkeys(asked(rule)))))
        found.append(practice(name, rule, actions, phase=phase, requires=requires, early=draw(st.booleans())))
    return tuple(draw(st.permutations(found)))


@st.composite
def _actions(draw: st.DrawFn, name: str, ids: tuple[str, ...]) -> tuple[Action, ...]:
    if draw(st.integers(0, 4)) == 0:
        return (action(f"{name}-all", days=draw(days())),)
    size = draw(st.integers(1, len(ids)))
    parts = [ids[place : place + size] for place in range(0, len(ids), size)]
    return tuple(
        action(f"{name}-{place}", part, days=draw(days()), each=draw(st.sampled_from([0, 0.5])))
        for place, part in enumerate(parts)
    )


def days() -> st.SearchStrategy[float]:
    return st.sampled_from([0, 0.5, 1, 2, 2.5, 7, 20])


def evidence_sets() -> st.SearchStrategy[tuple[Evidence, ...]]:
    office = st.builds(
        lambda name, value, confirmed: answer(OFFICE, name, value=value, confirmed=confirmed),
        st.sampled_from((*QUESTIONS, UNWANTED)),
        st.booleans(),
        st.booleans(),
    )
    member = st.builds(
        lambda who, name, value: answer(who, name, value=value),
        st.sampled_from(REPOSITORIES),
        st.sampled_from(FACTS),
        st.booleans(),
    )
    scopes = st.builds(scope, st.sampled_from(REPOSITORIES), st.sampled_from(["published", "internal", "archived"]))
    every = st.lists(st.one_of(office, member, scopes), max_size=25)
    return every.map(lambda items: tuple({(item.subject, item.claim): item for item in items}.values()))


def worlds() -> st.SearchStrategy[World]:
    return st.builds(World, practice_sets(), evidence_sets())
