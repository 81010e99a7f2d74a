"""Names made comparable: folded, without articles, as a skeleton of sounds, and as the end of an IRI."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from kg.resources import read_table

APOSTROPHES = re.compile("['`´‘’ʻʼʽʾʿˈ′]")
INITIALS = re.compile(r"(?<![A-Za-z])([A-Za-z])\.")  # "U.S.", "J. Smith"
_BREAKS = re.compile(r"[^0-9a-z]+")
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d", "þ": "th", "ħ": "h"}
)
# Spellings of one sound in names brought over from another script: "Baghouz" / "Baghuz", "Raqqah" / "Raqa".
SOUNDS = (
    ("iy", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"),
    ("aa", "a"), ("dj", "j"), ("gh", "g"), ("kh", "h"), ("ch", "sh"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("o", "u"),
    ("w", "v"), ("y", "i"), ("e", "i"), ("z", "s"),
)  # fmt: skip
DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The name in plain lower-case letters: "Deir ez-Zor" is "deir ez zor", "Kyïv's" is "kyivs"."""
    plain = APOSTROPHES.sub("", name)
    if "." in plain:
        plain = INITIALS.sub(r"\1", plain)
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _BREAKS.sub(" ", plain.casefold().translate(LETTERS)).strip()


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """The folded name without articles, so that "al-Raqqah", "Ar Raqqah" and "Raqqah" are one."""
    words = fold(name).split()
    kept = [word for word in words if word not in articles()]
    return " ".join(kept or words)


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """How a name sounds, so that spellings of one name meet: "Baghouz" and "al-Baghuz" are one.

    Wide on purpose: it proposes candidates, and never decides.
    """
    sound = bare(name)
    for spelling, plain in SOUNDS:
        sound = sound.replace(spelling, plain)
    sound = DOUBLE.sub(r"\1", sound.replace(" ", ""))
    return sound[:-1] if sound.endswith("h") and len(sound) > 3 else sound


def slug(name: str) -> str:
    """The name as the end of an IRI: only `a-z`, `0-9` and single hyphens, never empty."""
    return fold(name).replace(" ", "-")[:60].strip("-") or "unnamed"


def short_hash(*parts: object) -> str:
    """Eight hexadecimal digits that depend on the parts alone."""
    return blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=4).hexdigest()


def numbers(name: str) -> frozenset[str]:
    """The numbers in a name: names that differ in one name two things ("92nd Brigade", "93rd Brigade")."""
    return frozenset(re.findall(r"\d+", name)) | _roman(name)


def _roman(name: str) -> frozenset[str]:
    return frozenset(word for word in name.split() if word in ("II", "III", "IV", "VI", "VII", "VIII", "IX"))


@lru_cache(maxsize=1)
def articles() -> frozenset[str]:
    """Words that are no part of a name ("al", "the")."""
    return frozenset(read_table("resolve.toml")["articles"])
