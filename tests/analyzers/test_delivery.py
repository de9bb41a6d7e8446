# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Continuous integration of every system is found, and what it runs is followed to where it is written."""

import time

import pytest

from ayni.analyzers.delivery.analysis import Delivery
from ayni.analyzers.path_kinds import names
from ayni.evidence import NotSeen
from fakes.snapshots import claims

ACTIVITIES = (
    "ci-runs-tests",
    "ci-runs-analysis",
    "ci-runs-fuzzing",
    "ci-publishes-packages",
    "ci-scans-dependencies",
    "ci-signs-releases",
    "ci-checks-sign-off",
)
SYSTEMS = names(
    ".github/workflows/prueba.yml .forgejo/workflows/ci.yaml .gitea/workflows/ci.yml .gitlab-ci.yml"
    " .gitlab/ci/test.yml Jenkinsfile build/Jenkinsfile.release .travis.yml .circleci/config.yml"
    " azure-pipelines.yml .azure-pipelines/build.yml bitbucket-pipelines.yml .drone.yml .woodpecker.yml"
    " .woodpecker/test.yaml appveyor.yml .appveyor.yml .buildkite/pipeline.yml .cirrus.yml"
    " .builds/alpine.yml cloudbuild.yaml .teamcity/settings.kts .semaphore/semaphore.yml .zuul.yaml .ci/run"
)


@pytest.mark.parametrize("path", SYSTEMS)
def test_every_system_is_found_and_read(path: str) -> None:
    found = claims(Delivery(), {path: "script: pytest\n"})
    assert found["ci-files"] == (path,)
    assert found["ci-runs-tests"] == (path,)


@pytest.mark.parametrize("path", ["vendor/x/.travis.yml", "docs/ci.yml", ".github/dependabot.yml", "src/jenkins.py"])
def test_other_files_are_no_integration(path: str) -> None:
    assert claims(Delivery(), {path: "script: pytest\n"})["ci-files"] == ()


@pytest.mark.parametrize(
    ("command", "claim"),
    [
        ("python -m pytest -q", "ci-runs-tests"),
        ("./mvnw -B verify", "ci-runs-tests"),
        ("./gradlew check", "ci-runs-tests"),
        ("go test ./...", "ci-runs-tests"),
        ("cargo +nightly test --all", "ci-runs-tests"),
        ("npm run test:unit", "ci-runs-tests"),
        ("vendor/bin/phpunit", "ci-runs-tests"),
        ("bundle exec rspec", "ci-runs-tests"),
        ("dotnet test --no-build", "ci-runs-tests"),
        ("python manage.py test", "ci-runs-tests"),
        ("R CMD check paquete.tar.gz", "ci-runs-tests"),
        ("uses: github/codeql-action/analyze@v3", "ci-runs-analysis"),
        ("uses: SonarSource/sonarqube-scan-action@v5", "ci-runs-analysis"),
        ("semgrep ci", "ci-runs-analysis"),
        ("bandit -r src", "ci-runs-analysis"),
        ("include: [{template: Security/SAST.gitlab-ci.yml}]", "ci-runs-analysis"),
        ("uses: google/clusterfuzzlite/actions/run_fuzzers@v1", "ci-runs-fuzzing"),
        ("go test -fuzz=FuzzParse", "ci-runs-fuzzing"),
        ("uses: pypa/gh-action-pypi-publish@release/v1", "ci-publishes-packages"),
        ("npm publish --access public", "ci-publishes-packages"),
        ("mvn -B deploy", "ci-publishes-packages"),
        ("docker image push registro/portal", "ci-publishes-packages"),
        ("uses: actions/dependency-review-action@v4", "ci-scans-dependencies"),
        ("npm audit --omit=dev", "ci-scans-dependencies"),
        ("osv-scanner -r .", "ci-scans-dependencies"),
        ("cosign sign portal", "ci-signs-releases"),
        ("gpg --armor --detach-sign portal.tgz", "ci-signs-releases"),
        ("npm publish --provenance", "ci-signs-releases"),
        ("uses: tim-actions/dco@v1", "ci-checks-sign-off"),
    ],
)
def test_commands_are_recognized(command: str, claim: str) -> None:
    path = ".gitlab-ci.yml"
    assert claims(Delivery(), {path: f"job:\n  script:\n    - {command}\n"})[claim] == (path,)


@pytest.mark.parametrize(
    "command",
    [
        "echo hola",
        "# pytest",
        "make checkout",
        "uses: github/codeql-action/upload-sarif@v3",
        "mvn -B package -DskipTests",
        "docker pull pushy",
        "npm install",
        "npm ci --no-audit",
        "./configure --disable-dependency-tracking",
        "uses: actions/upload-artifact@v4",
    ],
)
def test_other_commands_say_nothing(command: str) -> None:
    found = claims(Delivery(), {".gitlab-ci.yml": f"job:\n  script:\n    - {command}\n"})
    assert {claim: found[claim] for claim in ACTIVITIES} == dict.fromkeys(ACTIVITIES, ())


@pytest.mark.parametrize(
    ("started", "path", "text"),
    [
        ("make all", "Makefile", "all: unit lint\n\nunit:\n\tpython -m pytest\nlint:\n\truff check\n"),
        ("make", "Makefile", ".PHONY: a\na: b\nb:\n\tpytest\nc:\n\techo\n"),
        ("make -C . VERBOSE=1 verificar", "GNUmakefile", "verificar:\n\t@pytest\n"),
        ("npm run verificar", "package.json", '{"scripts": {"verificar": "vitest run"}}'),
        ("composer verificar", "composer.json", '{"scripts": {"verificar": ["@php vendor/bin/phpunit"]}}'),
        ("./ci/todo.sh --rapido", "ci/todo.sh", "#!/bin/sh\nset -e\npytest\n"),
        ("sh ci/run", "ci/run", "pytest\n"),
        ("pre-commit run -a", ".pre-commit-config.yaml", "repos:\n- hooks: [{id: pytest}]\n"),
    ],
)
def test_what_is_started_elsewhere_counts(started: str, path: str, text: str) -> None:
    files = {".github/workflows/ci.yml": f"jobs:\n  a:\n    steps:\n      - run: {started}\n", path: text}
    assert claims(Delivery(), files)["ci-runs-tests"] == (".github/workflows/ci.yml",)


def test_a_target_that_nobody_calls_does_not_count() -> None:
    files = {".gitlab-ci.yml": "a:\n  script: make paquete\n", "Makefile": "paquete:\n\ttar c .\nunit:\n\tpytest\n"}
    assert claims(Delivery(), files)["ci-runs-tests"] == ()


def test_targets_that_call_each_other_end() -> None:
    files = {".gitlab-ci.yml": "a:\n  script: make uno\n", "Makefile": "uno: dos\n\techo\ndos: uno\n\tpytest\n"}
    assert claims(Delivery(), files)["ci-runs-tests"] == (".gitlab-ci.yml",)


def test_targets_that_all_call_each_other_are_followed_once() -> None:
    names_of_targets = [f"t{number}" for number in range(30)]
    rules = "".join(f"{name}: {' '.join(names_of_targets)}\n\techo\n" for name in names_of_targets)
    start = time.process_time()
    claims(Delivery(), {".gitlab-ci.yml": "a:\n  script: make t1\n", "Makefile": rules})
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("tests/test_propiedades.py", "from hypothesis import given\n"),
        ("portal_test.go", "func FuzzLeer(f *testing.F) {}\n"),
        ("fuzz/leer.c", "int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { return 0; }\n"),
        ("fuzz/fuzz_targets/leer.rs", "use libfuzzer_sys::fuzz_target;\nfuzz_target!(|d: &[u8]| {});\n"),
        ("test/leer.test.ts", 'import fc from "fast-check";\n'),
        (".clusterfuzzlite/Dockerfile", "FROM base\n"),
    ],
)
def test_targets_of_fuzzing_are_found(path: str, text: str) -> None:
    assert claims(Delivery(), {path: text})["ci-runs-fuzzing"] == (path,)


def test_a_program_that_speaks_of_fuzzing_is_no_target() -> None:
    files = {"src/fuzzing.go": 'var a = "LLVMFuzzerTestOneInput"\n', "tests/test_a.py": '"import atheris"\n'}
    assert claims(Delivery(), files)["ci-runs-fuzzing"] == ()


def test_files_of_delivery_are_listed() -> None:
    files = {
        "Dockerfile": "FROM scratch\n",
        "compose.yaml": "services: {}\n",
        "docker/app.dockerfile": "FROM scratch\n",
        ".editorconfig": "root = true\n",
        "pyproject.toml": "[tool.ruff]\nline-length = 100\n",
        "locale/es/LC_MESSAGES/django.po": 'msgid "a"\n',
        "src/i18n/pt-BR.json": "{}",
        "src/main/resources/messages_es.properties": "a=b\n",
        ".copier-answers.yml": "_src_path: x\n",
        "tests/test_a.py": "def test_a(): pass\n",
        "src/a.py": "a = 1\n",
    }
    found = claims(Delivery(), files)
    assert found["container-files"] == ("Dockerfile", "compose.yaml", "docker/app.dockerfile")
    assert found["style-config"] == (".editorconfig", "pyproject.toml")
    assert found["translation-files"] == (
        "locale/es/LC_MESSAGES/django.po",
        "src/i18n/pt-BR.json",
        "src/main/resources/messages_es.properties",
    )
    assert found["template-marker"] == (".copier-answers.yml",)
    assert (found["test-files"], found["test-files-count"]) == (("tests/test_a.py",), 1)


def test_nothing_is_nothing_only_when_all_was_seen() -> None:
    assert set(claims(Delivery(), {"a.txt": "hola"}).values()) == {(), 0}
    partial = claims(Delivery(), {"a.txt": "hola"}, complete=False)
    assert set(partial.values()) == {NotSeen(reason="listing-incomplete")}


def test_a_workflow_that_cannot_be_read_leaves_its_activities_unknown() -> None:
    found = claims(Delivery(), {".gitlab-ci.yml": "script: pytest\n"}, missing=[".gitlab-ci.yml"])
    assert found["ci-files"] == (".gitlab-ci.yml",)
    assert found["ci-runs-tests"] == NotSeen(reason="content-missing")
