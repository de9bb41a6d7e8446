# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A collection that takes long, to be interrupted: run in a process of its own, with repositories as its arguments."""

import os
import sys
import time
from pathlib import Path

from ayni.analyzers.analyzer import Facts
from ayni.sources import Crew, collect_many
from sources.making import Lines, no_memory, repository, terms

LONG = 60


class Slow(Lines):
    """An analyzer that says which process it is in, and then takes long."""

    id = "slow"

    def read(self, content: bytes) -> Facts:
        Path(f"{os.getpid()}.started").touch()
        time.sleep(LONG)
        return super().read(content)


def slow_only() -> tuple[Slow, ...]:
    return (Slow(),)


def run(places: list[str]) -> None:
    crew = Crew(load_analyzers=slow_only, open_cache=no_memory, terms=terms(), processes=2)
    try:
        list(collect_many([repository(place, Path(place).name) for place in places], crew))
    except KeyboardInterrupt:
        sys.exit("stopped")
