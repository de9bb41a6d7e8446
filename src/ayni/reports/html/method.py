# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""How to read the page: what the verdicts mean, which packs were used, and where the limits are."""

from dataclasses import dataclass

from ayni.assessment import Verdict
from ayni.evidence import Basis
from ayni.frameworks import PackKind
from ayni.reports.html.desk import Desk

_LIMITS = ("clone", "likely", "people", "unseen", "printed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow:
    """One pack and where it comes from."""

    id: str
    title: str
    version: str
    publisher: str
    url: str
    edition: str
    source_license: str
    license: str
    retrieved: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The last section."""

    verdicts: tuple[tuple[Verdict, str], ...]
    bases: tuple[tuple[str, str], ...]
    packs: tuple[PackRow, ...]
    limits: tuple[str, ...]
    library: str


def method(desk: Desk) -> Method:
    """What a reader needs to check the rest."""
    voice = desk.voice
    return Method(
        verdicts=tuple((verdict, voice.say("verdict", verdict.value, "means")) for verdict in Verdict),
        bases=tuple((voice.say("basis", b.value, "word"), voice.say("basis", b.value, "means")) for b in Basis),
        packs=tuple(
            PackRow(
                id=pack.id,
                title=voice.pack(pack.id, "title"),
                version=pack.version,
                publisher=pack.source.publisher,
                url=pack.source.url if pack.source.url.startswith("https://") else "",
                edition=pack.source.version,
                source_license=pack.source.license,
                license=pack.license,
                retrieved=voice.short_day(pack.source.retrieved),
                digest=pack.digest[:12],
            )
            for pack in desk.library.packs
            if pack.kind is not PackKind.INTERFACE
        ),
        limits=tuple(voice.say("html", "limits", name) for name in _LIMITS),
        library=desk.assessment.library[:12],
    )
