# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of a criterion, and where; and what would change its verdict."""

from collections.abc import Iterator

from ayni.assessment import SCOPES, Asked, Finding, Verdict
from ayni.evidence import Evidence, NotSeen
from ayni.frameworks import Criterion
from ayni.frameworks.pack import Action
from ayni.probes import Outcome
from ayni.reports.report import Report
from ayni.reports.sections import Block, Bullets, Cell, Prose, Section, Table
from ayni.reports.voice import Voice

_FEW = 4
_ROWS = 30
_IN_THE_WAY = frozenset({Verdict.NOT_MET, Verdict.PARTLY})
_LICENSE_FILE = "has-license-file"
_NO_LICENSE = ("license-state", "none")
_ABOUT_ITS_TERMS = frozenset({"license-is-osi-approved", "license-is-open"})


def obstacles(report: Report, criterion: str, finding: Finding | None, voice: Voice) -> Iterator[Section]:
    """What stands in the way in each repository, with where to look; the first ones where there are many."""
    rows: dict[tuple[str, str], tuple[Cell, ...]] = {}
    for repository, asked in _open_in_repositories(report, criterion, finding):
        row = _obstacle(repository, asked, voice)
        rows.setdefault((row[0].text, row[1].text), row)
    if rows:
        columns = tuple(voice.say("outline", "column", name) for name in ("repository", "reason", "where"))
        table = Table(columns=columns, rows=tuple(rows.values())[:_ROWS], whole=frozenset({0}))
        left = len(rows) - _ROWS
        more: tuple[Block, ...] = (Prose(text=voice.say("outline", "more", number=left)),) if left > 0 else ()
        yield Section(title=voice.say("outline", "in-the-way"), blocks=(table, *more))


def remedies(report: Report, criterion: Criterion, finding: Finding | None, voice: Voice) -> Iterator[Section]:
    """The practice's actions with what they cost, who still has to confirm, then fixes of what no action closes."""
    practice = report.library.practice(criterion.id)
    actions = [a for a in (practice.actions if practice else ()) if not _settled(a, finding)]
    closed = {name for action in actions for name in action.closes}
    own = finding.open if finding else ()
    below = (asked for _, asked in _open_in_repositories(report, criterion.id, finding))
    names = dict.fromkeys(_fixed_by(asked) for asked in (*own, *below) if not asked.capped)
    lines = (
        *(f"{voice.text(criterion.id, 'actions', a.id) or a.id} ({voice.effort(a.effort)})" for a in actions),
        *(f"{voice.question(asked.id)} {certainty(asked, voice)}" for asked in own if asked.capped),
        *(voice.fix(name) for name in names if name not in closed),
    )
    shown = tuple(Cell(text=text) for text in dict.fromkeys(lines) if text)
    if shown:
        yield Section(title=voice.say("outline", "change"), blocks=(Bullets(lines=shown),))


def certainty(asked: Asked, voice: Voice) -> str:
    """Whose confirmation a yes is waiting for: a person's, where a machine guessed; else somebody else's."""
    if asked.answer.likely:
        return voice.say("certainty", "likely")
    by = next((item.by for item in asked.answer.evidence if item.by), "")
    return voice.say("certainty", "said-by", by=by) if by else voice.say("certainty", "unconfirmed")


def why_unknown(asked: Asked, voice: Voice) -> str:
    """Why a question has no answer. What only a person answers is not looked at but asked."""
    missing = asked.answer.missing[-1] if asked.answer.missing else ""
    return voice.reason("nobody-answered") if missing == asked.id else voice.unseen(missing)


def shown_value(item: Evidence, voice: Voice) -> str:
    """A value as a reader reads it; long lists cut short with their count."""
    value = item.value
    if isinstance(value, NotSeen):
        return f"? {voice.reason(value.reason)}"
    if isinstance(value, bool):
        return voice.say("outcome", "yes" if value else "no")
    if isinstance(value, tuple):
        shown = ", ".join(value[:_FEW]) or "–"
        return shown if len(value) <= _FEW else f"{shown} {voice.say('outline', 'more', number=len(value) - _FEW)}"
    return voice.number(value) if isinstance(value, int | float) else value or "–"


def _open_in_repositories(report: Report, criterion: str, finding: Finding | None) -> Iterator[tuple[str, Asked]]:
    """What is open in each repository that is counted; without shares, in every repository."""
    shares = finding.counted if finding else ()
    scopes = {scope for counted in shares for scope in SCOPES.get(counted.tally.population, ())}
    for result in report.assessment.repositories:
        if scopes and result.scope not in scopes:
            continue
        for judged in result.findings:
            if judged.criterion == criterion and judged.verdict in _IN_THE_WAY:
                yield from ((result.subject.id, asked) for asked in judged.open)


def _obstacle(repository: str, asked: Asked, voice: Voice) -> tuple[Cell, ...]:
    if asked.answer.outcome is Outcome.NO:
        text = voice.answer(_fixed_by(asked), "no") or voice.question(asked.id)
        verdict = Verdict.NOT_MET
    elif asked.capped:
        text, verdict = f"{voice.question(asked.id)} {certainty(asked, voice)}", Verdict.PARTLY
    else:
        text, verdict = f"{voice.question(asked.id)} {why_unknown(asked, voice)}", Verdict.UNKNOWN
    seen = (item for item in asked.answer.evidence if item.seen and item.value not in ((), ""))
    where = "; ".join(shown_value(item, voice) for item in seen if (item.claim, item.value) != _NO_LICENSE)
    return (Cell(text=repository), Cell(text=text, verdict=verdict), Cell(text=where or "–"))


def _fixed_by(asked: Asked) -> str:
    """The probe that says what is wrong: where there is no license, its terms are not the trouble."""
    absent = any((item.claim, item.value) == _NO_LICENSE for item in asked.answer.evidence)
    return _LICENSE_FILE if absent and asked.id in _ABOUT_ITS_TERMS else asked.id


def _settled(action: Action, finding: Finding | None) -> bool:
    """Whether everything that the action closes is answered with a yes, or needs only to be confirmed."""
    said = {asked.id for asked in (finding.asked if finding else ()) if asked.answer.outcome is Outcome.YES}
    return bool(action.closes) and said.issuperset(action.closes)
