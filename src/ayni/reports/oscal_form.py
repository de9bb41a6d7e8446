# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of OSCAL's assessment-results model (1.1) that Ayni fills, under the model's own names."""

from typing import Final

import msgspec

OSCAL_VERSION: Final = "1.1.3"


class _Part(msgspec.Struct, rename="kebab", omit_defaults=True, frozen=True):
    """Names with dashes; what is empty is left out, as the model wants no empty lists."""


class Property(_Part, frozen=True, kw_only=True):
    """A name and a value; ``ns`` says whose name it is."""

    name: str
    ns: str
    value: str


class Party(_Part, frozen=True, kw_only=True):
    """An organization."""

    uuid: str
    type: str
    name: str


class Metadata(_Part, frozen=True, kw_only=True):
    """What the document is. Times are RFC 3339 with their zone."""

    title: str
    last_modified: str
    version: str
    oscal_version: str
    props: tuple[Property, ...] = ()
    parties: tuple[Party, ...] = ()


class Reference(_Part, frozen=True, kw_only=True):
    """Where to find a document; ``#uuid`` is a resource of the back matter."""

    href: str
    remarks: str = ""


class ControlId(_Part, frozen=True, kw_only=True):
    """One control."""

    control_id: str


class Selection(_Part, frozen=True, kw_only=True):
    """The controls that were reviewed."""

    description: str
    include_controls: tuple[ControlId, ...]


class Reviewed(_Part, frozen=True, kw_only=True):
    """The selections of controls."""

    control_selections: tuple[Selection, ...]


class ComponentStatus(_Part, frozen=True, kw_only=True):
    """Whether the component is in use."""

    state: str
    remarks: str


class Component(_Part, frozen=True, kw_only=True):
    """A piece of software: a repository."""

    uuid: str
    type: str
    title: str
    description: str
    status: ComponentStatus


class LocalDefinitions(_Part, frozen=True, kw_only=True):
    """What the result speaks of and no plan defines."""

    components: tuple[Component, ...]


class SubjectReference(_Part, frozen=True, kw_only=True):
    """What an observation is about: a party or a component of this document."""

    subject_uuid: str
    type: str


class RelevantEvidence(_Part, frozen=True, kw_only=True):
    """Where the observation can be looked up."""

    description: str


class Observation(_Part, frozen=True, kw_only=True):
    """One statement of evidence."""

    uuid: str
    description: str
    methods: tuple[str, ...]
    collected: str
    props: tuple[Property, ...] = ()
    subjects: tuple[SubjectReference, ...] = ()
    relevant_evidence: tuple[RelevantEvidence, ...] = ()
    expires: str | None = None


class Status(_Part, frozen=True, kw_only=True):
    """``state`` is satisfied or not-satisfied; ``reason`` is pass, fail, or other where it is neither."""

    state: str
    reason: str
    remarks: str = ""


class Target(_Part, frozen=True, kw_only=True):
    """The control that a finding is about."""

    type: str
    target_id: str
    status: Status


class RelatedObservation(_Part, frozen=True, kw_only=True):
    """An observation that a finding rests on."""

    observation_uuid: str


class FindingPart(_Part, frozen=True, kw_only=True):
    """How one control stands."""

    uuid: str
    title: str
    description: str
    target: Target
    props: tuple[Property, ...] = ()
    related_observations: tuple[RelatedObservation, ...] = ()


class Result(_Part, frozen=True, kw_only=True):
    """One assessment."""

    uuid: str
    title: str
    description: str
    start: str
    reviewed_controls: Reviewed
    local_definitions: LocalDefinitions | None = None
    observations: tuple[Observation, ...] = ()
    findings: tuple[FindingPart, ...] = ()


class Resource(_Part, frozen=True, kw_only=True):
    """A document that is referred to."""

    uuid: str
    title: str
    rlinks: tuple[Reference, ...]


class BackMatter(_Part, frozen=True, kw_only=True):
    """Everything that is referred to."""

    resources: tuple[Resource, ...]


class AssessmentResults(_Part, frozen=True, kw_only=True):
    """The document."""

    uuid: str
    metadata: Metadata
    import_ap: Reference
    results: tuple[Result, ...]
    back_matter: BackMatter


class Document(_Part, frozen=True, kw_only=True):
    """The document under its key."""

    assessment_results: AssessmentResults
