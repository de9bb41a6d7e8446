# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence as OSCAL observations, and what they are about. An id is made from what a thing is, so it never changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from ayni.assessment import Finding
from ayni.evidence import Basis, Evidence, Subject, SubjectKind
from ayni.probes import PROBES
from ayni.reports.obstacles import shown_value
from ayni.reports.oscal_form import Observation, Property, RelevantEvidence, SubjectReference
from ayni.reports.voice import Voice

NAMESPACE: Final = uuid5(NAMESPACE_URL, "ayni:oscal")
"""Under which every id of ours is made; it also says, as a URI, whose the names of the properties are."""

PARTIES: Final = frozenset({SubjectKind.OFFICE, SubjectKind.INSTITUTION})
"""Subjects that OSCAL calls parties; all others are components."""

_METHODS: Final = {
    Basis.MEASURED: "EXAMINE",
    Basis.REPORTED: "EXAMINE",
    Basis.RECORDED: "EXAMINE",
    Basis.ATTESTED: "INTERVIEW",
}
_TEST: Final = "TEST"


@dataclass(frozen=True, slots=True)
class Cited:
    """One statement and whether a probe tested it: then a machine drew the conclusion, not only a reader."""

    evidence: Evidence
    tested: bool


@dataclass(slots=True)
class Observed:
    """The statements that findings cite, each once, in the order in which they were first cited."""

    cited: dict[str, Cited] = field(default_factory=dict)

    def cite(self, finding: Finding) -> tuple[str, ...]:
        """Take in what the finding rests on; the ids of the observations."""
        asked = tuple((item, answer.id in PROBES) for answer in finding.asked for item in answer.answer.evidence)
        exception = ((finding.exception, False),) if finding.exception else ()
        return tuple(dict.fromkeys(self._take(item, tested=tested) for item, tested in (*asked, *exception)))

    def _take(self, item: Evidence, *, tested: bool) -> str:
        before = self.cited.get(name := observation_id(item))
        self.cited[name] = Cited(item, (tested and item.basis is not Basis.ATTESTED) or bool(before and before.tested))
        return name

    def observations(self, office: Subject, voice: Voice) -> tuple[Observation, ...]:
        """The statements as observations."""
        return tuple(_observation(name, cited, office, voice) for name, cited in self.cited.items())

    def subjects(self) -> tuple[Subject, ...]:
        """Everything that the statements are about, sorted."""
        return tuple(sorted({cited.evidence.subject for cited in self.cited.values()}))


def observation_id(item: Evidence) -> str:
    """The same statement has the same id in every document."""
    return str(uuid5(NAMESPACE, f"evidence/{item.id}"))


def subject_id(office: Subject, subject: Subject) -> str:
    """Two offices may call different repositories by one name."""
    return str(uuid5(NAMESPACE, f"subject/{office}/{subject}"))


def within(document: UUID, *path: str) -> str:
    """The id of a part of a document."""
    return str(uuid5(document, "/".join(path)))


def moment(day: date) -> str:
    """The beginning of a day, in UTC."""
    return _instant(datetime.combine(day, time(), UTC))


def properties(values: Iterable[tuple[str, str]]) -> tuple[Property, ...]:
    """Names of ours with their values; a value takes one line, and an empty one is left out."""
    lines = ((name, " ".join(value.split())) for name, value in values)
    return tuple(Property(name=name, ns=f"urn:uuid:{NAMESPACE}", value=line) for name, line in lines if line)


def _observation(name: str, cited: Cited, office: Subject, voice: Voice) -> Observation:
    item = cited.evidence
    kind = "party" if item.subject.kind in PARTIES else "component"
    return Observation(
        uuid=name,
        description=f"{item.claim} = {shown_value(item, voice)}",
        methods=(_METHODS[item.basis], _TEST) if cited.tested else (_METHODS[item.basis],),
        collected=_instant(item.observed),
        props=properties(_facts(item)),
        subjects=(SubjectReference(subject_uuid=subject_id(office, item.subject), type=kind),),
        relevant_evidence=(RelevantEvidence(description=item.locator or item.source),),
        expires=moment(item.expires) if item.expires else None,
    )


def _facts(item: Evidence) -> tuple[tuple[str, str], ...]:
    return (
        ("claim", item.claim),
        ("basis", item.basis.value),
        ("source", item.source),
        ("digest", item.digest),
        ("by", item.by),
        ("confirmed-by", item.confirmed_by),
        ("visibility", item.visibility.value),
        ("evidence-id", item.id),
    )


def _instant(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
