"""How fast a build is, as a ratio to the bare spaCy pipeline over the same texts, in one run on one core.

    python benchmarks/speed.py articles.jsonl [--rounds 3]

Prints words a second of both, their ratio (the best of the rounds against the best), and the peak memory of the build.
Every figure is of this machine at this moment; only the ratio travels.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.ingest import read_documents
from kg.nlp import Parser
from kg.pipeline import build


def main() -> None:
    """Measures and prints."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("articles", nargs="+")
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    texts = [document.text for document in read_documents(options.articles, on_refused=print)]
    words = sum(len(text.split()) for text in texts)
    bare = min(_timed(lambda: _parse(texts)) for _ in range(options.rounds))
    whole = min(_apart(options.articles) for _ in range(options.rounds))
    seconds, memory = whole
    print(f"{len(texts)} articles, {words} words")
    print(f"bare spaCy: {words / bare:.0f} words a second")
    print(f"kg build:   {words / seconds:.0f} words a second (start-up, resolution and writing included)")
    print(f"ratio:      {bare / seconds:.2f}")
    print(f"peak memory of the build: {memory} MB")


def _parse(texts: list[str]) -> None:
    for _ in Parser().nlp.pipe(texts, batch_size=64):
        pass


def _timed(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _apart(articles: list[str]) -> tuple[float, int]:
    """Seconds and megabytes of a build in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_build, (articles,))


def _build(articles: list[str]) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as folder:
        seconds = _timed(lambda: build(articles, Path(folder) / "graph.nq") and None)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
