# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing that strangers wrote can act on the page: names, titles, values and places are text and stay text."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ayni.assessment import assess
from ayni.evidence import Basis, Evidence, Ledger, Subject, SubjectKind, Visibility
from ayni.frameworks import Library
from ayni.reports.html import render_html
from ayni.reports.plain import plain
from ayni.reports.report import Report
from fakes.offices import DAY, LOOKED, OFFICE, library
from reports.html.reading import Page

PRACTICES = frozenset({"LEG-03", "TEC-03", "STR-01"})
SMALL = Library(
    (replace(pack, practices=tuple(p for p in pack.practices if p.id in PRACTICES)), library().words(pack.id))
    for pack in library().packs
    if pack.id in {"practices", "interface", "probes"}
)
HOSTILE = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("<>&\"'\n\r\t\x00\u202e\u2066\u200f\ud800\udfff{}%#`")),
    min_size=1,
    max_size=40,
)


def _report(text: str) -> Report:
    """Evidence cannot hold halves of characters; the names of an assessment are tried with them all the same."""
    whole = text.encode("utf-8", "backslashreplace").decode()
    known = assess(SMALL, Ledger(_evidence(whole)).views(DAY), OFFICE, DAY)
    named = replace(
        known,
        title=f"t{text}",
        repositories=tuple(
            replace(r, subject=Subject(kind=r.subject.kind, id=f"r{text}"), reason=text) for r in known.repositories
        ),
        institutions=tuple(replace(i, title=f"t{text}", parent=text) for i in known.institutions),
    )
    return Report(library=SMALL, assessment=named, made_on=DAY, version=text)


def _evidence(text: str) -> Iterator[Evidence]:
    repository = Subject(kind=SubjectKind.REPOSITORY, id="r" + text)
    institution = Subject(kind=SubjectKind.INSTITUTION, id="i" + text)

    def says(subject: Subject, claim: str, value: object, basis: Basis = Basis.MEASURED) -> Evidence:
        return Evidence(
            subject=subject,
            claim=claim,
            value=value,  # type: ignore[arg-type]
            basis=basis,
            source="git",
            observed=LOOKED,
            by=text,
            locator=text,
            confirmed_by=text,
        )

    yield says(OFFICE, "title", "t" + text, Basis.RECORDED)
    yield says(OFFICE, "str-01-instrument", True, Basis.ATTESTED)
    yield says(institution, "title", "t" + text, Basis.RECORDED)
    yield says(repository, "repository-scope", "published", Basis.RECORDED)
    yield says(repository, "owner", "i" + text, Basis.RECORDED)
    yield says(repository, "license-files", (text, text))
    yield says(repository, "license-state", text)
    yield says(repository, "readme-file", (text,))


@cache
def _tags(text: str) -> Counter[str]:
    return Page(render_html(_report(text), "en")).tags


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
@example("<script>alert(1)</script>")
@example('"><img src=x onerror=alert(1)>')
@example("</title></style><script>")
@example("a\nb\rc\u2028d")
@example("\u202egpj.exe")
@example("\ud800 half a character")
@example("{{ 7 * 7 }}{% raw %}")
@example("Robert'); DROP TABLE--")
def test_hostile_text_adds_no_element_and_keeps_the_page_utf_8(text: str) -> None:
    page = render_html(_report(text), "en")
    page.encode("utf-8")
    assert Page(page).tags == _tags("x")


@given(HOSTILE)
@example("a\u202eb\x1b[31m\ud800")
def test_plain_text_is_on_one_line_and_hides_nothing(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert shown.isprintable() or all(
        letter.isprintable() or letter.isspace() or ord(letter) > 0x9F for letter in shown
    )
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert plain(shown) == shown


def test_a_turned_name_shows_its_mark() -> None:
    assert plain("\u202egpj.exe") == "[U+202E]gpj.exe"
    assert plain("a\nb") == "a\u240ab"


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_restricted_evidence_keeps_its_value_and_place_to_itself(language: str) -> None:
    place = "src/settings.py:41:token-of-somebody"
    subject = Subject(kind=SubjectKind.OFFICE, id=OFFICE.id)
    item = Evidence(
        subject=subject,
        claim="str-01-instrument",
        value=True,
        basis=Basis.ATTESTED,
        source="office-file",
        observed=LOOKED,
        by="role: head of the office",
        locator=place,
        visibility=Visibility.RESTRICTED,
    )
    assessment = assess(SMALL, Ledger([item]).views(DAY), OFFICE, DAY)
    page = render_html(Report(library=SMALL, assessment=assessment, made_on=DAY, version="0"), language)
    assert place not in page
    assert item.id[:10] in page
