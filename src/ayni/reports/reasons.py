# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a verdict is what it is, in a few words, from the facts of its finding."""

from collections.abc import Iterator

from ayni.assessment import Asked, Counted, Finding, Verdict
from ayni.probes import Outcome
from ayni.reports.voice import Voice


def reason(finding: Finding, voice: Voice) -> str:
    """The reason in short sentences: what was counted, what was answered, what is open, what disagrees."""
    return " ".join(_sentences(finding, voice))


def _sentences(finding: Finding, voice: Voice) -> Iterator[str]:
    if finding.verdict is Verdict.EXCEPTED and finding.exception is not None:
        until = finding.exception.expires
        yield (
            voice.say("reason", "exception-until", date=voice.day(until)) if until else voice.say("reason", "exception")
        )
    for counted in finding.counted:
        yield from _counted(counted, voice)
    if finding.asked:
        yield from _asked(finding.asked, voice)


def _counted(counted: Counted, voice: Voice) -> Iterator[str]:
    tally = counted.tally
    population = tally.population.value
    if tally.members == 0:
        yield voice.say("reason", "nothing-counted", name=voice.say("population", population, "name"))
    elif tally.counted == 0:
        yield voice.say("reason", "none-apply", of=voice.count(tally.members, "population", population, "count"))
    elif tally.seen == 0:
        yield voice.say("reason", "none-seen", of=voice.count(tally.counted, "population", population, "count"))
    else:
        yield voice.say(
            "reason",
            "counted",
            met=voice.number(tally.met),
            of=voice.count(tally.seen, "population", population, "count"),
            target=voice.percent(counted.target),
        )
        yield from _number(voice, "partly", tally.partly)
        yield from _number(voice, "unseen", tally.unknown)


def _asked(asked: tuple[Asked, ...], voice: Voice) -> Iterator[str]:
    apply = [item for item in asked if item.answer.outcome is not Outcome.NOT_APPLICABLE]
    if not apply:
        yield voice.say("reason", "nothing-asked")
        return
    yes = sum(1 for item in apply if item.answer.outcome is Outcome.YES)
    capped = [item for item in apply if item.capped]
    if yes == len(apply):
        if not capped:
            yield voice.say("reason", "all-yes")
        else:
            yield voice.count(yes, "reason", "yes", all=voice.number(len(apply)))
    elif yes:
        yield voice.count(yes, "reason", "yes", all=voice.number(len(apply)))
    yield from _number(voice, "no", sum(1 for item in apply if item.answer.outcome is Outcome.NO))
    yield from _number(voice, "unanswered", sum(1 for item in apply if item.answer.outcome is Outcome.UNKNOWN))
    yield from _number(voice, "likely", sum(1 for item in capped if item.answer.likely))
    yield from _number(voice, "unconfirmed", sum(1 for item in capped if not item.answer.likely))
    yield from _number(voice, "contradicted", sum(1 for item in asked if item.answer.contradicts is not None))


def _number(voice: Voice, key: str, number: int) -> Iterator[str]:
    if number:
        yield voice.count(number, "reason", key)
