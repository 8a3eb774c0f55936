"""Bytes, keys and passphrases: seals a site and opens it again. Knows no student and no page engine.

The format is `docs/vault-format.md`; `browser/` holds the same reader for the page.
"""
