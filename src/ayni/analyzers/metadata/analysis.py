# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Metadata files: publiccode.yml, code.json, codemeta.json, CITATION.cff, SECURITY-INSIGHTS.yml, API descriptions."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.metadata.publiccode import declarations_of, problems_of, problems_of_error
from ayni.analyzers.path_kinds import is_own
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.errors import InvalidFileError
from ayni.evidence import NotSeen, Observation, Value
from ayni.formats.yaml_positions import plain, read_yaml

LARGEST: Final = 4 * 1024 * 1024
MOST_ITEMS: Final = 200

PUBLICCODE: Final = "publiccode-file"
CODE_JSON: Final = "code-json-file"
CODEMETA: Final = "codemeta-file"
OPENAPI: Final = "openapi-file"
_ROOT_NAMES: Final = {
    "publiccode.yml": PUBLICCODE,
    "publiccode.yaml": PUBLICCODE,
    "code.json": CODE_JSON,
    "codemeta.json": CODEMETA,
    "citation.cff": "citation-file",
    "security-insights.yml": "security-insights-file",
    "security-insights.yaml": "security-insights-file",
}
_CLAIMS: Final = (PUBLICCODE, CODE_JSON, CODEMETA, "citation-file", "security-insights-file", OPENAPI)
_HOSTING: Final = frozenset({".github", ".gitlab", ".forgejo", ".gitea"})
_TEXTS: Final = ("declared-status", "declared-maintenance", "declared-owner")
_LISTS: Final = ("declared-standards", "declared-users", "declared-base", "declared-languages")
_PROPRIETARY: Final = "declared-proprietary-dependencies"

_API_NAME: Final = re.compile(
    r"(?:.*(?:openapi|swagger|api[-_.]?docs?|oas[23]?).*|(?:.*[-_.])?api(?:[-_.]?(?:spec|definition))?)\.(?:ya?ml|json)",
    re.IGNORECASE | re.DOTALL,
)
_API: Final = re.compile(rb"(?:^|[{,\n])[ \t]*[\"']?(?:openapi|swagger)[\"']?[ \t]*:[ \t]*[\"']?[23]\.[0-9]")


def file_claim(entry: TreeEntry) -> str:
    """The claim that lists a file of this path; empty for any other file."""
    claim = _ROOT_NAMES.get(entry.name.lower(), "")
    if claim and (not entry.folder or (entry.folder in _HOSTING and claim == "security-insights-file")):
        return claim
    return OPENAPI if _API_NAME.fullmatch(entry.name) and is_own(entry.path) else ""


class Metadata:
    """The claims of ``analyzers/metadata``."""

    id = "metadata"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """The files whose content is looked into; of the others, the path says all."""
        if not entry.is_file or (entry.size is not None and entry.size > LARGEST):
            return False
        return file_claim(entry) in {PUBLICCODE, CODE_JSON, CODEMETA, OPENAPI}

    def read(self, content: bytes) -> Facts:
        """Whether it describes an API; else what it declares, as JSON or as publiccode.yml."""
        if _API.search(content):
            return {"api": True}
        if content.lstrip()[:1] == b"{":
            return {"json": _read_json(content)}
        if b"publiccodeYmlVersion" in content:
            return {"publiccode": _read_publiccode(content)}
        return None

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """Every claim, in the order of the page of claims."""
        return _Conclusion(tree, facts).observations()


def _read_json(content: bytes) -> Facts:
    """The declarations of a code.json or a codemeta.json."""
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(table, dict):
        return {}
    holder = table.get("copyrightHolder")
    owners = (
        table.get("organization"),
        table.get("agency"),
        holder.get("name") if isinstance(holder, dict) else holder,
    )
    found = {
        "declared-status": _text(table.get("status") or table.get("developmentStatus")),
        "declared-maintenance": _text(table.get("maintenance")),
        "declared-owner": next((text for text in map(_text, owners) if text), ""),
    }
    return {claim: text for claim, text in found.items() if text}


def _read_publiccode(content: bytes) -> Facts:
    try:
        table = plain(read_yaml(content.decode("utf-8", "replace"), "publiccode.yml"))
    except InvalidFileError as error:
        return {"problems": [*problems_of_error(error)[:MOST_ITEMS]]}
    if not isinstance(table, dict):
        return {"problems": ["publiccodeYmlVersion: missing"]}
    kept: dict[str, Facts] = {"problems": [*list(problems_of(table))[:MOST_ITEMS]]}
    for claim, value in declarations_of(table).items():
        kept[claim] = value if isinstance(value, str) else [*value[:MOST_ITEMS]]
    return kept


def _text(value: object) -> str:
    """One line of text. JSON can spell half a character, which no file could store."""
    return " ".join(value.encode("utf-8", "replace").decode().split())[:500] if isinstance(value, str) else ""


class _Conclusion:
    """What one snapshot says."""

    def __init__(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> None:
        self.tree = tree
        self.facts = facts
        self.by_claim: dict[str, list[TreeEntry]] = {}
        for entry in tree.files:
            claim = file_claim(entry)
            if claim:
                self.by_claim.setdefault(claim, []).append(entry)

    def observations(self) -> Iterator[Observation]:
        for claim in _CLAIMS:
            yield self._paths(claim)
        publiccode = self._table(PUBLICCODE, "publiccode")
        yield self._observation("publiccode-problems", self._problems(publiccode))
        sources = [publiccode, self._table(CODE_JSON, "json"), self._table(CODEMETA, "json")]
        for claim in _TEXTS:
            yield self._observation(claim, _first_text(sources, claim))
        for claim in _LISTS:
            yield self._observation(claim, _list(publiccode, claim))
        yield self._observation(_PROPRIETARY, self._proprietary(publiccode))

    def _observation(self, claim: str, value: Value) -> Observation:
        files = self.by_claim.get(PUBLICCODE, []) or self.by_claim.get(CODE_JSON, [])
        if not value and not self.tree.complete and not files:
            return Observation(claim=claim, value=NotSeen(reason="listing-incomplete"))
        if not files or isinstance(value, NotSeen):
            return Observation(claim=claim, value=value)
        return Observation(claim=claim, value=value, locator=files[0].path, digest=files[0].blob)

    def _paths(self, claim: str) -> Observation:
        entries = self.by_claim.get(claim, [])
        missing = False
        if claim == OPENAPI:
            missing = any(entry.blob not in self.facts for entry in entries)
            entries = [entry for entry in entries if _has(self.facts.get(entry.blob), "api")]
        if not entries and (missing or not self.tree.complete):
            reason = "content-missing" if missing else "listing-incomplete"
            return Observation(claim=claim, value=NotSeen(reason=reason))
        first = entries[0] if entries else None
        return Observation(
            claim=claim,
            value=tuple(entry.path for entry in entries),
            locator=first.path if first else "",
            digest=first.blob if first else "",
        )

    def _table(self, claim: str, key: str) -> Mapping[str, Facts] | NotSeen:
        """What the file of that claim declares; empty where there is no such file."""
        for entry in self.by_claim.get(claim, []):
            if entry.blob not in self.facts:
                return NotSeen(reason="content-missing")
            kept = self.facts[entry.blob]
            found = kept.get(key) if isinstance(kept, dict) else None
            if isinstance(found, dict):
                return found
        return {}

    def _problems(self, publiccode: Mapping[str, Facts] | NotSeen) -> Value:
        if isinstance(publiccode, NotSeen):
            return publiccode
        if PUBLICCODE not in self.by_claim:
            return NotSeen(reason="no-metadata-file")
        if "problems" not in publiccode:
            return ("publiccodeYmlVersion: missing",)
        return _list(publiccode, "problems")

    def _proprietary(self, publiccode: Mapping[str, Facts] | NotSeen) -> Value:
        """Silence is no statement: only a file that lists its dependencies says that none is proprietary."""
        if isinstance(publiccode, NotSeen):
            return publiccode
        return _list(publiccode, _PROPRIETARY) if _PROPRIETARY in publiccode else NotSeen(reason="not-declared")


def _has(kept: Facts, key: str) -> bool:
    return isinstance(kept, dict) and key in kept


def _first_text(sources: Iterable[Mapping[str, Facts] | NotSeen], claim: str) -> Value:
    """What the first source that speaks of it says; unknown where a source that could speak was not seen."""
    for source in sources:
        if isinstance(source, NotSeen):
            return source
        text = source.get(claim)
        if isinstance(text, str) and text:
            return text
    return ""


def _list(source: Mapping[str, Facts] | NotSeen, claim: str) -> Value:
    if isinstance(source, NotSeen):
        return source
    value = source.get(claim)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
