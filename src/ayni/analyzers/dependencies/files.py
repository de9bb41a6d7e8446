# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of the package managers: which one names dependencies, which one locks them, and of which purl type."""

import re
from dataclasses import dataclass
from typing import Final

from ayni.analyzers.path_kinds import extension, names


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A file that names direct dependencies. ``reader`` says how to read it; empty where only its presence counts."""

    ecosystem: str
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A file that fixes versions. ``hashes`` is what it holds where it carries hashes, never without ``mark``."""

    ecosystem: str
    mark: bytes
    hashes: re.Pattern[bytes]


def _manifests(ecosystem: str, reader: str, files: str) -> dict[str, Manifest]:
    return dict.fromkeys(names(files), Manifest(ecosystem=ecosystem, reader=reader))


_MANIFESTS: Final = {
    **_manifests("npm", "npm", "package.json"),
    **_manifests("npm", "", "bower.json package.json5 package.yaml deno.json deno.jsonc"),
    **_manifests("pypi", "python", "pyproject.toml pipfile setup.py setup.cfg"),
    **_manifests("conda", "", "environment.yml environment.yaml"),
    **_manifests("maven", "maven", "pom.xml"),
    **_manifests("maven", "gradle", "build.gradle build.gradle.kts libs.versions.toml build.sbt"),
    **_manifests("maven", "", "ivy.xml project.clj deps.edn build.sc"),
    **_manifests("composer", "composer", "composer.json"),
    **_manifests("golang", "go", "go.mod"),
    **_manifests("golang", "", "gopkg.toml glide.yaml"),
    **_manifests("cargo", "cargo", "cargo.toml"),
    **_manifests("gem", "gem", "gemfile gems.rb"),
    **_manifests("nuget", "nuget", "packages.config directory.packages.props paket.dependencies"),
    **_manifests("hex", "hex", "mix.exs"),
    **_manifests("hex", "", "rebar.config gleam.toml"),
    **_manifests("pub", "pub", "pubspec.yaml pubspec.yml"),
    **_manifests("cran", "r", "description"),
    **_manifests("conan", "conan", "conanfile.txt conanfile.py"),
    **_manifests("vcpkg", "vcpkg", "vcpkg.json"),
    **_manifests("cocoapods", "pods", "podfile"),
    **_manifests("swift", "swift", "package.swift"),
    **_manifests("swift", "", "cartfile"),
    **_manifests("hackage", "", "stack.yaml package.yaml.hs"),
    **_manifests("julia", "", "project.toml"),
    **_manifests("cpan", "", "cpanfile makefile.pl"),
}
_MANIFEST_ENDS: Final = (
    (
        re.compile(r"(?:.*[-_.])?(?:require(?:ments?|d)?|reqs?)(?:[-_.].*)?\.(?:txt|in|pip)"),
        Manifest(ecosystem="pypi", reader="python"),
    ),
    (re.compile(r".+\.gemspec"), Manifest(ecosystem="gem", reader="gem")),
    (re.compile(r".+\.(?:csproj|fsproj|vbproj)"), Manifest(ecosystem="nuget", reader="nuget")),
    (re.compile(r".+\.podspec"), Manifest(ecosystem="cocoapods", reader="pods")),
    (re.compile(r".+\.gradle(?:\.kts)?"), Manifest(ecosystem="maven", reader="gradle")),
    (re.compile(r".+\.cabal"), Manifest(ecosystem="hackage", reader="")),
    (re.compile(r".+\.rockspec"), Manifest(ecosystem="luarocks", reader="")),
    (re.compile(r".+\.opam"), Manifest(ecosystem="opam", reader="")),
)
_REQUIREMENTS_FOLDER: Final = re.compile(r"(?:^|.*/)requirements/[^/]+\.(?:txt|in|pip)")
_ROOT_ONLY: Final = frozenset(("description", "project.toml", "makefile.pl"))
"""Names that mean this only at the root: elsewhere they are anything."""

_NEVER: Final = rb"(?!)"
_LOCKS: Final[dict[str, Lock]] = {
    name: Lock(ecosystem=ecosystem, mark=mark, hashes=re.compile(pattern))
    for name, ecosystem, mark, pattern in (
        ("package-lock.json", "npm", b'"integrity"', rb"\"integrity\"\s*:\s*\"sha"),
        ("npm-shrinkwrap.json", "npm", b'"integrity"', rb"\"integrity\"\s*:\s*\"sha"),
        ("yarn.lock", "npm", b"resol", rb"integrity sha\d|checksum: ?\"?[0-9a-f/]{8}"),
        ("pnpm-lock.yaml", "npm", b"integrity: ", rb"integrity: ?sha\d"),
        ("bun.lock", "npm", b'"sha', rb"\"sha\d{3}-"),
        ("bun.lockb", "npm", b"bun", rb"bun-lockfile"),
        ("deno.lock", "npm", b'"integrity"', rb"\"integrity\""),
        ("poetry.lock", "pypi", b'hash = "sha', rb"hash = \"sha\d"),
        ("pipfile.lock", "pypi", b'"sha256:', rb"\"sha256:"),
        ("uv.lock", "pypi", b'hash = "sha', rb"hash = \"sha\d"),
        ("pdm.lock", "pypi", b'hash = "sha', rb"hash = \"sha\d"),
        ("pylock.toml", "pypi", b"hashes", rb"hashes\b"),
        ("conda-lock.yml", "conda", b"sha256:", rb"sha256:"),
        ("pixi.lock", "conda", b"sha256:", rb"sha256:"),
        ("composer.lock", "composer", b'"reference"', rb"\"(?:shasum|reference)\"\s*:\s*\"[0-9a-f]{40}"),
        ("go.sum", "golang", b" h1:", rb" h1:"),
        ("gopkg.lock", "golang", b"revision", rb"digest = \"|revision = \"[0-9a-f]{40}"),
        ("cargo.lock", "cargo", b"checksum", rb"checksum ?=|\"checksum "),
        ("gemfile.lock", "gem", b"sha256=", rb"sha256="),
        ("gems.locked", "gem", b"sha256=", rb"sha256="),
        ("packages.lock.json", "nuget", b'"contentHash"', rb"\"contentHash\""),
        ("paket.lock", "nuget", b"\0no hashes", _NEVER),
        ("project.assets.json", "nuget", b'"sha512"', rb"\"sha512\""),
        ("mix.lock", "hex", b":hex", rb"\"[0-9a-f]{64}\""),
        ("rebar.lock", "hex", b"pkg_hash", rb"pkg_hash"),
        ("pubspec.lock", "pub", b"sha256", rb"sha256: ?\"?[0-9a-f]{64}"),
        ("renv.lock", "cran", b'"Hash"', rb"\"Hash\"\s*:"),
        ("conan.lock", "conan", b"#", rb"#[0-9a-f]{32}"),
        ("podfile.lock", "cocoapods", b"SPEC CHECKSUMS:", rb"SPEC CHECKSUMS:"),
        ("package.resolved", "swift", b'"revision"', rb"\"revision\"\s*:\s*\"[0-9a-f]{40}"),
        ("cartfile.resolved", "swift", b"\0no hashes", _NEVER),
        ("gradle.lockfile", "maven", b"\0no hashes", _NEVER),
        ("buildscript-gradle.lockfile", "maven", b"\0no hashes", _NEVER),
        ("verification-metadata.xml", "maven", b"<sha", rb"<sha(?:256|512) "),
        ("lockfile.json", "maven", b'"checksum"', rb"\"checksum\"\s*:"),
        ("cabal.project.freeze", "hackage", b"\0no hashes", _NEVER),
        ("stack.yaml.lock", "hackage", b"sha256:", rb"sha256:"),
        ("flake.lock", "nix", b"narHash", rb"narHash"),
    )
}

_REQUIREMENTS_LOCK: Final = Lock(ecosystem="pypi", mark=b"--hash=sha", hashes=re.compile(rb"--hash=sha"))

_UPDATE_TOOLS: Final = re.compile(
    r"""(?xi)
    \.(?:github|gitlab|forgejo|gitea)/(?:dependabot\.ya?ml|renovate\.json5?|\.?scala-steward\.conf|renovate\.ya?ml)
    | \.dependabot/config\.ya?ml | renovate\.json5? | \.renovaterc(?:\.json5?)? | renovate(?:\.config)?\.js
    | (?:\.config/)?\.?scala-steward\.conf | \.pyup\.ya?ml | \.?depfu\.ya?ml | updatecli(?:\.d/.+)?\.ya?ml
    | greenkeeper\.json | \.whitesource | \.?doppins\.json
    """
)
_SBOM: Final = re.compile(
    r"""(?xi)
    .+\.cdx\.(?:json|xml) | .+\.spdx(?:\.(?:json|rdf|xml|ya?ml|jsonld|rdf\.xml|tag))? | .+\.bom\.(?:json|xml)
    | (?:.*[-_.])?sbom(?:[-_.].*)?\.(?:json|xml|spdx|ya?ml|tag|rdf|jsonld) | cyclonedx[^/]*\.(?:json|xml)
    | bom\.(?:json|xml) | [^/]*[-_.]spdx\.(?:json|ya?ml)
    """
)
_EXTENSIONS: Final = frozenset(
    names(
        "txt in pip gemspec csproj fsproj vbproj podspec gradle kts cabal rockspec opam json json5 xml"
        " yml yaml toml js conf cdx spdx rdf jsonld lock tag vex openvex renovaterc whitesource"
    )
) | {""}
"""Those of manifests that end in any name, inventories, and configuration; empty for names like ``.renovaterc``."""
_SBOM_CONTENT: Final = re.compile(
    rb"\"bomFormat\"|cyclonedx\.org/schema|SPDXVersion:|\"spdxVersion\"|spdx\.org/rdf|spdxVersion:"
)
_VEX: Final = re.compile(
    r"(?xi) .+\.(?:open)?vex(?:\.json|\.xml)? | (?:.*[-_.])?(?:open)?vex(?:[-_.].*)?\.(?:json|xml|ya?ml)"
    r" | (?:.*/)?\.vex/.+\.json"
)
_VEX_CONTENT: Final = re.compile(rb"openvex|csaf_vex|\"vulnerabilities\"|product_status|<vulnerabilities")
_REGISTRY: Final = frozenset(
    names(
        ".npmrc .yarnrc .yarnrc.yml bunfig.toml pip.conf pip.ini uv.toml .pypirc settings.xml"
        " maven-settings.xml ci_settings.xml .condarc nuget.config nuget.cmdline.config .gemrc init.gradle"
        " init.gradle.kts remotes.json"
    )
)
_REGISTRY_PATHS: Final = re.compile(
    r"(?i)(?:.*/)?(?:\.cargo/config(?:\.toml)?|\.bundle/config|\.pip/pip\.conf|\.m2/settings\.xml)"
)
_REGISTRY_CONTENT: Final = re.compile(
    rb"(?i)registry|index-url|index_url|<mirror|<repositor|packageSources|\[source|mirror|channels|:sources:|repository|proxy"
)


def may_matter(name: str) -> bool:
    """Whether a file of this name may be any of these files; quick, since nearly none is."""
    lower = name.lower()
    return lower in _MANIFESTS or lower in _LOCKS or lower in _REGISTRY or extension(lower) in _EXTENSIONS


def manifest(path: str) -> Manifest | None:
    """What the path names as a manifest, or None."""
    folder, _, name = path.lower().rpartition("/")
    found = _MANIFESTS.get(name)
    if found is not None:
        return None if name in _ROOT_ONLY and folder else found
    if _REQUIREMENTS_FOLDER.fullmatch(path.lower()):
        return _MANIFEST_ENDS[0][1]
    return next((kind for pattern, kind in _MANIFEST_ENDS if pattern.fullmatch(name)), None)


def lock(path: str) -> Lock | None:
    """What the path names as a lock file, or None."""
    name = path.rpartition("/")[2].lower()
    return _REQUIREMENTS_LOCK if is_requirements_lock(name) else _LOCKS.get(name)


def is_requirements_lock(name: str) -> bool:
    """Whether the name is that of requirements which a tool resolved: in their form, and never written by hand."""
    return name.lower().startswith("requirements") and name.lower().endswith(".lock")


def locks_with_hashes(content: bytes) -> list[str]:
    """The names of the lock files as which this content would carry hashes."""
    return [name for name, kind in _LOCKS.items() if kind.mark in content and kind.hashes.search(content)]


def is_update_tool(path: str) -> bool:
    """Whether the path configures a service that proposes updates of dependencies."""
    return _UPDATE_TOOLS.fullmatch(path) is not None


def is_sbom_name(name: str) -> bool:
    """Whether a file of this name may be a bill of materials; its content decides."""
    return _SBOM.fullmatch(name) is not None


def is_sbom(content: bytes) -> bool:
    """Whether the content has the marks of CycloneDX or SPDX."""
    return _SBOM_CONTENT.search(content) is not None


def is_vex_name(path: str) -> bool:
    """Whether a file of this path may say which vulnerabilities do not affect the software; its content decides."""
    return _VEX.fullmatch(path.rpartition("/")[2]) is not None or _VEX.fullmatch(path) is not None


def is_vex(content: bytes) -> bool:
    """Whether the content has the marks of OpenVEX, CSAF or CycloneDX VEX."""
    return _VEX_CONTENT.search(content) is not None


def is_registry_name(path: str) -> bool:
    """Whether a file of this path may say where packages come from; its content decides."""
    return path.rpartition("/")[2].lower() in _REGISTRY or _REGISTRY_PATHS.fullmatch(path) is not None


def names_registry(content: bytes) -> bool:
    """Whether the content names a registry, an index or a mirror."""
    return _REGISTRY_CONTENT.search(content) is not None
