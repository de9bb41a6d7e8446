# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of headings and file names for security policies, governance and documentation topics, in four languages.

The form is that of ``community_words``.
"""

from collections.abc import Mapping
from typing import Final

TOPICS: Final[Mapping[str, str]] = {
    "": """
        en: security, security policy, security policies, security considerations, privacy policy of, antitrust policy
        es: seguridad, politica de seguridad, politicas de seguridad
        pt: seguranca, politica de seguranca
        fr: securite, politique de securite
    """,
    "contact": """
        en: reporting a vulnerability, reporting vulnerabilities, reporting security issues, report a vulnerability,
            contact, reporting a security issue, how to report, security contact, security contacts, security problems
        es: reportar una vulnerabilidad, reportar vulnerabilidades, reporte de vulnerabilidades, contacto, informar
            una vulnerabilidad, como reportar, contacto de seguridad
        pt: reportar uma vulnerabilidade, relatar uma vulnerabilidade, reportando uma vulnerabilidade, contato, relato
            de vulnerabilidades, reportar vulnerabilidades, nota sobre falhas de seguranca
        fr: signaler une vulnerabilite, signaler une faille, signalement de vulnerabilites, contact securite
    """,
    "private-channel": """
        en: private reporting, private vulnerability reporting, confidential reporting, pgp, pgp key, gpg key,
            encryption key, reporting gpg key, private disclosure
        es: canal privado, reporte privado, clave pgp, clave publica
        pt: relato privado, chave pgp, chave publica
        fr: canal prive, signalement prive, cle pgp, cle publique
    """,
    "response-time": """
        en: response time, response times, response timeline, timeline, what to expect, service levels, sla, response
            targets
        es: tiempo de respuesta, tiempos de respuesta, plazos, plazo de respuesta, que esperar
        pt: tempo de resposta, tempos de resposta, prazos, prazo de resposta, o que esperar
        fr: delai de reponse, delais de reponse, delais, a quoi s attendre
    """,
    "supported-versions": """
        en: supported versions, supported releases, version support, versions supported, supported branches
        es: versiones soportadas, versiones con soporte, versiones compatibles, versiones mantenidas, versiones
            admitidas
        pt: versoes suportadas, versoes com suporte, versoes mantidas
        fr: versions supportees, versions prises en charge, versions maintenues
    """,
    "disclosure": """
        en: disclosure, disclosure policy, responsible disclosure, coordinated disclosure, vulnerability disclosure,
            disclosure procedure, disclosure process, disclosing a security issue, reporting a vulnerability,
            advisories, vulnerability management, security advisories, handling of vulnerabilities, reporting security
            issues
        es: divulgacion, divulgacion responsable, divulgacion coordinada, politica de divulgacion, gestion de
            vulnerabilidades, reportar una vulnerabilidad, reporte de vulnerabilidades
        pt: divulgacao, divulgacao responsavel, divulgacao coordenada, politica de divulgacao, gestao de
            vulnerabilidades, reportar uma vulnerabilidade, reportando uma vulnerabilidade
        fr: divulgation, divulgation responsable, divulgation coordonnee, politique de divulgation, signaler une
            vulnerabilite, gestion des vulnerabilites
    """,
    "end-of-support": """
        en: end of life, end of support, eol, support lifecycle, release lifecycle, support period, unsupported
            versions, support policy, long term support
        es: fin de soporte, fin de vida, fin del soporte, periodo de soporte, politica de soporte
        pt: fim do suporte, fim de suporte, fim de vida, periodo de suporte, politica de suporte
        fr: fin de support, fin de vie, fin du support, politique de support
    """,
    "roles": """
        en: role, roles, roles and responsibilities, responsibilities, committers, maintainers, steering committee,
            triagers, technical steering committee, project lead, project leads, code owners, contributor ladder,
            project members
        es: rol, roles y responsabilidades, responsabilidades, comite, comite directivo, responsables, mantenedores
        pt: papel, papeis, papeis e responsabilidades, comite gestor, mantenedores, responsaveis
        fr: role et responsabilites, roles et responsabilites, responsabilites, comite de pilotage, mainteneurs
    """,
    "decisions": """
        en: decision, decisions, decision making, voting, consensus, conflict resolution, lazy consensus, how
            decisions are made, proposals, rfc process
        es: decisiones, toma de decisiones, votacion, votaciones, consenso, resolucion de conflictos
        pt: decisoes, tomada de decisao, tomada de decisoes, votacao, resolucao de conflitos
        fr: prise de decision, prises de decision, vote, votes, resolution des conflits
    """,
    "membership": """
        en: membership, members, becoming a maintainer, becoming a committer, becoming a member, joining, onboarding,
            elections, adding maintainers, removing maintainers, stepping down, promotion process, how to become a
            maintainer, emeritus
        es: membresia, miembros, incorporacion, como ser mantenedor, elecciones, ingreso
        pt: membros, ingresso, como se tornar mantenedor, eleicoes, adesao
        fr: membres, adhesion, devenir mainteneur, election
    """,
    "permissions": """
        en: permission, permissions, privileges, access, access rights, commit rights, sensitive access, write access,
            access control, authority
        es: permisos, privilegios, accesos, derechos de acceso, atribuciones
        pt: permissoes, privilegios, acessos, direitos de acesso
        fr: droits d acces, privileges, acces, droits
    """,
    "dependencies": """
        en: dependencies, dependency management, dependency policy, third party packages, third party dependencies,
            built with, tech stack, third party software, updating dependencies
        es: dependencias, gestion de dependencias, dependencias externas, bibliotecas de terceros, tecnologias
        pt: gestao de dependencias, gerenciamento de dependencias, verificar atualizacoes de dependencias
        fr: dependances, gestion des dependances, bibliotheques tierces
    """,
    "verification": """
        en: verifying releases, verify the release, verify signatures, checksums, release verification, verifying the
            download, signature verification, verifying provenance, provenance
        es: verificar la descarga, verificar firmas, verificacion de integridad, sumas de verificacion
        pt: verificar o download, verificar assinaturas, verificacao de integridade, somas de verificacao
        fr: verifier les signatures, verification d integrite, sommes de controle, verifier le telechargement
    """,
    "publisher-identity": """
        en: release keys, release signing, publisher identity, release managers, release manager, signed releases, who
            signs the releases, release signing key, release signing keys
        es: identidad del publicador, firma de versiones, versiones firmadas, clave de firma de versiones, claves de
            firma de versiones
        pt: identidade do publicador, assinatura de versoes, chave de assinatura de versoes, chaves de assinatura de
            versoes
        fr: identite de l editeur, signature des versions, cle de signature des versions, cles de signature des
            versions
    """,
    "architecture": """
        en: architecture, design, architectural overview, system design, component diagram, data model, data models,
            technical design, software architecture, internals, technical architecture, repository structure
        es: arquitectura, diseno, modelo de datos, diagrama de arquitectura, diseno tecnico, arquitectura del sistema,
            estructura del proyecto, modulos del proyecto
        pt: arquitetura, desenho, modelo de dados, diagrama de arquitetura, projeto tecnico, conceitos arquiteturais,
            arquitetura de pacotes, estrutura do projeto
        fr: conception, modele de donnees, architecture technique
    """,
    "interfaces": """
        en: api, apis, api reference, api documentation, interface, interfaces, endpoints, rest api, openapi, swagger,
            protocols, command line interface, web services, webservices, external interfaces, graphql, cli reference,
            usage and api
        es: referencia de la api, interfaces externas, servicios web, puntos de acceso, recursos de la api,
            documentacion api
        pt: referencia da api, interfaces externas, servicos web, documentacao da api
        fr: reference de l api, interfaces externes, services web, points d acces, documentation de l api
    """,
    "threat-model": """
        en: threat model, threat models, threat modeling, threat modelling, attack surface, security model, trust
            boundaries, threats, security assessment
        es: modelo de amenazas, amenazas, superficie de ataque, modelo de seguridad
        pt: modelo de ameacas, ameacas, modelo de seguranca
        fr: modele de menaces, menaces, surface d attaque, modele de securite
    """,
    "secrets": """
        en: secret management, secrets management, managing secrets, credential management, storing secrets, secret
            rotation, handling secrets
        es: gestion de secretos, manejo de secretos, gestion de credenciales
        pt: gestao de segredos, gerenciamento de segredos, gestao de credenciais
        fr: gestion des secrets, gestion des identifiants
    """,
    "subprojects": """
        en: subprojects, sub projects, related projects, related repositories, repositories, submodules, other
            repositories, codebases, project repositories
        es: subproyectos, proyectos relacionados, repositorios relacionados, repositorios, submodulos
        pt: subprojetos, projetos relacionados
        fr: sous projets, projets lies, projets connexes, depots, depots lies, sous modules
    """,
    "accessibility": """
        en: accessibility, a11y, wcag, accessibility statement, accessible
        es: accesibilidad, declaracion de accesibilidad
        pt: acessibilidade, emag, declaracao de acessibilidade
        fr: accessibilite, rgaa, declaration d accessibilite
    """,
    "standards": """
        en: standards, open standards, standards used, supported standards, compliance, conformance, specifications,
            norms
        es: estandares, estandares abiertos, cumplimiento, especificaciones, normas tecnicas, interoperabilidad
        pt: padroes abertos, conformidade, especificacoes, normas tecnicas, interoperabilidade
        fr: normes, standards ouverts, normes ouvertes, conformite, specifications, interoperabilite, interoperability
    """,
    "personal-data": """
        en: privacy, personal data, data protection, gdpr, privacy policy, privacy notice, personal information, pii
        es: privacidad, datos personales, proteccion de datos, politica de privacidad, aviso de privacidad, habeas
            data
        pt: privacidade, dados pessoais, protecao de dados, lgpd, politica de privacidade, aviso de privacidade
        fr: vie privee, donnees personnelles, protection des donnees, rgpd, politique de confidentialite,
            confidentialite
    """,
}
