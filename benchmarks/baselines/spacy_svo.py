"""Baseline: subject-verb-object triples and direct quotations over spaCy's parse, the way of textacy.

    python benchmarks/baselines/spacy_svo.py GOLD -o answers.json

A triple whose verb is in a short list of verbs of war is an event that happened: the subject is the agent, the object
the target (in the passive the other way round), the nearest place of the sentence its place. Every triple is an event
of its own. `fight`, `battle`, `clash` and `attack` also make the relation `fights`. Statements are direct quotations.
"""

from collections.abc import Iterator
from typing import Any

from answers import CONFLICT, FIGHTING, Answers, bare, label, parse, run
from quotes import add_said, find_quotes
from spacy.tokens import Span, Token
from spacy_entities import add_entities

from kg.score import Gold, GoldArticle

PLACES = frozenset({"GPE", "LOC", "FAC"})
WITH = frozenset({"with", "against"})  # "clashed with the army", "fought against it"


def answer(gold: Gold) -> Answers:
    """The entities, and events, reports, relations and statements."""
    answers = Answers(gold)
    for article, doc in parse(gold):
        add_entities(answers, article, doc)
        for verb in doc:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in CONFLICT:
                add_event(answers, article, verb)
        for said in find_quotes(doc):
            add_said(answers, article, said)
    return answers


def add_event(answers: Answers, article: GoldArticle, verb: Token) -> dict[str, Any] | None:
    """Adds the event of a verb, if it has a subject or an object; gives the row of its report."""
    agents, targets = sides_of(verb)
    if not agents and not targets:
        return None
    place = nearest_place(verb)
    told = {
        "status": "happened",
        "place_name": bare(place.text) if place else None,
        "agents": " | ".join(_add_actor(answers, article, word) for word in agents) or None,
        "targets": " | ".join(_add_actor(answers, article, word) for word in targets) or None,
    }
    event = answers.add("events", "event", kind=CONFLICT[verb.lemma_.lower()], **told)
    end = verb.idx + len(verb)
    row = {"document": answers.document(article), "start": verb.idx, "end": end, "words": verb.text, **told}
    answers.rows.setdefault("reports", []).append({"event": event, **row})
    if verb.lemma_.lower() in FIGHTING:
        for one, other in ((one, other) for one in agents for other in targets):
            _add_fight(answers, article, one, other)
    return answers.rows["reports"][-1]


def sides_of(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Who does it and to whom, each with what is joined by "and"."""
    subjects = _children(verb, "nsubj")
    objects = (*_children(verb, "dobj"), *(word for by in verb.children for word in _object_of(by, WITH)))
    patients = _children(verb, "nsubjpass")
    doers = tuple(word for by in verb.children if by.dep_ == "agent" for word in by.children if word.dep_ == "pobj")
    return _joined((*subjects, *doers)), _joined((*patients, *objects))


def nearest_place(word: Token) -> Span | None:
    """The nearest place of the sentence."""
    places = [entity for entity in word.sent.ents if entity.label_ in PLACES]
    return min(places, key=lambda place: (_distance(place, word), place.start), default=None)


def _distance(place: Span, word: Token) -> int:
    return min(abs(place.start - word.i), abs(place.end - 1 - word.i))


def _children(verb: Token, relation: str) -> tuple[Token, ...]:
    return tuple(child for child in verb.children if child.dep_ == relation)


def _object_of(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    if word.dep_ == "prep" and word.lower_ in prepositions:
        yield from (child for child in word.children if child.dep_ == "pobj")


def _joined(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(each for word in words for each in (word, *word.conjuncts))


def _add_actor(answers: Answers, article: GoldArticle, word: Token) -> str:
    """Adds somebody; where no entity holds the word, also the words that name him. Gives the name."""
    name = label(word)
    thing = answers.thing("actors", name)
    if not word.ent_type_:
        start = word.doc[word.left_edge.i].idx
        answers.mention(article, start, word.idx + len(word), "Group", (thing, name))
    return name


def _add_fight(answers: Answers, article: GoldArticle, one: Token, other: Token) -> None:
    start, end = min(one.idx, other.idx), max(one.idx + len(one), other.idx + len(other))
    names = label(one), label(other)
    subject, object_ = (answers.thing("actors", name) for name in names)
    row: dict[str, Any] = {"subject": subject, "subject_name": names[0], "object": object_, "object_name": names[1]}
    row |= {"document": answers.document(article), "start": start, "end": end, "quote": article.text[start:end]}
    answers.rows.setdefault("relations", []).append({"relation": "fights", **row})


if __name__ == "__main__":
    run(answer, __doc__)
