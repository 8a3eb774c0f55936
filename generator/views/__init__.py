"""What each page of a portfolio shows, worked out from one student and nothing else."""

from generator.views.about import ABOUT
from generator.views.agreement import AGREEMENT
from generator.views.competencies import COMPETENCIES
from generator.views.conferences import CONFERENCES
from generator.views.conversations import CONVERSATIONS
from generator.views.evidence import EVIDENCE
from generator.views.goals import GOALS
from generator.views.growth import GROWTH
from generator.views.home import HOME
from generator.views.how_we_know import HOW_WE_KNOW
from generator.views.keepsake import KEEPSAKE
from generator.views.progress import PROGRESS
from generator.views.reflections import REFLECTIONS
from generator.views.scale import SCALE
from generator.views.search import SEARCH
from generator.views.showcase import SHOWCASE
from generator.views.talk_sheet import TALK
from generator.views.timeline import TIMELINE

VIEWS = (
    HOME,
    TIMELINE,
    GROWTH,
    GOALS,
    SHOWCASE,
    PROGRESS,
    COMPETENCIES,
    HOW_WE_KNOW,
    CONVERSATIONS,
    CONFERENCES,
    TALK,
    REFLECTIONS,
    ABOUT,
    AGREEMENT,
    KEEPSAKE,
    SCALE,
    SEARCH,
    EVIDENCE,
)
"""Every view, in menu order. A new page is a new file and one word here."""

__all__ = ["VIEWS"]
