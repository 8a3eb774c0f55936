"""What schools usually call the parts of a school year, so that catalogues know these names too.

A school writes the names of its terms itself; those it has in common with many are told in the reader's language.
"""

from typing import Final

from generator.languages.marking import N_

USUAL_TERMS: Final = (
    N_("Fall"),
    N_("Autumn"),
    N_("Winter"),
    N_("Spring"),
    N_("Summer"),
    N_("Term 1"),
    N_("Term 2"),
    N_("Term 3"),
    N_("Term 4"),
    N_("Semester 1"),
    N_("Semester 2"),
)
