"""Many names made comparable at once, as `names` does for one: as whole columns of text, which takes far less time."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from kg.resolve.names import APOSTROPHES, DOUBLE, INITIALS, LETTERS, SOUNDS, articles

_BREAKS = re.compile(r"[^0-9a-z\n]+")
_ODD = re.compile(f"[{''.join(map(chr, LETTERS))}]")  # letters that are none of the plain alphabet ("ø")
_EDGES = re.compile(r"(?m)^ | $")
_LAST_H = re.compile(r"(?m)(?<=.{3})h$")


def bare_all(names: Sequence[str]) -> list[str]:
    """`names.bare` of each name, in their order."""
    left_out = articles()
    found = []
    for folded in fold_all(names):
        kept = [word for word in folded.split(" ") if word not in left_out]
        found.append(" ".join(kept) or folded)
    return found


def fold_all(names: Sequence[str]) -> list[str]:
    """`names.fold` of each name, in their order."""
    text = _column(names)
    text = INITIALS.sub(r"\1", APOSTROPHES.sub("", text))
    text = unicodedata.normalize("NFKD", text)
    text = _marks(text).sub("", text).casefold()
    text = _BREAKS.sub(" ", _ODD.sub(lambda found: LETTERS[ord(found[0])], text))
    return _EDGES.sub("", text).split("\n")


def skeleton_all(keys: Sequence[str]) -> list[str]:
    """`names.skeleton` of each bare name, in their order."""
    text = _column(keys)
    for spelling, plain in SOUNDS:
        text = text.replace(spelling, plain)
    text = DOUBLE.sub(r"\1", text.replace(" ", ""))
    return _LAST_H.sub("", text).split("\n")


def _marks(text: str) -> re.Pattern[str]:
    """A pattern for the accents in a text that is taken apart into letters and accents."""
    marks = "".join(sorted(letter for letter in set(text) if unicodedata.combining(letter)))
    return re.compile(f"[{marks}]+" if marks else r"(?!)")


def _column(names: Iterable[str]) -> str:
    return "\n".join(name.replace("\n", " ") for name in names)
