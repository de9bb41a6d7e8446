# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which path is which community file: names in four languages, and the folders they live in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ayni.analyzers.community.text import fold

# Names without case, accents, separators and digits.
NAMES: Final[Mapping[str, str]] = {
    "readme": "readme leeme leiame lisezmoi lisez",
    "contributing": (
        "contributing contribute contribution contributions contributionguide contributingguide contributionguidelines"
        " howtocontribute contribuir contribuyendo contribucion contribuciones comocontribuir guiadecontribucion"
        " colaborar colaboracion contribuindo contribuicao contribuicoes guiadecontribuicao colaborando contribuer"
        " guidedecontribution"
    ),
    "code-of-conduct": (
        "codeofconduct conduct contributorcovenant codigodeconducta codigoconducta conducta codigodeconduta"
        " codigoconduta conduta codedeconduite"
    ),
    "security-policy": (
        "security securitypolicy vulnerabilitydisclosure vulnerabilitydisclosurepolicy securityreporting seguridad"
        " politicadeseguridad divulgaciondevulnerabilidades seguranca politicadeseguranca divulgacaodevulnerabilidades"
        " securite politiquedesecurite"
    ),
    "governance": (
        "governance governancemodel projectgovernance charter gobernanza modelodegobernanza governanca"
        " modelodegovernanca gouvernance"
    ),
    "maintainers": (
        "maintainers maintainer codeowners owners authors author mantenedores responsables autores responsaveis"
        " mainteneurs auteurs"
    ),
    "support": "support gettinghelp help soporte ayuda suporte ajuda aide assistance",
    "changelog": (
        "changelog changelogs changes history news releasenotes releasehistory whatsnew cambios registrodecambios"
        " historialdecambios historial notasdeversion notasdelanzamiento novedades mudancas registrodemudancas"
        " alteracoes historicodealteracoes notasdaversao notasdeversao novidades journaldesmodifications"
        " modifications historique notesdeversion nouveautes"
    ),
    "roadmap": "roadmap hojaderuta roteiro planderuta feuillederoute",
    "community": "community comunidad comunidade communaute",
}
"""``community`` is no claim of its own: its headings speak of roles and support."""

_MARKUP: Final = "md markdown mdown mkd mdx rst rest txt adoc asciidoc asc org textile rdoc"
TEXT_SUFFIXES: Final = frozenset(("", *_MARKUP.split(" ")))
PAGE_SUFFIXES: Final = TEXT_SUFFIXES - {""} | {"html", "htm", "pdf", "odt", "docx", "doc", "tex", "ipynb"}
"""What counts as a page of documentation; of these only the text formats are read."""

HOSTING_FOLDERS: Final = frozenset({".github", ".gitlab", ".forgejo", ".gitea"})
DOCUMENTATION_FOLDERS: Final = frozenset(
    {"docs", "doc", "documentation", "documentations", "documentacion", "documentacao", "manual", "manuales", "manuais"}
)
_POLICIES: Final = """
    policy policies politica politicas normativa normativas normas norma legislacao legislacion legislation law laws ley
    leyes lei leis legal marco-legal marco-normativo politique politiques reglementation regulation regulations
"""
POLICY_FOLDERS: Final = frozenset(_POLICIES.split())
LANGUAGE_WORDS: Final[Mapping[str, str]] = {
    "english": "en",
    "ingles": "en",
    "anglais": "en",
    "espanol": "es",
    "spanish": "es",
    "castellano": "es",
    "espagnol": "es",
    "portugues": "pt",
    "portuguese": "pt",
    "portugais": "pt",
    "french": "fr",
    "frances": "fr",
    "francais": "fr",
}
LANGUAGE_OF_README: Final[Mapping[str, str]] = {"leeme": "es", "leiame": "pt", "lisezmoi": "fr", "lisez": "fr"}
_LISTED_CODES: Final = """
    en es pt fr de it ca eu gl qu ay gn ht nl ru uk pl zh cn tw ja jp ko kr tr ar fa hi id vi th sv fi da no cs hu ro
    el he
"""
_CODES: Final = tuple(_LISTED_CODES.split())
_SUBFOLDER: Final = re.compile(rf"(?i)(?:(?:{'|'.join(_CODES)})(?:[-_][a-z]{{2}})?|src|source)?")
"""Where documentation has its papers one folder further down: per language, or as sources."""

_LANGUAGE: Final = re.compile(rf"(?i)[-_. ](?P<code>{'|'.join(_CODES)})(?:[-_][a-z]{{2}}|[-_][0-9]{{3}})?$")
_LANGUAGE_WORD: Final = re.compile(rf"[-_. ](?P<word>{'|'.join(LANGUAGE_WORDS)})$")
_KIND_OF: Final = {name: kind for kind, names in NAMES.items() for name in names.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A file name taken apart: ``key`` is the stem without case, accents, separators, digits; ``language`` or empty."""

    key: str
    suffix: str
    language: str
    loud: bool
    """Whether the stem is in capitals, as community files are and pages of documentation seldom."""


@lru_cache(maxsize=4096)
def name_of(name: str) -> Name:
    """Take a file name apart: ``README_pt-BR.md`` is ``readme``, ``md``, ``pt``."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem:
        stem, suffix = name, ""
    elif suffix.lower() not in PAGE_SUFFIXES and (suffix.lower() in _CODES):
        stem, suffix = f"{stem}.{suffix}", ""
    stem, language = _split_language(stem)
    key = "".join(character for character in fold(stem) if "a" <= character <= "z")
    return Name(
        key=key,
        suffix=suffix.lower(),
        language=language or LANGUAGE_OF_README.get(key, ""),
        loud=stem.upper() == stem and stem.lower() != stem,
    )


def _split_language(stem: str) -> tuple[str, str]:
    hit = _LANGUAGE.search(stem)
    if hit and hit.start():
        return stem[: hit.start()], hit["code"].lower()
    folded = fold(stem).strip().replace(" ", "-")
    word = _LANGUAGE_WORD.search(folded)
    if word and word.start():
        return folded[: word.start()], LANGUAGE_WORDS[word["word"]]
    return stem, ""


@lru_cache(maxsize=4096)
def folded_folder(part: str) -> str:
    """A folder's name without case and accents."""
    return fold(part).strip().replace(" ", "-")


def is_documentation(path: str) -> bool:
    """Whether the path lies in a folder of documentation at the top, or one below it."""
    parts = path.split("/")[:-1][:2]
    return any(folded_folder(part) in DOCUMENTATION_FOLDERS for part in parts)


def kind_of(path: str) -> str:
    """The kind of community file, a key of NAMES or ``issue-template``, ``change-template``, ``funding``; or empty."""
    folder, _, name = path.rpartition("/")
    template = _template_of(folder.lower(), name)
    if template:
        return template
    taken = name_of(name)
    kind = _KIND_OF.get(taken.key, "")
    if not kind or taken.suffix not in TEXT_SUFFIXES:
        return ""
    return kind if _may_live_in(folder, kind, taken) else ""


def _may_live_in(folder: str, kind: str, name: Name) -> bool:
    """Root and hosting folders hold any; documentation folders need the loud name where a page could be meant."""
    top, _, rest = folder.partition("/")
    if not folder or (top.lower() in HOSTING_FOLDERS | {"governance", "gobernanza", "governanca"} and not rest):
        return bool(name.suffix) or name.loud or kind in {"readme", "changelog", "maintainers"}
    if top == ".well-known":
        return kind == "security-policy" and not rest
    if folded_folder(top) not in DOCUMENTATION_FOLDERS or not _SUBFOLDER.fullmatch(rest):
        return False
    return kind in {"contributing", "code-of-conduct", "changelog", "roadmap", "governance"} or name.loud


_ISSUE_FOLDER: Final = re.compile(r"(?:(?:\.(?:github|gitea|forgejo)|docs?)/)?issue_template|\.gitlab/issue_templates")
_CHANGE_FOLDER: Final = re.compile(
    r"(?:(?:\.(?:github|gitea|forgejo)|docs?)/)?pull_request_template|\.gitlab/merge_request_templates"
)
_CHANGE_NAME: Final = re.compile(r"(?:pull|merge)[_-]request[_-]template(?:\.[a-z-]{2,8})?", re.IGNORECASE)
_ISSUE_NAME: Final = re.compile(r"issue[_-]template(?:\.[a-z-]{2,8})?", re.IGNORECASE)


def _template_of(folder: str, name: str) -> str:
    if name.lower() in {"funding.yml", "funding.yaml", "funding.json", "funding.md"}:
        return "funding" if folder in HOSTING_FOLDERS | {""} else ""
    if folder in HOSTING_FOLDERS | {"", "docs", "doc"} or _ISSUE_FOLDER.fullmatch(folder):
        if _CHANGE_NAME.fullmatch(name):
            return "change-template"
        if _ISSUE_NAME.fullmatch(name):
            return "issue-template"
    if not name.lower().endswith((".md", ".yml", ".yaml", ".txt")) or name.lower().startswith("config."):
        return ""
    if _ISSUE_FOLDER.fullmatch(folder):
        return "issue-template"
    return "change-template" if _CHANGE_FOLDER.fullmatch(folder) else ""


def is_policy_text(path: str) -> bool:
    """Whether the path is a page in a folder of policies or laws, at the top or one below it."""
    *folders, name = path.split("/")
    if not any(folded_folder(part) in POLICY_FOLDERS for part in folders[:2]):
        return False
    return name_of(name).suffix in PAGE_SUFFIXES | {"xml"} and name_of(name).key not in {
        "readme",
        "license",
        "licencia",
    }
