# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""One statement of evidence as a reader sees it."""

from dataclasses import dataclass
from typing import Final

from ayni.evidence import Evidence, NotSeen, Value, Visibility
from ayni.reports.voice import Voice

_SHORT: Final = 10
_PARTS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """What is said, on what ground, where to look, when, by whom and until when."""

    id: str
    basis: str
    basis_word: str
    what: str
    value: str
    where: str
    observed: str
    by: str
    confirmed_by: str
    expires: str
    expired: bool

    @property
    def short_id(self) -> str:
        """Enough of the id to find the statement again."""
        return self.id[:_SHORT]


def evidence_line(item: Evidence, voice: Voice, *, expired: bool = False) -> EvidenceLine:
    """The line of one statement; what is restricted keeps its value and place to itself."""
    hidden = item.visibility is Visibility.RESTRICTED
    return EvidenceLine(
        id=item.id,
        basis=item.basis.value,
        basis_word=voice.say("basis", item.basis.value, "word"),
        what=item.claim,
        value=voice.say("visibility", "restricted") if hidden else value_text(item.value, voice),
        where="" if hidden else item.locator,
        observed=voice.short_day(item.observed.date()),
        by=item.by,
        confirmed_by=item.confirmed_by if item.confirmed() else "",
        expires=voice.short_day(item.expires) if item.expires else "",
        expired=expired,
    )


def value_text(value: Value, voice: Voice) -> str:
    """A value in words; long lists show their beginning and how many more there are."""
    match value:
        case NotSeen():
            return voice.say("unseen", value.reason)
        case bool():
            return voice.say("outcome", "yes" if value else "no")
        case int() | float():
            return voice.number(value)
        case tuple():
            shown = ", ".join(value[:_PARTS])
            more = len(value) - _PARTS
            if more > 0:
                return f"{shown} {voice.count(more, 'html', 'more')}"
            return shown or voice.say("html", "none")
        case _:
            return value or voice.say("html", "none")
