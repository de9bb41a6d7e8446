# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which commands of package managers install what nobody fixed, by version or by hash.

The rules follow OpenSSF Scorecard's Pinned-Dependencies, but an exact version counts as fixed in registries that never
replace one (npm, RubyGems, Go, crates.io, NuGet), and so do requirements files that carry hashes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ayni.analyzers.path_kinds import names
from ayni.analyzers.workflows.commands import Command, bare, tool


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """One install that is not fixed. It is, after all, where every file of ``unless_hashed`` carries hashes."""

    line: int
    what: str
    unless_hashed: list[str] = field(default_factory=list)


_EXACT: Final = re.compile(r"[@=:]v?\d+(?:\.\d+){1,3}(?:[-+][\w.+-]+)?$")
_COMMIT: Final = re.compile(r"[#@][0-9a-fA-F]{40}(?:#.*)?$")
_GO_FIXED: Final = re.compile(r"@(?:v\d+\.\d+\.\d+\S*|[0-9a-fA-F]{12,})$")
_GO_REMOTE: Final = re.compile(r"^[\w-]+(?:\.[\w-]+)+/\S")
_PIP: Final = re.compile(r"pip[\d.]*")
_PYTHON: Final = re.compile(r"python[\d.]*(?:\.exe)?|py")
_FLAGS_WITH_VALUE: Final = frozenset(
    names(
        "-c --constraint -i --index-url --extra-index-url -t --target --prefix --root --src -f"
        " --find-links --python --cert --trusted-host --proxy --cache-dir --timeout --retries"
        " --only-binary --no-binary --platform --python-version --upgrade-strategy --progress-bar -b"
        " --build --group --config-settings --extra -p --registry --loglevel --source --install-dir"
        " --bindir --root --features --git --path --tool-path --add-source --configfile --framework"
    )
)


def unpinned_packages(command: Command, line: int) -> Iterator[Install]:
    """The install that the command does, where it is not fixed."""
    words = list(command.words)
    if _PYTHON.fullmatch(tool(command)) and words[1:2] == ["-m"]:
        words = words[2:]
    elif words[0] == "uv" and words[1:2] == ["pip"]:
        words = words[1:]
    if not words:
        return
    name = "pip" if _PIP.fullmatch(bare(words[0])) else bare(words[0]).lower().removesuffix(".exe")
    check = _CHECKS.get(name)
    if check is not None and len(words) > 1:
        yield from check(words[1:], line)


def _packages(arguments: list[str]) -> list[str]:
    found = []
    previous = ""
    for word in arguments:
        if not word.startswith("-") and previous not in _FLAGS_WITH_VALUE:
            found.append(word)
        previous = word
    return found


def _check_pip(arguments: list[str], line: int) -> Iterator[Install]:
    """Hashes, whether asked for or in every requirements file, or a local project without its dependencies."""
    if arguments[0] != "install" or "--require-hashes" in arguments or "--help" in arguments:
        return
    files = [value for flag, value in pairwise(arguments) if flag in ("-r", "--requirement")]
    files += [word[2:] for word in arguments if word.startswith("-r") and len(word) > 2]
    editable = any(word in ("-e", "--editable") for word in arguments)
    packages = [word for word in _packages(arguments[1:]) if word not in files]
    wheels = [word for word in packages if word.endswith((".whl", ".tar.gz")) and "://" not in word]
    if not files and packages and len(wheels) == len(packages):
        return
    local = all(word.startswith((".", "/", "file:")) or _COMMIT.search(word) for word in packages)
    if "--no-deps" in arguments and local and (packages or editable):
        return
    yield Install(line=line, what="pip-install", unless_hashed=files if files and not packages else [])


def _check_npm(arguments: list[str], line: int) -> Iterator[Install]:
    action = next((word for word in arguments if not word.startswith("-")), "")
    if action not in ("install", "i", "add", "update", "install-test", "it"):
        return
    packages = [word for word in _packages(arguments) if word != action]
    if packages and all(
        _EXACT.search(word) or _COMMIT.search(word) or word.startswith((".", "/")) for word in packages
    ):
        return
    yield Install(line=line, what="npm-install")


def _check_yarn(arguments: list[str], line: int) -> Iterator[Install]:
    words = _packages(arguments)
    if words[:1] == ["global"]:
        words = words[1:]
    if words[:1] in (["add"], ["dlx"]) and not all(_EXACT.search(word) for word in words[1:]):
        yield Install(line=line, what="yarn-add")


def _check_pnpm(arguments: list[str], line: int) -> Iterator[Install]:
    words = _packages(arguments)
    if words[:1] in (["add"], ["dlx"]) and not all(_EXACT.search(word) for word in words[1:]):
        yield Install(line=line, what="pnpm-add")


def _check_go(arguments: list[str], line: int) -> Iterator[Install]:
    if arguments[0] not in ("get", "install"):
        return
    remote = [word for word in arguments[1:] if _GO_REMOTE.match(word)]
    if any(not _GO_FIXED.search(word) and not word.endswith("@none") for word in remote):
        yield Install(line=line, what="go-install")


def _check_gem(arguments: list[str], line: int) -> Iterator[Install]:
    if arguments[0] not in ("install", "i"):
        return
    versioned = any(word in ("-v", "--version") or word.startswith("--version=") for word in arguments)
    packages = [word for word in arguments[1:] if not word.startswith("-")]
    local = bool(packages) and all(word.endswith(".gem") or re.search(r":\d", word) for word in packages)
    if not versioned and not local:
        yield Install(line=line, what="gem-install")


def _check_cargo(arguments: list[str], line: int) -> Iterator[Install]:
    words = _packages(arguments)
    if words[:1] != ["install"] or any(word in ("--path", "--rev") for word in arguments):
        return
    if not any(word.startswith(("--version", "--vers")) for word in arguments) and not all(
        map(_EXACT.search, words[1:])
    ):
        yield Install(line=line, what="cargo-install")


def _check_composer(arguments: list[str], line: int) -> Iterator[Install]:
    words = [word for word in _packages(arguments) if word != "global"]
    if words[:1] == ["require"] and not all(_EXACT.search(word) for word in words[1:]):
        yield Install(line=line, what="composer-require")


def _check_choco(arguments: list[str], line: int) -> Iterator[Install]:
    if arguments[0] == "install" and not any(word.startswith("--require") and "checksum" in word for word in arguments):
        yield Install(line=line, what="choco-install")


def _check_nuget(arguments: list[str], line: int) -> Iterator[Install]:
    lower = [word.lower() for word in arguments]
    if (
        lower[0] == "install"
        and len(lower) > 1
        and not lower[1].endswith("packages.config")
        and "-version" not in lower
    ):
        yield Install(line=line, what="nuget-install")


def _check_dotnet(arguments: list[str], line: int) -> Iterator[Install]:
    adds = arguments[:1] == ["add"] and "package" in arguments[1:3]
    installs = arguments[:2] == ["tool", "install"]
    if (adds or installs) and not any(word in ("-v", "--version") for word in arguments):
        yield Install(line=line, what="dotnet-install")


def _check_pipx(arguments: list[str], line: int) -> Iterator[Install]:
    words = _packages(arguments)
    if words[:1] in (["install"], ["tool"]):
        packages = [word for word in words if word not in ("install", "tool")]
        if words[:2] != ["tool", "run"] and not all(_EXACT.search(word) for word in packages):
            yield Install(line=line, what="pipx-install")


_CHECKS: Final[dict[str, Callable[[list[str], int], Iterator[Install]]]] = {
    "pip": _check_pip,
    "pipx": _check_pipx,
    "uv": _check_pipx,
    "npm": _check_npm,
    "yarn": _check_yarn,
    "pnpm": _check_pnpm,
    "go": _check_go,
    "gem": _check_gem,
    "cargo": _check_cargo,
    "composer": _check_composer,
    "choco": _check_choco,
    "nuget": _check_nuget,
    "dotnet": _check_dotnet,
}
