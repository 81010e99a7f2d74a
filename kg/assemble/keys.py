"""Keys of things: the readable ends of their IRIs, made of content alone."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import Member
from kg.resolve.names import short_hash


def unique_keys(wanted: Sequence[str], hashed: Sequence[Iterable[object]]) -> tuple[str, ...]:
    """A key for each thing: the one wanted, or with a hash of the thing's content where several want it."""
    count = Counter(wanted)
    return tuple(
        key if count[key] == 1 else f"{key}-{short_hash(*content)}" for key, content in zip(wanted, hashed, strict=True)
    )


def content_of(members: Sequence[Member]) -> tuple[str, int]:
    """What tells a thing from others of its name: its first member."""
    return members[0].document, members[0].index
