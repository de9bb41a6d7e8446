# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the sentences of a paper say, beyond its headings: cues in four languages, looked for in folded words.

A cue says "likely", never more: it is a phrase that people use when they write of a thing.
"""

import re
from collections.abc import Mapping
from typing import Final

from ayni.analyzers.community.words import phrases_of

PHRASES: Final[Mapping[str, str]] = {
    "private-channel": """
        en: privately, in private, private email, private vulnerability, private report, confidential, confidentially,
            pgp, gpg key, encrypted, security advisory, security advisories, hackerone, bugcrowd, not open a public,
            not create a public, not report security, not file a public, not open an issue, not use public, not open
            public, instead of public, not disclose, not be reported publicly, not open issues, not use the public,
            security mailing list
        es: en privado, de forma privada, de manera privada, privadamente, correo privado, confidencial,
            confidencialmente, cifrado, no abra, no abras, no cree un issue, no crear un issue, no reporte
            publicamente, no publique, no divulgue, no utilice el, no reportes vulnerabilidades, canal privado
        pt: em privado, de maneira privada, em particular, nao abra, nao crie, nao divulgue, nao publique, nao
            reporte, nao relate
        fr: en prive, de maniere privee, de facon privee, confidentiel, confidentielle, confidentiellement, ne pas
            ouvrir, n ouvrez pas, ne creez pas, ne divulguez pas, chiffre
    """,
    "supported-versions": """
        en: supported version, supported versions, security updates, versions are supported, version supported, latest
            release is supported, only the latest, latest version is supported
        es: versiones soportadas, actualizaciones de seguridad, versiones con soporte, ultima version
        pt: versoes suportadas, atualizacoes de seguranca, ultima versao
        fr: versions supportees, versions prises en charge, mises a jour de securite, derniere version
    """,
    "disclosure": """
        en: responsible disclosure, responsibly disclose, coordinated disclosure, disclosure policy, vulnerability
            disclosure, coordinated vulnerability, embargo, public disclosure, publicly disclose, security advisory,
            security advisories
        es: divulgacion responsable, divulgacion coordinada, divulgacion publica
        pt: divulgacao responsavel, divulgacao coordenada
        fr: divulgation responsable, divulgation coordonnee
    """,
    "end-of-support": """
        en: end of life, end of support, no longer receive, supported until
        es: fin de soporte, fin de vida, ya no recibe, ya no reciben, soporte hasta
        pt: fim do suporte, fim de vida, nao recebe mais, nao recebem mais, suporte ate
        fr: fin de vie, fin de support
    """,
    "sign-off": """
        en: signed off by, sign off, signoff, developer certificate of origin, developercertificate, dco, contributor
            license agreement, contributor licence agreement, cla, eclipse contributor agreement, icla
        es: certificado de origen, acuerdo de licencia de contribuidor, acuerdo de contribucion
        pt: certificado de origem, acordo de licenca
        fr: certificat d origine, accord de contribution, contrat de licence de contributeur
    """,
    "style": """
        en: style guide, styleguide, code style, coding style, coding standard, coding standards, coding convention,
            coding conventions, pep 8, pep8, eslint, prettier, rubocop, psr 2, psr 12, psr2, editorconfig, linter,
            linting, checkstyle, gofmt, golangci, clang format, flake8, ruff, pre commit
        es: guia de estilo, estilo de codigo, convenciones de codigo
        pt: padroes de codigo, padroes de codificacao, padrao de codigo
        fr: guide de style, conventions de code, style de code
    """,
    "process": """
        en: pull request, pull requests, merge request, merge requests, fork, forks, send a patch, patches, prs
        es: solicitud de cambio, solicitud de extraccion
        pt: solicitacao de mudanca
        fr: demande de fusion, demandes de fusion
    """,
    "requirements": """
        en: must pass, will be accepted, we accept, we only accept, will not be accepted, make sure that, please
            ensure, ensure that, requirements for, before submitting, commit message, commit messages, conventional
            commits, checklist
        es: deben cumplir, debe cumplir, asegurate, asegurese, antes de enviar, mensaje de commit, mensajes de commit
        pt: devem seguir, deve seguir, certifique se, mensagens de commit, mensagem de commit
        fr: doivent respecter, doit respecter, assurez vous, avant de soumettre, message de commit, messages de commit
    """,
    "review": """
        en: code review, will review, be reviewed, reviewed by, reviewer, reviewers, review process, maintainer will,
            review your
        es: revision de codigo, sera revisado, sera revisada, revisaremos, revisor, revisores, revisara
        pt: revisao de codigo, revisado por, revisada por
        fr: sera relu, relecture, relecteur, relecteurs, revue de code
    """,
    "report": """
        en: open an issue, open a issue, report a bug, report bugs, reporting bugs, issue tracker, bug tracker, bug
            report, bug reports, file an issue, submit an issue, create an issue, raise an issue, report issues,
            report an issue, github issues
        es: reportar errores, reportar un error, reportar bugs, abrir un issue, abrir una incidencia, crear un issue,
            crea un issue, cree un issue, abre un issue, informar errores, reportar problemas, reporte de errores
        pt: abrir uma issue, abra uma issue, reportar erros, relatar problemas, relatar um problema, relatar bugs,
            crie uma issue, nova issue, reportar um bug
        fr: ouvrir une issue, ouvrez une issue, signaler un bug, signaler un probleme, signaler une anomalie, ouvrir
            un ticket
    """,
}
# Each phrase under its longest word: most phrases have one that the text does not have.
_CUES: Final = tuple(
    (label, tuple((max(phrase.split(), key=len), f" {phrase} ") for phrase in phrases_of(listing)))
    for label, listing in PHRASES.items()
)

_NUMBER: Final = (
    "(?:[0-9]{1,3}|one|two|three|five|seven|ten|uno|una|dos|tres|cinco|siete|diez|um|uma|dois|duas|sete|dez|un|une|deux"
    "|trois|cinq|sept|dix)"
)
_TIME: Final = re.compile(
    rf" {_NUMBER} (?:business |working |calendar |full )?"
    r"(?:hour|hours|day|days|workdays|week|weeks|hora|horas|dia|dias|semana|semanas|heure|heures|jour|jours|semaine"
    r"|semaines) "
)
_SPAN_WORDS: Final = """
    hour hours day days workdays week weeks hora horas dia dias semana semanas heure heures jour jours semaine semaines
"""
_SPANS: Final = frozenset(_SPAN_WORDS.split())
_RESPONSE: Final = re.compile(
    r" (?:respon[ds]\w*|respuesta\w*|respost\w*|repond\w*|reponse\w*|repl(?:y|ies)|acknowledg\w*|acus\w*|accus\w*"
    r"|confirm\w*|contact\w*|contest\w*|retorn\w*|triag\w*|reach|hear|within) "
)
_TESTS_WITH_CHANGES: Final = re.compile(
    r" (?:add|adds|adding|includ\w*|writ(?:e|ing|ten)|provide\w*|updat\w*|accompan\w*|cover\w*|agreg\w*|inclu\w*"
    r"|escrib\w*|acompan\w*|adicion\w*|escrev\w*|ajout\w*|ecri\w*|fourni\w*|need\w*|requir\w*) (?:\w+ ){0,5}?"
    r"(?:test|tests|prueba|pruebas|teste|testes) "
)
_TESTS: Final = frozenset({"test", "tests", "prueba", "pruebas", "teste", "testes"})
_NORM: Final = re.compile(
    r" (?:ley|lei|decreto|resolucion|resolucao|portaria|ordenanza|loi|decret|ordenance|regulation|directive|directiva"
    r"|instrucao normativa|public law) (?:n |no |nro |num |numero |federal |nacional |organica |supremo |eu ){0,3}[0-9]"
)
_WINDOW: Final = 160

_ADDRESS: Final = re.compile(
    r"(?<![\w.%+-])[a-z0-9._%+-]{1,64}(?:@| ?[\[(] ?(?:at|arroba) ?[\])] ?)[a-z0-9-]{1,63}\.[a-z0-9.-]{2,60}",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"@|[\[(] ?(?:at|arroba) ?[\])]", re.IGNORECASE)
_LONGEST_NAME: Final = 66
_REPORT_PAGE: Final = re.compile(
    r"https?://[^\s)>\]]{0,200}(?:secur|segur|advisories|hackerone|bugcrowd|vulnerab|disclos)", re.IGNORECASE
)
_VERSION_TABLE: Final = re.compile(
    r"^\|[^\n|]{0,60}(?:version|vers[aã]o|versi[oó]n|release|branch|rama|branche)[^\n|]{0,60}\|",
    re.IGNORECASE | re.MULTILINE,
)


def cues(text: str, folded: str) -> set[str]:
    """The sections that the text speaks of in its sentences; ``folded`` is its prose, folded."""
    words = frozenset(folded.split())
    found = {label for label, phrases in _CUES if any(word in words and phrase in folded for word, phrase in phrases)}
    if _has_address(text) or ("://" in text and _REPORT_PAGE.search(text)):
        found.add("contact")
    if "|" in text and _VERSION_TABLE.search(text):
        found.add("supported-versions")
    if not words.isdisjoint(_SPANS) and any(_answers(folded, hit) for hit in _TIME.finditer(folded)):
        found.add("response-time")
    if not words.isdisjoint(_TESTS) and _TESTS_WITH_CHANGES.search(folded):
        found.add("tests")
    if _NORM.search(folded):
        found.add("policy")
    return found


def _has_address(text: str) -> bool:
    """Whether an e-mail address stands in it; nothing before the first of its signs is looked at."""
    sign = _SIGN.search(text)
    return sign is not None and _ADDRESS.search(text, max(0, sign.start() - _LONGEST_NAME)) is not None


def _answers(folded: str, time: re.Match[str]) -> bool:
    """Whether a span of time stands near a word of answering."""
    return _RESPONSE.search(folded, max(0, time.start() - _WINDOW), time.end() + _WINDOW) is not None
