# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gaps and verdicts read the same rules: they must never disagree on what is met."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from ayni.assessment.grades import OPEN, Grade, Judged, certain, judge_rule
from ayni.frameworks import AllOf, Ask, AtLeast, Negation, Rule, Share, asked
from ayni.roadmap.gaps import Gap, Open, State, has_alternatives, leaf_of, open_in
from roadmap.worlds import PATIENT

NAMES = ("a", "b", "c", "d")
HERE = frozenset({"office"})
JUDGED: Mapping[State, Judged] = {
    State.YES: certain(Grade.MET),
    State.UNCONFIRMED: certain(Grade.PARTLY),
    State.NO: certain(Grade.NOT_MET),
    State.UNKNOWN: OPEN,
    State.NOT_APPLICABLE: None,
}


def rules() -> st.SearchStrategy[Rule]:
    return st.recursive(
        st.sampled_from(NAMES).map(lambda name: Ask(id=name)),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(of=tuple(parts))),
            st.builds(
                lambda count, parts: AtLeast(count=count, of=tuple(parts)),
                st.integers(1, 3),
                st.lists(inner, min_size=1, max_size=3),
            ),
            inner.map(lambda part: Negation(of=part)),
        ),
        max_leaves=6,
    )


def states() -> st.SearchStrategy[dict[str, State]]:
    return st.fixed_dictionaries({name: st.sampled_from(State) for name in NAMES})


def no_share(share: Share, wanted: bool) -> Open:
    raise AssertionError(share, wanted)


def gaps(rule: Rule, known: Mapping[str, State], closed: frozenset[Gap] = frozenset(), *, strict: bool = True) -> Open:
    return open_in(rule, leaf_of(known, HERE, closed, strict=strict), no_share)


@PATIENT
@given(rules(), states())
def test_a_rule_has_no_gaps_just_when_it_is_judged_met(rule: Rule, known: dict[str, State]) -> None:
    judged = judge_rule(rule, lambda name: JUDGED[known[name]], lambda share: no_share(share, wanted=True))
    found = gaps(rule, known)
    assert (found is None) is (judged is None)
    assert (found == frozenset()) is (judged == certain(Grade.MET))


@PATIENT
@given(rules(), states())
def test_closing_every_gap_meets_the_rule(rule: Rule, known: dict[str, State]) -> None:
    found = gaps(rule, known)
    if found:
        assert not gaps(rule, known, found)
        assert {gap.id for gap in found} <= set(asked(rule))


@PATIENT
@given(rules(), states(), st.data())
def test_without_alternatives_what_is_left_is_what_was_not_closed(
    rule: Rule, known: dict[str, State], data: st.DataObject
) -> None:
    found = gaps(rule, known, strict=False)
    if found and not has_alternatives(rule):
        closed = frozenset(data.draw(st.sets(st.sampled_from(sorted(found)))))
        assert gaps(rule, known, closed, strict=False) == found - closed


def test_unconfirmed_is_a_gap_for_signatures_only() -> None:
    known = {"a": State.UNCONFIRMED}
    assert gaps(Ask(id="a"), known) == {Gap("a", "office")}
    assert gaps(Ask(id="a"), known, strict=False) == frozenset()


def test_beside_an_alternative_that_is_met_there_is_no_gap() -> None:
    either = AtLeast(count=1, of=(Ask(id="a"), Ask(id="b")))
    assert gaps(either, {"a": State.NO, "b": State.YES}) == frozenset()
    assert gaps(either, {"a": State.NO, "b": State.UNKNOWN}) == {Gap("a", "office"), Gap("b", "office")}


def test_under_a_not_the_other_answer_is_wanted() -> None:
    assert gaps(Negation(of=Ask(id="a")), {"a": State.YES}) == {Gap("a", "office", wanted=False)}
    assert gaps(Negation(of=Ask(id="a")), {"a": State.NO}) == frozenset()


def test_under_a_not_too_few_suffice() -> None:
    both = Negation(of=AtLeast(count=2, of=(Ask(id="a"), Ask(id="b"))))
    assert gaps(both, {"a": State.NO, "b": State.YES}) == frozenset()
    assert gaps(both, {"a": State.YES, "b": State.YES})
