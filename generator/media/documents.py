"""PDF: pictures of its pages for everyone, its words for search and screen readers, and a clean file where that can be shown."""

from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.media.pdf_cleaning import cleaned
from generator.media.records import Derivative, Media, MediaKind, Role, Slip, left_out, unpublishable
from generator.media.rendering import finished
from generator.media.webp import LARGE, SMALL, shrunk, still

MOST_PAGES = 20
"""Pages that get a picture; the rest is in the document."""

_GLANCE = 200
"""Longest edge, in pixels, at which the cleaned document is compared with its source."""


def document_copies(path: Path, *, digest: str, work: Path) -> Media | Slip:
    """Page pictures, the clean document and the words of each page; or why there are none."""
    try:
        with pdfium.PdfDocument(path) as document:
            if not len(document):
                return _damaged()
            return _copies(document, path=path, digest=digest, work=work)
    except pdfium.PdfiumError as reason:
        # PDFium may repeat the reason of an earlier file, so the file has a say too.
        asks = "password" in str(reason).lower() and b"/Encrypt" in path.read_bytes()
        return _locked() if asks else _damaged()


def _copies(document: pdfium.PdfDocument, *, path: Path, digest: str, work: Path) -> Media:
    document.init_forms()
    for page in document:
        # What is written in form fields and notes becomes part of the page; the notes' authors and actions do not.
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    # Pages are read again, so that they show what was just made part of them.
    shown = min(len(document), MOST_PAGES)
    derivatives: list[Derivative] = []
    texts: list[str] = []
    for index in range(shown):
        picture = _picture(document[index], longest=LARGE)
        page, quality = still(picture, role=Role.PAGE, file=work / f"page-{index + 1:02}.webp", drawn=True)
        derivatives.append(page)
        if index == 0:
            card = shrunk(picture, longest=SMALL)
            small, _ = still(
                card, role=Role.SMALL, file=work / "page-small.webp", drawn=True, qualities=(quality,)
            )
            derivatives.append(small)
        texts.append(_words(document[index]))
    data, obstacle = cleaned(document)
    if data and not _looks_the_same(data, document=document, pages=shown):
        data, obstacle = b"", "something that cannot be taken out without changing a page"
    if data:
        file = work / "document.pdf"
        file.write_bytes(data)
        derivatives.append(finished(file, role=Role.DOCUMENT, media_type="application/pdf"))
    return Media(
        kind=MediaKind.DOCUMENT,
        digest=digest,
        source_size=path.stat().st_size,
        derivatives=tuple(derivatives),
        pages=len(document),
        page_texts=tuple(texts),
        remarks=() if data else (_pictures_only(obstacle, pages=len(document)),),
    )


def _picture(page: pdfium.PdfPage, *, longest: int) -> "pdfium.PIL.Image.Image":
    width, height = page.get_size()
    picture = page.render(scale=longest / max(width, height, 1.0)).to_pil().convert("RGB")
    return shrunk(picture, longest=longest)


def _words(page: pdfium.PdfPage) -> str:
    text: str = page.get_textpage().get_text_bounded()
    return "\n".join(line.rstrip() for line in text.replace("\0", "").splitlines()).strip()


def _looks_the_same(data: bytes, *, document: pdfium.PdfDocument, pages: int) -> bool:
    with pdfium.PdfDocument(data) as clean:
        return len(clean) == len(document) and all(
            _picture(clean[index], longest=_GLANCE).tobytes()
            == _picture(document[index], longest=_GLANCE).tobytes()
            for index in range(pages)
        )


def _locked() -> Slip:
    return unpublishable(
        "document-locked",
        "{name} is a PDF that asks for a password",
        fix="save it again without a password",
    )


def _damaged() -> Slip:
    return unpublishable(
        "document-damaged",
        "{name} begins like a PDF and cannot be read",
        fix='print it to PDF again ("Save as PDF") and use that',
    )


def _pictures_only(obstacle: str, *, pages: int) -> Slip:
    cut = f" (the first {MOST_PAGES} of {pages})" if pages > MOST_PAGES else ""
    return left_out(
        "document-as-pictures",
        f"{{name}} is shown as pictures of its pages{cut} without the PDF itself, which holds {obstacle}",
        fix='print it to PDF again ("Save as PDF") and use that',
    )
