# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests, examples and other people's code are told from the project's own by their paths."""

import pytest

from ayni.analyzers.path_kinds import extension, is_example, is_own, is_test, is_test_code, is_vendored, names

TEST_CODE = names(
    "tests/test_portal.py test/portal.py src/portal/tests.py portal/sesion_test.go"
    " src/test/java/org/x/PortalTest.java src/app.spec.ts src/app.test.jsx app/__tests__/menu.js"
    " cypress/e2e/login.cy.ts tests/PortalCest.php tests/Unit/PortalTest.php spec/models/user_spec.rb"
    " test/user_test.rb tests/portal.rs Portal.Tests/PortalTests.cs PortalTests.swift test/portal_test.exs"
    " tests/testthat/test-portal.R features/login.feature t/basic.t test/runtests.jl test/portal.bats"
    " pruebas/portal.py testes/portal.py src/androidTest/kotlin/X.kt integration-tests/a.js"
)
OWN = names(
    "src/portal.py latest/index.js contest/vote.py src/attestation.go docs/testing-guide.md"
    " src/features/menu.ts src/specials.py changes/8129.feature requirements.in inspect/report.py"
    " lib/example_finder.py app/templates/mail.html protest.py"
)


@pytest.mark.parametrize("path", TEST_CODE)
def test_conventions_of_the_ecosystems_are_tests(path: str) -> None:
    assert is_test_code(path)
    assert not is_own(path) or path in ("features/login.feature", "t/basic.t")


@pytest.mark.parametrize("path", OWN)
def test_similar_names_are_not_tests(path: str) -> None:
    assert not is_test_code(path)
    assert is_own(path)


@pytest.mark.parametrize("path", ["tests/data/ley.txt", "tests/fixtures/a.py", "src/test/resources/A.java"])
def test_data_of_tests_is_test_and_no_test_code(path: str) -> None:
    assert is_test(path)
    assert not is_test_code(path)


@pytest.mark.parametrize(
    "path",
    ["examples/a.py", ".env.example", "settings.sample.php", "config.yml.dist", "ejemplos/a.R", "x/{{name}}/a.py"],
)
def test_examples_are_told_apart(path: str) -> None:
    assert is_example(path)
    assert not is_own(path)


@pytest.mark.parametrize("path", ["vendor/a/b.go", "web/node_modules/x/i.js", "src/third_party/z.c", "Pods/A/a.m"])
def test_code_of_others_is_told_apart(path: str) -> None:
    assert is_vendored(path)
    assert not is_own(path)


def test_extension_is_the_last_one_in_lower_case() -> None:
    assert [extension(name) for name in ("a.tar.GZ", "Makefile", ".gitignore", "a.")] == ["gz", "", "", ""]
