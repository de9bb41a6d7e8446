# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""License detection: how fast, and how often the same as ScanCode says.

    python -m benchmarks.licenses [--files FOLDER] [--scancode PROGRAM] [--oracle FOLDER] [--texts FOLDER]

FOLDER of --files has one folder of files per repository; without it, this repository's own files are read and nobody
is asked for a second opinion. PROGRAM is ScanCode's command, in an environment of its own
(``pip install "pluggy<1.6" scancode-toolkit-mini``); what it says about each repository is kept under --oracle and
never asked again. --texts is a folder of texts named by their SPDX id, by default the SPDX test texts beside us.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ayni.analyzers.licensing import detect, identify, ids, normalized
from ayni.analyzers.licensing.gnu import ANY_VERSION

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared/data/licences/spdx-test-texts"
CONFIRMED = 90
"""The score from which ScanCode's word counts as confirmed."""


def family(id_: str) -> str:
    """Return an id without "only" and "or later": the text of a GNU license says neither."""
    return re.sub(r"(-only|-or-later|\+)$", "", id_)


def bench_texts(folder: Path) -> bool:
    """Identify whole texts whose file name is the answer."""
    paths = sorted(folder.glob("*.txt"))
    texts = [(path.stem.removeprefix("depreciate_"), path.read_text("utf-8", "replace")) for path in paths]
    identify("first use reads the index")
    start = time.perf_counter()
    found = [identify(text) for _, text in texts]
    elapsed = time.perf_counter() - start
    outcome = Counter(
        "unknown" if match is None else "right" if family(id_) in map(family, match.ids) else "wrong"
        for match, (id_, _) in zip(found, texts, strict=True)
    )
    print(f"texts       {len(texts):6,} texts  {len(texts) / elapsed:8,.0f} texts/s  {dict(outcome)}")
    return outcome["wrong"] == 0 and outcome["right"] >= 0.98 * len(texts)


def expressions_of(paths: Sequence[Path]) -> list[tuple[str, ...]]:
    """Read files and return what each says."""
    return [detect(path.read_bytes()).expressions() for path in paths]


def bench_speed(paths: Sequence[Path]) -> float:
    """Detect cold: reading the files and loading the index are included; returns files per second on two cores."""
    size = sum(path.stat().st_size for path in paths)
    parts = [paths[at : at + 200] for at in range(0, len(paths), 200)]
    speed = 0.0
    for processes in (1, 2):
        start = time.perf_counter()
        with ProcessPoolExecutor(processes) as pool:
            list(pool.map(expressions_of, parts))
        elapsed = time.perf_counter() - start
        speed = len(paths) / elapsed
        print(
            f"detect cold {len(paths):6,} files  {speed:8,.0f} files/s  {size / elapsed / 1e6:5.1f} MB/s"
            f"  {processes} process{'es' if processes > 1 else ''}"
        )
    contents = [path.read_bytes() for path in paths]
    start = time.process_time()
    for content in contents:
        detect(content)
    elapsed = time.process_time() - start
    print(f"detect only {len(paths):6,} files  {len(paths) / elapsed:8,.0f} files per second of one core, in memory")
    return speed


def resolved(said: set[str]) -> set[str]:
    """Leave out a GNU license without a version ("the GPL") where the same file says which version."""
    return {id_ for id_ in said if id_ not in ANY_VERSION or not any(_one_more(id_, other) for other in said)}


def _one_more(id_: str, other: str) -> bool:
    return other != id_ and other.partition("-")[0] == id_.partition("-")[0]


@dataclass(slots=True)
class Agreement:
    """How often two detectors say the same of a file in which ScanCode confirms a license."""

    confirmed: int = 0
    same: int = 0
    same_families: int = 0
    covered: int = 0
    classes: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=Counter)
    examples: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = field(default_factory=dict)

    def add(self, name: str, theirs: set[str], ours: set[str]) -> None:
        """Compare one file."""
        theirs, ours = resolved(theirs), resolved(ours)
        self.confirmed += 1
        self.same += ours == theirs
        self.same_families += set(map(family, ours)) == set(map(family, theirs))
        self.covered += set(map(family, ours)) >= set(map(family, theirs))
        if ours != theirs:
            key = (tuple(sorted(theirs - ours)), tuple(sorted(ours - theirs)))
            self.classes[key] += 1
            self.examples.setdefault(key, name)


def ask_scancode(repository: Path, oracle: Path, program: str | None) -> dict[str, set[str]] | None:
    """Return the confirmed ids of each file of a repository; None where ScanCode was never asked."""
    answer = oracle / f"{repository.name}.json"
    if not answer.is_file() and program is not None:
        oracle.mkdir(parents=True, exist_ok=True)
        command = [program, "--license", "--processes", "2", "--timeout", "60", "--quiet", "--json", str(answer)]
        subprocess.run([*command, str(repository)], check=True, capture_output=True)
    if not answer.is_file():
        return None
    content = json.loads(answer.read_bytes())
    count = sum(each["type"] == "file" for each in content["files"])
    print(f"  ScanCode  {repository.name}: {count / content['headers'][0]['duration']:.1f} files/s")
    return {each["path"].partition("/")[2]: _confirmed(each) for each in content["files"] if each["type"] == "file"}


def _confirmed(entry: dict[str, list[dict[str, list[dict[str, str]]]]]) -> set[str]:
    matches = (match for detection in entry.get("license_detections", []) for match in detection["matches"])
    said = (
        id_ for match in matches if float(match["score"]) >= CONFIRMED for id_ in ids(match["license_expression_spdx"])
    )
    return {normalized(id_) or id_ for id_ in said if not id_.startswith("LicenseRef-")}


def bench_agreement(files: Path, oracle: Path, program: str | None) -> Agreement:
    """Compare file by file with ScanCode."""
    agreement = Agreement()
    for repository in sorted(path for path in files.iterdir() if path.is_dir()):
        answers = ask_scancode(repository, oracle, program) or {}
        for name, theirs in answers.items():
            path = repository / name
            if theirs and path.is_file():
                ours = {id_ for said in detect(path.read_bytes()).expressions() for id_ in ids(said)}
                agreement.add(f"{repository.name}/{name}", theirs, ours)
    return agreement


def report(agreement: Agreement, longest: int = 25) -> bool:
    """Print how often we agree and the kinds of disagreement, the most frequent first."""
    total = agreement.confirmed
    if not total:
        print("agreement   ScanCode was not asked: give --files and --scancode")
        return True
    print(
        f"agreement   {total:6,} files in which ScanCode confirms a license: same ids {agreement.same / total:.1%}, "
        f'same licenses {agreement.same_families / total:.1%} ("only" and "or later" as one), '
        f"all of its licenses {agreement.covered / total:.1%}"
    )
    for key, count in agreement.classes.most_common(longest):
        theirs, ours = (", ".join(part[:4]) + (" …" if len(part) > 4 else "") or "–" for part in key)
        print(f"  {count:4}  only ScanCode: {theirs};  only Ayni: {ours};  e.g. {agreement.examples[key]}")
    return agreement.same_families >= 0.95 * total


def files_under(folders: Iterable[Path]) -> list[Path]:
    """Return every file, .git left out."""
    return [
        path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts
    ]


def main() -> int:
    """Run; returns 1 when a figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--scancode")
    parser.add_argument("--oracle", type=Path)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    arguments = parser.parse_args()
    reached = [bench_texts(arguments.texts)] if arguments.texts.is_dir() else []
    ours = [ROOT / name for name in ("src", "tests", "docs", "scripts", "benchmarks", "LICENSES")]
    paths = files_under([arguments.files] if arguments.files else ours)
    reached.append(bench_speed(paths) >= 1_000)
    if arguments.files:
        oracle = arguments.oracle or arguments.files.with_name(arguments.files.name + "-scancode")
        reached.append(report(bench_agreement(arguments.files, oracle, arguments.scancode)))
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
