# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a schema cannot see in an office file: ids, references, the tree of institutions, dates, people and places."""

import re
from collections.abc import Hashable
from collections.abc import Mapping as MappingOf
from datetime import date
from pathlib import Path

from ayni.errors import Problem
from ayni.evidence import SubjectKind
from ayni.formats.countries import countries
from ayni.formats.office_file import BLOCKS, Known
from ayni.formats.yaml_positions import Mapping
from ayni.sources.office_file_ground import Ground
from ayni.sources.office_file_nodes import Row, blanks, rows, section, texts
from ayni.sources.office_file_notes import Notes
from ayni.sources.office_file_places import name_of

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})+")
_SHOWN = 8
"""How many names of a circle are shown."""


class Checks:
    """Holds one office file against itself, against what packs ask, and against its folder."""

    def __init__(self, root: Mapping, file: str, known: Known, folder: Path, today: date | None) -> None:
        self.root = root
        self.known = known
        self.notes = Notes(file, today)
        self.ground = Ground(self.notes, folder)
        self.institutions = rows(root, "institutions")
        self.repositories = rows(root, "repositories")
        self.ids = {
            SubjectKind.INSTITUTION: {node.text for row in self.institutions if (node := row.text("id"))},
            SubjectKind.REPOSITORY: {name for row in self.repositories if (name := _repository_id(row))},
        }

    def problems(self) -> list[Problem]:
        """Everything found, one problem for each."""
        for key, node in blanks(self.root):
            self.notes.add(node, key, "must not be empty; write it or remove the key")
        self._office()
        self._institutions()
        self._repositories()
        self._answers()
        self._exceptions()
        self._canvas()
        plan = section(self.root, "plan")
        if plan:
            self.notes.days(plan, "start")
        return self.notes.problems

    def _office(self) -> None:
        office = section(self.root, "office")
        if office is None:
            return
        _names(office, self.notes)
        code = office.text("country")
        if code and code.text not in countries():
            self.notes.add(code, "office.country", "must be a country's two letters (ISO 3166-1), such as EC, BR or HT")

    def _institutions(self) -> None:
        self.notes.once((f"{row.key}.id", row.text("id"), row.word("id")) for row in self.institutions)
        circles = _circles({row.word("id"): row.word("parent") for row in self.institutions if row.word("id")})
        for row in self.institutions:
            _names(row, self.notes)
            self._institution_of(row, "parent")
            parent, way = row.text("parent"), circles.get(row.word("id"))
            if parent and way:
                self.notes.add(parent, f"{row.key}.parent", f"goes in a circle: {way}; take one parent out")

    def _repositories(self) -> None:
        self.notes.once(
            (f"{row.key}.id", row.text("id") or row.text("source"), _repository_id(row)) for row in self.repositories
        )
        for row in self.repositories:
            self._institution_of(row, "institution")
            source, upstream = row.text("source"), row.text("upstream")
            if source:
                self.ground.source(row, source)
                if not _ID.fullmatch(_repository_id(row)) and "id" not in row.node:
                    self.notes.add(source, f"{row.key}.id", "is missing, and the source ends in nothing to take for it")
            if upstream:
                self.ground.upstream(row, upstream)

    def _answers(self) -> None:
        found = rows(self.root, "answers")
        self.notes.once((f"{row.key}.question", row.text("question"), _asked(row, "question")) for row in found)
        for row in found:
            kind = self._subject(row)
            self._question(row, kind)
            self.notes.days(row, "date", "expires")
            self.notes.order(row, "date", "expires")
            self.notes.past(row, "date")
            by, second = row.text("by"), row.text("confirmed_by")
            if by and second and by.text.split() == second.text.split():
                self.notes.add(second, f"{row.key}.confirmed_by", "must be another person than 'by'")
            document = row.text("document")
            if document:
                self.ground.document(row, document)

    def _question(self, row: Row, kind: SubjectKind | None) -> None:
        node = row.text("question")
        if node is None:
            return
        asked = self.known.questions.get(node.text)
        if asked is None:
            cure = "take one from the list of practices or probes"
            self.notes.unknown(node, f"{row.key}.question", "a question or probe", self.known.questions, cure)
        elif kind and asked.subjects and kind not in asked.subjects:
            kinds = " or ".join(sorted(_HOW[one] for one in asked.subjects if one in _HOW))
            self.notes.add(
                row.text("subject") or node,
                f"{row.key}.subject",
                f"'{node.text}' is asked of another subject; write {kinds}",
            )

    def _exceptions(self) -> None:
        found = rows(self.root, "exceptions")
        self.notes.once((f"{row.key}.criterion", row.text("criterion"), _asked(row, "criterion")) for row in found)
        for row in found:
            self._subject(row)
            criterion = row.text("criterion")
            if criterion and criterion.text not in self.known.criteria:
                cure = "take the id of a practice or of a framework's item"
                self.notes.unknown(criterion, f"{row.key}.criterion", "a criterion", self.known.criteria, cure)
            self.notes.days(row, "date", "review")
            self.notes.order(row, "date", "review")
            self.notes.past(row, "date")

    def _canvas(self) -> None:
        canvas = section(self.root, "canvas")
        if canvas is None:
            return
        self.notes.days(canvas, "reviewed")
        self.notes.past(canvas, "reviewed")
        for row in rows(canvas.node, "statements", "canvas."):
            block = row.text("block")
            if block and block.text not in BLOCKS:
                cure = f"take one of {', '.join(BLOCKS)}"
                self.notes.unknown(block, f"{row.key}.block", "a block of the canvas", BLOCKS, cure)
            for key, name in texts(row.node.get("practices"), f"{row.key}.practices"):
                if name.text not in self.known.practices:
                    cure = "take the id of a practice, such as CAP-03"
                    self.notes.unknown(name, key, "a practice", self.known.practices, cure)
            self.notes.days(row, "date")
            self.notes.past(row, "date")

    def _institution_of(self, row: Row, name: str) -> None:
        node = row.text(name)
        ids = self.ids[SubjectKind.INSTITUTION]
        if node and node.text not in ids:
            cure = "add it under 'institutions'"
            self.notes.unknown(node, f"{row.key}.{name}", "the id of an institution", ids, cure)

    def _subject(self, row: Row) -> SubjectKind | None:
        """The kind of the row's subject; None where it names nothing that is here, which is noted."""
        node = row.text("subject")
        if node is None or node.text == "office":
            return SubjectKind.OFFICE
        kind, _, name = node.text.partition(":")
        for one, ids in self.ids.items():
            if kind == one.value and name in ids:
                return one
        subjects = (f"{one.value}:{name}" for one, ids in self.ids.items() for name in ids)
        cure = "write office, institution:ID or repository:ID"
        self.notes.unknown(node, f"{row.key}.subject", "a subject in this file", subjects, cure)
        return None


_HOW = {
    SubjectKind.OFFICE: "office",
    SubjectKind.INSTITUTION: "institution:ID",
    SubjectKind.REPOSITORY: "repository:ID",
}


def _names(row: Row, notes: Notes) -> None:
    """The id of an office or an institution, and its domains."""
    name = row.text("id")
    if name and not _KEBAB.fullmatch(name.text):
        cure = "must be small letters, digits and single hyphens, such as transport-ministry"
        notes.add(name, f"{row.key}.id", cure)
    for key, domain in texts(row.node.get("domains"), f"{row.key}.domains"):
        if not _DOMAIN.fullmatch(domain.text):
            notes.add(domain, key, "must be a domain without address signs, such as transport.gob.example")


def _repository_id(row: Row) -> str:
    """The id of a repository's row: the one it is given, or the one its source gives it."""
    return row.word("id") or name_of(row.word("source"))


def _asked(row: Row, name: str) -> Hashable:
    """What makes an answer or exception one of its own: what is asked, of whom, and on which day."""
    return (row.word(name), row.word("subject") or "office", row.word("date"))


def _circles(parents: MappingOf[str, str]) -> dict[str, str]:
    """Every name that leads back to itself, with the way; each name is walked once, however deep the tree."""
    found: dict[str, str] = {}
    done: set[str] = set()
    for start in parents:
        trail: dict[str, None] = {}
        name = start
        while name in parents and name not in done and name not in trail:
            trail[name] = None
            name = parents[name]
        if name in trail:
            names = list(trail)
            circle = names[names.index(name) :]
            way = " -> ".join((*circle[:_SHOWN], *(["..."] if len(circle) > _SHOWN else []), name))
            found.update(dict.fromkeys(circle, way))
        done.update(trail)
    return found
