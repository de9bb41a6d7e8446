# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an analyzer is: it chooses contents, reads each one once, and concludes over the whole snapshot."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias

from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import Observation

Facts: TypeAlias = "bool | int | float | str | list[Facts] | dict[str, Facts] | None"
"""What an analyzer keeps of one content: plain JSON, so that it can be stored under the content's id."""


class Analyzer(Protocol):
    """Content in, facts out. Raise ``version`` whenever ``read`` could answer differently.

    ``read`` is a pure function of the bytes: neither path nor time, since its result is kept under
    (id, version, blob) and shared by every path and every repository that has the same content. Hostile bytes
    are normal: it raises nothing.
    """

    id: str
    version: int

    def wants(self, entry: TreeEntry) -> bool:
        """Whether the content of this entry is worth reading, judged by path, kind and size alone."""
        ...

    def read(self, content: bytes) -> Facts:
        """What this content says."""
        ...

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """What the snapshot says. A wanted content that is not in ``facts`` could not be read: where it matters, the
        claim is ``NotSeen("content-missing")``; with an incomplete tree, absence is ``NotSeen("listing-incomplete")``.
        """
        ...
