"""Whether a reader would write a happening down: a table of weights for what the language model and the rules say."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.extract.events_draft import Draft
from kg.extract.triggers import AS_TOLD
from kg.model import kind_group
from kg.nlp import Telling
from kg.resources import read_table

_LITTLE: Final = 0.01  # of a likelihood, so that none at all has a logarithm
_UNLIKE: Final = -4.0  # where nothing was told before


def are_worth(drafts: Sequence[Draft], telling: Telling) -> list[bool]:
    """Whether a reader would rather write each draft of an article down than not."""
    table = read_table("events_worth.toml")
    weights: Mapping[str, float] = table["weights"]
    least = float(table["least"]["worth"])
    return [sum(weights[name] * one[name] for name in weights) > least for one in features(drafts, telling)]


def features(drafts: Sequence[Draft], telling: Telling) -> Iterator[dict[str, float]]:
    """What speaks for and against each draft of an article.

    picked: how likely a reader would name anything by its likeliest word, as a logarithm.
    kind: how likely it is of a kind like its own, as the model reads its words.
    as_told: no rule found it, the model alone.
    tellings: how many words tell of it, as a logarithm.
    outdone: how many of its kind a reader would rather name, as a logarithm: it may be one of them again.
    like_before: how likely it is one with something told before.
    hanging: its word hangs on the word for another.
    """
    picked = [_picked(draft, telling) for draft in drafts]
    words = [{trigger.token for trigger in draft.triggers} for draft in drafts]
    for n, draft in enumerate(drafts):
        first = draft.first.token
        before = [t.token.i for other in drafts if other.first.token.i < first.i for t in other.triggers]
        better = sum(picked[k] > picked[n] for k, other in enumerate(drafts) if other.kind is draft.kind)
        alike = [likely for trigger in draft.triggers for likely in telling.likeness(trigger.token.i, before)]
        yield {
            "picked": math.log(picked[n] + _LITTLE),
            "kind": _of_its_group(draft, telling),
            "as_told": float(all(trigger.rule == AS_TOLD for trigger in draft.triggers)),
            "dated": float(draft.when is not None),
            "definite": float(draft.definite),
            "tellings": math.log(len(draft.triggers)),
            "outdone": math.log(1 + better),
            "like_before": max((*alike, _UNLIKE)),
            "hanging": float(any(first.head in others for k, others in enumerate(words) if k != n)),
        }


def _picked(draft: Draft, telling: Telling) -> float:
    return max(telling.chosen(word.i) for trigger in draft.triggers for word in trigger.words)


def _of_its_group(draft: Draft, telling: Telling) -> float:
    kinds = telling.kinds_of([word.i for trigger in draft.triggers for word in trigger.words])
    own = kind_group(draft.kind.value)
    return sum(likely for kind, likely in kinds.items() if kind_group(kind) == own)
