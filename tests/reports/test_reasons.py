# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reason behind a verdict says what was counted and answered, with denominators, and what is open."""

from datetime import UTC, date, datetime

from ayni.assessment import Asked, Counted, Finding, Tally, Verdict
from ayni.evidence import Basis, Evidence, Subject, SubjectKind
from ayni.frameworks import Population
from ayni.probes import Answer, Outcome
from ayni.reports.reasons import reason
from ayni.reports.voice import Voice
from fakes.offices import fictional_report, library

VOICE = Voice(library(), "en")
OFFICE = Subject(kind=SubjectKind.OFFICE, id="x")
PUBLISHED = Population.PUBLISHED_REPOSITORIES


def _finding(*asked: Asked, tally: Tally | None = None, verdict: Verdict = Verdict.PARTLY, until: str = "") -> Finding:
    counted = (Counted(key="LEG-03", tally=tally, target=0.8, later=0.95),) if tally else ()
    exception = Evidence(
        subject=OFFICE,
        claim="exception:LEG-03",
        value=True,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=datetime(2026, 1, 1, tzinfo=UTC),
        by="role: head of the office",
        expires=date.fromisoformat(until) if until else None,
    )
    return Finding(
        criterion="LEG-03",
        pack="practices",
        subject=OFFICE,
        verdict=verdict,
        later=verdict,
        asked=asked,
        counted=counted,
        exception=exception if verdict is Verdict.EXCEPTED else None,
    )


def _asked(name: str, outcome: Outcome, *, capped: bool = False, likely: bool = False) -> Asked:
    return Asked(
        id=name, answer=Answer(outcome=outcome, likely=likely, unconfirmed=capped and not likely), capped=capped
    )


def test_a_share_names_its_denominator_its_target_and_the_unseen() -> None:
    tally = Tally(population=PUBLISHED, met=9, partly=2, not_met=5, unknown=2)
    said = reason(_finding(tally=tally), VOICE)
    assert said == (
        "9 of 16 published repositories meet it; the target is 80%. 2 meet it in part. 2 more could not be seen."
    )


def test_a_population_without_members_is_nothing_to_count() -> None:
    said = reason(_finding(tally=Tally(population=PUBLISHED), verdict=Verdict.UNKNOWN), VOICE)
    assert said == "There is nothing to count yet: no published repositories are known."


def test_a_population_that_nobody_saw() -> None:
    said = reason(_finding(tally=Tally(population=PUBLISHED, unknown=3)), VOICE)
    assert said == "None of 3 published repositories could be seen."


def test_answers_are_counted_and_the_open_ones_named() -> None:
    said = reason(
        _finding(
            _asked("a", Outcome.YES),
            _asked("b", Outcome.YES, capped=True),
            _asked("c", Outcome.YES, capped=True, likely=True),
            _asked("d", Outcome.NO),
            _asked("e", Outcome.UNKNOWN),
            _asked("f", Outcome.NOT_APPLICABLE),
        ),
        VOICE,
    )
    assert said == (
        "3 of 5 answers are yes. 1 answer is no. 1 question has no answer yet. "
        "1 is only likely until a person confirms it. 1 awaits confirmation by a second person."
    )


def test_all_yes_is_one_sentence() -> None:
    assert reason(_finding(_asked("a", Outcome.YES), verdict=Verdict.MET), VOICE) == (
        "Everything asked is answered with yes."
    )


def test_an_exception_says_until_when() -> None:
    said = reason(_finding(_asked("a", Outcome.NO), verdict=Verdict.EXCEPTED, until="2027-03-31"), VOICE)
    assert said.startswith("An exception holds until March 31, 2027.")


def test_every_finding_has_a_reason_in_every_language() -> None:
    for language in ("en", "es", "pt", "fr"):
        voice = Voice(library(), language)
        assert all(reason(finding, voice) for finding in fictional_report().assessment.findings)
