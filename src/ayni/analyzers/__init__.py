# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content in, facts out. To add an analyzer: write it in a file of its own and add it to the list here.

History is no analyzer of contents; sources fold it from commits (analyzers/history/analysis.py).
"""

from ayni.analyzers.analyzer import Analyzer, Facts
from ayni.analyzers.community.analysis import Community
from ayni.analyzers.delivery.analysis import Delivery
from ayni.analyzers.dependencies.analysis import Dependencies
from ayni.analyzers.exposure.analysis import Exposure
from ayni.analyzers.licensing.claims import Licenses
from ayni.analyzers.metadata.analysis import Metadata
from ayni.analyzers.reuse.analysis import Reuse
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.analyzers.workflows.analysis import Workflows


def load_analyzers() -> tuple[Analyzer, ...]:
    """Every analyzer, ready to work."""
    return (
        Community(),
        Licenses(),
        Reuse(),
        Metadata(),
        Delivery(),
        Workflows(),
        Dependencies(),
        Exposure(),
    )


__all__ = ["Analyzer", "BlobId", "EntryKind", "Facts", "Tree", "TreeEntry", "load_analyzers"]
