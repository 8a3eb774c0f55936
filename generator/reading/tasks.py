"""One task, from `tasks/<id>.yml`: what a class was asked to do, and what technology is good for in it."""

from generator.model.identifiers import AreaId, TaskId
from generator.model.task import Samr, Task
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape
from generator.reading.id_types import reference
from generator.reading.names import read_name
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Reference, Target
from generator.reading.plain_types import TEXT, choice

_TITLE = Field(name="title", type=TEXT, required=True, help="what the class calls it")
_AREAS = Field(name="areas", type=one_or_more(reference(Target.AREA, AreaId)), help="its areas of learning")
_LEARNING = Field(name="learning", type=TEXT, help="what it is for, one sentence")
_SAMR = Field(name="samr", type=choice(Samr), help="substitution, augmentation, modification or redefinition")
_BECAUSE = Field(name="because", type=TEXT, help="why it stands there on the model")
TASK = Shape(name="a task", fields=(_TITLE, _AREAS, _LEARNING, _SAMR, _BECAUSE))


def read_task(notes: Notes, *, stem: str) -> Task | None:
    """One task; `stem` is the name of its file without the ending, which is its id."""
    name = read_name(stem, notes=notes)
    if name:
        notes.declared.append(Reference(target=Target.TASK, id=name.id, origin=notes.text.origin(0)))
    values = read_item(notes, shape=TASK)
    if name is None or values is None:
        return None
    return Task(
        id=TaskId(name.id),
        title=values.need(_TITLE),
        areas=values.get_or(_AREAS, ()),
        learning=values.get_or(_LEARNING, ""),
        samr=values.get(_SAMR),
        because=values.get_or(_BECAUSE, ""),
        origin=values.origin,
    )
