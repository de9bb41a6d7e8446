# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files are private keys or hold the values of an environment, rather than mention them."""

import re
from typing import Final

from ayni.analyzers.exposure.forms import Form
from ayni.analyzers.exposure.values import is_placeholder
from ayni.analyzers.path_kinds import extension, names

PEM: Final = "pem"
STORE: Final = "store"

_PEM: Final = re.compile(rb"-----BEGIN (?:[A-Z]{2,10} )?(?:ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----")
_PREAMBLE: Final = re.compile(rb"[ \t]*(?:#.*|.{1,60}:.*|(?:Bag|Key) Attributes.*)?\r?")
"""What tools write above a key: comments, attributes, or nothing."""
_PEM_ANYWHERE: Final = b"PRIVATE KEY"
_BODY: Final = re.compile(rb"PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,400}?[A-Za-z0-9+/=]{20,}")
_PUTTY: Final = b"PuTTY-User-Key-File"
_STORES: Final = (b"\xfe\xed\xfe\xed", b"\xce\xce\xce\xce", b"\x03\xd9\xa2\x9a")
_PKCS12: Final = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07"

_KEY_NAMES: Final = re.compile(r"(?i)id_(?:rsa|dsa|ecdsa|ed25519)(?:_\w+)?|.*[-_.](?:rsa|dsa|ecdsa|ed25519)")
_KEY_EXTENSIONS: Final = frozenset(names("pem key pk8 p8 ppk asc gpg rsa dsa priv private pvk"))
_STORE_EXTENSIONS: Final = frozenset(names("p12 pfx jks keystore bks jceks kdbx kdb keytab"))
_TRUST: Final = re.compile(r"(?i)trust|cacert|\bca[-_.]|debug\.keystore|public")

_ENV: Final = re.compile(r"(?i)\.env(?:rc)?(?:\.[\w-]+)*|[\w-]+\.env")
_ENV_SAMPLES: Final = re.compile(
    r"(?i)example|sample|template|dist|default|schema|test|\bci\b|ejemplo|exemplo|modelo|tpl|tmpl|vault|encrypted"
)
_ENV_HEAD: Final = re.compile(rb"(?:[ \t]*(?:#[^\n]*|\r)?\n){0,200}[ \t]*(?:export[ \t]+)?[A-Za-z_]\w{0,80}[ \t]?=")
_ENV_VALUE: Final = re.compile(
    rb"(?m)^[ \t]*(?:export[ \t]+)?\w{0,60}(?:PASS|SECRET|TOKEN|_KEY|APIKEY|PWD|CREDENTIAL|DSN|SENHA|CLAVE|CONTRASENA"
    rb"|pass|secret|token|_key|pwd|senha|clave)\w{0,40}[ \t]?=[ \t]?[\"']?([^\s\"'#]{4,300})"
)
_ENV_NOT_SECRET: Final = re.compile(
    rb"(?i)true|false|null|none|\d{1,5}|/[\w./-]*|\.\.?/.*|[a-z]+/[\w.-]+|(?:http|https)://[^:@]+"
)
_MAX_ENV: Final = 64 * 1024


def key_in(content: bytes) -> str:
    """``pem`` where the content is a private key in text, ``store`` where it is a container of keys, else empty."""
    if _PEM_ANYWHERE in content[:8192] and _opens_with_key(content[:16384]):
        return PEM
    if content.startswith(_PUTTY):
        return PEM
    return STORE if content.startswith(_STORES) or _PKCS12 in content[:64] else ""


def _opens_with_key(head: bytes) -> bool:
    start = _PEM.search(head)
    if start is None or _BODY.search(head) is None:
        return False
    return all(_PREAMBLE.fullmatch(line) for line in head[: start.start()].split(b"\n"))


def is_key_file(path: str, key: str, form: Form | None) -> bool:
    """Whether the file is a private key. Stores of others' certificates, and Android's known debug key, are not."""
    name = path.rpartition("/")[2]
    kind = extension(name)
    if kind in _STORE_EXTENSIONS:
        return not _TRUST.search(name) and (form is None or key == STORE or form is Form.BINARY)
    return key == PEM


def may_be_key(name: str) -> bool:
    """Whether a file of this name may be a private key, so that its content is worth a look wherever it stands."""
    kind = extension(name)
    return kind in _KEY_EXTENSIONS or kind in _STORE_EXTENSIONS or _KEY_NAMES.fullmatch(name) is not None


def is_store(name: str) -> bool:
    """Whether the extension is that of a container of keys."""
    return extension(name) in _STORE_EXTENSIONS


def is_env_file(name: str) -> bool:
    """Whether the name is that of a file of environment values, and not of a sample of one."""
    return _ENV.fullmatch(name) is not None and not _ENV_SAMPLES.search(name)


def has_env_values(content: bytes) -> bool:
    """Whether the content assigns a value to a variable that by its name is a secret."""
    if len(content) > _MAX_ENV or not _ENV_HEAD.match(content):
        return False
    return any(
        not is_placeholder(match[1]) and not _ENV_NOT_SECRET.fullmatch(match[1]) and match[1][:1] not in b"$<{"
        for match in _ENV_VALUE.finditer(content)
    )
