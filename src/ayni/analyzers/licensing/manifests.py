# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What manifests of packages, metadata files and badges say about the license, in their own words."""

import configparser
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ayni.errors import InvalidFileError
from ayni.formats.yaml_positions import Plain, plain, read_yaml

MOST_NAMES: Final = 20
LONGEST_NAME: Final = 200

_BADGE: Final = re.compile(
    r"img\.shields\.io/(?:badge/|static/v1\?label=)[^\s\"')]{0,40}?licen[scç](?:e|es|ia|a)[-_:]{1,2}(?:message=)?"
    r"([^\s\"'?&)]{1,80}?)-[a-z0-9]{3,12}(?:\.svg|[?)\"'\s\]]|$)",
    re.IGNORECASE,
)
_POM: Final = re.compile(r"<licenses>(.{0,8000}?)</licenses>", re.DOTALL)
_POM_DEPENDENCIES: Final = re.compile(r"<(dependencies|dependencyManagement|build|profiles)>.*?(?:</\1>|\Z)", re.DOTALL)
_POM_NAME: Final = re.compile(r"<license>.{0,400}?<name>([^<]{1,200})</name>", re.DOTALL)
_SETUP: Final = re.compile(r"\blicen[sc]e\s*=\s*(?:u|r)?([\"'])([^\"'\n]{1,200})\1")
_CLASSIFIER: Final = re.compile(r"License :: (?:OSI Approved :: )?([^\"'\n,]{2,120})")
_GEM: Final = re.compile(r"\.licenses?\s*=\s*(\[[^\]\n]{1,200}\]|[\"'][^\"'\n]{1,120}[\"'])")
_QUOTED: Final = re.compile(r"[\"']([^\"'\n]{1,120})[\"']")
_DESCRIPTION: Final = re.compile(r"^License:[ \t]*([^\n]{1,200})$", re.MULTILINE)
_LICENSE_FILE: Final = re.compile(r"\s*[+|]\s*file LICEN[CS]E\s*$", re.IGNORECASE)
_CITATION: Final = re.compile(r"^license:[ \t]*([^\n#]{1,120})", re.MULTILINE)


def declared_names(text: str) -> tuple[str, ...] | None:
    """The license names that the text declares, as written; None when it is no manifest of a known form."""
    for recognizes, reads in _FORMS:
        if recognizes(text):
            # JSON can spell half a character, which no file could store.
            whole = (name.encode("utf-8", "replace").decode() for name in reads(text))
            names = (" ".join(name.split())[:LONGEST_NAME] for name in whole)
            return tuple(dict.fromkeys(name for name in names if name))[:MOST_NAMES]
    return None


def badge_names(text: str) -> tuple[str, ...]:
    """The licenses on the badges of a README."""
    names = (match[1].replace("--", "-").replace("_", " ").replace("%20", " ") for match in _BADGE.finditer(text))
    return tuple(dict.fromkeys(name.strip() for name in names))[:MOST_NAMES]


def _json(text: str) -> Iterator[str]:
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        return
    if not isinstance(table, dict):
        return
    permissions = table.get("permissions")
    if isinstance(permissions, dict):
        yield from _values(permissions.get("licenses"))
    yield from _values(table.get("license"))
    yield from _values(table.get("licenses"))


def _values(value: object) -> Iterator[str]:
    """A text, a list of texts (a choice, as in composer.json), or tables with type, name or URL."""
    if isinstance(value, str):
        yield value.rpartition("spdx.org/licenses/")[2].removesuffix(".html")
    elif isinstance(value, list):
        names = [name for item in value for name in _values(item)]
        yield " OR ".join(names) if len(names) > 1 and all(" " not in name for name in names) else ", ".join(names)
    elif isinstance(value, dict):
        yield from _values(next((value[key] for key in ("type", "name", "text", "id") if value.get(key)), None))


def _toml(text: str) -> Iterator[str]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return
    poetry = _table(_table(table, "tool"), "poetry")
    for owner in (_table(table, "project"), poetry, _table(table, "package")):
        value = owner.get("license")
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict) and isinstance(value.get("text"), str):
            yield value["text"]
    classifiers = _table(table, "project").get("classifiers")
    if isinstance(classifiers, list):
        yield from _CLASSIFIER.findall("\n".join(item for item in classifiers if isinstance(item, str)))


def _table(owner: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}


def _cfg(text: str) -> Iterator[str]:
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except (configparser.Error, ValueError):
        return
    value = parser.get("metadata", "license", fallback="")
    if value:
        yield value.split("\n")[0]
    yield from _CLASSIFIER.findall(parser.get("metadata", "classifiers", fallback=""))


def _setup(text: str) -> Iterator[str]:
    for match in _SETUP.finditer(text):
        yield match[2]
    yield from _CLASSIFIER.findall(text)


def _pom(text: str) -> Iterator[str]:
    block = _POM.search(_POM_DEPENDENCIES.sub("", text))
    if block:
        yield " OR ".join(_POM_NAME.findall(block[1]))


def _gem(text: str) -> Iterator[str]:
    match = _GEM.search(text)
    if match:
        yield " OR ".join(_QUOTED.findall(match[1]))


def _description(text: str) -> Iterator[str]:
    for line in _DESCRIPTION.findall(text):
        yield _LICENSE_FILE.sub("", line)


def _publiccode(text: str) -> Iterator[str]:
    try:
        table: Plain = plain(read_yaml(text, "publiccode.yml"))
    except InvalidFileError:
        return
    legal = table.get("legal") if isinstance(table, dict) else None
    yield from _values(legal.get("license") if isinstance(legal, dict) else None)


def _citation(text: str) -> Iterator[str]:
    for line in _CITATION.findall(text):
        yield line.strip().strip("\"'")


_TOML_MARKS: Final = re.compile(r"^\[(?:project|package|tool\.[\w.-]+|build-system|workspace)\]", re.MULTILINE)
_CFG_MARK: Final = re.compile(r"^\[metadata\]", re.MULTILINE)
_PUBLICCODE_MARK: Final = re.compile(r"^publiccodeYmlVersion:", re.MULTILINE)
_DESCRIPTION_MARK: Final = re.compile(r"\A(?:[^\n]{0,500}\n){0,40}?Package:")

_FORMS: Final[tuple[tuple[Callable[[str], object], Callable[[str], Iterator[str]]], ...]] = (
    (lambda text: text.lstrip()[:1] == "{", _json),
    (lambda text: ("<project" in text[:4000] and "<?xml" in text[:100]) or text.startswith("<project"), _pom),
    (_TOML_MARKS.search, _toml),
    (_CFG_MARK.search, _cfg),
    (_PUBLICCODE_MARK.search, _publiccode),
    (lambda text: "cff-version:" in text[:2000], _citation),
    (lambda text: "Gem::Specification" in text, _gem),
    (lambda text: _DESCRIPTION_MARK.match(text) and "\nVersion:" in text, _description),
    (lambda text: "setup(" in text and "import" in text, _setup),
)
