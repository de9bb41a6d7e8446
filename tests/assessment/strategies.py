# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small worlds for properties of judging: evidence, rules and packs that hypothesis makes up."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from ayni.evidence import Basis, Evidence, NotSeen, Subject, SubjectKind
from ayni.frameworks import AllOf, Ask, AtLeast, Criterion, Effort, Lens, Library, Pack, PackKind, Practice, Share
from ayni.frameworks.pack import Action, Function, Item, Language, Side, Source
from ayni.frameworks.rules import Population, Rule
from ayni.frameworks.words import Words

DAY = date(2026, 6, 1)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
OFFICE = Subject(kind=SubjectKind.OFFICE, id="example")
QUESTIONS = ("q-one", "q-two", "q-three")
FACTS = ("has-readme", "has-license-file", "has-ci")
CLAIMS = {"has-readme": "readme-file", "has-license-file": "license-files", "has-ci": "ci-files"}


def repository(name: str) -> Subject:
    return Subject(kind=SubjectKind.REPOSITORY, id=name)


def measured(subject: Subject, claim: str, value: object, *, observed: datetime = NOON) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,  # type: ignore[arg-type]
        basis=Basis.MEASURED,
        source="git",
        observed=observed,
        by="test@1",
    )


def attested(
    subject: Subject, claim: str, value: bool, *, confirmed_by: str = "", expires: date | None = None
) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=value,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=NOON,
        by="first person",
        confirmed_by=confirmed_by,
        expires=expires,
    )


def plain_rules(names: tuple[str, ...]) -> st.SearchStrategy[Rule]:
    return st.recursive(
        st.sampled_from(names).map(lambda name: Ask(id=name)),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(of=tuple(parts))),
            st.tuples(st.integers(1, 3), st.lists(inner, min_size=1, max_size=3)).map(
                lambda pair: AtLeast(count=pair[0], of=tuple(pair[1]))
            ),
        ),
        max_leaves=5,
    )


def share_rules() -> st.SearchStrategy[Rule]:
    return plain_rules(FACTS).map(
        lambda rule: Share(of=Population.PUBLISHED_REPOSITORIES, that=rule, target=0.8, later=0.95, unknown=0.2)
    )


def criteria() -> st.SearchStrategy[Criterion]:
    rule = st.one_of(
        plain_rules(QUESTIONS),
        share_rules(),
        st.tuples(plain_rules(QUESTIONS), share_rules()).map(lambda pair: AllOf(of=pair)),
    )
    return st.builds(
        lambda rule, confirm: Criterion(
            id="STR-01", pack="practices", group="STR", subject=SubjectKind.OFFICE, met_when=rule, confirm=confirm
        ),
        rule,
        st.booleans(),
    )


def practice(criterion: Criterion, *, phase: int = 1) -> Practice:
    return Practice(
        criterion=criterion,
        side=Side.OFFICE,
        lens=Lens.FEASIBILITY,
        blocks=("key-activities",),
        function=Function.POLICY_AND_STRATEGY,
        phase=phase,
        modes=("A",),
        early_result=False,
        requires=(),
        questions=(),
        actions=(Action(id="str-01-do", effort=Effort(low=1, high=2)),),
    )


def library(practices: tuple[Practice, ...], items: tuple[Item, ...] = ()) -> Library:
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
        items=items,
        digest="test",
    )
    return Library([(pack, Words({}))])


def evidence_sets() -> st.SearchStrategy[list[Evidence]]:
    """Evidence on an office and up to six published repositories: seen, not seen, and left out."""
    answers = st.builds(
        attested,
        st.just(OFFICE),
        st.sampled_from(QUESTIONS),
        st.booleans(),
        confirmed_by=st.sampled_from(["", "second person"]),
        expires=st.sampled_from([None, DAY - timedelta(days=1), DAY + timedelta(days=1)]),
    )
    names = st.sampled_from([repository(f"r{index}") for index in range(6)])
    values = st.sampled_from([(), ("a-file",), NotSeen(reason="content-missing")])
    facts = st.builds(measured, names, st.sampled_from(sorted(CLAIMS.values())), values)
    scopes = st.builds(measured, names, st.just("repository-scope"), st.sampled_from(["published", "archived"]))
    return st.lists(st.one_of(answers, facts, scopes), max_size=25)
