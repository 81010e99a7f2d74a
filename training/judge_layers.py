"""Scores names, statements, events and places of events on development texts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kg.nlp.encoder.trees import Places
from training.articles import FIELD, NEWSWIRE, SURE, held_out, read_lines, two_level
from training.scoring import Span, Tally, covering, exact, overlapping
from training.systems import Ours, Output, System

SEVEN = ("Person", "Organization", "Location", "NORP", "Facility", "Date", "Money")
"""Types of newswire names that are scored: without Product and Misc, which the general model has no match for."""

TO_NEWSWIRE: Mapping[str, str] = {
    **{kind: kind for kind in NEWSWIRE},
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "NORP": "NORP",
    "FAC": "Facility",
    "DATE": "Date",
    "MONEY": "Money",
    "PRODUCT": "Product",
    "EVENT": "Misc",
    "WORK_OF_ART": "Misc",
    "LAW": "Misc",
    "LANGUAGE": "Misc",
}

TO_FIELD: Mapping[str, str] = {
    **{kind: kind for kind in FIELD},
    "PERSON": "Person",
    "ORG": "Organisation",
    "NORP": "Nationality",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "DATE": "Temporal",
    "TIME": "Temporal",
    "QUANTITY": "Quantity",
    "CARDINAL": "Quantity",
    "MONEY": "Money",
}

Names = list[tuple[Span, str]]


def judge_newswire(system: System, path: Path) -> dict[str, Tally]:
    """Exact spans and types of names, by type, and of the seven and all nine types together."""
    articles = list(read_lines(path))
    found: dict[str, Tally] = defaultdict(Tally)
    for article, output in zip(articles, system.read([one["text"] for one in articles]), strict=True):
        told = [(_bare(article["text"], span), TO_NEWSWIRE[kind]) for span, kind in output.names if kind in TO_NEWSWIRE]
        gold = [((one["start"], one["end"]), one["type"]) for one in article["entities"]]
        for name, kinds in {"7 types": SEVEN, "9 types": NEWSWIRE, **{one: (one,) for one in NEWSWIRE}}.items():
            found[name] += exact([one for one in gold if one[1] in kinds], [one for one in told if one[1] in kinds])
    return dict(found)


def _bare(text: str, span: Span) -> Span:
    """A name without "the" before it and "'s" after it, which one scheme counts in and the other does not."""
    start, end = span
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


def field_names(output: Output, system: System) -> Names:
    """The names of the field that a system told; of a general model its own, with types turned."""
    if isinstance(system, Ours) and output.reading is not None:
        return list(system.spans(output.words, output.reading, "field"))
    return [(span, TO_FIELD[kind]) for span, kind in output.names if kind in TO_FIELD]


def judge_field(system: System, articles: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """Names of the field by type, right where two spans of the same type share a character.

    "sure": annotations of confidence .5 and more, one to one. "all": all annotations, however sure and however they
    overlap: a found one counts as right where any annotation shares a character with it, and the other way round.
    """
    found: dict[str, Tally] = defaultdict(Tally)
    for article, output in zip(articles, system.read([one["text"] for one in articles]), strict=True):
        told = field_names(output, system)
        for kind in FIELD:
            golds = [one for one in article["entities"] if one["type"] == kind]
            tolds = [span for span, one in told if one == kind]
            sure = [(one["start"], one["end"]) for one in golds if one["confidence"] >= SURE]
            found[f"{kind} sure"] += overlapping(sure, tolds)
            found[f"{kind} all, recall"] += _touched([(one["start"], one["end"]) for one in golds], tolds)
            found[f"{kind} all, precision"] += _touched(tolds, [(one["start"], one["end"]) for one in golds])
    return dict(found)


def judge_folds(folds: Path, articles: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """The field's names by the models of folds, each on the articles that it has not seen."""
    paths = sorted(folds.iterdir())
    whole: dict[str, Tally] = {}
    for n, path in enumerate(paths):
        part = judge_field(Ours(path), [one for k, one in enumerate(articles) if k % len(paths) == n])
        whole = {name: whole.get(name, Tally()) + tally for name, tally in part.items()}
    return whole


def all_annotations(tallies: Mapping[str, Tally], kind: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a type of the field's names over all annotations."""
    recall, precision = tallies[f"{kind} all, recall"].recall, tallies[f"{kind} all, precision"].recall
    return precision, recall, 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _touched(spans: Sequence[Span], others: Sequence[Span]) -> Tally:
    right = sum(any(_touch(one, other) for other in others) for one in spans)
    return Tally(right, len(spans), len(spans))


def judge_speech(system: Ours, path: Path) -> dict[str, Tally]:
    """Source, cue and content: the same span; spans that share a character, one to one; characters; and the links.

    A span is a stretch of text without a gap, so a quotation interrupted by its cue counts as two. A link is right
    where content (or source) and cue both share a character with those of one attribution.
    """
    articles = list(read_lines(path))
    found: dict[str, Tally] = defaultdict(Tally)
    for article, output in zip(articles, system.read([one["text"] for one in articles]), strict=True):
        for layer in ("source", "cue", "content"):
            gold = sorted({(start, end) for one in article["attributions"] for start, end in one[layer]})
            told = _spans(system, output, layer)
            found[f"{layer} exact"] += exact(gold, told)
            found[f"{layer} overlap"] += overlapping(gold, told)
            found[f"{layer} characters"] += covering(gold, told)
        for kind in ("content", "source"):
            found[f"{kind} with cue"] += _links(system, output, article, kind)
    return dict(found)


def _spans(system: Ours, output: Output, layer: str) -> list[Span]:
    if output.reading is None:
        return []
    return [span for span, _ in system.spans(output.words, output.reading, layer)]


def _links(system: Ours, output: Output, article: dict[str, Any], kind: str) -> Tally:
    if output.reading is None:
        return Tally()
    cues, asked = _spans(system, output, "cue"), _spans(system, output, kind)
    told = [(asked[n], cues[cue]) for n, cue in enumerate(output.reading.links[kind].tolist()) if cue >= 0]
    gold = [(tuple(span), tuple(cue)) for one in article["attributions"] for span in one[kind] for cue in one["cue"]]
    right = sum(any(_touch(a, c) and _touch(b, d) for c, d in gold) for a, b in told)
    back = sum(any(_touch(a, c) and _touch(b, d) for a, b in told) for c, d in gold)
    return Tally(min(right, back), len(told), len(gold))


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def judge_events(system: Ours, path: Path) -> dict[str, Tally]:
    """Triggers by type and roles of arguments; conflict and life types together, and all types.

    A trigger is right where it shares a character with one of the same two-level type; an argument where its word
    lies in the annotated span, with role and trigger right.
    """
    articles = list(read_lines(path))
    found: dict[str, Tally] = defaultdict(Tally)
    for article, output in zip(articles, system.read([one["text"] for one in articles]), strict=True):
        gold = [(tuple(one["trigger"]), two_level(one["type"])) for one in article["events"]]
        told = _triggers(system, output)
        for name, kinds in (("conflict and life", ("Conflict", "Life")), ("all", ("",))):
            for kind in sorted({one for _, one in [*gold, *told] if one.startswith(kinds)}):
                golds, tolds = ([span for span, one in side if one == kind] for side in (gold, told))
                found[f"triggers, {name}"] += overlapping(golds, tolds)
            everything = ([span for span, one in side if one.startswith(kinds)] for side in (gold, told))
            found[f"triggers without type, {name}"] += overlapping(*everything)
        found["arguments"] += _arguments(system, output, article)
    return dict(found)


def _triggers(system: Ours, output: Output) -> Names:
    labels = system.model.labels["trigger"]
    rows = output.reading.triggers.tolist() if output.reading else []
    return [(output.words[word], labels[kind]) for word, kind in rows]


def _arguments(system: Ours, output: Output, article: dict[str, Any]) -> Tally:
    gold = [
        (tuple(event["trigger"]), tuple(one["span"]), one["role"])
        for event in article["events"]
        for one in event["arguments"]
    ]
    told = []
    reading = output.reading
    for word, _ in reading.triggers.tolist() if reading else []:
        near = _sentence(output, word)
        if reading:
            for place, role in zip(near.tolist(), system.model.roles(reading, word, near).tolist(), strict=True):
                if role:
                    told.append((output.words[word], output.words[place], system.model.labels["role"][role]))
    free = list(gold)
    for trigger, span, role in told:
        fit = next((one for one in free if one[2] == role and _touch(one[0], trigger) and _touch(one[1], span)), None)
        if fit:
            free.remove(fit)
    return Tally(len(gold) - len(free), len(told), len(gold))


def _sentence(output: Output, word: int) -> Places:
    bounds = np.asarray([*output.first, len(output.words)])
    n = int(np.searchsorted(bounds, word, "right"))
    found: Places = np.arange(bounds[n - 1], bounds[n])
    return np.delete(found, word - bounds[n - 1])


def judge_places(system: Ours, path: Path) -> dict[str, Tally]:
    """Where the event of a verb took place, on the documents kept out of training.

    "place given": share of the pairs with a place for which a word of it was chosen; "all": also those without.
    """
    pairs = [one for one in read_lines(path) if one["place_status"] != "none_unreliable"]
    kept = {one["text"]: one["doc"] for one in reversed(pairs)}
    pairs = [one for one in pairs if held_out(kept[one["text"]])]
    found: dict[str, Tally] = defaultdict(Tally)
    for pair, output in zip(pairs, system.read([one["text"] for one in pairs]), strict=True):
        word = next((n for n, (_, end) in enumerate(output.words) if end > pair["event"][0]), None)
        if word is None or output.reading is None:
            continue
        candidates = np.flatnonzero(np.arange(len(output.words)) != word)
        chosen = system.model.place(output.reading, word, candidates)
        spots = [tuple(one) for one in pair["places"]]
        right = any(_touch(output.words[chosen], spot) for spot in spots) if chosen >= 0 else not spots
        found["all"] += Tally(int(right), 1, 1)
        if spots:
            found["place given"] += Tally(int(right), 1, 1)
        found["place"] += Tally(int(right and bool(spots)), int(chosen >= 0), int(bool(spots)))
    return dict(found)
