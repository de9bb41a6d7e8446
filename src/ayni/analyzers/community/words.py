# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that headings and file names use for each section of a project's papers, in four languages.

Folded: small letters, no accents, no apostrophes, words apart by one space, phrases apart by a comma; each language
starts a line with its code. A phrase may stand under several sections. Of overlapping phrases the longest counts;
those under ``""`` keep a shorter one from being seen.
"""

import re
from collections.abc import Mapping
from typing import Final

HEADINGS: Final[Mapping[str, str]] = {
    "": """
        en: terms of use, terms of service, use case, use cases, user story, security server, no support, source code
            license
        es: condiciones de uso, terminos de uso, caso de uso, casos de uso
        pt: termos de uso, casos de uso
        fr: conditions d utilisation, cas d utilisation
    """,
    "purpose": """
        en: about, about the project, about this project, overview, introduction, description, background, purpose,
            motivation, what is, what, why, mission, goals, project goals, objectives, features, summary, context,
            description and context
        es: acerca, acerca de, sobre, descripcion, introduccion, proposito, objetivo, objetivos, que es, resumen,
            contexto, antecedentes, presentacion, caracteristicas, funcionalidades, mision
        pt: sobre o, sobre a, descricao, introducao, proposito, o que e, para que, resumo, apresentacao, visao geral,
            caracteristicas principais, missao
        fr: a propos, presentation, objectif, objectifs, qu est ce que, contexte, pourquoi, fonctionnalites, resume
    """,
    "install": """
        en: install, installing, installation, setup, set up, setting up, getting started, quick start, quickstart,
            prerequisites, pre requisites, requirements, system requirements, deploy, deployment, download,
            installation guide, how to install
        es: instalacion, instalar, instalando, como instalar, guia de instalacion, requisitos, requisitos tecnicos,
            prerequisitos, pre requisitos, prerrequisitos, puesta en marcha, despliegue, inicio rapido, primeros
            pasos, descarga
        pt: instalacao, como instalar, guia de instalacao, pre requisito, implantacao, primeiros passos, passos
            iniciais, como comecar, comecando, dependencias e instalacao, configuracao do ambiente
        fr: installer, guide d installation, prerequis, pre requis, demarrage rapide, deploiement, pour commencer,
            telechargement, mise en place
    """,
    "use": """
        en: use, usage, using, how to use, user guide, user s guide, user manual, users guide, examples, example,
            tutorial, tutorials, quick start, quickstart, getting started, documentation, run, running, cli, commands,
            how it works, user documentation
        es: uso, como usar, modo de uso, usar, utilizacion, guia de usuario, guia del usuario, guia de uso, manual de
            usuario, manual del usuario, ejemplos, ejemplo, ejecucion, ejecutar, documentacion, manual, manuales,
            instrucciones, como funciona, inicio rapido
        pt: como utilizar, utilizacao, guia do usuario, manual do usuario, exemplos, exemplo, executando, execucao,
            documentacao, rodando, como rodar, instrucoes, inicio rapido
        fr: utilisation, utiliser, comment utiliser, guide d utilisation, guide utilisateur, manuel d utilisation,
            exemple, exemples, tutoriel, execution, documentation utilisateur, lancer
    """,
    "contribute": """
        en: contribute, contributing, contribution, contributions, contributor guide, how to contribute, for
            contributors, get involved, getting involved, help wanted, contributing guide, contribution guidelines
        es: contribuir, contribuye, contribuyendo, contribucion, contribuciones, como contribuir, como colaborar,
            colaborar, colabora, colaboracion, guia de contribucion, por que contribuir
        pt: contribua, contribuindo, contribuicao, contribuicoes, colabore, colaborando, colaboracao, guia de
            contribuicao
        fr: contribuer, comment contribuer, participer, guide de contribution
    """,
    "license": """
        en: license, licence, licensing, licenses, copyright, copyright and license, legal notice
        es: licencia, licencias, licenciamiento, derechos de autor
        pt: licenca, licencas, licenciamento, direitos autorais
        fr: licence, droits d auteur, mentions legales
    """,
    "support": """
        en: support, help, getting help, get help, contact, contact us, contacts, community, questions, faq, mailing
            list, chat, commercial support, need help
        es: soporte, ayuda, contacto, contactanos, contactenos, consultas, comunidad, preguntas frecuentes, dudas,
            mesa de ayuda
        pt: suporte, ajuda, contato, contatos, fale conosco, comunidade, perguntas frequentes, duvidas, comunicacao
        fr: aide, assistance, nous contacter, communaute, questions frequentes, foire aux questions
    """,
    "authors": """
        en: author, authors, credits, maintainer, maintainers, contributors, acknowledgments, acknowledgements, team,
            core team, copyright holders, who we are
        es: autor, autores, autor es, autora, creditos, responsables, mantenedores, contribuyentes, reconocimientos,
            agradecimientos, equipo, equipo de desarrollo, colaboradores
        pt: autoria, contribuidores, agradecimentos, equipe, mantenedor, responsaveis
        fr: auteur, auteurs, mainteneurs, contributeurs, remerciements, equipe
    """,
    "policy": """
        en: policy goals, legal basis, legal framework, law, laws, legislation, regulation, regulations, policy
            context, policy framework
        es: politica publica, politicas publicas, marco legal, marco normativo, normativa, normativas, legislacion,
            leyes, base legal, fundamento legal, decreto, marco juridico
        pt: normativo, legislacao, leis, portaria, instrucao normativa, fundamentacao legal, normas
        fr: politique publique, cadre legal, cadre juridique, legislation, reglementation, textes de reference, loi,
            decret
    """,
    "tests": """
        en: test, tests, testing, running tests, running the tests, running the unit tests, running unit tests, run
            the unit tests, run unit tests, run tests, unit tests, test suite, test coverage, integration tests, how
            to test, automated tests, quality assurance
        es: prueba, pruebas, pruebas unitarias, ejecutar pruebas, correr tests, como probar, pruebas automatizadas
        pt: teste, testes, testando, testes unitarios, executando testes, rodando os testes
        fr: essais, lancer les tests, tests unitaires, tests automatises
    """,
    "build": """
        en: build, building, compile, compiling, compilation, build from source, building from source, how to build,
            source build, building and testing, build command, local development, development setup, developer guide
        es: compilacion, compilar, construccion, construir, como compilar, desarrollo local, entorno de desarrollo
        pt: compilacao, compilando, construcao, desenvolvimento local, ambiente de desenvolvimento
        fr: compiler, construire, compilation depuis les sources, developpement en local, developpement local
    """,
    "status": """
        en: status, project status, maturity, development status, state of the project, roadmap and status,
            maintenance status, maintainer status
        es: estado, estado del proyecto, madurez, estado de desarrollo, estado actual
        pt: estado do projeto, status do projeto, status de desenvolvimento, maturidade, situacao do projeto
        fr: statut, etat, etat du projet, statut du projet, maturite, etat d avancement
    """,
    "languages": """
        en: languages, language, translation, translations, internationalization, localization, i18n, translating,
            language guidelines
        es: idioma, idiomas, lenguas, traduccion, traducciones, internacionalizacion, localizacion
        pt: linguas, traducao, traducoes, internacionalizacao
        fr: langue, langues, traduction, traductions, internationalisation
    """,
    "process": """
        en: pull request, pull requests, merge request, merge requests, submitting changes, making changes, workflow,
            submitting a pull request, submitting pull requests, how to contribute, contribution process, contributing
            code, pr process, branching, submission process, your first code contribution, contributing steps, issues,
            patches, workflow and branching, writing pull requests, contributing a change, development process,
            contribution workflow
        es: como contribuir, solicitud de cambio, solicitudes de cambio, proceso de contribucion, flujo de trabajo,
            ramas, enviar cambios, como colaborar, pasos para contribuir, propuestas de cambio
        pt: fazendo pull requests, processo de contribuicao, fluxo de trabalho, solicitacao de mudanca, enviando
            alteracoes
        fr: comment contribuer, demande de fusion, demandes de fusion, processus de contribution, proposer une
            modification, bonnes pratiques de contributions, proposer des changements
    """,
    "requirements": """
        en: requirements, guidelines, contribution guidelines, contribution requirements, acceptance criteria,
            checklist, pull request checklist, content guidelines, pr guidelines, before you submit, quality
            standards, standards, contribution guidelines and standards, what we accept, commit messages, commit
            message, definition of done, what to do before submitting a pull request
        es: requisitos, lineamientos, criterios de aceptacion, pautas, lista de verificacion, reglas, normas de
            contribucion, mensajes de commit, directrices
        pt: diretrizes, criterios de aceitacao, regras, lista de verificacao, mensagens de commit, padroes
        fr: exigences, criteres d acceptation, regles, liste de controle, bonnes pratiques, messages de commit
    """,
    "style": """
        en: style, style guide, styleguide, styleguides, code style, coding style, coding standards, coding
            conventions, linting, code conventions, formatting, coding style and linters, code formatting
        es: estilo, guia de estilo, estilo de codigo, convenciones de codigo, convenciones, estandares de codigo,
            formato
        pt: guia de estilos, padroes de codificacao, padroes de codigo, convencoes, convencoes de codigo, padrao de
            codigo
        fr: guide de style, style de code, conventions de code, conventions, normes de codage
    """,
    "sign-off": """
        en: sign off, signing off, dco, developer certificate of origin, cla, contributor license agreement, sign the
            cla, signing your changes, sign your work
        es: certificado de origen, acuerdo de contribucion, firma de commits, firmar el cla
        pt: certificado de origem, assinatura de commits, acordo de licenca de contribuidor
        fr: certificat d origine, accord de contribution, signature des commits
    """,
    "review": """
        en: review, reviews, code review, code reviews, review process, reviewing, reviewing pull requests, approval,
            responding to feedback, merging
        es: revision, revisiones, revision de codigo, proceso de revision, aprobacion
        pt: revisao, revisao de codigo, processo de revisao, aprovacao
        fr: relecture, revue, revue de code, approbation, validation des contributions
    """,
    "report": """
        en: bug, bugs, issue, issues, reporting bugs, report a bug, bug report, bug reports, reporting issues, issue
            tracker, submitting a bug, search for bugs, create a new bug, known issues, report an issue, reporting
            problems, defects
        es: errores, reportar errores, reporte de errores, reportar un error, informar errores, incidencias, reportar,
            reportar problemas, reportar bugs
        pt: erros, reportando bugs, reportando problemas, relatar problemas, relatando bugs, reportar erros, problemas
        fr: bogue, bogues, signaler un bug, signaler une anomalie, signaler un probleme, anomalies, rapport de bogue
    """,
}

_LANGUAGE: Final = re.compile(r"^\s*[a-z]{2}:", re.MULTILINE)


def phrases_of(listing: str) -> tuple[str, ...]:
    """The phrases of one section, of all languages."""
    phrases = (" ".join(phrase.split()) for phrase in _LANGUAGE.sub(",", listing).split(","))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
