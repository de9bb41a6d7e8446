# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence and results of analysis kept on disk, in one SQLite file that is handed to whoever needs it."""

from ayni.archive.archive import Archive, default_path
from ayni.archive.database import ArchiveError
from ayni.archive.evidence_store import EvidenceStore
from ayni.archive.run_store import Run, RunStore

__all__ = ["Archive", "ArchiveError", "EvidenceStore", "Run", "RunStore", "default_path"]
