"""The least that answers and gold of each layer may hold."""

from typing import Any

TEXT = "The army said the road is shut."
# all that a row must have; whatever else a system can't tell is null
LEAST: dict[str, list[dict[str, Any]]] = {
    "actors": [{"actor": "x1"}],
    "places": [{"place": "x2"}],
    "mentions": [
        {"start": 4, "end": 8},
        {"start": 4, "end": 8, "refers_to": "x1"},
        {"start": 4, "end": 8, "refers_to": "x2"},
    ],
    "events": [{"event": "x3"}],
    "reports": [{"start": 9, "end": 13}, {"start": 25, "end": 30, "event": "x3"}],
    "statements": [{}, {"content": "the road is shut"}, {"content_spans": "14-30"}],
    "figures": [{"start": 14, "end": 30}],
    "affiliations": [{}, {"person": "x1", "organisation": "x1"}],
    "relations": [
        {"start": 4, "end": 30},
        {"start": 4, "end": 30, "subject": "x1", "object": "x1", "relation": "fights"},
    ],
}
WHOLE = {
    "actors": [{"id": "a1", "name": "army", "forms": ["The army"]}, {"id": "a2", "name": "road"}],
    "affiliations": [{"person": "a2", "org": "a1"}],
    "places": [{"id": "p1", "name": "road", "forms": ["the road"], "lat": 1.5, "lon": 2.5}],
    "events": [{"id": "e1", "trigger": "is shut", "evidence": "the road is shut", "agents": ["a1"], "place": "p1"}],
    "statements": [{"id": "s1", "speaker": "a1", "content": "the road is shut"}],
    "figures": [{"id": "f1", "evidence": "the road is shut", "event": "e1", "said_by": "s1"}],
}
ENTITY = {"id": "i1", "start": 4, "end": 8, "type": "Organisation", "confidence": 1.0}
LAYERS_OF_LINES = [
    {"attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 30]]}]},
    {"events": [{"type": "Conflict.Attack", "trigger": [9, 13], "arguments": [{"role": "Target", "span": [4, 8]}]}]},
    {
        "events": [{"start": 9, "end": 13, "type": "ACTION_STATE", "cluster": "1"}],
        "entities": [{"start": 4, "end": 8, "type": "HUMAN_PART_ORG", "cluster": "2"}],
        "checked": [[0, 31]], "topic": "1",
    },
    {"entities": [ENTITY], "relations": [{"type": "BelongsTo", "source": [4, 8], "target": [4, 8], "confidence": 1}]},
    {"places": [{"start": 4, "end": 8, "name": "army", "lat": 1.5, "lon": 2.5, "kind": "Literal"}]},
    {"event": [9, 13], "places": [[18, 22]], "place_status": "place"},
    {"entities": [{"start": 4, "end": 8, "type": "ORG"}]},
]  # fmt: skip
