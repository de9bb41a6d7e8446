# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of one office file as they are found, in words that say what to do."""

from collections.abc import Hashable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Final

from ayni.errors import Problem
from ayni.formats.yaml_positions import Node, Scalar
from ayni.sources.office_file_nodes import Row

_MAX_GUESSES: Final = 50
"""Guessing what a misspelt id meant takes time: a file with thousands of them is not worth it."""


class Notes:
    """Gathers problems. Days after ``today`` are noted as future ones, unless ``today`` is None."""

    def __init__(self, file: str, today: date | None) -> None:
        self.file = file
        self.today = today
        self.problems: list[Problem] = []
        self._guesses = 0

    def add(self, node: Node, key: str, message: str) -> None:
        """Note what is wrong at a node."""
        problem = Problem(file=self.file, line=node.line, column=node.column, key=key, message=message)
        self.problems.append(problem)

    def unknown(self, node: Scalar, key: str, what: str, known: Iterable[str], otherwise: str) -> None:
        """Note an id that nothing has, with the one that was probably meant, or what to do where none is near."""
        self._guesses += 1
        by_lower = {name.lower(): name for name in known} if self._guesses <= _MAX_GUESSES else {}
        near = get_close_matches(node.text.lower()[:100], sorted(by_lower), n=1)
        cure = f"did you mean '{by_lower[near[0]]}'?" if near else otherwise
        self.add(node, key, f"'{node.text[:100]}' is not {what}; {cure}")

    def once(self, entries: Iterable[tuple[str, Scalar | None, Hashable]]) -> None:
        """Note every (key, node, identity) whose identity an earlier one has; what has no node is let be."""
        first: dict[Hashable, Node] = {}
        for key, node, identity in entries:
            if node is not None and identity in first:
                self.add(node, key, f"is already in line {first[identity].line}; keep one, or tell them apart")
            elif node is not None:
                first[identity] = node

    def days(self, row: Row, *names: str) -> None:
        """Note what is written where a day belongs and is none."""
        for name in names:
            node = row.text(name)
            if node and row.day(name) is None:
                self.add(node, f"{row.key}.{name}", "must be a day written as year-month-day, such as 2026-03-01")

    def order(self, row: Row, name: str, later: str) -> None:
        """Note a day that does not come after the one before it."""
        first, last, node = row.day(name), row.day(later), row.text(later)
        if first and last and node and last <= first:
            self.add(node, f"{row.key}.{later}", f"must be after '{name}', {first.isoformat()}")

    def past(self, row: Row, name: str) -> None:
        """Note the day of something that has happened where it is still to come."""
        day, node = row.day(name), row.text(name)
        if self.today and day and node and day > self.today:
            self.add(node, f"{row.key}.{name}", f"lies in the future; today is {self.today.isoformat()}")
