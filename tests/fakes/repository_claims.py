# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented claims about invented repositories, in the shapes of docs/reference/claims.md."""

from collections.abc import Iterator, Mapping
from random import Random

from ayni.evidence import NotSeen, Value

_FILES: Mapping[str, tuple[str, ...]] = {
    "readme-file": ("README.md",),
    "license-files": ("LICENSE",),
    "contributing-file": ("CONTRIBUTING.md",),
    "code-of-conduct-file": ("CODE_OF_CONDUCT.md",),
    "security-policy-file": ("SECURITY.md",),
    "governance-file": ("GOVERNANCE.md",),
    "maintainers-file": (".github/CODEOWNERS",),
    "changelog-file": ("CHANGELOG.md",),
    "roadmap-file": ("docs/roadmap.md",),
    "issue-template": (".github/ISSUE_TEMPLATE/bug.md",),
    "publiccode-file": ("publiccode.yml",),
    "openapi-file": ("docs/openapi.yaml",),
    "ci-files": (".github/workflows/build.yml",),
    "test-files": ("tests/test_forms.py",),
    "ci-runs-tests": (".github/workflows/build.yml",),
    "ci-runs-analysis": (".github/workflows/analysis.yml",),
    "ci-scans-dependencies": (".github/workflows/audit.yml",),
    "style-config": (".editorconfig",),
    "dependency-manifests": ("package.json",),
    "lock-files": ("package-lock.json",),
    "lock-files-with-hashes": ("package-lock.json",),
    "update-tool-config": (".github/dependabot.yml",),
    "sbom-files": ("sbom.cdx.json",),
    "declared-standards": ("https://spec.openapis.org/",),
    "declared-users": ("it:example",),
    "declared-languages": ("es", "pt"),
    "readme-sections": ("purpose", "install", "use", "contribute", "license"),
    "contributing-sections": ("process", "requirements", "tests"),
    "security-sections": ("contact", "response-time"),
    "governance-sections": ("roles", "decisions"),
    "documentation-topics": ("user-guide", "install", "build", "tests", "defects"),
}
_LIKELIHOOD = {"readme-file": 0.4, "dependency-manifests": 0.5, "readme-sections": 0.3, "test-files": 0.2}
_EMPTY_IS_GOOD: Mapping[str, tuple[str, ...]] = {
    "license-conflicts": ("manifest-disagrees:package.json:ISC:MIT",),
    "reuse-problems": ("no-information:12",),
    "publiccode-problems": ("legal/license: is missing",),
    "unpinned-actions": (".github/workflows/build.yml:14:actions/checkout@v4",),
    "workflow-permissions-problems": (".github/workflows/build.yml:no-permissions",),
    "dangerous-workflows": (".github/workflows/build.yml:22:script-injection",),
    "unpinned-dependencies": ("Dockerfile:1:FROM without digest",),
    "executables": ("bin/tool.exe",),
    "binaries": ("lib/driver.dll",),
    "key-files": ("deploy/server.key",),
    "env-files": (".env",),
    "secrets": ("src/settings.py:41:generic-password",),
    "personal-ids": ("data/sample.csv:2:national-id",),
    "vendored-code": ("vendor/library",),
    "declared-proprietary-dependencies": ("ExampleDB",),
}
_NONE_YET = ("vex-files", "ci-runs-fuzzing", "ci-publishes-packages", "ci-signs-releases", "ci-checks-sign-off")
_NONE_YET_TOO = (
    "code-json-file",
    "codemeta-file",
    "citation-file",
    "funding-file",
    "support-file",
    "policy-files",
    "test-binaries",
    "registry-config",
    "submodules",
)


def repository_claims(name: str, quality: float) -> Iterator[tuple[str, Value, str]]:
    """Claim, value and locator of everything that is measured in a repository; better care, higher ``quality``."""
    chance = Random(name)  # noqa: S311  # invented data that is the same on every run
    for claim, paths in _FILES.items():
        there = chance.random() < min(1.0, quality + _LIKELIHOOD.get(claim, 0.0))
        yield claim, paths if there else (), paths[0] if there and "." in paths[0] else ""
    for claim, problems in _EMPTY_IS_GOOD.items():
        fine = chance.random() < 0.45 + quality / 2
        yield claim, () if fine else problems, "" if fine else ":".join(problems[0].split(":")[:2])
    for claim in (*_NONE_YET, *_NONE_YET_TOO):
        yield claim, (), ""
    yield from _numbers(chance, quality)


def _numbers(chance: Random, quality: float) -> Iterator[tuple[str, Value, str]]:
    licensed = chance.random() < quality + 0.2
    releases = tuple(f"v1.{minor}.0" for minor in range(int(quality * 6)))
    values: Mapping[str, Value] = {
        "license-detected": "EUPL-1.2" if licensed else "",
        "license-state": "osi" if licensed else "none",
        "license-declared": ("package.json=EUPL-1.2",) if licensed else (),
        "readme-length": int(2500 * quality),
        "readme-languages": ("es",),
        "files-with-license-information": int(120 * quality),
        "files-with-copyright": int(110 * quality),
        "files-covered": 120,
        "workflows": 1 if quality > 0.4 else 0,
        "documentation-files": int(9 * quality),
        "declared-status": "stable" if quality > 0.5 else "",
        "declared-maintenance": "internal" if quality > 0.6 else "",
        "declared-owner": "oficina" if quality > 0.3 else "",
        "declared-base": (),
        "translation-files": ("locale/pt.po",) if quality > 0.8 else (),
        "template-marker": (),
        "first-commit": "2021-03-01",
        "last-commit": "2026-10-30" if quality > 0.3 else "2023-05-02",
        "commits": int(900 * quality) + 4,
        "commits-last-year": int(300 * quality),
        "commits-last-quarter": int(80 * quality),
        "contributors": int(12 * quality) + 1,
        "contributors-last-year": int(8 * quality),
        "new-contributors-last-year": int(3 * quality),
        "contributor-absence-factor": int(3 * quality),
        "elephant-factor": 1 if quality < 0.8 else 2,
        "signed-off-share-last-year": round(quality, 2),
        "signed-commit-share-last-year": round(quality / 2, 2),
        "squashed-import": quality < 0.15,
        "change-notes-in-commits": round(quality, 2),
        "releases": releases,
        "releases-last-year": len(releases) // 2,
        "releases-semver": len(releases),
        "releases-annotated": len(releases),
        "releases-signed": 0,
        "changelog-covers-last-release": quality > 0.7,
        "own-commits-share": 0.4 if quality > 0.6 else 0.0,
        "fork-ahead": NotSeen(reason="no-upstream-remote"),
        "fork-behind": NotSeen(reason="no-upstream-remote"),
        "direct-dependencies": int(40 * quality),
        "ecosystems": ("npm",),
    }
    for claim, value in values.items():
        yield claim, value, ""
