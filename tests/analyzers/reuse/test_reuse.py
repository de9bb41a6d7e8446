# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""License information in files, by the rules of REUSE 3.3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.analyzers.reuse.analysis import Reuse
from ayni.analyzers.reuse.annotations import Annotation
from ayni.analyzers.reuse.tags import find_tags, licenses_in, trim
from ayni.evidence import NotSeen, Value
from fakes.snapshots import claims

# Put together here, so that tools that read this file find no tags in it.
SPDX = "SPDX-"
BOTH = f"# {SPDX}FileCopyrightText: 2020 Someone\n# {SPDX}License-Identifier: MIT\n"
NOTICE = f"# {SPDX}FileCopyrightText: 2020 Someone\n"
TAG = f"# {SPDX}License-Identifier: MIT\n"
BARE = "x = 1\n"


def table(path: str, *, precedence: str = "", expression: str = "CC0-1.0", notice: str = "2021 Other") -> str:
    lines = ["[[annotations]]", f'path = "{path}"']
    lines += [f'precedence = "{precedence}"'] if precedence else []
    lines += [f'{SPDX}FileCopyrightText = "{notice}"'] if notice else []
    lines += [f'{SPDX}License-Identifier = "{expression}"'] if expression else []
    return "\n".join(lines) + "\n"


def about(files: dict[str, str], **more: object) -> dict[str, Value]:
    return claims(Reuse(), files, **more)  # type: ignore[arg-type]


def counts(files: dict[str, str]) -> tuple[Value, Value, Value]:
    found = about(files)
    return found["files-covered"], found["files-with-license-information"], found["files-with-copyright"]


def test_a_compliant_repository_has_no_problems() -> None:
    found = about({"a.py": BOTH, "LICENSES/MIT.txt": "text", "LICENSE": "text", "empty": ""})
    assert found["reuse-problems"] == ()
    assert found["file-licenses"] == ("MIT=1",)
    assert found["files-covered"] == 1


def test_what_is_not_covered() -> None:
    files = dict.fromkeys(
        [
            "LICENSE",
            "LICENCE-MIT",
            "lib/COPYING.LESSER",
            "LICENSES/MIT.txt",
            "a.png.license",
            "bom.spdx.json",
            ".reuse/templates/x.jinja2",
            "REUSE.toml",
            "subprojects/zlib/zlib.c",
        ],
        BARE,
    )
    assert counts(files | {"a.c": BARE, "License": BARE, "x.spdx.rdf.xml": BARE}) == (3, 0, 0)


@pytest.mark.parametrize(
    ("precedence", "own", "expected"),
    [
        ("closest", BOTH, "MIT=1"),
        ("closest", TAG, "MIT=1"),
        ("closest", NOTICE, "CC0-1.0=1"),
        ("", BARE, "CC0-1.0=1"),
        ("aggregate", BOTH, "MIT AND CC0-1.0=1"),
        ("override", BOTH, "CC0-1.0=1"),
    ],
)
def test_precedence(precedence: str, own: str, expected: str) -> None:
    files = {"a.py": own, "REUSE.toml": "version = 1\n" + table("**", precedence=precedence)}
    found = about(files)
    assert found["file-licenses"] == (expected,)
    assert found["files-with-copyright"] == 1


def test_the_innermost_file_is_closest_and_the_last_table_counts() -> None:
    files = {
        "REUSE.toml": "version = 1\n" + table("**", expression="ISC") + table("a.py", expression="0BSD"),
        "in/REUSE.toml": "version = 1\n" + table("**", expression="Zlib", notice=""),
        "a.py": BARE,
        "b.py": BARE,
        "in/c.py": BARE,
    }
    assert about(files)["file-licenses"] == ("0BSD=1", "ISC=1", "Zlib=1")
    assert about(files)["files-with-copyright"] == 3


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("*", "a", True),
        ("*", "a/b", False),
        ("**", "a/b", True),
        ("a/*.py", "a/x.py", True),
        ("a/*.py", "a/b/x.py", False),
        ("a/**/x.py", "a/x.py", True),
        ("a/**/x.py", "a/b/c/x.py", True),
        ("**/x.py", "a/b/x.py", True),
        (r"a\*", "a*", True),
        (r"a\*", "ab", False),
        ("a?", "ab", False),
        ("a", "a/b", False),
        ("*a*/b", "xay/b", True),
        ("**x*b", "x/axb", True),
    ],
)
def test_globs(glob: str, path: str, matches: bool) -> None:
    annotation = Annotation(paths=(glob,), expressions=(), copyright=False)
    assert annotation.matches(path) is matches


def test_many_stars_take_no_time() -> None:
    annotation = Annotation(paths=("**a" * 200 + "b",), expressions=(), copyright=False)
    assert not annotation.matches("a" * 2000)


def test_dep5_is_added_to_the_file() -> None:
    dep5 = (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
        "Files: *\nCopyright: 2020 All\nLicense: MIT\n\n"
        "Files: doc/* b?.txt\nCopyright: 2020 One\n 2021 Two\nLicense: CC0-1.0\n"
    )
    files = {".reuse/dep5": dep5, "a.py": BARE, "doc/x/y": BARE, "b1.txt": TAG.replace("MIT", "ISC")}
    assert about(files)["file-licenses"] == ("CC0-1.0=1", "ISC AND CC0-1.0=1", "MIT=1")


def test_a_side_file_speaks_in_place_of_the_file() -> None:
    files = {
        "a.png": "\x00",
        "a.png.license": BOTH,
        "b.py": BOTH,
        "b.py.license": BARE,
        "c.py": BOTH,
        "c.py.license": "",
    }
    assert counts(files) == (3, 1, 1)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a": BOTH}, "missing-license-text:MIT"),
        ({"a": BOTH, "LICENSES/ISC.txt": "x"}, "unused-license-text:ISC"),
        ({"a": BOTH, "LICENSES/MIT": "x"}, "license-text-without-extension:MIT"),
        ({"a": BOTH, "LICENSES/README.md": "x"}, "stray-license-text:README.md"),
        ({"a": BOTH, "LICENSES/GPL-3.0.txt": "x"}, "deprecated-license-text:GPL-3.0.txt"),
        ({"a": BARE}, "no-information:1"),
        ({"a": TAG}, "no-information:1"),
        ({"a": BOTH.replace("MIT", "MIT OR")}, "bad-expression:MIT OR"),
        ({"a": BOTH.replace("MIT", "Nonesuch-1.0")}, "unknown-license:Nonesuch-1.0"),
        ({"a": BOTH, "REUSE.toml": "version = 1\n[[annotations]]\npath = 3\n"}, "bad-reuse-file:REUSE.toml"),
        ({"a": BOTH, "REUSE.toml": "version = 1\n", ".reuse/dep5": "x"}, "dep5-beside-reuse-toml"),
        ({"a": "x" * (1024 * 1024 + 1)}, "too-large-to-read:1"),
    ],
)
def test_problems(files: dict[str, str], code: str) -> None:
    problems = about(files)["reuse-problems"]
    assert isinstance(problems, tuple)
    assert code in problems


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("GPL-3.0+", ["GPL-3.0.txt"]),
        ("Apache-2.0 WITH LLVM-exception", ["Apache-2.0.txt", "LLVM-exception.txt"]),
        ("LicenseRef-own", ["LicenseRef-own.md"]),
        ("(MIT OR ISC) AND 0BSD", ["MIT.txt", "ISC.txt", "0BSD.txt"]),
    ],
)
def test_every_license_of_an_expression_needs_its_text(expression: str, texts: list[str]) -> None:
    files = {"a": BOTH.replace("MIT", expression)} | {f"LICENSES/{name}": "text" for name in texts}
    problems = about(files)["reuse-problems"]
    assert isinstance(problems, tuple)
    assert [code for code in problems if code.startswith(("missing", "unused", "unknown", "stray"))] == []


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright 2020 Jane",
        "Copyright (c) 2020 Jane",
        "Copyright(c) 2020 Jane",
        "© 2020 Jane",
        "Copyright Jane",
        f"{SPDX}SnippetCopyrightText: Jane",
        "COPYRIGHT (C) 2012 Jane",
        "(c) 2012 Jane",
    ],
)
def test_notices_of_copyright(notice: str) -> None:
    assert find_tags(f"/* {notice} */".encode()).copyright


@pytest.mark.parametrize(
    "text", ["the copyright holder", "Copyright notice", "copyrighted", "opyright", "(c) see", "é a"]
)
def test_what_is_no_notice(text: str) -> None:
    assert not find_tags(text.encode()).copyright


@pytest.mark.parametrize(
    ("line", "expression"),
    [
        ("/* {} MIT */", "MIT"),
        ("<!-- {} MIT -->", "MIT"),
        ("(* {} MIT *)", "MIT"),
        ("// {} (MIT OR ISC)", "(MIT OR ISC)"),
        ("{{# {} MIT #}}", "MIT"),
        ('"{} MIT",', "MIT"),
        ("{} GPL-2.0+", "GPL-2.0+"),
    ],
)
def test_tags_end_where_the_comment_does(line: str, expression: str) -> None:
    content = line.format(f"{SPDX}License-Identifier:").encode()
    assert find_tags(content).expressions == (expression,)


def test_ignored_blocks_say_nothing() -> None:
    text = f"REUSE-{'IgnoreStart'}\n{BOTH}REUSE-{'IgnoreEnd'}\n"
    assert find_tags(text.encode()).expressions == ()


@pytest.mark.parametrize("expression", ["MIT OR", "MIT ISC", "(MIT", "MIT)", "", "MIT/ISC", "MIT WITH", "OR", "{}"])
def test_what_is_no_expression(expression: str) -> None:
    assert licenses_in(expression) is None


def test_a_notice_without_a_tag_is_license_information() -> None:
    text = '# Licensed under the Apache License, Version 2.0 (the "License");\n# you may not use this file\n'
    found = about({"a.py": text})
    assert found["file-licenses"] == ("Apache-2.0=1",)
    assert found["files-with-license-information"] == 1
    assert found["reuse-problems"] == ("no-information:1",)


def test_missing_contents_are_unknown() -> None:
    found = about({"a.py": BOTH, "b.py": BOTH + BARE}, missing=["b.py"])
    assert found["files-covered"] == NotSeen(reason="content-missing")
    assert found["files-with-copyright"] == NotSeen(reason="content-missing")
    assert found["reuse-problems"] == NotSeen(reason="content-missing")


def test_a_few_missing_contents_are_left_out() -> None:
    files = {f"{number}.py": BOTH + f"{number}\n" for number in range(200)} | {"LICENSES/MIT.txt": "text"}
    found = about(files, missing=["7.py"])
    assert found["files-covered"] == 199
    assert found["reuse-problems"] == NotSeen(reason="content-missing")


def test_a_listing_cut_short_counts_nothing() -> None:
    found = about({"a.py": BOTH}, complete=False)
    assert set(found.values()) == {NotSeen(reason="listing-incomplete")}


def test_an_empty_repository() -> None:
    assert about({})["reuse-problems"] == ()
    assert about({})["files-covered"] == 0


_PIECES = [BOTH, TAG, "[[annotations]]\n", "version = 1\n", "path = '*'\n", "Format: x\n", "\nFiles: *\n", "©"]
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), max_size=6)


@given(st.binary(max_size=300) | _TEXTS.map(lambda pieces: "".join(pieces).encode()))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    Reuse().read(content)


@given(st.text(max_size=60))
def test_trimming_is_done_once(text: str) -> None:
    assert trim(trim(text)) == trim(text)
