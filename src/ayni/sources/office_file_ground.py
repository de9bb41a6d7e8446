# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holds what an office file names against its folder: repositories that are there, documents that can be read."""

from pathlib import Path

from ayni.formats.yaml_positions import Scalar
from ayni.sources.office_file_nodes import Row
from ayni.sources.office_file_notes import Notes
from ayni.sources.office_file_places import PlaceError, digest_of, find_folder, is_address, is_file_name


class Ground:
    """The folder of one office file. ``digests`` has the digest of every document that was read, under its path."""

    def __init__(self, notes: Notes, folder: Path) -> None:
        self.notes = notes
        self.folder = folder
        self.digests: dict[str, str] = {}

    def source(self, row: Row, node: Scalar) -> None:
        """Note a repository's source that is neither an address nor a folder here."""
        if self._is_address(row, "source", node) is False:
            try:
                find_folder(self.folder, node.text)
            except PlaceError as error:
                self.notes.add(node, f"{row.key}.source", str(error))

    def upstream(self, row: Row, node: Scalar) -> None:
        """Note an upstream that is no address."""
        if self._is_address(row, "upstream", node) is False:
            self.notes.add(node, f"{row.key}.upstream", "must be an address that begins with https://")

    def document(self, row: Row, node: Scalar) -> None:
        """Note a document that names a file which is not here; keep the digest of one that is."""
        if self._is_address(row, "document", node) is not False or not is_file_name(node.text):
            return
        try:
            if node.text not in self.digests:
                self.digests[node.text] = digest_of(self.folder, node.text)
        except PlaceError as error:
            self.notes.add(node, f"{row.key}.document", str(error))

    def _is_address(self, row: Row, name: str, node: Scalar) -> bool | None:
        """Whether it is an address; None where it is one that must not be used, which is noted."""
        try:
            return is_address(node.text)
        except PlaceError as error:
            self.notes.add(node, f"{row.key}.{name}", str(error))
            return None
