"""The words of a query itself, without what stands in its comments, strings and IRIs."""

import re

# a string may hold "#" and an IRI may, too: they are met first, from left to right
ASIDE = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*',
    re.DOTALL,
)
# "PREFIX kg: <https://…#>", "BASE <https://…>"; IRIs are gone by then
PROLOGUE = re.compile(r"\A(?:\s*(?:PREFIX\s+[^\s:]*:|BASE\b))*\s*", re.IGNORECASE)


def query_words(sparql: str) -> str:
    """The query with blanks in place of comments, strings and IRIs."""
    return ASIDE.sub(" ", sparql)


def query_verb(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT, DESCRIBE, or whatever word stands where one of them should; "" for none."""
    words = query_words(sparql)
    prologue = PROLOGUE.match(words)
    word = re.match(r"\w+", words[prologue.end() :] if prologue else words)
    return word[0].upper() if word else ""


def without_comments(sparql: str) -> str:
    """The query without its comments."""
    return ASIDE.sub(lambda found: "" if found[0].startswith("#") else found[0], sparql)
