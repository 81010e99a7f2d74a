"""What each piece of a text is: title, byline, date, dateline, heading, caption, boilerplate or prose."""

import re

from kg.ingest.article import Article, Layout
from kg.model import Block, BlockKind, Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")


def find_layout(article: Article) -> Layout:
    """The pieces of an article's text, and what they tell of it."""
    blocks = []
    for line in _LINE.finditer(article.text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            blocks.append(Block(BlockKind.PROSE, Span(start, start + len(words))))
    return Layout(tuple(blocks))
