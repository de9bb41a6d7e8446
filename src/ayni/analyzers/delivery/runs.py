# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one file of build or continuous integration does, and what it starts elsewhere in the repository."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from ayni.analyzers.delivery.activities import activities, calls, without_comments

MAX_BYTES: Final = 128 * 1024
"""Longer files are read up to here: nobody writes a build by hand that is longer."""

_RULE: Final = re.compile(r"^([\w./%-]+(?:[ \t]+[\w./%-]+){0,20})[ \t]*::?(?![=:])(.*)$")
_HAS_RECIPE: Final = re.compile(r"(?m)^[\w./%-]+[ \t]*:[^\n]*\n\t")
_MAX_DEPTH: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a piece of text does and starts."""

    does: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The facts of one file: as a whole, and by target (of a Makefile) or script (of a package manifest)."""

    whole: Step
    targets: dict[str, Step] = field(default_factory=dict)


def read_runs(content: bytes) -> Runs | None:
    """What the content does, or None when it does nothing that is known."""
    text = content[:MAX_BYTES].decode("utf-8", "replace")
    if text.lstrip()[:1] == "{":
        targets = {name: _step(command) for name, command in _package_scripts(content[:MAX_BYTES]).items()}
        runs = Runs(whole=Step(), targets={name: step for name, step in targets.items() if step.does or step.calls})
        return runs if runs.targets else None
    bare = without_comments(text)
    if _HAS_RECIPE.search(text):
        return Runs(whole=_step(bare), targets=dict(_rules(bare)))
    whole = _step(bare)
    return Runs(whole=whole) if whole.does or whole.calls else None


def _step(text: str) -> Step:
    return Step(does=activities(text), calls=calls(text))


def _package_scripts(content: bytes) -> dict[str, str]:
    try:
        manifest = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    scripts = manifest.get("scripts") if isinstance(manifest, dict) else None
    if not isinstance(scripts, dict):
        return {}
    return {
        name: "\n".join(str(line) for line in command) if isinstance(command, list) else str(command)
        for name, command in scripts.items()
    }


def _rules(text: str) -> Iterator[tuple[str, Step]]:
    """The targets of a Makefile; the first is also the one under the empty name. Prerequisites are calls."""
    first = True
    names: list[str] = []
    recipe: list[str] = []
    needs: list[str] = []
    for line in [*text.split("\n"), "end:"]:
        if line.startswith("\t"):
            recipe.append(line)
            continue
        rule = _RULE.match(line)
        if rule is None:
            continue
        if names:
            step = _step("\n".join(recipe))
            step = Step(does=step.does, calls=[*step.calls, *(f"make:{need}" for need in needs)])
            for name in ["", *names] if first and not names[0].startswith(".") else names:
                yield name, step
            first = first and names[0].startswith(".")
        names, needs, recipe = rule[1].split(), rule[2].partition(";")[0].split()[:50], []


def follow(step: Step, tree: Mapping[str, Runs], folder: str = "") -> frozenset[str]:
    """Everything that the step does, with what it starts elsewhere, over the files of the tree by path."""
    done: set[str] = set()
    seen: set[str] = set()
    waiting = [(step, 0)]
    while waiting:
        current, depth = waiting.pop()
        done.update(current.does)
        if depth >= _MAX_DEPTH:
            continue
        for call in current.calls:
            if call not in seen:
                seen.add(call)
                waiting.extend((target, depth + 1) for target in _called(call, tree, folder))
    return frozenset(done)


_MAKEFILES: Final = ("Makefile", "GNUmakefile", "makefile")
_MANIFESTS: Final = ("package.json", "composer.json")
_TOOL_FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "tox": ("tox.ini", "setup.cfg", "pyproject.toml"),
    "nox": ("noxfile.py",),
    "pre-commit": (".pre-commit-config.yaml", ".pre-commit-config.yml"),
    "just": ("justfile", "Justfile", ".justfile"),
    "task": ("Taskfile.yml", "Taskfile.yaml"),
}


def _called(call: str, tree: Mapping[str, Runs], folder: str) -> Iterator[Step]:
    kind, _, name = call.partition(":")
    places = {"make": _MAKEFILES, "script": _MANIFESTS, "tool": _TOOL_FILES.get(name, ()), "file": (name,)}[kind]
    for place in places:
        runs = tree.get(f"{folder}{place}")
        if runs is None:
            continue
        if kind in ("make", "script"):
            target = runs.targets.get(name)
            if target is not None:
                yield target
        else:
            yield runs.whole
