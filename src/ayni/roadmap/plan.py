# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From gaps to a roadmap. Pure: same packs, same assessment, same capacity, same roadmap."""

from collections.abc import Iterable, Iterator, Sequence

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


def plan(library: Library, assessment: Assessment, capacity: Capacity, done: frozenset[str] = frozenset()) -> Roadmap:
    """The steps that close what stands between the office and the target phase, in the order in which to take them.

    ``done`` are actions whose work is done, though no evidence shows it yet: they are not listed, nothing waits for
    them, and what they close is not planned again. Raises AyniError when the capacity is not above 0, when the
    assessment was made with other packs, and when practices require each other in a circle.
    """
    check(capacity)
    practices = in_order(practice for practice in library.practices if practice.phase <= capacity.target_phase)
    standings = tuple(_standings(practices, assessment, capacity.target_phase))
    tasks = tuple(task for task in find_tasks(standings, capacity.target_phase, done) if not task.done)
    jobs = jobs_of(practices, tasks)
    order = order_of(tasks, jobs)
    steps = tuple(_steps(order, tasks, jobs, capacity))
    return Roadmap(
        capacity=capacity,
        steps=steps,
        questions=_each_once(standing.questions() for standing in standings),
        confirmations=_each_once(standing.confirmations() for standing in standings),
        effort=sum((step.effort for step in steps), NO_EFFORT),
        end=max((step.end for step in steps), default=capacity.start),
    )


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


def jobs_of(practices: Sequence[Practice], tasks: Sequence[Task]) -> Jobs:
    """The tasks as a scheduling problem; see docs/explanation/roadmap.md for how the weight is made."""
    last = max((practice.phase for practice in practices), default=0)
    return Jobs(
        weights=tuple(sum(PHASE_FACTOR ** (last - phase) for phase in task.settles) for task in tasks),
        costs=tuple(round(task.effort.middle * UNITS) for task in tasks),
        before=link(practices, tasks),
    )


def order_of(tasks: Sequence[Task], jobs: Jobs) -> tuple[int, ...]:
    """Early results with whatever they need, then the rest."""
    early = with_all_before((index for index, task in enumerate(tasks) if task.practice.early_result), jobs.before)
    return sequence(early, jobs) + sequence(frozenset(range(len(tasks))) - early, jobs)


def _steps(order: Sequence[int], tasks: Sequence[Task], jobs: Jobs, capacity: Capacity) -> Iterator[Step]:
    places = [
        Place(
            phase=task.practice.phase,
            early_result=task.practice.early_result,
            gaps=len(task.settles),
            cost=cost,
            before=before,
        )
        for task, cost, before in zip(tasks, jobs.costs, jobs.before, strict=True)
    ]
    days = spans((jobs.costs[index] for index in order), capacity)
    for index, because, (start, end) in zip(order, reasons(order, places), days, strict=True):
        task = tasks[index]
        yield Step(
            action=task.action.id,
            practice=task.practice.id,
            pack=task.practice.criterion.pack,
            phase=task.practice.phase,
            effort=task.effort,
            members=task.members,
            closes=task.closes,
            gaps=len(task.settles),
            after=tuple(tasks[first].action.id for first in sorted(jobs.before[index])),
            start=start,
            end=end,
            because=because,
            early_result=task.practice.early_result,
            provisional=task.provisional,
        )


def _each_once(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in found for name in names))
