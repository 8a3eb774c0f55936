import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from generator.media import documents
from generator.media.cache import MediaCache
from generator.media.pdf_objects import NotPlainError, blank_entries, objects_of
from generator.media.records import MediaKind, Role
from generator.problems import Severity
from tests.media.making import CANARY, XMP, assert_clean, copies_of, jpeg, media_of, problem_of, scene

WORDS = "Volcanoes and how they sleep"


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    ending = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (count, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + ending


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def report(
    *, page: bytes = b"", catalogue: bytes = b"", picture: bytes = b"", more: Sequence[bytes] = ()
) -> bytes:
    """One page with words and a photo. `more` are objects 8 and following."""
    photo = picture or jpeg(scene(64, 48))
    content = f"BT /F1 18 Tf 20 350 Td ({WORDS}) Tj ET q 90 0 0 70 20 100 cm /I Do Q".encode()
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>%s>>" % page,
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            stream(
                photo,
                b"/Type/XObject/Subtype/Image/Width 64/Height 48/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
            ),
            f"<</Title({CANARY})/Author({CANARY})/CreationDate(D:20260304050607)>>".encode(),
            *more,
        ],
        trailer=b"/Info 7 0 R/ID[<4141><4141>]",
    )


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_document_is_pages_words_and_a_clean_file(tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "a.pdf", report()), cache=cache)

    assert media.kind is MediaKind.DOCUMENT
    assert media.pages == 1
    assert media.page_texts == (WORDS,)
    assert [(copy.role, copy.width, copy.height) for copy in media.derivatives] == [
        (Role.PAGE, 1200, 1600),
        (Role.SMALL, 360, 480),
        (Role.DOCUMENT, None, None),
    ]
    assert_clean(media, b"CreationDate", b"PDFium")


def test_the_clean_file_shows_and_says_the_same(tmp_path: Path, cache: MediaCache) -> None:
    path = written(tmp_path / "a.pdf", report())

    document = media_of(path, cache=cache).of(Role.DOCUMENT)

    assert document is not None
    with pdfium.PdfDocument(path) as before, pdfium.PdfDocument(document.file) as after:
        assert before[0].render().to_pil().tobytes() == after[0].render().to_pil().tobytes()
        assert after[0].get_textpage().get_text_bounded() == WORDS
        assert after.get_metadata_dict(skip_empty=True) == {}


SCRIPT = f"<</S/JavaScript/JS({CANARY})>>".encode()


@pytest.mark.parametrize(
    ("page", "catalogue", "more"),
    [
        (b"", b"/OpenAction" + SCRIPT, ()),
        (b"/AA<</O%s>>" % SCRIPT, b"/AA<</WC%s>>" % SCRIPT, ()),
        (b"/Metadata 8 0 R", b"/Metadata 8 0 R", (stream(XMP, b"/Type/Metadata/Subtype/XML"),)),
        (
            b"/PieceInfo<</Editor<</Private[(%s)<</Deep(\\)%s)>>]>>>>" % (CANARY.encode(), CANARY.encode()),
            b"",
            (),
        ),
        (b"/LastModified(%s)/Thumb 8 0 R" % CANARY.encode(), b"", (stream(CANARY.encode()),)),
        (b"/VP[<</BBox[0 0 1 1]/Measure<</Subtype/GEO/GCS(%s)>>>>]" % CANARY.encode(), b"", ()),
        (
            b"",
            b"/Names<</EmbeddedFiles<</Names[(%s)8 0 R]>>>>" % CANARY.encode(),
            (b"<</Type/Filespec/F(%s)/EF<</F 9 0 R>>>>" % CANARY.encode(), stream(CANARY.encode())),
        ),
        (
            b"/Annots[8 0 R 9 0 R]",
            b"",
            (
                b"<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(%s)/T(%s)>>"
                % (CANARY.encode(), CANARY.encode()),
                b"<</Type/Annot/Subtype/Link/Rect[9 9 30 30]/A<</S/URI/URI(http://%s)>>>>" % CANARY.encode(),
            ),
        ),
    ],
    ids=[
        "open action",
        "page action",
        "xmp",
        "editor's own",
        "dates and thumbs",
        "map",
        "attachment",
        "notes and links",
    ],
)
def test_what_is_about_the_page_and_not_on_it_is_gone(
    page: bytes, catalogue: bytes, more: Sequence[bytes], tmp_path: Path, cache: MediaCache
) -> None:
    data = report(page=page, catalogue=catalogue, more=more)

    media = media_of(written(tmp_path / "a.pdf", data), cache=cache)

    assert media.of(Role.DOCUMENT)
    assert_clean(media, b"JavaScript", b"/URI", b"/Annots", b"EmbeddedFile")


def test_what_was_typed_into_a_form_stays_on_the_page(tmp_path: Path, cache: MediaCache) -> None:
    appearance = b"BT /F1 18 Tf 2 4 Td (typed by hand) Tj ET"
    data = report(
        page=b"/Annots[8 0 R]",
        catalogue=b"/AcroForm<</Fields[8 0 R]/DR<</Font<</F1 5 0 R>>>>>>",
        more=(
            b"<</Type/Annot/Subtype/Widget/FT/Tx/T(field)/V(typed by hand)/Rect[20 200 200 230]/F 4/AP<</N 9 0 R>>>>",
            stream(
                appearance, b"/Type/XObject/Subtype/Form/BBox[0 0 180 30]/Resources<</Font<</F1 5 0 R>>>>"
            ),
        ),
    )

    media = media_of(written(tmp_path / "a.pdf", data), cache=cache)

    document = media.of(Role.DOCUMENT)
    assert document is not None
    with pdfium.PdfDocument(document.file) as clean:
        assert "typed by hand" in clean[0].get_textpage().get_text_bounded()
    assert b"/AcroForm" not in document.file.read_bytes()
    assert "typed by hand" in media.page_texts[0]


@pytest.mark.parametrize(
    ("page", "more"),
    [
        (b"/CropBox[0 0 150 400]", ()),
        (b"/Properties<</L 8 0 R>>/Group<</OC 8 0 R>>", (b"<</Type/OCG/Name(answers)>>",)),
    ],
    ids=["cropped", "layers"],
)
def test_a_document_with_hidden_parts_is_shown_as_pictures(
    page: bytes, more: Sequence[bytes], tmp_path: Path, cache: MediaCache
) -> None:
    media, problems = copies_of(written(tmp_path / "a.pdf", report(page=page, more=more)), cache=cache)

    assert media is not None
    assert media.of(Role.DOCUMENT) is None
    assert media.of(Role.PAGE)
    assert [(problem.slug, problem.severity) for problem in problems] == [
        ("document-as-pictures", Severity.WARNING)
    ]


def test_words_outside_the_visible_page_are_not_read_out(tmp_path: Path, cache: MediaCache) -> None:
    media, _ = copies_of(written(tmp_path / "a.pdf", report(page=b"/CropBox[0 0 300 90]")), cache=cache)

    assert media is not None
    assert media.page_texts == ("",)


def test_a_picture_that_nobody_here_can_read_keeps_the_document_back(
    tmp_path: Path, cache: MediaCache
) -> None:
    buffer = io.BytesIO()
    scene(64, 48).save(buffer, "JPEG2000")
    data = report(picture=buffer.getvalue()).replace(b"/DCTDecode", b"/JPXDecode")

    media, problems = copies_of(written(tmp_path / "a.pdf", data), cache=cache)

    assert media is not None
    assert media.of(Role.DOCUMENT) is None
    assert "JPXDecode" in problems[0].message


def many_pages(path: Path, *, count: int) -> Path:
    pages = []
    for number in range(count):
        page = Image.new("L", (80, 100), 255)
        ImageDraw.Draw(page).text((9, 9), str(number), fill=0)
        pages.append(page)
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], title=CANARY, author=CANARY)
    return path


def test_a_long_document_has_pictures_of_its_first_pages_and_all_of_them_inside(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_PAGES", 3)

    media = media_of(many_pages(tmp_path / "a.pdf", count=5), cache=cache)

    document = media.of(Role.DOCUMENT)
    assert document is not None
    assert media.pages == 5
    assert len(media.page_texts) == sum(copy.role is Role.PAGE for copy in media.derivatives) == 3
    with pdfium.PdfDocument(document.file) as clean:
        assert len(clean) == 5
    assert_clean(media)


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", report(page=b"/PieceInfo<</X(y)>>"))
    first = media_of(path, cache=MediaCache(folder=tmp_path / "one"))
    second = media_of(path, cache=MediaCache(folder=tmp_path / "two"))

    assert [copy.digest for copy in first.derivatives] == [copy.digest for copy in second.derivatives]


def locked() -> bytes:
    """A PDF that asks for a password: the oldest scheme, spelled out."""

    def rc4(key: bytes, data: bytes) -> bytes:
        state, second = list(range(256)), 0
        for first in range(256):
            second = (second + state[first] + key[first % len(key)]) % 256
            state[first], state[second] = state[second], state[first]
        out, first, second = bytearray(), 0, 0
        for byte in data:
            first = (first + 1) % 256
            second = (second + state[first]) % 256
            state[first], state[second] = state[second], state[first]
            out.append(byte ^ state[(state[first] + state[second]) % 256])
        return bytes(out)

    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    user = (b"secret" + padding)[:32]
    owner = rc4(hashlib.md5(user, usedforsecurity=False).digest()[:5], user)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(user + owner + rights + b"AA", usedforsecurity=False).digest()[:5]
    entry = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (
        owner.hex().encode(),
        rc4(key, padding).hex().encode(),
    )
    return report().replace(b"/ID[", entry + b"/ID[")


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (locked(), "document-locked"),
        (b"%PDF-1.7\nnothing more", "document-damaged"),
        (report()[:200], "document-damaged"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "document-damaged"),
    ],
    ids=["locked", "nothing", "cut off", "no pages"],
)
def test_a_document_that_cannot_be_read_is_a_problem(
    data: bytes, slug: str, tmp_path: Path, cache: MediaCache
) -> None:
    problem = problem_of(written(tmp_path / "a.pdf", data), cache=cache)

    assert problem.slug == slug
    assert "a.pdf" in problem.message


def test_entries_are_blanked_at_any_depth_and_nothing_moves() -> None:
    data = pdf(
        [b"<</Keep[(a\\)/Drop)/Drop<</Drop 1>>]/Drop[<</X 1 0 R>>]/Inner<</Drop 7 0 R/Keep/Drop/Last<00>>>>>"]
    )

    blanked = blank_entries(data, unwanted=lambda name: name == b"Drop")

    value = (
        b"<</Keep[(a\\)/Drop)/Drop<<       >>]                   /Inner<<           /Keep/Drop/Last<00>>>>>"
    )
    assert blanked == pdf([value])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\nno table",
        pdf([b"<</Open"]),
        pdf([b"<</Length 8 0 R>>stream\nabc\nendstream"]),
        pdf([b"<</Length 900>>stream\nabc\nendstream"]),
        pdf([b"<<>>"]).replace(b"1 0 obj", b"9 9 obj"),
    ],
)
def test_a_file_of_another_shape_is_said_to_be_one(data: bytes) -> None:
    with pytest.raises(NotPlainError):
        objects_of(data)
