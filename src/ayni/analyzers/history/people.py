# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind an author line: a machine or a person, and of which e-mail domain. Addresses go no further."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

Mailmap: TypeAlias = Mapping[tuple[str, str], str]
"""From (name in lower case or "", e-mail in lower case) to the e-mail that the project wants instead."""

_LINE: Final = re.compile(r"^([^<#]{0,200})<([^>]{0,320})>(?:([^<#]{0,200})<([^>]{0,320})>)?")
_AUTHOR: Final = re.compile(r"^(.*?) ?<(.*)>$", re.DOTALL)
_DOMAIN: Final = re.compile(r"^(?=.{4,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.[a-z][a-z0-9-]{1,62}$")

_BOT: Final = re.compile(
    r"\[bot\]|(^|[^a-z])bot$|^bot[^a-z]|[a-z]bot$|[-_ ]ci$|^ci$|^jenkins$|^jenkins[-_ ]|\btravis[-_ ]ci\b"
    r"|\b(dependabot|renovate|weblate|github[- ]actions?|greenkeeper|pyup|snyk|transifex|crowdin|translatewiki"
    r"|pre-commit-ci|imgbot|allcontributors|mergify|semantic-release|release-please|circleci|gitlab[- ]runner"
    r"|codecov|azure[- ]pipelines?|copybara|poeditor)\b"
)
_PERSONS: Final = re.compile(r"(abbot|talbot|cabot|jabot)$")
_SERVICE: Final = re.compile(r"^(no-?reply|do-?not-?reply|actions?|bot|robot|ci|builds?|jenkins|automation)(\+[^@]*)?@")
_PUBLIC: Final = re.compile(
    r"(^|\.)(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|aol|protonmail|gmx|yandex|foxmail"
    r"|zoho|zohomail|tutanota|fastmail|riseup|hushmail|globomail|rediffmail|laposte)\.([a-z]{2,4}|(com|net|co|org)\.[a-z]{2})$"
    r"|(^|\.)(noreply|no-reply)\.|\.(local|localdomain|localhost|lan|home|internal|invalid|example|test)$"
    r"|\.(amazonaws|compute)\."
)
_PUBLIC_DOMAINS: Final = frozenset({
    "me.com", "mac.com", "proton.me", "pm.me", "web.de", "mail.ru", "mail.com", "inbox.com", "email.com", "qq.com",
    "163.com", "126.com", "hey.com", "duck.com", "posteo.de", "posteo.net", "mailbox.org", "tuta.io", "terra.com.br",
    "uol.com.br", "bol.com.br", "ig.com.br", "globo.com", "r7.com", "oi.com.br", "adinet.com.uy", "vera.com.uy",
    "montevideo.com.uy", "fibertel.com.ar", "arnet.com.ar", "speedy.com.ar", "ciudad.com.ar", "prodigy.net.mx",
    "une.net.co", "etb.net.co", "cantv.net", "entelchile.net", "vtr.net", "orange.fr", "wanadoo.fr", "free.fr",
    "sfr.fr", "sapo.pt", "example.com", "example.org", "example.net",
})  # fmt: skip


class Person(NamedTuple):
    """One author without a name: a keyed digest of the e-mail, its domain (empty when it says nothing), bot or not."""

    key: str
    domain: str
    bot: bool

    @property
    def affiliated(self) -> bool:
        """Whether the domain says something of an organization."""
        return not is_public_mail(self.domain)


def identify(author: bytes, salt: str, mailmap: Mailmap) -> Person:
    """The person behind ``name <e-mail>``. The salt keeps people of different repositories apart."""
    match = _AUTHOR.match(author.decode("utf-8", "replace"))
    name, email = (match[1].strip().lower(), match[2].strip().lower()) if match else ("", "")
    email = mailmap.get((name, email)) or mailmap.get(("", email)) or email
    domain = email.rpartition("@")[2] if "@" in email else ""
    # Without any address, the name is all that tells people apart.
    digest = hashlib.blake2b((email or name).encode(), digest_size=8, key=salt.encode()[:64]).hexdigest()
    return Person(digest, domain if _DOMAIN.match(domain) else "", is_bot(name, email))


def is_bot(name: str, email: str) -> bool:
    """Whether a machine writes under this name or address (both in lower case)."""
    if "users.noreply." in email:
        return bool(_BOT.search(name) or "[bot]" in email) and not _PERSONS.search(name)
    if _SERVICE.match(email):
        return True
    local = email.partition("@")[0]
    return bool(
        (_BOT.search(name) and not _PERSONS.search(name)) or "[bot]" in email or local.endswith(("-bot", ".bot"))
    )


def is_public_mail(domain: str) -> bool:
    """Whether the domain says nothing of an organization: a public mail provider, a machine's own name, nothing."""
    return not domain or domain in _PUBLIC_DOMAINS or bool(_PUBLIC.search(domain))


def parse_mailmap(content: bytes) -> dict[tuple[str, str], str]:
    """The e-mail part of a ``.mailmap`` (gitmailmap(5)); lines that say nothing of e-mails are passed over."""
    found: dict[tuple[str, str], str] = {}
    for line in content[: 1 << 20].decode("utf-8", "replace").splitlines():
        match = _LINE.match(line.strip())
        if match and match[4]:
            found[(match[3] or "").strip().lower(), match[4].strip().lower()] = match[2].strip().lower()
    return found
