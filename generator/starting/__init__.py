"""Getting started: a school that builds at once, and one more student, piece of evidence or goal in half a minute."""
