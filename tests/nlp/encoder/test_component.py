from kg.nlp import DEFAULT_MODEL, Parser


def test_a_plural_in_small_letters_is_no_name():
    doc = Parser(DEFAULT_MODEL).nlp(
        "The jihadists, waging a battle in Baghouz, dispatched bombers against SDF fighters."
    )
    tags = {token.text: (token.tag_, token.lemma_) for token in doc}
    assert tags["jihadists"] == ("NNS", "jihadist")
    assert tags["fighters"] == ("NNS", "fighter")
    assert tags["Baghouz"][0] == "NNP"
