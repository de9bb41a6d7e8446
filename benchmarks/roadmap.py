# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""How near a roadmap's order is to the best order there is, and how long planning takes, on the real practices.

The optimum comes from HiGHS in a child process: linear programs cut the jobs into Sidney's blocks, of which an optimal
order exists that takes one after the other; an integer program orders each block.
"""

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import combinations

import highspy
import numpy as np

from ayni.assessment import Assessment, assess
from ayni.evidence import Basis, Evidence, Ledger, Subject, SubjectKind
from ayni.frameworks import Library, Practice, asked, shares
from ayni.frameworks.loader import PACKS, load_pack
from ayni.roadmap import Capacity, plan
from ayni.roadmap.order import Jobs, objective, sequence, with_all_before
from ayni.roadmap.plan import Work, early_of, order_of, work_of

DAY = date(2026, 6, 1)
OFFICE = Subject(kind=SubjectKind.OFFICE, id="example")
TARGET = 4
REPOSITORIES, INSTITUTIONS = 60, 12
TIME_LIMIT = 120.0
"""Seconds that HiGHS may take for one state."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The objective of the best order, or a bound that none can beat."""

    bound: int
    proven: bool
    blocks: list[int]


def main() -> None:
    """Print one line for each state of knowledge."""
    loaded = load_pack(PACKS / "practices")
    library = Library([(loaded.pack, loaded.words)])
    capacity = Capacity(person_days_per_quarter=60, start=DAY, target_phase=TARGET)
    for title, assessment in _states(library):
        times = []
        for _ in range(15):
            start = time.process_time()
            roadmap = plan(library, assessment, capacity)
            times.append(1000 * (time.process_time() - start))
        work = work_of(library, assessment, TARGET)
        value = objective(order_of(work), work.jobs)
        start = time.perf_counter()
        optimum = _in_child(work)
        seconds = time.perf_counter() - start
        print(
            f"roadmap, {title}: {len(roadmap.steps)} steps, {sum(map(len, work.jobs.before))} prerequisites, "
            f"planned in {statistics.median(times):.0f} ms of CPU (fastest {min(times):.0f})\n"
            f"  above the {'optimum' if optimum.proven else 'bound (not proven optimal)'}: "
            f"{_percent(value, optimum.bound)}; blocks of at most {max(optimum.blocks)} jobs, "
            f"HiGHS took {seconds:.1f} s\n"
            f"  beside it: by phase and id {_percent(objective(_by_phase(work), work.jobs), optimum.bound)}; "
            f"without early results first {_percent(_free(work), optimum.bound)}",
            flush=True,
        )


def _percent(value: int, bound: int) -> str:
    return f"{100 * (value - bound) / bound:+.3f} %"


def _free(work: Work) -> int:
    return objective(sequence(frozenset(range(len(work.tasks))), work.jobs), work.jobs)


def _by_phase(work: Work) -> list[int]:
    """The order of a plain list: early results first, then phase by phase, practice by practice."""
    early, order = early_of(work), []
    left = set(range(len(work.tasks)))
    while left:
        free = [job for job in left if work.jobs.before[job].isdisjoint(left)]
        best = min(free, key=lambda job: (job not in early, work.tasks[job].practice.phase, job))
        order.append(best)
        left.remove(best)
    return order


def _states(library: Library) -> Iterator[tuple[str, Assessment]]:
    yield "nothing known", assess(library, [], OFFICE, DAY)
    chance = random.Random(2026)  # noqa: S311 - not for secrets
    third = {practice.id for practice in library.practices if chance.random() < 1 / 3}
    yield "a third met", _state(library, third, chance)
    first = {practice.id for practice in library.practices if practice.phase <= 1}
    yield "after phase 1", _state(library, first, chance)


def _state(library: Library, met: set[str], chance: random.Random) -> Assessment:
    """The practices named are met; of the rest half is a no, a part unknown, a part a yes, at random."""
    repositories = [Subject(kind=SubjectKind.REPOSITORY, id=f"r{number}") for number in range(REPOSITORIES)]
    scopes = chance.choices(["published", "internal", "upstream"], [6, 3, 1], k=REPOSITORIES)
    said = [
        replace(_yes(one, "repository-scope"), value=scope) for one, scope in zip(repositories, scopes, strict=True)
    ]
    members = [
        *repositories,
        *(Subject(kind=SubjectKind.INSTITUTION, id=f"i{number}") for number in range(INSTITUTIONS)),
    ]
    own, theirs = _asked(library.practices)
    good, their_good = _asked([practice for practice in library.practices if practice.id in met])
    for subjects, names, sure in (([OFFICE], own, good), (members, theirs, their_good)):
        for subject in subjects:
            for name in names:
                draw = 1.0 if name in sure else chance.random()
                if draw < 0.5 or draw > 0.7:
                    said.append(replace(_yes(subject, name), value=draw > 0.7))
    return assess(library, Ledger(said).views(DAY), OFFICE, DAY)


def _asked(practices: Sequence[Practice]) -> tuple[list[str], list[str]]:
    """What the practices ask of the office, and of members."""
    rules = [practice.criterion.met_when for practice in practices]
    members = {name for rule in rules for share in shares(rule) for name in asked(share.that)}
    return sorted({name for rule in rules for name in asked(rule)} - members), sorted(members)


def _yes(subject: Subject, claim: str) -> Evidence:
    return Evidence(
        subject=subject,
        claim=claim,
        value=True,
        basis=Basis.ATTESTED,
        source="benchmark",
        observed=datetime(2026, 5, 1, tzinfo=UTC),
        by="first person",
        confirmed_by="second person",
    )


def _in_child(work: Work) -> Optimum:
    """The optimum under the rule that early results come first: two problems, one after the other."""
    early = sorted(early_of(work))
    parts = [early, sorted(set(range(len(work.tasks))) - set(early))]
    question = {
        "parts": parts,
        "weights": work.jobs.weights,
        "costs": work.jobs.costs,
        "before": [sorted(found) for found in work.jobs.before],
    }
    found = subprocess.run(
        [sys.executable, "-m", "benchmarks.roadmap", "optimum"],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=True,
        timeout=2 * TIME_LIMIT,
    )
    return Optimum(**json.loads(found.stdout))


def _answer() -> None:
    """The child: read jobs, print their optimum."""
    question = json.load(sys.stdin)
    jobs = Jobs(
        weights=tuple(question["weights"]),
        costs=tuple(question["costs"]),
        before=tuple(frozenset(found) for found in question["before"]),
    )
    until = time.monotonic() + TIME_LIMIT
    bound, spent, proven, blocks = 0.0, 0, True, []
    for part in question["parts"]:
        for block in _sidney(frozenset(part), jobs):
            value, optimal = _order_block(sorted(block), jobs, max(1.0, until - time.monotonic()))
            bound += value + spent * sum(jobs.weights[job] for job in block)
            spent += sum(jobs.costs[job] for job in block)
            proven = proven and optimal
            blocks.append(len(block))
    print(json.dumps({"bound": round(bound), "proven": proven, "blocks": blocks}))


def _sidney(left: frozenset[int], jobs: Jobs) -> Iterator[frozenset[int]]:
    """Sidney's blocks: again and again the initial set with the best ratio of weight to cost."""
    while left:
        best = left
        while True:
            better = _initial_set(sorted(left), jobs, _ratio(best, jobs))
            if not better or _ratio(better, jobs) <= _ratio(best, jobs):
                break
            best = better
        yield best
        left -= best


def _ratio(block: Set[int], jobs: Jobs) -> Fraction:
    return Fraction(sum(jobs.weights[job] for job in block), max(1, sum(jobs.costs[job] for job in block)))


def _solver() -> highspy.Highs:
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    return solver


def _initial_set(left: list[int], jobs: Jobs, ratio: Fraction) -> frozenset[int]:
    """The initial set with the most weight above ``ratio`` times its cost: a closure, which a linear program finds."""
    place = {job: index for index, job in enumerate(left)}
    solver, size = _solver(), len(left)
    solver.addVars(size, np.zeros(size), np.ones(size))
    worth = np.array([float(ratio * jobs.costs[job] - jobs.weights[job]) for job in left])
    solver.changeColsCost(size, np.arange(size, dtype=np.int32), worth)
    for job in left:
        for first in jobs.before[job] & place.keys():
            solver.addRow(-highspy.kHighsInf, 0.0, 2, np.array([place[job], place[first]]), np.array([1.0, -1.0]))
    solver.run()
    chosen = solver.getSolution().col_value
    return frozenset(job for job, value in zip(left, chosen, strict=True) if value > 0.5)


def _order_block(block: list[int], jobs: Jobs, seconds: float) -> tuple[float, bool]:
    """The least objective of a block, or a bound below it: which of two jobs comes first, for every pair."""
    solver = _solver()
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    pairs = {pair: index for index, pair in enumerate(combinations(range(len(block)), 2))}
    fixed = float(sum(jobs.weights[job] * jobs.costs[job] for job in block))
    needs = {job: with_all_before(jobs.before[job], jobs.before) for job in block}
    for (one, other), index in pairs.items():
        first, second = block[one], block[other]
        swapped = jobs.weights[first] * jobs.costs[second]
        fixed += swapped
        solver.addVar(float(first in needs[second]), float(second not in needs[first]))
        solver.changeColCost(index, float(jobs.weights[second] * jobs.costs[first] - swapped))
        solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
    for one, other, third in combinations(range(len(block)), 3):
        three = np.array([pairs[one, other], pairs[other, third], pairs[one, third]])
        solver.addRow(0.0, 1.0, 3, three, np.array([1.0, 1.0, -1.0]))
    if not pairs:
        return fixed, True
    solver.run()
    optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    bound = solver.getInfo().objective_function_value if optimal else solver.getInfo().mip_dual_bound
    return fixed + bound, optimal


if __name__ == "__main__":
    _answer() if sys.argv[1:] == ["optimum"] else main()
