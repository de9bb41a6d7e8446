# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licenses in texts, files and names: what is there, and what it is. No input is ever trusted, no result is guessed."""

from ayni.analyzers.licensing.detect import Detection, FileLicenses, detect
from ayni.analyzers.licensing.expressions import ids, normalized
from ayni.analyzers.licensing.fields import declared
from ayni.analyzers.licensing.granted import granted
from ayni.analyzers.licensing.identify import LicenseMatch, identify
from ayni.analyzers.licensing.names import spdx_id
from ayni.analyzers.licensing.states import LicenseState, is_fsf, is_osi, license_state

__all__ = [
    "Detection",
    "FileLicenses",
    "LicenseMatch",
    "LicenseState",
    "declared",
    "detect",
    "granted",
    "identify",
    "ids",
    "is_fsf",
    "is_osi",
    "license_state",
    "normalized",
    "spdx_id",
]
