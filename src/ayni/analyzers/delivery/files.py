# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files drive the delivery of software: continuous integration, style, containers, translations, templates.

The names are those that the tools themselves document.
"""

import re
from typing import Final

from ayni.analyzers.path_kinds import extension, names

_WORKFLOW: Final = re.compile(r"\.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml", re.IGNORECASE)
_ACTION: Final = re.compile(r"(?:(?:.+/)?\.(?:github|forgejo|gitea)/actions/(?:.+/)?)?action\.ya?ml", re.IGNORECASE)
_CI: Final = re.compile(
    r"""(?xi)
    \.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml | \.gitlab-ci\.ya?ml
    | \.gitlab/(?:.+/)?[^/]*ci[^/]*(?:/.+)?\.ya?ml
    | \.gitlab-ci/.+\.ya?ml | (?:.+/)?jenkinsfile(?:[._-][^/]+)? | (?:.+/)?[^/]+\.jenkinsfile | \.?travis\.ya?ml
    | \.circleci/(?:.+/)?[^/]+\.ya?ml | circle\.ya?ml | (?:.+/)?azure[-_]?pipelines?[^/]*\.ya?ml
    | \.?azure-?(?:pipelines|devops)/.+\.ya?ml | \.?vsts(?:-ci)?\.ya?ml | bitbucket-pipelines\.ya?ml
    | \.drone\.(?:ya?ml|star|jsonnet) | \.woodpecker(?:\.ya?ml|/.+\.ya?ml) | \.?appveyor\.ya?ml
    | \.buildkite/(?:.+/)?[^/]+\.ya?ml | \.cirrus\.(?:ya?ml|star) | \.semaphore/[^/]+\.ya?ml | \.builds/[^/]+\.ya?ml
    | \.build\.ya?ml | \.?zuul(?:\.d/[^/]+)?\.ya?ml | cloudbuild[^/]*\.ya?ml | buildspec[^/]*\.ya?ml
    | \.teamcity/(?:.+/)?settings\.kts | codefresh\.ya?ml | \.ci/(?:run|build|test|check)(?:\.sh)? | \.tekton/.+\.ya?ml
    | wercker\.ya?ml | \.onedev-buildspec\.yml
    """
)
_CI_EXTENSIONS: Final = frozenset(("yml", "yaml", "star", "jsonnet", "kts"))
_SERVICES: Final = frozenset(
    (
        "sonar-project.properties",
        ".deepsource.toml",
        ".scrutinizer.yml",
        ".codeclimate.yml",
        ".codacy.yml",
        ".codacy.yaml",
        "qodana.yaml",
        ".lgtm.yml",
    )
)
_STYLE: Final = re.compile(
    r"""(?xi)
    \.editorconfig | \.eslintrc(?:\.[a-z]+)? | eslint\.config\.[a-z]+ | \.prettierrc(?:\.[a-z0-9]+)?
    | prettier\.config\.[a-z]+ | \.?stylelint(?:rc|\.config)(?:\.[a-z]+)? | \.jshintrc | \.jscsrc | biome\.jsonc?
    | \.?tslint\.(?:json|ya?ml) | \.oxlintrc\.json | dprint\.json | \.xo-config.* | \.standard\.yml | \.htmlhintrc
    | \.csslintrc | \.flake8 | \.?pylintrc(?:\.toml)? | \.?ruff\.toml | \.isort\.cfg | \.style\.yapf | \.pycodestyle
    | \.pre-commit-config\.ya?ml | \.rubocop(?:_todo)?\.yml | \.reek\.yml | \.erb[-_]lint\.ya?ml
    | \.php[-_]cs(?:[-_.]fixer)?(?:\.dist)?(?:\.php)? | \.?phpcs(?:\.ruleset)?\.xml(?:\.dist)?
    | pint\.json | \.styleci\.yml
    | ecs\.php | phpmd\.xml(?:\.dist)? | \.scalafmt\.conf | \.?scalastyle[^/]*\.xml | \.scalafix\.conf
    | [^/]*checkstyle[^/]*\.xml | \.?clang-(?:format|tidy) | _clang-format | \.?uncrustify[^/]*\.cfg | \.astylerc
    | \.cmake-format(?:\.[a-z]+)? | \.golangci\.(?:ya?ml|toml|json) | \.?(?:rustfmt|clippy)\.toml | \.credo\.exs
    | \.formatter\.exs | \.swiftlint\.yml | \.swiftformat | \.?detekt[^/]*\.ya?ml | \.ktlint | analysis_options\.yaml
    | \.lintr | \.hlint\.yaml | \.markdownlint(?:-cli2)?(?:\.[a-z]+)? | \.?yamllint(?:\.ya?ml)? | \.ansible-lint
    | \.shellcheckrc | stylecop\.json | \.globalconfig | \.luacheckrc | \.?stylua\.toml | \.perl(?:tidy|critic)rc
    | \.hadolint\.ya?ml | \.djlintrc | \.curlylintrc | \.mega-linter\.yml | \.tflint\.hcl | \.sqlfluff
    """
)
_CONTAINER: Final = re.compile(
    r"(?i)(?:docker|container)file(?:[._-][^/]+)?|[^/]+\.(?:docker|container)file"
    r"|(?:docker|podman)-compose[^/]*\.ya?ml|compose(?:[._-][^/]+)?\.ya?ml"
)
_DOCKERFILE: Final = re.compile(r"(?i)(?:docker|container)file(?:[._-][^/]+)?|[^/]+\.(?:docker|container)file")
_TRANSLATION: Final = re.compile(
    r"""(?x)
    .+\.(?:po|arb|ftl|xliff)$
    | (?:.*/)?(?:i18n|l10n|locales?|langs?|languages?|translations?|messages|nls|idiomas?|traducciones|traducoes)
      /(?:.*[/._-])?(?:es|pt|fr|en|qu|ay|gn|ht|nl|de|it|ca)(?:[-_][a-z]{2,4})?(?:/.*)?
      \.(?:json|ya?ml|php|properties|ts|js|strings|toml|xlf|resx|ini|xml|csv)$
    | .+[_.-](?:es|pt|fr|qu|ay|gn|ht)(?:[-_][a-z]{2})?\.(?:properties|resx|xlf|qm|ts|lang)$
    | .+/values-(?:[a-z]{2,3})(?:-r[a-z]{2})?/strings\.xml$ | (?:.*/)?[a-z]{2}(?:-[a-z]+)?\.lproj/[^/]+\.strings$
    """
)
_TEXTS: Final = frozenset(
    names("po arb ftl xliff xlf json yml yaml php properties ts js strings toml resx ini xml csv qm lang")
)
_OTHERS_TEXTS: Final = re.compile(
    r"(?:^|/)(?:moment|select2|[^/]*datepicker|datatables?|[^/]*ckeditor|tiny_?mce|jquery[^/]*|bootstrap[^/]*|fullcalendar"
    r"|handsontable|dist|libs?|libraries|plugins?|packages)/.*\.(?:js|php|json)$"
)
_TEMPLATE_MARKER: Final = re.compile(
    r"""(?xi)
    (?:.+/)?(?: \.cookiecutter(?:\.[a-z]+)? | \.copier-answers[^/]*\.ya?ml | \.cruft\.json | \.yo-rc\.json
    | \.projenrc(?:\.[a-z]+)? | \.templatesyncignore | \.jhipster | \.boilerplate[^/]*)
    | \.github/template-?sync\.ya?ml | \.projen/.+ | \.repo-metadata\.json | \.github/\.OwlBot\.(?:lock\.)?yaml
    """
)
_DECLARES_STYLE: Final = re.compile(
    rb"\[tool\.(?:ruff|black|flake8|pylint|isort|yapf|autopep8)\b|^\[(?:flake8|pycodestyle|pylint|isort|yapf|pep8)\b"
    rb"|\"(?:eslintConfig|prettier|stylelint|standard|xo|lint-staged)\"\s*:|maven-checkstyle-plugin|spotless"
    rb"|fmt-maven-plugin|com\.diffplug|id\s*\(?[\"'](?:checkstyle|org\.jlleitschuh\.gradle\.ktlint)"
    rb"|apply plugin: 'checkstyle'",
    re.MULTILINE,
)


def is_workflow(path: str) -> bool:
    """Whether the path is a workflow in GitHub's form, which Forgejo and Gitea read too."""
    return _WORKFLOW.fullmatch(path) is not None


def is_action(path: str) -> bool:
    """Whether the path is the description of an action that the repository defines itself."""
    return _ACTION.fullmatch(path) is not None


def is_ci(path: str) -> bool:
    """Whether the path configures continuous integration of any of the known systems."""
    name = path.rpartition("/")[2].lower()
    return (extension(name) in _CI_EXTENSIONS or "jenkinsfile" in name or path.startswith(".ci/")) and _CI.fullmatch(
        path
    ) is not None


def is_analysis_service(path: str) -> bool:
    """Whether the path configures a hosted static analysis that reads the repository by itself."""
    return path.lower() in _SERVICES


def is_style(name: str) -> bool:
    """Whether the file name belongs to a formatter or a linter."""
    return _STYLE.fullmatch(name) is not None


def is_container(name: str) -> bool:
    """Whether the file name describes containers: how to build or to compose them."""
    return _CONTAINER.fullmatch(name) is not None and extension(name) not in _NOT_DOCKER


def is_dockerfile(name: str) -> bool:
    """Whether the file name is that of a recipe for a container image."""
    return _DOCKERFILE.fullmatch(name) is not None and extension(name) not in _NOT_DOCKER


_NOT_DOCKER: Final = frozenset(names("go c cpp rs js ts py pyc java md txt rst sh rb json dockerignore"))


def is_translation(path: str) -> bool:
    """Whether the file holds texts of the program in some language."""
    return extension(path) in _TEXTS and _is_translation(path.lower())


def _is_translation(lower: str) -> bool:
    return _TRANSLATION.match(lower) is not None and not _OTHERS_TEXTS.search(lower)


def is_template_marker(path: str) -> bool:
    """Whether the file says that the repository was made from a template, or follows one."""
    return _TEMPLATE_MARKER.fullmatch(path) is not None


def declares_style(content: bytes) -> bool:
    """Whether a manifest configures a formatter or a linter inside."""
    return _DECLARES_STYLE.search(content) is not None
