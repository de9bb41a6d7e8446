# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The root of every error that Ayni raises on purpose, and the form in which validators report."""

from collections.abc import Iterable
from dataclasses import dataclass


class AyniError(Exception):
    """Something a person can mend. Its text says what, where, and what to do next."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing wrong in a file, printed as ``file:line:col: error: key: message``.

    Lines and columns count from 1; 0 means the whole file. The key is the dotted path of the value.
    """

    file: str
    line: int
    column: int
    key: str
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.key}: {self.message}"


class InvalidFileError(AyniError):
    """A file that cannot be used, with every problem found in it; nothing of it was taken over."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
