"""Baseline: every verb is an event, and verbs of one lemma are one event, in whatever article; so are equal names.

    python benchmarks/baselines/verb_lemma.py GOLD -o answers.json

The head-lemma baseline of work on coreference over documents, where it is given the mentions; here it finds its own.
"""

from answers import Answers, parse, run
from spacy_entities import add_entities

from kg.score import Gold


def answer(gold: Gold) -> Answers:
    """Entities, one event for each lemma, and reports."""
    answers = Answers(gold)
    events: dict[str, str] = {}
    for article, doc in parse(gold):
        add_entities(answers, article, doc)
        for verb in doc:
            lemma = verb.lemma_.lower()
            if verb.pos_ != "VERB":
                continue
            if lemma not in events:
                events[lemma] = answers.add("events", "event", kind="other", status="happened")
            span = {"start": verb.idx, "end": verb.idx + len(verb), "words": verb.text}
            row = {"event": events[lemma], "document": answers.document(article), "status": "happened", **span}
            answers.rows.setdefault("reports", []).append(row)
    return answers


if __name__ == "__main__":
    run(answer, __doc__)
