"""Files that are there once for the whole school: its facts, framework, people, classes, rubrics, tasks and consents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from generator.model.audience import Audience
from generator.model.consent import Consent
from generator.model.framework import Framework
from generator.model.identifiers import GroupId, StudentId
from generator.model.people import Group, Person
from generator.model.reporting import ReportingRules
from generator.model.rubric import Rubric
from generator.model.task import Task
from generator.problems import Origin, Problem, error
from generator.reading.consents import read_consents
from generator.reading.framework import (
    NO_SCALE,
    levels_as_typed,
    read_areas,
    read_competencies,
    read_prompts,
    read_scale,
    read_school_facts,
)
from generator.reading.group_work import read_members
from generator.reading.names import read_name
from generator.reading.notes import Notes, Reference, Surroundings, Target, one_of
from generator.reading.people import read_group, read_people
from generator.reading.purpose import read_purpose
from generator.reading.reporting_rules import read_reporting_rules, shipped_names, shipped_text
from generator.reading.rubrics import read_rubric
from generator.reading.standards import read_big_ideas, read_content, read_profiles, read_thinking_moves
from generator.reading.tasks import read_task
from generator.reading.text import Text
from generator.reading.tree import ContentTree, files_beside, read_text

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the school-wide files say."""

    framework: Framework | None
    people: tuple[Person, ...]
    groups: Mapping[GroupId, Group]
    surroundings: Surroundings
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]
    declared: tuple[Reference, ...]
    unreadable: frozenset[Target]
    """What cannot be looked up, because its file could not be read; unknown ids are not told twice."""
    tasks: tuple[Task, ...]
    spoken_of: frozenset[str]
    """Content paths that these files name, whatever they are called."""
    consents: Mapping[StudentId, Consent]
    members: Mapping[str, tuple[StudentId, ...]]
    """Who made what, by the content path of the text in `group-work/`."""


def read_shared(content: ContentTree, *, default_audience: Audience, wording: bool = True) -> Shared:
    """Reads school-wide files. A file that is not there is empty, but for `school.yml`, which must be."""
    around = Surroundings(
        folder="", files={}, school_language="en", default_audience=default_audience, people={}, levels={}
    )
    files = frozenset(content.files)
    problems: list[Problem] = []
    every: list[Notes] = []
    spoken_of: set[str] = set()

    def open_notes(path: str) -> Notes | None:
        if path not in files:
            return None
        text = read_text(content, path)
        if isinstance(text, Problem):
            problems.append(text)
            return None
        every.append(Notes(text=text, surroundings=around))
        return every[-1]

    def read(path: str, reader: Callable[[Notes], Said]) -> Said | None:
        notes = open_notes(path)
        return reader(notes) if notes else None

    if "school.yml" not in files:
        fix = "write one with a line `name:` and the school's name"
        problems.append(error(Origin(path="school.yml"), "missing-file", "there is no `school.yml`", fix=fix))
    facts = read("school.yml", read_school_facts)
    name, contact, language, terms, reporting = facts or ("", "", "en", (), "")
    around = Surroundings(
        folder="", files={}, school_language=language, default_audience=default_audience, people={}, levels={}
    )
    areas = read("framework/areas.yml", read_areas) or ()
    competencies = read("framework/competencies.yml", read_competencies) or ()
    notes = open_notes("framework/scale.yml")
    scale = read_scale(notes) if notes else NO_SCALE
    prompts = read("framework/prompts.yml", read_prompts) or ()
    known_content = read("framework/content.yml", read_content) or ()
    big_ideas = read("framework/big-ideas.yml", read_big_ideas) or ()
    profiles = read("framework/profiles.yml", read_profiles) or ()
    thinking_moves = read("framework/thinking-moves.yml", read_thinking_moves) or ()
    purpose = read("why.yml", read_purpose)
    people = read("people.yml", partial(read_people, school_language=language)) or ()
    groups: dict[GroupId, Group] = {}
    for item in content.groups:
        notes = open_notes(item.path)
        if notes is not None and read_name(item.stem, notes=notes):
            group = read_group(notes, group=GroupId(item.stem))
            if group is not None:
                groups[group.id] = group
    around = replace(around, levels=levels_as_typed(scale or NO_SCALE))
    rubrics: list[Rubric] = []
    for item in content.rubrics:
        notes = open_notes(item.path)
        rubric = read_rubric(notes, stem=item.stem) if notes else None
        if rubric is not None:
            rubrics.append(rubric)
    tasks: list[Task] = []
    for item in content.tasks:
        notes = open_notes(item.path)
        task = read_task(notes, stem=item.stem) if notes else None
        if task is not None:
            tasks.append(task)
    consents = read("consent.yml", partial(read_consents, files=files)) or {}
    members: dict[str, tuple[StudentId, ...]] = {}
    for item in content.group_work:
        folder, beside = files_beside(item, content=content)
        around = replace(around, folder=folder, files=beside)
        notes = open_notes(item.path)
        members[item.path] = read_members(notes, stem=item.stem) if notes else ()
        spoken_of.update(notes.files if notes else ())
    around = replace(around, folder="", files={})
    rules, slips = _reporting_rules(reporting, content=content, around=around)
    problems += slips
    declared = tuple(known for notes in every for known in notes.declared)
    unreadable = set() if scale else {Target.LEVEL}
    for path, target in _DECLARED_IN:
        here = any(known.origin.path == path for known in declared)
        if path in files and not here and any(notes.problems for notes in every if notes.text.path == path):
            unreadable.add(target)
        if any(problem.origin.path == path for problem in problems if path in files):
            unreadable.add(target)
    return Shared(
        framework=Framework(
            school_name=name,
            contact=contact,
            school_language=language,
            areas=areas,
            competencies=competencies,
            scale=scale or NO_SCALE,
            prompts=prompts,
            terms=terms,
            content=known_content,
            big_ideas=big_ideas,
            profiles=profiles,
            thinking_moves=thinking_moves,
            rubrics=tuple(rubrics),
            reporting=rules,
            purpose=purpose,
        )
        if facts
        else None,
        people=people,
        groups=groups,
        surroundings=Surroundings(
            folder="",
            files={},
            school_language=language,
            default_audience=default_audience,
            people={person.id: person for person in people},
            levels=levels_as_typed(scale or NO_SCALE),
            area_of={known.id: known.area for known in competencies if known.area is not None},
            wording=wording,
        ),
        problems=(*problems, *(problem for notes in every for problem in notes.problems)),
        references=tuple(known for notes in every for known in notes.references),
        declared=declared,
        unreadable=frozenset(unreadable),
        tasks=tuple(tasks),
        spoken_of=frozenset(({reporting} & files) | spoken_of),
        consents=consents,
        members=members,
    )


_DECLARED_IN = (
    ("framework/areas.yml", Target.AREA),
    ("framework/competencies.yml", Target.COMPETENCY),
    ("framework/scale.yml", Target.LEVEL),
    ("framework/prompts.yml", Target.PROMPT),
    ("framework/content.yml", Target.CONTENT),
    ("framework/big-ideas.yml", Target.BIG_IDEA),
    ("framework/profiles.yml", Target.PROFILE),
    ("framework/thinking-moves.yml", Target.THINKING_MOVE),
    ("people.yml", Target.SPEAKER),
)


def _reporting_rules(
    named: str, *, content: ContentTree, around: Surroundings
) -> tuple[ReportingRules | None, list[Problem]]:
    """The rules that `reporting:` names: a file of the school's own, else those that ship under that name."""
    if not named:
        return None, []
    text: Text | Problem
    if named in content.files:
        text = read_text(content, named)
    elif named in shipped_names():
        text = shipped_text(named, language=around.school_language)
    else:
        message = f"there are no reporting rules `{named}`"
        fix = f"{one_of(named, shipped_names())}; or write a file of your own and name it here, such as `framework/reporting.yml`"
        return None, [error(Origin(path="school.yml"), "unknown-reporting", message, fix=fix)]
    if isinstance(text, Problem):
        return None, [text]
    rules, notes = read_reporting_rules(text, around=around)
    return rules, notes.problems
