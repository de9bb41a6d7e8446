# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two assessments of the same office."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ayni.assessment.finding import Assessment
from ayni.assessment.grades import Verdict

_ORDER = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.PARTLY, Verdict.NOT_APPLICABLE, Verdict.EXCEPTED, Verdict.MET)
_HEIGHT = {verdict: height for height, verdict in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """One verdict that is not what it was. ``before`` or ``after`` is None where the criterion was not judged then."""

    subject: str
    criterion: str
    before: Verdict | None
    after: Verdict | None

    @property
    def better(self) -> bool:
        """Whether the change is for the better; something new or gone is neither, and counts as not."""
        if self.before is None or self.after is None:
            return False
        return _HEIGHT[self.after] > _HEIGHT[self.before]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed. Where ``same_packs`` is False, a change may come from the packs and not from the office."""

    before: Assessment
    after: Assessment
    office: tuple[Change, ...]
    repositories: tuple[Change, ...]
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]
    same_packs: bool


def compare(before: Assessment, after: Assessment) -> Difference:
    """Hold two assessments against each other; each list is sorted."""
    old = {result.subject.id: result for result in before.repositories}
    new = {result.subject.id: result for result in after.repositories}
    both = sorted(old.keys() & new.keys())
    return Difference(
        before=before,
        after=after,
        office=tuple(_changes(str(after.office), _verdicts(before), _verdicts(after))),
        repositories=tuple(
            change for name in both for change in _changes(name, old[name].verdicts, new[name].verdicts)
        ),
        appeared=tuple(sorted(new.keys() - old.keys())),
        vanished=tuple(sorted(old.keys() - new.keys())),
        same_packs=before.library == after.library,
    )


def _verdicts(assessment: Assessment) -> Mapping[str, Verdict]:
    return {finding.criterion: finding.verdict for finding in assessment.findings}


def _changes(subject: str, before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> Iterable[Change]:
    for criterion in (*after, *(gone for gone in before if gone not in after)):
        old, new = before.get(criterion), after.get(criterion)
        if old is not new:
            yield Change(subject=subject, criterion=criterion, before=old, after=new)
