# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our verdicts beside those of others: OpenSSF Scorecard's checks, and nominations of digital public goods.

``python -m benchmarks.accuracy [DATA] [REPOSITORIES] [RUNS]``; else AYNI_BENCH_DATA, AYNI_BENCH_REPOSITORIES and
AYNI_BENCH_RUNS name them. DATA holds ``scorecard`` and ``dpg``; REPOSITORIES holds git directories named OWNER+NAME;
RUNS holds further outputs of Scorecard (``OWNER_NAME.txt``) in place of those in DATA. What the figures mean is in
``accuracy.md`` beside this file.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ayni.analyzers.licensing import is_osi, license_state
from ayni.archive import Archive
from ayni.assessment import Finding
from ayni.pipeline import Order, read_library, run

PUBLISHED = datetime(2023, 6, 21, 12, 30, tzinfo=UTC)
"""When the outputs of 2023 were published: they name no commit, so the last one before that is taken."""
CHECKS = (
    "Binary-Artifacts",
    "Dangerous-Workflow",
    "Dependency-Update-Tool",
    "Fuzzing",
    "License",
    "Packaging",
    "Pinned-Dependencies",
    "SAST",
    "Security-Policy",
    "Token-Permissions",
    "Vulnerabilities",
)
VERDICTS = ("met", "partly", "not-met", "unknown")
OUTCOMES = (("nominees", "accepted"), ("archive", "archived"), ("excluded-nominees", "excluded"))
INDICATORS = {
    "DPG-3": (("clearOwnership", "isOwnershipExplicit"), "Yes"),
    "DPG-4": (("platformIndependence", "mandatoryDepsCreateMoreRestrictions"), "No"),
    "DPG-5": (("documentation", "isDocumentationAvailable"), "Yes"),
    "DPG-8": (("standards", "supportStandards"), "Yes"),
    "DPG-9c": (("doNoHarm", "protectionFromHarassment", "griefAbuseHarassmentProtection"), "Yes"),
}
"""Where a nomination answers an indicator, and the answer that says it is met."""
ANY_SUFFICES = {"DPG-4", "DPG-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What Scorecard said of one repository on one day. ``commit`` is empty where the output does not name it."""

    repository: str
    day: datetime
    commit: str
    scores: Mapping[str, tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """A nomination: what became of it, the licenses and repository it states, and its answers where there are any."""

    name: str
    outcome: str
    licenses: tuple[str, ...]
    repository: str
    answers: Mapping[str, object]


def scored_outputs(data: Path, runs: Path) -> Iterator[Scored]:
    for path in sorted(runs.glob("*.txt")):
        yield Scored(repository=path.stem.replace("_", "+", 1), day=PUBLISHED, commit="", scores=_table(path))
    for path in sorted(data.glob("scorecard/*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        yield Scored(
            repository=said["repo"]["name"].partition("/")[2].replace("/", "+"),
            day=datetime.fromisoformat(said["date"]).replace(tzinfo=UTC) + timedelta(days=1),
            commit=said["repo"]["commit"],
            scores={check["name"]: (check["score"], check["reason"]) for check in said["checks"]},
        )


def _table(path: Path) -> dict[str, tuple[int, str]]:
    """The rows of the text output: a reason goes on over several lines, which have no name."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| ") or cells[0] == "SCORE":
            continue
        if cells[1]:
            rows.append(cells[:3])
        elif rows:
            rows[-1][2] += f" {cells[2]}"
    return {name: (-1 if score == "?" else int(score.partition("/")[0]), reason) for score, name, reason in rows}


def as_verdict(score: int) -> str:
    """Scorecard's score in our words: 10 is met, 0 is not, -1 was not seen."""
    return {10: "met", 0: "not-met", -1: "unknown"}.get(score, "partly")


def nominations(data: Path) -> Iterator[Nominee]:
    for folder, outcome in OUTCOMES:
        for path in sorted((data / "dpg" / folder).glob("*.json")):
            said = json.loads(path.read_text(encoding="utf-8"))
            answered = data / "dpg" / "digitalpublicgoods" / path.name
            urls = [item["url"] for item in said.get("repositories", [])]
            parts = urls[0].rstrip("/").split("/") if urls else []
            yield Nominee(
                name=path.stem,
                outcome=outcome,
                licenses=tuple(item["spdx"] for item in said["license"]),
                repository="+".join(parts[-2:]),
                answers=json.loads(answered.read_text(encoding="utf-8")) if answered.exists() else {},
            )


def _git(place: Path, *arguments: str, given: str | None = None) -> str:
    done = subprocess.run(
        ["git", "--git-dir", place, *arguments], capture_output=True, text=True, check=False, input=given
    )
    return done.stdout.strip() if done.returncode == 0 else ""


def state_of(repositories: Path, name: str, place: Path, *, commit: str = "", before: datetime | None = None) -> str:
    """Make a bare copy that ends at the commit, or at the last one before the time; returns why it cannot be had."""
    found = [path for path in (repositories / name / "repo", repositories / name) if path.is_dir()]
    if not found:
        return "no repository"
    source = found[0] / ".git" if (found[0] / ".git").is_dir() else found[0]
    wanted = commit or _git(source, "rev-list", "-1", *([f"--before={before.isoformat()}"] if before else []), "HEAD")
    if not wanted or not _git(source, "cat-file", "-t", wanted):
        return "the repository is there, the commit is not"
    copy = place / name
    subprocess.run(["git", "clone", "--quiet", "--bare", "--shared", source, copy], check=True)
    kept = {*_git(copy, "for-each-ref", "--merged", wanted, "--format=%(refname)", "refs/tags").splitlines()}
    gone = [ref for ref in _git(copy, "for-each-ref", "--format=%(refname)").splitlines() if ref not in kept]
    _git(copy, "update-ref", "--no-deref", "HEAD", wanted)
    _git(copy, "update-ref", "--stdin", given="".join(f"delete {ref}\n" for ref in gone))
    _git(copy, "update-ref", "refs/heads/main", wanted)
    _git(copy, "symbolic-ref", "HEAD", "refs/heads/main")
    return ""


def findings_of(copies: Sequence[Path], at: datetime, pack: str, place: Path) -> dict[str, dict[str, Finding]]:
    """Assess the copies; the pack's findings by item, for each repository."""
    with Archive.open(place / f"{pack}-{at:%Y%m%d}.sqlite3") as archive:
        outcome = run(Order(targets=tuple(map(str, copies)), at=at), read_library(["en"]), archive)
    for problem in outcome.problems:
        print(f"  problem: {problem}")
    return {
        result.subject.id: {finding.criterion: finding for finding in result.findings if finding.pack == pack}
        for result in outcome.assessment.repositories
        if result.seen
    }


def compare_scorecard(outputs: Sequence[Scored], repositories: Path, place: Path) -> None:
    """Print per check how often the two agree, then every case in which they do not."""
    by_day: dict[datetime, list[Scored]] = defaultdict(list)
    for output in outputs:
        why = state_of(repositories, output.repository, place, commit=output.commit, before=output.day)
        if why:
            print(f"  skipped {output.repository}: {why}")
        else:
            by_day[output.day].append(output)
    pairs: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    differing: list[str] = []
    for day, group in by_day.items():
        ours = findings_of([place / item.repository for item in group], day, "scorecard", place)
        for item in group:
            for check in CHECKS:
                if item.repository in ours and check in item.scores:
                    differing += _compare(item, check, ours[item.repository][check], pairs[check])
    compared = sum(map(len, by_day.values()))
    print(f"scorecard: {compared} of {len(outputs)} repositories could be compared")
    _print_pairs(pairs)
    print("disagreements (Scorecard / Ayni):", *sorted(differing), sep="\n  ")


def _compare(item: Scored, check: str, finding: Finding, pairs: Counter[tuple[str, str]]) -> Iterator[str]:
    score, reason = item.scores[check]
    theirs, ours = as_verdict(score), finding.verdict.value
    pairs[theirs, ours] += 1
    if theirs != ours:
        asked = ", ".join(f"{one.id}={one.answer.outcome.value}" for one in finding.asked)
        yield f"{check}: {item.repository}: {theirs} ({score}) / {ours}; {reason[:70]}; {asked}"


def _print_pairs(pairs: Mapping[str, Counter[tuple[str, str]]]) -> None:
    print(f"  {'check':<24}{'compared':>9}{'same':>6}{'stricter':>10}{'milder':>8}{'we: ?':>8}{'they: ?':>9}")
    total: Counter[str] = Counter()
    for check, counted in sorted(pairs.items()):
        row: Counter[str] = Counter()
        for (theirs, ours), count in counted.items():
            row[_class(theirs, ours)] += count
        total += row
        _print_row(check, row)
    _print_row("all", total)


def _print_row(name: str, row: Counter[str]) -> None:
    print(
        f"  {name:<24}{row.total():>9}{row['same']:>6}{row['stricter']:>10}{row['milder']:>8}"
        f"{row['we unknown']:>8}{row['they unknown']:>9}"
    )


def _class(theirs: str, ours: str) -> str:
    if theirs == ours:
        return "same"
    if ours not in VERDICTS[:3]:
        return "we unknown"
    if theirs == "unknown":
        return "they unknown"
    return "stricter" if VERDICTS.index(ours) > VERDICTS.index(theirs) else "milder"


def compare_nominations(nominees: Sequence[Nominee], repositories: Path, place: Path) -> None:
    """Print what became of the nominations beside what the pack's machine part says of licenses and repositories."""
    print(f"dpg: {len(nominees)} nominations")
    for outcome in ("accepted", "archived", "excluded"):
        group = [item for item in nominees if item.outcome == outcome]
        states = Counter("all OSI" if all(map(is_osi, item.licenses)) else "not all OSI" for item in group)
        print(f"  {outcome}: {len(group)}; declared licenses: {dict(states)}")
        for item in group:
            if not all(map(is_osi, item.licenses)):
                print(f"    {item.name}: " + ", ".join(f"{name} ({license_state(name)})" for name in item.licenses))
    had = []
    for item in nominees:
        why = state_of(repositories, item.repository, place) if item.repository else "names no repository"
        if why:
            print(f"  skipped {item.name}: {why}")
        else:
            had.append(item)
    ours = findings_of([place / item.repository for item in had], datetime.now(UTC), "dpg-standard", place)
    _compare_licenses([item for item in had if item.repository in ours], ours)
    _compare_answers([item for item in had if item.answers and item.repository in ours], ours)


def _compare_licenses(had: Sequence[Nominee], ours: Mapping[str, Mapping[str, Finding]]) -> None:
    counted: Counter[tuple[str, bool, str]] = Counter()
    lines = []
    for item in had:
        declared, seen = any(map(is_osi, item.licenses)), _machine("DPG-2", ours[item.repository]["DPG-2"])
        counted[item.outcome, declared, seen] += 1
        if declared != (seen == "yes"):
            values = [(one.claim, one.value) for one in ours[item.repository]["DPG-2"].evidence]
            lines.append(f"    {item.name}: declares {', '.join(item.licenses)}; we read {values or 'nothing'}")
    print(f"  DPG-2 in the repository, {len(had)} repositories (outcome, an OSI license declared, we say):")
    for (outcome, declared, seen), count in sorted(counted.items()):
        print(f"    {outcome:<9} {'yes' if declared else 'no':<4} {seen:<8} {count:>3}")
    print(*lines, sep="\n")


def _compare_answers(had: Sequence[Nominee], ours: Mapping[str, Mapping[str, Finding]]) -> None:
    print(f"  indicators of {len(had)} accepted nominations (their answer says met, our probes say):")
    for item_id, (keys, wanted) in INDICATORS.items():
        counted: Counter[str] = Counter()
        for item in had:
            said: object = item.answers
            for key in keys:
                said = said.get(key, "") if isinstance(said, Mapping) else ""
            seen = _machine(item_id, ours[item.repository][item_id])
            counted[f"{'yes' if said == wanted else 'no' if said else 'left out'} / {seen}"] += 1
        print(f"    {item_id:<7}" + "; ".join(f"{pair}: {count}" for pair, count in sorted(counted.items())))


def _machine(item_id: str, finding: Finding) -> str:
    """What the probes say without the question that only a person answers."""
    said = [one.answer.outcome.value for one in finding.asked if not one.id.startswith("dpg-standard.")]
    told = {outcome if outcome in ("yes", "no", "unknown") else "yes" for outcome in said}
    order = ("yes", "unknown", "no") if item_id in ANY_SUFFICES else ("no", "unknown", "yes")
    return next((word for word in order if word in told), "unknown")


def main(arguments: Sequence[str]) -> int:
    names = ("AYNI_BENCH_DATA", "AYNI_BENCH_REPOSITORIES", "AYNI_BENCH_RUNS")
    given = [*arguments, *(os.environ.get(name, "") for name in names[len(arguments) :])]
    data, repositories = Path(given[0]), Path(given[1])
    if not all(given[:2]) or not data.is_dir() or not repositories.is_dir():
        print(f"accuracy: skipped; set {names[0]} to the folder of other tools' results and {names[1]} to repositories")
        return 0
    runs = Path(given[2]) if given[2] else data / "scorecard" / "runs-2023"
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        compare_scorecard(list(scored_outputs(data, runs)), repositories, Path(first))
        compare_nominations(list(nominations(data)), repositories, Path(second))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
