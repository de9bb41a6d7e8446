# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Programs, keys, secrets and people's numbers are found, and nothing of them is repeated.

Secrets are put together here from pieces, so that no scanner takes this file for a leak; none of them opens anything.
"""

import base64
import json
import random
import string

import pytest

from ayni.analyzers.exposure.analysis import Exposure
from ayni.analyzers.exposure.keys import has_env_values
from ayni.analyzers.exposure.values import is_generated, is_placeholder
from ayni.evidence import NotSeen
from fakes.snapshots import claims

_DICE = random.Random(20261123)  # noqa: S311  # the same made-up secrets on every run


def made_up(length: int, alphabet: str = string.ascii_letters + string.digits) -> str:
    return "".join(_DICE.choice(alphabet) for _ in range(length))


HEX = string.digits + "abcdef"
UPPER = string.ascii_uppercase + "234567"
JWT_HEADER = base64.urlsafe_b64encode(b'{"alg":"HS256"}').decode().rstrip("=")
JWT_BODY = base64.urlsafe_b64encode(b'{"sub":"persona-7f3a"}').decode().rstrip("=")
_LINES = "\n".join(made_up(64) for _ in range(12))
KEY = "-----BEGIN RSA {0}-----\n{1}\n-----END RSA {0}-----\n".format(" ".join(("PRIVATE", "KEY")), _LINES)


def joined(*pieces: str) -> str:
    return "".join(pieces)


_HOOK = "/".join(("T" + made_up(8, UPPER), "B" + made_up(8, UPPER), made_up(24)))
SECRETS = {
    "aws-access-key": joined("AK", "IA", made_up(16, UPPER)),
    "github-token": joined("gh", "p_", made_up(36)),
    "gitlab-token": joined("gl", "pat-", made_up(20)),
    "slack-token": joined("xo", "xb-", made_up(12, "3456789"), "-", made_up(24)),
    "slack-webhook": joined("https://hooks.slack", ".com/services/", _HOOK),
    "google-api-key": joined("AI", "za", made_up(35)),
    "stripe-key": joined("sk_", "live_", made_up(24)),
    "twilio-key": joined("S", "K", made_up(32, HEX)),
    "sendgrid-key": joined("SG", ".", made_up(22), ".", made_up(43)),
    "npm-token": joined("np", "m_", made_up(36)),
    "mercado-pago-token": joined("APP", "_USR-", made_up(16, "3456789"), "-112233-", made_up(32, HEX), "-44556677"),
    "json-web-token": joined(JWT_HEADER, ".", JWT_BODY, ".", made_up(43)),
    "credentials-in-address": joined("postgres", "://portal:", made_up(12), "@db.registro.gob.xx:5432/portal"),
    "azure-storage-key": joined("Account", "Key=", made_up(86), "=="),
}


@pytest.mark.parametrize("rule", SECRETS)
def test_issued_tokens_are_found_where_they_stand(rule: str) -> None:
    found = claims(Exposure(), {"src/portal.py": f"import os\n\nx = '{SECRETS[rule]}'\n"})
    assert found["secrets"] == (f"src/portal.py:3:{rule}",)


@pytest.mark.parametrize(
    "line",
    [
        "PASSWORD = '{}'",
        '"client_secret": "{}",',
        "$config['api_key'] = '{}';",
        "define('DB_PASSWORD', '{}');",
        'contrasenia: "{}"',
        "senha = '{}'",
        "api_key={}",
    ],
)
def test_values_of_high_entropy_given_to_secret_names_are_found(line: str) -> None:
    found = claims(Exposure(), {"config/portal.yml": f"# portal\n{line.format(made_up(32))}\n"})
    assert found["secrets"] == ("config/portal.yml:2:assigned-secret",)


@pytest.mark.parametrize(
    "line",
    [
        "password = 'changeme'",
        "password = os.environ['PORTAL_PASSWORD']",
        "token = request.headers.get('X-Token')",
        "api_key: ${PORTAL_API_KEY}",
        "api_key = '<your-api-key>'",
        "secret: xxxxxxxxxxxxxxxxxxxxxxxx",
        "token: 'keyword.operator.assignment2'",
        "password_label = 'Contraseña de la persona 2024'",
        "secretKeyRef: portal-secret-name-v2",
        "publicKeyToken = 'b77a5c561934e089a1c2'",
        "('token_blacklist', '0012_alter_outstandingtoken_user'),",
        "https://usuario:clave@example.org/",
        "postgres://postgres:postgres@localhost/portal",
        "AKIAIOSFODNN7EXAMPLE",
        "const tokenUrl = 'https://portal.gob.xx/oauth2/token'",
        "git@github.com:a/b.git",
        "http://www.w3.org:80/a@b",
        "password: 550e8400-e29b-41d4-a716-446655440000",
    ],
)
def test_words_and_placeholders_are_not_secrets(line: str) -> None:
    assert claims(Exposure(), {"src/portal.py": f"{line}\n"})["secrets"] == ()


@pytest.mark.parametrize(
    "path", ["tests/a.py", "docs/examples/a.py", "a_test.go", ".env.example", "vendor/a.py", "a.min.js"]
)
def test_secrets_of_tests_examples_and_others_are_left_out(path: str) -> None:
    assert claims(Exposure(), {path: f"x = '{SECRETS['github-token']}'\n"})["secrets"] == ()


def test_nothing_of_a_secret_is_kept() -> None:
    content = "\n".join(SECRETS.values()) + f"\n{KEY}\ncpf: 290.811.754-03\npassword = '{made_up(24)}'\n"
    kept = json.dumps(Exposure().read(content.encode()))
    assert "aws-access-key" in kept
    assert not any(secret[8:16] in kept for secret in SECRETS.values())
    assert "290" not in kept


def test_private_keys_are_files_or_secrets() -> None:
    files = {
        "certs/portal.key": KEY,
        "certs/portal.pem": "Bag Attributes\n    localKeyID: 01\n" + KEY,
        "certs/cadena.pem": "-----BEGIN CERTIFICATE-----\naaaa\n-----END CERTIFICATE-----\n" + KEY,
        "certs/publico.pem": "-----BEGIN PUBLIC KEY-----\n" + "a1" * 40,
        "deploy/id_rsa": KEY,
        "certs/almacen.p12": b"\x30\x82\x0a\x00\x02\x01\x03\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01\x00",
        "certs/almacen.jks": b"\xfe\xed\xfe\xed\x00\x00\x00\x02",
        "certs/truststore.jks": b"\xfe\xed\xfe\xed\x00\x00\x00\x02",
        "app/debug.keystore": b"\xfe\xed\xfe\xed\x00\x00\x00\x02",
        "tests/certs/portal.key": KEY,
        "src/clave.py": f"CLAVE = '''{KEY}'''\n",
        "docs/claves.md": "Empieza con `-----BEGIN " + "PRIVATE KEY-----` y sigue:\nMIIE...\n",
    }
    found = claims(Exposure(), files)
    assert found["key-files"] == (
        "certs/almacen.jks",
        "certs/almacen.p12",
        "certs/cadena.pem",
        "certs/portal.key",
        "certs/portal.pem",
        "deploy/id_rsa",
    )
    assert found["secrets"] == ("src/clave.py:1:private-key",)
    assert (found["executables"], found["binaries"]) == ((), ())


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (".env", "APP=portal\nDB_PASSWORD=Tr3s-tristes\n", True),
        ("docker/portal.env", "export API_TOKEN='q8w7e6r5'\n", True),
        (".env.production", "# nota\n\nSECRET_KEY=abcd9876\n", True),
        (".env", "APP=portal\nPORT=8080\nDEBUG=true\n", False),
        (".env", "DB_PASSWORD=\nAPI_TOKEN=${TOKEN}\nSECRET=changeme\n", False),
        (".env.example", "DB_PASSWORD=Tr3s-tristes\n", False),
        ("tests/.env", "DB_PASSWORD=Tr3s-tristes\n", False),
        ("src/portal.sh", "DB_PASSWORD=Tr3s-tristes\n", False),
    ],
)
def test_environments_with_values(path: str, text: str, found: bool) -> None:
    assert claims(Exposure(), {path: text})["env-files"] == ((path,) if found else ())


ELF = b"\x7fELF\x02\x01\x01" + b"\x00" * 60
PE = b"MZ" + b"\x00" * 58 + (64).to_bytes(4, "little") + b"PE\x00\x00"


@pytest.mark.parametrize(
    ("path", "content", "claim"),
    [
        ("bin/portal", ELF, "executables"),
        ("bin/portal.dat", ELF, "executables"),
        ("herramienta.exe", PE, "executables"),
        ("lib/a.jar", b"PK\x03\x04" + b"\x00" * 2000, "executables"),
        ("A.class", b"\xca\xfe\xba\xbe\x00\x00\x00\x37", "executables"),
        ("app.wasm", b"\x00asm\x01\x00\x00\x00", "executables"),
        ("m.cpython-311.pyc", b"\xa7\x0d\x0d\x0a\x00\x00", "executables"),
        ("lib/libx.so.1", ELF, "executables"),
        ("fuentes.zip", b"PK\x03\x04\x00\x00", "binaries"),
        ("modelo.pkl", b"\x80\x04\x95\x00\x00", "binaries"),
        ("datos.raro", b"\x01\x02\x00\x03" * 20, "binaries"),
        ("gradle/wrapper/gradle-wrapper.jar", b"PK\x03\x04" + b"\x00" * 2000, "wrapper-jars"),
        ("tests/datos/a.exe", PE, "test-binaries"),
        ("examples/a.zip", b"PK\x03\x04\x00\x00", "test-binaries"),
    ],
)
def test_programs_and_opaque_files(path: str, content: bytes, claim: str) -> None:
    assert claims(Exposure(), {path: content})[claim] == (path,)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("logo.png", b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00"),
        ("letra.woff2", b"wOF2\x00\x01\x00\x00"),
        ("guia.pdf", b"%PDF-1.7\x00"),
        ("logo", b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00"),
        ("lib/a.jar", b"version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 1\n"),
        ("modelo.obj", b"# Wavefront\nv 0 0 0\n"),
        ("script.com", b"@echo off\n"),
        ("vacio.exe", b""),
        ("run", b"#!/bin/sh\necho hola\n"),
        ("a.mo", b"\xde\x12\x04\x95\x00\x00\x00\x00"),
    ],
)
def test_what_is_shown_or_read_is_no_program(path: str, content: bytes) -> None:
    found = claims(Exposure(), {path: content})
    assert (found["executables"], found["binaries"], found["test-binaries"]) == ((), (), ())


def test_a_wrapper_counts_as_opaque_unless_its_checksum_is_checked() -> None:
    path = "gradle/wrapper/gradle-wrapper.jar"
    files: dict[str, str | bytes] = {path: b"PK\x03\x04" + b"\x00" * 2000}
    assert claims(Exposure(), files)["binaries"] == (path,)
    files[".github/workflows/ci.yml"] = "steps:\n- uses: gradle/actions/wrapper-validation@v4\n"
    found = claims(Exposure(), files)
    assert (found["binaries"], found["wrapper-jars"]) == ((), (path,))


@pytest.mark.parametrize(
    ("value", "generated"), [("q7Jd0sPzK2mXv94L", True), ("contrasena-segura", False), ("abcabcabc1", False)]
)
def test_entropy_tells_words_from_secrets(value: str, generated: bool) -> None:
    assert is_generated(value.encode()) is generated


def test_runs_of_a_character_are_placeholders() -> None:
    assert is_placeholder(b"aaaaaaaaaaaa")
    assert not is_placeholder(b"q7Jd0sPzK2mXv94L")


def test_nothing_is_nothing_only_when_all_was_seen() -> None:
    assert set(claims(Exposure(), {"a.txt": "hola"}).values()) == {()}
    assert set(claims(Exposure(), {}, complete=False).values()) == {NotSeen(reason="listing-incomplete")}


def test_what_cannot_be_read_leaves_unknown_only_what_it_could_have_shown() -> None:
    unseen = NotSeen(reason="content-missing")
    found = claims(Exposure(), {"padron.csv": "a"}, missing=["padron.csv"])
    assert found["personal-ids"] == unseen
    assert (found["secrets"], found["executables"], found["key-files"]) == ((), (), ())
    found = claims(Exposure(), {"portal": "a", "lib/a.jar": "b"}, missing=["portal", "lib/a.jar"])
    assert found["executables"] == ("lib/a.jar",)
    assert found["secrets"] == found["key-files"] == found["binaries"] == unseen


def test_a_long_comment_with_carriage_returns_is_read_in_one_go() -> None:
    """Each line once had two readings, and two hundred of them more than there are seconds."""
    assert not has_env_values(b"# a comment\r\n" * 199 + b"and no assignment\r\n")
    assert has_env_values(b"# a comment\r\n" * 199 + b"DB_PASSWORD=" + b"q7Zr9tX2" * 3 + b"\r\n")
