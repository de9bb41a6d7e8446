# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the names of the direct dependencies out of a manifest, development ones included.

The content alone decides what is read, since facts are kept by content: a text is read as every manifest that it could
be, and the path later chooses. Manifests that are programs (Gradle, Gemfile, mix.exs, setup.py) are read by their usual
form, not run.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from ayni.analyzers.path_kinds import names

MAX_BYTES: Final = 1024 * 1024
MAX_NAMES: Final = 5_000
MAX_TOML: Final = 64 * 1024

_NAME: Final = re.compile(r"\s*[\"']?([A-Za-z0-9][\w.-]{0,100})")
_PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    "maven": (re.compile(r"<dependency>\s*<groupId>([^<]{1,200})</groupId>\s*<artifactId>([^<]{1,200})</artifactId>"),),
    "nuget": (
        re.compile(r"<Package(?:Reference|Version)\s[^>]{0,200}?Include=\"([^\"]{1,200})\""),
        re.compile(r"<package\s[^>]{0,100}?id=\"([^\"]{1,200})\""),
        re.compile(r"(?m)^nuget\s+([\w.-]{1,200})"),
    ),
    "gradle": (
        re.compile(
            r"(?m)^[ \t]*(?:\w{0,60}(?:[iI]mplementation|[aA]pi|[cC]ompile|[cC]ompileOnly"
            r"|[rR]untime|[rR]untimeOnly|kapt"
            r"|ksp|annotationProcessor|testCompile|provided|classpath))\s*\(?\s*(?:platform\()?[\"']([\w.-]+:[\w.-]+)"
        ),
        re.compile(r"(?m)^[ \t]*(?:module|[\w-]+)\s*=\s*(?:\{\s*module\s*=\s*)?[\"']([\w.-]+:[\w.-]+)"),
        re.compile(r"[\"']([\w.-]+)[\"']\s*%%?\s*[\"']([\w.-]+)[\"']\s*%"),
    ),
    "go": (re.compile(r"(?m)^(?:require\s+|\t)([\w-]+\.[\w./~-]{1,200})[ \t]+v\S+[ \t]*(?://(?! indirect)[^\n]*)?$"),),
    "gem": (
        re.compile(r"(?m)^[ \t]*gem\s*\(?\s*[\"']([\w.-]{1,100})[\"']"),
        re.compile(r"\.add_(?:runtime_|development_)?dependency\s*\(?\s*[\"']([\w.-]{1,100})[\"']"),
    ),
    "hex": (re.compile(r"\{\s*:(\w{1,100})\s*,\s*(?:\"|[a-z]+:\s*)"),),
    "pods": (
        re.compile(r"(?m)^[ \t]*pod\s*\(?\s*[\"']([\w./+-]{1,100})[\"']"),
        re.compile(r"\.dependency\s*\(?\s*[\"']([\w./+-]{1,100})"),
    ),
    "swift": (re.compile(r"\.package\([^)\n]{0,200}?url:\s*\"([^\"]{1,200})\""),),
    "conan": (
        re.compile(r"(?m)^([a-z0-9_][\w+.-]{1,100})/[\w.\[]"),
        re.compile(r"[\"']([a-z0-9_][\w+.-]{1,100})/\d[\w.]*(?:@[\w/]*)?[\"']"),
    ),
    "python": (
        re.compile(
            r"(?m)^[ \t]*([A-Za-z0-9][\w.-]{0,100})[ \t]{0,9}(?:\[[\w, -]{0,100}\])?[ \t]{0,9}"
            r"(?:(?:[=<>!~]=|[<>@])[^\n]*|;[^\n]*|\\?|#[^\n]*)$"
        ),
    ),
}
_MARKS: Final = {
    "nuget": re.compile(r"(?m)^nuget "),
    "gradle": re.compile(r"dependencies\s*\{|\[libraries\]|libraryDependencies|%%"),
    "go": re.compile(r"(?m)^module "),
    "gem": re.compile(r"(?m)^[ \t]*gem[ (]|_dependency\b"),
    "hex": re.compile(r"\bdeps\b"),
    "pods": re.compile(r"(?m)^[ \t]*pod |\.dependency\b"),
    "swift": re.compile(r"\.package\("),
    "conan": re.compile(r"\[requires\]|ConanFile"),
}
"""What a text has that may be such a manifest."""
_NOT_REQUIREMENTS: Final = re.compile(
    r"(?m)^(?:jobs|on|stages|steps|pipelines?|language|image|script|version|include|variables|module|source)\b"
    r"[ \t]*[:\w]|^\[metadata\]"
)
_R_FIELDS: Final = re.compile(r"(?m)^(?:Depends|Imports|LinkingTo|Suggests):((?:[^\n]*)(?:\n[ \t]+[^\n]*){0,300})")
_PUB_BLOCK: Final = re.compile(r"(?m)^(?:dev_)?dependencies:[ \t]*\n((?:[ \t]+[^\n]*\n?|[ \t]*\n|#[^\n]*\n){0,2000})")
_PUB_NAME: Final = re.compile(r"(?m)^(?: {2}|\t)(\w{1,100}):")
_SETUP_BLOCK: Final = re.compile(
    r"(?:install_requires|tests_require|setup_requires|extras_require)\s*=\s*"
    r"(?:[\[({]([^\])}]{0,4000})[\])}]|((?:[^\n]*)(?:\n[ \t]+[^\n]+){0,300}))"
)
_QUOTED: Final = re.compile(
    r"[\"']([A-Za-z0-9][\w.-]{0,100})\s{0,5}(?:\[[^\]\n]{0,100}\])?\s{0,5}(?:[=<>!~;@ ][^\"'\n]{0,200})?[\"']"
)
_NOT_NAMES: Final = frozenset(names("end def class import from requirements include http https file python php"))

_NPM: Final = names("dependencies devDependencies optionalDependencies peerDependencies")
_COMPOSER: Final = ("require", "require-dev")


def direct_dependencies(content: bytes) -> dict[str, list[str]]:
    """Names by reader (see ``dependencies_files``); readers that find nothing are left out."""
    text = content[:MAX_BYTES].decode("utf-8", "replace")
    head = text.lstrip("\ufeff \t\r\n")[:1]
    found: dict[str, set[str]] = {}
    for reader, read in _readers(head, text):
        for name in read(text):
            found.setdefault(reader, set()).add(name)
    return {reader: sorted(dependencies)[:MAX_NAMES] for reader, dependencies in found.items()}


def _readers(head: str, text: str) -> Iterator[tuple[str, Callable[[str], Iterator[str]]]]:
    if head == "{":
        yield from (("npm", _read_npm), ("composer", _read_composer), ("vcpkg", _read_vcpkg))
        return
    if head == "<":
        yield from (("maven", _by_pattern("maven")), ("nuget", _by_pattern("nuget")))
        return
    yield from (("python", _read_python), ("cargo", _read_cargo), ("r", _read_r), ("pub", _read_pub))
    yield from ((reader, _by_pattern(reader)) for reader, mark in _MARKS.items() if mark.search(text))


def _by_pattern(reader: str) -> Callable[[str], Iterator[str]]:
    def read(text: str) -> Iterator[str]:
        for pattern in _PATTERNS[reader]:
            for match in pattern.finditer(text):
                name = ":".join(group.strip() for group in match.groups() if group)
                if name.lower() not in _NOT_NAMES:
                    yield name

    return read


def _json(text: str) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _keys(table: Any) -> Iterator[str]:
    if isinstance(table, dict):
        yield from (key for key in table if isinstance(key, str))


def _read_npm(text: str) -> Iterator[str]:
    manifest = _json(text)
    for section in _NPM:
        yield from _keys(manifest.get(section))


def _read_composer(text: str) -> Iterator[str]:
    """Packages only: ``php`` and ``ext-json`` are the platform."""
    manifest = _json(text)
    for section in _COMPOSER:
        yield from (name for name in _keys(manifest.get(section)) if "/" in name)


def _read_vcpkg(text: str) -> Iterator[str]:
    listed = _json(text).get("dependencies")
    for item in listed if isinstance(listed, list) else ():
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            yield name


def _toml(text: str) -> dict[str, Any]:
    if "[" not in text or len(text) > MAX_TOML:
        return {}
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def _table(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _listed(requirements: Any) -> Iterator[str]:
    for requirement in requirements if isinstance(requirements, list) else ():
        if isinstance(requirement, str) and (match := _NAME.match(requirement)):
            yield match[1].lower()


def _read_python(text: str) -> Iterator[str]:
    """pyproject.toml (PEP 621, 735, Poetry, PDM), Pipfile, setup.cfg, setup.py, or requirements, whichever it is."""
    tables = _toml(text)
    if tables:
        yield from _read_python_tables(tables)
    elif "install_requires" in text or "setup(" in text:
        for match in _SETUP_BLOCK.finditer(text):
            yield from (quoted[1].lower() for quoted in _QUOTED.finditer(match[1] or ""))
            lines = (match[2] or "").split("\n")
            yield from (named[1].lower() for line in lines if (named := _NAME.match(line)))
    elif not _NOT_REQUIREMENTS.search(text):
        yield from (name.lower() for name in _by_pattern("python")(text))


def _read_python_tables(tables: dict[str, Any]) -> Iterator[str]:
    yield from _listed(_table(tables, "project", "dependencies"))
    optional = _table(tables, "project", "optional-dependencies")
    groups = tables.get("dependency-groups")
    for table in (optional, groups):
        for group in table.values() if isinstance(table, dict) else ():
            yield from _listed(group)
    poetry = _table(tables, "tool", "poetry")
    sections = [_table(poetry, "dependencies"), _table(poetry, "dev-dependencies")]
    named = _table(poetry, "group")
    sections += [_table(group, "dependencies") for group in (named.values() if isinstance(named, dict) else ())]
    sections += [tables.get("packages"), tables.get("dev-packages")]
    for section in sections:
        yield from (name.lower() for name in _keys(section) if name != "python")


def _read_cargo(text: str) -> Iterator[str]:
    if "dependencies" not in text:
        return
    tables = _toml(text)
    roots = [tables, tables.get("workspace")]
    targets = tables.get("target")
    roots += list(targets.values()) if isinstance(targets, dict) else []
    for root in roots:
        for section in ("dependencies", "dev-dependencies", "build-dependencies"):
            yield from _keys(_table(root, section))


def _read_r(text: str) -> Iterator[str]:
    for match in _R_FIELDS.finditer(text):
        for item in match[1].split(","):
            if (name := _NAME.match(item)) and name[1] != "R":
                yield name[1]


def _read_pub(text: str) -> Iterator[str]:
    for match in _PUB_BLOCK.finditer(text):
        yield from (name[1] for name in _PUB_NAME.finditer(match[1]) if name[1] != "flutter_test")
