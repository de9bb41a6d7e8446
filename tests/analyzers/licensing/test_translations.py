# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short licenses that people translated themselves. The sentences below are our own translation."""

import pytest

from ayni.analyzers.licensing import identify

MIT_EN_ESPANOL = """Licencia MIT

Copyright (c) 2026 Un ministerio

Por la presente se otorga permiso, de forma gratuita, a cualquier persona que reciba una copia de este software y de sus
archivos de documentación (el "Software"), para que disponga del Software sin restricción alguna, lo que comprende sin
límite los derechos de usar, copiar, modificar, fusionar, publicar, distribuir, sublicenciar y vender copias del
Software, y de permitir que lo haga quien lo reciba, bajo estas condiciones:

El aviso de derechos de autor anterior y este aviso de permiso acompañarán todas las copias o partes sustanciales del
Software.

EL SOFTWARE SE ENTREGA "TAL CUAL", SIN GARANTÍA DE NINGÚN TIPO, EXPRESA NI IMPLÍCITA, LO QUE INCLUYE LAS GARANTÍAS DE
COMERCIABILIDAD, DE IDONEIDAD PARA UN FIN DETERMINADO Y DE NO INFRACCIÓN. EN NINGÚN CASO LOS AUTORES O TITULARES SERÁN
RESPONSABLES DE RECLAMACIÓN, DAÑO U OTRA OBLIGACIÓN, SEA POR CONTRATO, POR ILÍCITO O DE OTRO MODO, QUE SURJA DEL
SOFTWARE O DE SU USO.
"""


def test_a_translation_is_recognized_as_one() -> None:
    match = identify(MIT_EN_ESPANOL)
    assert match is not None
    assert (match.expression, match.language) == ("MIT", "es")
    assert match.similarity < 1.0


@pytest.mark.parametrize(
    "change",
    [
        ("sin restricción alguna", "sin restricción alguna, sin fines comerciales"),
        ("bajo estas condiciones", "únicamente bajo estas condiciones"),
        ("sublicenciar y vender", "y"),
        ('SE ENTREGA "TAL CUAL"', "SE ENTREGA"),
    ],
)
def test_a_translation_that_says_more_or_less_is_unknown(change: tuple[str, str]) -> None:
    assert change[0] in MIT_EN_ESPANOL
    assert identify(MIT_EN_ESPANOL.replace(*change)) is None
