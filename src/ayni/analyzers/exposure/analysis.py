# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What should not be in a repository: programs without source, opaque files, keys, secrets, people's numbers.

Facts and claims say where something is and of which kind, never what it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.delivery.files import is_workflow
from ayni.analyzers.exposure import keys
from ayni.analyzers.exposure.forms import EXECUTABLES, OPAQUE, SHOWN, WRAPPERS, Form, form_of, is_executable, is_opaque
from ayni.analyzers.exposure.personal_ids import Listed, Named, find_personal_ids
from ayni.analyzers.exposure.secrets import Secret, find_secrets
from ayni.analyzers.path_kinds import extension, is_code_extension, is_example, is_test, is_vendored, names
from ayni.analyzers.reading import Readings, as_facts, gather, observe_list
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import Observation

MAX_LISTED: Final = 500

_MAX_TEXT: Final = 2 * 1024 * 1024
_MAX_DOUBTFUL: Final = 8 * 1024 * 1024
_POINTER: Final = 1024
"""A larger file with the extension of a program is one; a smaller one may be a pointer of Git LFS, or empty."""

_DOUBTFUL: Final = frozenset(
    names("a o obj lib so class bundle node com ko la lo hi sys bin dat db img model data dump bak idx pb")
)
_DATA: Final = frozenset(names("csv tsv tab sql json ndjson jsonl xml txt yml yaml ldif dump log ini properties"))
_TABLES: Final = frozenset(names("csv tsv tab"))
_TEXTS: Final = _DATA | frozenset(names("md rst adoc html htm xhtml css scss less ipynb cfg conf toml svg po vue jsx"))
_NO_SECRETS: Final = frozenset(
    names("css scss sass less styl map lock sum po pot geojson topojson kml gml svg snap patch diff")
)
_NOISE: Final = re.compile(
    r"(?i)(?:.*/)?(?:[^/]+[.-]min\.(?:js|css)|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|composer\.lock"
    r"|.+\.bundle\.js|.+-bundle\.js|[^/]+\.chunk\.js)"
)
_VALIDATES_WRAPPER: Final = re.compile(
    rb"gradle/(?:actions/)?wrapper-validation(?:-action)?@|gradle/actions/setup-gradle@"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureFacts:
    """What one content is and holds, by line and kind."""

    form: Form = Form.TEXT
    key: str = ""
    env: bool = False
    secrets: list[Secret] = field(default_factory=list)
    named_ids: list[Named] = field(default_factory=list)
    listed_ids: list[Listed] = field(default_factory=list)
    validates_wrapper: bool = False


class Exposure:
    """Claims of docs/reference/claims.md, section analyzers/exposure."""

    id = "exposure"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """Texts of the project's own, and whatever its name leaves in doubt; not what is surely a program.

        Data is wanted however large, so that a dump too large to be read is known not to have been looked at.
        """
        if not entry.is_file or entry.size == 0:
            return False
        kind = extension(entry.name)
        size = entry.size or 0
        if keys.may_be_key(entry.name):
            return size <= _MAX_TEXT
        if kind in SHOWN:
            return False
        if kind in EXECUTABLES or kind in OPAQUE:
            return size <= _MAX_DOUBTFUL if kind in _DOUBTFUL else 0 < size <= _POINTER
        if is_vendored(entry.path):
            return not kind and size <= _MAX_DOUBTFUL
        if is_test(entry.path) or is_example(entry.path):
            return not kind and size <= _MAX_DOUBTFUL
        if kind in _NO_SECRETS or _NOISE.fullmatch(entry.path):
            return False
        return kind in _DATA or size <= _MAX_TEXT

    def read(self, content: bytes) -> Facts:
        """The form of the content, and where it holds keys, secrets or people's numbers."""
        form = form_of(content)
        if form is not Form.TEXT:
            return as_facts(ExposureFacts(form=form, key=keys.key_in(content)))
        named, listed = find_personal_ids(content)
        facts = ExposureFacts(
            key=keys.key_in(content),
            env=keys.has_env_values(content),
            secrets=find_secrets(content),
            named_ids=named,
            listed_ids=listed,
            validates_wrapper=_VALIDATES_WRAPPER.search(content) is not None,
        )
        return None if facts == ExposureFacts() else as_facts(facts)

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """The claims about programs, opaque files, keys, secrets and people's numbers."""
        readings = gather(tree, facts, self.wants, ExposureFacts)
        yield from _forms(tree, readings)
        delivered = {path: fact for path, fact in readings.by_path.items() if not (is_test(path) or is_example(path))}
        missing = [path for path in readings.missing if not (is_test(path) or is_example(path))]
        key_files = [path for path, fact in delivered.items() if _is_key_file(path, fact)]
        unread = any(keys.may_be_key(_name(path)) or not _is_text(path) for path in missing)
        yield observe_list(tree, "key-files", key_files, missing=unread)
        env = [path for path, fact in delivered.items() if fact.env and keys.is_env_file(_name(path))]
        yield observe_list(tree, "env-files", env, missing=any(keys.is_env_file(_name(path)) for path in missing))
        whole = {*key_files, *env}
        secrets = [
            f"{path}:{secret.line}:{secret.rule}"
            for path, fact in delivered.items()
            for secret in fact.secrets
            if path not in whole or secret.rule != "private-key"
        ]
        unread = any(_may_hold_secrets(tree.by_path[path]) for path in missing)
        yield observe_list(tree, "secrets", secrets[:MAX_LISTED], missing=unread)
        yield observe_list(tree, "personal-ids", list(_personal_ids(delivered))[:MAX_LISTED], missing=bool(missing))


def _forms(tree: Tree, readings: Readings[ExposureFacts]) -> Iterator[Observation]:
    validated = any(fact.validates_wrapper and is_workflow(path) for path, fact in readings.by_path.items())
    found: dict[str, list[str]] = {"executables": [], "binaries": [], "test-binaries": [], "wrapper-jars": []}
    missing = set(readings.missing)
    for entry in tree.files:
        claim = _form_claim(entry, readings, missing)
        if entry.name in WRAPPERS and claim == "executables":
            found["wrapper-jars"].append(entry.path)
            claim = "" if validated else "binaries"
        if claim:
            found[claim].append(entry.path)
    doubtful = [path for path in readings.missing if not _is_text(path)]
    for claim, paths in found.items():
        tests = claim == "test-binaries"
        unread = any((is_test(path) or is_example(path)) is tests for path in doubtful)
        yield observe_list(tree, claim, paths[:MAX_LISTED], missing=unread)


def _form_claim(entry: TreeEntry, readings: Readings[ExposureFacts], missing: set[str]) -> str:
    """Which list the file belongs to; a content that was not looked at is taken for what its extension says."""
    kind = extension(entry.name)
    fact = readings.by_path.get(entry.path)
    unseen = entry.path in missing or entry.size is None or entry.size > _POINTER
    sure = (kind in EXECUTABLES or kind in OPAQUE) and unseen and not keys.is_store(entry.name)
    form = fact.form if fact is not None else None if sure else Form.TEXT
    if form is None and kind in _DOUBTFUL and (entry.size or 0) <= _MAX_DOUBTFUL:
        form = Form.TEXT
    executable = is_executable(kind, form)
    if not executable and (keys.may_be_key(entry.name) or not is_opaque(kind, form)):
        return ""
    if is_test(entry.path) or is_example(entry.path):
        return "test-binaries"
    return "executables" if executable else "binaries"


def _is_key_file(path: str, fact: ExposureFacts) -> bool:
    """A key by its own form, or a file named as one with a key in it, such as a certificate with its key."""
    named = keys.may_be_key(_name(path)) and any(secret.rule == "private-key" for secret in fact.secrets)
    return named or keys.is_key_file(path, fact.key, fact.form)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _may_hold_secrets(entry: TreeEntry) -> bool:
    """Whether secrets are looked for in it: tables and large data are only searched for people's numbers."""
    return extension(entry.name) not in _TABLES and (entry.size or 0) <= _MAX_TEXT


def _is_text(path: str) -> bool:
    """Whether the extension alone says that the file is text, so that it is neither program nor key."""
    kind = extension(_name(path))
    return kind in _TEXTS or is_code_extension(kind)


def _personal_ids(delivered: Mapping[str, ExposureFacts]) -> Iterator[str]:
    for path, fact in delivered.items():
        yield from (f"{path}:{found.line}:{found.kind}" for found in fact.named_ids)
        if extension(path) in _DATA:
            yield from (f"{path}:{found.line}:{found.kind}" for found in fact.listed_ids)
