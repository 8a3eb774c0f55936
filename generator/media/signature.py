"""What a file is, told by its first bytes and never by its name."""

from enum import StrEnum

HEAD = 4096
"""How many bytes of a file `recognise` wants to see."""


class Format(StrEnum):
    """Every format this room reads or refuses by name."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    GIF = "GIF"
    TIFF = "TIFF"
    BMP = "BMP"
    AVIF = "AVIF"
    HEIC = "HEIC"
    MP4 = "MP4"
    MATROSKA = "Matroska or WebM"
    AVI = "AVI"
    WINDOWS_MEDIA = "Windows Media"
    FLASH = "Flash video"
    MPEG = "MPEG"
    MPEG_STREAM = "MPEG transport stream"
    MP3 = "MP3"
    AAC = "AAC"
    WAV = "WAV"
    OGG = "Ogg"
    FLAC = "FLAC"
    AIFF = "AIFF"
    CAF = "Core Audio"
    AMR = "AMR"
    PDF = "PDF"
    SVG = "SVG"
    ARCHIVE = "ZIP, Word, PowerPoint or Scratch"
    OLD_OFFICE = "old Word, Excel or PowerPoint"
    PHOTOSHOP = "Photoshop"
    JPEG_XL = "JPEG XL"
    TEXT = "text"


PICTURES = frozenset(
    {Format.JPEG, Format.PNG, Format.WEBP, Format.GIF, Format.TIFF, Format.BMP, Format.AVIF, Format.HEIC}
)

DEMUXERS = {
    Format.MP4: "mov",
    Format.MATROSKA: "matroska",
    Format.AVI: "avi",
    Format.WINDOWS_MEDIA: "asf",
    Format.FLASH: "flv",
    Format.MPEG: "mpeg",
    Format.MPEG_STREAM: "mpegts",
    Format.MP3: "mp3",
    Format.AAC: "aac",
    Format.WAV: "wav",
    Format.OGG: "ogg",
    Format.FLAC: "flac",
    Format.AIFF: "aiff",
    Format.CAF: "caf",
    Format.AMR: "amr",
}
"""Film and sound, with the name of the one ffmpeg reader that is allowed to open each: none of them follows a playlist."""

_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"\x1aE\xdf\xa3", Format.MATROSKA),
    (b"0&\xb2u\x8ef\xcf\x11", Format.WINDOWS_MEDIA),
    (b"FLV\x01", Format.FLASH),
    (b"\0\0\x01\xba", Format.MPEG),
    (b"\0\0\x01\xb3", Format.MPEG),
    (b"ID3", Format.MP3),
    (b"OggS", Format.OGG),
    (b"fLaC", Format.FLAC),
    (b"caff", Format.CAF),
    (b"#!AMR", Format.AMR),
    (b"PK\x03\x04", Format.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLD_OFFICE),
    (b"8BPS", Format.PHOTOSHOP),
    (b"\xff\x0a", Format.JPEG_XL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Format.JPEG_XL),
)

_CONTAINERS = {
    (b"RIFF", b"WEBP"): Format.WEBP,
    (b"RIFF", b"WAVE"): Format.WAV,
    (b"RF64", b"WAVE"): Format.WAV,
    (b"RIFF", b"AVI "): Format.AVI,
    (b"FORM", b"AIFF"): Format.AIFF,
    (b"FORM", b"AIFC"): Format.AIFF,
}

_MPEG_LAYERS = {
    **{bytes([second]): Format.AAC for second in (0xF0, 0xF1, 0xF8, 0xF9)},
    **{
        bytes([second]): Format.MP3
        for second in (0xE2, 0xE3, 0xE4, 0xE5, 0xF2, 0xF3, 0xF4, 0xF5, 0xFA, 0xFB, 0xFC, 0xFD)
    },
}
"""The second byte of a frame. Layer I is left out: nobody records it, and FF FE begins text from Windows."""

_OLD_QUICKTIME_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}


def recognise(head: bytes) -> Format | None:
    """The format of a file that begins with `head` (`HEAD` bytes where there are so many); None where nothing fits."""
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    container = _CONTAINERS.get((head[:4], head[8:12]))
    if container:
        return container
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if head[4:8] in _OLD_QUICKTIME_BOXES:
        return Format.MP4
    if head[:1] == b"G" and head[188:189] == b"G" and head[376:377] == b"G":
        return Format.MPEG_STREAM
    if head[:1] == b"\xff" and head[1:2] in _MPEG_LAYERS:
        return _MPEG_LAYERS[head[1:2]]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return Format.BMP
    if head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head:
        return Format.SVG if _is_svg(head) else Format.TEXT
    return None


def _of_brands(head: bytes) -> Format:
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))}
    if brands & _AVIF_BRANDS:
        return Format.AVIF
    return Format.HEIC if head[8:12] in _HEIC_BRANDS else Format.MP4


def _is_svg(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"<"):
        return False
    lower = start.lower()
    return lower.startswith(b"<svg") or (
        lower.startswith((b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in lower
    )
