"""The standards-based gradebook: words by date, on the page and as a table for a spreadsheet."""

import csv
import io
from dataclasses import replace

from generator.model.words import Voice
from generator.staff.gradebook import gradebook_areas, gradebook_csv, gradebook_download
from tests.staff.registers import cedar, named, register
from tests.views.builders import assessment, framework, student


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_is_a_competency_and_a_cell_the_words_of_a_month() -> None:
    (area,) = gradebook_areas(cedar().students, framework=framework(), voices=(Voice.TEACHER,))
    assert [f"{month:%Y-%m}" for month in area.months] == ["2025-10", "2026-03"]
    (row,) = area.rows
    assert (row.student.name.text, row.what) == ("Asha Gill", "Plan and revise texts")
    assert [[word.level.name for word in words] for words in row.months] == [["Emerging"], ["Developing"]]


def test_the_students_own_words_stand_beside_the_teachers_where_wanted() -> None:
    (area,) = gradebook_areas(cedar().students, framework=framework(), voices=(Voice.TEACHER, Voice.STUDENT))
    (row,) = area.rows
    assert [(word.voice, word.level.name) for word in row.months[-1]] == [
        (Voice.TEACHER, "Developing"),
        (Voice.STUDENT, "Proficient"),
    ]


def test_core_competencies_are_in_no_gradebook() -> None:
    someone = student(assessments=(assessment("DEV", competency="core-creative", voice=Voice.STUDENT),))
    assert gradebook_areas([someone], framework=framework(), voices=tuple(Voice)) == ()
    assert table(gradebook_csv([someone], framework=framework())) == []


def test_the_table_has_words_and_no_numbers_for_levels() -> None:
    lines = table(gradebook_csv(cedar().students, framework=framework()))
    assert [(line["Date"], line["Competency"], line["Level"], line["In whose words"]) for line in lines] == [
        ("2025-10-03", "Plan and revise texts", "Emerging", "Teacher"),
        ("2026-02-03", "", "Proficient", "Teacher"),
        ("2026-03-02", "Plan and revise texts", "Developing", "Teacher"),
        ("2026-03-03", "Plan and revise texts", "Proficient", "Student"),
    ]
    assert lines[2]["Words"] == "Clear, and short."


def test_nothing_in_the_table_is_taken_for_a_formula() -> None:
    someone = named(
        student(assessments=(assessment("DEV", competency="en-write", comment="=1+1 is a start"),)),
        id="x",
        name="=Ana",
    )
    (line,) = table(gradebook_csv([someone], framework=framework()))
    assert (line["Student"], line["Words"]) == ("'=Ana", "'=1+1 is a start")


def test_the_download_is_text_for_spreadsheets() -> None:
    kept = gradebook_download(cedar())
    assert (kept.path, kept.media_type) == ("gradebook.csv", "text/csv")
    assert kept.text.startswith("\ufeffStudent,")


def test_the_table_is_in_the_schools_language() -> None:
    french = replace(framework(), school_language="fr")
    first, *lines = gradebook_csv(cedar().students, framework=french).splitlines()
    assert first == "\ufeffÉlève,Domaine d’apprentissage,Compétence,Date,Niveau,Dit par,Qui parle,Sujet,Mots"
    assert [line for line in lines if "Point sur les progrès" in line and "Enseignant(e)" in line]


def test_a_level_the_scale_does_not_know_is_left_out() -> None:
    someone = replace(student(assessments=(assessment("XYZ", competency="en-write"),)))
    assert table(gradebook_csv([someone], framework=register().framework)) == []
