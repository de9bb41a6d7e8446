# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""OSCAL assessment results: what the model asks for is there, every reference leads somewhere, no unknown passes.

The model is that of OSCAL 1.1.3; its published JSON schema is not part of Ayni, so its rules stand here as tests.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from ayni.assessment import Asked, Finding, Verdict
from ayni.evidence import Basis, Evidence, Subject, SubjectKind
from ayni.probes import Answer, Outcome
from ayni.reports.framework_standing import FrameworkStanding, ItemStanding, frameworks, stand
from ayni.reports.oscal import render_oscal
from ayni.reports.oscal_observations import Observed
from ayni.reports.report import Report
from ayni.reports.voice import Voice
from fakes.offices import empty_report, fictional_report, library

FRAMEWORKS = [pack.id for pack in frameworks(library())]
TOKEN = re.compile(r"[^\W\d][\w.\-]*")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
REQUIRED = {
    "metadata": {"title", "last-modified", "version", "oscal-version"},
    "results": {"uuid", "title", "description", "start", "reviewed-controls"},
    "observations": {"uuid", "description", "methods", "collected"},
    "findings": {"uuid", "title", "description", "target"},
    "target": {"type", "target-id", "status"},
    "components": {"uuid", "type", "title", "description", "status"},
    "parties": {"uuid", "type"},
    "props": {"name", "value"},
    "relevant-evidence": {"description"},
    "subjects": {"subject-uuid", "type"},
}


def document(name: str, report: Report | None = None, language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rendered(name, report, language))["assessment-results"]
    return found


def rendered(name: str, report: Report | None = None, language: str = "en") -> bytes:
    said = report or fictional_report()
    return render_oscal(said, standing(name, said), Voice(library(), language))


def standing(name: str, report: Report) -> FrameworkStanding:
    pack = library().pack(name)
    assert pack is not None
    return stand(library(), report.assessment, pack)


def parts(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every object, list and text of a document, each with the key that it stands under."""
    yield key, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from parts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from parts(inner, key)


@pytest.mark.parametrize("report", [fictional_report(), empty_report()], ids=["fictional", "empty"])
@pytest.mark.parametrize("name", FRAMEWORKS)
def test_everything_that_the_model_asks_for_is_there(name: str, report: Report) -> None:
    whole = document(name, report)
    assert set(whole) >= {"uuid", "metadata", "import-ap", "results"}
    for key, value in parts(whole):
        assert value not in ("", [], {}, None), key
        if isinstance(value, dict):
            assert set(value) >= REQUIRED.get(key, set()), key
        if isinstance(value, str) and key.endswith("uuid"):
            assert UUID(value).version == 5
        if key in {"collected", "expires", "start", "last-modified"}:
            assert MOMENT.fullmatch(value), value
        if isinstance(value, str) and key in {"control-id", "target-id", "state", "reason"}:
            assert TOKEN.fullmatch(value), value
    for key, value in parts(whole):
        if key == "props" and isinstance(value, dict):
            assert TOKEN.fullmatch(value["name"])
            assert re.fullmatch(r"\S(.*\S)?", value["value"])


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_reference_leads_somewhere_and_every_id_is_one(name: str) -> None:
    whole = document(name)
    result = whole["results"][0]
    own = Counter(value["uuid"] for _, value in parts(whole) if isinstance(value, dict) and "uuid" in value)
    assert max(own.values()) == 1
    observed = {each["uuid"] for each in result.get("observations", [])}
    findings = result["findings"]
    cited = {each["observation-uuid"] for finding in findings for each in finding.get("related-observations", [])}
    assert cited == observed
    kinds = {"parties": "party", "components": "component"}
    there = {(kinds[key], each["uuid"]) for key, each in parts(whole) if key in kinds and isinstance(each, dict)}
    subjects = (each for seen in result.get("observations", []) for each in seen["subjects"])
    about = {(each["type"], each["subject-uuid"]) for each in subjects}
    assert about <= there
    assert whole["import-ap"]["href"].removeprefix("#") in {each["uuid"] for each in whole["back-matter"]["resources"]}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_item_is_reviewed_and_has_one_finding(name: str) -> None:
    result = document(name)["results"][0]
    items = [each.item.id for each in standing(name, fictional_report()).items]
    reviewed = result["reviewed-controls"]["control-selections"][0]["include-controls"]
    assert [each["control-id"] for each in reviewed] == items
    assert [each["target"]["target-id"] for each in result["findings"]] == items


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_only_what_is_met_is_satisfied_and_what_is_not_known_says_so(name: str) -> None:
    voice = Voice(library(), "en")
    findings = document(name)["results"][0]["findings"]
    for each, finding in zip(standing(name, fictional_report()).items, findings, strict=True):
        status, said = finding["target"]["status"], {prop["name"]: prop["value"] for prop in finding["props"]}
        assert (status["state"] == "satisfied") is met(each)
        assert (status["reason"] == "pass") is met(each)
        if each.verdict is not None:
            assert said == {"verdict": each.verdict.value}
        if each.verdict is Verdict.UNKNOWN:
            assert status["reason"] == "other"
            assert status["remarks"] == voice.say("framework", "oscal", "unknown")
        if each.verdict is Verdict.PARTLY:
            assert status["reason"] == "fail"
            assert status["remarks"] == voice.say("framework", "oscal", "partly")
        if each.tally is not None:
            assert said["repositories-met"] == str(each.tally.met)
            assert (voice.say("framework", "oscal", "unknown") in status["remarks"]) is bool(each.tally.unknown)


def met(each: ItemStanding) -> bool:
    if each.tally is None:
        return each.verdict is Verdict.MET
    return bool(each.tally.met) and each.tally.met + each.tally.not_applicable == each.tally.members


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_nothing_seen_satisfies_nothing(name: str) -> None:
    result = document(name, empty_report())["results"][0]
    assert {each["target"]["status"]["state"] for each in result["findings"]} == {"not-satisfied"}
    assert {each["target"]["status"]["reason"] for each in result["findings"]} == {"other"}
    assert "observations" not in result


def test_the_method_follows_the_basis() -> None:
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for name in ("osps-baseline", "ggi"):
        for each in document(name)["results"][0]["observations"]:
            basis = next(prop["value"] for prop in each["props"] if prop["name"] == "basis")
            seen[basis, tuple(each["methods"])] += 1
    assert {methods[0] for basis, methods in seen if basis == "attested"} == {"INTERVIEW"}
    assert {methods[0] for basis, methods in seen if basis != "attested"} == {"EXAMINE"}
    assert seen["measured", ("EXAMINE", "TEST")]


@pytest.mark.parametrize(
    ("basis", "methods"), [(Basis.ATTESTED, ("INTERVIEW",)), (Basis.MEASURED, ("EXAMINE", "TEST"))]
)
def test_a_word_that_settles_what_a_probe_asks_is_no_test(basis: Basis, methods: tuple[str, ...]) -> None:
    subject = Subject(kind=SubjectKind.REPOSITORY, id="portal")
    said = Evidence(
        subject=subject,
        claim="has-tests",
        value=True,
        basis=basis,
        source="office-file",
        observed=datetime(2026, 11, 1, tzinfo=UTC),
        by="role: maintainer",
    )
    asked = Asked(id="has-tests", answer=Answer(outcome=Outcome.YES, evidence=(said,)))
    verdict = Verdict.MET
    finding = Finding(criterion="X", pack="x", subject=subject, verdict=verdict, later=verdict, asked=(asked,))
    observed = Observed()
    observed.cite(finding)
    assert [each.methods for each in observed.observations(subject, Voice(library(), "en"))] == [methods]


def test_an_item_that_counts_repositories_cites_what_was_seen_in_them() -> None:
    result = document("un-open-source-principles")["results"][0]
    finding = next(each for each in result["findings"] if each["target"]["target-id"] == "UN-3")
    assert len(finding["related-observations"]) > 10


def test_the_same_assessment_gives_the_same_bytes_and_languages_share_ids() -> None:
    name = "un-open-source-principles"
    assert rendered(name) == rendered(name)
    english, spanish = document(name), document(name, language="es")
    assert english["metadata"]["title"] != spanish["metadata"]["title"]
    ids = [
        [value["uuid"] for _, value in parts(whole) if isinstance(value, dict) and "uuid" in value]
        for whole in (english, spanish)
    ]
    assert ids[0] == ids[1]
    assert document("ggi")["uuid"] != english["uuid"]
    assert english["metadata"]["last-modified"] == english["results"][0]["start"] == "2026-11-20T00:00:00Z"
