# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""A light check of publiccode.yml 0.x: mandatory keys, closed vocabularies, lengths; and what the file declares.

Every problem is ``key: code``, so that readers see it in their own language.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from ayni.analyzers.licensing import normalized
from ayni.errors import InvalidFileError, Problem
from ayni.formats.yaml_positions import Plain

MISSING: Final = "missing"
UNKNOWN: Final = "unknown-value"
WRONG_TYPE: Final = "wrong-type"
TOO_SHORT: Final = "too-short"
TOO_LONG: Final = "too-long"

STATUSES: Final = frozenset({"concept", "development", "beta", "stable", "obsolete"})
SOFTWARE_TYPES: Final = frozenset(
    {"addon", "library", "configurationFiles"}
    | {f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")}
)
MAINTENANCE_TYPES: Final = frozenset({"internal", "contract", "community", "none"})
SHORT_DESCRIPTION: Final = 150
LONG_DESCRIPTION: Final = (150, 10_000)

Table = Mapping[str, Plain]


def problems_of(table: Table) -> Iterator[str]:
    """What is wrong, in the order of the standard."""
    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"):
        if _is_empty(table.get(key)):
            yield f"{key}: {MISSING}"
    yield from _word(table, "developmentStatus", STATUSES)
    yield from _word(table, "softwareType", SOFTWARE_TYPES)
    if not _is_empty(table.get("platforms")) and not isinstance(table["platforms"], list):
        yield f"platforms: {WRONG_TYPE}"
    url = table.get("url")
    if isinstance(url, str) and url and "://" not in url:
        yield "url: not-a-url"
    yield from _descriptions(table.get("description"))
    yield from _legal(table.get("legal"))
    yield from _maintenance(table.get("maintenance"))
    yield from _localisation(table.get("localisation"))
    organisation = table.get("organisation")
    if isinstance(organisation, dict) and _is_empty(organisation.get("uri")):
        yield f"organisation.uri: {MISSING}"


def problems_of_error(error: InvalidFileError) -> list[str]:
    """A file that is no YAML, as the same kind of codes."""
    return [_code(problem) for problem in error.problems]


def _code(problem: Problem) -> str:
    if problem.message.startswith("the key is already"):
        return f"{problem.key}: duplicate-key"
    return f"line {problem.line}: not-yaml"


def _word(table: Table, key: str, known: frozenset[str], prefix: str = "") -> Iterator[str]:
    value = table.get(key)
    if not _is_empty(value) and not (isinstance(value, str) and value in known):
        yield f"{prefix}{key}: {UNKNOWN}"


def _descriptions(value: Plain) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield f"description: {MISSING if _is_empty(value) else WRONG_TYPE}"
        return
    for language, text in value.items():
        key = f"description.{language}"
        if not isinstance(text, dict):
            yield f"{key}: {WRONG_TYPE}"
            continue
        yield from _length(text.get("shortDescription"), f"{key}.shortDescription", 1, SHORT_DESCRIPTION)
        yield from _length(text.get("longDescription"), f"{key}.longDescription", *LONG_DESCRIPTION)
        if _is_empty(text.get("features")):
            yield f"{key}.features: {MISSING}"


def _length(value: Plain, key: str, least: int, most: int) -> Iterator[str]:
    if _is_empty(value):
        yield f"{key}: {MISSING}"
    elif not isinstance(value, str):
        yield f"{key}: {WRONG_TYPE}"
    elif not least <= len(value.strip()) <= most:
        yield f"{key}: {TOO_SHORT if len(value.strip()) < least else TOO_LONG}"


def _legal(value: Plain) -> Iterator[str]:
    license_ = value.get("license") if isinstance(value, dict) else None
    if _is_empty(license_):
        yield f"legal.license: {MISSING}"
    elif not isinstance(license_, str) or normalized(license_) is None:
        yield f"legal.license: {UNKNOWN}"


def _maintenance(value: Plain) -> Iterator[str]:
    if not isinstance(value, dict) or _is_empty(value.get("type")):
        yield f"maintenance.type: {MISSING}"
        return
    yield from _word(value, "type", MAINTENANCE_TYPES, "maintenance.")
    kind = value.get("type")
    if kind in ("internal", "community") and _is_empty(value.get("contacts")):
        yield f"maintenance.contacts: {MISSING}"
    if kind == "contract" and _is_empty(value.get("contractors")):
        yield f"maintenance.contractors: {MISSING}"


def _localisation(value: Plain) -> Iterator[str]:
    table = value if isinstance(value, dict) else {}
    ready = table.get("localisationReady")
    if ready is None:
        yield f"localisation.localisationReady: {MISSING}"
    elif not isinstance(ready, bool):
        yield f"localisation.localisationReady: {WRONG_TYPE}"
    if _is_empty(table.get("availableLanguages")):
        yield f"localisation.availableLanguages: {MISSING}"


def _is_empty(value: Plain) -> bool:
    """Numbers and booleans are never empty: a version may be written as the number 0."""
    return value is None or (isinstance(value, str | list | dict) and not value)


def declarations_of(table: Table) -> dict[str, str | list[str]]:
    """What the file declares, under the names of the claims; a list is left out where the file is silent about it."""
    legal, organisation = _table(table.get("legal")), _table(table.get("organisation"))
    owners = (
        legal.get("mainCopyrightOwner"),
        organisation.get("name"),
        organisation.get("uri"),
        legal.get("repoOwner"),
    )
    found: dict[str, str | list[str]] = {
        "declared-status": _text(table.get("developmentStatus")),
        "declared-maintenance": _text(_table(table.get("maintenance")).get("type")),
        "declared-owner": next((text for text in map(_text, owners) if text), ""),
        "declared-standards": [*_texts(table.get("supports")), *_conformities(table)],
        "declared-users": _texts(table.get("usedBy")),
        "declared-base": _texts(table.get("isBasedOn")),
        "declared-languages": _texts(_table(table.get("localisation")).get("availableLanguages")),
    }
    depends = table.get("dependsOn")
    if isinstance(depends, dict):
        found["declared-proprietary-dependencies"] = _texts(depends.get("proprietary"))
    return found


def _conformities(table: Table) -> Iterator[str]:
    """The national section that older files used before ``supports``: ``it: conforme: gdpr: true``."""
    section = _table(table.get("IT") or table.get("it"))
    for name, value in _table(section.get("conforme")).items():
        if value is True:
            yield name


def _table(value: Plain) -> Table:
    return value if isinstance(value, dict) else {}


def _text(value: Plain) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(value: Plain) -> list[str]:
    """Texts, or the names and ids of tables."""
    items = value if isinstance(value, list) else [value]
    return [text for text in (_text(_named(item)) for item in items) if text]


def _named(item: Plain) -> Plain:
    return next((item[key] for key in ("id", "name") if key in item), None) if isinstance(item, dict) else item
