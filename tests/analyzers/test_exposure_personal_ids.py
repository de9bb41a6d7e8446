# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of people are found beside their names and in lists, and other numbers are not taken for them."""

import pytest
from stdnum import luhn
from stdnum.ar import cuit
from stdnum.br import cpf
from stdnum.cl import rut
from stdnum.mx import curp
from stdnum.ve import rif

from ayni.analyzers.exposure.analysis import Exposure
from fakes.snapshots import claims


def numbers(make: str, count: int) -> list[str]:
    """Valid numbers of nobody in particular, made from a counter."""
    if make == "cpf":
        bases = [f"{382_905_117 + step * 7_919_303:09d}" for step in range(count)]
        return [cpf.format(base + cpf._calc_check_digits(base)) for base in bases]
    if make == "rut":
        bases = [f"{9_483_215 + step * 713_009}" for step in range(count)]
        return [f"{int(base):,}".replace(",", ".") + "-" + rut.calc_check_digit(base) for base in bases]
    bases = [f"20{29_384_756 + step * 913_007:08d}" for step in range(count)]
    return [cuit.format(base + cuit.calc_check_digit(base)) for base in bases]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("cpf: {}", "br-cpf"),
        ('{{"cpf_titular": "{}"}}', "br-cpf"),
        ("RUT {}", "cl-rut"),
        ("CUIL N° {}", "ar-cuit"),
    ],
)
def test_a_number_beside_its_name_is_found(line: str, kind: str) -> None:
    make = {"br-cpf": "cpf", "cl-rut": "rut", "ar-cuit": "cuit"}[kind]
    found = claims(Exposure(), {"notas.md": f"Notas\n{line.format(numbers(make, 1)[0])}\n"})
    assert found["personal-ids"] == (f"notas.md:2:{kind}",)


@pytest.mark.parametrize(
    "line",
    [
        "Pedido {cpf}",  # no name
        "cpf: {wrong}",
        "Ejemplo de CPF: {cpf}",
        "cpf: 123.456.789-09",
        "RUT: 11.111.111-1",
        "rut: 76.086.428-5",  # a company
        "cuit: 30-50001091-2",  # a company
        "CPF formato ###.###.###-##",
        "version 1.234.567-8",
    ],
)
def test_other_numbers_are_nobodys(line: str) -> None:
    good = numbers("cpf", 1)[0]
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)
    assert claims(Exposure(), {"notas.md": line.format(cpf=good, wrong=wrong) + "\n"})["personal-ids"] == ()


def test_several_numbers_in_a_file_of_data_are_found() -> None:
    table = "nombre,documento\n" + "".join(f"A,{number}\n" for number in numbers("cpf", 4))
    assert claims(Exposure(), {"datos/padron.csv": table})["personal-ids"] == ("datos/padron.csv:2:br-cpf",)
    assert claims(Exposure(), {"src/padron.py": table})["personal-ids"] == ()
    assert claims(Exposure(), {"tests/padron.csv": table})["personal-ids"] == ()


def test_codes_that_only_sometimes_pass_are_no_list_of_people() -> None:
    codes = "".join(f"{382_905_117 + step * 11:011d}\n" for step in range(400))
    codes = "\n".join(f"{code[:3]}.{code[3:6]}.{code[6:9]}-{code[9:]}" for code in codes.split())
    assert claims(Exposure(), {"datos/codigos.csv": codes})["personal-ids"] == ()


def weighted(digits: str, weights: tuple[int, ...]) -> str:
    return str(-sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 10)


CURP = "BAXD850412HDFRLN0"
NUMBERS = {
    "uy-ci": "cédula 3.849.275-" + weighted("3849275", (2, 9, 8, 7, 6, 3, 4)),
    "sv-dui": "DUI: 03849275-" + weighted("03849275", (9, 8, 7, 6, 5, 4, 3, 2)),
    "do-cedula": "Cédula 402-3849275-" + luhn.calc_check_digit("4023849275"),
    "ve-rif": "RIF V-13849275-" + rif.calc_check_digit("V13849275"),
    "mx-curp": f"curp={CURP}{curp.calc_check_digit(CURP)}",
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_numbers_of_other_countries_are_found_beside_their_names(kind: str) -> None:
    assert claims(Exposure(), {"notas.md": f"{NUMBERS[kind]}\n"})["personal-ids"] == (f"notas.md:1:{kind}",)


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_wrong_check_digit_is_nobodys(kind: str) -> None:
    wrong = NUMBERS[kind][:-1] + str((int(NUMBERS[kind][-1]) + 1) % 10)
    assert claims(Exposure(), {"notas.md": f"{wrong}\n"})["personal-ids"] == ()
