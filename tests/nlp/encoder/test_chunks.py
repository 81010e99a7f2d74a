import pytest
import spacy
from spacy.tokens import Doc

from kg.nlp import DEFAULT_MODEL, Parser
from kg.nlp.encoder.chunks import noun_chunks

# words, tags, heads and relations written by hand
CASES = [
    (
        "The army shelled two villages near Aleppo",
        "DET NOUN VERB NUM NOUN ADP PROPN",
        [1, 2, 2, 4, 2, 6, 4],
        "det nsubj root nummod obj case nmod",
        ["The army", "two villages", "Aleppo"],
        "a preposition is no part, and what hangs on a noun behind it is a chunk of its own",
    ),
    (
        "General Omar Haddad left",
        "PROPN PROPN PROPN VERB",
        [3, 0, 0, 3],
        "nsubj flat flat root",
        ["General Omar Haddad"],
        "names run on after their first word",
    ),
    (
        "the army 's very old tanks burned",
        "DET NOUN PART ADV ADJ NOUN VERB",
        [1, 5, 1, 4, 5, 6, 6],
        "det nmod:poss case advmod amod nsubj root",
        ["the army 's very old tanks"],
        "owners are part of what they own",
    ),
    (
        "They left and rebels and soldiers fled",
        "PRON VERB CCONJ NOUN CCONJ NOUN VERB",
        [1, 1, 6, 6, 5, 3, 1],
        "nsubj root cc nsubj cc conj conj",
        ["They", "rebels", "soldiers"],
        "joined nouns are chunks of their own",
    ),
    ("Fighting goes on", "VERB VERB ADP", [1, 1, 1], "csubj root compound:prt", [], "no noun, no chunk"),
    (
        "a man killed by shells died",
        "DET NOUN VERB ADP NOUN VERB",
        [1, 5, 1, 4, 2, 5],
        "det nsubj acl case obl:agent root",
        ["a man", "shells"],
        "a clause after the noun is no part",
    ),
]


@pytest.mark.parametrize(("words", "poses", "heads", "rels", "chunks", "why"), CASES)
def test_chunks(words: str, poses: str, heads: list[int], rels: str, chunks: list[str], why: str) -> None:
    vocab = spacy.blank("en").vocab
    vocab.get_noun_chunks = noun_chunks
    doc = Doc(vocab, words=words.split(), pos=poses.split(), heads=heads, deps=rels.split())
    assert [chunk.text for chunk in doc.noun_chunks] == chunks, why


def test_docs_of_the_model_have_them() -> None:
    doc = Parser(DEFAULT_MODEL).nlp("Rebels shelled two villages near Aleppo.")
    assert [chunk.text for chunk in doc.noun_chunks] == ["Rebels", "two villages", "Aleppo"]
