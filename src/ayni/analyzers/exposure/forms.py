# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files are programs for a machine, which are opaque to a reviewer, by extension and, where in doubt, by content.

Images, fonts, sound, film, documents and maps are neither: they are shown, not run (OSPS-QA-05.01 and 05.02).
"""

import re
from enum import StrEnum
from typing import Final

from ayni.analyzers.path_kinds import names


class Form(StrEnum):
    """What the first bytes of a content are."""

    TEXT = "text"
    EXECUTABLE = "executable"
    ARCHIVE = "archive"
    SHOWN = "shown"
    """An image, a font, sound, a document."""
    BINARY = "binary"
    """None of the above, and no text."""


HEAD: Final = 4096

EXECUTABLES: Final = frozenset(
    names(
        "exe dll com scr cpl ocx sys drv efi msi msix msp appx so dylib o obj a lib elf ko class jar war"
        " ear aar apk aab ipa dex odex pyc pyo pyd wasm deb rpm whl egg crx xpi dmg pkg appimage snap"
        " flatpak beam rlib rmeta node swf bundle hi gch pch lo la nexe bc elc luac mexw64 mexa64 xbe"
        " nupkg"
    )
)
OPAQUE: Final = frozenset(
    names(
        "zip tar tgz gz bz2 tbz tbz2 xz txz 7z rar zst lz4 lzma z cab ar cpio iso img bin dat db sqlite"
        " sqlite3 db3 mdb accdb pickle pkl joblib npy npz h5 hdf5 pt pth onnx tflite pb model rds rda"
        " rdata dump bak pack idx pdb suo ilk ncb gem blob data lz br vhd vmdk ova qcow2 pcap"
    )
)
SHOWN: Final = frozenset(
    names(
        "png jpg jpeg jpe jfif gif bmp ico cur icns webp avif tif tiff psd xcf ai eps svg svgz heic tga"
        " dds ttf otf woff woff2 eot fon pfb pfm afm mp3 mp4 m4a m4v mov avi mkv webm ogg ogv oga wav flac"
        " aac mid wmv mpg mpeg pdf doc docx dot dotx xls xlsx xlsm xlsb xlt ppt pptx pps ppsx pot odt ods"
        " odp odg odb ott ots otp rtf epub djvu vsd vsdx pub one drawio sketch fig indd xd cdr dwg dxf mo"
        " shp shx dbf sbn sbx qix cpg tif geotiff gpkg kmz las laz mbtiles parquet avro orc feather arrow"
        " icc icm truststore sas7bdat sav dta por mat msg eml numbers pages jpf jp2 pcx mpp bpmn p7s gpg"
        " sig asc cer crt der p7b p7c csr glb stl 3ds blend fbx max ply ds_store"
    )
)
WRAPPERS: Final = frozenset(("gradle-wrapper.jar", "maven-wrapper.jar"))

_EXECUTABLE_MAGIC: Final = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x00asm",
    b"dex\n0",
    b"!<arch>\n",
    b"BC\xc0\xde",
    b"\xde\xc0\x17\x0b",
    b"\x1bLua",
    b"\xed\xab\xee\xdb",
    b"FOR1",
    b"CWS",
    b"FWS",
)
_ARCHIVE_MAGIC: Final = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
)
_SHOWN_MAGIC: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"wOFF",
    b"wOF2",
    b"OTTO",
    b"\x00\x01\x00\x00",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"\x00\x00\x01\x00",
    b"8BPS",
    b"\xd0\xcf\x11\xe0",
    b"\xde\x12\x04\x95",
    b"\x95\x04\x12\xde",
    b"\xff\xfe",
    b"\xfe\xff",
    b"Bud1",
    b"\x00\x00\x00\x01Bud1",
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_GIT_LFS: Final = b"version https://git-lfs.github.com/spec/"


def form_of(content: bytes) -> Form:
    """What the content is, by its first bytes. A pointer to a content kept elsewhere (Git LFS) is text."""
    head = content[:HEAD]
    if not head or not _CONTROL.search(head) or head.startswith(_GIT_LFS):
        return Form.TEXT
    if head.startswith(_EXECUTABLE_MAGIC) or _is_windows_program(head):
        return Form.EXECUTABLE
    if head.startswith(_ARCHIVE_MAGIC) or head[257:262] == b"ustar":
        return Form.ARCHIVE
    if head.startswith(_SHOWN_MAGIC) or head[4:8] == b"ftyp":
        return Form.SHOWN
    return Form.BINARY if b"\x00" in head or len(_CONTROL.findall(head)) > len(head) // 50 else Form.TEXT


def _is_windows_program(head: bytes) -> bool:
    """MZ, and at the place it names, PE (or NE, LE of older systems)."""
    if not head.startswith(b"MZ") or len(head) < 64:
        return False
    place = int.from_bytes(head[60:64], "little")
    return place >= HEAD or head[place : place + 2] in (b"PE", b"NE", b"LE")


def is_executable(kind: str, form: Form | None) -> bool:
    """Whether a file of this extension and form is a generated program; None where the content was not looked at."""
    if kind in EXECUTABLES:
        return form is not Form.TEXT
    return form is Form.EXECUTABLE and kind not in SHOWN


def is_opaque(kind: str, form: Form | None) -> bool:
    """Whether a file of this extension and form can be neither reviewed nor shown."""
    if kind in SHOWN or is_executable(kind, form):
        return False
    if kind in OPAQUE:
        return form not in (Form.TEXT, Form.SHOWN)
    return form in (Form.ARCHIVE, Form.BINARY)
