# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tools of the field by what they do in continuous integration: tables, read by ``delivery_activities``.

``FRAGMENTS`` are distinctive enough to count wherever they stand; ``WORDS`` count as a word, or as a part of one
between hyphens, dots and slashes; ``PHRASES`` count after the word that opens them. All is compared in lower case.
"""

from collections.abc import Mapping
from typing import Final

from ayni.analyzers.path_kinds import names

TESTS: Final = "tests"
ANALYSIS: Final = "analysis"
FUZZING: Final = "fuzzing"
PUBLISHING: Final = "publishing"
SCANNING: Final = "scanning"
SIGNING: Final = "signing"
SIGN_OFF: Final = "sign-off"

FRAGMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    TESTS: names(
        "pytest py.test nosetests phpunit codecept paratest rspec minitest cucumber gotestsum nextest"
        " vitest cypress playwright-test testthat xctest scalatest devtools::test devtools::check"
        " rcmdcheck check-r-package pkg.test julia-runtest auto-devops.gitlab-ci vstest tarpaulin testcafe"
        " nightwatch test.sh tests.sh"
    ),
    ANALYSIS: names(
        "codeql-action/analyze codeql-action/init codeql.yml sonarqube sonarcloud sonar-scanner"
        " sonar:sonar sonarsource semgrep spotbugs findbugs findsecbugs qodana hadolint clang-tidy"
        " scan-build cppcheck coverity flawfinder gosec staticcheck golangci brakeman phpstan larastan"
        " progpilot njsscan mobsf checkov tfsec zizmor shellcheck dialyzer dialyxir sobelow detekt devskim"
        " checkmarx veracode horusec pyright deepsource codacy scrutinizer codeclimate sast.gitlab-ci"
        " sast.latest.gitlab-ci sast-iac.gitlab-ci auto-devops.gitlab-ci components/sast"
        " security-code-scan megalinter mega-linter super-linter pvs-studio frama-c eslint-plugin-security"
        " error-prone errorprone"
    ),
    FUZZING: names(
        "clusterfuzz oss-fuzz cifuzz afl-fuzz aflplusplus honggfuzz libfuzzer atheris jazzer schemathesis"
        " echidna jsfuzz go-fuzz cov-fuzz coverage-fuzzing api-fuzzing -fsanitize=fuzzer"
    ),
    PUBLISHING: names(
        "changesets/action semantic-release release-it gh-action-pypi-publish ci-release release-gem"
        " build-push-action setup-ko kaniko goreleaser jreleaser release-plz hex.publish chart-releaser"
        " action-gh-release ncipollo/release-action actions/create-release upload-release-asset"
        " release-please slsa-github-generator release-cli action-publish upload-google-play"
        " push-to-registry qgis-plugin-ci softprops release:perform docker/build-push"
    ),
    SCANNING: names(
        "dependency-review-action pip-audit pyupio/safety snyk trivy grype anchore/scan-action"
        " osv-scanner govulncheck cargo-deny cargo-audit bundler-audit bundle-audit security-checker"
        " dependency-check dependency_scanning dependency-scanning container-scanning retire.js auditjs"
        " mix_audit oss-review-toolkit whitesource blackduck black-duck synopsys_detect synopsys-detect"
        " fossas/fossa-action sonatype npm-audit yarn-audit docker/scout auto-devops.gitlab-ci debricked"
        " audit-ci better-npm-audit"
    ),
    SIGNING: names(
        "cosign sigstore actions/attest attest-build-provenance attest-sbom slsa-github-generator"
        " --provenance minisign signtool jarsigner apksigner maven-gpg-plugin gpg:sign -dgpg. signingkey"
        " ghaction-import-gpg in-toto debsign dpkg-sig rpmsign --addsign import-codesign trusted-signing"
        " signpath --detach-sign --clearsign --clear-sign"
    ),
    SIGN_OFF: names("signed-off-by contributor-assistant cla-assistant cla-bot easycla cla-check"),
}

WORDS: Final[Mapping[str, frozenset[str]]] = {
    TESTS: frozenset(
        names(
            "unittest nose2 behave lettuce behat kahlan ginkgo jest mocha karma jasmine ctest prove bats"
            " nunit xunit mstest eunit busted newman molecule tox nox shunit2 testem doctest"
        )
    ),
    ANALYSIS: frozenset(
        names("bandit snyk pysa pyre pmd clippy psalm phan kics pylint mypy pytype slither prospector")
    ),
    FUZZING: frozenset(names("hfuzz restler mayhem fuzzbench")),
    PUBLISHING: frozenset(names("jib ghr dput")),
    SCANNING: frozenset(names("nancy retire clair vulncheck jake")),
    SIGNING: frozenset(names("codesign witness")),
    SIGN_OFF: frozenset(("dco",)),
}

_UP_TO = r"[^\n|;&]{0,120}?"
_TEST = r"(?<![\w/.-])(?:tests?|specs?|check|eunit|ct|proper|runtest|unittests?|unit)(?=[\s:;&|\"')_-]|$)"

PHRASES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    TESTS: (
        *(
            (word, rf"\b{word}\s{_UP_TO}{_TEST}")
            for word in names(
                "go cargo swift flutter dart mix dotnet deno bun stack cabal rails zig meson bazel bazelisk lein"
                " sbt dub dune crystal gleam composer make gmake just rake buck2 pants forge anchor rebar3 poe"
                " invoke ninja xcodebuild moon mage melos tuist fastlane hardhat truffle hatch ng nx task"
            )
        ),
        *(
            (word, rf"\b{word}\s{_UP_TO}(?<![\w/.])(?:tests?|tst|test[-:]\w+|unit|e2e|coverage)\b")
            for word in ("npm", "pnpm", "yarn", "npx", "lerna", "turbo", "rush")
        ),
        ("npm", r"\bnpm\s+t\b"),
        ("pest", r"\bvendor/bin/pest\b"),
        ("playwright", r"\bplaywright\s+test\b"),
        ("cmd", r"\br\s+cmd\s+check\b"),
        ("manage.py", r"manage\.py\s+test\b"),
        ("setup.py", r"setup\.py\s+(?:py)?test\b"),
        ("artisan", r"artisan\s+test\b"),
        ("coverage", r"\bcoverage\s+run\b"),
        ("robot", r"\brobot\s+[\w./-]"),
        ("k6", r"\bk6\s+run\b"),
        ("trial", r"\btrial\s+\w"),
        *(
            (
                word,
                (
                    rf"\b{word}\b(?![^\n]{{0,200}}(?:skiptests|maven\.test\.skip))[^\n]{{0,160}}?"
                    r"\s(?:test|verify|install|package|deploy|integration-test)\b"
                ),
            )
            for word in ("mvn", "mvnw")
        ),
        *((word, rf"\b{word}\b[^\n]{{0,160}}?\s(?:[:\w-]*test\w*|check|build)\b") for word in ("gradle", "gradlew")),
        ("arguments", r"\barguments:[^\n]{0,80}\b(?:build|test|check)\b"),
        ("tests", r"\b(?:run|execute|ejecutar|executar|rodar)[-_ ](?:(?:all|the|unit|integration)[-_ ]){0,2}tests?\b"),
        ("tests", r"\b(?:unit|integration|functional|acceptance|end-to-end|e2e)[-_ ]tests\b"),
        ("test", r"\b(?:run|execute)[-_ ](?:(?:all|the|unit|integration)[-_ ]){0,2}test\b"),
        ("stage", r"\bstage\s*[(:]\s*[\"']?tests?\b"),
    ),
    ANALYSIS: (
        ("infer", r"\binfer\s+run\b"),
        ("go", r"\bgo\s+vet\b"),
        ("fortify", r"\bfortify\b(?!\W{1,3}laravel)"),
        ("gcc", r"-fanalyzer\b"),
        ("analyze", r"\b(?:dart|flutter)\s+analyze\b"),
    ),
    FUZZING: (
        ("go", r"\bgo\s+test\b[^\n]{0,160}\s-{1,2}(?:test\.)?fuzz\b"),
        ("cargo", r"\bcargo(?:\s+\+\S{1,30})?\s+(?:fuzz|afl|hfuzz)\b"),
        ("fuzzer", r"-fsanitize=[\w,]{0,60}fuzzer"),
    ),
    PUBLISHING: (
        *(
            (word, rf"\b{word}\b{_UP_TO}\spublish\b")
            for word in names("npm yarn pnpm lerna bun poetry flit hatch uv pdm vsce ovsx dart flutter cargo ko sbt")
        ),
        *((word, rf"\b{word}\b{_UP_TO}\spush\b") for word in names("docker podman buildah nerdctl img")),
        ("push", r"\s--push\b"),
        ("twine", r"\btwine\s+upload\b"),
        ("maturin", r"\bmaturin\s+(?:publish|upload)\b"),
        ("setup.py", r"setup\.py\b[^\n]{0,80}\supload\b"),
        *((word, rf"\b{word}\b[^\n]{{0,160}}?(?:\sdeploy\b|jib:build\b)") for word in ("mvn", "mvnw")),
        *((word, rf"\b{word}\b[^\n]{{0,160}}?\s[:\w-]*publish") for word in ("gradle", "gradlew")),
        ("gem", r"\bgem\s+push\b"),
        ("rake", r"\brake\s+release\b"),
        ("nuget", r"\bnuget(?:\.exe)?\s+push\b"),
        ("skopeo", r"\bskopeo\s+copy\b"),
        ("helm", r"\bhelm\s+push\b"),
        ("gh", r"\bgh\s+release\s+(?:create|upload)\b"),
        ("pod", r"\bpod\s+trunk\s+push\b"),
        ("conan", r"\bconan\s+upload\b"),
        ("snapcraft", r"\bsnapcraft\s+(?:upload|push)\b"),
        (
            "provider",
            r"\bprovider:\s*[\"']?(?:pypi|npm|releases|rubygems|docker|packagecloud|nuget|cargo|hexpm|snap)\b",
        ),
        ("release", r"(?m)^[ \t]*release:\s*\n\s+(?:tag_name|name|description)\b"),
        ("cargo", r"\bcargo\s+release\b"),
    ),
    SCANNING: (
        *(
            (word, rf"\b{word}\s+(?:[\w:-]+\s+){{0,2}}?audit\b")
            for word in names("npm yarn pnpm bun bundle composer cargo poetry pdm uv")
        ),
        ("dependency", r"\bdependency-?track(?!ing)"),
        ("dependencytrack", r"dependencytrack"),
        ("safety", r"\bsafety\s+(?:check|scan|--)"),
        ("cargo", r"\bcargo\s+deny\b"),
        ("mix", r"\bmix\s+(?:deps\.audit|hex\.audit)\b"),
        ("dotnet", r"\bdotnet\s+list\b[^\n]{0,80}--vulnerable"),
        ("ort", r"\bort\s+analyze\b"),
        ("mend", r"\bmend\s+(?:sca|dep)"),
        ("fossa", r"\bfossa\s+(?:test|analyze)\b"),
        ("docker", r"\bdocker\s+scout\b"),
    ),
    SIGNING: (
        *((word, rf"\b{word}\b[^\n|;&]{{0,160}}?\s-(?:[a-z]{{0,3}}b|s|[a-z]{{0,2}}sb?)\b") for word in ("gpg", "gpg2")),
        ("gpg", r"\bgpg2?\b[^\n|;&]{0,160}?\s--sign\b"),
        ("gh", r"\bgh\s+attestation\b"),
        ("provenance", r"(?m)^[ \t]*provenance:\s*(?:[\"']?mode=max|true)"),
        ("attestations", r"(?m)^[ \t]*attestations:\s*true"),
        ("notation", r"\bnotation\s+sign\b"),
        ("docker", r"\bdocker\s+trust\s+sign"),
        ("git", r"\bgit\s+tag\b[^\n]{0,60}\s-s\b"),
    ),
    SIGN_OFF: (),
}
