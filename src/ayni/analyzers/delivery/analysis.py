# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the software is delivered: continuous integration and what it runs, tests, style, containers, translations.

What a workflow starts elsewhere (targets of a Makefile, scripts of a package, shell scripts, tox, pre-commit) counts as
run by the workflow. The safety of the workflows themselves is judged in ``workflows``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.delivery import files, tools
from ayni.analyzers.delivery.runs import Runs, follow, read_runs
from ayni.analyzers.path_kinds import extension, is_test, is_test_code, is_vendored, names
from ayni.analyzers.reading import Readings, as_facts, gather, observe_list, observe_number
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.evidence import Observation

MAX_LISTED: Final = 200
"""Lists that only say "there are some" stop here; counts do not."""

_BUILD_FILES: Final = frozenset(
    names(
        "makefile gnumakefile justfile .justfile taskfile.yml taskfile.yaml tox.ini noxfile.py"
        " package.json composer.json .pre-commit-config.yaml .pre-commit-config.yml pyproject.toml"
        " setup.cfg"
    )
)
_STYLE_MANIFESTS: Final = frozenset(names("pom.xml build.gradle build.gradle.kts"))
_SCRIPT_FOLDER: Final = re.compile(
    r"(?:^|.*/)(?:\.?ci|\.?build|\.travis|\.github|\.gitlab|\.circleci|scripts?|bin|tools?|hack|dev|etc)$"
)
_SHELL: Final = frozenset(("sh", "bash", "ps1"))
_MAX_SCRIPT: Final = 256 * 1024

_FUZZ_EXTENSIONS: Final = frozenset(
    names("py go c cc cpp rs js jsx ts tsx mjs java swift hs erl hrl ex exs cs fs gleam")
)
_FUZZ_PATH: Final = re.compile(r"fuzz|propert|_test\.go$|quickcheck")
_FUZZ_MARKS: Final = (
    ("c cc cpp swift", rb"^[^\n/*\"']{0,60}\bLLVMFuzzerTestOneInput", "LLVMFuzzerTestOneInput"),
    (
        "rs",
        rb"^[ \t]*(?:use libfuzzer_sys|fuzz_target!|use proptest|proptest!|quickcheck!|#\[quickcheck\])",
        "libfuzzer_sys fuzz_target! proptest quickcheck",
    ),
    ("py", rb"^[ \t]*(?:import|from) (?:atheris|hypothesis|schemathesis)\b", "atheris hypothesis schemathesis"),
    ("go", rb"^func\s+Fuzz\w+\s*\(\w+\s+\*testing\.F\)", "testing.F"),
    ("java", rb"^import\s+(?:static\s+)?(?:com\.code_intelligence\.jazzer|net\.jqwik)", "jazzer jqwik"),
    ("js jsx ts tsx mjs", rb"(?:from|require\()\s*[\"'](?:fast-check|@fast-check/\w+)[\"']", "fast-check"),
    (
        "hs",
        rb"^import\s+(?:qualified\s+)?(?:Test\.(?:(?:Hspec|Tasty)\.)?(?:QuickCheck|SmallCheck|Validity)|Hedgehog)",
        "QuickCheck SmallCheck Validity Hedgehog",
    ),
    ("erl hrl", rb"^-include_lib\(\"(?:eqc|proper)/include/", "eqc/include proper/include"),
    ("ex exs", rb"^[ \t]*use\s+(?:PropCheck|ExUnitProperties)\b", "PropCheck ExUnitProperties"),
    ("cs fs", rb"^[ \t]*(?:using|open)\s+(?:FsCheck|Expecto\.ExpectoFsCheck)\b", "FsCheck"),
    ("gleam", rb"^import\s+qcheck", "import qcheck"),
)
"""Languages by extension, what a target of fuzzing or a property test has in them, and texts of which it needs one."""
_FUZZ_SEARCHES: Final = tuple(
    (names(kinds), re.compile(b"(?m)" + pattern), tuple(hint.encode() for hint in names(hints)))
    for kinds, pattern, hints in _FUZZ_MARKS
)

_SOURCE_HEAD: Final = 8 * 1024
_SOURCE: Final = re.compile(
    rb"(?m)^(?:import\s|from\s+[\w.]+\s+import\b|package\s+\w|#include\b|use\s+\w|using\s|namespace\s|module\s+\w"
    rb"|const\s|let\s|var\s|defmodule\s|describe\(|func\s|class\s|public\s|<\?php|-module\()"
)
_BUILD_IN_CODE: Final = re.compile(
    rb"(?m)^[ \t]*(?:import nox\b|pipeline\s*\{|node\s*[({]|@Library|import jetbrains\.buildServer)"
)

_ACTIVITY_CLAIMS: Final = {
    "ci-runs-tests": tools.TESTS,
    "ci-runs-analysis": tools.ANALYSIS,
    "ci-runs-fuzzing": tools.FUZZING,
    "ci-publishes-packages": tools.PUBLISHING,
    "ci-scans-dependencies": tools.SCANNING,
    "ci-signs-releases": tools.SIGNING,
    "ci-checks-sign-off": tools.SIGN_OFF,
}
_CONFIGURED_ELSEWHERE: Final[Mapping[str, re.Pattern[str]]] = {
    "ci-runs-fuzzing": re.compile(r"(?i)\.clusterfuzzlite/dockerfile|(?:.*/)?oss-?fuzz/(?:build\.sh|project\.yaml)"),
    "ci-checks-sign-off": re.compile(r"(?i)\.github/(?:dco|cla)\.ya?ml|\.clabot|\.gitlab/dco\.ya?ml"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFacts:
    """What one content says: what it runs, whether it configures a style, for which extensions it is fuzzing."""

    runs: Runs | None = None
    style: bool = False
    fuzz: list[str] = field(default_factory=list)


class Delivery:
    """Claims of docs/reference/claims.md, section analyzers/delivery, but for those of the analyzer ``workflows``."""

    id = "delivery"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """Continuous integration, builds and scripts; manifests that may hold a style; tests that may fuzz."""
        return entry.is_file and not is_vendored(entry.path) and (_runs_something(entry) or _may_fuzz(entry))

    def read(self, content: bytes) -> Facts:
        """What the content runs and whether it is a target of fuzzing."""
        source = _is_source(content[:_SOURCE_HEAD])
        facts = DeliveryFacts(
            runs=None if source else read_runs(content),
            style=not source and files.declares_style(content[:_MAX_SCRIPT]),
            fuzz=[kind for kinds, mark, hints in _FUZZ_SEARCHES if _has(content, hints, mark) for kind in kinds],
        )
        return None if facts == DeliveryFacts() else as_facts(facts)

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """The claims about continuous integration, tests, style, containers and translations."""
        readings = gather(tree, facts, self.wants, DeliveryFacts)
        own = [entry for entry in tree.files if not is_vendored(entry.path)]
        yield from _listed(tree, own)
        tests = [entry.path for entry in own if is_test_code(entry.path)]
        yield observe_list(tree, "test-files", tests[:MAX_LISTED])
        yield observe_number(tree, "test-files-count", len(tests))
        style = [path for path, fact in readings.by_path.items() if fact.style and not is_test(path)]
        style += [entry.path for entry in own if files.is_style(entry.name) and not is_test(entry.path)]
        yield observe_list(tree, "style-config", style, missing=any(_is_manifest(path) for path in readings.missing))
        yield from _activities(tree, readings)


def _has(content: bytes, hints: tuple[bytes, ...], mark: re.Pattern[bytes]) -> bool:
    return any(hint in content for hint in hints) and mark.search(content) is not None


def _is_source(head: bytes) -> bool:
    """Whether the content is source code rather than a build: the words of its strings are not commands."""
    return _SOURCE.search(head) is not None and _BUILD_IN_CODE.search(head) is None


def _runs_something(entry: TreeEntry) -> bool:
    name = entry.name.lower()
    if name in _BUILD_FILES or name in _STYLE_MANIFESTS or files.is_ci(entry.path):
        return True
    if (entry.size or 0) > _MAX_SCRIPT or is_test(entry.path):
        return False
    kind = extension(name)
    return kind in _SHELL or (
        not kind
        and (entry.kind is EntryKind.EXECUTABLE or entry.size is not None)
        and _SCRIPT_FOLDER.match(entry.folder.lower()) is not None
    )


def _may_fuzz(entry: TreeEntry) -> bool:
    kind = extension(entry.name)
    if kind not in _FUZZ_EXTENSIONS:
        return False
    path = entry.path.lower()
    return _FUZZ_PATH.search(path) is not None or (kind not in ("go", "c", "cc", "cpp") and is_test_code(entry.path))


def _is_manifest(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name in _BUILD_FILES or name in _STYLE_MANIFESTS


def _listed(tree: Tree, own: list[TreeEntry]) -> Iterator[Observation]:
    chosen: dict[str, Callable[[TreeEntry], bool]] = {
        "ci-files": lambda entry: files.is_ci(entry.path),
        "container-files": lambda entry: files.is_container(entry.name) and not is_test(entry.path),
        "translation-files": lambda entry: files.is_translation(entry.path) and not is_test(entry.path),
        "template-marker": lambda entry: files.is_template_marker(entry.path),
    }
    for claim, choose in chosen.items():
        yield observe_list(tree, claim, [entry.path for entry in own if choose(entry)][:MAX_LISTED])


def _activities(tree: Tree, readings: Readings[DeliveryFacts]) -> Iterator[Observation]:
    runs = {path: fact.runs for path, fact in readings.by_path.items() if fact.runs is not None}
    done = {path: follow(step.whole, runs) for path, step in runs.items() if files.is_ci(path)}
    missing = any(not _may_only_fuzz(path) for path in readings.missing)
    for claim, activity in _ACTIVITY_CLAIMS.items():
        found = [path for path, activities in done.items() if activity in activities]
        elsewhere = _CONFIGURED_ELSEWHERE.get(claim)
        if elsewhere is not None:
            found += [entry.path for entry in tree.files if elsewhere.fullmatch(entry.path)]
        if activity == tools.ANALYSIS:
            found += [entry.path for entry in tree.files if files.is_analysis_service(entry.path)]
        if activity == tools.FUZZING:
            found += [path for path, fact in readings.by_path.items() if extension(path) in fact.fuzz]
        unread = missing or (activity == tools.FUZZING and bool(readings.missing))
        yield observe_list(tree, claim, found[:MAX_LISTED], missing=unread)


def _may_only_fuzz(path: str) -> bool:
    return extension(path) in _FUZZ_EXTENSIONS and path != "noxfile.py"
