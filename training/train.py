"""Trains the network on the records that `prepare` wrote.

    python -m training.train RECORDS RUN [--steps N] [--from CHECKPOINT] ...

A run that was stopped (SIGTERM writes a checkpoint first) goes on from its last checkpoint when the same command
is given again; `--steps` may be changed then, and with it how fast the rates fall.
"""

import argparse
import json
import pickle
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import nn

from training.batches import Piece, Stream, to_batch
from training.encoder import Linear
from training.network import Group, Network, losses, total
from training.records import Record
from training.watch import watch, watched_windows

SHARES: Mapping[str, int] = {"parse": 50, "newswire": 28, "speech": 32, "events": 12, "places": 20}
"""Windows of each task in a pool, from which batches of windows of about the same length are cut."""

AREA = 2304
"""Places for word pieces in a batch: windows times the longest of them."""


def pool_of(streams: Mapping[str, Stream], shares: Mapping[str, int]) -> list[list[Piece]]:
    """Batches of windows of about the same length, shortest first."""
    windows = [window for task, stream in streams.items() for window in stream.take(shares[task])]
    windows.sort(key=_size)
    batches: list[list[Piece]] = [[]]
    for window in windows:
        if batches[-1] and (len(batches[-1]) + 1) * (_size(window) + 2) > AREA:
            batches.append([])
        batches[-1].append(window)
    return batches


def _size(window: Piece) -> int:
    record, start, end = window
    return int(record.encoded.starts[end] - record.encoded.starts[start])


class Run:
    """A training run: network, optimiser, where the streams stand; saved and loaded as one."""

    def __init__(self, network: Network, streams: dict[str, Stream], options: argparse.Namespace) -> None:
        self.network, self.streams, self.options = network, streams, options
        encoder = list(network.encoder.parameters())
        known = {id(one) for one in encoder}
        heads = [one for one in network.parameters() if id(one) not in known]
        groups = [{"params": encoder, "lr": options.encoder_rate}, {"params": heads, "lr": options.head_rate}]
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.step = 0
        self.pool = 0

    def _rate(self, step: int) -> float:
        warm, steps = 0.05 * self.options.steps, self.options.steps
        return float(min(step / warm, max(0.0, (steps - step) / (steps - warm))))

    def save(self, path: Path) -> None:
        """Writes all that a later run needs to go on, in one move."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "streams": {task: (stream.epoch, stream.place) for task, stream in self.streams.items()},
            "step": self.step,
            "pool": self.pool,
            "options": {name: str(value) for name, value in vars(self.options).items()},
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Goes on where a run stood."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.step, self.pool = state["step"], state["pool"]
        for task, (epoch, place) in state["streams"].items():
            self.streams[task].go_to(epoch, place)

    def pools(self, shares: Mapping[str, int]) -> Iterator[list[list[Piece]]]:
        """Pools of batches until the steps are done."""
        while self.step < self.options.steps:
            batches = pool_of(self.streams, shares)
            self.generator = np.random.default_rng((self.options.seed, self.pool))
            torch.manual_seed(self.options.seed * 1_000_003 + self.pool)
            self.generator.shuffle(batches)
            yield batches
            self.pool += 1

    def learn(self, windows: Sequence[Piece]) -> dict[str, float]:
        """One step; the losses. No step where none of the windows is annotated."""
        device = next(self.network.parameters()).device
        found = losses(self.network, to_batch(windows, self.generator).to(device), half=self.options.half)
        if not found:
            return {}
        self.optimiser.zero_grad(set_to_none=True)
        total(found).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return {name: float(loss.detach()) for name, loss in found.items()}


def train(options: argparse.Namespace) -> None:
    """Runs until the steps are done, with a checkpoint every few minutes and a line of figures beside it."""
    options.run.mkdir(parents=True, exist_ok=True)
    labels = json.loads((options.records / "labels.json").read_text(encoding="utf-8"))
    run = start(options, labels, _load(options.records / "train.pickle"))
    watched = watched_windows(_load(options.records / "watch.pickle"), options.watch)
    last, log = options.run / "last.pt", options.run / "log.jsonl"
    if last.exists():
        run.load(last)
    means: dict[str, list[float]] = {}
    stopped: list[int] = []
    threads = Threads(options.threads)
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    begun, saved, first = time.monotonic(), time.monotonic(), run.step
    for batches in run.pools(options.shares):
        for windows in batches:
            for name, loss in run.learn(windows).items():
                means.setdefault(name, []).append(loss)
        threads.adapt()
        now = time.monotonic()
        done = run.step >= options.steps or bool(stopped)
        (options.run / "step").write_text(f"{run.step} {(now - begun) / (run.step - first):.3f} s\n", encoding="utf-8")
        if done or now - saved > options.every:
            run.pool += 1
            run.save(last)
            run.pool -= 1
            saved = now
            line: dict[str, Any] = {"step": run.step, "seconds_a_step": round((now - begun) / (run.step - first), 3)}
            line["loss"] = {name: round(sum(values) / len(values), 4) for name, values in sorted(means.items())}
            line["epochs"] = {task: stream.epoch for task, stream in run.streams.items()}
            line["watch"] = watch(run.network, watched, half=options.half)
            means = {}
            with log.open("a", encoding="utf-8") as file:
                print(json.dumps(line), file=file)
        if stopped:
            return
    torch.save(run.network.state_dict(), options.run / "final.pt")


class Threads:
    """Uses fewer threads for a while where other programs keep a core busy: threads that wait for each other crawl."""

    def __init__(self, most: int) -> None:
        self.most, self.rest = most, 0
        self.wall, self.used = time.monotonic(), time.process_time()

    def adapt(self) -> None:
        """Looks at how much of the cores the last pool got, and chooses for the next one."""
        wall, used = time.monotonic(), time.process_time()
        got = (used - self.used) / (wall - self.wall)
        self.wall, self.used = wall, used
        if self.rest:
            self.rest -= 1
        elif got < 0.8 * self.most:
            self.rest = 6
        torch.set_num_threads(1 if self.rest else self.most)


def start(options: argparse.Namespace, labels: Mapping[str, Sequence[str]], records: Mapping[str, list[Record]]) -> Run:
    """A run at its beginning."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    network = Network(labels, options.layers)
    if options.begin:
        state = torch.load(options.begin, weights_only=True)
        network.load_state_dict(state.get("network", state))
    else:
        network.encoder.load_published()
    if options.seed_field:
        seed_field(network, labels)
    for part in network.encoder.modules():
        if isinstance(part, Linear):
            part.rounding = options.rounding
    chosen = {task: records[task] for task in options.shares}
    if options.folds and "field" in chosen:
        fold, of = options.folds
        chosen["field"] = [one for n, one in enumerate(chosen["field"]) if n % of != fold]
    streams = {task: Stream(chosen[task], options.seed + n) for n, task in enumerate(sorted(chosen))}
    return Run(network.to(options.device).train(), streams, options)


SAME = {
    "Person": "Person",
    "Organization": "Organisation",
    "Location": "Location",
    "NORP": "Nationality",
    "Date": "Temporal",
    "Money": "Money",
}
"""Types of newswire names and those of the field that mean about the same."""


@torch.no_grad()
def seed_field(network: Network, labels: Mapping[str, Sequence[str]]) -> None:
    """Lets the head of the field's names begin with what the head of newswire names has learned."""
    layers, out = list(network.parts["names"]), cast(Group, network.groups["names"]).out
    widths = [network.parts["names"][layer] for layer in layers]
    first = {layer: sum(widths[:n]) for n, layer in enumerate(layers)}
    pairs = [("O", "O"), *((f"{mark}-{one}", f"{mark}-{other}") for one, other in SAME.items() for mark in "BI")]
    for one, other in pairs:
        old = first["newswire"] + labels["newswire"].index(one)
        new = first["field"] + labels["field"].index(other)
        out.weight[new], out.bias[new] = out.weight[old], out.bias[old]


def _load(path: Path) -> dict[str, list[Record]]:
    with path.open("rb") as file:
        found: dict[str, list[Record]] = pickle.load(file)
    return found


def parse_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records", type=Path, help="folder that prepare wrote")
    parser.add_argument("run", type=Path, help="folder for checkpoints and the log")
    parser.add_argument("--steps", type=int, default=9000)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=float, default=480, help="seconds between checkpoints")
    parser.add_argument("--watch", type=int, default=96, help="development windows of each task")
    parser.add_argument("--half", action="store_true", help="compute in bfloat16 where the processor has it")
    parser.add_argument("--rounding", action="store_true", help="train with the values that int8 leaves")
    parser.add_argument("--begin", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument("--seed-field", action="store_true", help="begin re3d's head with that of the newswire")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--shares", type=json.loads, default=dict(SHARES), help="windows of each task in a pool, JSON")
    parser.add_argument("--folds", type=int, nargs=2, help="fold of re3d to leave out, and of how many")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    train(parse_options())
