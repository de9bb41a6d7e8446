# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planning by example: what becomes a step, what it costs, when it ends, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from ayni.assessment import assess
from ayni.errors import AyniError
from ayni.evidence import Evidence, Ledger, NotSeen, Subject, SubjectKind
from ayni.frameworks import AllOf, Ask, AtLeast, Effort, Library, Population, Practice, asked
from ayni.frameworks.loader import PACKS, load_pack
from ayni.roadmap import Because, Roadmap, Why, plan
from roadmap.worlds import (
    DAY,
    OFFICE,
    REPOSITORIES,
    World,
    action,
    answer,
    capacity,
    library,
    practice,
    scope,
    share_of,
)

ONE = Ask(id="q-one")
TWO = Ask(id="q-two")
README = Ask(id="m-one")
LICENSE = Ask(id="m-two")


def planned(*practices: Practice, known: tuple[Evidence, ...] = (), target: int = 3) -> Roadmap:
    world = World(practices, known)
    return plan(world.library, world.assessment(), capacity(target))


def actions(roadmap: Roadmap) -> list[str]:
    return [step.action for step in roadmap.steps]


def no(name: str) -> Evidence:
    return answer(OFFICE, name, value=False)


def yes(name: str, *, confirmed: bool = True) -> Evidence:
    return answer(OFFICE, name, value=True, confirmed=confirmed)


def published(*answers: tuple[str, ...]) -> tuple[Evidence, ...]:
    """A published repository for each tuple: the facts that are so; every other fact is a no."""
    found: list[Evidence] = []
    for repository, facts in zip(REPOSITORIES, answers, strict=False):
        found.append(scope(repository, "published"))
        found.extend(answer(repository, name, value=name in facts) for name in ("m-one", "m-two"))
    return tuple(found)


def test_a_no_is_certain_work_and_an_unknown_provisional() -> None:
    one = practice("STR-01", AllOf(of=(ONE, TWO)), (action("a", ("q-one",)), action("b", ("q-two",))))
    roadmap = planned(one, known=(no("q-one"),))
    assert [(step.action, step.provisional) for step in roadmap.steps] == [("a", False), ("b", True)]
    assert roadmap.questions == ("q-two",)


def test_a_yes_that_waits_for_its_second_person_needs_no_work() -> None:
    one = practice("STR-01", AllOf(of=(ONE, TWO)), (action("a", ("q-one",)), action("b", ("q-two",))))
    roadmap = planned(one, known=(yes("q-one", confirmed=False), no("q-two")))
    assert actions(roadmap) == ["b"]
    assert roadmap.confirmations == ("q-one",)


def test_an_alternative_is_taken_once() -> None:
    either = practice("STR-01", AtLeast(count=1, of=(ONE, TWO)), (action("a", ("q-one",)), action("b", ("q-two",))))
    assert actions(planned(either, known=(no("q-one"), no("q-two")))) == ["a"]


def test_an_alternative_that_others_close_for_members_is_taken_too() -> None:
    first = practice("CAT-02", share_of(README), (action("readme", ("m-one",)),), phase=1)
    either = share_of(AtLeast(count=1, of=(README, LICENSE)))
    second = practice("CAT-06", either, (action("license", ("m-two",)),), phase=2)
    assert actions(planned(first, second, known=published((), ()))) == ["readme"]


def test_work_that_several_practices_wait_for_is_listed_where_it_comes_first() -> None:
    early = practice("STR-02", ONE, (action("first", ("q-one",)),), phase=1)
    late = practice("STR-01", AllOf(of=(ONE, TWO)), (action("again", ("q-one",)), action("more", ("q-two",))), phase=2)
    then = practice("STR-03", Ask(id="q-three"), (action("then", ("q-three",)),), phase=2, requires=("STR-01",))
    roadmap = planned(early, late, then)
    assert set(actions(roadmap)) == {"first", "more", "then"}
    steps = {step.action: step for step in roadmap.steps}
    assert steps["first"].gaps == 2
    assert set(steps["then"].after) == {"first", "more"}


def test_an_answer_counts_for_the_practice_that_finishes_it() -> None:
    """The internal repositories are mended elsewhere: what is left here, the published, still settles the answer."""
    inner = practice("STR-01", share_of(README, Population.INTERNAL_REPOSITORIES), (action("inner"),), phase=0)
    owned = practice("STR-02", share_of(README, Population.OWNED_REPOSITORIES), (action("owned"),), phase=1)
    known = (*published(()), scope(REPOSITORIES[1], "internal"), answer(REPOSITORIES[1], "m-one", value=False))
    assert {step.action: step.gaps for step in planned(inner, owned, known=known).steps} == {"inner": 1, "owned": 1}


def test_while_it_is_open_whether_a_practice_applies_its_work_is_provisional() -> None:
    one = practice("STR-01", AllOf(of=(ONE, TWO)), (action("a"),))
    one = replace(one, criterion=replace(one.criterion, applies_when=TWO))
    roadmap = planned(one, known=(no("q-one"),))
    assert [step.provisional for step in roadmap.steps] == [True]
    assert roadmap.questions == ("q-two",)
    assert actions(planned(one, known=(no("q-one"), no("q-two")))) == []


def test_members_that_are_all_excepted_ask_for_nothing() -> None:
    one = practice("TEC-01", AllOf(of=(share_of(README), ONE)), (action("readme", ("m-one",)), action("a", ("q-one",))))
    excepted = answer(REPOSITORIES[0], "exception:TEC-01", value=True)
    assert actions(planned(one, known=(*published(()), excepted, no("q-one")))) == ["a"]


def test_questions_come_once_and_in_the_order_of_phases() -> None:
    late = practice("STR-01", AllOf(of=(ONE, TWO)), (action("a"),), phase=2)
    early = practice("STR-02", AllOf(of=(TWO, Ask(id="q-three"))), (action("b"),), phase=1)
    assert planned(late, early).questions == ("q-two", "q-three", "q-one")


def test_members_are_asked_to_confirm_only_what_the_target_needs() -> None:
    one = practice("TEC-01", AllOf(of=(share_of(README), ONE)), (action("a", ("q-one",)),), phase=1)
    known = (*published(*[("m-one",)] * 4), scope(REPOSITORIES[4], "published"), no("q-one"))
    known = (*known, answer(REPOSITORIES[4], "m-one", value=True, confirmed=False))
    assert planned(one, known=known, target=1).confirmations == ()
    assert planned(one, known=known, target=2).confirmations == ("m-one",)


def test_effort_grows_with_the_members_that_lack_what_an_action_closes() -> None:
    rule = share_of(AllOf(of=(README, LICENSE)))
    one = practice(
        "TEC-01", rule, (action("readme", ("m-one",), days=1, each=2), action("license", ("m-two",), days=3, each=1))
    )
    roadmap = planned(one, known=published((), ("m-one",), ("m-one", "m-two"), ("m-one",)))
    found = {step.action: (step.members, step.effort) for step in roadmap.steps}
    assert found == {"readme": (1, Effort(low=3, high=3)), "license": (3, Effort(low=6, high=6))}


def test_without_findings_of_single_members_all_that_fail_are_counted() -> None:
    rule = share_of(AllOf(of=(README, LICENSE)))
    one = practice("TEC-01", rule, (action("readme", ("m-one",), each=2), action("license", ("m-two",), each=1)))
    views = Ledger(published((), ("m-one",), ("m-one", "m-two"), ("m-one",))).views(DAY)
    assessment = assess(library((one,)), views, OFFICE, DAY, detail_limit=0)
    assert [step.members for step in plan(library((one,)), assessment, capacity()).steps] == [3, 3]


def test_institutions_are_counted_too() -> None:
    rule = share_of(Ask(id="has-focal-point"), Population.INSTITUTIONS)
    one = practice("CAP-02", rule, (action("appoint", each=0.5),))
    bodies = [Subject(kind=SubjectKind.INSTITUTION, id=name) for name in ("a", "b", "c")]
    known = tuple(answer(body, "has-focal-point", value=body.id == "a") for body in bodies)
    (step,) = planned(one, known=known).steps
    assert (step.members, step.effort, step.provisional) == (2, Effort(low=2, high=2), False)


def test_work_on_members_that_only_the_office_was_asked_about_counts_them_all() -> None:
    rule = AllOf(of=(share_of(README), ONE))
    one = practice("TEC-12", rule, (action("test-export", ("q-one",), days=1, each=2),))
    (step,) = planned(one, known=(*published(("m-one",), ("m-one",)), no("q-one"))).steps
    assert (step.members, step.effort.middle) == (2, 5)


def test_a_population_that_nobody_listed_gives_provisional_work() -> None:
    one = practice("TEC-01", share_of(README), (action("readme", each=2),))
    (step,) = planned(one).steps
    assert (step.members, step.provisional, step.closes) == (0, True, ("m-one",))


def test_members_that_could_not_be_seen_give_provisional_work() -> None:
    one = practice("TEC-01", share_of(README), (action("readme", each=2),))
    repository = REPOSITORIES[0]
    blind = replace(answer(repository, "m-one", value=True), value=NotSeen(reason="timeout"))
    (step,) = planned(one, known=(scope(repository, "published"), blind)).steps
    assert (step.members, step.provisional) == (1, True)


def test_a_met_share_asks_nothing_of_the_members_that_fail_until_the_later_target() -> None:
    one = practice("TEC-01", share_of(README), (action("readme", each=1),), phase=1)
    known = published(("m-one",), ("m-one",), ("m-one",), ("m-one",), ())
    assert actions(planned(one, known=known, target=1)) == []
    assert actions(planned(one, known=known, target=2)) == ["readme"]


def test_a_required_practice_that_is_met_passes_on_what_it_waits_for() -> None:
    first = practice("STR-01", ONE, (action("first"),))
    met = practice("STR-02", TWO, (action("met"),), requires=("STR-01",))
    last = practice("STR-03", Ask(id="q-three"), (action("last", days=0.5),), requires=("STR-02",))
    roadmap = planned(last, met, first, known=(yes("q-two"),))
    assert actions(roadmap) == ["first", "last"]
    assert roadmap.steps[1].after == ("first",)


def test_dates_spend_a_quarter_evenly() -> None:
    first = practice("STR-01", ONE, (action("a", ("q-one",), days=30),), early=True)
    second = practice("STR-02", TWO, (action("b", ("q-two",), days=30),))
    a, b = planned(first, second).steps
    assert (a.start, a.end) == (date(2026, 6, 1), date(2026, 7, 16))
    assert (b.start, b.end) == (date(2026, 7, 16), date(2026, 8, 31))


def test_a_day_that_is_spent_is_the_last_day_of_its_step() -> None:
    first = practice("STR-01", ONE, (action("a", ("q-one",), days=3), action("none", ("q-two",), days=0)))
    second = practice("STR-02", TWO, (action("b", ("q-two",), days=2),), requires=("STR-01",))
    world = World((first, second), ())
    a, b = plan(world.library, world.assessment(), capacity(person_days=91.3125)).steps
    assert (a.start, a.end) == (date(2026, 6, 1), date(2026, 6, 3))
    assert (b.start, b.end) == (date(2026, 6, 4), date(2026, 6, 5))


def test_nothing_to_do_ends_on_the_first_day() -> None:
    roadmap = planned(practice("STR-01", ONE, (action("a"),)), known=(yes("q-one"),))
    assert (roadmap.steps, roadmap.end, roadmap.effort) == ((), DAY, Effort(low=0, high=0))


def test_reasons_come_with_their_numbers() -> None:
    first = practice("STR-01", ONE, (action("a", ("q-one",), days=2),), early=True)
    second = practice("STR-02", TWO, (action("b", ("q-two",), days=1),), requires=("STR-01",), phase=2)
    third = practice("STR-03", Ask(id="q-three"), (action("c", days=9),), phase=2)
    because = {step.action: step.because for step in planned(first, second, third).steps}
    assert because == {
        "a": (
            Because(why=Why.EARLY_RESULT),
            Because(why=Why.CLOSES_MOST, number=1),
            Because(why=Why.OPENS_OTHERS, number=1),
            Because(why=Why.PHASE, number=1),
        ),
        "b": (Because(why=Why.CLOSES_MOST, number=1), Because(why=Why.PHASE, number=2)),
        "c": (Because(why=Why.PHASE, number=2),),
    }


@pytest.mark.parametrize("person_days", [0, -3, float("nan"), float("inf"), 1e-9])
def test_a_capacity_that_gives_no_date_is_refused_with_the_cure(person_days: float) -> None:
    world = World((practice("STR-01", ONE, (action("a", days=10),)),), ())
    with pytest.raises(AyniError, match="person_days_per_quarter"):
        plan(world.library, world.assessment(), capacity(person_days=person_days))


def test_practices_that_require_each_other_are_refused() -> None:
    one = practice("STR-01", ONE, (action("a"),), requires=("STR-02",))
    other = practice("STR-02", TWO, (action("b"),), requires=("STR-01",))
    with pytest.raises(AyniError, match="STR-01, STR-02"):
        planned(one, other)


def test_an_assessment_of_other_packs_is_refused() -> None:
    world = World((practice("STR-01", ONE, (action("a"),)),), ())
    more = (*world.practices, practice("STR-02", TWO, (action("b"),)))
    with pytest.raises(AyniError, match="STR-02 was not assessed"):
        plan(library(more), world.assessment(), capacity())


def test_the_real_practices_give_a_whole_roadmap_when_nothing_is_known() -> None:
    loaded = load_pack(PACKS / "practices")
    real = Library([(loaded.pack, loaded.words)])
    roadmap = plan(real, assess(real, [], OFFICE, DAY), capacity(4))
    closed = {name for step in roadmap.steps for name in step.closes}
    for one in real.practices:
        closable = {name for act in one.actions for name in act.closes or asked(one.criterion.met_when)}
        assert any(step.practice == one.id for step in roadmap.steps) or closable <= closed
    assert all(step.provisional for step in roadmap.steps)
    assert roadmap.steps[0].early_result
    assert set(roadmap.questions) == {name for one in real.practices for name in one.questions}
