# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read the SPDX license list's XML and turn each text into a template: literals, options, choices and gaps."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from ayni.analyzers.licensing.words import words
from license_templates import Choice, Gap, Literal, Option, Piece, Pieces, joined

warnings.simplefilter("ignore", DeprecationWarning)
from re import _constants as opcodes  # type: ignore[attr-defined]  # noqa: E402  the only parser of expressions that Python has
from re import _parser as expressions  # type: ignore[attr-defined]  # noqa: E402

NAMESPACE = "{http://www.spdx.org/license}"
GAP_MARK = re.compile("\0([0-9]+)\0")
LONGEST_GAP = 60
MOST_CHOICES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLicense:
    """One entry of the SPDX license list."""

    id: str
    name: str
    exception: bool
    deprecated: bool
    osi: bool
    replaced_by: tuple[str, ...]
    text: Pieces
    headers: tuple[Pieces, ...] = field(default=())


def read_licenses(folder: Path) -> Iterator[ListedLicense]:
    """Yield every license and exception of a checkout of spdx/license-list-XML."""
    for path in sorted((folder / "src").glob("**/*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314  a file of the SPDX project, read at build time
        for kind in ("license", "exception"):
            for element in root.iter(NAMESPACE + kind):
                yield _license(element, exception=kind == "exception")


def _license(element: ET.Element, *, exception: bool) -> ListedLicense:
    body = element.find(NAMESPACE + "text")
    headers = [*element.iter(NAMESPACE + "standardLicenseHeader")]
    return ListedLicense(
        id=element.attrib["licenseId"],
        name=" ".join(element.attrib["name"].split()),
        exception=exception,
        deprecated="deprecatedVersion" in element.attrib or element.get("isDeprecated") == "true",
        osi=element.get("isOsiApproved") == "true",
        replaced_by=tuple(_current(each.text or "") for each in element.iter(NAMESPACE + "obsoletedBy")),
        text=joined(_children(body)) if body is not None else (),
        headers=tuple(joined(_children(header)) for header in headers if "".join(header.itertext()).strip()),
    )


def _current(expression: str) -> str:
    """Spell a replacement the current way: some name "GPL-2.0", which is itself deprecated."""
    return re.sub(r"(GPL-\d\.\d)(?= WITH|$)", r"\1-only", expression.strip().replace("-or-later+", "-or-later"))


def _children(element: ET.Element) -> Iterator[Piece]:
    yield _literal(element.text or "")
    for child in element:
        yield from _piece(child)
        yield _literal(child.tail or "")


def _piece(element: ET.Element) -> Iterator[Piece]:
    tag = element.tag.removeprefix(NAMESPACE)
    if tag in ("optional", "titleText", "standardLicenseHeader", "bullet"):
        yield Option(joined(_children(element)))
    elif tag == "copyrightText":
        yield Option((Gap(LONGEST_GAP),))
    elif tag == "alt":
        yield _choice(element.attrib["match"], " ".join("".join(element.itertext()).split()))
    elif tag not in ("notes", "crossRefs"):
        yield from _children(element)


def _literal(text: str) -> Literal:
    return Literal(tuple(words(text)))


def _choice(match: str, usual: str) -> Piece:
    texts = _expand(expressions.parse(match))
    if texts is None:
        return Gap(min(LONGEST_GAP, 2 * len(usual.split()) + 8), tuple(words(usual)))
    texts = list(dict.fromkeys([" ".join(usual.split()), *(" ".join(text.split()) for text in texts)]))
    if any(GAP_MARK.fullmatch(text) for text in texts):
        return Gap(max(int(mark) for text in texts for mark in GAP_MARK.findall(text)), tuple(words(usual)))
    return Choice(tuple(dict.fromkeys(joined(_with_gaps(text)) for text in texts)))


def _with_gaps(text: str) -> Iterator[Piece]:
    for number, part in enumerate(GAP_MARK.split(text)):
        yield Gap(int(part)) if number % 2 else _literal(part)


def _expand(parsed: Iterable[tuple[Any, Any]]) -> list[str] | None:
    """Return every text that an expression stands for, with marks for gaps; None when there are too many."""
    texts = [""]
    for operation, argument in parsed:
        options = _options(operation, argument)
        if options is None or len(texts) * len(options) > MOST_CHOICES:
            return None
        texts = [text + option for text in texts for option in options]
    return texts


def _options(operation: Any, argument: Any) -> list[str] | None:
    if operation is opcodes.LITERAL:
        return [chr(argument)]
    if operation in (opcodes.ANY, opcodes.NOT_LITERAL):
        return [""]
    if operation is opcodes.IN:
        return _class_options(argument)
    if operation is opcodes.SUBPATTERN:
        return _expand(argument[3])
    if operation is opcodes.BRANCH:
        branches = [_expand(branch) for branch in argument[1]]
        return None if None in branches else [text for branch in branches if branch for text in branch]
    if operation in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT):
        return _repeat_options(*argument)
    return None


def _class_options(members: list[tuple[Any, Any]]) -> list[str] | None:
    if any(code is opcodes.CATEGORY for code, _ in members):
        return [" "]
    if any(code is opcodes.NEGATE for code, _ in members):
        return [""]
    texts: list[str] = []
    for code, argument in members:
        if code is opcodes.LITERAL:
            texts.append(chr(argument))
        elif code is opcodes.RANGE:
            texts.extend(chr(point) for point in range(argument[0], argument[1] + 1))
    return texts


def _repeat_options(least: int, most: int, body: Any) -> list[str] | None:
    operation, argument = body[0]
    wild = operation is opcodes.ANY or (operation is opcodes.IN and argument[0][0] is opcodes.NEGATE)
    if wild:
        words = LONGEST_GAP if most is opcodes.MAXREPEAT else most // 3 + 1
        return [f"\0{min(words, LONGEST_GAP)}\0"]
    inner = _expand(body)
    if inner is None:
        return None
    if all(not text.strip() for text in inner):
        return [" "]
    if not any(character.isalnum() for text in inner for character in text):
        return [" "]
    if most is opcodes.MAXREPEAT or most > 1:
        return ["\0001\0"] if operation is opcodes.IN else [f"\0{LONGEST_GAP}\0"]
    return ["", *inner] if least == 0 else inner
