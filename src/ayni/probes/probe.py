# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A probe: one yes/no question about one kind of subject, answered from what is known on a day.

Its id is a sentence in the positive, so that *yes* is good. A pack gives it its words in each language.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from ayni.evidence import Evidence, NotSeen, SubjectKind, Value, View
from ayni.probes.answer import Answer, Outcome

Conclusion: TypeAlias = bool | None
"""What a probe concludes from values that were seen: yes, no, or None where the question does not apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One question. ``conclude`` gets the values of ``claims``, all of them seen, and the view they come from.

    A heuristic probe answers "likely" until a person confirms it. Where the claim ``only_where`` was seen to be empty
    (no releases, no workflows), the question does not apply.
    """

    id: str
    claims: tuple[str, ...]
    conclude: Callable[[tuple[Value, ...], View], Conclusion]
    subject: SubjectKind = SubjectKind.REPOSITORY
    heuristic: bool = False
    only_where: str = ""

    def ask(self, view: View) -> Answer:
        """The answer, from machine facts first; a person answers where machines guess or cannot see."""
        return with_attestation(self._measure(view), view, self.id)

    def _measure(self, view: View) -> Answer:
        ground = view.fact(self.only_where) if self.only_where else None
        if ground is not None and ground.seen and not ground.value:
            return Answer(outcome=Outcome.NOT_APPLICABLE, evidence=(ground,))
        found = tuple(view.fact(claim) for claim in self.claims)
        seen = tuple(item for item in found if item is not None and item.seen)
        if len(seen) < len(self.claims) or not self.claims:
            missing = tuple(_missing(claim, item) for claim, item in zip(self.claims, found, strict=True))
            return Answer(
                outcome=Outcome.UNKNOWN,
                evidence=tuple(item for item in found if item is not None),
                missing=tuple(text for text in missing if text),
            )
        return Answer(
            outcome=_OUTCOMES[self.conclude(tuple(item.value for item in seen), view)],
            evidence=seen,
            likely=self.heuristic,
        )


_OUTCOMES = {True: Outcome.YES, False: Outcome.NO, None: Outcome.NOT_APPLICABLE}


def _missing(claim: str, item: Evidence | None) -> str:
    if item is None:
        return claim
    return f"{claim}:{item.value.reason}" if isinstance(item.value, NotSeen) else ""


def with_attestation(measured: Answer, view: View, claim: str) -> Answer:
    """The measured answer with a person's word laid beside it.

    The word decides where machines guess (heuristics) or do not see; against a machine's fact it is kept as a
    contradiction, which a reader is shown.
    """
    word = view.attestation(claim)
    if word is None or not word.seen:
        return _with_lapsed(measured, view, claim)
    if measured.outcome in (Outcome.YES, Outcome.NO) and not measured.likely:
        disagrees = (measured.outcome is Outcome.YES) is not bool(word.value)
        return replace(measured, contradicts=word) if disagrees else measured
    return Answer(
        outcome=Outcome.YES if word.value else Outcome.NO,
        evidence=(word, *measured.evidence),
        unconfirmed=not word.confirmed(),
    )


def _with_lapsed(measured: Answer, view: View, claim: str) -> Answer:
    lapsed = view.lapsed.get(claim)
    if not lapsed or measured.outcome is not Outcome.UNKNOWN:
        return measured
    return replace(measured, evidence=(*measured.evidence, *lapsed), missing=(*measured.missing, f"{claim}:expired"))


def ask_person(view: View, question: str) -> Answer:
    """The answer to a question that no machine asks; a fact that a tool or a record left under its id counts too."""
    fact = view.fact(question)
    if fact is not None and fact.seen:
        outcome = Outcome.YES if fact.value else Outcome.NO
        return with_attestation(Answer(outcome=outcome, evidence=(fact,)), view, question)
    return with_attestation(Answer(outcome=Outcome.UNKNOWN, missing=(question,)), view, question)


def any_path(claim: str, probe_id: str, *, heuristic: bool = False, only_where: str = "") -> Probe:
    """Yes when the claim lists at least one thing."""
    return Probe(
        id=probe_id,
        claims=(claim,),
        conclude=lambda values, _: bool(values[0]),
        heuristic=heuristic,
        only_where=only_where,
    )


def no_path(claim: str, probe_id: str, *, heuristic: bool = False, only_where: str = "") -> Probe:
    """Yes when the claim was looked at and lists nothing."""
    return Probe(
        id=probe_id,
        claims=(claim,),
        conclude=lambda values, _: not values[0],
        heuristic=heuristic,
        only_where=only_where,
    )


def mentions(claim: str, word: str, probe_id: str, *, heuristic: bool = True) -> Probe:
    """Yes when the claim's list holds the word."""
    return Probe(id=probe_id, claims=(claim,), conclude=lambda values, _: word in texts(values[0]), heuristic=heuristic)


def at_least(claim: str, least: float, probe_id: str, *, heuristic: bool = False) -> Probe:
    """Yes when the claim's number reaches the least."""
    return Probe(
        id=probe_id, claims=(claim,), conclude=lambda values, _: number(values[0]) >= least, heuristic=heuristic
    )


def recorded(probe_id: str, *, subject: SubjectKind = SubjectKind.REPOSITORY, only_where: str = "") -> Probe:
    """A probe that only forges, registers, people and the office's own work can answer: the claim is its own id."""
    return Probe(
        id=probe_id,
        claims=(probe_id,),
        conclude=lambda values, _: bool(values[0]),
        subject=subject,
        only_where=only_where,
    )


def texts(value: Value) -> tuple[str, ...]:
    """The value as a list of texts; a single text is a list of one."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def number(value: Value) -> float:
    """The value as a number; a list counts its members."""
    if isinstance(value, tuple):
        return len(value)
    return float(value) if isinstance(value, int | float) else 0.0
