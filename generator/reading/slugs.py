"""What is left of a name when capitals, accents and punctuation are gone: two names with one slug look the same."""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")


def slug_of(name: str) -> str:
    """The slug of a name in any script.

    Only the accents of Latin, Greek and Cyrillic go; the vowel signs of other scripts are letters.

    >>> slug_of("Zoë  O'Neil"), slug_of("ZOE o neil")
    ('zoe-o-neil', 'zoe-o-neil')
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name.casefold()))
    letters = (
        sign if unicodedata.category(sign)[0] in "LMN" else " "
        for sign in unicodedata.normalize("NFC", plain)
    )
    return "-".join("".join(letters).split())
