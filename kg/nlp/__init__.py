"""The language library behind one door: articles in, words in Universal Dependencies out."""

from kg.nlp.parse import DEFAULT_MODEL, Parser
from kg.nlp.tokens import NameSpan, Parsed, Sentence, Token, span_of

__all__ = ["DEFAULT_MODEL", "NameSpan", "Parsed", "Parser", "Sentence", "Token", "span_of"]
