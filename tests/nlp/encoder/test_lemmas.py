"""Lemmas of inflected words: expected values from a dictionary, not from the code."""

import pytest

from kg.nlp.encoder.lemmas import Lemmas, apply_rule, keeps_case

NOTHING = {"words": {}, "endings": {}}

# a few common words, as a vocabulary of word pieces holds them, some of which lead astray ("hop", "fir", "visite")
KNOWN = frozenset({
    "shell", "bomb", "kill", "stop", "plan", "hop", "hope", "fir", "fire", "visit", "target", "order",
    "free", "agree", "attack", "strike", "raid", "release", "house", "force", "use", "base", "movie",
    "storm", "seize", "capture", "hit", "wound", "chang", "change", "rat", "rate", "pass", "focus",
    "continue", "argue", "accuse", "settle", "handle", "destroy", "deny", "carry", "cause", "virus",
    "casualty", "hostage", "rocket", "clash", "city", "army", "country", "evacuate", "create", "treat",
    "bus", "gas", "early", "big", "fierce", "late", "high", "say", "launch", "detain", "arrest", "control",
    "patrol", "panic", "us", "add",
})  # fmt: skip
LEMMAS = Lemmas(NOTHING, KNOWN)

VERBS = {
    "shell": ("shells", "shelled", "shelling"),
    "bomb": ("bombs", "bombed", "bombing"),
    "kill": ("kills", "killed", "killing"),
    "stop": ("stops", "stopped", "stopping"),
    "plan": ("plans", "planned", "planning"),
    "hope": ("hopes", "hoped", "hoping"),
    "fire": ("fires", "fired", "firing"),
    "visit": ("visits", "visited", "visiting"),
    "target": ("targets", "targeted", "targeting"),
    "free": ("frees", "freed", "freeing"),
    "agree": ("agrees", "agreed", "agreeing"),
    "raid": ("raids", "raided", "raiding"),
    "release": ("releases", "released", "releasing"),
    "force": ("forces", "forced", "forcing"),
    "use": ("uses", "used", "using"),
    "storm": ("storms", "stormed", "storming"),
    "seize": ("seizes", "seized", "seizing"),
    "capture": ("captures", "captured", "capturing"),
    "change": ("changes", "changed", "changing"),
    "rate": ("rates", "rated", "rating"),
    "pass": ("passes", "passed", "passing"),
    "focus": ("focuses", "focused", "focusing"),
    "continue": ("continues", "continued", "continuing"),
    "accuse": ("accuses", "accused", "accusing"),
    "settle": ("settles", "settled", "settling"),
    "destroy": ("destroys", "destroyed", "destroying"),
    "deny": ("denies", "denied", "denying"),
    "add": ("adds", "added", "adding"),
    "control": ("controls", "controlled", "controlling"),
    "create": ("creates", "created", "creating"),
    "treat": ("treats", "treated", "treating"),
    "clash": ("clashes", "clashed", "clashing"),
    "panic": ("panics", "panicked", "panicking"),
    # not in the vocabulary
    "besiege": ("besieges", "besieged", "besieging"),
    "evict": ("evicts", "evicted", "evicting"),
    "ambush": ("ambushes", "ambushed", "ambushing"),
    "injure": ("injures", "injured", "injuring"),
    "expel": ("expels", "expelled", "expelling"),
    "terrorise": ("terrorises", "terrorised", "terrorising"),
    "massacre": ("massacres", "massacred", "massacring"),
    "unite": ("unites", "united", "uniting"),
    "rout": ("routs", "routed", "routing"),
}
IRREGULAR = {
    ("fled", "VBD"): "flee", ("shot", "VBN"): "shoot", ("struck", "VBD"): "strike", ("fought", "VBD"): "fight",
    ("seen", "VBN"): "see", ("led", "VBD"): "lead", ("said", "VBD"): "say", ("withdrew", "VBD"): "withdraw",
    ("overran", "VBD"): "overrun", ("retaken", "VBN"): "retake", ("was", "VBD"): "be", ("are", "VBP"): "be",
    ("has", "VBZ"): "have", ("hit", "VBD"): "hit", ("left", "VBN"): "leave", ("dying", "VBG"): "die",
    ("lay", "VBD"): "lie", ("laid", "VBD"): "lay", ("found", "VBD"): "find", ("found", "VB"): "found",
    ("died", "VBD"): "die", ("lying", "VBG"): "lie", ("wounded", "VBN"): "wound",
}  # fmt: skip
NOUNS = {
    "casualties": "casualty", "forces": "force", "strikes": "strike", "cities": "city", "clashes": "clash",
    "rockets": "rocket", "gunmen": "gunman", "policewomen": "policewoman", "women": "woman", "children": "child",
    "houses": "house", "buses": "bus", "gases": "gas", "viruses": "virus", "movies": "movie", "lives": "life",
    "headquarters": "headquarters", "outskirts": "outskirts", "people": "people", "police": "police",
    "troops": "troop", "crises": "crisis", "bases": "base", "jihadists": "jihadist", "corps": "corps",
}  # fmt: skip


@pytest.mark.parametrize(("lemma", "forms"), VERBS.items())
def test_regular_verbs_lead_back_to_their_lemma(lemma: str, forms: tuple[str, str, str]) -> None:
    third, past, running = forms
    assert LEMMAS.of(third, "VBZ") == lemma
    assert LEMMAS.of(past, "VBD") == LEMMAS.of(past, "VBN") == lemma
    assert LEMMAS.of(running, "VBG") == lemma
    assert LEMMAS.of(past.upper(), "VBD") == lemma


@pytest.mark.parametrize(("form", "expected"), IRREGULAR.items())
def test_irregular_verbs_lead_back_to_their_lemma(form: tuple[str, str], expected: str) -> None:
    assert LEMMAS.of(*form) == expected


@pytest.mark.parametrize(("form", "expected"), NOUNS.items())
def test_plurals_lead_back_to_their_singular(form: str, expected: str) -> None:
    assert LEMMAS.of(form, "NNS") == expected


@pytest.mark.parametrize(
    ("form", "penn", "expected"),
    [
        ("earlier", "RBR", "early"), ("biggest", "JJS", "big"), ("fiercest", "JJS", "fierce"), ("worse", "JJR", "bad"),
        ("other", "JJR", "other"),  # no stem that is a word
        ("Forces", "NNPS", "Forces"), ("Homs", "NNP", "Homs"), ("2,000", "CD", "2,000"), ("co-opted", "VBD", "co-opt"),
        ("F-16", "NN", "f-16"), ("A-10", "NNS", "a-10"), ("ed", "VBD", "ed"), ("s", "NNS", "s"), ("", "NN", ""),
    ],
)  # fmt: skip
def test_what_is_no_inflected_word_stays(form: str, penn: str, expected: str) -> None:
    assert LEMMAS.of(form, penn) == expected


def test_what_was_learned_is_used_for_other_words() -> None:
    learned = Lemmas({"words": {"RB": {"n't": "not"}, "VBZ": {"'s": "be"}}, "endings": {"PRP": {"em": "2 ey"}}})
    assert learned.of("n't", "RB") == "not"
    assert learned.of("'s", "VBZ") == "be"
    assert learned.of("them", "PRP") == "they"


def test_the_longest_known_ending_decides() -> None:
    assert apply_rule({"": "0 ", "ed": "2 ", "ied": "3 y"}, "denied") == "deny"
    assert apply_rule({}, "word") == "word"


def test_names_keep_their_capitals() -> None:
    assert keeps_case("NNP")
    assert not keeps_case("NN")
