# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where one practice stands, in the form in which work is planned: answers, and members that fail alike."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ayni.assessment import Finding, Tally, Verdict
from ayni.assessment.grades import Grade
from ayni.assessment.tally import grade_share
from ayni.frameworks import Population, Practice, Share, asked
from ayni.roadmap.gaps import CLOSED, Gap, Open, State, has_alternatives, leaf_of, open_in
from ayni.roadmap.members import Group, lacking

OFFICE = "office"
"""The scope of what the office itself is asked."""

GOOD_ENOUGH = frozenset({Verdict.MET, Verdict.EXCEPTED, Verdict.NOT_APPLICABLE})
"""The verdicts that leave nothing to do."""

_IN_THE_WAY = {
    True: frozenset({State.NO, State.UNKNOWN}),
    False: frozenset({State.YES, State.UNCONFIRMED, State.UNKNOWN}),
}


def stands_open(practice: Practice, finding: Finding, target: int) -> bool:
    """Whether a practice stands between the office and the target phase; before that phase, by its later targets."""
    verdicts = [finding.verdict] if practice.phase == target else [finding.verdict, finding.later]
    return any(verdict not in GOOD_ENOUGH for verdict in verdicts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A practice, what the office answered, and for each of its shares the members that fail."""

    practice: Practice
    finding: Finding
    later: bool
    """Whether the target lies in a later phase, so that the later targets of shares count."""
    answers: Mapping[str, State]
    tallies: Mapping[Share, Tally]
    groups: Mapping[Share, tuple[Group, ...]]

    def gaps(self, closed: Collection[Gap], *, later: bool, strict: bool = False) -> frozenset[Gap]:
        """What stands between the practice and its being met when ``closed`` is done.

        ``later`` holds shares against the targets of a phase later; ``strict`` counts unconfirmed answers too.
        """

        def counted(share: Share, wanted: bool) -> Open:
            grade = grade_share(share, self.tallies[share], later=later)
            if grade is None:
                return None
            if (grade.low if wanted else Grade(Grade.MET - grade.high)) is Grade.MET:
                return CLOSED
            return CLOSED.union(
                *(
                    group.left(closed)
                    if wanted and not strict
                    else lacking(share.that, group.states, group.scopes, closed, wanted=wanted, strict=strict)
                    for group in self.groups[share]
                )
            )

        own = leaf_of(self.answers, frozenset({OFFICE}), closed, strict=strict)
        return open_in(self.practice.criterion.met_when, own, counted) or CLOSED

    @property
    def has_alternatives(self) -> bool:
        """Whether closing one gap can close others; else what is left of the gaps is what was not closed."""
        return has_alternatives(self.practice.criterion.met_when)

    def members(self, gaps: frozenset[Gap], closed: Collection[Gap]) -> int:
        """How many members have one of the gaps; of several shares over one population, the largest count.

        Where the gaps are the office's own nobody knows which members they concern: all that the practice counts.
        """
        most: Counter[Population] = Counter()
        office_only = all(gap.scope == OFFICE for gap in gaps)
        for share, groups in self.groups.items():
            failing = sum(group.count for group in groups if not gaps.isdisjoint(group.left(closed)))
            found = self.tallies[share].counted if office_only else failing
            most[share.of] = max(most[share.of], found)
        return sum(most.values())

    def nobody_looked(self, gaps: frozenset[Gap]) -> bool:
        """Whether no answer about any of the gaps is known, or not even whether the practice applies."""
        return self.applies_unknown or all(state is State.UNKNOWN for gap in gaps for state in self._in_the_way(gap))

    def _in_the_way(self, gap: Gap) -> Iterator[State]:
        groups = (group for groups in self.groups.values() for group in groups if gap.scope in group.scopes)
        for known in (self.answers,) if gap.scope == OFFICE else (group.states for group in groups):
            state = known.get(gap.id, State.NOT_APPLICABLE)
            if state in _IN_THE_WAY[gap.wanted]:
                yield state

    @property
    def applies_unknown(self) -> bool:
        """Whether it is open if the practice applies at all."""
        rule = self.practice.criterion.applies_when
        if rule is None or self.finding.verdict is not Verdict.UNKNOWN:
            return False
        return any(self.answers.get(name) is State.UNKNOWN for name in asked(rule))

    def questions(self) -> Iterator[str]:
        """The practice's own questions whose answer would settle something that is open."""
        gaps = {gap.id for gap in self.gaps((), later=self.later)}
        rule = self.practice.criterion.applies_when
        if rule is not None:
            gaps.update(asked(rule))
        yield from (name for name in self.practice.questions if name in gaps and self._unknown(name))

    def _unknown(self, name: str) -> bool:
        if name in self.answers:
            return self.answers[name] is State.UNKNOWN
        return any(g.states.get(name) is State.UNKNOWN for groups in self.groups.values() for g in groups)

    def confirmations(self) -> Iterator[str]:
        """The answers that count as partly until a person, or a second person, confirms them."""
        strict = {gap.id for gap in self.gaps((), later=self.later, strict=True)}
        states = (self.answers, *(group.states for groups in self.groups.values() for group in groups))
        waiting = {name for known in states for name, state in known.items() if state is State.UNCONFIRMED}
        yield from dict.fromkeys(n for n in asked(self.practice.criterion.met_when) if n in waiting and n in strict)
