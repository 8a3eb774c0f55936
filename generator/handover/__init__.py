"""Hands a portfolio over to the family: reads the school, and makes what one student keeps.

This is the one place where a child's words are written readable on purpose: for one student, asked for by name, and
never into what is published. What the keepsake is made of, `keepsake/` knows; here it meets the school, the theme and
the disk.
"""
