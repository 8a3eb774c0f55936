import pytest

from generator.publish.canary import Place
from generator.publish.layout import has_sealed_size, is_site, place_of
from generator.vault.cobblestone import sealed_size
from generator.vault.padding import frame_size

SITE = "abcdefghij234567"
BLOB = f"{SITE}/d/abcdefghij234567abcdefghij"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (BLOB, Place.SEALED),
        (f"{SITE}/m1", Place.SEALED),
        (f"{SITE}/slots", Place.SEALED),
        (f"{SITE}/index.html", Place.SHELL),
        ("shell/portfolio.js", Place.SHELL),
        ("sw.js", Place.SHELL),
        (".nojekyll", Place.SHELL),
        ("theme/ab12cd34ef/fonts/round.woff2", Place.THEME),
        ("asha/index.html", Place.OTHER),
        (f"{SITE}/m01", Place.OTHER),
        (f"{SITE}/d/photo.jpg", Place.OTHER),
        (f"{SITE}/d/x/abcdefghij234567abcdefghij", Place.OTHER),
        ("theme/ab12/../../x", Place.OTHER),
        ("theme/ab12/.hidden", Place.OTHER),
        ("sitemap.xml", Place.OTHER),
        ("search_index.json", Place.OTHER),
    ],
)
def test_only_files_of_the_known_layout_have_a_place(path: str, place: Place) -> None:
    assert place_of(path) is place


def test_a_site_is_named_by_sixteen_random_letters() -> None:
    assert is_site(SITE)
    assert not is_site("asha-sandhu")


@pytest.mark.parametrize("length", [0, 1, 4088, 4089, 16_000, 16_384, 100_000, 1_048_576, 3_000_000])
def test_what_the_vault_seals_has_a_sealed_size_and_its_neighbours_do_not(length: int) -> None:
    size = sealed_size(frame_size(length))
    assert has_sealed_size(BLOB, size=size)
    assert not has_sealed_size(BLOB, size=size - 1)
    assert not has_sealed_size(BLOB, size=size + 1)


def test_slots_have_one_size() -> None:
    assert has_sealed_size(f"{SITE}/slots", size=8256)
    assert not has_sealed_size(f"{SITE}/slots", size=4168)


def test_a_photo_in_place_of_a_blob_is_noticed() -> None:
    assert not has_sealed_size(BLOB, size=123_456)
