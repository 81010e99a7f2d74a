"""The language library behind one door: articles in, words in Universal Dependencies out."""

from kg.nlp.parse import DEFAULT_MODEL, Parser, model_title
from kg.nlp.tokens import Asked, Asking, Attribution, Happening, NameSpan, Parsed, Sentence, Telling, Token, span_of

__all__ = [
    "DEFAULT_MODEL",
    "Asked",
    "Asking",
    "Attribution",
    "Happening",
    "NameSpan",
    "Parsed",
    "Parser",
    "Sentence",
    "Telling",
    "Token",
    "model_title",
    "span_of",
]
