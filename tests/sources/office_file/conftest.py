# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A folder with a document and a repository, and a few ids that an office file may refer to."""

from pathlib import Path

import pytest

from ayni.evidence import SubjectKind
from ayni.formats.office_file import Asked, Known


@pytest.fixture(scope="session")
def known() -> Known:
    office, repository = frozenset({SubjectKind.OFFICE}), frozenset({SubjectKind.REPOSITORY})
    return Known(
        questions={
            "str-01-instrument": Asked(subjects=office, months=24),
            "has-readme": Asked(subjects=repository),
            "has-focal-point": Asked(subjects=frozenset({SubjectKind.INSTITUTION})),
            "anything": Asked(),
        },
        criteria=frozenset({"STR-01", "LEG-03", "OSPS-LE-03.01"}),
        practices=frozenset({"STR-01", "LEG-03", "CAP-03"}),
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("world")
    home = root / "home"
    (home / "repos" / "portal").mkdir(parents=True)
    (home / "docs").mkdir()
    (home / "docs" / "mandate.pdf").write_bytes(b"mandate")
    (root / "outside").mkdir()
    (root / "outside" / "secret.txt").write_text("secret", encoding="utf-8")
    (home / "repos" / "link").symlink_to(root / "outside")
    (home / "docs" / "link.txt").symlink_to(root / "outside" / "secret.txt")
    (home / "docs" / "round.txt").symlink_to(home / "docs" / "round.txt")
    return home
