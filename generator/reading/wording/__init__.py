"""How a teacher's words land: phrases that look at what is missing, at others or at conduct, and another way to say each."""
