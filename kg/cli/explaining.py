"""Shows an explanation to a person: facts, passages with their words marked, and what was resolved to what."""

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from kg.cli.console import out

if TYPE_CHECKING:
    from kg.query import Explanation, Passage, Resolved


def print_explanation(explanation: "Explanation", limit: int) -> None:
    """Prints why something is in the graph, at most `limit` passages and resolutions of it."""
    head = Text(explanation.label or explanation.iri.rsplit("/", 1)[-1], style="bold")
    head.append(f"  {', '.join(explanation.types)}", style="default").append(f"\n{explanation.iri}", style="dim")
    out.print(head, soft_wrap=True)
    for name, value in explanation.facts:
        out.print(Text.assemble((f"  {name}: ", "dim"), str(value)), soft_wrap=True)
    _print_passages(explanation.passages, limit)
    _print_resolutions(explanation.resolutions, limit)


def _print_passages(passages: "tuple[Passage, ...]", limit: int) -> None:
    if passages:
        out.print(Text("\nthe words behind it", style="bold"))
    for passage in passages[:limit]:
        place = Text(f"{passage.source_id or passage.document} {passage.start}-{passage.end}", style="cyan")
        out.print(
            place.append(f"  {_rule(passage.rule, passage.rule_words, passage.confidence)}", style="dim"),
            soft_wrap=True,
        )
        sentence = Text()
        sentence.append(
            " ".join((passage.before or "").split()) + (" " if (passage.before or "").endswith(" ") else "")
        )
        sentence.append(" ".join(passage.quote.split()), style="bold reverse")
        sentence.append(
            (" " if (passage.after or "").startswith(" ") else "") + " ".join((passage.after or "").split())
        )
        out.print(Padding(sentence, (0, 0, 0, 4)))
    _print_rest(len(passages), limit)


def _print_resolutions(resolutions: "tuple[Resolved, ...]", limit: int) -> None:
    if resolutions:
        out.print(Text("\nwhat it was resolved to, and why", style="bold"))
    for resolved in resolutions[:limit]:
        line = Text(f"{resolved.name or resolved.thing}", style="cyan")
        line.append(f"  {_rule(resolved.rule, resolved.rule_words, resolved.confidence)}", style="dim")
        out.print(line, soft_wrap=True)
        if resolved.words:
            out.print(Padding(Text(resolved.words), (0, 0, 0, 4)))
    _print_rest(len(resolutions), limit)


def _print_rest(number: int, limit: int) -> None:
    if number > limit:
        out.print(Text(f"… and {number - limit} more (--limit shows more)", style="dim"))


def _rule(rule: str, words: str | None, confidence: float | None) -> str:
    sure = "" if confidence is None else f", confidence {confidence:g}"
    return f"{rule}: {words}{sure}" if words else f"{rule}{sure}"
