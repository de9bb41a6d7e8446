# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promises of design section 4, as properties over made-up worlds."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from assessment.strategies import (
    DAY,
    NOON,
    OFFICE,
    attested,
    criteria,
    evidence_sets,
    library,
    measured,
    practice,
    repository,
)
from ayni.assessment import Assessment, Verdict, assess
from ayni.evidence import Evidence, Ledger, NotSeen, Subject, SubjectKind
from ayni.frameworks import Ask, Criterion, Population, Share

WORTH = {Verdict.NOT_MET: 0, Verdict.UNKNOWN: 0.5, Verdict.PARTLY: 1, Verdict.MET: 2}
"""Unknown lies above a plain no: seeing more may only raise what was certain."""


def judged(criterion: Criterion, evidence: list[Evidence]) -> Assessment:
    ledger = Ledger(evidence)
    return assess(library((practice(criterion),)), ledger.views(DAY), OFFICE, DAY)


def verdict(criterion: Criterion, evidence: list[Evidence]) -> Verdict:
    return judged(criterion, evidence).findings[0].verdict


@given(criteria(), evidence_sets(), st.randoms())
def test_order_never_matters(criterion: Criterion, evidence: list[Evidence], random: object) -> None:
    shuffled = list(evidence)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = judged(criterion, evidence), judged(criterion, shuffled)
    assert msgspec.json.encode(one.findings) == msgspec.json.encode(other.findings)
    assert one.repositories == other.repositories


@given(criteria())
def test_no_evidence_gives_only_unknown(criterion: Criterion) -> None:
    assessment = judged(criterion, [])
    assert {finding.verdict for finding in assessment.findings} == {Verdict.UNKNOWN}
    assert assessment.looked_at_nothing
    assert assessment.phase is None


@given(criteria(), evidence_sets())
def test_what_was_not_seen_is_never_counted_as_evidence(criterion: Criterion, evidence: list[Evidence]) -> None:
    blind = [item for item in evidence if isinstance(item.value, NotSeen)]
    assert verdict(criterion, blind) is Verdict.UNKNOWN


@given(criteria(), evidence_sets(), st.data())
def test_better_evidence_never_lowers_a_verdict(
    criterion: Criterion, evidence: list[Evidence], data: st.DataObject
) -> None:
    better = list(evidence)
    candidates = [index for index, item in enumerate(better) if item.claim != "repository-scope"]
    if not candidates:
        return
    index = data.draw(st.sampled_from(candidates))
    item = better[index]
    if item.basis.value == "attested":
        better[index] = attested(item.subject, item.claim, True, confirmed_by="second person")
        others = [i for i in better if (i.subject, i.claim) == (item.subject, item.claim)]
        better = [i for i in better if i not in others or i is better[index]]
    else:
        better = [i for i in better if (i.subject, i.claim) != (item.subject, item.claim)]
        better.append(measured(item.subject, item.claim, ("a-file",)))
    assert WORTH[verdict(criterion, better)] >= WORTH[verdict(criterion, evidence)]


@given(criteria(), evidence_sets())
def test_same_input_same_bytes(criterion: Criterion, evidence: list[Evidence]) -> None:
    one, other = judged(criterion, evidence), judged(criterion, list(evidence))
    assert msgspec.json.encode(one.findings) == msgspec.json.encode(other.findings)


@given(criteria(), evidence_sets())
def test_a_phase_is_reached_only_when_its_practices_are_met(criterion: Criterion, evidence: list[Evidence]) -> None:
    assessment = judged(criterion, evidence)
    good = assessment.findings[0].verdict in {Verdict.MET, Verdict.EXCEPTED, Verdict.NOT_APPLICABLE}
    assert (assessment.phase is not None) is good


def test_an_expired_attestation_becomes_unknown() -> None:
    rule = Criterion(id="STR-01", pack="practices", group="STR", subject=OFFICE.kind, met_when=Ask(id="q-one"))
    holds = [attested(OFFICE, "q-one", True, confirmed_by="b", expires=DAY.replace(day=2))]
    lapsed = [attested(OFFICE, "q-one", True, confirmed_by="b", expires=DAY)]
    assert verdict(rule, holds) is Verdict.MET
    finding = judged(rule, lapsed).findings[0]
    assert finding.verdict is Verdict.UNKNOWN
    assert "q-one:expired" in finding.asked[0].answer.missing


def test_an_attestation_waits_for_its_second_person() -> None:
    rule = Criterion(
        id="STR-01",
        pack="practices",
        group="STR",
        subject=OFFICE.kind,
        met_when=Ask(id="q-one"),
        confirm=True,
    )
    assert verdict(rule, [attested(OFFICE, "q-one", True)]) is Verdict.PARTLY
    assert verdict(rule, [attested(OFFICE, "q-one", True, confirmed_by="first person")]) is Verdict.PARTLY
    assert verdict(rule, [attested(OFFICE, "q-one", True, confirmed_by="second person")]) is Verdict.MET


def test_each_institution_has_its_own_verdict_where_institutions_are_counted() -> None:
    share = Share(of=Population.INSTITUTIONS, that=Ask(id="q-one"), target=0.8, later=0.95, unknown=0.2)
    rule = Criterion(id="CAP-02", pack="practices", group="CAP", subject=OFFICE.kind, met_when=share)
    names = {"health": Verdict.MET, "transport": Verdict.NOT_MET}
    told = [
        attested(Subject(kind=SubjectKind.INSTITUTION, id=name), "q-one", wanted is Verdict.MET)
        for name, wanted in names.items()
    ]
    assessment = judged(rule, told)
    assert {result.subject.id: result.verdicts for result in assessment.institutions} == {
        name: {"CAP-02": wanted} for name, wanted in names.items()
    }
    tally = assessment.findings[0].counted[0].tally
    assert (tally.met, tally.not_met) == (1, 1)


def test_newer_evidence_replaces_older_of_the_same_claim() -> None:
    portal = repository("portal")
    old = measured(portal, "readme-file", (), observed=NOON.replace(month=1))
    new = measured(portal, "readme-file", ("README.md",), observed=NOON)
    view = Ledger([new, old]).view(portal, DAY)
    assert view.fact("readme-file") == new
    assert Ledger([new, old]).view(portal, NOON.replace(month=2).date()).fact("readme-file") == old
