# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of a history as seen on one day, bots set apart, and the factor that CHAOSS draws from shares."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from ayni.analyzers.history.state import DayCount, HistoryState

_HALF: Final = 0.5
_DAY: Final = attrgetter("day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The rows of people up to a day, oldest first. ``last`` is a person's last day where there is one."""

    day: int
    rows: Sequence[DayCount]
    first: int | None
    last: int | None
    bot_commits: int

    def window(self, days: int) -> Sequence[DayCount]:
        """The rows of that many days up to and with the day."""
        return self.rows[bisect_right(self.rows, self.day - days, key=_DAY) :]

    def last_year_of_activity(self, days: int) -> Sequence[DayCount]:
        """The rows of the days up to the last commit that is no merge."""
        last = next((row.day for row in reversed(self.rows) if row.commits), None)
        if last is None:
            return ()
        rows = self.rows[bisect_right(self.rows, last - days, key=_DAY) :]
        return [row for row in rows if row.commits]


def tally(state: HistoryState, day: int) -> Tally:
    """What had been committed by that day."""
    past = state.days[: bisect_right(state.days, day, key=_DAY)]
    bots = {index for index, person in enumerate(state.people) if person.bot}
    rows = [row for row in past if row.person not in bots] if bots else past
    return Tally(
        day=day,
        rows=rows,
        first=past[0].day if past else None,
        last=rows[-1].day if rows else (past[-1].day if past else None),
        bot_commits=sum(row.commits + row.merges for row in past) - sum(row.commits + row.merges for row in rows),
    )


def absence_factor(commits: Mapping[object, int]) -> int:
    """The smallest number of contributors, or organizations, who together made half of the commits."""
    wanted = _HALF * sum(commits.values())
    made = 0
    for number, count in enumerate(sorted(commits.values(), reverse=True), 1):
        made += count
        if made >= wanted:
            return number
    return len(commits)
