"""Signs of what a name names: its own words, the words around it, and the labels of the recogniser."""

from collections import Counter

from kg.extract.capitals import Run
from kg.extract.lexicon import body_nouns, country_code, country_of_people, fold, name_words, town_names
from kg.extract.names_persons import Vote
from kg.extract.nominals import actor_nouns, kinds_of_bodies
from kg.extract.place_kinds import is_held, place_kind, shared_place
from kg.model import ActorType, PlaceKind
from kg.nlp import Parsed, Token

_NAMED_BY_NOUN = (
    ActorType.MEDIA, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANIZATION, ActorType.MONITOR
)  # fmt: skip
_IN = frozenset(
    {"in", "near", "around", "outside", "inside", "at", "across", "throughout", "towards", "toward", "into"}
)
_FROM = frozenset({"from", "to", "of", "on", "for", "over"})
_SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "write",
        "tweet",
        "explain",
        "recall",
        "claim",
        "note",
        "warn",
        "announce",
        "declare",
        "insist",
        "state",
    }
)


def labels_of(parsed: Parsed, run: Run) -> Counter[str]:
    """How often the words of a name bear each label of the recogniser."""
    return Counter(token.name for token in parsed.tokens[run.first : run.last + 1] if token.name)


def by_shape(run: Run) -> Vote | None:
    """What the words of a name say of what it names."""
    words = run.key.split(" ")
    if run.body is not None:
        return Vote(run.body, 5.0, "mentions.body-noun")  # "92nd Brigade", "Ministry of Health"
    if len(words) > 1 and words[0] in name_words("group_starts"):
        return Vote(ActorType.ARMED_GROUP, 5.0, "mentions.group-start")  # "Jaish al-Nasr"
    if run.place_noun:
        return Vote(place_kind(run.place_noun), 5.0, "mentions.place-noun")  # "Tabqa Airbase"
    if len(words) > 1 and words[0] == "camp":
        return Vote(PlaceKind.FACILITY, 5.0, "mentions.place-start")  # "Camp Tula"
    if run.titled:
        return Vote(ActorType.PERSON, 4.0, "mentions.title")  # "General Omar Haddad"
    if len(words) == 1 and run.text.isupper() and 2 < len(run.text) < 7:
        return Vote(ActorType.ORGANIZATION, 1.0, "mentions.acronym")
    if len(words) > 1 and words[0] in name_words("place_starts"):
        return Vote(PlaceKind.SETTLEMENT, 2.5, "mentions.place-start")  # "Tel Aran", "Deir Mama"
    if words[0] in ("abu", "umm"):
        return Vote(ActorType.PERSON, 1.0, "mentions.title")
    return None


def by_words_around(parsed: Parsed, run: Run) -> Vote | None:
    """What the words before and after a name say."""
    tokens = parsed.tokens
    before = (
        tokens[run.first - 1] if run.first and tokens[run.first - 1].sentence == tokens[run.first].sentence else None
    )
    if speaks_for_operation(parsed, run):
        return Vote(ActorType.ORGANIZATION, 5.0, "mentions.body-noun")  # "a spokesman for Operation Northern Shield"
    if run.place_of:
        return Vote(place_kind(run.place_of), 4.0, "mentions.place-of")  # "the village of Tel Aran"
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    head = tokens[run.last]
    if after is not None and place_kind(after.lower) in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT):
        return Vote(place_kind(after.lower), 4.0, "mentions.place-noun")  # "Tel Aran village"
    listed = shared_place(tokens, run.last)
    if listed is not None:
        return Vote(listed, 4.0, "mentions.place-noun")
    if before is not None and _of_country(tokens, before) and not labels_of(parsed, run)["PERSON"]:
        return Vote(PlaceKind.SETTLEMENT, 2.0, "mentions.place-of")  # "Syria's Daraa"
    if after is not None and after.lower in name_words("named_facilities"):
        return Vote(PlaceKind.FACILITY, 4.0, "mentions.place-noun")  # "the al-Salam mosque"
    if after is not None and after.lower in name_words("named_regions"):
        return Vote(PlaceKind.REGION, 3.5, "mentions.place-noun")  # "the Tula corridor"
    named = after is not None and after.pos == "NOUN" and body_nouns().get(after.lower) in _NAMED_BY_NOUN
    if after is not None and named and run.key not in kinds_of_bodies():
        return Vote(body_nouns()[after.lower], 3.0, "mentions.body-noun")  # "Amal news agency"
    if (
        before is not None
        and before.text in ("'s", "’s")
        and parsed.tokens[before.i - 1].name == "ORG"
        and " " in run.key
    ):
        return Vote(ActorType.PERSON, 2.5, "mentions.title")  # "the Herald's Nadia Salim"
    if is_held(tokens, run.first, run.last):
        return Vote(PlaceKind.SETTLEMENT, 4.0, "mentions.preposition")  # "rebel-held Tula", "a Tula-based activist"
    if before is not None and before.lower in ("named", "called", "nicknamed"):
        return Vote(ActorType.PERSON, 2.0, "mentions.title")
    if head.rel == "nsubj" and head.head is not None and head.head.lemma in _SAYING:
        return Vote(ActorType.PERSON, 2.0 if " " in run.key else 1.0, "mentions.speaks")
    if head.rel == "conj" and head.head is not None and head.head.pos == "PROPN" and head.head.preposition() in _IN:
        return Vote(PlaceKind.SETTLEMENT, 2.0, "mentions.preposition")  # "near Goma and Sake"
    if before is not None and before.lower in ("the", "a", "an"):
        return None
    if before is not None and before.lower in _IN:
        return Vote(PlaceKind.SETTLEMENT, 1.5 if before.lower == "at" else 2.5, "mentions.preposition")
    if before is not None and before.lower in _FROM:
        return Vote(PlaceKind.SETTLEMENT, 0.5, "mentions.preposition")
    return None


def is_credited(parsed: Parsed, run: Run) -> bool:
    """Whether a name only tells who took a picture: "REUTERS Omar Haddad", "(Image: Omar Haddad)"."""
    tokens, words = parsed.tokens, run.key.split(" ")
    if run.entry is not None or run.body is not None or run.place_noun or not 1 < len(words) < _LONGEST_PERSON:
        return False
    following = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    at = run.first - 1
    if at > 0 and tokens[at].text == ":":
        return tokens[at - 1].lower in _PICTURES and following is not None and following.text == ")"
    if at > 0 and tokens[at].text.isdigit() and len(tokens[at].text) == _YEAR:
        at -= 1  # "AFP 2018 Omar Haddad"
    if at < 0 or tokens[at].lower not in name_words("photo_agencies") or run.key in town_names():
        return False
    opens = at == 0 or tokens[at - 1].sentence != tokens[at].sentence or tokens[at - 1].text in _BREAKS
    says = following is not None and (following.tag in ("VBD", "VBZ") or following.text in ("'s", "’s"))
    return opens and not says


_PICTURES = frozenset({"image", "photo", "picture", "credit"})
_BREAKS = frozenset({".", "...", "…", "/", ")", "©"})
_LONGEST_PERSON = 5
_YEAR = 4


def is_operation(run: Run) -> bool:
    """Whether a name is that of an operation, a happening."""
    return run.key.split(" ")[0] == "operation"


def speaks_for_operation(parsed: Parsed, run: Run) -> bool:
    """Whether somebody speaks for an operation, which is a body then."""
    if not is_operation(run) or run.first < _ROLE_OF:
        return False
    role, link = parsed.tokens[run.first - 2], parsed.tokens[run.first - 1]
    noun = actor_nouns().get(role.lemma)
    return link.lower in ("for", "of") and noun is not None and noun.one is ActorType.PERSON


_ROLE_OF = 2


def _of_country(tokens: tuple[Token, ...], before: Token) -> bool:
    """Whether the word before a name is a country as its owner: "Syria's", or "Syrias" without the apostrophe."""
    owner = tokens[before.i - 1].text if before.text in ("'s", "’s") and before.i else before.text
    if before.text not in ("'s", "’s") and not owner.endswith("s"):
        return False
    name = fold(owner) if before.text in ("'s", "’s") else fold(owner[:-1])
    return country_code(name) is not None and country_of_people(name) is None
