"""Articles that repeat one another: agency copy printed by many papers is one report, not many."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kg.resolve.digest import Digest
from kg.resolve.fingerprint import resemblance

BLOCKING = 12  # hashes of a text, the smallest, find candidates
ALIKE = 0.45  # share of word sequences in common: above it, one text goes back to the other


def find_copies(digests: Iterable[Digest]) -> tuple[tuple[str, str], ...]:
    """Each document with the first of its copies (itself where it copies none), sorted.

    The first is the earliest published; of undated ones or of one day, the one with the smallest id.
    """
    ordered = sorted(digests, key=lambda digest: (digest.published or date.max, digest.document))
    sources: list[Digest] = []
    by_hash: dict[int, list[int]] = defaultdict(list)
    copies = {}
    for digest in ordered:
        found = _source_of(digest, sources, by_hash)
        copies[digest.document] = found or digest.document
        if found is None:
            for value in digest.fingerprint[:BLOCKING]:
                by_hash[value].append(len(sources))
            sources.append(digest)
    return tuple(sorted(copies.items()))


def _source_of(digest: Digest, sources: list[Digest], by_hash: dict[int, list[int]]) -> str | None:
    candidates = {index for value in digest.fingerprint[: 2 * BLOCKING] for index in by_hash.get(value, ())}
    best, source = ALIKE, None
    for index in sorted(candidates):
        alike = resemblance(digest.fingerprint, sources[index].fingerprint)
        if alike > best:
            best, source = alike, sources[index].document
    return source
