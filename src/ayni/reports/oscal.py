# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One framework's standing as OSCAL assessment results (NIST OSCAL 1.1): same report, same bytes, same ids.

OSCAL knows satisfied and not satisfied alone. Every finding therefore carries our verdict, or the repositories counted,
as properties, and its status says by reason and remark when not satisfied is not a no.
"""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID, uuid5

import msgspec

from ayni.assessment import SCOPES, Finding, Tally, Verdict
from ayni.evidence import Subject
from ayni.reports.framework_standing import FrameworkStanding, ItemStanding, own_repositories
from ayni.reports.framework_view import by_verdict, standing_sentence
from ayni.reports.oscal_form import (
    OSCAL_VERSION,
    AssessmentResults,
    BackMatter,
    Component,
    ComponentStatus,
    ControlId,
    Document,
    FindingPart,
    LocalDefinitions,
    Metadata,
    Party,
    Reference,
    RelatedObservation,
    Resource,
    Result,
    Reviewed,
    Selection,
    Status,
    Target,
)
from ayni.reports.oscal_observations import NAMESPACE, PARTIES, Observed, moment, properties, subject_id, within
from ayni.reports.report import Report
from ayni.reports.voice import Voice

_FAIL = frozenset({Verdict.PARTLY, Verdict.NOT_MET})
_REMARKED = frozenset({Verdict.PARTLY, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE, Verdict.EXCEPTED})


def render_oscal(report: Report, standing: FrameworkStanding, voice: Voice) -> bytes:
    """The document as indented JSON. Its texts are in the voice's language; its ids are the same in every one."""
    return msgspec.json.format(msgspec.json.encode(describe(report, standing, voice)), indent=1) + b"\n"


def describe(report: Report, standing: FrameworkStanding, voice: Voice) -> Document:
    """The document; its id is made from the office, the day and the framework."""
    assessment, pack = report.assessment, standing.pack
    document = uuid5(NAMESPACE, f"{assessment.office}/{assessment.day}/{pack.id}")
    plan = within(document, "plan")
    observed = Observed()
    findings = tuple(_findings(report, standing, voice, observed, document))
    people, software = _subjects(report, observed)
    title = voice.pack(pack.id, "title")
    results = AssessmentResults(
        uuid=str(document),
        metadata=_metadata(report, standing, voice, people),
        import_ap=Reference(href=f"#{plan}", remarks=voice.say("framework", "oscal", "plan")),
        results=(_result(report, standing, voice, (within(document, "result"), software, observed, findings)),),
        back_matter=BackMatter(
            resources=(Resource(uuid=plan, title=title, rlinks=(Reference(href=pack.source.url),)),)
        ),
    )
    return Document(assessment_results=results)


def _office(report: Report) -> str:
    return report.assessment.title or report.assessment.office.id


def _title(report: Report, standing: FrameworkStanding, voice: Voice) -> str:
    title = voice.pack(standing.pack.id, "title")
    return voice.say("framework", "oscal", "title", title=title, office=_office(report))


def _metadata(report: Report, standing: FrameworkStanding, voice: Voice, people: Mapping[Subject, str]) -> Metadata:
    office, pack = report.assessment.office, standing.pack
    facts = (
        ("framework", pack.id),
        ("framework-version", pack.version),
        ("framework-edition", pack.source.version),
        ("framework-digest", pack.digest),
        ("ayni-version", report.version),
    )
    return Metadata(
        title=_title(report, standing, voice),
        last_modified=moment(report.assessment.day),
        version=report.assessment.day.isoformat(),
        oscal_version=OSCAL_VERSION,
        props=properties(facts),
        parties=tuple(
            Party(uuid=subject_id(office, subject), type="organization", name=name) for subject, name in people.items()
        ),
    )


_Parts = tuple[str, Mapping[Subject, str], Observed, tuple[FindingPart, ...]]


def _result(report: Report, standing: FrameworkStanding, voice: Voice, parts: _Parts) -> Result:
    name, software, observed, findings = parts
    assessment = report.assessment
    title = voice.pack(standing.pack.id, "title")
    day = voice.day(assessment.day)
    components = tuple(_component(assessment.office, *pair, voice) for pair in software.items())
    selection = Selection(
        description=voice.say("framework", "oscal", "selection"),
        include_controls=tuple(ControlId(control_id=each.item.id) for each in standing.items),
    )
    return Result(
        uuid=name,
        title=_title(report, standing, voice),
        description=voice.say("framework", "oscal", "description", office=_office(report), day=day, title=title),
        start=moment(assessment.day),
        reviewed_controls=Reviewed(control_selections=(selection,)),
        local_definitions=LocalDefinitions(components=components) if components else None,
        observations=observed.observations(assessment.office, voice),
        findings=findings,
    )


def _subjects(report: Report, observed: Observed) -> tuple[dict[Subject, str], dict[Subject, str]]:
    """Parties by their names, and components by their scopes: what was counted, and what observations are about."""
    assessment = report.assessment
    names = {assessment.office: _office(report), **{each.subject: each.title for each in assessment.institutions}}
    software = {result.subject for result in own_repositories(assessment)}
    scopes = {result.subject: result.scope for result in assessment.repositories}
    people = {assessment.office: names[assessment.office]}
    for subject in observed.subjects():
        if subject.kind in PARTIES:
            people[subject] = names.get(subject, subject.id)
        else:
            software.add(subject)
    return people, {subject: scopes.get(subject, "") for subject in sorted(software)}


def _component(office: Subject, subject: Subject, scope: str, voice: Voice) -> Component:
    known = voice.say("scope", scope or "unknown")
    return Component(
        uuid=subject_id(office, subject),
        type="software",
        title=subject.id,
        description=voice.say("outline", "labeled", label=voice.say("subject", subject.kind.value), text=subject.id),
        status=ComponentStatus(state="other", remarks=known),
    )


def _findings(
    report: Report, standing: FrameworkStanding, voice: Voice, observed: Observed, document: UUID
) -> Iterator[FindingPart]:
    members: dict[str, list[tuple[str, Finding]]] = {}
    for result in report.assessment.repositories:
        for finding in result.findings:
            members.setdefault(finding.criterion, []).append((result.scope, finding))
    for each in standing.items:
        name = each.item.id
        rests_on = _rests_on(each, members.get(name, ()))
        related = dict.fromkeys(cited for finding in rests_on for cited in observed.cite(finding))
        yield FindingPart(
            uuid=within(document, "finding", name),
            title=f"{name}  {voice.title(name)}",
            description=standing_sentence(each, voice) or voice.say("framework", "not-judged"),
            target=Target(type="statement-id", target_id=name, status=_status(each, voice)),
            props=properties(_said(each)),
            related_observations=tuple(RelatedObservation(observation_uuid=cited) for cited in related),
        )


def _rests_on(each: ItemStanding, members: Iterable[tuple[str, Finding]]) -> Iterator[Finding]:
    """The office's own finding, and those of the repositories that were counted for the item."""
    counted = each.finding.counted if each.finding else ()
    tallies = (each.tally,) if each.tally else tuple(share.tally for share in counted)
    scopes = {scope for tally in tallies for scope in SCOPES.get(tally.population, ())}
    if each.finding:
        yield each.finding
    yield from (finding for scope, finding in members if scope in scopes)


def _said(each: ItemStanding) -> Iterator[tuple[str, str]]:
    """Our own words beside OSCAL's two: the verdict, or how many repositories have each."""
    if each.verdict is not None:
        yield "verdict", each.verdict.value
    elif each.tally is not None:
        for verdict, number in by_verdict(each.tally).items():
            yield f"repositories-{verdict.value}", str(number)


def _status(each: ItemStanding, voice: Voice) -> Status:
    if each.tally is not None:
        return _of_repositories(each.tally, voice)
    verdict = each.verdict or Verdict.UNKNOWN
    if verdict is Verdict.MET:
        return Status(state="satisfied", reason="pass")
    remark = voice.say("framework", "oscal", verdict.value) if verdict in _REMARKED else ""
    return Status(state="not-satisfied", reason="fail" if verdict in _FAIL else "other", remarks=remark)


def _of_repositories(tally: Tally, voice: Voice) -> Status:
    """Satisfied where every repository to which it applies meets it, and there is one; neither where none fails."""
    remarks = [voice.say("framework", "oscal", "repositories")]
    if tally.met and tally.met == tally.members - tally.not_applicable:
        return Status(state="satisfied", reason="pass", remarks=remarks[0])
    if tally.unknown or not tally.members:
        remarks.append(voice.say("framework", "oscal", "unknown"))
    fails = bool(tally.partly or tally.not_met)
    return Status(state="not-satisfied", reason="fail" if fails else "other", remarks=" ".join(remarks))
