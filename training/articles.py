"""Reads the corpora of raw texts with layers over them: names, who said what, events, places of events."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from kg.nlp.encoder.windows import unit_starts
from training.records import UNKNOWN, Builder, Event, Labels, Link, Record, Words, to_bio

NEWSWIRE = ("Person", "Organization", "Location", "NORP", "Facility", "Date", "Money", "Product", "Misc")
"""Types of the newswire names, all that the corpus has."""

FIELD = (
    "Person",
    "Organisation",
    "Location",
    "Nationality",
    "Weapon",
    "MilitaryPlatform",
    "Vehicle",
    "Temporal",
    "Quantity",
    "Money",
    "DocumentReference",
)
"""Types of the field's names, as re3d has them; three with fewer than ten instances left out."""

SURE = 0.5
"""Confidence from which an annotation of re3d counts."""

NON_COMMERCIAL = "BBC Online"
"""Source of the re3d documents under a non-commercial licence."""


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def in_sentence_case(text: str) -> str:
    """A text all in capitals as others are written, but for names, character for character; any other as it is."""
    if not text.isupper():
        return text
    lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return _FIRST.sub(lambda found: found[1] + found[2].upper(), lowered)


_FIRST = re.compile(r"""(^|[.!?]["')\]]*\s+|\n\s*|["(\[]\s?)([a-z])""")
"""A letter that starts a sentence, a line, a quote or a bracket."""


def read_newswire(path: Path, build: Builder) -> Iterator[Record]:
    """The newswire articles with their outer names."""
    for article in read_lines(path):
        words = build.words(article["text"])
        spans = [(one["start"], one["end"], NEWSWIRE.index(one["type"])) for one in article["entities"]]
        yield build.record(article["id"], words, {"newswire": _span_layer(words, spans)})


def read_field(path: Path, build: Builder, *, commercial: bool = True) -> Iterator[Record]:
    """The re3d documents with their names; those of a non-commercial licence only if `commercial` is false."""
    for article in read_lines(path):
        if commercial and article["source"] == NON_COMMERCIAL:
            continue
        words = build.words(article["text"])
        sure = [one for one in article["entities"] if one["confidence"] >= SURE and one["type"] in FIELD]
        sure.sort(key=lambda one: (one["start"] - one["end"], -one["confidence"], one["start"]))
        spans = [(one["start"], one["end"], FIELD.index(one["type"])) for one in sure]
        yield build.record(article["id"], words, {"field": _span_layer(words, spans)})


def _span_layer(words: Words, spans: Sequence[tuple[int, int, int]]) -> Labels:
    placed = ((words.inside(start, end), kind) for start, end, kind in spans)
    return to_bio(len(words.texts), [(*place, kind) for place, kind in placed if place])


def read_speech(path: Path, build: Builder) -> Iterator[Record]:
    """The PolNeAR articles: source, cue and content of what was said, and which cue each belongs to."""
    for article in read_lines(path):
        words = build.words(article["text"])
        layers: dict[str, Labels] = {}
        for layer in ("source", "cue", "content"):
            spans = sorted({tuple(s) for one in article["attributions"] for s in one[layer]}, key=lambda s: s[0] - s[1])
            layers[layer] = _span_layer(words, [(start, end, 0) for start, end in spans])
        for start, end in article.get("discard", ()):
            place = words.inside(start, end)
            if place:
                for labels in layers.values():
                    labels[slice(*place)] = UNKNOWN
        yield build.record(article["id"], words, layers, links=_links(article, words))


def _links(article: dict[str, Any], words: Words) -> list[Link]:
    golds: dict[tuple[str, int], set[int]] = {}
    for one in article["attributions"]:
        cues = {place[0] for s in one["cue"] if (place := words.inside(*s))}
        for kind in ("source", "content"):
            for span in one[kind]:
                place = words.inside(*span)
                if place and cues:
                    golds.setdefault((kind, place[0]), set()).update(cues)
    return [Link(kind, word, tuple(sorted(cues))) for (kind, word), cues in sorted(golds.items())]


def event_names(path: Path, *, least: int = 20) -> tuple[list[str], list[str]]:
    """The event types, "none" first, and the roles, "none" first, that are frequent enough to learn."""
    events = [event for article in read_lines(path) for event in article["events"]]
    types = Counter(two_level(event["type"]) for event in events)
    roles = Counter(one["role"] for event in events for one in event["arguments"])
    return (
        ["none", *(kind for kind, n in types.most_common() if n >= least)],
        ["none", *(role for role, n in roles.most_common() if n >= least)],
    )


def two_level(kind: str) -> str:
    """An event type without its third level: "Conflict.Attack"."""
    return ".".join(kind.split(".")[:2])


def read_events(path: Path, build: Builder, types: Sequence[str], roles: Sequence[str]) -> Iterator[Record]:
    """The WikiEvents articles: words that tell of events, and their arguments' last words with roles.

    The training part is annotated in part only (a third of its "killed"): where a sentence has no event, the words
    that tell of one elsewhere count as not annotated.
    """
    articles = [(article, build.words(article["text"])) for article in read_lines(path)]
    triggers = [
        [(place[0], event) for event in article["events"] if (place := words.inside(*event["trigger"]))]
        for article, words in articles
    ]
    telling = {words.texts[n].lower() for (_, words), found in zip(articles, triggers, strict=True) for n, _ in found}
    for (article, words), found in zip(articles, triggers, strict=True):
        layer = np.zeros(len(words.texts), np.int16)
        units = [*unit_starts(words.texts, words.gaps), len(words.texts)]
        for start, end in pairwise(units):
            if not any(start <= n < end for n, _ in found):
                layer[[n for n in range(start, end) if words.texts[n].lower() in telling]] = UNKNOWN
        for n, event in found:
            kind = two_level(event["type"])
            layer[n] = types.index(kind) if kind in types else UNKNOWN
        told = {n: [one for k, event in found if k == n for one in event["arguments"]] for n, _ in found}
        events = [_event(arguments, words, n, roles) for n, arguments in sorted(told.items())]
        yield build.record(article["id"], words, {"trigger": layer}, events=events)


def _event(told: Sequence[dict[str, Any]], words: Words, word: int, roles: Sequence[str]) -> Event:
    arguments: list[tuple[int, int]] = []
    places: set[int] = set()
    for one in told:
        place = words.inside(*one["span"])
        if place and one["role"] in roles:
            arguments.append((head_word(words, *place), roles.index(one["role"])))
            if one["role"] == "Place":
                places.update(range(*place))
    return Event(word, tuple(arguments), tuple(sorted(places)) or None)


def head_word(words: Words, start: int, end: int) -> int:
    """The word of a noun phrase that most likely heads it: the last before "of", "in", "for", "at" or a comma."""
    for n in range(start + 1, end):
        if words.texts[n] in ("of", "in", "for", "at", "from", ",", "who", "that", "("):
            return n - 1
    return end - 1


def held_out(key: str, *, of: int = 10) -> bool:
    """Whether a document belongs to the tenth that is kept for development; decided by its name alone."""
    return zlib.crc32(key.encode()) % of == 0


def read_places(path: Path, build: Builder) -> Iterator[Record]:
    """Single sentences: the verb of an event, and the words of the place where it happened or none."""
    by_text: dict[str, list[dict[str, Any]]] = {}
    for pair in read_lines(path):
        if pair["place_status"] != "none_unreliable":
            by_text.setdefault(pair["text"], []).append(pair)
    for text, pairs in by_text.items():
        words = build.words(text)
        events: dict[int, set[int]] = {}
        for pair in pairs:
            verb = words.inside(*pair["event"])
            if verb:
                spots = [spot for s in pair["places"] if (spot := words.inside(*s))]
                events.setdefault(verb[0], set()).update(n for spot in spots for n in range(*spot))
        found = [Event(word, None, tuple(sorted(spots))) for word, spots in sorted(events.items())]
        if found:
            yield build.record(pairs[0]["doc"], words, {}, events=found)
