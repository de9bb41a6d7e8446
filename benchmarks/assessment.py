# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ten thousand repositories' evidence held against every pack, from the archive to the report."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ayni import __version__
from ayni.archive import Archive
from ayni.assessment import assess
from ayni.evidence import OWN_NOTES, Basis, Evidence, Subject, SubjectKind, view_of
from ayni.pipeline import NO_OFFICE, Order, capacity_of, read_library, run
from ayni.reports.html import render_html
from ayni.reports.report import Report
from ayni.roadmap import plan

REPOSITORIES = 10_000
INSTITUTIONS = 200
ROOT = Path(__file__).resolve().parents[1]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def main() -> None:
    """Copy the evidence of the example office's repositories ten thousand times, load it, judge it, render it."""
    library = read_library(["en"])
    with tempfile.TemporaryDirectory() as place:
        patterns = _patterns(Path(place))
        archive = Archive.open(Path(place) / "large.sqlite3")
        start = time.perf_counter()
        rows = sum(len(items) for items in _spread(patterns, archive))
        print(f"assessment: {REPOSITORIES:,} repositories, {rows:,} statements, stored in {_since(start)}")
        start = time.perf_counter()
        loaded = archive.evidence.load(AT, since=AT)
        views = (view_of(subject, evidence, AT.date()) for subject, evidence in loaded)
        assessment = assess(library, views, NO_OFFICE, AT.date())
        print(f"  load and assess against {len(library.packs)} packs: {_since(start)}")
        start = time.perf_counter()
        roadmap = plan(library, assessment, capacity_of(None, assessment))
        print(f"  roadmap of {len(roadmap.steps)} steps: {_since(start)}")
        start = time.perf_counter()
        report = Report(library=library, assessment=assessment, roadmap=roadmap, made_on=AT.date(), version=__version__)
        page = render_html(report, "en").encode()
        print(f"  HTML report of {len(page) / 1e6:.2f} MB: {_since(start)}")
        archive.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  memory at most {memory:.0f} MB")


def _since(start: float) -> str:
    return f"{time.perf_counter() - start:.1f} s"


def _patterns(place: Path) -> list[tuple[Evidence, ...]]:
    """The evidence of real states of repositories: those of the example office."""
    subprocess.run([sys.executable, ROOT / "examples" / "build.py", place / "office"], check=True)
    with Archive.open(place / "small.sqlite3") as archive:
        run(Order(targets=(), at=AT, office_file=place / "office" / "office.yaml"), read_library(["en"]), archive)
        found = archive.evidence.load(AT, since=AT)
        return [items for subject, items in found if subject.kind is SubjectKind.REPOSITORY]


def _spread(patterns: Sequence[tuple[Evidence, ...]], archive: Archive) -> Iterator[list[Evidence]]:
    batch: list[Evidence] = []
    for number in range(INSTITUTIONS):
        body = Subject(kind=SubjectKind.INSTITUTION, id=f"institution-{number:03}")
        batch.append(_note(body, "title", f"Institution {number}"))
    for number in range(REPOSITORIES):
        subject = Subject(kind=SubjectKind.REPOSITORY, id=f"repository-{number:05}")
        batch.extend(replace(item, subject=subject) for item in patterns[number % len(patterns)])
        batch.append(_note(subject, "owner", f"institution-{number % INSTITUTIONS:03}"))
        if number % 500 == 499:
            archive.evidence.append(batch, AT)
            yield batch
            batch = []


def _note(subject: Subject, claim: str, value: str) -> Evidence:
    return Evidence(
        subject=subject, claim=claim, value=value, basis=Basis.RECORDED, source=OWN_NOTES, observed=AT, by=OWN_NOTES
    )


if __name__ == "__main__":
    main()
