# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""License and copyright information in every file, counted, and held against REUSE 3.3."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ayni.analyzers.analyzer import Facts
from ayni.analyzers.licensing import granted
from ayni.analyzers.path_kinds import extension
from ayni.analyzers.reuse.annotations import Annotation, annotations_of, read_annotations
from ayni.analyzers.reuse.rules import DEP5, Information, Sources, Tally, is_covered, problems
from ayni.analyzers.reuse.tags import find_tags
from ayni.analyzers.tree import BlobId, Tree, TreeEntry
from ayni.evidence import NotSeen, Observation, Value

LARGEST: Final = 1024 * 1024
TOLERATED_MISSING: Final = 0.05
"""Share of the contents that may be missing before the counts are unknown; what is missing is left out of them."""

MOST_LICENSES: Final = 100
_BINARY: Final = """
    7z a aac ai apk avi avif bin bmp bz2 cab cer class crt cur dat db dds deb der dex dll dmg doc docm docx dylib ear
    eot eps exe flac fla fig gif gz h5 hdf heic icns ico iso jar jks jpeg jpg jp2 keystore ko lib lz4 lzma m4a m4v mkv
    mo mov mp3 mp4 mpeg mpg msi nc npy npz nupkg o obj odb odg odp ods odt ogg ogv onnx otf p12 parquet pb pcap pdb pdf
    pfx pickle pkl png ppt pptx psd pt pth pyc pyo rar rdb rds rpm rtf sas7bdat sav shp shx sketch so sqlite sqlite3
    swf tar tga tgz tif tiff ttc ttf war wasm wav webm webp whl wmv woff woff2 xcf xls xlsb xlsm xlsx xz z zip zst
"""
BINARY_SUFFIXES: Final = frozenset(_BINARY.split())


class Reuse:
    """The claims of ``analyzers/licenses`` about the files themselves.

    Kept of one content: nothing at all for most; its SPDX expressions, or else the licenses that a notice or a text in
    it names; whether it has a copyright notice; the annotations where it is a REUSE.toml or a dep5.
    """

    id = "reuse"
    version = 2

    def wants(self, entry: TreeEntry) -> bool:
        """Every covered file in text, and what says something about other files."""
        if not entry.is_file or (entry.size is not None and not 0 < entry.size <= LARGEST):
            return False
        if entry.name.endswith(".license") or entry.name == "REUSE.toml" or entry.path == DEP5:
            return True
        return not _is_binary(entry) and is_covered(entry)

    def read(self, content: bytes) -> Facts:
        """The tags, notices and annotations of one content; None when it has none."""
        tags = find_tags(content)
        kept: dict[str, Facts] = {}
        if tags.expressions:
            kept["expressions"] = [*tags.expressions]
        else:
            detected = granted(content)
            if detected:
                kept["detected"] = [*detected]
        if tags.copyright:
            kept["copyright"] = True
        annotations = read_annotations(content)
        if annotations is not None:
            kept["annotations"] = annotations
        return kept or None

    def conclude(self, tree: Tree, facts: Mapping[BlobId, Facts]) -> Iterable[Observation]:
        """Counts of files, their licenses, and what REUSE finds wrong."""
        if not tree.complete:
            return [Observation(claim=claim, value=NotSeen(reason="listing-incomplete")) for claim in _CLAIMS]
        return _Conclusion(tree, facts, self).observations()


_CLAIMS: Final = (
    "files-covered",
    "files-with-license-information",
    "files-with-copyright",
    "file-licenses",
    "reuse-problems",
)


class _Conclusion:
    """What one snapshot says."""

    def __init__(self, tree: Tree, facts: Mapping[BlobId, Facts], analyzer: Reuse) -> None:
        self.tree = tree
        self.facts = facts
        self.analyzer = analyzer
        self.unreadable: list[str] = []
        self.sources = Sources(own=dict(self._own()), annotations=dict(self._annotations()))

    def _own(self) -> Iterator[tuple[str, Information]]:
        for entry in self.tree.files:
            kept = self.facts.get(entry.blob)
            if isinstance(kept, dict) and self.analyzer.wants(entry):
                yield entry.path, _information(kept)
            elif entry.name.endswith(".license") and (entry.blob in self.facts or entry.size == 0):
                yield entry.path, Information()  # an empty side file still silences the file's own header

    def _annotations(self) -> Iterator[tuple[str, tuple[Annotation, ...]]]:
        for entry in self.tree.files:
            if entry.name != "REUSE.toml" and entry.path != DEP5:
                continue
            kept = self.facts.get(entry.blob)
            annotations = kept.get("annotations") if isinstance(kept, dict) else None
            if annotations is False:
                self.unreadable.append(entry.path)
            yield "" if entry.path == DEP5 else entry.folder, annotations_of(annotations)

    def observations(self) -> Iterator[Observation]:
        tally, licensed, noticed, missing = Tally(), 0, 0, 0
        licenses: Counter[str] = Counter()
        for entry in self.tree.files:
            if not is_covered(entry):
                continue
            information = self.sources.about(entry.path)
            if not information.complete and self._is_missing(entry):
                missing += 1
                continue
            if not information.complete and self._is_too_large(entry):
                tally.too_large += 1
                continue
            tally.add(information)
            expressions = information.expressions or self._detected(entry)
            licensed += bool(expressions)
            noticed += information.copyright
            licenses[" AND ".join(expressions)] += 1
        del licenses[""]
        unseen = missing > TOLERATED_MISSING * (tally.covered + missing)
        wrong = problems(self.tree, tally, self.unreadable)
        yield from self._counts((tally.covered, licensed, noticed, _listing(licenses)), unseen=unseen)
        hidden = unseen or (missing and not wrong)
        yield Observation(claim="reuse-problems", value=NotSeen(reason="content-missing") if hidden else wrong)

    def _counts(self, values: tuple[Value, ...], *, unseen: bool) -> Iterator[Observation]:
        for claim, value in zip(_CLAIMS, values, strict=False):
            yield Observation(claim=claim, value=NotSeen(reason="content-missing") if unseen else value)

    def _detected(self, entry: TreeEntry) -> tuple[str, ...]:
        """What a notice without a tag names: license information, though not in the way of REUSE."""
        kept = self.facts.get(entry.blob)
        return _texts(kept.get("detected")) if isinstance(kept, dict) else ()

    def _is_missing(self, entry: TreeEntry) -> bool:
        return self.analyzer.wants(entry) and entry.blob not in self.facts

    def _is_too_large(self, entry: TreeEntry) -> bool:
        return entry.size is not None and entry.size > LARGEST and not _is_binary(entry)


def _information(kept: Mapping[str, Facts]) -> Information:
    return Information(expressions=_texts(kept.get("expressions")), copyright=kept.get("copyright") is True)


def _texts(facts: Facts) -> tuple[str, ...]:
    return tuple(item for item in facts if isinstance(item, str)) if isinstance(facts, list) else ()


def _listing(licenses: Counter[str]) -> tuple[str, ...]:
    ordered = sorted(licenses.items(), key=lambda item: (-item[1], item[0]))
    return tuple(f"{expression}={count}" for expression, count in ordered[:MOST_LICENSES])


def _is_binary(entry: TreeEntry) -> bool:
    return extension(entry.name) in BINARY_SUFFIXES
