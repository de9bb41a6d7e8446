# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The license of a project, and where its declarations disagree with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.licensing.claims import Licenses
from ayni.analyzers.licensing.comparison import License, compare
from ayni.analyzers.licensing.files import is_license_file
from ayni.analyzers.licensing.manifests import badge_names, declared_names
from ayni.evidence import NotSeen, Value
from fakes.snapshots import claims

MIT = """MIT License

Copyright (c) 2026 Example

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the
Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL
THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
DEALINGS IN THE SOFTWARE.
"""
UNKNOWN = "You may look at this program on Tuesdays. " * 120
POM = """<?xml version='1.0'?>
<project><licenses><license><name>EUPL 1.2</name></license></licenses>
<dependencies><licenses><license><name>No</name></license></licenses></dependencies></project>
"""
GPL = "This program is licensed under the GNU General Public License, version 3.\n"


def about(files: dict[str, str], **more: object) -> dict[str, Value]:
    return claims(Licenses(), files, **more)  # type: ignore[arg-type]


def package(license_: object) -> str:
    return json.dumps({"name": "example", "license": license_})


def test_a_license_file_and_a_manifest_that_agree() -> None:
    found = about({"LICENSE": MIT, "package.json": package("MIT")})
    assert found == {
        "license-files": ("LICENSE",),
        "license-detected": "MIT",
        "license-state": "osi",
        "license-declared": ("package.json=MIT",),
        "license-conflicts": (),
    }


def test_the_default_of_npm_disagrees_with_the_file() -> None:
    found = about({"LICENSE": MIT, "package.json": package("ISC")})
    assert found["license-conflicts"] == ("manifest-disagrees:package.json:ISC:MIT",)
    assert found["license-state"] == "osi"  # open by either, so that it is open is not in doubt


def test_an_open_file_and_a_closed_manifest_are_in_conflict() -> None:
    found = about({"LICENSE": MIT, "package.json": package("UNLICENSED")})
    assert found["license-conflicts"] == ("manifest-disagrees:package.json:LicenseRef-proprietary:MIT",)
    assert found["license-state"] == "conflicting"


def test_nothing_is_there() -> None:
    found = about({"main.py": "x = 1"})
    assert found["license-state"] == "none"
    assert found["license-detected"] == ""
    assert found["license-files"] == found["license-declared"] == found["license-conflicts"] == ()


def test_a_license_that_nobody_knows() -> None:
    found = about({"LICENCIA.txt": UNKNOWN, "package.json": package("MIT")})
    assert found["license-files"] == ("LICENCIA.txt",)
    assert found["license-detected"] == ""
    assert found["license-state"] == "unrecognized"
    assert found["license-conflicts"] == ()


def test_a_short_license_file_may_only_name_the_license() -> None:
    assert about({"COPYING": GPL})["license-detected"] == "GPL-3.0-only"


def test_declarations_alone_give_the_state() -> None:
    assert about({"package.json": package("MIT")})["license-state"] == "osi"
    found = about({"package.json": package("MIT"), "Cargo.toml": '[package]\nname = "x"\nlicense = "Apache-2.0"\n'})
    assert found["license-conflicts"] == ("declarations-disagree:package.json:MIT:Cargo.toml:Apache-2.0",)


def test_two_files_are_a_choice_where_a_manifest_says_so() -> None:
    files = {"LICENSE-MIT": MIT, "COPYING": GPL}
    assert about(files)["license-detected"] == "GPL-3.0-only AND MIT"
    files["Cargo.toml"] = '[package]\nname = "x"\nlicense = "MIT OR GPL-3.0-only"\n'
    assert about(files)["license-detected"] == "GPL-3.0-only OR MIT"
    assert about(files)["license-conflicts"] == ()


def test_the_folder_of_reuse_speaks_where_the_root_is_silent() -> None:
    found = about({"LICENSES/MIT.txt": MIT, "LICENSES/CC0-1.0.txt": "text"})
    assert found["license-detected"] == "CC0-1.0 AND MIT"
    assert found["license-files"] == ("LICENSES/CC0-1.0.txt", "LICENSES/MIT.txt")


def test_a_part_with_its_own_license_is_no_conflict() -> None:
    files = {"LICENSE": MIT, "tools/package.json": package("Apache-2.0")}
    assert about(files)["license-conflicts"] == ("manifest-disagrees:tools/package.json:Apache-2.0:MIT",)
    files["tools/LICENSE"] = "Apache-2.0"
    assert about(files)["license-conflicts"] == ()


def test_other_peoples_manifests_do_not_count() -> None:
    files = {"LICENSE": MIT, "vendor/x/package.json": package("ISC"), "tests/x/package.json": package("ISC")}
    assert about(files)["license-declared"] == ()


def test_metadata_and_badges_declare_as_well() -> None:
    publiccode = 'publiccodeYmlVersion: "0.7"\nlegal:\n  license: AGPL-3.0-or-later\n'
    badge = "[![License](https://img.shields.io/badge/License-Apache%202.0-blue.svg)](x)"
    found = about({"LICENSE": MIT, "publiccode.yml": publiccode, "README.md": badge})
    assert found["license-declared"] == ("README.md=Apache-2.0", "publiccode.yml=AGPL-3.0-or-later")
    assert found["license-conflicts"] == (
        "badge-disagrees:README.md:Apache-2.0:MIT",
        "metadata-disagrees:publiccode.yml:AGPL-3.0-or-later:MIT",
    )


@pytest.mark.parametrize(
    ("declared", "detected", "disagree"),
    [
        ("MIT", "MIT", False),
        ("MIT OR Apache-2.0", "Apache-2.0 OR MIT", False),
        ("(MIT OR Apache-2.0)", "Apache-2.0 AND MIT", False),
        ("MIT OR Apache-2.0", "MIT", False),
        ("MIT", "MIT AND CC-BY-4.0", False),
        ("GPL-3.0-or-later", "GPL-3.0-only", False),
        ("GPL-2.0+", "GPL-2.0-only", False),
        ("GPL-2.0-only", "GPL-3.0-only", True),
        ("ISC", "MIT", True),
        ("MIT OR ISC", "MIT OR 0BSD", True),
    ],
)
def test_licenses_are_compared_as_sets(declared: str, detected: str, disagree: bool) -> None:
    assert compare(License.of(declared), License.of(detected)) is disagree
    assert compare(License.of(detected), License.of(declared)) is disagree


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"license": "MIT"}', ("MIT",)),
        ('{"license": {"type": "MIT", "url": "x"}}', ("MIT",)),
        ('{"licenses": [{"type": "MIT"}, {"type": "ISC"}]}', ("MIT OR ISC",)),
        ('{"license": ["LGPL-2.1-only", "GPL-3.0-or-later"]}', ("LGPL-2.1-only OR GPL-3.0-or-later",)),
        ('{"permissions": {"licenses": [{"name": "CC0-1.0", "URL": "x"}]}}', ("CC0-1.0",)),
        ('{"license": "https://spdx.org/licenses/EUPL-1.2"}', ("EUPL-1.2",)),
        ('{"name": "x"}', ()),
        ("{broken", ()),
        ('[project]\nname = "x"\nlicense = "EUPL-1.2"\n', ("EUPL-1.2",)),
        ('[project]\nlicense = {text = "MIT"}\n', ("MIT",)),
        ('[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]\n', ("MIT License",)),
        ('[tool.poetry]\nlicense = "MIT"\n', ("MIT",)),
        ('[package]\nname = "x"\nlicense = "MIT/Apache-2.0"\n', ("MIT/Apache-2.0",)),
        ("[metadata]\nname = x\nlicense = BSD-3-Clause\n", ("BSD-3-Clause",)),
        ("from setuptools import setup\nsetup(name='x', license='MIT')\n", ("MIT",)),
        (POM, ("EUPL 1.2",)),
        ("Gem::Specification.new do |gem|\n  gem.licenses = ['MIT', 'ISC']\nend\n", ("MIT OR ISC",)),
        ("Package: x\nVersion: 1\nLicense: MIT + file LICENSE\n", ("MIT",)),
        ("cff-version: 1.2.0\nlicense: MIT\n", ("MIT",)),
        ("publiccodeYmlVersion: '0'\nlegal:\n  license: MIT\n", ("MIT",)),
        ("just a text", None),
    ],
)
def test_manifests(text: str, names: tuple[str, ...] | None) -> None:
    assert declared_names(text) == names


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://img.shields.io/badge/license-MIT-green.svg", "MIT"),
        ("https://img.shields.io/badge/Licencia-GPL--3.0-blue", "GPL-3.0"),
        ("https://img.shields.io/badge/licença-Apache_2.0-red.svg", "Apache 2.0"),
    ],
)
def test_badges(url: str, name: str) -> None:
    assert badge_names(f"![x]({url})") == (name,)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("LICENSE", True),
        ("LICENCE.md", True),
        ("license.txt", True),
        ("LICENÇA", True),
        ("LICENCIA.md", True),
        ("COPYING.LESSER", True),
        ("LICENSE-MIT", True),
        ("MIT-LICENSE.txt", True),
        ("LICENSE.CCBYNCSA.txt", True),
        ("UNLICENSE", True),
        ("license/LICENSE.txt", True),
        ("LICENSES/MIT.txt", True),
        ("LICENSES/MIT.txt.license", False),
        ("LICENSE-3RD-PARTY.txt", False),
        ("license-header.txt", False),
        ("rename-license", False),
        ("licensee.gemspec", False),
        ("license.py", False),
        ("src/LICENSE", False),
        ("licenses/old/LICENSE.md", False),
    ],
)
def test_names_of_license_files(path: str, expected: bool) -> None:
    assert is_license_file(path) is expected


def test_a_missing_content_is_unknown() -> None:
    found = about({"LICENSE": MIT, "package.json": package("ISC")}, missing=["LICENSE"])
    assert found["license-files"] == ("LICENSE",)
    for claim in ("license-detected", "license-state", "license-conflicts"):
        assert found[claim] == NotSeen(reason="content-missing")
    found = about({"LICENSE": MIT, "package.json": package("ISC")}, missing=["package.json"])
    assert found["license-detected"] == "MIT"
    for claim in ("license-declared", "license-conflicts"):
        assert found[claim] == NotSeen(reason="content-missing")


def test_nothing_is_absent_from_a_listing_cut_short() -> None:
    found = about({"main.py": "x"}, complete=False)
    assert set(found.values()) == {NotSeen(reason="listing-incomplete")}


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    Licenses().read(content)
    for start in (
        b"{",
        b"[project]\n",
        b"[metadata]\n",
        b"<project",
        b"publiccodeYmlVersion: 0\n",
        b"import x\nsetup(",
    ):
        Licenses().read(start + content)


def test_half_a_character_is_not_kept() -> None:
    assert "?" in json.dumps(Licenses().read(b'{"license": "\\ud800"}'))
