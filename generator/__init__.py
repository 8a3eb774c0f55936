"""Kinfolio: a school's files in, one sealed portfolio site per student out."""

__version__ = "0.1.0"
