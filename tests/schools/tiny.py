"""A school of a few lines, written to a temporary folder by the test that needs it."""

from pathlib import Path
from typing import Self

from generator.config import SiteConfig
from generator.model.identifiers import StudentId
from generator.model.school import School
from generator.model.student import Student
from generator.problems import Problem
from generator.reading.school import read_school
from generator.reading.site_config import read_site_config

SMALLEST = {
    "school.yml": """\
name: Tiny School
terms:
  - name: Year
    from: 2025-09-02
    to: 2026-06-26
""",
    "people.yml": """\
guardians:
  - id: jo-lee
    name: Jo Lee
staff:
  - id: ms-ito
    name: Hana Ito
    shown as: Ms. Ito
""",
    "framework/areas.yml": "- id: science\n  name: Science\n",
    "framework/competencies.yml": """\
- id: sc-question
  name: Ask questions
  area: science
- id: core-creative
  name: Creative Thinking
""",
    "framework/scale.yml": """\
name: Scale
levels:
  - {id: EMG, name: Emerging, line: l, meaning: m}
  - {id: PRF, name: Proficient, line: l, meaning: m}
insufficient evidence: {id: IE, name: Insufficient evidence, line: l, meaning: m}
""",
    "framework/prompts.yml": "- id: proud\n  question: What am I proud of?\n",
    "groups/fir.md": "---\nname: Fir class\ngrade: 4\nteachers: [ms-ito]\n---\nWe are kind.\n",
    "students/ana-lee/student.yml": "name: Ana Lee\ngroup: fir\nguardians: [jo-lee]\n",
    "students/ana-lee/evidence/2025-10-02-volcano.md": "My volcano foamed.\n",
}
"""A whole school without a single problem: one class, one student, one piece of evidence."""


class TinySchool:
    """A school that can be edited and read again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        (root / "site-config.yml").write_text("school: tiny\nwording: off\n", encoding="utf-8")
        for path, text in SMALLEST.items():
            self.edit(path, text)

    def edit(self, path: str, text: str | bytes) -> Self:
        """Writes one file of the content folder, exactly as given."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def evidence(self, facts: str, body: str = "Something.", *, name: str = "2025-10-09-more") -> Self:
        """Writes one more piece of evidence of the student."""
        return self.edit(f"students/ana-lee/evidence/{name}.md", f"---\n{facts}\n---\n{body}\n")

    def remove(self, path: str) -> Self:
        """Takes one file away."""
        (self.content / path).unlink()
        return self

    @property
    def config(self) -> SiteConfig:
        """The configuration, which is fine."""
        config, problems = read_site_config(self.root / "site-config.yml")
        assert config, problems
        return config

    def check(self, *, only: frozenset[StudentId] = frozenset()) -> tuple[Problem, ...]:
        """All problems, in reading order."""
        return read_school(self.config, only=only)[1]

    def slugs(self) -> list[str]:
        """The slugs of all problems, in reading order."""
        return [problem.slug for problem in self.check()]

    def only_problem(self) -> Problem:
        """The one problem there is."""
        problems = self.check()
        assert len(problems) == 1, problems
        return problems[0]

    def read(self) -> School:
        """The school, which has no problems."""
        school, problems = read_school(self.config)
        assert school, problems
        assert not problems
        return school

    def student(self) -> Student:
        """The only student of a school without problems."""
        (student,) = self.read().students
        return student
