"""Reads quotes that have no cue of their own: the speaker goes on, or nobody is named."""

from kg.extract.quotes import Quote
from kg.extract.statements_page import Draft, Page
from kg.model import Stance


def read_lone_quotes(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The statements of quoted sentences that no cue claims."""
    claimed = [False] * len(page.tokens)
    for draft in drafts:
        for low, high in draft.content:
            claimed[low:high] = [True] * (high - low)
    found: list[Draft] = []
    for quote in page.quotes:
        if any(claimed[quote.first : quote.last]) or not quote.verbal or not _stands_alone(quote, page):
            continue
        before = _quote_before(quote, page, [*drafts, *found])
        core, content = (quote.first, quote.first + 1), ((quote.first, quote.last),)
        if before is None:
            found.append(Draft(content, None, None, core, Stance.ASSERTS, "statements.quote-alone"))
        else:
            occasion = before.cue or before.occasion
            rule = "statements.quote-goes-on"
            found.append(Draft(content, None, before.speaker, core, Stance.ASSERTS, rule, occasion))
    return found


def _stands_alone(quote: Quote, page: Page) -> bool:
    """Whether the quote is a sentence by itself rather than a part of one."""
    text = page.parsed.document.text
    before = text[: quote.outer.start].rstrip(" \t\u00a0")
    after = text[quote.outer.end :].lstrip(" \t\u00a0")
    starts = not before or before[-1] in '.!?:\n"”’…,' or page.tokens[quote.first].text[0].isupper()
    last = page.tokens[quote.last - 1].text
    return starts and (last in (".", "!", "?", "…") or not after or after[0] in '.!?\n"“' or after[0].isupper())


def _quote_before(quote: Quote, page: Page, drafts: list[Draft]) -> Draft | None:
    """The quoted statement right before, in the same paragraph, with nothing but its cue between."""
    best: Draft | None = None
    for draft in drafts:
        end = max(draft.core[1], draft.content[-1][1])
        if end <= quote.first and (best is None or end > max(best.core[1], best.content[-1][1])):
            best = draft
    if best is None or best.speaker is None:
        return None
    end = max(best.core[1], best.content[-1][1])
    here = page.parsed.sentences[page.tokens[quote.first].sentence].paragraph
    there = page.parsed.sentences[page.tokens[best.content[0][0]].sentence].paragraph
    between = page.tokens[end : quote.first]
    quoted = any(page.quote_of[i] >= 0 for low, high in best.content for i in range(low, high))
    if here == there and quoted and all(t.pos in ("PUNCT", "CCONJ") for t in between):
        return best
    return None
