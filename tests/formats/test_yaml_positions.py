# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""YAML is read by the 1.2 rules, with positions, and a stranger's file cannot harm."""

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayni.errors import InvalidFileError
from ayni.formats.yaml_positions import Mapping, Scalar, Sequence, plain, read_yaml


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        read_yaml(text, "x.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("012", 12),
        ("0o14", 12),
        ("0xC", 12),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("2026-11-22", "2026-11-22"),
        ("-7", -7),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("2026.02.19", "2026.02.19"),
        ("-.inf", -math.inf),
        ("True", True),
        ("false", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 012", "012"),
        ("!!float 1", 1.0),
        ("! 12", "12"),
        ("<<", "<<"),
        ("=", "="),
    ],
)
def test_plain_words_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    node = read_yaml(f"key: {text}\n", "x.yaml")
    assert isinstance(node, Mapping)
    assert node["key"].value == value
    assert type(node["key"].value) is type(value)


def test_every_key_and_value_knows_its_place() -> None:
    node = read_yaml("uno: 1\ndós:\n  - a\n  - tres: {x: y}\n", "x.yaml")
    assert isinstance(node, Mapping)
    assert (node.keys["dós"].line, node.keys["dós"].column) == (2, 1)
    items = node["dós"]
    assert isinstance(items, Sequence)
    assert (items.line, items.column) == (3, 3)
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    assert (inner["tres"].line, inner["tres"].column) == (4, 11)
    assert (inner.line, inner.keys["tres"].column) == (4, 5)
    assert plain(node) == {"uno": 1, "dós": ["a", {"tres": {"x": "y"}}]}


def test_columns_count_characters_after_accents() -> None:
    node = read_yaml("{añoñoño: v}", "x.yaml")
    assert isinstance(node, Mapping)
    assert node["añoñoño"].column == 11


def test_keys_are_texts() -> None:
    assert plain(read_yaml("1: uno\ntrue: dos\n", "x.yaml")) == {"1": "uno", "true": "dos"}


def test_every_duplicate_key_is_reported() -> None:
    assert problems("a: 1\nb:\n  - c: 1\n    c: 2\na: 3\n") == [
        "x.yaml:4:5: error: b[0].c: the key is already in line 3; keep one of the two",
        "x.yaml:5:1: error: a: the key is already in line 1; keep one of the two",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\n\tb: 2\n", "x.yaml:2:1"),
        ("a: [1\n", "x.yaml:2:1"),
        ("a: b\nñ: \x01", "x.yaml:2:4"),
        ("a: *x\n", "x.yaml:1:4"),
        ("a: &x [*x]\n", "x.yaml:1:8"),
        ("? [a]\n: b\n", "x.yaml:1:3"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1"),
        ("a: \ud800", "x.yaml:1:0"),
        ("a: " + "9" * 5000, "x.yaml:1:4"),
    ],
)
def test_what_stops_the_reading_has_a_place(text: str, place: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(place + ": error: ")


def test_an_empty_file_is_nothing() -> None:
    assert read_yaml("# only a comment\n", "x.yaml") == Scalar(line=1, column=1, text="", value=None)


def test_a_byte_order_mark_is_not_a_key() -> None:
    assert plain(read_yaml("\ufeffa: 1\r\nb: 2\r\n", "x.yaml")) == {"a": 1, "b": 2}


def test_depth_is_bounded() -> None:
    assert "levels deep" in problems("[" * 100_000)[0]
    assert "levels deep" in problems("- " * 5000 + "a")[0]


def test_aliases_cannot_multiply_without_end() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "aliases" in problems("\n".join(lines))[0]


def test_aliases_stand_for_their_value() -> None:
    assert plain(read_yaml("a: &x {b: 1}\nc: *x\n", "x.yaml")) == {"a": {"b": 1}, "c": {"b": 1}}


@given(st.text(alphabet=st.sampled_from(" \n\t:-[]{},&*!?|>'\"#ab0.~%@`\x00é\ufeff")) | st.text())
def test_no_text_does_more_than_raise_problems(text: str) -> None:
    with contextlib.suppress(InvalidFileError):
        plain(read_yaml(text, "x.yaml"))
