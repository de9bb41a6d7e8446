# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content in, facts out. To add an analyzer: write it in a file of its own and add it to the list here.

History is no analyzer of contents; sources fold it from commits (analyzers/history.py).
"""

from ayni.analyzers.analyzer import Analyzer, Facts
from ayni.analyzers.community import CommunityAnalyzer
from ayni.analyzers.delivery import Delivery
from ayni.analyzers.dependencies import Dependencies
from ayni.analyzers.exposure import Exposure
from ayni.analyzers.license_claims import LicenseAnalyzer
from ayni.analyzers.metadata import MetadataAnalyzer
from ayni.analyzers.reuse import ReuseAnalyzer
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.analyzers.workflows import Workflows


def load_analyzers() -> tuple[Analyzer, ...]:
    """Every analyzer, ready to work."""
    return (
        CommunityAnalyzer(),
        LicenseAnalyzer(),
        ReuseAnalyzer(),
        MetadataAnalyzer(),
        Delivery(),
        Workflows(),
        Dependencies(),
        Exposure(),
    )


__all__ = ["Analyzer", "BlobId", "EntryKind", "Facts", "Tree", "TreeEntry", "load_analyzers"]
