# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""From person-days to dates: a quarter's person-days are spent evenly over its days (docs/explanation/roadmap.md)."""

import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from ayni.errors import AyniError
from ayni.roadmap.step import Capacity

DAYS_PER_QUARTER = Fraction("91.3125")
"""A quarter of a year of 365.25 days."""

UNITS = 1000
"""Efforts are reckoned with in thousandths of a person-day, so that sums are exact."""


def check(capacity: Capacity) -> None:
    """Raise AyniError when nothing can be planned with the capacity."""
    if not capacity.person_days_per_quarter > 0 or math.isinf(capacity.person_days_per_quarter):
        raise AyniError(
            f"{capacity.person_days_per_quarter:g} person-days in a quarter: no date can be reckoned with that; "
            "set person_days_per_quarter to a number above 0 (about 60 for one person)"
        )


def spans(costs: Iterable[int], capacity: Capacity) -> Iterator[tuple[date, date]]:
    """The first and the last day of work after work, each beginning where the one before ends.

    Raises AyniError where the capacity is so small that the calendar ends first.
    """
    days_per_unit = DAYS_PER_QUARTER / Fraction(capacity.person_days_per_quarter) / UNITS
    spent = 0
    for cost in costs:
        first = math.floor(spent * days_per_unit)
        spent += cost
        last = max(first, math.ceil(spent * days_per_unit) - 1)
        try:
            yield capacity.start + timedelta(days=first), capacity.start + timedelta(days=last)
        except OverflowError as error:
            raise AyniError(
                f"{capacity.person_days_per_quarter:g} person-days in a quarter: the work would end after 9999; raise "
                "person_days_per_quarter, or lower the target phase"
            ) from error
