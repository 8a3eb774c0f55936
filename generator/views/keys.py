"""Opaque places: a page whose title would give something away is found under a key instead."""

import base64
import hashlib

from generator.model.identifiers import CompetencyId, EvidenceId, GoalId, ReflectionId, StudentId
from generator.model.progress import PointOfProgress


def key_of(student: StudentId, *, kind: str, name: str) -> str:
    """Eight letters and digits that stay the same from build to build and tell nothing."""
    digest = hashlib.sha256(f"{student}/{kind}/{name}".encode()).digest()
    return base64.b32encode(digest[:5]).decode("ascii").lower()


def evidence_path(student: StudentId, evidence: EvidenceId) -> str:
    """The page of a piece of evidence, relative to the site's root."""
    return f"e/{key_of(student, kind='evidence', name=evidence)}.html"


def comparison_path(student: StudentId, *, earlier: EvidenceId, later: EvidenceId) -> str:
    """The page that puts two pieces side by side, relative to the site's root."""
    return f"g/{key_of(student, kind='comparison', name=f'{earlier}/{later}')}.html"


def goal_anchor(student: StudentId, goal: GoalId) -> str:
    """The place of a goal on the goals page."""
    return f"goal-{key_of(student, kind='goal', name=goal)}"


def point_anchor(student: StudentId, point: PointOfProgress) -> str:
    """The place of a point of progress on its page."""
    return f"point-{key_of(student, kind='point', name=point.id)}"


def reflection_anchor(student: StudentId, reflection: ReflectionId) -> str:
    """The place of a reflection on its page."""
    return f"reflection-{key_of(student, kind='reflection', name=reflection)}"


def competency_path(student: StudentId, competency: CompetencyId) -> str:
    """The page of one competency, relative to the site's root."""
    return f"c/{key_of(student, kind='competency', name=competency)}.html"
