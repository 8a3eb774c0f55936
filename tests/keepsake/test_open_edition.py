"""The open edition of the example school, as a family finds it in twenty years."""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.handover.edition import write_open_edition
from generator.handover.portfolio import Handover, hand_over
from generator.keepsake.bag import bagged
from generator.keepsake.files import KeptFile, safe_name, text_file
from generator.keepsake.schema import portfolio_schema
from generator.keepsake.writing import write_folder
from generator.model.audience import Audience
from generator.problems import KinfolioError
from tests.schools.example import example_workplace


@pytest.fixture(scope="module")
def asha(tmp_path_factory: pytest.TempPathFactory, common_place: Path) -> Handover:
    workplace = example_workplace(tmp_path_factory.mktemp("keepsake"), common=common_place)
    handover, _ = hand_over(workplace, student="asha-gill", audience=Audience.FAMILY)
    assert handover is not None
    return handover


@pytest.fixture(scope="module")
def folder(asha: Handover, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place, files = write_open_edition(asha, into=tmp_path_factory.mktemp("open"), zipped=False)
    assert files == sum(path.is_file() for path in place.rglob("*"))
    return place


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".html", ".md", ".json", ".txt", ".css"}:
            yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


class Page(HTMLParser):
    """What a page leads to and fetches, and what can be led to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: set[str] = set()
        self.leads_to: list[str] = []
        self.fetches: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a":
            self.leads_to += [given["href"]] if "href" in given else []
            return
        self.fetches += [given[name] for name in ("href", "src", "poster") if given.get(name)]
        self.fetches += [each.split()[0] for each in given.get("srcset", "").split(",") if each.strip()]


def test_the_folder_says_what_it_is(folder: Path) -> None:
    assert folder.name == "Asha-portfolio-2026"
    read_me = (folder / "READ-ME-FIRST.txt").read_bytes()
    assert b"index.html with a double click" in read_me
    assert read_me.count(b"\n") == read_me.count(b"\r\n")
    assert 'href="site/index.html"' in (folder / "index.html").read_text(encoding="utf-8")


def test_every_link_and_picture_is_there_and_nothing_is_fetched_from_elsewhere(folder: Path) -> None:
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    assert len(pages) > 60
    broken = []
    for path, page in pages.items():
        for address in (*page.fetches, *(to for to in page.leads_to if not re.match(r"https?:|mailto:", to))):
            place, _, anchor = unquote(address).partition("#")
            target = (path.parent / place).resolve() if place else path
            if not target.is_file() or (anchor and anchor not in pages[target].ids):
                broken.append((path.name, address))
    assert broken == []


def test_no_page_needs_a_script(folder: Path) -> None:
    assert [
        path for path, text in texts(folder) if path.endswith(".html") and "script" in Page(text).tags
    ] == []
    assert not (folder / "site" / "search.html").exists()
    assert [path for path, text in texts(folder) if 'href="search.html"' in text] == []


def test_links_of_the_source_lead_to_files(folder: Path) -> None:
    found = [
        (path, target)
        for path, text in texts(folder)
        if path.startswith("source/")
        for target in re.findall(r"\]\(<([^>]+)>\)", text)
    ]
    assert len(found) > 20
    assert [
        (path, target) for path, target in found if not (folder / path).parent.joinpath(target).is_file()
    ] == []


def test_checksums_name_every_file_once_and_are_right(folder: Path) -> None:
    named: dict[str, str] = {}
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (folder / manifest).read_text(encoding="utf-8").splitlines():
            digest, path = line.split("  ", 1)
            assert path not in named
            assert path.startswith("data/") == (manifest == "manifest-sha256.txt")
            named[path] = digest
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert set(named) == set(there) - {"tagmanifest-sha256.txt"}
    for path, digest in named.items():
        assert hashlib.sha256(there[path].read_bytes()).hexdigest() == digest
    payload = [path for path in there if path.startswith("data/")]
    size = sum(there[path].stat().st_size for path in payload)
    assert f"Payload-Oxum: {size}.{len(payload)}" in (folder / "bag-info.txt").read_text(encoding="utf-8")
    assert (folder / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def test_the_zip_has_the_same_bytes_every_time_and_the_same_files_as_the_folder(
    asha: Handover, folder: Path, tmp_path: Path
) -> None:
    one, _ = write_open_edition(asha, into=tmp_path / "one", zipped=True)
    two, _ = write_open_edition(asha, into=tmp_path / "two", zipped=True)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        inside = {name.removeprefix(f"{folder.name}/"): archive.read(name) for name in archive.namelist()}
    assert inside == {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_data_keep_to_their_schema(folder: Path) -> None:
    record = json.loads((folder / "data" / "portfolio.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "data" / "portfolio.schema.json").read_text(encoding="utf-8"))
    assert schema == portfolio_schema()
    _fits(record, schema, known=schema["$defs"])


def _fits(value: object, schema: dict[str, object], *, known: dict[str, dict[str, object]]) -> None:
    """As much of JSON Schema as ours uses."""
    if "$ref" in schema:
        _fits(value, known[str(schema["$ref"]).rpartition("/")[2]], known=known)
        return
    if isinstance(options := schema.get("anyOf"), list):
        assert any(_fits_one(value, one, known=known) for one in options), value
        return
    if isinstance(words := schema.get("enum"), list):
        assert value in words
        return
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "null": type(None),
        "integer": int,
    }
    assert isinstance(value, kinds[str(schema["type"])]), (value, schema)
    if isinstance(value, dict):
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert set(value) == set(properties)
        for name, one in value.items():
            _fits(one, properties[name], known=known)
    if isinstance(value, list):
        items = schema["items"]
        assert isinstance(items, dict)
        for one in value:
            _fits(one, items, known=known)


def _fits_one(value: object, schema: dict[str, object], *, known: dict[str, dict[str, object]]) -> bool:
    try:
        _fits(value, schema, known=known)
    except AssertionError:
        return False
    return True


def test_files_named_in_the_data_are_there(folder: Path) -> None:
    learner = json.loads((folder / "data" / "portfolio.json").read_text(encoding="utf-8"))["learner"]
    paths = [
        artifact["path"]
        for record in (*learner["evidence"], *learner["reflections"])
        for artifact in record["artifacts"]
    ]
    assert len(paths) > 10
    assert [path for path in paths if not (folder / path).is_file()] == []


def test_nothing_in_it_names_another_family_or_a_guardian_by_full_name(folder: Path) -> None:
    others = {"Marchetti", "Tolliver", "Castellanos", "Sandhu", "Haddad", "Wren", "Reid"}
    others |= {"Harpreet", "Jas Gill"}
    pattern = re.compile(rf"\b({'|'.join(others)})\b")
    assert [(path, found[0]) for path, text in texts(folder) if (found := pattern.search(text))] == []


def test_classmates_lose_their_names(folder: Path) -> None:
    learner = json.loads((folder / "data" / "portfolio.json").read_text(encoding="utf-8"))["learner"]
    peers = [
        one for evidence in learner["evidence"] for one in evidence["feedback"] if one["voice"] == "peer"
    ]
    partners = [
        partner
        for evidence in learner["evidence"]
        if evidence["part"]
        for partner in evidence["part"]["partners"]
    ]
    assert peers
    assert partners
    assert {one["by"] for one in peers} == {""}
    assert {one["name"] for one in partners} == {""}


def test_what_is_for_the_student_alone_is_in_the_students_copy_only(
    tmp_path: Path, common_place: Path
) -> None:
    workplace = example_workplace(tmp_path, common=common_place)
    reflections = {}
    for reader in (Audience.FAMILY, Audience.STUDENT):
        handover, _ = hand_over(workplace, student="asha-gill", audience=reader)
        assert handover is not None
        reflections[reader] = {one.id for one in handover.student.reflections}
    assert reflections[Audience.FAMILY] <= reflections[Audience.STUDENT]


def test_it_is_not_written_where_things_are_published(asha: Handover) -> None:
    for shared in (asha.workplace.config.out / "keepsakes", asha.workplace.config.content):
        with pytest.raises(KinfolioError, match="can be read by anyone"):
            write_open_edition(asha, into=shared, zipped=False)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KinfolioError, match="no keepsake"):
        write_folder((text_file("a.txt", "a"),), tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_an_earlier_keepsake_is_replaced_whole(tmp_path: Path) -> None:
    for name in ("first.txt", "second.txt"):
        write_folder(bagged((text_file(name, name),), facts=()), tmp_path / "kept")
    names = {path.name for path in (tmp_path / "kept").iterdir()}
    assert "second.txt" in names
    assert "first.txt" not in names
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_an_earlier_keepsake_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(bagged((text_file("first.txt", "first"),), facts=()), tmp_path / "kept")
    rename = Path.rename

    def refuse_the_new_one(self: Path, target: Path) -> Path:
        if self.name == "fresh":
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new_one)
    with pytest.raises(PermissionError):
        write_folder(bagged((text_file("second.txt", "second"),), facts=()), tmp_path / "kept")
    assert (tmp_path / "kept" / "first.txt").read_text(encoding="utf-8") == "first"


def test_a_bag_has_its_files_in_order() -> None:
    files = bagged(
        (KeptFile(path="z", data=b"z"), KeptFile(path="data/a", data=b"a")), facts=(("Label", "a\nb"),)
    )
    assert [file.path for file in files] == sorted(file.path for file in files)
    info = next(file for file in files if file.path == "bag-info.txt")
    assert info.read() == b"Label: a b\nPayload-Oxum: 1.1\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asha-portfolio", "Asha-portfolio"),
        ("ਗੁਰਨੂਰ-portfolio", "ਗੁਰਨੂਰ-portfolio"),
        ("CON", "_CON"),
        ("lpt1.portfolio", "_lpt1.portfolio"),
        ('A/B\\C:D*E?F"G<H>I|J', "A-B-C-D-E-F-G-H-I-J"),
        ("ends with dots...", "ends with dots"),
        ("  ", "portfolio"),
        ("new\nline", "new-line"),
        ("é", "é"),
    ],
)
def test_names_are_safe_everywhere(text: str, name: str) -> None:
    assert safe_name(text) == name
