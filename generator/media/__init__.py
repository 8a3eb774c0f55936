"""Media: one file of a school's content in, clean small copies of it out.

`derive` in `derive.py` is the door. A file is told by its first bytes, never by its name; what leaves this room carries
no metadata; what cannot be cleaned, or not be shown to be clean, does not leave it.
"""
