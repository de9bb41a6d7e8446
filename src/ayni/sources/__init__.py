# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only rooms that touch the outside: git, folders, forges, catalogs, uploads."""

from ayni.sources.caches import Cache, NoCache
from ayni.sources.collect import Collected, Terms, collect
from ayni.sources.discovery import Discovery, Repository, find_repositories
from ayni.sources.limits import Limits
from ayni.sources.portfolio import Crew, collect_many

__all__ = [
    "Cache",
    "Collected",
    "Crew",
    "Discovery",
    "Limits",
    "NoCache",
    "Repository",
    "Terms",
    "collect",
    "collect_many",
    "find_repositories",
]
