# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Machines, people, and what of them is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.history.people import identify, is_bot, is_public_mail, parse_mailmap


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
        ("renovate bot", "bot@renovateapp.example"),
        ("weblate", "noreply@weblate.example"),
        ("github actions", "actions@github.example"),
        ("github", "noreply@github.example"),
        ("ckanbot", "infra@ckan.example"),
        ("jenkins", "root@build.example"),
        ("pre-commit-ci[bot]", "66853113+pre-commit-ci[bot]@users.noreply.github.com"),
        ("gitlab bot", "gitlab-bot@gitlab.example"),
        ("release", "my-release-bot@x.example"),
    ],
)
def test_machines(name: str, email: str) -> None:
    assert is_bot(name, email)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("ana", "12345+ana@users.noreply.github.com"),
        ("travis smith", "travis@x.example"),
        ("katherine jenkins", "kj@x.example"),
        ("elliot talbot", "elliot@x.example"),
        ("ci wang", "wang@x.example"),
        ("robot ramírez", "r.ramirez@x.example"),
        ("marci", "marci@x.example"),
    ],
)
def test_people(name: str, email: str) -> None:
    assert not is_bot(name, email)


@pytest.mark.parametrize(
    ("domain", "public"),
    [
        ("gmail.com", True), ("hotmail.com.ar", True), ("yahoo.es", True), ("live.com.mx", True), ("outlook.com", True),
        ("users.noreply.github.com", True), ("adinet.com.uy", True), ("host.local", True), ("", True),
        ("agesic.gub.uy", False), ("mail.gob.ar", False), ("live.gob.mx", False), ("yahoo-inc.com", False),
        ("orange.com", False), ("web.gov.co", False), ("notgmail.com", False),
    ],
)  # fmt: skip
def test_public_mail(domain: str, public: bool) -> None:
    assert is_public_mail(domain) is public


def test_a_person_is_a_digest_and_a_domain() -> None:
    one = identify(b"Ana Suarez <Ana@Agesic.gub.uy>", "salt", {})
    assert one == identify(b"A. S. <ana@agesic.gub.uy>", "salt", {})
    assert one.domain == "agesic.gub.uy"
    assert "ana" not in one.key
    assert one.key != identify(b"Ana Suarez <Ana@Agesic.gub.uy>", "other", {}).key


def test_without_an_address_the_name_tells_apart() -> None:
    assert identify(b"Ana <>", "s", {}).key != identify(b"Luz <>", "s", {}).key
    assert identify(b"Ana <ana>", "s", {}).domain == ""


def test_a_mailmap_in_all_its_forms() -> None:
    found = parse_mailmap(
        b"# comment <a@x> <b@x>\nAna <ana@new.example>\nAna <ana@new.example> <Ana@Old.example>\n"
        b"<luz@new.example> <luz@old.example>\nEva <eva@new.example> eva old <shared@x.example>\n\xff<\n"
    )
    assert found == {
        ("", "ana@old.example"): "ana@new.example",
        ("", "luz@old.example"): "luz@new.example",
        ("eva old", "shared@x.example"): "eva@new.example",
    }
    assert identify(b"Eva Old <shared@x.example>", "s", found).domain == "new.example"
    assert identify(b"Other <shared@x.example>", "s", found).domain == "x.example"


@given(st.binary(), st.binary())
def test_any_bytes_are_survived(author: bytes, mailmap: bytes) -> None:
    found = identify(author, "salt", parse_mailmap(mailmap))
    assert found.domain.isascii()
