"""Baseline: every verb is an event, and the nearest place of its sentence is where it was.

    python benchmarks/baselines/nearest_place.py GOLD -o answers.json

For the link of events and places alone, where the verb is given; as a finder of events it would be absurd.
"""

from answers import Answers, bare, parse, run
from spacy_entities import add_entities
from spacy_svo import nearest_place

from kg.score import Gold


def answer(gold: Gold) -> Answers:
    """Entities, events and reports."""
    answers = Answers(gold)
    for article, doc in parse(gold):
        add_entities(answers, article, doc)
        for verb in doc:
            if verb.pos_ != "VERB":
                continue
            place = nearest_place(verb)
            told = {"status": "happened", "place_name": bare(place.text) if place else None}
            event = answers.add("events", "event", kind="other", **told)
            row = {"document": answers.document(article), "start": verb.idx, "end": verb.idx + len(verb), **told}
            answers.rows.setdefault("reports", []).append({"event": event, "words": verb.text, **row})
    return answers


if __name__ == "__main__":
    run(answer, __doc__)
