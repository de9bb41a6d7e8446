# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is unsafe in a workflow: actions that can change, tokens that can write, code and texts of strangers.

The rules are those that OpenSSF Scorecard publishes (Pinned-Dependencies, Token-Permissions, Dangerous-Workflow).
"""

import re
from collections.abc import Iterator
from typing import Final

from ayni.analyzers.workflows.steps import Job, Step, Text, Workflow

_PINNED: Final = re.compile(r"@[0-9a-fA-F]{40}$|@sha256:[0-9a-f]{64}$")

_WRITES_OF_INTEREST: Final = frozenset(
    ("all", "actions", "checks", "contents", "deployments", "packages", "security-events", "statuses")
)
_NEEDS: Final = {
    "contents": re.compile(
        r"(?i)release|git\s+push|git-auto-commit|gh-pages|actions-gh-pages|create-pull-request|add-and-commit|changesets"
        r"|push-action|backport|merge-me|automerge|gh\s+pr\s+merge|upload-asset|mkdocs\s+gh-deploy|git-push|slsa-framework"
        r"|contributors|bump|dispatch|pages-deploy"
    ),
    "packages": re.compile(r"(?i)push|publish|deploy|ghcr\.io|docker|registry|\bko\b|helm|buildah|kaniko|goreleaser"),
    "security-events": re.compile(
        r"(?i)codeql|sarif|scorecard|hlint|zizmor|trivy|semgrep|snyk|code-scanning|defender|devskim|checkov|msvc|tfsec"
    ),
    "deployments": re.compile(r"(?i)deploy|pages|vercel|netlify|heroku"),
    "checks": re.compile(r"(?i)report|result|junit|reviewdog|check|annotat|lint|publish-unit|coverage"),
    "statuses": re.compile(r"(?i)status|report|reviewdog|lint|coverage|dco|cla"),
    "actions": re.compile(r"(?i)gh\s+(?:workflow|run|cache|api)|cancel|rerun|retry|workflow|cache|artifact"),
}

_STRANGERS_TRIGGERS: Final = frozenset(("pull_request_target", "workflow_run", "issue_comment"))
_STRANGERS_CODE: Final = re.compile(
    r"github\.event\.pull_request(?!\.(?:base|merged|number|user))|github\.event\.workflow_run(?!\.(?:conclusion|event|name|status)\b)"
    r"|github\.head_ref|refs/pull/|head[-_.](?:sha|ref)"
)
_FETCHES_STRANGERS_CODE: Final = re.compile(r"\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b[^\n]{0,120}\bpull/")

_EXPRESSION: Final = re.compile(r"\$\{\{(.{1,500}?)\}\}", re.DOTALL)
_STRANGERS_TEXT: Final = re.compile(
    r"""(?xi)
    github\.head_ref | tojson\s*\(\s*github(?:\.event)?\s*\)
    | github\.event\.(?:issue|pull_request|discussion)\.(?:title|body)
    | github\.event\.(?:comment|review|review_comment)\.body
    | github\.event\.pages.{0,20}\.page_name
    | github\.event\.(?:commits.{0,20}|head_commit|workflow_run\.head_commit)\.(?:message|author\.(?:email|name))
    | github\.event\.(?:blocked_user)\.(?:name|email)
    | github\.event\.pull_request\.head\.(?:ref|label|repo\.(?:default_branch|description|homepage))
    | github\.event\.workflow_run\.(?:head_branch|head_repository\.description|pull_requests.{0,20}\.head\.ref)
    """
)


def unpinned_actions(workflow: Workflow) -> Iterator[tuple[int, str]]:
    """Line and use of every action that is neither of this repository nor fixed to a commit or a digest."""
    for job in workflow.jobs:
        for uses in (job.uses, *(step.uses for step in job.steps)):
            if uses is not None and uses.text and not uses.text.startswith("./") and not _PINNED.search(uses.text):
                yield uses.line, uses.text.strip()[:200]


def permission_problems(workflow: Workflow) -> Iterator[str]:
    """``reason`` for what the whole workflow may do, ``job:reason`` for what one job may do without a visible need.

    Without permissions at the top, a job that states none has those that the forge gives by default, which may write
    everything.
    """
    if workflow.is_action:
        return
    silent = [job for job in workflow.jobs if job.permissions is None]
    if workflow.permissions is not None:
        yield from (_written(scope) for scope in _writes(workflow.permissions))
    elif silent:
        yield "no-top-level-permissions"
        yield from (f"{_name(job)}:no-permissions" for job in silent)
    for job in workflow.jobs:
        for scope in _writes(job.permissions or {}):
            if not _needs(job, scope):
                yield f"{_name(job)}:{_written(scope)}"


def _writes(permissions: dict[str, str]) -> list[str]:
    return [scope for scope, level in permissions.items() if level == "write" and scope in _WRITES_OF_INTEREST]


def _written(scope: str) -> str:
    return f"{scope}-write" if scope != "all" else "write-all"


def _name(job: Job) -> str:
    return job.id.replace(":", "-")


def _needs(job: Job, scope: str) -> bool:
    """Whether the job visibly does what the permission is for; a reused workflow cannot be looked into from here."""
    if job.uses is not None:
        return True
    need = _NEEDS.get(scope)
    return need is not None and any(
        need.search(text)
        for step in job.steps
        for text in (step.uses.text if step.uses else "", step.run.text if step.run else "", *step.inputs)
    )


def dangers(workflow: Workflow) -> Iterator[tuple[int, str]]:
    """Line and reason: ``untrusted-checkout`` or ``script-injection``."""
    strangers = workflow.triggers & _STRANGERS_TRIGGERS
    for job in workflow.jobs:
        for step in job.steps:
            if strangers and (line := _checks_out_strangers_code(step)):
                yield line, "untrusted-checkout"
            for script in _scripts(step):
                for match in _EXPRESSION.finditer(script.text):
                    if _STRANGERS_TEXT.search(match[1]):
                        yield script.line_of(match.start()), "script-injection"


def _checks_out_strangers_code(step: Step) -> int:
    if step.uses is not None and "actions/checkout" in step.uses.text:
        chosen = [step.inputs[name] for name in ("ref", "repository") if name in step.inputs]
        return next((text.line for text in chosen if _STRANGERS_CODE.search(text.text)), 0)
    if step.run is not None and (match := _FETCHES_STRANGERS_CODE.search(step.run.text)):
        return step.run.line_of(match.start())
    return 0


def _scripts(step: Step) -> Iterator[Text]:
    if step.run is not None:
        yield step.run
    if step.uses is not None and "github-script" in step.uses.text and "script" in step.inputs:
        yield step.inputs["script"]
