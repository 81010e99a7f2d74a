"""Finds the words of a known title in a text, whatever has become of their punctuation and capitals."""

import re

_SIDES = re.compile(r"\s+[-–—|]\s+")
_SHORTEST = 12
_CLOSING = re.compile(r"""["”'’)]*(?:[^\S\r\n]?[.!?:…]+["”’)]*(?=\s|$))?""")


def title_keys(title: str) -> tuple[str, ...]:
    """The letters and digits of a title, longest first: whole, and without the names of outlet and section.

    "Bridge falls - World - The Daily" gives the keys of the whole, of "Bridge falls - World" and of "Bridge falls".
    """
    parts = _SIDES.split(title)
    wholes = [" ".join(parts[:n]) for n in range(len(parts), 0, -1)] + [" ".join(parts[1:])]
    keys = dict.fromkeys(title_key(whole) for whole in wholes)
    return tuple(sorted((key for key in keys if len(key) >= _SHORTEST), key=len, reverse=True))


def title_key(words: str) -> str:
    """The letters and digits, in small letters: what is left of a title whatever a scraper did to it."""
    return "".join(char for char in words.lower() if char.isalnum())


def end_of_title(text: str, start: int, end: int, keys: tuple[str, ...]) -> int | None:
    """Where the title ends, its last punctuation included, if it stands at `start`; else None."""
    for key in keys:
        after = _match_key(text, start, end, key)
        if after is not None:
            return after
    return None


def _match_key(text: str, start: int, end: int, key: str) -> int | None:
    position, matched = start, 0
    while matched < len(key):
        if position >= end:
            return None
        char = text[position].lower()
        if char.isalnum():
            if not key.startswith(char, matched):
                return None
            matched += len(char)
        position += 1
    if position < end and text[position].isalnum():
        return None
    closing = _CLOSING.match(text, position, end)
    return closing.end() if closing else position
