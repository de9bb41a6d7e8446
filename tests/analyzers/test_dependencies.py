# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What package managers leave in a repository is found and read, ecosystem by ecosystem."""

from dataclasses import dataclass

import pytest

from ayni.analyzers.dependencies.analysis import Dependencies
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.evidence import NotSeen
from fakes.snapshots import claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A manifest and how many packages it names."""

    path: str
    text: str
    ecosystem: str
    direct: int


MANIFESTS = (
    Example(
        path="package.json",
        text='{"dependencies": {"express": "^4", "pg": "8"}, "devDependencies": {"vitest": "1"}}',
        ecosystem="npm",
        direct=3,
    ),
    Example(
        path="composer.json",
        text='{"require": {"php": ">=8", "ext-json": "*", "laravel/framework": "^11"},'
        '"require-dev": {"pestphp/pest": "2"}}',
        ecosystem="composer",
        direct=2,
    ),
    Example(
        path="pyproject.toml",
        text='[project]\ndependencies = ["Django>=5", "psycopg[binary]==3.1"]\n'
        '[project.optional-dependencies]\na = ["rich"]\n[dependency-groups]\ndev = ["pytest"]\n',
        ecosystem="pypi",
        direct=4,
    ),
    Example(
        path="pyproject.toml",
        text='[tool.poetry.dependencies]\npython = "^3.11"\nflask = "^3"\n'
        '[tool.poetry.group.dev.dependencies]\npytest = "8"\n',
        ecosystem="pypi",
        direct=2,
    ),
    Example(
        path="requirements-dev.txt",
        text="# nota\n-r base.txt\nFlask==3.0 ; python_version > '3'\nrequests[socks]>=2\n  --hash=sha256:aa\nrich\n",
        ecosystem="pypi",
        direct=3,
    ),
    Example(path="requirements/base.in", text="flask\n", ecosystem="pypi", direct=1),
    Example(path="Pipfile", text='[packages]\nflask = "*"\n[dev-packages]\npytest = "*"\n', ecosystem="pypi", direct=2),
    Example(
        path="setup.py",
        text='from setuptools import setup\nsetup(name="a", install_requires=["flask>=3", "rich"])\n',
        ecosystem="pypi",
        direct=2,
    ),
    Example(
        path="setup.cfg", text="[options]\ninstall_requires =\n    flask>=3\n    rich\n", ecosystem="pypi", direct=2
    ),
    Example(
        path="pom.xml",
        text="<project><dependencies><dependency>\n<groupId>org.a</groupId>\n<artifactId>b</artifactId></dependency>"
        "</dependencies></project>",
        ecosystem="maven",
        direct=1,
    ),
    Example(
        path="build.gradle",
        text="dependencies {\n    implementation 'org.a:b:1'\n    testImplementation(\"org.c:d:2\")\n}\n",
        ecosystem="maven",
        direct=2,
    ),
    Example(
        path="go.mod",
        text="module x.org/a\n\nrequire x.org/b v1.0.0\nrequire (\n"
        "\tx.org/c/v2 v2.1.0\n\tx.org/d v0.1.0 // indirect\n)\n",
        ecosystem="golang",
        direct=2,
    ),
    Example(
        path="Cargo.toml",
        text='[dependencies]\nserde = "1"\n[dev-dependencies]\nproptest = "1"\n',
        ecosystem="cargo",
        direct=2,
    ),
    Example(
        path="Gemfile",
        text='source "https://rubygems.org"\ngem "rails", "~> 7"\ngem \'pg\'\n',
        ecosystem="gem",
        direct=2,
    ),
    Example(
        path="src/Portal.csproj",
        text='<Project><ItemGroup><PackageReference Include="Serilog" Version="3" /></ItemGroup></Project>',
        ecosystem="nuget",
        direct=1,
    ),
    Example(
        path="mix.exs",
        text='defp deps do\n  [{:phoenix, "~> 1.7"}, {:jason, "~> 1"}]\nend\n',
        ecosystem="hex",
        direct=2,
    ),
    Example(
        path="pubspec.yaml",
        text="name: a\ndependencies:\n  flutter:\n    sdk: flutter\n  http: ^1.0\ndev_dependencies:\n  lints: ^3\n",
        ecosystem="pub",
        direct=3,
    ),
    Example(
        path="DESCRIPTION",
        text="Package: a\nDepends: R (>= 4.1)\nImports: dplyr,\n    sf (>= 1.0)\nSuggests: testthat\n",
        ecosystem="cran",
        direct=3,
    ),
    Example(path="conanfile.txt", text="[requires]\nzlib/1.3\nopenssl/3.2.0\n", ecosystem="conan", direct=2),
    Example(path="Podfile", text="target 'A' do\n  pod 'Alamofire', '~> 5'\nend\n", ecosystem="cocoapods", direct=1),
    Example(
        path="Package.swift",
        text='let p = Package(dependencies: [.package(url: "https://x.org/nio.git", from: "2.0.0")])\n',
        ecosystem="swift",
        direct=1,
    ),
)

LOCKS = {
    "package-lock.json": '{"packages": {"a": {"integrity": "sha512-aa"}}}',
    "yarn.lock": '# yarn lockfile v1\na@1:\n  resolved "x"\n  integrity sha512-aa\n',
    "pnpm-lock.yaml": "packages:\n  a@1:\n    resolution: {integrity: sha512-aa}\n",
    "poetry.lock": '[[package]]\nfiles = [{file = "a", hash = "sha256:aa"}]\n',
    "Pipfile.lock": '{"default": {"a": {"hashes": ["sha256:aa"]}}}',
    "uv.lock": '[[package]]\nsdist = { hash = "sha256:aa" }\n',
    "requirements.txt": "a==1 \\\n    --hash=sha256:aa\n",
    "requirements-dev.lock": "a==1 \\\n    --hash=sha256:aa\n",
    "composer.lock": '{"packages": [{"dist": {"reference": "' + "a1" * 20 + '", "shasum": ""}}]}',
    "go.sum": "x.org/a v1.0.0 h1:aa=\n",
    "Cargo.lock": '[[package]]\nchecksum = "aa"\n',
    "Gemfile.lock": "CHECKSUMS\n  a (1) sha256=aa\n",
    "packages.lock.json": '{"dependencies": {"a": {"contentHash": "aa"}}}',
    "mix.lock": '%{"a": {:hex, :a, "1.0", "' + "a1" * 32 + '"}}',
    "pubspec.lock": 'packages:\n  a:\n    description: {sha256: "' + "a1" * 32 + '"}\n',
    "Podfile.lock": "SPEC CHECKSUMS:\n  A: aa\n",
    "gradle/verification-metadata.xml": '<sha256 value="aa"/>',
}
LOCKS_WITHOUT = {
    "gradle.lockfile": "org.a:b:1=runtimeClasspath\n",
    "Gemfile.lock": "GEM\n  specs:\n    a (1)\n",
    "requirements.txt": "# This file is autogenerated by pip-compile\na==1\n    # via b\n",
    "composer.lock": '{"packages": []}',
    "requirements.lock": "a==1\n",
}


@pytest.mark.parametrize("example", MANIFESTS, ids=lambda example: f"{example.path}-{example.direct}")
def test_manifests_are_read(example: Example) -> None:
    found = claims(Dependencies(), {example.path: example.text})
    assert found["dependency-manifests"] == (example.path,)
    assert found["ecosystems"] == (example.ecosystem,)
    assert found["direct-dependencies"] == example.direct


def test_the_same_package_in_two_manifests_counts_once() -> None:
    files = {
        "a/requirements.txt": "flask\n",
        "b/requirements.txt": "Flask==3\nrich\n",
        "c/package.json": '{"dependencies": {"rich": "1"}}',
    }
    found = claims(Dependencies(), files)
    assert found["direct-dependencies"] == 3
    assert found["ecosystems"] == ("npm", "pypi")


@pytest.mark.parametrize("path", ["tests/package.json", "vendor/a/go.mod", "examples/pom.xml", "docs/description"])
def test_manifests_that_are_not_the_projects_own_do_not_count(path: str) -> None:
    assert claims(Dependencies(), {path: '{"dependencies": {"a": "1"}}'})["dependency-manifests"] == ()


@pytest.mark.parametrize("path", LOCKS)
def test_locks_with_hashes(path: str) -> None:
    found = claims(Dependencies(), {path: LOCKS[path]})
    assert found["lock-files"] == (path,)
    assert found["lock-files-with-hashes"] == (path,)


@pytest.mark.parametrize("path", LOCKS_WITHOUT)
def test_locks_without_hashes(path: str) -> None:
    found = claims(Dependencies(), {path: LOCKS_WITHOUT[path]})
    assert found["lock-files"] == (path,)
    assert found["lock-files-with-hashes"] == ()


def test_requirements_written_by_hand_lock_nothing() -> None:
    assert claims(Dependencies(), {"requirements.txt": "flask==3.0.0\n"})["lock-files"] == ()


@pytest.mark.parametrize(
    "path",
    [
        ".github/dependabot.yml",
        "renovate.json",
        ".gitlab/renovate.json5",
        ".renovaterc",
        ".pyup.yml",
        ".scala-steward.conf",
        "depfu.yml",
    ],
)
def test_update_tools_are_found_by_name(path: str) -> None:
    assert claims(Dependencies(), {path: "{}"})["update-tool-config"] == (path,)


def test_update_tools_are_found_in_integration_and_manifest() -> None:
    files = {
        ".gitlab-ci.yml": "include:\n  - project: renovate-bot/renovate-runner\n",
        "package.json": '{"renovate": {"extends": ["config:base"]}}',
        ".github/workflows/ci.yml": "jobs: {}\n",
    }
    assert claims(Dependencies(), files)["update-tool-config"] == (".gitlab-ci.yml", "package.json")


@pytest.mark.parametrize(
    ("path", "text", "claim"),
    [
        ("portal.cdx.json", '{"bomFormat": "CycloneDX"}', "sbom-files"),
        ("bom.xml", '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>', "sbom-files"),
        ("portal.spdx", "SPDXVersion: SPDX-2.3\n", "sbom-files"),
        ("docs/sbom-portal.json", '{"spdxVersion": "SPDX-2.3"}', "sbom-files"),
        ("portal.openvex.json", '{"@context": "https://openvex.dev/ns/v0.2.0"}', "vex-files"),
        (".vex/a.json", '{"@context": "https://openvex.dev/ns/v0.2.0"}', "vex-files"),
        (".npmrc", "registry=https://paquetes.example.org/npm/\n", "registry-config"),
        ("pip.conf", "[global]\nindex-url = https://paquetes.example.org/simple\n", "registry-config"),
        (".mvn/settings.xml", "<settings><mirrors><mirror/></mirrors></settings>", "registry-config"),
        (".cargo/config.toml", '[source.crates-io]\nreplace-with = "x"\n', "registry-config"),
        ("nuget.config", "<configuration><packageSources/></configuration>", "registry-config"),
    ],
)
def test_inventories_and_registries_are_known_by_name_and_content(path: str, text: str, claim: str) -> None:
    assert claims(Dependencies(), {path: text})[claim] == (path,)
    assert claims(Dependencies(), {path: "save-exact=true\n"})[claim] == ()


def test_copied_code_is_named_by_its_topmost_folder() -> None:
    files = {
        "vendor/github.com/a/b.go": "package b\n",
        "vendor/github.com/c/d.go": "package d\n",
        "web/node_modules/x/index.js": "",
        "vendor/assets/.keep": "",
        "db/vendor/leeme.md": "",
        "tests/vendor/x.js": "",
        "static/js/jquery-3.7.1.js": "",
        "static/js/bootstrap.min.js": "",
        "static/js/otro.min.js": "",
        "static/js/portal.js": "",
        "static/js/portal.min.js": "",
        "dist/portal-ui.min.js": "",
    }
    assert claims(Dependencies(), files)["vendored-code"] == (
        "static/js/bootstrap.min.js",
        "static/js/jquery-3.7.1.js",
        "static/js/otro.min.js",
        "vendor",
        "web/node_modules",
    )


def test_submodules_are_listed() -> None:
    tree = Tree([TreeEntry(path="libs/x", kind=EntryKind.SUBMODULE, blob=BlobId("a1" * 20), size=None)])
    found = {one.claim: one.value for one in Dependencies().conclude(tree, {})}
    assert found["submodules"] == ("libs/x",)


def test_nothing_is_nothing_only_when_all_was_seen() -> None:
    assert set(claims(Dependencies(), {"a.txt": "hola"}).values()) == {(), 0}
    assert set(claims(Dependencies(), {}, complete=False).values()) == {NotSeen(reason="listing-incomplete")}


def test_a_manifest_that_cannot_be_read_is_listed_and_leaves_the_count_unknown() -> None:
    found = claims(Dependencies(), {"package.json": "{}", "yarn.lock": "x"}, missing=["package.json", "yarn.lock"])
    assert (found["dependency-manifests"], found["lock-files"]) == (("package.json",), ("yarn.lock",))
    assert found["direct-dependencies"] == found["lock-files-with-hashes"] == NotSeen(reason="content-missing")
    assert found["sbom-files"] == ()
