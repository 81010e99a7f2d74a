"""Trains what reads an article as a whole: which words tell of which happening, who does and who suffers it.

    python -m training.telling training/happenings.jsonl ARTICLES.jsonl... MODEL --out telling.npz

The encoder stays as it is: the states are those that MODEL, a folder for spacy.load, leaves of the words.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import Tensor

from kg.errors import ArticleError
from kg.extract.cast import Cast, find_cast
from kg.ingest import read_documents
from kg.nlp import Parsed, Parser, Token
from kg.nlp.parse import given_of
from training.articles import in_sentence_case, read_lines
from training.fitting import fit
from training.happenings import Annotated, Figure, Span, crc_of, read_annotated, read_happenings
from training.teller import KINDS, SHARES, STATUSES, Article, Network, losses

PARTLY = 0.2
"""How much it counts that a word tells of nothing, where only the words that name a happening are marked."""

NUMBERS = frozenset(
    {"dozen", "dozens", "score", "scores", "hundred", "hundreds", "thousand", "thousands", "several", "a", "an"}
)
"""Words that stand for a number where none does."""

NOMINAL = ("NOUN", "PROPN", "PRON")
CONTENT = ("VERB", "NOUN", "PROPN")


def is_left_out(annotated: Annotated) -> bool:
    """Whether it is of the quarter that --leave leaves out."""
    return annotated.crc % 4 == 0


def read_parsed(parser: Parser, path: Path, annotated: Iterable[Annotated]) -> Iterator[tuple[Parsed, Annotated]]:
    """The articles of a file that are annotated, parsed, each with what was annotated of it.

    Texts all in capitals are read as others are written.

    Raises:
        ValueError: an article is not there, or has another text.
    """
    wanted = {one.key: one for one in annotated}
    refused: list[ArticleError] = []
    with TemporaryDirectory() as folder:
        readable = Path(folder) / path.name
        with readable.open("w", encoding="utf-8") as file:
            for row in read_lines(path):
                file.write(json.dumps(row | {"text": in_sentence_case(row["text"])}) + "\n")
        for document in read_documents([readable], on_refused=refused.append):
            one = wanted.get(document.source_id)
            if one is None or crc_of(document.text) != one.crc:
                continue
            del wanted[document.source_id]
            yield next(parser.parse([document])), one
    if wanted:
        raise ValueError(f"{path} lacks, or has with other texts, {len(wanted)} articles: {', '.join(sorted(wanted))}")


def to_article(parsed: Parsed, annotated: Annotated, cast: Cast) -> Article:
    """The words of a parsed article with what was annotated of them."""
    if parsed.pairs is None:
        raise ValueError("the language model leaves no states of words")
    tokens, place = parsed.tokens, _Finder(parsed.tokens)
    kinds, statuses = torch.zeros(len(tokens), dtype=torch.long), torch.zeros(len(tokens), dtype=torch.long)
    named, named_weights = torch.zeros(len(tokens)), torch.ones(len(tokens))
    kind_weights = torch.full((len(tokens),), 1.0 if annotated.whole else PARTLY)
    if not annotated.whole:  # which word of several names it is for the tree to say: the others count for nothing
        for one in annotated.happenings:
            for word in place.words(one.tellings[0]):
                kind_weights[word] = named_weights[word] = 0
    told: list[tuple[int, int]] = []
    for n, one in enumerate(annotated.happenings):
        for k, span in enumerate(one.tellings):
            for word in place.heads([span]):
                told.append((word, n))
                kinds[word], statuses[word] = 1 + KINDS.index(one.kind), STATUSES.index(one.status)
                named[word], kind_weights[word], named_weights[word] = float(k == 0), 1, 1
    places = [None if one.place is None else place.heads(one.place) for one in annotated.happenings]
    spots = {token.i for token in tokens if cast.place_at(token) is not None}
    spots.update(word for words in places for word in words or ())
    known = {None, *(n for _, n in told)}
    figures = [(place.number(figure, whole=annotated.whole), figure.happening) for figure in annotated.figures]
    words = torch.tensor([word for word, _ in told], dtype=torch.long)
    return Article(
        states=torch.from_numpy(parsed.pairs.states().astype(np.float16)),  # type: ignore[attr-defined]  # ours has them
        given=torch.from_numpy(given_of(tokens)),
        sentences=torch.tensor([token.sentence for token in tokens]),
        kinds=kinds,
        named=named,
        kind_weights=kind_weights,
        named_weights=named_weights,
        told=words,
        of=tuple(n for _, n in told),
        statuses=statuses[words],
        places=places,
        agents=[[place.heads(forms) for forms in one.agents] for one in annotated.happenings],
        targets=[[place.heads(forms) for forms in one.targets] for one in annotated.happenings],
        nominal=torch.tensor([token.i for token in tokens if token.pos in NOMINAL], dtype=torch.long),
        spots=torch.tensor(sorted(spots), dtype=torch.long),
        figures=[(word, of) for word, of in figures if word is not None and of in known],
    )


class _Finder:
    """Finds words of an article by character spans."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._starts, self._ends = ([getattr(one, side) for one in tokens] for side in ("start", "end"))

    def words(self, span: Span) -> range:
        """The words that a span touches."""
        return range(
            int(np.searchsorted(self._ends, span[0], "right")), int(np.searchsorted(self._starts, span[1], "left"))
        )

    def heads(self, spans: Iterable[Span]) -> list[int]:
        """The words that head what stands in these spans, each once, in text order."""
        return sorted({self._head(words) for span in spans if (words := self.words(span))})

    def _head(self, words: range) -> int:
        heads = {n: self._tokens[n].head for n in words}
        tops = [n for n, head in heads.items() if head is None or head.i == n or head.i not in words]
        for chosen in (tops, words):
            found = [n for n in chosen if self._tokens[n].pos in CONTENT]
            if found:
                return found[0]
        return words[0]

    def number(self, figure: Figure, *, whole: bool) -> int | None:
        """The word of a number: the last one that is, else the last of all where the very words are marked."""
        words = self.words(figure.span)
        found = [n for n in words if self._tokens[n].pos == "NUM"]
        if not found:
            found = list(words) if whole else [n for n in words if self._tokens[n].lemma in NUMBERS]
        return found[-1] if found else None


def train(
    articles: Sequence[Article], *, epochs: int, seed: int, log: Callable[[int, Mapping[str, float]], None]
) -> dict[str, Tensor]:
    """The weights, averaged over the steps; the mean losses of each epoch go to `log`."""
    torch.manual_seed(seed)
    network = Network()
    return fit(network, articles, partial(losses, network), SHARES, epochs=epochs, seed=seed, log=log)


def train_all(articles: Sequence[Article], *, epochs: int, seeds: Sequence[int]) -> list[dict[str, Tensor]]:
    """The weights of one network for each seed, trained side by side in processes of their own."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{seed}.pt" for seed in seeds]

        def train_one(seed: int, file: Path) -> None:
            log = partial(print, f"seed {seed}, epoch", flush=True)
            torch.save(train(articles, epochs=epochs, seed=seed, log=log), file)

        context = get_context("fork")  # the articles are not copied
        processes = [context.Process(target=train_one, args=each) for each in zip(seeds, files, strict=True)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return [torch.load(file, weights_only=True) for file in files]


def write(networks: Sequence[Mapping[str, Tensor]], out: Path) -> None:
    """Writes what the run time reads, in half precision; what was learned only beside it is left out."""
    beside = ("status", "place_", "no_place", "agent_", "target_", "figure_", "no_figure", "beside")
    kept = {
        f"{n}.{name}": value.numpy().astype(np.float16)
        for n, weights in enumerate(networks)
        for name, value in weights.items()
        if not name.startswith(beside)
    }
    np.savez(out, kinds=np.array(" ".join(KINDS)), **kept)  # type: ignore[arg-type]  # numpy: may be allow_pickle


def options_of(about: str, *, out: str, epochs: int, seeds: Sequence[int]) -> argparse.Namespace:
    """What the command line says to train from, and how."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0] if about else None)
    parser.add_argument("annotations", type=Path, help="offsets of what articles tell: training/happenings.jsonl")
    parser.add_argument("articles", type=Path, nargs="+", help="the corpora's JSONL files with the texts")
    parser.add_argument("model", type=Path, help="folder of the language model whose states are read")
    parser.add_argument("--annotated", type=Path, action="append", default=[], help="folder of articles read whole")
    parser.add_argument("--without", default="", help="ids of articles in those folders to leave out, with commas")
    parser.add_argument("--out", type=Path, required=True, help=f"file to write, {out}")
    parser.add_argument("--leave", action="store_true", help="leave out a quarter, to weigh on: training.worth")
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--seeds", type=int, nargs="+", default=seeds, help="of each a network is trained")
    return parser.parse_args()


def read_all(options: argparse.Namespace) -> Iterator[tuple[Parsed, Annotated]]:
    """The articles that the options name, parsed, each with what was annotated of it.

    Raises:
        ValueError: the articles of a corpus are not there, or have other texts.
    """
    annotated = [one for one in read_happenings(options.annotations) if not (options.leave and is_left_out(one))]
    sources = {path: [one for one in annotated if one.corpus == path.name] for path in options.articles}
    missing = {one.corpus for one in annotated} - {path.name for path in sources}
    if missing:
        raise ValueError(f"no articles of {', '.join(sorted(missing))}")
    without = frozenset(options.without.split(","))
    sources |= {one / "articles.jsonl": read_annotated(one, without=without) for one in options.annotated}
    reader = Parser(str(options.model))
    for path, chosen in sources.items():
        yield from read_parsed(reader, path, chosen)


def main() -> None:
    """Runs from the command line."""
    options = options_of(__doc__ or "", out="telling.npz", epochs=7, seeds=(2, 3))
    torch.set_num_threads(1)
    articles = [to_article(parsed, one, find_cast(parsed)) for parsed, one in read_all(options)]
    print(f"{len(articles)} articles, {sum(len(one.places) for one in articles)} happenings", flush=True)
    write(train_all(articles, epochs=options.epochs, seeds=options.seeds), options.out)


if __name__ == "__main__":
    main()
