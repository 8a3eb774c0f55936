"""`kinfolio gradebook`: every judgement in a class as a table for a spreadsheet, in words."""

from pathlib import Path

import click

from generator.cli.report import chosen_groups, read_whole_school
from generator.staff.gradebook import gradebook_csv
from generator.staff.register import register_of


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("site-config.yml"),
    show_default=True,
    help="The school's configuration.",
)
@click.option(
    "--content", type=click.Path(path_type=Path, file_okay=False), help="The folder of the school's files."
)
@click.option("--group", "group_id", required=True, help="The class, by its id.")
@click.option(
    "--out",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The CSV file to write.",
)
@click.pass_context
def gradebook(
    context: click.Context,
    *,
    config: Path,
    content: Path | None,
    group_id: str,
    file: Path,
) -> None:
    """Write who was judged when and how, competency by date, as CSV. The file is not locked: delete it after use."""
    school = read_whole_school(context, config=config, content=content, out=None)
    (group,) = chosen_groups(school, group_id=group_id)
    register = register_of(group, school=school)
    text = gradebook_csv(register.students, framework=register.framework)
    file.write_text(text, encoding="utf-8", newline="")
    click.echo(
        f"{file}: {max(0, text.count(chr(13) + chr(10)) - 1)} judgements in words; the file is not locked"
    )
