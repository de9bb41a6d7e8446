# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What files say about their license, tier by tier."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ayni.analyzers.licensing import FileLicenses, detect

TAG = "SPDX-License" + "-Identifier: "
EUPL = (Path(__file__).parents[3] / "LICENSES/EUPL-1.2.txt").read_text(encoding="utf-8")

GNU_NOTICE = """This file is part of Some Portal.

Some Portal is free software: you can redistribute it and/or modify it under the terms of the GNU {family} as
published by the Free Software Foundation, either version {version} of the License, or (at your option) any later
version.

See the GNU {family} for more details."""


def said(text: str, *tiers: str) -> set[str]:
    return set(detect(text.encode()).expressions(*tiers))  # type: ignore[arg-type]


def commented(text: str, mark: str) -> str:
    return "\n".join(f"{mark} {line}" for line in text.splitlines())


@pytest.mark.parametrize(
    ("line", "expression"),
    [
        (f"# {TAG}MIT", "MIT"),
        (f"/* {TAG}GPL-2.0 */", "GPL-2.0-only"),
        (f"<!-- {TAG}CC-BY-4.0 -->", "CC-BY-4.0"),
        (f"// {TAG}(MIT OR Apache-2.0)", "MIT OR Apache-2.0"),
        (f'x = "{TAG}ISC"', "ISC"),
    ],
)
def test_tags(line: str, expression: str) -> None:
    found = detect(f"first line\n{line}\ncode()\n".encode())
    assert found.expressions("tag") == (expression,)
    assert found.found[0].line == 2


def test_bad_tags_are_kept_apart() -> None:
    assert detect(f"# {TAG}NoSuchLicense\n".encode()).bad_tags == ("NoSuchLicense",)


def test_tags_that_reuse_ignores_are_ignored() -> None:
    text = f"# {'REUSE-Ignore'}Start\n# {TAG}MIT\n# {'REUSE-Ignore'}End\n# {TAG}ISC\n"
    assert said(text, "tag") == {"ISC"}


@pytest.mark.parametrize("mark", ["#", "//", " *", ";;", "--", "dnl", "REM"])
@pytest.mark.parametrize(
    ("family", "version", "expression"),
    [
        ("General Public License", "3", "GPL-3.0-or-later"),
        ("Lesser General Public License", "2.1", "LGPL-2.1-or-later"),
        ("Affero General Public License", "3", "AGPL-3.0-or-later"),
    ],
)
def test_gnu_notices(mark: str, family: str, version: str, expression: str) -> None:
    text = commented(GNU_NOTICE.format(family=family, version=version), mark)
    assert said(text) == {expression}
    assert said(text, "header") == {expression}


@pytest.mark.parametrize(
    ("sentence", "expressions"),
    [
        ("Licensed under the MIT license.", {"MIT"}),
        ("Released under Apache 2.0", {"Apache-2.0"}),
        ("This code is dual-licensed under the MIT and GPL version 2 licenses.", {"MIT OR GPL-2.0-only"}),
        ("Licensed under MIT or Apache-2.0, at your license choice", {"MIT OR Apache-2.0", "Apache-2.0"}),
        ("Este programa se distribuye bajo la licencia MIT.", {"MIT"}),
        ("Distribuido sob a licença Apache 2.0.", {"Apache-2.0"}),
        ("Publié sous licence MIT.", {"MIT"}),
        ("Licencia: BSD de 3 cláusulas", {"BSD-3-Clause"}),
        ("Licencia Pública General de GNU versión 3 o posterior", {"GPL-3.0-or-later"}),
        ("under the terms of version 2 of the GNU General Public License", {"GPL-2.0-only"}),
        ("Dual licensed under the MIT and GPL licenses.", {"MIT", "GPL-1.0-or-later"}),
        ("released under the GNU GPL.", {"GPL-1.0-or-later"}),
        ("GPLv3 + Classpath exception", {"GPL-3.0-only WITH Classpath-exception-2.0"}),
        ("under the Apache License v2.0 with LLVM Exceptions.", {"Apache-2.0 WITH LLVM-exception"}),
        ("distributed under an MIT-like license", set()),
        ("This license is unlike the others", set()),
        ("Licensed under the BSD license", set()),
        ("See the GNU General Public License for more details.", set()),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.es", {"CC-BY-SA-4.0"}),
        ("<a href='https://creativecommons.org/publicdomain/zero/1.0/'>CC0</a>", {"CC0-1.0"}),
        ("http://www.apache.org/licenses/LICENSE-2.0", {"Apache-2.0"}),
    ],
)
def test_sentences(sentence: str, expressions: set[str]) -> None:
    assert said(sentence) == expressions


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ('{"name": "x", "license": "MIT"}', {"MIT"}),
        ('{"license": {"type": "ISC", "url": "x"}}', {"ISC"}),
        ('{"licenses": ["MIT", "ISC"]}', {"MIT", "ISC"}),
        ('license = "EUPL-1.2"\n', {"EUPL-1.2"}),
        ('license = {text = "BSD-3-Clause"}\n', {"BSD-3-Clause"}),
        ("legal:\n  license: AGPL-3.0-or-later\n", {"AGPL-3.0-or-later"}),
        ("<license><name>Apache License, Version 2.0</name></license>", {"Apache-2.0"}),
        ("<PackageLicenseExpression>MIT</PackageLicenseExpression>", {"MIT"}),
        ('"License :: OSI Approved :: MIT License",', {"MIT"}),
        ("https://img.shields.io/badge/license-MPL--2.0-blue.svg", {"MPL-2.0"}),
        ("License: GPLv2+\n", {"GPL-2.0-or-later"}),
        ('{"license_id": 7, "license": "proprietary"}', set()),
    ],
)
def test_fields(text: str, expressions: set[str]) -> None:
    assert said(text) == expressions


def test_a_license_text_in_a_comment() -> None:
    found = detect(("code();\n" * 40 + commented(EUPL, "//")).encode())
    assert found.expressions("text") == ("EUPL-1.2",)
    assert found.expressions() == ("EUPL-1.2",)
    assert 40 <= next(each for each in found.found if each.tier == "text").line <= 46


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copyright (c) 2026 Some Ministry", True),
        ("SPDX-" + "FileCopyrightText: 2026 Some Ministry", True),
        ("© 2026 Un ministerio", True),
        ("the copyright owner may", False),
        ("nothing here", False),
    ],
)
def test_copyright_notices(text: str, expected: bool) -> None:
    assert detect(text.encode()).has_copyright is expected


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02license MIT" * 100, b"\xff\xfe\x00license", b"int main(void) { return 0; }"]
)
def test_contents_without_a_statement(content: bytes) -> None:
    assert detect(content).found == ()


@settings(deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_read(content: bytes) -> None:
    assert isinstance(detect(content + b" license " + content), FileLicenses)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_what_stands_around_a_tag_does_not_hide_it(text: str) -> None:
    clean = text.replace("REUSE-Ignore", "")
    assert "MIT" in detect(f"{clean}\n# {TAG}MIT\n{clean}".encode()).expressions("tag")
