# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of REUSE 3.3 over one snapshot: what is covered, where a file's information comes from, what is wrong."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.reuse.annotations import Annotation
from ayni.analyzers.reuse.tags import licenses_in
from ayni.analyzers.tree import Tree, TreeEntry

_UNCOVERED_NAME: Final = re.compile(
    r"(?:LICEN[CS]E|COPYING)(?:[-.].*)?|REUSE\.toml|\.hgtags|.*\.license|.*\.spdx(?:\.(?:rdf|json|xml|ya?ml))?"
    r"|(?:CAL-1\.0(?:-Combined-Work-Exception)?|SHL-2\.1)(?:\..+)?",
    re.DOTALL,
)
_UNCOVERED_FOLDER: Final = re.compile(r"(?:^|/)(?:LICENSES|\.reuse|\.git|\.hg|\.sl|subprojects/[^/]+)/")
DEP5: Final = ".reuse/dep5"
MOST_CODES: Final = 200


def is_covered(entry: TreeEntry) -> bool:
    """Whether the rules ask for license information about this entry."""
    return (
        entry.is_file
        and entry.size != 0
        and _UNCOVERED_NAME.fullmatch(entry.name) is None
        and _UNCOVERED_FOLDER.search(entry.path) is None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """What is said of one file: SPDX expressions as written, and whether there is a copyright notice."""

    expressions: tuple[str, ...] = ()
    copyright: bool = False

    @property
    def complete(self) -> bool:
        """Whether both are there and every expression can be read."""
        return self.copyright and bool(self.expressions) and not any(map(_is_bad, self.expressions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where information can come from: the files themselves and their side files by path, annotations by folder."""

    own: Mapping[str, Information]
    annotations: Mapping[str, tuple[Annotation, ...]]

    def about(self, path: str) -> Information:
        """All that is said of the file. A side file speaks in its place; an override silences all that is below it."""
        found = list(self._annotations(path))
        above = next((at for at, item in enumerate(found) if item.precedence == "override"), len(found))
        added = [item for item in found[:above] if item.precedence == "aggregate"] + found[above : above + 1]
        expressions = tuple(expression for item in added for expression in item.expressions)
        noticed = any(item.copyright for item in added)
        if above == len(found):
            own = self.own.get(f"{path}.license") or self.own.get(path) or Information()
            closest = [item for item in reversed(found) if item.precedence == "closest"]
            expressions = own.expressions + expressions
            if not own.expressions:
                expressions += next((item.expressions for item in closest if item.expressions), ())
            noticed = noticed or own.copyright or any(item.copyright for item in closest)
        return Information(expressions=tuple(dict.fromkeys(expressions)), copyright=noticed)

    def _annotations(self, path: str) -> Iterator[Annotation]:
        """The annotation of each folder from the top down that means the file: in one folder, the last one counts."""
        for folder, annotations in sorted(self.annotations.items()):
            if folder and not path.startswith(f"{folder}/"):
                continue
            inner = path[len(folder) + 1 :] if folder else path
            last = next((item for item in reversed(annotations) if item.matches(inner)), None)
            if last is not None:
                yield last


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was counted over the covered files that could be looked at."""

    covered: int = 0
    complete: int = 0
    too_large: int = 0
    used: set[str] = field(default_factory=set)
    bad: Counter[str] = field(default_factory=Counter)

    def add(self, information: Information) -> None:
        """Count one covered file."""
        self.covered += 1
        self.complete += information.complete
        for expression in information.expressions:
            ids = licenses_in(expression)
            if ids is None:
                self.bad[expression] += 1
            else:
                self.used.update(map(_plain_id, ids))


def problems(tree: Tree, tally: Tally, unreadable: Iterable[str]) -> tuple[str, ...]:
    """What REUSE 3.3 finds wrong, as sorted codes; empty when the snapshot complies."""
    codes = {f"bad-reuse-file:{path}" for path in unreadable}
    codes |= {f"bad-expression:{expression}" for expression in tally.bad}
    codes |= set(_text_problems(tree, tally.used))
    if tally.covered > tally.complete:
        codes.add(f"no-information:{tally.covered - tally.complete}")
    if tally.too_large:
        codes.add(f"too-large-to-read:{tally.too_large}")
    if DEP5 in tree.by_path and any(entry.name == "REUSE.toml" for entry in tree.files):
        codes.add("dep5-beside-reuse-toml")
    return tuple(sorted(codes)[:MOST_CODES])


def _text_problems(tree: Tree, used: set[str]) -> Iterator[str]:
    """Whether the folder of license texts has each license that is used, and nothing else."""
    texts: set[str] = set()
    for entry in tree.files:
        if not entry.path.startswith("LICENSES/") or entry.name.endswith(".license"):
            continue
        id_, problem = _text_id(entry.name)
        texts.add(id_)
        if problem:
            yield f"{problem}:{entry.path.removeprefix('LICENSES/')}"
    for id_ in used:
        if not _is_known(id_):
            yield f"unknown-license:{id_}"
        if id_ not in texts and id_.removesuffix("+") not in texts:
            yield f"missing-license-text:{id_}"
    for id_ in texts - used - {one.removesuffix("+") for one in used}:
        yield f"unused-license-text:{id_}"


def _text_id(name: str) -> tuple[str, str]:
    """The license that a file in LICENSES/ is the text of, and what is wrong with its name."""
    if listed(name):
        return _plain_id(name), "license-text-without-extension"
    stem = _plain_id(name.rpartition(".")[0] or name)
    entry = listed(stem)
    if entry is not None:
        return stem, "deprecated-license-text" if entry.deprecated else ""
    return stem, "" if _is_reference(stem) else "stray-license-text"


def _plain_id(id_: str) -> str:
    """The id in the case of the SPDX list, which ids are compared without."""
    entry = listed(id_)
    return entry.id if entry else id_


def _is_known(id_: str) -> bool:
    return _is_reference(id_) or listed(id_) is not None or listed(id_.removesuffix("+")) is not None


def _is_reference(id_: str) -> bool:
    return id_.startswith(("LicenseRef-", "DocumentRef-", "AdditionRef-"))


def _is_bad(expression: str) -> bool:
    return licenses_in(expression) is None
