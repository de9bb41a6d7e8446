# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``explain`` says of one criterion: who fails and who meets it, and what would change it."""

from datetime import UTC, datetime

from ayni.assessment import Asked, Verdict
from ayni.evidence import Basis, Evidence, Subject, SubjectKind
from ayni.probes import Answer, Outcome
from ayni.reports.explanation import explain
from ayni.reports.obstacles import certainty, why_unknown
from ayni.reports.sections import Bullets, Entries, Numbered, Prose, Section, Table
from ayni.reports.voice import Voice
from fakes.offices import fictional_report, library

VOICE = Voice(library(), "en")


def _explained(name: str) -> tuple[Section, ...]:
    return explain(fictional_report(), library().criteria[name], VOICE)


def _texts(section: Section) -> list[str]:
    found: list[str] = []
    for block in section.blocks:
        match block:
            case Prose():
                found.append(block.text)
            case Bullets():
                found += [line.text for line in block.lines]
            case Numbered() | Entries():
                found += [line.text for line, _ in block.lines]
            case Table():
                found += [" | ".join(cell.text for cell in row) for row in block.rows]
    return found


def _section(name: str, title: str) -> list[str]:
    return next((_texts(s) for s in _explained(name) if s.title == VOICE.say("outline", title)), [])


def test_institutions_that_are_counted_are_named() -> None:
    said = " ".join(_section("CAP-02", "judged"))
    for result in fictional_report().assessment.institutions:
        assert result.title in said


def test_a_repository_without_a_license_is_not_told_that_its_license_is_not_approved() -> None:
    without = VOICE.answer("has-license-file", "no")
    for name in ("LEG-03", "OSPS-LE-02.01"):
        rows = _section(name, "in-the-way")
        assert any(without in row for row in rows)
        for probe in ("license-is-osi-approved", "license-is-open"):
            assert not [row for row in rows if VOICE.answer(probe, "no") in row and row.endswith("| none")]
        assert len(rows) == len(set(rows))


def test_what_is_to_be_done_is_said_once() -> None:
    said = _section("LEG-03", "change")
    assert [line for line in said if "person-day" in line] == said  # each fix is one of its actions
    assert _section("OSPS-LE-02.01", "change") == [VOICE.fix("has-license-file")]


def test_an_action_whose_answers_are_all_yes_changes_nothing() -> None:
    for finding in fictional_report().assessment.findings:
        if finding.verdict is Verdict.MET and finding.asked and not finding.counted:
            assert not _section(finding.criterion, "change")


def test_an_answer_says_whose_confirmation_it_awaits() -> None:
    said = Evidence(
        subject=Subject(kind=SubjectKind.OFFICE, id="x"),
        claim="leg-02-lawyer",
        value=True,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=datetime(2026, 1, 1, tzinfo=UTC),
        by="role: legal officer",
    )
    word = Answer(outcome=Outcome.YES, unconfirmed=True, evidence=(said,))
    asked = Asked(id="leg-02-lawyer", answer=word, capped=True)
    assert certainty(asked, VOICE) == "stated by role: legal officer; a second person has to confirm it"
    guess = Asked(id="has-tests", answer=Answer(outcome=Outcome.YES, likely=True), capped=True)
    assert certainty(guess, VOICE) == "likely; a person has to confirm it"


def test_a_question_without_an_answer_says_why() -> None:
    def why(name: str, *missing: str) -> str:
        return why_unknown(Asked(id=name, answer=Answer(outcome=Outcome.UNKNOWN, missing=missing)), VOICE)

    assert why("leg-02-lawyer", "leg-02-lawyer") == "nobody has answered yet"
    assert why("leg-02-lawyer", "leg-02-lawyer", "leg-02-lawyer:expired") == VOICE.reason("expired")
    assert why("has-readme", "readme-file") == VOICE.reason("nobody-looked")


def test_the_end_that_gives_the_evidence_is_the_subject_of_an_edge() -> None:
    rests = _section("OSPS-LE-02.01", "from")
    assert any(line.startswith("LEG-03 ") and ": the practice " in line for line in rests)
    assert any(line.startswith("license-is-open ") and ": the question " in line for line in rests)
    assert all(": the practice " in line for line in _section("LEG-03", "crosswalk"))
