# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The states of a license."""

import pytest

from ayni.analyzers.licensing import is_fsf, is_osi, license_state


@pytest.mark.parametrize(
    ("expression", "state"),
    [
        (None, "none"),
        ("", "unrecognized"),
        ("no license at all", "unrecognized"),
        ("MIT", "osi"),
        ("GPL-2.0-or-later WITH Classpath-exception-2.0", "osi"),
        ("MIT AND LicenseRef-World-Bank-IGO-Rider", "osi-with-clause"),
        ("CC0-1.0", "fsf-only"),
        ("MIT AND CC0-1.0", "fsf-only"),
        ("MIT OR CC-BY-NC-4.0", "osi"),
        ("MIT AND CC-BY-NC-4.0", "other"),
        ("LicenseRef-IDB", "institutional"),
        ("LicenseRef-Colombia-Resolucion-537-2018", "government-only"),
        ("LicenseRef-Somebody", "other"),
        ("LicenseRef-World-Bank-IGO-Rider", "other"),
    ],
)
def test_states(expression: str | None, state: str) -> None:
    assert license_state(expression) == state


def test_a_manifest_that_names_another_license_conflicts() -> None:
    assert license_state("MIT", declared=["ISC"]) == "conflicting"
    assert license_state("MIT", declared=["MIT OR Apache-2.0"]) == "osi"
    assert license_state("GPL-3.0-only", declared=["GPL-3.0-or-later"]) == "osi"
    assert license_state("MIT", declared=["nonsense"]) == "osi"


def test_who_approved_it() -> None:
    assert is_osi("MIT AND Apache-2.0")
    assert not is_osi("MIT AND CC0-1.0")
    assert is_fsf("CC0-1.0")
    assert is_fsf("MIT OR CC-BY-NC-4.0") is False or is_fsf("Apache-2.0 OR CC-BY-NC-4.0")
    assert not is_fsf("CC-BY-NC-4.0")
    assert not is_fsf("nonsense")
