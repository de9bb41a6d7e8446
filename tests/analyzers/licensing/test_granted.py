# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file grants is what ``detect`` calls a notice or a text, whatever comment it stands in and however often."""

import pytest

from ayni.analyzers.licensing import detect, granted

_APACHE = (
    b'Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance'
    b" with the License."
)
_GPL = b"This program is distributed under the terms of the GNU General Public License, version 2 or later."
_CODE = b"\nint main(void) { return 0; }\n" * 60


@pytest.mark.parametrize("notice", [_APACHE, _GPL])
@pytest.mark.parametrize("comment", [b"/* %s */", b"# %s\n", b"// %s\n", b"<!-- %s -->", b'"""%s"""', b"%s\n"])
@pytest.mark.parametrize("before", [b"", b"import nothing;\n", _CODE])
def test_a_notice_grants_wherever_it_stands(notice: bytes, comment: bytes, before: bytes) -> None:
    content = before + comment % notice + _CODE
    assert granted(content) == detect(content).expressions("header", "text") != ()


def test_a_file_can_grant_twice() -> None:
    content = b"/* " + _APACHE + b" */" + _CODE + b"/* " + _GPL + b" */"
    assert granted(content) == ("Apache-2.0", "GPL-2.0-or-later")


@pytest.mark.parametrize("content", [b"", b'{"license": "MIT"}', b"See the MIT License.", b"\0" * 9_000 + _GPL])
def test_a_mention_grants_nothing(content: bytes) -> None:
    assert granted(content) == ()


@pytest.mark.parametrize("opened", [b"/*", b'"""', b"<!--", b"# ", b"\n \n", b"/**/"])
def test_openings_that_never_close_take_no_time(opened: bytes) -> None:
    assert granted(opened * 100_000 + b" licensed") == ()
