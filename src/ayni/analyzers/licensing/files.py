# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which paths are the license of a project, and which declare one."""

import re
from typing import Final

from ayni.analyzers.community.names import folded_folder, kind_of
from ayni.analyzers.community.text import fold
from ayni.analyzers.path_kinds import is_own

_OPENINGS: Final = """
    license licence licenses licences licencia licencias licenca licencas copying unlicense unlicence
"""
_OPENING: Final = frozenset(_OPENINGS.split())
_BEFORE: Final = frozenset({"mit", "gpl", "lgpl", "agpl", "bsd", "apache", "mpl", "epl", "eupl", "cc", "isc", "gnu"})
_OTHERS: Final = """
    third 3rd party thirdparty dependencies header headers template checker notice terceros terceiros
"""
_OTHER_PEOPLES: Final = frozenset(_OTHERS.split())
_TEXT: Final = re.compile(r"(?:\.(?:md|markdown|txt|text|rst|adoc|html?|org|pdf|[A-Z][A-Za-z0-9.-]*))?", re.DOTALL)
_FOLDERS: Final = frozenset({"license", "licenses", "licencia", "licencias", "licenca", "licencas"})
LICENSES: Final = "LICENSES/"

MANIFESTS: Final = frozenset(
    {"package.json", "composer.json", "bower.json", "pyproject.toml", "setup.cfg", "setup.py", "Cargo.toml", "pom.xml"}
    | {"DESCRIPTION"}
)
METADATA: Final = frozenset({"publiccode.yml", "publiccode.yaml", "code.json", "codemeta.json", "CITATION.cff"})


def is_license_name(name: str) -> bool:
    """Whether a file of this name is the text of a license of the project itself."""
    stem, dot, suffix = name.rpartition(".")
    if dot and stem and not _TEXT.fullmatch(f".{suffix}"):
        return False
    words = fold(name if not stem or suffix.isupper() else stem).split()
    if not words or _OTHER_PEOPLES.intersection(words):
        return False
    return words[0] in _OPENING or (words[-1] in _OPENING and words[0] in _BEFORE)


def is_license_file(path: str) -> bool:
    """Whether the path is a license of the project: in the root, in a folder of licenses there, or in LICENSES/."""
    folder, _, name = path.rpartition("/")
    if path.startswith(LICENSES):
        return not name.endswith(".license")
    return is_license_name(name) and (not folder or ("/" not in folder and folded_folder(folder) in _FOLDERS))


def source_kind(path: str) -> str:
    """What kind of declaration the path can make: ``manifest``, ``metadata``, ``badge``; or empty."""
    folder, _, name = path.rpartition("/")
    if not folder and name in METADATA:
        return "metadata"
    if not folder and kind_of(path) == "readme":
        return "badge"
    if path.count("/") <= 2 and (name in MANIFESTS or name.endswith(".gemspec")) and is_own(path):
        return "manifest"
    return ""
