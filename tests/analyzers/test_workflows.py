# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workflows that are unsafe are told from those that are not, and what is not fixed is found where it is fetched."""

import pytest

from ayni.analyzers.workflows.analysis import UNREADABLE, Workflows
from ayni.evidence import NotSeen, Value
from fakes.snapshots import claims

PATH = ".github/workflows/ci.yml"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
DIGEST = "sha256:" + "ab" * 32


def workflow(steps: str = "", *, on: str = "push", top: str = "permissions: {}", job: str = "") -> str:
    lines = "".join(f"      {line}\n" for line in steps.splitlines())
    return f"on: {on}\n{top}\njobs:\n  construir:\n    runs-on: x\n{job}    steps:\n{lines or '      []'}\n"


def about(text: str, claim: str) -> Value:
    return claims(Workflows(), {PATH: text})[claim]


@pytest.mark.parametrize("folder", [".github", ".forgejo", ".gitea"])
def test_workflows_are_counted(folder: str) -> None:
    found = claims(Workflows(), {f"{folder}/workflows/a.yml": workflow(), f"{folder}/dependabot.yml": "version: 2\n"})
    assert found["workflows"] == 1


@pytest.mark.parametrize(
    "use",
    [
        "actions/checkout@v4",
        "a/b/c@main",
        "a/b/.github/workflows/w.yml@v2.1.0",
        "docker://alpine:3",
        f"a/b@{COMMIT[:39]}",
    ],
)
def test_actions_that_can_change_are_listed(use: str) -> None:
    assert about(workflow(f"- uses: {use}"), "unpinned-actions") == (f"{PATH}:7:{use}",)


@pytest.mark.parametrize("use", [f"actions/checkout@{COMMIT} # v4", "./.github/actions/a", f"docker://alpine@{DIGEST}"])
def test_actions_that_cannot_change_are_fine(use: str) -> None:
    assert about(workflow(f"- uses: {use}"), "unpinned-actions") == ()


def test_reused_workflows_and_own_actions_are_judged_too() -> None:
    files = {
        PATH: "on: push\npermissions: {}\njobs:\n  a:\n    uses: x/y/.github/workflows/z.yml@v1\n",
        ".github/actions/armar/action.yml": "runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n",
    }
    assert claims(Workflows(), files)["unpinned-actions"] == (
        ".github/actions/armar/action.yml:4:a/b@v1",
        f"{PATH}:5:x/y/.github/workflows/z.yml@v1",
    )


@pytest.mark.parametrize(
    ("top", "job", "problems"),
    [
        ("", "", ("construir:no-permissions", "no-top-level-permissions")),
        ("permissions: write-all", "", ("write-all",)),
        ("permissions: {contents: write, issues: write}", "", ("contents-write",)),
        ("permissions: read-all", "", ()),
        ("permissions:", "", ()),
        ("permissions: {id-token: write}", "", ()),
        ("", "    permissions: {contents: read}\n", ()),
        ("permissions: {}", "    permissions: {packages: write}\n", ("construir:packages-write",)),
        ("permissions: {}", "    permissions: write-all\n", ("construir:write-all",)),
    ],
)
def test_what_the_token_may_do(top: str, job: str, problems: tuple[str, ...]) -> None:
    found = about(workflow("- run: echo", top=top, job=job), "workflow-permissions-problems")
    assert found == tuple(f"{PATH}:{problem}" for problem in problems)


@pytest.mark.parametrize(
    ("scope", "step"),
    [
        ("contents", "- uses: softprops/action-gh-release@v2"),
        ("packages", "- run: docker push registro/portal"),
        ("security-events", "- uses: github/codeql-action/upload-sarif@v3"),
        ("deployments", "- uses: actions/deploy-pages@v4"),
    ],
)
def test_a_job_may_write_what_it_visibly_needs(scope: str, step: str) -> None:
    text = workflow(step, job=f"    permissions: {{{scope}: write}}\n")
    assert about(text, "workflow-permissions-problems") == ()


@pytest.mark.parametrize("event", ["pull_request_target", "[push, workflow_run]", "{workflow_run: {workflows: [a]}}"])
@pytest.mark.parametrize(
    "ref",
    [
        "${{ github.event.pull_request.head.sha }}",
        "${{ github.event.workflow_run.head_branch }}",
        "refs/pull/${{ a }}/head",
    ],
)
def test_code_of_strangers_with_rights_is_dangerous(event: str, ref: str) -> None:
    text = workflow(f"- uses: actions/checkout@{COMMIT}\n  with:\n    ref: {ref}", on=event)
    assert about(text, "dangerous-workflows") == (f"{PATH}:9:untrusted-checkout",)


@pytest.mark.parametrize(
    ("event", "ref"),
    [
        ("pull_request", "${{ github.event.pull_request.head.sha }}"),
        ("pull_request_target", "${{ github.event.pull_request.base.sha }}"),
        ("pull_request_target", "main"),
    ],
)
def test_other_checkouts_are_fine(event: str, ref: str) -> None:
    text = workflow(f"- uses: actions/checkout@{COMMIT}\n  with:\n    ref: {ref}", on=event)
    assert about(text, "dangerous-workflows") == ()


def test_texts_of_strangers_in_a_script_are_dangerous_where_they_stand() -> None:
    text = workflow(
        '- run: |\n    echo uno\n    echo "${{ github.event.issue.title }}"\n- run: echo ${{ github.head_ref }}'
    )
    assert about(text, "dangerous-workflows") == (f"{PATH}:10:script-injection", f"{PATH}:9:script-injection")


def test_code_of_strangers_is_also_fetched_by_commands() -> None:
    text = workflow("- run: |\n    echo\n    gh pr checkout 7", on="issue_comment")
    assert about(text, "dangerous-workflows") == (f"{PATH}:9:untrusted-checkout",)


def test_scripts_of_actions_are_scripts() -> None:
    body = "${{ github.event.comment.body }}"
    step = f"- uses: actions/github-script@{COMMIT}\n  with:\n    script: |\n      a('{body}')"
    assert about(workflow(step), "dangerous-workflows") == (f"{PATH}:10:script-injection",)


@pytest.mark.parametrize(
    "step",
    [
        "- run: echo ${{ github.event.pull_request.number }} ${{ github.sha }} ${{ secrets.A }}",
        '- run: echo "$TITULO"\n  env:\n    TITULO: ${{ github.event.issue.title }}',
    ],
)
def test_safe_texts_are_fine(step: str) -> None:
    assert about(workflow(step), "dangerous-workflows") == ()


@pytest.mark.parametrize("text", ["jobs: [", "jobs:\n  a: 1\n  a: 2\n"])
def test_a_workflow_that_is_not_yaml_is_unknown(text: str) -> None:
    assert about(text, "unpinned-actions") == NotSeen(reason=UNREADABLE)
    assert claims(Workflows(), {PATH: text, ".github/workflows/b.yml": workflow("- uses: a/b@v1")})[
        "unpinned-actions"
    ] == (".github/workflows/b.yml:7:a/b@v1",)


@pytest.mark.parametrize(
    ("recipe", "found"),
    [
        ("FROM python:3.12\n", ("1:image:python:3.12",)),
        (f"FROM python@{DIGEST} AS base\nFROM base\n", ()),
        ("FROM scratch\n", ()),
        ("ARG V=3.12\nFROM --platform=linux/amd64 python:${V} AS base\nFROM base AS otra\n", ("2:image:python:3.12",)),
        ("FROM ${IMAGEN}\n", ("1:image:${IMAGEN}",)),
        (
            f"FROM a@{DIGEST}\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /uv\n",
            ("2:image:ghcr.io/astral-sh/uv:latest",),
        ),
        (f"FROM a@{DIGEST}\nRUN apt-get update && \\\n    # nota\n    pip install flask\n", ("4:pip-install",)),
        (f'FROM a@{DIGEST}\nRUN ["pip", "install", "flask"]\n', ("2:pip-install",)),
        (f"FROM a@{DIGEST}\nRUN <<FIN\necho\ncurl https://x.org/i.sh | sh\nFIN\n", ("4:download-and-run",)),
        (f"FROM a@{DIGEST}\nRUN wget https://x.org/i.sh\nRUN bash i.sh\n", ("3:download-and-run",)),
    ],
)
def test_recipes_for_images(recipe: str, found: tuple[str, ...]) -> None:
    assert claims(Workflows(), {"Dockerfile": recipe})["unpinned-dependencies"] == tuple(
        f"Dockerfile:{item}" for item in found
    )


UNFIXED = {
    "curl -fsSL https://x.org/i.sh | sudo -E bash -": "download-and-run",
    "bash <(wget -qO- https://x.org/i.sh)": "download-and-run",
    'sh -c "$(curl -fsSL https://x.org/i.sh)"': "download-and-run",
    'sh -c "curl https://x.org/i.sh | sh"': "download-and-run",
    "curl https://x.org/i.sh 2>&1 > /tmp/i.sh && sh /tmp/i.sh": "download-and-run",
    "pip install flask==3.0.0": "pip-install",
    "python3 -m pip install --upgrade pip": "pip-install",
    "pip install -r sin-resumen.txt": "pip-install",
    "npm install": "npm-install",
    "npm i -g typescript": "npm-install",
    "go install example.org/a/b@latest": "go-install",
    "gem install bundler": "gem-install",
    "cargo install cargo-deny": "cargo-install",
    "yarn global add serve": "yarn-add",
    "composer require monolog/monolog": "composer-require",
    "choco install git": "choco-install",
    "pnpm add -g serve": "pnpm-add",
    "pipx install poetry": "pipx-install",
    "uv tool install ruff": "pipx-install",
    "uv pip install flask": "pip-install",
    "nuget install Serilog": "nuget-install",
    "npm install github:a/b": "npm-install",
    "dotnet add package Serilog": "dotnet-install",
    "if true; then pip install flask; fi": "pip-install",
    "FOO=1 sudo pip3 install flask": "pip-install",
}
FIXED = [
    f"curl https://raw.githubusercontent.com/a/b/{COMMIT}/i.sh | bash",
    "curl https://x.org/a.json | python3 -c 'import json'",
    "curl -o a.tgz https://x.org/a.tgz && tar xf a.tgz",
    "curl -O https://x.org/i.sh && sha256sum -c i.sh.sha256 && sh i.sh",
    "pip install --require-hashes -r sin-resumen.txt",
    "pip install -r con-resumen.txt",
    "pip install --no-deps -e .",
    "pip install dist/portal-1.0-py3-none-any.whl",
    "npm ci",
    "npm install -g typescript@5.4.2",
    "yarn install --frozen-lockfile",
    "go install example.org/a/b@v1.2.3",
    "go install ./cmd/portal",
    "gem install bundler -v 2.5.0",
    "cargo install cargo-deny --version 0.14.0",
    "choco install git --require-checksums",
    "pnpm install --frozen-lockfile",
    "pipx install poetry==1.8.3",
    "uv sync --locked",
    "nuget install Serilog -Version 3.1.0",
    f"npm install git+https://x.org/a.git#{COMMIT}",
    "composer install --no-dev",
    "composer require monolog/monolog:3.5.0",
    "cargo install --path .",
    "pip --version",
    "dotnet add package Serilog --version 3.1.0",
    "# pip install flask",
    "echo 'pip install flask'",
]


@pytest.mark.parametrize("command", UNFIXED)
def test_installs_that_are_not_fixed(command: str) -> None:
    files = {"armar.sh": f"#!/bin/sh\nset -e\n{command}\n", "sin-resumen.txt": "a==1\n"}
    assert claims(Workflows(), files)["unpinned-dependencies"] == (f"armar.sh:3:{UNFIXED[command]}",)


@pytest.mark.parametrize("command", FIXED)
def test_installs_that_are_fixed(command: str) -> None:
    files = {
        "armar.sh": f"#!/bin/sh\nset -e\n{command}\n",
        "requirements/con-resumen.txt": "a==1 --hash=sha256:aa\n",
        "requirements/sin-resumen.txt": "a==1\n",
    }
    assert claims(Workflows(), files)["unpinned-dependencies"] == ()


def test_steps_of_a_job_are_one_script() -> None:
    text = workflow("- run: curl -o i.sh https://x.org/i.sh\n- run: |\n    echo\n    bash i.sh")
    assert about(text, "unpinned-dependencies") == (f"{PATH}:10:download-and-run",)


@pytest.mark.parametrize("path", ["tests/Dockerfile", "vendor/x/armar.sh", "examples/Dockerfile", "docs/notas.txt"])
def test_scripts_that_are_not_delivered_do_not_count(path: str) -> None:
    assert claims(Workflows(), {path: "FROM python\nRUN pip install flask\n"})["unpinned-dependencies"] == ()


def test_nothing_is_nothing_only_when_all_was_seen() -> None:
    found = claims(Workflows(), {PATH: workflow()}, missing=[PATH])
    assert found["workflows"] == 1
    assert {value for claim, value in found.items() if claim != "workflows"} == {NotSeen(reason="content-missing")}
    partial = claims(Workflows(), {}, complete=False)
    assert set(partial.values()) == {NotSeen(reason="listing-incomplete")}
