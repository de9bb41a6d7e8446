# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps what was said on the way to an office file beside it."""

import json
from pathlib import Path
from typing import Final, TypeAlias

from ayni.errors import AyniError, InvalidFileError, Problem
from ayni.formats.yaml_positions import Mapping, Node, Scalar, Sequence, read_yaml
from ayni.sources.whole_file import write_whole

Replies: TypeAlias = dict[str, str | tuple[str, ...]]
"""What was said under each question's key; several lines are a tuple."""

_SUFFIX: Final = ".progress"


class Progress:
    """What was said so far, in a file beside the target, so that nothing is asked twice. Empty where nothing was."""

    def __init__(self, target: Path) -> None:
        self.file = target.with_name(target.name + _SUFFIX)
        self.language = ""
        self.replies: Replies = {}
        self.begun: Replies = {}
        """The lines so far of lists that nobody has ended yet."""
        if self.file.exists():
            self._read()

    def _read(self) -> None:
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            self.language = str(kept["language"])
            self.replies = {str(key): _reply(said) for key, said in kept["replies"].items()}
            self.begun = {str(key): _reply(said) for key, said in kept.get("begun", {}).items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise AyniError(f"{self.file}: cannot be read; delete it to begin again") from None

    def keep(self) -> None:
        """Write everything said so far."""
        kept = {"language": self.language, "replies": self.replies, "begun": self.begun}
        write_whole(self.file, json.dumps(kept, ensure_ascii=False, indent=1).encode())

    def forget(self) -> None:
        """Remove the file, once the office file stands."""
        self.file.unlink(missing_ok=True)


def read_replies(path: Path) -> Replies:
    """Replies from a YAML file: the keys of the questions, those with a dot nested (``canvas: {buy-in: …}``).

    Raises InvalidFileError with every problem, AyniError where there is no file.
    """
    try:
        root = read_yaml(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise AyniError(f"{path}: {error.strerror}; name a file with replies") from None
    except UnicodeDecodeError:
        raise AyniError(f"{path}: is not UTF-8; save it as UTF-8") from None
    replies: Replies = {}
    problems: list[Problem] = []
    _gather(root, "", replies, problems, str(path))
    if problems:
        raise InvalidFileError(problems)
    return replies


def _gather(node: Node, key: str, replies: Replies, problems: list[Problem], file: str) -> None:
    if isinstance(node, Mapping) and key.count(".") < 1:
        for name in node:
            _gather(node[name], f"{key}.{name}" if key else name, replies, problems, file)
    elif isinstance(node, Scalar) and key:
        replies[key] = "" if node.value is None else node.text
    elif isinstance(node, Sequence) and key and all(isinstance(item, Scalar) for item in node):
        replies[key] = tuple(item.text for item in node if isinstance(item, Scalar))
    else:
        message = "must be a text, a list of texts, or keys with texts"
        problems.append(Problem(file=file, line=node.line, column=node.column, key=key, message=message))


def _reply(said: object) -> str | tuple[str, ...]:
    if isinstance(said, str):
        return said
    if isinstance(said, list):
        return tuple(str(line) for line in said)
    raise TypeError("a reply is a text or a list of texts")
