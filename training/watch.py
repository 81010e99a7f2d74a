"""Quick figures on development windows while training runs: gold words, no tree repair, no span decoding."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from training.batches import Piece, to_batch, windows_of
from training.network import Batch, Network, Read, arc_scores, read_batch, rel_scores
from training.records import UNKNOWN, Record

Counts = dict[str, Tensor]


def watched_windows(records: Mapping[str, Sequence[Record]], each: int) -> list[list[Piece]]:
    """Batches of at most `each` windows of every task, spread over its records."""
    found = []
    for task in sorted(records):
        windows = [window for record in records[task] for window in windows_of(record, None)]
        chosen = windows[:: max(1, len(windows) // each)][:each]
        chosen.sort(key=lambda window: window[2] - window[1])
        found += [chosen[n : n + 16] for n in range(0, len(chosen), 16)]
    return found


@torch.no_grad()
def watch(network: Network, batches: Sequence[Sequence[Piece]], *, half: bool = False) -> dict[str, float]:
    """Accuracy, or F1 over the words that carry a label other than the first, by head."""
    network.eval()
    device = next(network.parameters()).device
    sums: Counts = {}
    for windows in batches:
        batch = to_batch(windows).to(device)
        for name, counts in _counts(network, read_batch(network, batch, half=half), batch).items():
            sums[name] = sums[name] + counts if name in sums else counts
    network.train()
    found = {}
    for name, (right, told, gold) in sorted((name, counts.tolist()) for name, counts in sums.items()):
        found[name] = round(200 * right / max(1, told + gold), 2)
    return found


def _counts(network: Network, read: Read, batch: Batch) -> Counts:
    found: Counts = {}
    for layer, gold in batch.layers.items():
        if layer in read.logits:
            found[layer] = _f1(read.logits[layer].argmax(1), gold, everything=layer == "tag")
    known = batch.heads != UNKNOWN
    if bool(known.any()):
        heads = arc_scores(network, read, batch).argmax(1)
        right = heads == batch.heads
        rels = rel_scores(network, read, batch, heads).argmax(1) == batch.layers["rel"]
        n = known.sum()
        found["uas"] = torch.stack([(right & known).sum(), n, n])
        found["las"] = torch.stack([(right & rels & known).sum(), n, n])
    if batch.places is not None:
        asked, gold_places = batch.places
        vectors = read.vectors["place_word"]
        others = torch.cat([vectors, vectors.new_zeros(1, vectors.shape[1])])[batch.grid][batch.row[asked]]
        scores = torch.einsum("kd,kwd->kw", read.vectors["place_event"][asked], others) * vectors.shape[1] ** -0.5
        scores = scores.masked_fill(batch.grid[batch.row[asked]] == len(batch.words), -1e4)
        best = torch.cat([network.no_place.expand(len(asked), 1), scores], 1).argmax(1)
        n = torch.tensor(len(asked), device=best.device)
        found["place"] = torch.stack([gold_places.gather(1, best[:, None]).sum(), n, n])
    return found


def _f1(told: Tensor, gold: Tensor, *, everything: bool) -> Tensor:
    known = gold != UNKNOWN
    if everything:
        return torch.stack([((told == gold) & known).sum(), known.sum(), known.sum()])
    return torch.stack([((told == gold) & (gold > 0)).sum(), ((told > 0) & known).sum(), (gold > 0).sum()])
