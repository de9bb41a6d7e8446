# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""No content makes the analyzers of delivery, dependencies and exposure raise, run long, or keep what is not JSON."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ayni.analyzers.analyzer import Analyzer
from ayni.analyzers.delivery.analysis import Delivery
from ayni.analyzers.dependencies.analysis import Dependencies
from ayni.analyzers.exposure.analysis import Exposure
from ayni.analyzers.workflows.analysis import Workflows
from fakes.snapshots import claims

ANALYZERS = (Delivery(), Workflows(), Dependencies(), Exposure())
PIECES = (
    *(
        b"\n",
        b" ",
        b"\t",
        b"a",
        b"-",
        b".",
        b"a/",
        b"a.",
        b"[",
        b"{",
        b'"',
        b"'",
        b'\\"',
        b"\x00",
        b"$(",
        b"\\\n",
        b"${{ ",
    ),
    *(b"make ", b"npm run ", b'sh -c "', b"curl a|sh\n", b"mvn ", b"a:\n\t", b"a b:\n", b"  a:\n", b"# via\n"),
    *(b"RUN x\n", b"RUN <<E\n", b"FROM a\n", b"jobs:\n  a:\n    steps:\n    - run: x\n", b'{"a":', b"a = [", b"MZ\x00"),
    *(
        b"cpf 529.982.247-25\n",
        b"12345678-9 ",
        b"password='",
        b"token ",
        b"://a:b@",
        b"install_requires = [",
        b"<dependency>",
    ),
)
NAMES = (
    ".github/workflows/a.yml",
    "Dockerfile",
    "a.sh",
    "Makefile",
    "package.json",
    "pyproject.toml",
    "requirements.txt",
    "pom.xml",
    "go.mod",
    "yarn.lock",
    ".env",
    "a.csv",
    "id_rsa",
    "a.exe",
    "bom.json",
    "tests/test_a.py",
)
contents = st.one_of(
    st.binary(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=30).map(b"".join),
)


@pytest.mark.parametrize("analyzer", ANALYZERS, ids=lambda analyzer: analyzer.id)
@settings(max_examples=150, deadline=None)
@given(content=contents)
def test_any_content_gives_json(analyzer: Analyzer, content: bytes) -> None:
    facts = analyzer.read(content)
    assert json.loads(json.dumps(facts)) == facts
    assert analyzer.read(content) == facts


@pytest.mark.parametrize("analyzer", ANALYZERS, ids=lambda analyzer: analyzer.id)
@settings(max_examples=60, deadline=None)
@given(content=contents, path=st.sampled_from(NAMES))
def test_any_content_under_any_name_is_concluded(analyzer: Analyzer, content: bytes, path: str) -> None:
    assert claims(analyzer, {path: content})
    assert claims(analyzer, {path: content}, missing=[path])


@pytest.mark.parametrize("analyzer", ANALYZERS, ids=lambda analyzer: analyzer.id)
@pytest.mark.parametrize("piece", PIECES)
def test_time_is_bounded(analyzer: Analyzer, piece: bytes) -> None:
    content = b"jobs:\n  a:\n" + piece * (240_000 // len(piece))
    start = time.process_time()
    analyzer.read(content)
    assert time.process_time() - start < 10
