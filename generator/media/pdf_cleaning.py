"""A PDF rebuilt from its pages alone, and shown to hold nothing else."""

import re
import zlib
from io import BytesIO

import pypdfium2 as pdfium

from generator.media.pdf_objects import NotPlainError, PdfObject, blank_entries, names_in, objects_of

_UNWANTED = frozenset(
    {
        *(
            b"Metadata",
            b"PieceInfo",
            b"LastModified",
            b"AA",
            b"Annots",
            b"AF",
            b"Thumb",
            b"PresSteps",
            b"Measure",
        ),
        *(b"VP", b"OPI", b"LGIDict", b"SeparationInfo", b"StructParents", b"StructParent"),
    }
)
"""Entries of pages and pictures that are about the page and not on it."""

_REFUSED = _UNWANTED | {
    *(
        b"JS",
        b"JavaScript",
        b"OpenAction",
        b"Launch",
        b"URI",
        b"SubmitForm",
        b"EmbeddedFile",
        b"EmbeddedFiles",
    ),
    *(
        b"Filespec",
        b"EF",
        b"AcroForm",
        b"OCG",
        b"OCMD",
        b"OCProperties",
        b"RichMedia",
        b"Author",
        b"Title",
        b"Encrypt",
    ),
    # Formats of pictures whose inside nobody here can read.
    *(b"JPXDecode", b"Crypt"),
}
_TELLING = (b"Exif\0\0", b"http://ns.adobe.com/", b"<x:xmpmeta", b"<?xpacket", b"Photoshop 3.0")
_DATE = re.compile(rb"/CreationDate\(D:[^)]*\)|/Creator\(PDFium\)|/Producer\(PDFium\)")
_IDENTITY = re.compile(rb"/ID\[<([0-9A-F]*)><([0-9A-F]*)>\]")
_MOST_UNPACKED = 200_000_000
"""Bytes one stream may unpack to before it is taken for a bomb."""


def cleaned(document: pdfium.PdfDocument) -> tuple[bytes, str]:
    """The document's pages as a new PDF, the same bytes each time; or no bytes, and what stands in the way, in words.

    Annotations and form fields should be part of the pages already (flattened).
    """
    for page in document:
        if tuple(map(round, page.get_cropbox())) != tuple(map(round, page.get_mediabox())):
            return b"", "content outside the visible page"
    try:
        once = blank_entries(_rebuilt(document), unwanted=_UNWANTED.__contains__)
        # What was blanked is still there, only nothing points to it: the second time it is not taken along.
        with pdfium.PdfDocument(_without_picture_metadata(once)) as again:
            twice = _without_identity(_rebuilt(again))
        left = _left_in(twice)
    except (NotPlainError, pdfium.PdfiumError) as reason:
        return b"", f"a structure that cannot be followed ({reason})"
    return (b"", left) if left else (twice, "")


def _rebuilt(document: pdfium.PdfDocument) -> bytes:
    with pdfium.PdfDocument.new() as fresh:
        fresh.import_pages(document)
        buffer = BytesIO()
        fresh.save(buffer)
    return buffer.getvalue()


def _without_identity(data: bytes) -> bytes:
    """No date, program or random id; spaces keep every offset where it was."""
    data = _DATE.sub(lambda found: b" " * len(found[0]), data)
    return _IDENTITY.sub(
        lambda found: b"/ID[<" + b"0" * len(found[1]) + b"><" + b"0" * len(found[2]) + b">]", data
    )


def _without_picture_metadata(data: bytes) -> bytes:
    """The same file with the metadata segments of its JPEG pictures filled with zeros."""
    scrubbed = bytearray(data)
    for part in objects_of(data):
        if part.stream_start and _filters(data, part) == (b"DCTDecode",):
            scrubbed[part.stream_start : part.stream_end] = _scrubbed_jpeg(
                data[part.stream_start : part.stream_end]
            )
    return bytes(scrubbed)


def _scrubbed_jpeg(jpeg: bytes) -> bytes:
    """Zeros in every comment and application segment but JFIF's (0) and Adobe's (14), which say how to read colours."""
    scrubbed = bytearray(jpeg)
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == 0xFE or marker in {*range(0xE1, 0xF0)} - {0xEE}:
            end = min(at + 2 + length, len(jpeg))
            scrubbed[at + 4 : end] = bytes(max(0, end - at - 4))
        at += 2 + length
    return bytes(scrubbed)


def _filters(data: bytes, part: PdfObject) -> tuple[bytes, ...]:
    found = re.search(rb"/Filter\s*(\[[^\]]*\]|/\w+)", data[part.start : part.end])
    return tuple(re.findall(rb"/(\w+)", found[1])) if found else ()


def _left_in(data: bytes) -> str:
    """What a rebuilt file still holds beside its pages, in words; empty for nothing."""
    for part in objects_of(data):
        refused = sorted(names_in(data, part) & _REFUSED)
        if refused:
            return refused[0].decode("latin-1")
        content = _unpacked(data, part)
        if content is None:
            return "a stream that cannot be unpacked"
        if any(word in content for word in _TELLING):
            return "metadata inside a picture"
    outside = data[data.rfind(b"trailer") :]
    return "a trailer with more than it needs" if re.search(rb"\((?!\))", outside) else ""


def _unpacked(data: bytes, part: PdfObject) -> bytes | None:
    content = data[part.stream_start : part.stream_end]
    for name in _filters(data, part):
        if name != b"FlateDecode":
            # Filters of pixels alone (fax, run lengths, DCT): what they hold is searched as it is.
            return content
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(content, _MOST_UNPACKED)
        except zlib.error:
            return None
        if unpacker.unconsumed_tail:
            return None
    return content
