# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds packs against each other: ids, rules, edges, prerequisites, and texts complete in every language.

The shape of single files is the loader's affair; here is what only shows when everything is on the table.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ayni.errors import Problem
from ayni.evidence import SubjectKind
from ayni.frameworks.loader import LoadedPack
from ayni.frameworks.pack import Criterion, PackKind, Practice
from ayni.frameworks.reading import own_question
from ayni.frameworks.rules import Population, Share, asked, shares

_ITEM_TEXTS = ("title", "why", "first_step", "question")
_PRACTICE_TEXTS = ("title", "why", "first_step", "evidence")


def lint(packs: Sequence[LoadedPack], probes: Collection[str]) -> tuple[Problem, ...]:
    """Every problem in a set of packs, sorted by file and line. ``probes`` are the ids that code can answer."""
    found: list[Problem] = []
    found.extend(_shared_ids(packs))
    practices = {practice.id: practice for loaded in packs for practice in loaded.pack.practices}
    starts = {*practices, *probes}
    for loaded in packs:
        known = {*probes, *(question for practice in loaded.pack.practices for question in practice.questions)}
        known |= {own_question(loaded.pack.id, item.id) for item in loaded.pack.items}
        for criterion in _criteria(loaded):
            found.extend(_rules(loaded, criterion, known))
        for practice in loaded.pack.practices:
            found.extend(_practice(loaded, practice, practices))
        found.extend(_edges(loaded, starts))
        found.extend(_texts(loaded))
    found.extend(_cycles(packs, practices))
    return tuple(sorted(set(found)))


def _criteria(loaded: LoadedPack) -> Iterator[Criterion]:
    yield from (practice.criterion for practice in loaded.pack.practices)
    yield from (item.criterion for item in loaded.pack.items)


def _at(loaded: LoadedPack, name: str, key: str, message: str) -> Problem:
    file, line, column = loaded.places.get(name, (str(loaded.folder / "pack.yaml"), 1, 1))
    return Problem(file=file, line=line, column=column, key=key, message=message)


def _shared_ids(packs: Iterable[LoadedPack]) -> Iterator[Problem]:
    owners: dict[str, LoadedPack] = {}
    for loaded in packs:
        for name in (loaded.pack.id, *loaded.places):
            other = owners.setdefault(name, loaded)
            if other is not loaded:
                yield _at(loaded, name, name, f"is already used by the pack '{other.pack.id}'; ids are never reused")
        for name in set(loaded.pack.retired) & set(loaded.places):
            yield _at(loaded, name, name, "is retired in pack.yaml; retired ids are never used again")


def _rules(loaded: LoadedPack, criterion: Criterion, known: Collection[str]) -> Iterator[Problem]:
    for rule in (criterion.met_when, criterion.applies_when):
        for name in asked(rule) if rule else ():
            if name not in known:
                yield _at(loaded, criterion.id, f"{criterion.id}.met_when", f"'{name}' is neither probe nor question")
    for name in sorted(criterion.suffices - set(asked(criterion.met_when))):
        yield _at(loaded, criterion.id, f"{criterion.id}.suffices", f"'{name}' is not asked by met_when; remove it")
    for share in shares(criterion.met_when):
        yield from _share(loaded, criterion, share)


def _share(loaded: LoadedPack, criterion: Criterion, share: Share) -> Iterator[Problem]:
    key = f"{criterion.id}.met_when"
    if any(shares(share.that)):
        yield _at(loaded, criterion.id, key, "a share within a share cannot be counted; split the practice")
    if share.target > share.later:
        yield _at(loaded, criterion.id, key, f"the later target {share.later} is below the first {share.target}")
    if criterion.subject is SubjectKind.REPOSITORY or (
        criterion.subject is SubjectKind.INSTITUTION and share.of is Population.INSTITUTIONS
    ):
        yield _at(loaded, criterion.id, key, f"a {criterion.subject.value} has no members to count; judge the office")


def _practice(loaded: LoadedPack, practice: Practice, practices: dict[str, Practice]) -> Iterator[Problem]:
    for name in practice.requires:
        first = practices.get(name)
        if first is None:
            yield _at(loaded, practice.id, f"{practice.id}.requires", f"'{name}' is not a practice")
        elif first.phase > practice.phase:
            yield _at(loaded, practice.id, f"{practice.id}.requires", f"'{name}' comes in a later phase, {first.phase}")
    names = set(asked(practice.criterion.met_when))
    closed = {name for action in practice.actions for name in action.closes or names}
    for name in sorted(closed - names):
        yield _at(loaded, practice.id, f"{practice.id}.actions", f"'{name}' is closed but never asked by met_when")
    for name in sorted(set(practice.questions) - names):
        yield _at(loaded, practice.id, f"{practice.id}.questions", f"'{name}' is asked but met_when does not use it")
    for action in practice.actions:
        if action.effort.low > action.effort.high or action.each.low > action.each.high:
            yield _at(loaded, practice.id, f"{practice.id}.actions.{action.id}", "effort is [low, high]; swap the two")


def _edges(loaded: LoadedPack, starts: Collection[str]) -> Iterator[Problem]:
    items = {item.id for item in loaded.pack.items}
    for index, edge in enumerate(loaded.pack.edges):
        file = str(loaded.folder / "crosswalk.yaml")
        for name, there, what in ((edge.start, starts, "practice or probe"), (edge.end, items, "item of this pack")):
            if name not in there:
                yield Problem(file=file, line=0, column=0, key=f"[{index}]", message=f"'{name}' is no {what}")


def _texts(loaded: LoadedPack) -> Iterator[Problem]:
    expected = set(_expected(loaded))
    reference = loaded.words.paths(loaded.pack.languages[0])
    for language in loaded.pack.languages:
        paths = loaded.words.paths(language)
        for path in sorted((expected | reference) - paths):
            key = ".".join(path)
            yield _at(loaded, path[0], key, f"has no text in '{language}'; add it under texts/{language}/")
        if expected:
            for path in sorted(paths - reference - expected):
                yield _at(loaded, path[0], ".".join(path), f"has a text in '{language}' that nothing uses; remove it")
        for path in sorted(paths):
            if not loaded.words.say(language, *path).strip():
                yield _at(loaded, path[0], ".".join(path), f"is empty in '{language}'")


def _expected(loaded: LoadedPack) -> Iterator[tuple[str, ...]]:
    yield ("title",)
    yield ("summary",)
    yield from (("groups", group) for group in loaded.pack.groups if loaded.pack.kind is not PackKind.INTERFACE)
    for name, kind in loaded.pack.attributes.items():
        yield ("attributes", name, "title")
        yield from (("attributes", name, "values", str(value)) for value in kind.values if kind.type != "boolean")
    for item in loaded.pack.items:
        yield from ((item.id, key) for key in _ITEM_TEXTS)
    for practice in loaded.pack.practices:
        yield from ((practice.id, key) for key in _PRACTICE_TEXTS)
        yield from ((practice.id, "questions", name) for name in practice.questions)
        yield from ((practice.id, "actions", action.id) for action in practice.actions)


def _cycles(packs: Iterable[LoadedPack], practices: dict[str, Practice]) -> Iterator[Problem]:
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> str:
        if name in trail:
            return " -> ".join((*trail[trail.index(name) :], name))
        if name in done or name not in practices:
            return ""
        circle = next((text for first in practices[name].requires if (text := visit(first, (*trail, name)))), "")
        done.add(name)
        return circle

    for loaded in packs:
        for practice in loaded.pack.practices:
            circle = visit(practice.id, ())
            if circle:
                yield _at(loaded, practice.id, f"{practice.id}.requires", f"goes in a circle: {circle}")
