"""The head word of a short phrase, found without a parser."""

import re

from kg.resources import read_table
from kg.score.spans import words_of

# "Ahmad, a witness": the head stands in the first part
_BREAK = re.compile(r"[,;:(]\s")
# "the Taliban’s"
_POSSESSIVE = re.compile(r"['’]s\b|['’](?!\w)")


def head_of(phrase: str) -> str:
    """The last word before the first preposition, particle or relative pronoun, lower case; "" if there is no word.

    "suicide attack" → attack, "the siege of Homs" → siege, "blew himself up" → himself (as the word before "up").
    """
    after = frozenset(read_table("score_triggers.toml")["heads"]["after"])
    words = words_of(_POSSESSIVE.sub("", _BREAK.split(phrase.strip())[0])) or words_of(phrase)
    end = next((at for at, word in enumerate(words) if at and word in after), len(words))
    return words[end - 1] if words else ""
