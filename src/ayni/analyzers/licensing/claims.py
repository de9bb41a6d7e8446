# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The license of a project: what its license files say, what it declares elsewhere, and where the two disagree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.community.text import read_text
from ayni.analyzers.licensing.catalog import listed
from ayni.analyzers.licensing.comparison import License, compare, declared_license, joined, same_text
from ayni.analyzers.licensing.detect import detect
from ayni.analyzers.licensing.files import LICENSES, is_license_file, is_license_name, source_kind
from ayni.analyzers.licensing.identify import identify
from ayni.analyzers.licensing.manifests import badge_names, declared_names
from ayni.analyzers.licensing.states import license_state
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import NotSeen, Observation, Value

LARGEST: Final = 512 * 1024
SHORT_STATEMENT: Final = 4000
"""Characters of a license file that only names its license; a longer one that is not recognized has its own terms."""


class Licenses:
    """The claims of ``analyzers/licenses`` about the project as a whole."""

    id = "licenses"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """License files, and what declares a license: manifests, metadata files, the README with its badges."""
        if not entry.is_file or (entry.size is not None and entry.size > LARGEST):
            return False
        if is_license_file(entry.path):
            return not entry.path.startswith(LICENSES)  # there, the name is the license
        return bool(source_kind(entry.path))

    def read(self, content: bytes) -> Facts:
        """The names that the content declares, or else the license that its text is."""
        text = read_text(content)
        kept: dict[str, Facts] = {}
        names = declared_names(text)
        if names is not None:
            kept["names"] = [*names]
        else:
            kept["text"] = [*_text_license(text)]
        if "shields.io" in text:
            kept["badges"] = [*badge_names(text)]
        return {key: value for key, value in kept.items() if value}

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """Every claim, in the order of the page of claims."""
        return _Conclusion(tree, facts, self).observations()


def _text_license(text: str) -> tuple[str, ...]:
    """The expression of a license text and all ids with that very text; or the one license that a short text names."""
    match = identify(text)
    if match is not None:
        return (match.expression, *match.ids)
    if len(text) > SHORT_STATEMENT:
        return ()
    found = detect(text.encode())
    named = found.expressions("tag", "header") or found.expressions()
    return named if len(named) == 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declaration:
    """One name at one place: ``license`` is None where the name stands for no license that is known."""

    kind: str
    path: str
    name: str
    license: License | None

    @property
    def says(self) -> str:
        """The expression, or the name as it is written."""
        return self.license.expression if self.license else self.name


class _Conclusion:
    """What one snapshot says."""

    def __init__(self, tree: Tree, facts: Mapping[BlobId, Facts], analyzer: Licenses) -> None:
        self.tree = tree
        self.facts = facts
        self.files = sorted(
            (entry for entry in tree.files if is_license_file(entry.path)), key=lambda entry: entry.path.count("/")
        )
        self.sources = [entry for entry in tree.files if analyzer.wants(entry) and not is_license_file(entry.path)]
        self.wants = analyzer.wants
        self.declarations = [one for entry in self.sources for one in self._declared(entry)]

    def observations(self) -> Iterator[Observation]:
        detected = self._detected()
        declared = tuple(
            f"{one.path}={one.license.expression if one.license else one.name}" for one in self.declarations
        )
        conflicts = self._conflicts(detected)
        yield self._observation("license-files", tuple(entry.path for entry in self.files))
        yield self._observation("license-detected", detected.expression if isinstance(detected, License) else detected)
        yield self._observation("license-state", self._state(detected))
        yield self._observation("license-declared", self._known(declared, self.sources))
        yield self._observation("license-conflicts", conflicts)

    def _observation(self, claim: str, value: Value) -> Observation:
        absent = value in {(), "none"} or (value == "" and not self.files)
        if absent and not self.tree.complete:
            return Observation(claim=claim, value=NotSeen(reason="listing-incomplete"))
        if not self.files or isinstance(value, NotSeen):
            return Observation(claim=claim, value=value)
        return Observation(claim=claim, value=value, locator=self.files[0].path, digest=self.files[0].blob)

    def _known(self, value: Value, entries: Iterable[TreeEntry]) -> Value:
        missing = any(self.wants(entry) and entry.blob not in self.facts for entry in entries)
        return NotSeen(reason="content-missing") if missing else value

    def _detected(self) -> License | Value:
        """The license of the files in the root, or of the folder of licenses where the root has none."""
        root = [entry for entry in self.files if not entry.folder]
        chosen = root or [entry for entry in self.files if not entry.path.startswith(LICENSES)]
        if any(self.wants(entry) and entry.blob not in self.facts for entry in chosen):
            return NotSeen(reason="content-missing")
        folder = [_stem(entry.name) for entry in self.files if entry.path.startswith(LICENSES)]
        if not chosen:
            return joined([License.of(id_) for id_ in folder]) or ""
        texts = [_texts(self.facts.get(entry.blob), "text") for entry in chosen]
        known = [self._chosen(text, folder) for text in texts if text]
        return joined(known, choice=self._is_choice(known)) or ""

    def _chosen(self, text: tuple[str, ...], folder: list[str]) -> License:
        """Of several ids with the same text, the one that LICENSES/ or a declaration names."""
        expression, *ids = text
        named = [*folder, *(id_ for one in self.declarations if one.license for id_ in one.license.ids)]
        better = next((id_ for id_ in named if id_ in ids), None)
        return License(
            expression=better or expression, ids=frozenset((better,)) if better else License.of(expression).ids
        )

    def _is_choice(self, known: list[License]) -> bool:
        """Whether a declaration names the very licenses of the files as a choice."""
        together = same_text(id_ for one in known for id_ in one.ids)
        return any(
            " OR " in one.license.expression and same_text(one.license.ids) == together
            for one in self.declarations
            if one.license
        )

    def _declared(self, entry: TreeEntry) -> Iterator[_Declaration]:
        kind = source_kind(entry.path)
        if entry.folder and any(is_license_name(other.name) for other in self.tree.by_folder[entry.folder]):
            return  # a part with a license of its own
        for name in _texts(self.facts.get(entry.blob), "badges" if kind == "badge" else "names"):
            license_ = declared_license(name)
            if kind != "badge" or license_ is not None:
                yield _Declaration(kind=kind, path=entry.path, name=name, license=license_)

    def _state(self, detected: License | Value) -> Value:
        if isinstance(detected, NotSeen):
            return detected
        declared = {license_state(one.license.expression) for one in self.declarations if one.license}
        if isinstance(detected, License):
            state = license_state(detected.expression)
            disagree = any(
                one.license and compare(one.license, detected) and license_state(one.license.expression) != state
                for one in self.declarations
            )
            return "conflicting" if disagree else state
        if self.files:
            return "unrecognized"
        if not declared:
            return self._known("none", self.sources)
        return declared.pop() if len(declared) == 1 else "conflicting"

    def _conflicts(self, detected: License | Value) -> Value:
        if isinstance(detected, NotSeen):
            return detected
        named = [(one, one.license) for one in self.declarations if one.license]
        codes: list[str] = []
        if isinstance(detected, License):
            codes = [
                f"{one.kind}-disagrees:{one.path}:{license_.expression}:{detected.expression}"
                for one, license_ in named
                if compare(license_, detected)
            ]
        elif not self.files and named:
            first, expected = named[0]
            codes = [
                f"declarations-disagree:{one.path}:{license_.expression}:{first.path}:{expected.expression}"
                for one, license_ in named[1:]
                if compare(license_, expected)
            ]
        return tuple(dict.fromkeys(codes)) if codes else self._known((), self.sources)


def _stem(name: str) -> str:
    """``Apache-2.0.txt`` is Apache-2.0, and so is ``Apache-2.0``."""
    entry = listed(name) or listed(name.rpartition(".")[0])
    return entry.id if entry else name.rpartition(".")[0] or name


def _texts(facts: Facts, key: str) -> tuple[str, ...]:
    value = facts.get(key) if isinstance(facts, dict) else None
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
