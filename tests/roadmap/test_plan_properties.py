# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a roadmap promises, as properties over made-up worlds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ayni.assessment import SCOPES, Verdict
from ayni.evidence import Evidence
from ayni.frameworks import AtLeast, Practice, Rule, asked, shares
from ayni.roadmap import Roadmap, Step, Why, plan
from roadmap.worlds import (
    FACTS,
    LAST_PHASE,
    OFFICE,
    PATIENT,
    REPOSITORIES,
    UNWANTED,
    World,
    answer,
    capacity,
    scope,
    worlds,
)

GOOD = {Verdict.MET, Verdict.EXCEPTED, Verdict.NOT_APPLICABLE}
targets = st.integers(0, LAST_PHASE)


def planned(world: World, target: int = LAST_PHASE, person_days: float = 60.0) -> Roadmap:
    return plan(world.library, world.assessment(), capacity(target, person_days))


def all_required(practice: Practice, found: dict[str, Practice]) -> set[str]:
    return set(practice.requires).union(*(all_required(found[name], found) for name in practice.requires))


@PATIENT
@given(worlds(), targets)
def test_what_is_required_comes_first(world: World, target: int) -> None:
    steps = planned(world, target).steps
    place = {step.action: index for index, step in enumerate(steps)}
    found = {practice.id: practice for practice in world.practices}
    for index, step in enumerate(steps):
        assert all(place[name] < index for name in step.after)
        for name in all_required(found[step.practice], found):
            assert all(place[other.action] < index for other in steps if other.practice == name)
    for practice in world.practices:
        taken = [step.action for step in steps if step.practice == practice.id]
        assert taken == [action.id for action in practice.actions if action.id in place]


@PATIENT
@given(worlds(), targets, st.booleans())
def test_steps_close_every_gap_that_an_action_closes(world: World, target: int, value: bool) -> None:
    """Every answer of these packs has an action: once the steps are done and answers confirmed, nothing is left."""
    world = world.knowing(_one_of_each(value=value))
    roadmap = planned(world, target)
    better = world.knowing(_done(world, roadmap))
    again = planned(better, target)
    assert (again.steps, again.confirmations, again.questions) == ((), (), ())
    for finding, practice in zip(better.assessment().findings, better.library.practices, strict=True):
        verdict = finding.verdict if practice.phase == target else finding.later
        assert practice.phase > target or verdict in GOOD


def _one_of_each(*, value: bool) -> Iterator[Evidence]:
    """A published and an internal repository, so that no population is empty."""
    for repository, name in zip(REPOSITORIES, ("published", "internal"), strict=False):
        yield scope(repository, name)
        yield from (answer(repository, fact, value=value) for fact in FACTS)


def _done(world: World, roadmap: Roadmap) -> Iterator[Evidence]:
    """What would be said after all the steps and confirmations: of the office, and of every member that is counted."""
    practices = {practice.id: practice for practice in world.practices}
    for step in roadmap.steps:
        for name in step.closes:
            if name not in FACTS:
                yield answer(OFFICE, name, value=name != UNWANTED)
        for share in shares(practices[step.practice].criterion.met_when):
            for item in world.evidence:
                if item.claim == "repository-scope" and item.value in SCOPES[share.of]:
                    yield from (answer(item.subject, name, value=True) for name in step.closes if name in FACTS)
    for name in roadmap.confirmations:
        yield answer(OFFICE, name, value=True)


@PATIENT
@given(worlds(), targets)
def test_no_two_steps_close_the_same_gap(world: World, target: int) -> None:
    steps = planned(world, target).steps
    times = Counter(name for step in steps for name in step.closes)
    for name, count in times.items():
        most = 2 if name in FACTS else 1  # once among the published, once among the internal
        assert count <= most, name


@PATIENT
@given(worlds(), targets)
def test_every_open_answer_is_closed_by_one_step(world: World, target: int) -> None:
    """Where no alternatives stand open: each answer of the office that is a no, or unknown, has its step."""
    assessment = world.assessment()
    steps = plan(world.library, assessment, capacity(target)).steps
    closed = {name for step in steps for name in step.closes}
    for practice in world.practices:
        finding = assessment.finding(practice.id)
        assert finding is not None
        if practice.phase > target or finding.verdict in GOOD or _has_alternatives(practice.criterion.met_when):
            continue
        for asked_here in finding.asked:
            if asked_here.id != UNWANTED and asked_here.answer.outcome.value in {"no", "unknown"}:
                assert asked_here.id in closed


def _has_alternatives(rule: Rule) -> bool:
    if isinstance(rule, AtLeast):
        return True
    parts = getattr(rule, "of", ())
    return any(_has_alternatives(part) for part in (parts if isinstance(parts, tuple) else ()))


@PATIENT
@given(worlds(), targets)
def test_what_is_met_gets_no_step(world: World, target: int) -> None:
    assessment = world.assessment()
    for step in plan(world.library, assessment, capacity(target)).steps:
        practice = world.library.practice(step.practice)
        finding = assessment.finding(step.practice)
        assert practice is not None
        assert finding is not None
        assert practice.phase <= target
        assert (finding.verdict if practice.phase == target else finding.later) not in GOOD
        assert step.closes


@PATIENT
@given(worlds(), st.floats(0.1, 500), st.floats(0.1, 500))
def test_more_capacity_never_ends_later(world: World, one: float, other: float) -> None:
    less, more = sorted((one, other))
    slow, fast = planned(world, person_days=less), planned(world, person_days=more)
    assert fast.end <= slow.end
    assert [step.action for step in fast.steps] == [step.action for step in slow.steps]
    assert all(a.end <= b.end and a.start <= b.start for a, b in zip(fast.steps, slow.steps, strict=True))


@PATIENT
@given(worlds(), targets, st.integers())
def test_the_order_of_the_input_does_not_matter(world: World, target: int, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - not for secrets
    practices = random.sample(world.practices, len(world.practices))
    evidence = random.sample(world.evidence, len(world.evidence))
    assessment = World(tuple(practices), tuple(evidence)).assessment()
    findings = tuple(random.sample(assessment.findings, len(assessment.findings)))
    repositories = tuple(random.sample(assessment.repositories, len(assessment.repositories)))
    shuffled = replace(assessment, findings=findings, repositories=repositories)
    other = World(tuple(practices), tuple(evidence)).library
    assert plan(other, shuffled, capacity(target)) == planned(world, target)


@PATIENT
@given(worlds(), st.integers(0, LAST_PHASE - 1))
def test_a_higher_target_only_adds_steps(world: World, target: int) -> None:
    lower = {step.action for step in planned(world, target).steps}
    assert lower <= {step.action for step in planned(world, target + 1).steps}


@PATIENT
@given(worlds(), targets)
def test_every_reason_is_true(world: World, target: int) -> None:
    steps = planned(world, target).steps
    waiting = Counter(name for step in steps for name in step.after)
    for index, step in enumerate(steps):
        assert step.because
        said = {because.why: because.number for because in step.because}
        assert (Why.EARLY_RESULT in said) is step.early_result
        assert said.get(Why.OPENS_OTHERS, 0) == waiting[step.action]
        if Why.PHASE in said:
            assert said[Why.PHASE] == step.phase == min(other.phase for other in steps[index:])
        if Why.CLOSES_MOST in said:
            assert said[Why.CLOSES_MOST] == step.gaps
            assert all(_ratio(step) >= _ratio(other) for other in _available(steps, index))
        if Why.NOTHING_BEFORE in said:
            assert len(said) == 1


def _available(steps: tuple[Step, ...], index: int) -> list[Step]:
    there = {step.action for step in steps[:index]}
    return [step for step in steps[index:] if there.issuperset(step.after)]


def _ratio(step: Step) -> float:
    return step.gaps / step.effort.middle if step.effort.middle else float("inf")


@PATIENT
@given(worlds(), targets)
def test_early_results_come_first_with_what_they_need(world: World, target: int) -> None:
    steps = planned(world, target).steps
    after = {step.action: step.after for step in steps}
    needed: set[str] = set()
    waiting = [step.action for step in steps if step.early_result]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting.extend(after[name])
    assert {step.action for step in steps[: len(needed)]} == needed


@PATIENT
@given(worlds(), targets, st.data())
def test_what_is_done_is_not_listed_and_not_replaced(world: World, target: int, data: st.DataObject) -> None:
    steps = planned(world, target).steps
    done = frozenset(data.draw(st.sets(st.sampled_from([step.action for step in steps])))) if steps else frozenset()
    rest = plan(world.library, world.assessment(), capacity(target), done).steps
    assert {step.action for step in rest} == {step.action for step in steps} - done
    assert not any(done & set(step.after) for step in rest)


@PATIENT
@given(worlds(), targets)
def test_a_gap_counts_once_for_each_practice_that_waits(world: World, target: int) -> None:
    steps = planned(world, target).steps
    assert all(step.gaps >= len(step.closes) for step in steps)
    pairs = {(p.id, name) for p in world.practices if p.phase <= target for name in asked(p.criterion.met_when)}
    assert sum(step.gaps for step in steps) <= len(pairs)


@PATIENT
@given(worlds(), targets)
def test_same_input_same_roadmap(world: World, target: int) -> None:
    assert planned(world, target) == planned(world, target)


@PATIENT
@given(worlds(), targets)
def test_sums_and_dates_agree(world: World, target: int) -> None:
    roadmap = planned(world, target)
    assert roadmap.end == max((step.end for step in roadmap.steps), default=roadmap.capacity.start)
    assert abs(roadmap.effort.middle - sum(step.effort.middle for step in roadmap.steps)) < 1e-9
    for one, other in zip(roadmap.steps, roadmap.steps[1:], strict=False):
        assert one.start <= one.end
        assert one.start <= other.start
        assert (other.start - one.end).days <= 1


@PATIENT
@given(worlds(), targets)
def test_with_nothing_known_everything_is_provisional(world: World, target: int) -> None:
    roadmap = planned(World(world.practices, ()), target)
    assert all(step.provisional and not step.members for step in roadmap.steps)
    wanted = {name for p in world.practices if p.phase <= target for name in p.questions}
    assert set(roadmap.questions) == wanted
    assert len(roadmap.questions) == len(wanted)
