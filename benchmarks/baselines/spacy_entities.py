"""Baseline: the entities that spaCy's default model marks, as they come; one thing for each distinct string.

    python benchmarks/baselines/spacy_entities.py GOLD -o answers.json

Persons, organisations and nationalities are actors; geopolitical entities, locations and facilities are places, without
coordinates. PRODUCT counts as a weapon: that is what most products in war news are. The labels of works, laws,
languages, events and ordinals have no counterpart and are left out.
"""

from answers import Answers, bare, parse, run
from spacy.tokens import Doc

from kg.score import Gold, GoldArticle

TYPES = {
    "PERSON": "Person", "ORG": "Organisation", "NORP": "Nationality", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "DATE": "Date", "TIME": "Date", "CARDINAL": "Quantity", "QUANTITY": "Quantity", "MONEY": "Quantity",
    "PERCENT": "Quantity", "PRODUCT": "Weapon",
}  # fmt: skip
ACTORS = {"Person": "Person", "Organisation": "Organization", "Nationality": "Group"}


def answer(gold: Gold) -> Answers:
    """Mentions, actors and places."""
    answers = Answers(gold)
    for article, doc in parse(gold):
        add_entities(answers, article, doc)
    return answers


def add_entities(answers: Answers, article: GoldArticle, doc: Doc) -> None:
    """Adds the entities of one article."""
    for entity in doc.ents:
        kind, name = TYPES.get(entity.label_), bare(entity.text)
        if kind is None or not name:
            continue
        thing = None
        if kind == "Place":
            thing = answers.thing("places", name), name
        elif kind in ACTORS:
            thing = answers.thing("actors", name, type=ACTORS[kind]), name
        answers.mention(article, entity.start_char, entity.end_char, kind, thing)


if __name__ == "__main__":
    run(answer, __doc__)
