"""A text in a few numbers, from which one sees how much two texts have in common."""

from collections.abc import Sequence
from hashlib import blake2b

from kg.resolve.names import fold

SHINGLE = 4  # words in a row
KEPT = 64  # hashes an article


def fingerprint(text: str) -> tuple[int, ...]:
    """The smallest hashes of the word sequences of a text, sorted (Broder 1997, "bottom-k" sketch)."""
    words = fold(text).split()
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    hashes = {int.from_bytes(blake2b(shingle.encode(), digest_size=6).digest(), "big") for shingle in shingles}
    return tuple(sorted(hashes)[:KEPT])


def resemblance(left: Sequence[int], right: Sequence[int]) -> float:
    """The estimated share of word sequences that two texts have in common, 0 to 1."""
    if not left or not right:
        return 0.0
    joint = sorted({*left, *right})[:KEPT]
    both = {*left} & {*right}
    return sum(value in both for value in joint) / len(joint)
