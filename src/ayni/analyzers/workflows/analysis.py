# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the workflows are safe, and whether what they, the container recipes and the scripts fetch is fixed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.delivery.files import is_action, is_dockerfile, is_workflow
from ayni.analyzers.path_kinds import extension, is_example, is_test, is_vendored
from ayni.analyzers.reading import Readings, as_facts, gather, observe_list, observe_number
from ayni.analyzers.tree import BlobId, EntryKind, Tree, TreeEntry
from ayni.analyzers.workflows.dockerfiles import looks_like_dockerfile, unpinned_in_dockerfile
from ayni.analyzers.workflows.installs import Script, unpinned_installs
from ayni.analyzers.workflows.packages import Install
from ayni.analyzers.workflows.rules import dangers, permission_problems, unpinned_actions
from ayni.analyzers.workflows.steps import MAX_BYTES, NotAWorkflowError, read_workflow
from ayni.errors import InvalidFileError
from ayni.evidence import NotSeen, Observation

UNREADABLE: Final = "unreadable-workflow"

_SHELL: Final = frozenset(("sh", "bash", "zsh", "ksh"))
_EXTENSIONS: Final = _SHELL | {"", "yml", "yaml", "txt", "in"}
_MAX_SCRIPT: Final = 256 * 1024
_SHEBANG: Final = re.compile(rb"#![^\n]{0,60}\b(?:ba|da|z|k|mk)?sh\b")
_WORKFLOW_KEYS: Final = re.compile(rb"(?m)^(?:[\"']?jobs[\"']?|runs)[ \t]*:")
_REQUIREMENTS: Final = re.compile(
    r"(?i)(?:.*/)?(?:[^/]*require[^/]*|[^/]*constraints?[^/]*)\.(?:txt|in)|(?:.+/)?requirements/[^/]+\.(?:txt|in)"
)
_HASHES: Final = b"--hash=sha"
_EXPRESSION: Final = re.compile(r"\$\{\{[^}\n]{0,500}\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Something on a line."""

    line: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowFacts:
    """What one workflow does that is unsafe. ``unreadable`` when it is not YAML or too long."""

    unreadable: bool = False
    actions: list[Located] = field(default_factory=list)
    permissions: list[str] = field(default_factory=list)
    dangers: list[Located] = field(default_factory=list)
    installs: list[Install] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFacts:
    """The readings of one content; the path decides which of them counts."""

    workflow: WorkflowFacts | None = None
    dockerfile: list[Install] = field(default_factory=list)
    script: list[Install] = field(default_factory=list)
    shebang: bool = False
    hashed: bool = False


class Workflows:
    """The claims ``workflows`` to ``unpinned-dependencies`` of docs/reference/claims.md, section analyzers/delivery."""

    id = "workflows"
    version = 1

    def wants(self, entry: TreeEntry) -> bool:
        """Workflows and actions, recipes for images, shell scripts, requirements files."""
        if not entry.is_file:
            return False
        path = entry.path
        kind = extension(entry.name)
        if kind not in _EXTENSIONS and "file" not in entry.name.lower():
            return False
        if is_workflow(path) or is_action(path):
            return True
        if is_vendored(path) or is_test(path) or is_example(path) or (entry.size or 0) > _MAX_SCRIPT:
            return False
        return is_dockerfile(entry.name) or _is_script(entry) or _REQUIREMENTS.fullmatch(path) is not None

    def read(self, content: bytes) -> Facts:
        """What the content fetches without fixing it, and what it does that is unsafe where it is a workflow."""
        workflow = _read_workflow(content) if _WORKFLOW_KEYS.search(content) else None
        text = content[:_MAX_SCRIPT].decode("utf-8", "replace")
        dockerfile = looks_like_dockerfile(content[:_MAX_SCRIPT])
        facts = SafetyFacts(
            workflow=workflow,
            dockerfile=unpinned_in_dockerfile(text) if dockerfile else [],
            script=[] if dockerfile or workflow is not None else unpinned_installs(text),
            shebang=_SHEBANG.match(content) is not None,
            hashed=_HASHES in content,
        )
        return None if facts == SafetyFacts() else as_facts(facts)

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """The claims about workflows and about what is not fixed."""
        readings = gather(tree, facts, self.wants, SafetyFacts)
        workflows = {entry.path for entry in tree.files if is_workflow(entry.path)}
        yield observe_number(tree, "workflows", len(workflows))
        yield from _unsafe(tree, readings)
        yield observe_list(tree, "unpinned-dependencies", _unpinned(readings), missing=bool(readings.missing))


def _is_script(entry: TreeEntry) -> bool:
    kind = extension(entry.name)
    return kind in _SHELL or (not kind and entry.kind is EntryKind.EXECUTABLE)


def _read_workflow(content: bytes) -> WorkflowFacts | None:
    """The facts of a workflow; None where the content has its keys and is something else."""
    if len(content) > MAX_BYTES:
        return WorkflowFacts(unreadable=True)
    try:
        workflow = read_workflow(content.decode("utf-8", "replace"))
    except NotAWorkflowError:
        return None
    except InvalidFileError:
        return WorkflowFacts(unreadable=True)
    installs: list[Install] = []
    for job in workflow.jobs:
        script = Script()
        for run in (step.run for step in job.steps if step.run is not None):
            installs += script.read(_EXPRESSION.sub(_masked, run.text), run.line)
    return WorkflowFacts(
        actions=[Located(line=line, what=what) for line, what in unpinned_actions(workflow)],
        permissions=list(permission_problems(workflow)),
        dangers=[Located(line=line, what=what) for line, what in dangers(workflow)],
        installs=installs,
    )


def _masked(match: re.Match[str]) -> str:
    """An expression of the forge, made one word of the same length, so that the shell's grammar holds."""
    return "X" * len(match[0])


def _unsafe(tree: Tree, readings: Readings[SafetyFacts]) -> Iterator[Observation]:
    workflows = {
        path: fact.workflow for path, fact in readings.by_path.items() if fact.workflow is not None and _is_ci(path)
    }
    missing = any(_is_ci(path) for path in readings.missing)
    unreadable = any(fact.unreadable for fact in workflows.values())
    claims = {
        "unpinned-actions": [
            f"{path}:{item.line}:{item.what}" for path, fact in workflows.items() for item in fact.actions
        ],
        "workflow-permissions-problems": [
            f"{path}:{item}" for path, fact in workflows.items() for item in fact.permissions
        ],
        "dangerous-workflows": [
            f"{path}:{item.line}:{item.what}" for path, fact in workflows.items() for item in fact.dangers
        ],
    }
    for claim, found in claims.items():
        if unreadable and not found and not missing:
            yield Observation(claim=claim, value=NotSeen(reason=UNREADABLE))
        else:
            yield observe_list(tree, claim, found, missing=missing)


def _is_ci(path: str) -> bool:
    return is_workflow(path) or is_action(path)


def _unpinned(readings: Readings[SafetyFacts]) -> Iterator[str]:
    hashed = [path for path, fact in readings.by_path.items() if fact.hashed]
    for path, fact in readings.by_path.items():
        for install in _installs(path, fact):
            if not install.unless_hashed or not all(_is_hashed(name, hashed) for name in install.unless_hashed):
                yield f"{path}:{install.line}:{install.what}"


def _installs(path: str, fact: SafetyFacts) -> list[Install]:
    if _is_ci(path):
        return fact.workflow.installs if fact.workflow is not None else []
    name = path.rpartition("/")[2]
    if is_dockerfile(name):
        return fact.dockerfile
    return fact.script if extension(name) in _SHELL or fact.shebang else []


def _is_hashed(name: str, hashed: list[str]) -> bool:
    """Whether the file that a command names is one with hashes; where it runs from is not known, so the end decides."""
    end = name.replace("\\", "/").rpartition("./")[2].lstrip("/")
    tail = end.rpartition("/")[2]
    return any(path == end or path.endswith(f"/{end}") or path.rpartition("/")[2] == tail for path in hashed)
