# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the first office.yaml from the replies of the interview, with comments in the person's language."""

import io
import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, Protocol

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from ayni.formats.office_file import BLOCKS
from ayni.office.interview import Question, Reply, ReplyKind
from ayni.office.naming import institution_ids, slug, unique

_WIDTH: Final = 100


class Wording(Protocol):
    """Says things in the person's language."""

    def say(self, *path: str, **values: object) -> str:
        """A text of the interface."""
        ...

    def question(self, name: str) -> str:
        """The question behind its id."""
        ...

    def practices(self, *path: str) -> str:
        """A word of the practices pack."""
        ...


def draft(
    questions: Iterable[Question], replies: Mapping[str, Reply], wording: Wording, language: str, today: date
) -> str:
    """The text of the file. What was passed over stands in it as a comment, ready to be filled in."""
    asked = [question for question in questions if question.kind is ReplyKind.YES_NO]
    parts = [
        _comment(wording.say("init", "comments", "file")) + "ayni: 1\n",
        _part(wording, "office", _office(replies, language)),
        _part(wording, "institutions", _institutions(replies)),
        _part(wording, "repositories", _repositories(replies)),
        _part(wording, "answers", _answers(asked, replies, wording, today)) + _unanswered(asked, replies, wording),
        _part(wording, "exceptions", CommentedSeq()),
        _part(wording, "canvas", _canvas(replies, wording, today)),
        _part(wording, "plan", CommentedMap()),
    ]
    return "\n".join(parts)


def _part(wording: Wording, name: str, content: CommentedMap | CommentedSeq) -> str:
    """One section under its comment; an empty one has an example in comments instead."""
    text = _comment(wording.say("init", "comments", name))
    if content:
        return text + _yaml(CommentedMap({name: content}))
    example = f"{name}:\n{textwrap.indent(wording.say('init', 'examples', name).strip(), '  ')}\n"
    return text + textwrap.indent(example, "# ", lambda _: True)


def _office(replies: Mapping[str, Reply], language: str) -> CommentedMap:
    title = _said(replies, "title")
    office = CommentedMap({"id": unique(slug(title) or "office", set()), "title": Quoted(title)})
    if _said(replies, "country"):
        office["country"] = Quoted(_said(replies, "country"))
    office["language"] = language
    return office


def _institutions(replies: Mapping[str, Reply]) -> CommentedSeq:
    bodies = institution_ids(_listed(replies, "institutions"))
    return CommentedSeq(CommentedMap({"id": name, "title": Quoted(title)}) for name, title in bodies.items())


def _repositories(replies: Mapping[str, Reply]) -> CommentedSeq:
    taken: set[str] = set()
    found = CommentedSeq()
    bodies = institution_ids(_listed(replies, "institutions"))
    for said in _listed(replies, "repositories"):
        place, _, owner = said.rpartition(" = ")
        source, owner = (place, owner) if owner in bodies else (said, "")
        last = re.split(r"[/:\\]", source.rstrip("/\\"))[-1].removesuffix(".git")
        row = CommentedMap({"source": Quoted(source), "id": unique(slug(last) or "repository", taken)})
        if owner:
            row["institution"] = owner
        row["scope"] = "published"
        found.append(row)
    return found


def _answers(asked: Iterable[Question], replies: Mapping[str, Reply], wording: Wording, today: date) -> CommentedSeq:
    found = CommentedSeq()
    for question in asked:
        name, said = _name(question), _said(replies, question.key)
        if said in {"yes", "no"} and _said(replies, "by"):
            row = CommentedMap({"question": name, "answer": said, "by": Quoted(_said(replies, "by")), "date": today})
            found.append(row)
            _note(found, f"{question.about}: {wording.question(name)}", indent=2)
    return found


def _unanswered(asked: Iterable[Question], replies: Mapping[str, Reply], wording: Wording) -> str:
    """The questions nobody answered yet, as comments."""
    by = _said(replies, "by")
    left = [_name(one) for one in asked if not by or _said(replies, one.key) not in {"yes", "no"}]
    if not left:
        return ""
    lines = [f"{name}: {wording.question(name)}" for name in left]
    return _comment("\n".join((wording.say("init", "comments", "unanswered"), *lines)))


def _canvas(replies: Mapping[str, Reply], wording: Wording, today: date) -> CommentedMap:
    statements = CommentedSeq()
    for block in BLOCKS:
        said = _said(replies, f"canvas.{block}")
        if said:
            statements.append(CommentedMap({"block": block, "statement": Quoted(said), "date": today}))
            _note(statements, wording.practices("blocks", block), indent=4)
    return CommentedMap({"statements": statements}) if statements else CommentedMap()


def _note(rows: CommentedSeq, text: str, *, indent: int) -> None:
    """Put a comment above the last row."""
    before = "\n".join(textwrap.wrap(text, _WIDTH))
    rows.yaml_set_comment_before_after_key(len(rows) - 1, before=before, indent=indent)


def _comment(text: str) -> str:
    lines = (line for part in text.strip().splitlines() for line in textwrap.wrap(part, _WIDTH) or [""])
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _yaml(content: Any) -> str:
    writer = YAML()
    writer.width = 1 << 30
    writer.allow_unicode = True
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.ignore_aliases = lambda _: True
    stream = io.StringIO()
    writer.dump(content, stream)
    return stream.getvalue()


def _name(question: Question) -> str:
    return question.key.partition(".")[2]


def _said(replies: Mapping[str, Reply], key: str) -> str:
    reply = replies.get(key, "")
    return reply if isinstance(reply, str) else ""


def _listed(replies: Mapping[str, Reply], key: str) -> tuple[str, ...]:
    reply = replies.get(key, ())
    return reply if isinstance(reply, tuple) else ()
