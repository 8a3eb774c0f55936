"""The recipe for S3, run line by line as the docs give it, against moto's S3."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.hosts import ASK_EVERY_TIME, TYPES, caching_of
from generator.publish.layout import files_in, place_in_order
from generator.publish.recipes import s3
from tests.publish.s3_server import BUCKET, S3Server, cloudfront_before, s3_serving
from tests.publish.test_servers import ask
from tests.schools.built import BuiltSchool


@pytest.fixture
def server(tmp_path: Path) -> Iterator[S3Server]:
    folder = tmp_path / "s3"
    folder.mkdir()
    with s3_serving(folder) as started:
        yield started


def test_the_recipe_uploads_in_order_and_verify_agrees(
    sealed_school: BuiltSchool, server: S3Server, tmp_path: Path
) -> None:
    school = sealed_school.copied_to(tmp_path / "school")
    recipe = s3(bucket=BUCKET, folder=str(school.out))
    *uploads, clean_up = recipe.splitlines()
    seen: set[str] = set()
    steps: list[int] = []
    for line in uploads:
        server.run(line)
        there = server.names()
        # The theme goes with the sealed files: it is new under a new name as they are.
        steps.append(max(place_in_order(path) * (not path.startswith("theme/")) for path in there - seen))
        seen = there
    assert steps == [0, 0, 1, 1, 2, 3]
    assert seen == {
        path.relative_to(school.out).as_posix() for path in school.out.rglob("*") if path.is_file()
    }
    server.run(f"aws s3 cp {school.config_file} s3://{BUCKET}/left-over")
    server.run(clean_up)
    assert server.names() == seen
    with cloudfront_before(server) as port:
        assert_all_the_same(school, port)
        for path in files_in(school.out):
            status, _, headers = ask(port, f"/{path}")
            assert (status, headers.get_all("Cache-Control")) == (200, [caching_of(path)]), path
            ending = Path(path).suffix
            assert ending not in TYPES or headers.get_content_type() == TYPES[ending].partition(";")[0], path
        assert ask(port, "/nothing")[0] == 403
        school.files.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "It foamed again.\n")
        school.build()
        server.run(recipe)
        assert_all_the_same(school, port)
        contents = f"/{school.site('ana-lee').name}/m1"
        assert ask(port, contents)[2].get_all("Cache-Control") == [ASK_EVERY_TIME]


def assert_all_the_same(school: BuiltSchool, port: int) -> None:
    said = school.command("verify", f"http://127.0.0.1:{port}/")
    assert said.code == 0, said.all
