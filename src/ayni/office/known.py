# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an office file may refer to: the questions that packs and probes ask, of whom, and how long answers hold."""

from collections.abc import Iterator, Mapping

from ayni.evidence import SubjectKind
from ayni.formats.office_file import Asked, Known
from ayni.frameworks import Criterion, Library, Population, asked, shares


def known_ids(library: Library, probes: Mapping[str, SubjectKind]) -> Known:
    """The ids of a library and of the probes, each probe with the kind of subject it asks about.

    Where several criteria ask the same, an answer holds for the shortest of their times.
    """
    subjects: dict[str, set[SubjectKind]] = {name: {kind} for name, kind in probes.items()}
    months: dict[str, int] = {}
    for criterion in library.criteria.values():
        for name, kind in _questions(criterion):
            subjects.setdefault(name, set()).add(kind)
            months[name] = min(months.get(name, criterion.valid_for), criterion.valid_for)
    return Known(
        questions={
            name: Asked(subjects=frozenset(kinds), months=months.get(name, Asked().months))
            for name, kinds in subjects.items()
        },
        criteria=frozenset(library.criteria),
        practices=frozenset(practice.id for practice in library.practices),
    )


def _questions(criterion: Criterion) -> Iterator[tuple[str, SubjectKind]]:
    """Every question of a criterion with the kind of subject that is asked: for a share, the kind of its members."""
    rules = [criterion.met_when] + ([criterion.applies_when] if criterion.applies_when else [])
    inner = {name for rule in rules for share in shares(rule) for name in asked(share.that)}
    for rule in rules:
        for name in asked(rule):
            if name not in inner:
                yield name, _SEEN_AS.get(criterion.subject, criterion.subject)
        for share in shares(rule):
            member = SubjectKind.INSTITUTION if share.of is Population.INSTITUTIONS else SubjectKind.REPOSITORY
            yield from ((name, member) for name in asked(share.that))


# An office file has no projects of their own: what a framework asks of a project is answered for its repository.
_SEEN_AS = {SubjectKind.PROJECT: SubjectKind.REPOSITORY}
