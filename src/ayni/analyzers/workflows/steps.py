# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a workflow in GitHub's form (Forgejo and Gitea read it too), or a composite action, into jobs and steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ayni.errors import InvalidFileError
from ayni.formats.yaml_positions import Mapping, Node, Scalar, Sequence, read_yaml

MAX_BYTES: Final = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the workflow and the line on which it begins."""

    text: str
    line: int

    def line_of(self, offset: int) -> int:
        """The line of the workflow on which the character at the offset stands."""
        return self.line + self.text.count("\n", 0, offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: an action with its inputs, or a script."""

    line: int
    uses: Text | None
    run: Text | None
    inputs: dict[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job. ``uses`` is set where the whole job is a workflow that is reused, ``permissions`` where stated."""

    id: str
    uses: Text | None
    permissions: dict[str, str] | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """A workflow, or a composite action as the only job of one: the latter has no permissions of its own."""

    triggers: frozenset[str]
    permissions: dict[str, str] | None
    jobs: tuple[Job, ...]
    is_action: bool


class NotAWorkflowError(InvalidFileError):
    """YAML that is neither a workflow nor an action with steps."""


def read_workflow(text: str) -> Workflow:
    """Read a workflow or an action; raises InvalidFileError where the text is not YAML, or neither of the two."""
    root = read_yaml(text, "workflow")
    lines = text.split("\n")
    if not isinstance(root, Mapping):
        raise NotAWorkflowError(())
    jobs = root.get("jobs")
    if isinstance(jobs, Mapping):
        return Workflow(
            triggers=_triggers(root.get("on")),
            permissions=_permissions(root.get("permissions")),
            jobs=tuple(_job(name, jobs[name], lines) for name in jobs),
            is_action=False,
        )
    runs = root.get("runs")
    if isinstance(runs, Mapping):
        action = Job(id="", uses=None, permissions=None, steps=tuple(_steps(runs.get("steps"), lines)))
        return Workflow(triggers=frozenset(), permissions=None, jobs=(action,), is_action=True)
    raise NotAWorkflowError(())


def _triggers(node: Node | None) -> frozenset[str]:
    if isinstance(node, Scalar):
        return frozenset((node.text,))
    if isinstance(node, Sequence):
        return frozenset(item.text for item in node if isinstance(item, Scalar))
    return frozenset(node) if isinstance(node, Mapping) else frozenset()


def _permissions(node: Node | None) -> dict[str, str] | None:
    """Scope to level; ``read-all`` and ``write-all`` are levels of the scope ``all``; None where nothing is stated."""
    if isinstance(node, Mapping):
        return {scope.lower(): value.text.lower() for scope in node if isinstance(value := node[scope], Scalar)}
    if isinstance(node, Scalar):
        return {"all": node.text.lower().removesuffix("-all")} if node.text else {}
    return None


def _job(name: str, node: Node, lines: list[str]) -> Job:
    if not isinstance(node, Mapping):
        return Job(id=name, uses=None, permissions=None, steps=())
    return Job(
        id=name,
        uses=_text(node.get("uses"), lines),
        permissions=_permissions(node.get("permissions")),
        steps=tuple(_steps(node.get("steps"), lines)),
    )


def _steps(node: Node | None, lines: list[str]) -> Iterator[Step]:
    if not isinstance(node, Sequence):
        return
    for item in node:
        if isinstance(item, Mapping):
            inputs = item.get("with")
            yield Step(
                line=item.line,
                uses=_text(item.get("uses"), lines),
                run=_text(item.get("run"), lines),
                inputs={key: text for key in inputs if (text := _text(inputs[key], lines)) is not None}
                if isinstance(inputs, Mapping)
                else {},
            )


def _text(node: Node | None, lines: list[str]) -> Text | None:
    """The text of a scalar. In a block (``|`` or ``>``) it begins on the line after the mark."""
    if not isinstance(node, Scalar):
        return None
    opening = lines[node.line - 1][node.column - 1 : node.column] if node.line <= len(lines) else ""
    return Text(text=node.text, line=node.line + (opening in ("|", ">") and opening != ""))
