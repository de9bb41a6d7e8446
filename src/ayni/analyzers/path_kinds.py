# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which paths are tests, examples or other people's code, judged by the names that the ecosystems agree on."""

import re
from functools import lru_cache
from typing import Final


def names(text: str) -> tuple[str, ...]:
    """A table of names written as words."""
    return tuple(text.split())


_TEST_FOLDERS: Final = re.compile(
    r"(?:^|/)(?:tests?|testing|testdata|testfiles|testsuites?|testcases?|testlib|testutils?|unittests?|unit_tests?"
    r"|__tests__|__mocks__|__fixtures__|__snapshots__|specs?|fixtures?|mocks?|mockdata|e2e|cypress|pruebas?|testes"
    r"|(?:android|integration|functional|acceptance|int|unit|smoke|perf)-?tests?"
    r"|[^/]*[-_.](?:tests?|specs?|fixtures?|mocks?)|tests?[-_.][^/]*)/"
)
_EXAMPLE_FOLDERS: Final = re.compile(
    r"(?:^|/)(?:examples?|samples?|demos?|tutorials?|quickstarts?|playground|cookbook|ejemplos?|exemplos?|exemples?"
    r"|[^/]*[-_.](?:examples?|samples?|demos?)|(?:examples?|samples?|demos?)[-_][^/]*)/"
)
_EXAMPLE_NAMES: Final = re.compile(
    r"(?:^|[._-])(?:examples?|samples?|ejemplo|exemplo|exemple|placeholder|skeleton)(?:\.[^./]*)?$"
    r"|\.(?:dist|template|tmpl|tpl)(?:\.[^./]*)?$|^(?:example|sample|ejemplo|exemplo|exemple)[.-]"
)
_VENDORED_FOLDERS: Final = re.compile(
    r"(?:^|/)(?:vendors?|vendored|node_modules|third[-_]?party|3rd-?party|bower_components|jspm_packages|godeps"
    r"|pods|carthage|\.yarn|web_modules|site-packages|externals)/"
)

_TEST_NAMES: Final = re.compile(
    r"""(?x)
    ^test_[^/]*\.(?:py|c|cc|cpp|cxx|rb|sh|lua|jl|f90)$ | ^test[-_][^/]*\.[rR]$
    | [^/]+_tests?\.(?:py|c|cc|cpp|cxx|rb|exs|erl|dart|clj|cljs|cljc|ml|rs|lua|php|sh|d)$
    | [^/]+_test\.go$ | ^tests?\.py$
    | [^/]+_(?:spec|unittest|SUITE)\.(?:rb|lua|c|cc|cpp|erl|cr)$
    | [^/]+[.\-_](?:test|spec|cy|e2e|e2e-spec|unit)\.[cm]?[jt]sx?$
    | [^/]*(?:Tests?|TestCase|IT|Spec|Specs)\.(?:java|kt|kts|scala|groovy|cs|fs|vb|php|swift|hs|m|mm|cpp|cc)$
    | ^Test[A-Z][^/]*\.(?:java|kt|scala|cs|php|cpp)$ | [^/]+(?:Cest|Cept)\.php$
    | [^/]+\.(?:bats|robot|phpt)$ | ^runtests\.jl$
    """
)
_CODE: Final = frozenset(
    names(
        "py pyx js jsx mjs cjs ts tsx mts cts vue svelte go rs java kt kts scala groovy clj cljs cljc php"
        " phpt rb cs fs vb c h cc cpp cxx hpp hh m mm swift ex exs erl hrl dart r jl pl pm t lua sh bash"
        " bats ps1 hs lhs ml mli nim zig d f f90 f95 for cob cbl pas sql robot feature cr elm gleam"
    )
)
_HOMES: Final = {"feature": "/features/", "t": "/t/"}
"""Extensions that are tests in a folder of this name."""
_DATA_FOLDERS: Final = re.compile(
    r"(?:^|/)(?:fixtures?|testdata|test[-_](?:data|files|resources|assets)|resources|data|__snapshots__|snapshots)/"
)


def is_code_extension(kind: str) -> bool:
    """Whether files of this extension are source code."""
    return kind in _CODE


def extension(name: str) -> str:
    """The last extension of a file name in lower case, without the dot; empty for ``Makefile`` and ``.gitignore``."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


@lru_cache(maxsize=1 << 16)
def _folder_kinds(folder: str) -> tuple[bool, bool, bool]:
    """Whether the folder is one of others' code, of tests, of examples; many files share it."""
    lower = f"{folder.lower()}/"
    return (
        _VENDORED_FOLDERS.search(lower) is not None,
        _TEST_FOLDERS.search(lower) is not None,
        "{{" in folder or _EXAMPLE_FOLDERS.search(lower) is not None,
    )


def is_vendored(path: str) -> bool:
    """Whether the path is under a folder for other people's code."""
    return _folder_kinds(path.rpartition("/")[0])[0]


def is_test(path: str) -> bool:
    """Whether the path belongs to tests: their code, their data, or their doubles."""
    folder, _, name = path.rpartition("/")
    return _folder_kinds(folder)[1] or _TEST_NAMES.match(name) is not None


def is_example(path: str) -> bool:
    """Whether the path is an example, a sample, or a template to be filled in."""
    folder, _, name = path.rpartition("/")
    return _folder_kinds(folder)[2] or "{{" in name or _EXAMPLE_NAMES.search(name.lower()) is not None


def is_own(path: str) -> bool:
    """Whether the path is what the project itself delivers: neither test, nor example, nor other people's code."""
    return not (is_vendored(path) or is_test(path) or is_example(path))


def is_test_code(path: str) -> bool:
    """Whether the file is a test that a test runner would run, or code that only serves tests."""
    folder, _, name = path.rpartition("/")
    kind = extension(name)
    if kind not in _CODE:
        return False
    vendored, tests, _ = _folder_kinds(folder)
    if vendored:
        return False
    if tests:
        return _DATA_FOLDERS.search(path.lower()) is None and name != "__init__.py"
    home = _HOMES.get(kind)
    return _TEST_NAMES.match(name) is not None or (home is not None and home in f"/{path.lower()}")
