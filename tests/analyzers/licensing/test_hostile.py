# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repositories are hostile input: no content makes reading it slow beyond its size."""

import time

import pytest

from ayni.analyzers.licensing import detect, identify

SECONDS = 20.0
"""Far above what any of them takes; a search that grows with the square of the input takes hours."""

CONTENTS = {
    "one word": b"license " * 40_000,
    "names in a row": b"licensed under mit or " * 15_000,
    "versions": b"gnu general public license version " * 10_000,
    "style never closed": b"<style>license " * 20_000,
    "quotes never closed": b'license: "' * 40_000,
    "tags never closed": b"<a " * 120_000 + b"license",
    "badge": b"/badge/license-" + b"a-" * 100_000,
    "white space": b"license" + b" " * 400_000 + b":",
    "ignored and never again": b"REUSE-IgnoreStart spdx-license-identifier: x\n" * 8_000,
    "starts of a license": b"Redistribution and use in source and binary forms " * 8_000,
}


@pytest.mark.parametrize("name", CONTENTS)
def test_reading_takes_time_in_proportion(name: str) -> None:
    start = time.perf_counter()
    detect(CONTENTS[name])
    identify(CONTENTS[name].decode()[:390_000])
    assert time.perf_counter() - start < SECONDS
