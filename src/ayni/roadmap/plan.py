# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From gaps to a roadmap. Pure: same packs, same assessment, same capacity, same roadmap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ayni.assessment import Assessment
from ayni.assessment.judge import share_keys
from ayni.errors import AyniError
from ayni.frameworks import Library, Practice
from ayni.frameworks.pack import NO_EFFORT
from ayni.roadmap.dates import UNITS, check, spans
from ayni.roadmap.links import in_order, link
from ayni.roadmap.members import Members, states
from ayni.roadmap.order import Jobs, sequence, with_all_before
from ayni.roadmap.reasons import Place, reasons
from ayni.roadmap.standing import Standing, stands_open
from ayni.roadmap.step import Capacity, Roadmap, Step
from ayni.roadmap.tasks import Task, find_tasks

PHASE_FACTOR = 4
"""How much more a gap of one phase weighs than a gap of the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What there is to do before it is put in order: where practices stand, the tasks, and these as jobs."""

    standings: tuple[Standing, ...]
    tasks: tuple[Task, ...]
    jobs: Jobs


def plan(library: Library, assessment: Assessment, capacity: Capacity, done: frozenset[str] = frozenset()) -> Roadmap:
    """The steps that close what stands between the office and the target phase, in the order in which to take them.

    ``done`` are actions whose work is done, though no evidence shows it yet: they are not listed, nothing waits for
    them, and what they close is not planned again. Raises AyniError when the capacity is not above 0, when the
    assessment was made with other packs, and when practices require each other in a circle.
    """
    check(capacity)
    work = work_of(library, assessment, capacity.target_phase, done)
    steps = tuple(_steps(order_of(work), work, capacity))
    return Roadmap(
        capacity=capacity,
        steps=steps,
        questions=_each_once(standing.questions() for standing in work.standings),
        confirmations=_each_once(standing.confirmations() for standing in work.standings),
        effort=sum((step.effort for step in steps), NO_EFFORT),
        end=max((step.end for step in steps), default=capacity.start),
    )


def work_of(library: Library, assessment: Assessment, target: int, done: frozenset[str] = frozenset()) -> Work:
    """The work towards a phase, as a scheduling problem; docs/explanation/roadmap.md says how weights are made."""
    practices = in_order(practice for practice in library.practices if practice.phase <= target)
    standings = tuple(_standings(practices, assessment, target))
    tasks = tuple(task for task in find_tasks(standings, target, done) if not task.done)
    last = max((practice.phase for practice in practices), default=0)
    jobs = Jobs(
        weights=tuple(sum(PHASE_FACTOR ** (last - phase) for phase in task.settles) for task in tasks),
        costs=tuple(round(task.effort.middle * UNITS) for task in tasks),
        before=link(practices, tasks),
    )
    return Work(standings=standings, tasks=tasks, jobs=jobs)


def _standings(practices: Iterable[Practice], assessment: Assessment, target: int) -> Iterator[Standing]:
    """Where each practice stands that is a gap, in the order of the practices."""
    findings = {finding.criterion: finding for finding in assessment.findings}
    members = Members(assessment)
    for practice in practices:
        finding = findings.get(practice.id)
        if finding is None:
            raise AyniError(f"{practice.id} was not assessed: the packs have changed since; assess again, then plan")
        if stands_open(practice, finding, target):
            tallies = {counted.key: counted.tally for counted in finding.counted}
            keys = share_keys(practice.criterion)
            yield Standing(
                practice=practice,
                finding=finding,
                later=practice.phase < target,
                answers=states(finding.asked),
                tallies={share: tallies[key] for share, key in keys.items()},
                groups={share: members.groups(share, key, tallies[key]) for share, key in keys.items()},
            )


def order_of(work: Work) -> tuple[int, ...]:
    """Early results with whatever they need, then the rest."""
    early = early_of(work)
    return sequence(early, work.jobs) + sequence(frozenset(range(len(work.tasks))) - early, work.jobs)


def early_of(work: Work) -> frozenset[int]:
    """The tasks that give early results, and whatever they need."""
    early = (index for index, task in enumerate(work.tasks) if task.practice.early_result)
    return with_all_before(early, work.jobs.before)


def _steps(order: Sequence[int], work: Work, capacity: Capacity) -> Iterator[Step]:
    places = [
        Place(
            phase=task.practice.phase,
            early_result=task.practice.early_result,
            gaps=len(task.settles),
            cost=cost,
            before=before,
        )
        for task, cost, before in zip(work.tasks, work.jobs.costs, work.jobs.before, strict=True)
    ]
    days = spans((work.jobs.costs[index] for index in order), capacity)
    for index, because, (start, end) in zip(order, reasons(order, places), days, strict=True):
        task = work.tasks[index]
        yield Step(
            action=task.action.id,
            practice=task.practice.id,
            pack=task.practice.criterion.pack,
            phase=task.practice.phase,
            effort=task.effort,
            members=task.members,
            closes=task.closes,
            gaps=len(task.settles),
            after=tuple(work.tasks[first].action.id for first in sorted(work.jobs.before[index])),
            start=start,
            end=end,
            because=because,
            early_result=task.practice.early_result,
            provisional=task.provisional,
        )


def _each_once(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in found for name in names))
