# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes a file so that it is there whole or not at all, whenever the machine stops."""

import os
from pathlib import Path

from ayni.errors import AyniError


def write_whole(path: Path, content: bytes) -> None:
    """Write the content in place of what was there; folders above it are made.

    Raises AyniError where the place cannot be written to.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise AyniError(f"{path}: cannot be written ({error.strerror}); choose a folder that is yours") from None
