"""`portfolio.json`: everything the portfolio knows, for programs that are not written yet."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from generator.model.framework import (
    Area,
    BigIdea,
    Competency,
    Content,
    Framework,
    ProficiencyScale,
    Profile,
    Prompt,
    Term,
    ThinkingMove,
)
from generator.model.rubric import Rubric
from generator.model.student import Student

FORMAT: Final = "kinfolio-portfolio"
VERSION: Final = 1

LEFT_OUT: Final = frozenset({"origin", "guardians", "task"})
"""Fields that speak of the school's own files and lists, and of nobody's learning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """The school's words that the portfolio refers to by id, and no others."""

    school: str
    language: str
    areas: tuple[Area, ...]
    competencies: tuple[Competency, ...]
    content: tuple[Content, ...]
    big_ideas: tuple[BigIdea, ...]
    profiles: tuple[Profile, ...]
    scale: ProficiencyScale
    prompts: tuple[Prompt, ...]
    thinking_moves: tuple[ThinkingMove, ...]
    rubrics: tuple[Rubric, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRecord:
    """One learner's portfolio as data. Ids in `learner` are explained in `words`; paths of files are relative to the folder."""

    format: str
    version: int
    words: SharedWords
    learner: Student


def portfolio_record(student: Student, *, framework: Framework) -> PortfolioRecord:
    """The record of one student, with as much of the framework as it speaks of."""
    said = frozenset(_strings(as_json(student)))
    competencies = tuple(one for one in framework.competencies if one.id in said)
    profiles = tuple(one for one in framework.profiles if one.id in said)
    also = {one.competency for one in profiles}
    competencies = tuple(one for one in framework.competencies if one in competencies or one.id in also)
    content = tuple(one for one in framework.content if one.id in said)
    big_ideas = tuple(one for one in framework.big_ideas if one.id in said)
    areas = {one.area for one in competencies} | {one.area for one in content}
    areas |= {one.area for one in big_ideas}
    return PortfolioRecord(
        format=FORMAT,
        version=VERSION,
        words=SharedWords(
            school=framework.school_name,
            language=framework.school_language,
            areas=tuple(one for one in framework.areas if one.id in said or one.id in areas),
            competencies=competencies,
            content=content,
            big_ideas=big_ideas,
            profiles=profiles,
            scale=framework.scale,
            prompts=tuple(one for one in framework.prompts if one.id in said),
            thinking_moves=tuple(one for one in framework.thinking_moves if one.id in said),
            rubrics=tuple(one for one in framework.rubrics if one.id in said),
            terms=framework.terms,
        ),
        learner=student,
    )


def as_json(value: Any) -> Any:
    """A record as what JSON knows: objects, lists, text, true and false. Days are `2026-10-02`."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: as_json(getattr(value, field.name))
            for field in fields(value)
            if is_kept(type(value), field.name)
        }
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def is_kept(record: type, field: str) -> bool:
    """Whether that field of a record goes into the file."""
    return field not in LEFT_OUT and (record.__name__, field) not in _LEFT_OUT_OF


_LEFT_OUT_OF: Final = frozenset({("Group", "teachers"), ("Rubric", "group")})


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
