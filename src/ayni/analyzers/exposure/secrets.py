# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds secrets in a content by a small set of precise rules. Only line and rule leave this file, never the secret.

Each rule has texts without which it cannot match; they are looked for first, since most contents have none of them.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from ayni.analyzers.exposure.values import entropy, is_generated, is_placeholder

MAX_BYTES: Final = 1024 * 1024
MAX_FOUND: Final = 200
_MAX_TRIED: Final = 2_000
_MAX_LINE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """A secret by where it is and which rule saw it."""

    line: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of secret. The value is the first group of the pattern, or all of it; ``check`` has the last
    word. ``group`` names the quick search without whose success the pattern cannot match.
    """

    id: str
    group: str
    pattern: re.Pattern[bytes]
    check: Callable[[bytes], bool]


def _is_random(value: bytes) -> bool:
    return not is_placeholder(value) and entropy(value) >= 3.0


def _is_token(value: bytes) -> bool:
    """Issued tokens have a form of their own: only samples are left out."""
    return b"EXAMPLE" not in value and len(set(value)) > 8 and b"xxxx" not in value.lower() and b"123456" not in value


_SAMPLE_BODY: Final = re.compile(rb"John Doe|1234567890|(?i:test|example|sample|demo)")


def _is_signed_token(value: bytes) -> bool:
    """A JSON web token with a header that names its algorithm, other than the sample of the specification's site."""
    header, payload = value.split(b".")[:2]
    try:
        decoded = json.loads(base64.urlsafe_b64decode(header + b"=" * (-len(header) % 4)))
        body = base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4))
    except (ValueError, binascii.Error, RecursionError):
        return False
    return isinstance(decoded, dict) and "alg" in decoded and not _SAMPLE_BODY.search(body)


_WEAK: Final = frozenset(
    b"password pass passwd pwd secret root admin user test guest postgres mysql mongo redis rabbitmq default changeme"
    b" contrasena clave senha db token key".split()
)


def _is_credential(match: bytes) -> bool:
    """``user:password@host``: a real host, or a password that nobody takes for a default."""
    credentials, _, host = match.rpartition(b"@")
    user, _, word = credentials.partition(b":")
    if is_placeholder(word) or word.lower() in _WEAK or word == user or re.search(rb"[<{$%*()\[\]]", word):
        return False
    name = host.lower()
    real = b"." in name and not re.search(
        rb"example|localhost|127\.0\.0\.1|0\.0\.0\.0|\.(?:test|local|invalid)$|domain", name
    )
    return (real and len(word) >= 5) or is_generated(word, 3.0)


_KEY_LAYOUT: Final = re.compile(rb"\\[rn]|[\s\"'+,;]|(?m:^[A-Za-z-]{3,20}: [^\n]{1,100}$)")
_KEY_BODY: Final = re.compile(rb"[A-Za-z0-9+/=]{64}")


def _is_key_body(value: bytes) -> bool:
    """What follows the opening of a key: base64 over lines, whatever the language quotes and joins them with."""
    body = _KEY_BODY.match(_KEY_LAYOUT.sub(b"", value))
    return body is not None and entropy(body[0]) >= 3.5


def _rule(name: str, group: str, pattern: bytes, check: Callable[[bytes], bool] = _is_token) -> Rule:
    return Rule(id=name, group=group, pattern=re.compile(pattern), check=check)


_START: Final = rb"(?<![A-Za-z0-9_-])"
_END: Final = rb"(?![A-Za-z0-9_-])"
_QUICK: Final = {
    "_": re.compile(
        rb"_(?:(?<=gh[pousr]_)|(?<=npm_)|(?<=hf_)|(?<=k_live_)|(?<=_pat_)|(?<=do[op]_v1_)|(?<=shp(?:at|ss)_))[A-Za-z0-9]{20}"
    ),
    "-": re.compile(
        rb"-(?:(?<=glpat-)|(?<=gl[dr]t-)|(?<=glptt-)|(?<=xox[abeprs]-)|(?<=GOCSPX-)|(?<=APP_USR-)|(?<=sk-)|(?<=key-)"
        rb"|(?<=pypi-))[A-Za-z0-9_-]{16}"
    ),
    ".": re.compile(rb"\.(?:eyJ[A-Za-z0-9_-]{8}|slack\.com/services/T|(?<=SG\.)[A-Za-z0-9_-]{20})"),
    ":": re.compile(rb":(?://[^\s:@/'\"<>?#]{1,64}:[^\s:@/'\"<>]{3,100}@|AA[A-Za-z0-9_-]{33})"),
    "A": re.compile(rb"A(?:[KS]IA[A-Z2-7]{16}|Iza[A-Za-z0-9_-]{35})"),
    "S": re.compile(rb"SK[0-9a-f]{32}"),
    "account": re.compile(rb"AccountKey="),
    "key": re.compile(rb"PRIVATE KEY"),
}
"""Searches that begin with one rare character, which makes them fast. Where one fails, no rule of its group matches."""
RULES: Final = (
    _rule("github-token", "_", _START + rb"gh[pousr]_[A-Za-z0-9]{36,255}" + _END),
    _rule("github-token", "_", rb"github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
    _rule("stripe-key", "_", _START + rb"[sr]k_live_[A-Za-z0-9]{20,200}" + _END),
    _rule("npm-token", "_", _START + rb"npm_[A-Za-z0-9]{36}" + _END),
    _rule("docker-token", "_", rb"dckr_pat_[A-Za-z0-9_-]{27}"),
    _rule("digitalocean-token", "_", rb"do[op]_v1_[0-9a-f]{64}"),
    _rule("hugging-face-token", "_", _START + rb"hf_[A-Za-z]{34}" + _END),
    _rule("shopify-token", "_", rb"shp(?:at|ss)_[0-9a-fA-F]{32}"),
    _rule("gitlab-token", "-", _START + rb"gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,60}" + _END),
    _rule("slack-token", "-", _START + rb"xox[abeprs]-(?:\d{6,}-){1,3}[A-Za-z0-9-]{16,200}"),
    _rule("google-oauth-secret", "-", rb"GOCSPX-[A-Za-z0-9_-]{28}" + _END),
    _rule("mailgun-key", "-", _START + rb"key-[0-9a-f]{32}" + _END, _is_random),
    _rule("pypi-token", "-", rb"pypi-AgE[A-Za-z0-9_-]{60,}"),
    _rule("openai-key", "-", rb"sk-[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}"),
    _rule("anthropic-key", "-", rb"sk-ant-[a-z0-9]{3,10}-[A-Za-z0-9_-]{60,120}"),
    _rule("mercado-pago-token", "-", rb"APP_USR-\d{6,20}-\d{6}-[0-9a-f]{32}-\d{4,12}"),
    _rule("slack-webhook", ".", rb"hooks\.slack\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{20,}"),
    _rule("sendgrid-key", ".", _START + rb"SG\.[A-Za-z0-9_-]{20,24}\.[A-Za-z0-9_-]{39,50}"),
    _rule(
        "json-web-token",
        ".",
        _START + rb"eyJ[A-Za-z0-9_-]{8,500}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{20,1000}",
        _is_signed_token,
    ),
    _rule("telegram-token", ":", _START + rb"\d{8,10}:AA[A-Za-z0-9_-]{33}" + _END),
    _rule(
        "credentials-in-address",
        ":",
        rb"://([^\s:@/'\"<>?#]{1,64}:[^\s:@/'\"<>]{3,100}@[A-Za-z0-9._-]{1,100})",
        _is_credential,
    ),
    _rule("aws-access-key", "A", _START + rb"(?:AKIA|ASIA)[A-Z2-7]{16}" + _END),
    _rule("google-api-key", "A", _START + rb"AIza[A-Za-z0-9_-]{35}" + _END),
    _rule("twilio-key", "S", _START + rb"SK[0-9a-f]{32}" + _END, _is_random),
    _rule("azure-storage-key", "account", rb"AccountKey=([A-Za-z0-9+/]{86}==)"),
    _rule(
        "private-key",
        "key",
        rb"-----BEGIN (?:[A-Z]{2,10} )?(?:ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----([\s\S]{60,1200})",
        _is_key_body,
    ),
)

_KEYWORDS: Final = (b"passw", b"secret", b"token", b"credential", b"senha", b"contrasen")
_KEY_NAMES: Final = re.compile(
    rb"key(?:(?<=api[_-]key)|(?<=apikey)|(?<=access_key)|(?<=accesskey)|(?<=auth_key)|(?<=authkey)|(?<=private_key))"
)
_NAMED: Final = rb"(?i)(?:passw(?:or)?d?|secret|token|key|credentials?|senha|contrasen[ai]a?)"
_ASSIGNED: Final = re.compile(
    _NAMED + rb"[\w.-]{0,30}[\"'\])]{0,3}[ \t]{0,8}(?:=>|:=|=|:|,)[ \t]{0,8}"
    rb"(?:b|r|f|u|@|N)?([\"'`])([^\"'`\s]{10,200})\1"
)
_ASSIGNED_BARE: Final = re.compile(
    _NAMED + rb"[\w.-]{0,30}[ \t]{0,8}[=:][ \t]{0,8}([A-Za-z0-9+/_=~-]{20,200})[ \t\r]*(?:\n|$|#)"
)
_PUBLIC: Final = (b"public", b"csrf", b"xsrf", b"hash", b"i18n", b"label", b"example", b"ejemplo", b"test")


def find_secrets(content: bytes) -> list[Secret]:
    """Every secret that a rule sees in the first megabyte, by line; several on a line under one rule count once."""
    text = content[:MAX_BYTES]
    found: dict[tuple[int, str], Secret] = {}
    for position, rule in islice(chain(_by_rules(text), _by_names(text)), MAX_FOUND):
        line = text.count(b"\n", 0, position) + 1
        found[line, rule] = Secret(line=line, rule=rule)
    return sorted(found.values(), key=lambda secret: (secret.line, secret.rule))


def _by_rules(text: bytes) -> Iterator[tuple[int, str]]:
    groups = {name for name, quick in _QUICK.items() if quick.search(text)}
    for rule in RULES if groups else ():
        if rule.group not in groups:
            continue
        for match in islice(rule.pattern.finditer(text), _MAX_TRIED):
            if rule.check(match[match.lastindex or 0]):
                yield match.start(), rule.id


def _by_names(text: bytes) -> Iterator[tuple[int, str]]:
    """Values of high entropy that are given to a name of secrecy; not in generated lines, where names mean nothing."""
    lower = text.lower()
    for position in islice(_names(lower), _MAX_TRIED):
        if _is_assigned(text, lower, position):
            yield position, "assigned-secret"


def _names(lower: bytes) -> Iterator[int]:
    for keyword in _KEYWORDS:
        position = lower.find(keyword)
        while position >= 0:
            yield position
            position = lower.find(keyword, position + len(keyword))
    yield from (match.start() for match in _KEY_NAMES.finditer(lower))


def _is_assigned(text: bytes, lower: bytes, position: int) -> bool:
    before = lower[max(0, position - 16) : position]
    if any(word in before for word in _PUBLIC):
        return False
    match = _ASSIGNED.match(text, position)
    value = match[2] if match else None
    least = 3.5
    if match is None and (match := _ASSIGNED_BARE.match(text, position)):
        value, least = match[1], 3.8
    if value is None or match is None or not is_generated(value, least):
        return False
    return text.find(b"\n", match.end(), match.end() + _MAX_LINE) >= 0 or len(text) - match.end() < _MAX_LINE
