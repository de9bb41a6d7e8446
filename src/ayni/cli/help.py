# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ``--help`` says, in the person's language. The English of the code is the source; help.yaml has all four."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from ayni.cli.session import LANGUAGES, choose_language
from ayni.formats.yaml_positions import read_yaml
from ayni.frameworks.loader import PACKS
from ayni.frameworks.words import flatten

PROGRAM: Final = "ayni"
_ASKED: Final = "--help"
_LANG: Final = "--lang"
_DAY: Final = "YYYY-MM-DD"
_USAGE: Final = "Usage: "

Texts: TypeAlias = Mapping[tuple[str, ...], str]


def is_help(command: Any, arguments: Sequence[str]) -> bool:
    """Whether these arguments end in a page of help: it is asked for, or no command is named."""
    for word in without_lang(arguments)[0]:
        command = getattr(command, "commands", {}).get(word, command)
    return _ASKED in arguments or hasattr(command, "commands")


def without_lang(arguments: Sequence[str]) -> tuple[list[str], str]:
    """The arguments without ``--lang`` and its language, and the language."""
    left: list[str] = []
    language = ""
    waiting = iter(arguments)
    for word in waiting:
        if word == _LANG:
            language = next(waiting, "")
        elif word.startswith(f"{_LANG}="):
            language = word.partition("=")[2]
        else:
            left.append(word)
    return left, language


def read_texts(language: str) -> Texts:
    """The texts of help.yaml, and of nothing else, so that help comes at once."""
    path = PACKS / "interface" / "texts" / language / "help.yaml"
    return flatten(read_yaml(path.read_text(encoding="utf-8"), str(path)).value)


def translate(command: Any, arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Put the help of every command into the language asked for; the arguments that are left to be read."""
    left, wanted = without_lang(arguments)
    texts = read_texts(choose_language(wanted, environment))
    for key, found in commands(command):
        _translate(found, key, texts)
    return left


def stopped(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What is said to somebody who pressed Ctrl-C."""
    wanted = without_lang(arguments)[1]
    language = choose_language(wanted if wanted in LANGUAGES else "", environment)
    return _word(read_texts(language), "stopped")


def commands(command: Any, key: str = PROGRAM) -> Iterator[tuple[str, Any]]:
    """Every command and group under its key: ``assess``, ``packs``, ``packs-list``; the whole is ``ayni``."""
    yield key, command
    for word, found in getattr(command, "commands", {}).items():
        yield from commands(found, word if key == PROGRAM else f"{key}-{word}")


def option_key(parameter: Any) -> str:
    """An option by its longest spelling without hyphens in front, an argument by its name."""
    return str(max(parameter.opts, key=len)).lstrip("-").replace("_", "-")


def _translate(command: Any, key: str, texts: Texts) -> None:
    words = partial(_word, texts)
    command.help = texts.get(("help", key, "text"), command.help)
    command.short_help = None
    command.rich_help_panel = words("commands")
    command.options_metavar = f"[{words('options').upper()}]"
    command.get_usage = partial(_usage, command, words("usage"), frozenset(_needed(command)))
    if hasattr(command, "commands"):
        command.subcommand_metavar = words("subcommand")
    asking = command.get_help_option(command.context_class(command))
    for parameter in (*command.params, asking):
        own = ("help", "words", "help") if parameter is asking else ("help", key, option_key(parameter))
        parameter.help = texts.get(own, parameter.help)
        _dress(parameter, words)


def _needed(command: Any) -> Iterator[str]:
    return (parameter.display_name_raw for parameter in command.params if parameter.required)


def _dress(parameter: Any, words: Callable[[str], str]) -> None:
    """Say in the person's language what the library would add in English."""
    is_argument = parameter.param_type_name == "argument"
    parameter.rich_help_panel = words("arguments" if is_argument else "options")
    value = getattr(parameter.default, "value", parameter.default)
    if parameter.show_default and value not in {None, ""} and not isinstance(value, bool):
        parameter.help = f"{parameter.help} ({words('default').format(value=value)})"
    parameter.show_default = False
    if parameter.required:
        parameter.required = False
        parameter.help = f"{parameter.help} ({words('required')})"
    if parameter.type_descriptor.is_datetime:
        parameter.display_type = lambda ctx: f"<{_DAY}>"  # noqa: ARG005  (the form of the method)


def _usage(command: Any, word: str, needed: frozenset[str], context: Any) -> str:
    said = str(type(command).get_usage(command, context)).replace(_USAGE, f"{word} ", 1)
    for name in needed:
        said = said.replace(f"[{name}]", name)
    return said


def _word(texts: Texts, name: str) -> str:
    return texts.get(("help", "words", name), name)
