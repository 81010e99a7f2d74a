"""Turns the data folder into the records, labels and lemma rules that training reads.

python -m training.prepare DATA OUT
"""

import argparse
import json
import pickle
from pathlib import Path

from kg.nlp.encoder.pieces import Pieces
from training import articles, treebank
from training.encoder import vocabulary
from training.lemmas import learn_lemmas
from training.records import Builder, Record, bio_names


def prepare(data: Path, out: Path) -> dict[str, int]:
    """How many records of each task were written to `out`, along with `labels.json` and `lemmas.json`."""
    out.mkdir(parents=True, exist_ok=True)
    words = vocabulary()
    build = Builder(Pieces(words))
    trees = [tree for name in ("ewt", "gum") for tree in treebank.read_trees(data / f"ud/{name}-train.conllu")]
    trees = [tree for tree in trees if tree.genre not in treebank.NON_COMMERCIAL]
    tags, rels = treebank.tag_names(trees), treebank.rel_names(trees)
    types, roles = articles.event_names(data / "wikievents_train.jsonl")
    labels = {
        "tag": tags,
        "rel": rels,
        "sent": ["inside", "start"],
        "noun": list(treebank.NOUNS),
        "newswire": bio_names(articles.NEWSWIRE),
        "field": bio_names(articles.FIELD),
        **{layer: bio_names([layer.capitalize()]) for layer in ("source", "cue", "content")},
        "trigger": types,
        "role": roles,
    }
    _write(out / "labels.json", labels)
    _write(out / "lemmas.json", learn_lemmas(trees))
    (out / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    places = list(articles.read_places(data / "event_place_train.jsonl", build))
    tasks = {
        "parse": list(treebank.to_records(trees, build.pieces, tags, rels)),
        "newswire": list(articles.read_newswire(data / "ner/worldwide_train.jsonl", build)),
        "speech": list(articles.read_speech(data / "polnear_train.jsonl", build)),
        "events": list(articles.read_events(data / "wikievents_train.jsonl", build, types, roles)),
        "places": [one for one in places if not articles.held_out(one.key)],
        "field": list(articles.read_field(data / "re3d_dev.jsonl", build)),
    }
    dev_trees = [tree for name in ("ewt", "gum") for tree in treebank.read_trees(data / f"ud/{name}-dev.conllu")]
    watched = {
        "parse": list(treebank.to_records(dev_trees, build.pieces, tags, rels)),
        "newswire": list(articles.read_newswire(data / "ner/worldwide_dev.jsonl", build)),
        "speech": list(articles.read_speech(data / "polnear_dev.jsonl", build)),
        "events": list(articles.read_events(data / "wikievents_dev.jsonl", build, types, roles)),
        "places": [one for one in places if articles.held_out(one.key)],
    }
    for name, records in (("train", tasks), ("watch", watched)):
        with (out / f"{name}.pickle").open("wb") as file:
            pickle.dump(records, file)
    return {name: _size(records) for name, records in tasks.items()}


def _size(records: list[Record]) -> int:
    return sum(int(record.encoded.starts[-1]) for record in records)


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("out", type=Path, help="folder for the records")
    options = parser.parse_args()
    for task, size in prepare(options.data, options.out).items():
        print(f"{task}: {size} word pieces")


if __name__ == "__main__":
    main()
