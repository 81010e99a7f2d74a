"""The IRIs of the data: made of keys and content, the same from run to run."""

import re
from dataclasses import dataclass
from hashlib import blake2b

from kg.errors import InputError
from kg.model import Role, Span
from kg.vocab import DATA

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f<>\"{}|^`\\]+[/#]")


def check_base(base: str) -> str:
    """`base` itself where IRIs can be made by writing a name behind it.

    Raises:
        InputError: it is relative, holds a character that no IRI may hold, or does not end with `/` or `#`.
    """
    if not _BASE.fullmatch(base):
        raise InputError(
            f"{base!r} is no base for IRIs: it must be absolute ({DATA}), hold no spaces, quotes or brackets, "
            "and end with / or #"
        )
    return base


def digest(*parts: object) -> str:
    """Twenty hexadecimal digits that stand for `parts`: 80 bits, so that millions of resources don't collide."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class Names:
    """The terms (`<...>`) of the resources under a base."""

    base: str

    def __post_init__(self) -> None:
        check_base(self.base)

    def thing(self, path: str) -> str:
        """A thing by its path: `actor/islamic-state`, `place/baghouz`, `event/...`, `dataset`."""
        return f"<{self.base}{path}>"

    def document(self, document: str) -> str:
        """An article; the graph of what it tells has the same name."""
        return f"<{self.base}document/{document}>"

    def selector(self, document: str, span: Span) -> str:
        """A place in an article."""
        return f"<{self.base}document/{document}/chars/{span.start}-{span.end}>"

    def made(self, kind: str, *parts: object) -> str:
        """A resource that is known by its content alone: `evidence/…`, `statement/…`."""
        return f"<{self.base}{kind}/{digest(kind, *parts)}>"

    def participation(self, event: str, actor: str, role: Role) -> str:
        """An actor's part in an event. Its side is told of it, and is no part of what it is."""
        return self.made("participation", event, actor, role)
