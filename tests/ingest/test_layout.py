"""What each line and each run-in piece of an article is; every text is our own."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest.article import Article, Layout
from kg.ingest.layout import find_layout


def layout_of(text: str, *, title: str | None = None, markdown: bool = False) -> Layout:
    return find_layout(Article("test", "test", text, title=title, markdown=markdown))


def pieces_of(text: str, *, title: str | None = None, markdown: bool = False) -> list[tuple[str, str]]:
    layout = layout_of(text, title=title, markdown=markdown)
    return [(block.kind.value, block.span.of(text)) for block in layout.blocks]


LEAD = "Rebel fighters shelled the northern gate of Qasr Tamim on Monday, residents said."
MORE = "At least four people were killed in the market, a doctor told reporters by telephone."

WHOLE = [
    (
        "Published: Mon, June 3, 2019\nWorldwide | By Jane Roe\n\nRebels shell a gate\n\nRebels shell a gate\n\n"
        f"{LEAD}\n\nLike this:",
        None,
        [
            ("date", "Published: Mon, June 3, 2019"),
            ("byline", "Worldwide | By Jane Roe"),
            ("title", "Rebels shell a gate"),
            ("title", "Rebels shell a gate"),
            ("prose", LEAD),
            ("boilerplate", "Like this:"),
        ],
        "header lines, a repeated title and a social bar",
    ),
    (
        f"{LEAD}\n\nThe fight for the gate\n\n{MORE}\n\nMen wait at a checkpoint near the gate. (AFP)\n\n{MORE}\n\n"
        "Last Update: Monday, 3 June 2019 KSA 16:00 - GMT 13:00",
        None,
        [
            ("prose", LEAD),
            ("heading", "The fight for the gate"),
            ("prose", MORE),
            ("caption", "Men wait at a checkpoint near the gate. (AFP)"),
            ("prose", MORE),
            ("date", "Last Update: Monday, 3 June 2019 KSA 16:00 - GMT 13:00"),
        ],
        "a heading, a caption told by its credit, a date at the end",
    ),
    (
        f"Tue 04 Jun 2019 Rebels shell a gate. {LEAD} --Reuters",
        "Rebels shell a gate",
        [
            ("date", "Tue 04 Jun 2019"),
            ("title", "Rebels shell a gate."),
            ("prose", LEAD),
            ("boilerplate", "--Reuters"),
        ],
        "date, title and agency run into one paragraph",
    ),
    (
        f"Rebels shell a gate AFP Tuesday 4 Jun 2019 {LEAD}",
        None,
        [("title", "Rebels shell a gate"), ("byline", "AFP Tuesday 4 Jun 2019"), ("prose", LEAD)],
        "an unknown title before agency and date",
    ),
    (
        f"Posted on June 4 2019 by Jane Roe John Doe and Ali Sample Rebels shell a gate {LEAD}",
        "Rebels shell a gate",
        [
            ("date", "Posted on June 4 2019"),
            ("byline", "by Jane Roe John Doe and Ali Sample"),
            ("title", "Rebels shell a gate"),
            ("prose", LEAD),
        ],
        "a byline that only the title ends",
    ),
    (
        f'April 5 2019 by Jane Roe and Ali Sample "Rebels" shell a gate {LEAD}',
        "Rebels shell a gate",
        [
            ("date", "April 5 2019"),
            ("byline", "by Jane Roe and Ali Sample"),
            ("title", '"Rebels" shell a gate'),
            ("prose", LEAD),
        ],
        "the same behind a date without a label",
    ),
    (
        f"Rebels shell a gate Fri Sep 27 2019 102138 {LEAD}",
        "Rebels shell a gate",
        [("title", "Rebels shell a gate"), ("date", "Fri Sep 27 2019 102138"), ("prose", LEAD)],
        "a date with a clock behind the title",
    ),
    (
        f"Rebels shell a gate. SANA reporter in Qasr Tamim said so. {LEAD}",
        "Rebels shell a gate",
        [("title", "Rebels shell a gate."), ("prose", f"SANA reporter in Qasr Tamim said so. {LEAD}")],
        "an agency that opens a sentence",
    ),
    (
        f"Rebels shell a gate Friday and Saturday, {LEAD}",
        "Rebels shell a gate",
        [("prose", f"Rebels shell a gate Friday and Saturday, {LEAD}")],
        "a sentence that begins like the title",
    ),
    (
        f"August 11 2019 Rebels shell a gate. Jane Roe John Doe. {LEAD}",
        "Rebels shell a gate - World - The Sample Times",
        [
            ("date", "August 11 2019"),
            ("title", "Rebels shell a gate."),
            ("byline", "Jane Roe John Doe."),
            ("prose", LEAD),
        ],
        "names behind the title, and a title with the names of section and outlet",
    ),
    (
        f"04-06-2019 Rebels shell a gate. {LEAD} {LEAD} {MORE}",
        "Rebels shell a gate",
        [
            ("date", "04-06-2019"),
            ("title", "Rebels shell a gate."),
            ("heading", LEAD),
            ("prose", f"{LEAD} {MORE}"),
        ],
        "a lead that stands there twice",
    ),
    (
        f"Men look at a burnt car in Qasr Tamim on June 4 2019. (Sample TV and Agencies) {LEAD}",
        None,
        [
            ("caption", "Men look at a burnt car in Qasr Tamim on June 4 2019. (Sample TV and Agencies)"),
            ("prose", LEAD),
        ],
        "a caption run into the first lines",
    ),
    (
        f"{LEAD} (AFP) {MORE}",
        None,
        [("prose", LEAD), ("caption", "(AFP)"), ("prose", MORE)],
        "a sentence of news before a credit is no caption",
    ),
    (
        f"Shelling hits the town. Tags Syria Qasr Tamim shelling {LEAD.replace('Rebel', 'Two rebel')}",
        None,
        [
            ("prose", "Shelling hits the town."),
            ("boilerplate", "Tags Syria Qasr Tamim shelling "),
            ("prose", LEAD.replace("Rebel", "Two rebel")),
        ],
        "tags up to the word that opens a sentence",
    ),
    (
        f"{LEAD} {MORE} Town Counts Its Dead Tags Syria Qasr Tamim Community standardsDiscussion Comment via Page",
        None,
        [
            ("prose", f"{LEAD} {MORE}"),
            ("boilerplate", "Town Counts Its Dead"),
            ("boilerplate", "Tags Syria Qasr Tamim Community standardsDiscussion Comment via Page"),
        ],
        "the foot of a page behind a headline",
    ),
    (
        f"Shelling hits the town Tags Syria Qasr Tamim shelling Warplanes were over it on Monday. {MORE}",
        None,
        [
            ("prose", "Shelling hits the town"),
            ("boilerplate", "Tags Syria Qasr Tamim shelling "),
            ("prose", f"Warplanes were over it on Monday. {MORE}"),
        ],
        "tags up to the last capital before the words of a sentence, behind a lost full stop",
    ),
    (
        f"Shelling hits the town. Tags Syria Qasr Tamim shelling. {LEAD}",
        None,
        [
            ("prose", "Shelling hits the town."),
            ("boilerplate", "Tags Syria Qasr Tamim shelling. "),
            ("prose", LEAD),
        ],
        "tags that end with a full stop",
    ),
    (
        f"{LEAD}\n\nMen leave the town on Monday. (NW)\n\n• {MORE}",
        None,
        [("prose", LEAD), ("caption", "Men leave the town on Monday. (NW)"), ("prose", MORE)],
        "a credit by an unknown agency; a bullet",
    ),
    (f"Like this:{LEAD}", None, [("boilerplate", "Like this:"), ("prose", LEAD)], "glued to prose"),
    (f"{LEAD} {MORE} Read Also", None, [("prose", f"{LEAD} {MORE}"), ("boilerplate", "Read Also")], "a link's lead"),
    (
        f"{LEAD}\n\n{MORE}\n\nReporting by Jane Roe in Qasr Tamim; Editing by John Doe",
        None,
        [("prose", LEAD), ("prose", MORE), ("boilerplate", "Reporting by Jane Roe in Qasr Tamim; Editing by John Doe")],
        "who wrote it",
    ),
    (
        f"{LEAD}\n\nRead more: Who holds the gate?\n\n{MORE}\n\n© 2019 Sample Times. All rights reserved.",
        None,
        [
            ("prose", LEAD),
            ("boilerplate", "Read more: Who holds the gate?"),
            ("prose", MORE),
            ("boilerplate", "© 2019 Sample Times. All rights reserved."),
        ],
        "links and rights",
    ),
    (
        f"Shelling near the gate. MOSCOW (Sputnik) {LEAD}",
        None,
        [("prose", "Shelling near the gate."), ("dateline", "MOSCOW (Sputnik) "), ("prose", LEAD)],
        "a dateline behind a first sentence",
    ),
    (
        f"{LEAD} Read also: Army takes hill above the gate At least four people were killed, a doctor said. {LEAD}",
        None,
        [
            ("prose", LEAD),
            ("boilerplate", "Read also: Army takes hill above the gate"),
            ("prose", f"At least four people were killed, a doctor said. {LEAD}"),
        ],
        "a link up to the word that opens a sentence",
    ),
    (
        f"{LEAD} READ MORE: Who holds the gate? Rebels kept on firing until noon. (Related: Army Takes Hill) {MORE}",
        None,
        [
            ("prose", LEAD),
            ("boilerplate", "READ MORE: Who holds the gate?"),
            ("prose", "Rebels kept on firing until noon."),
            ("boilerplate", "(Related: Army Takes Hill)"),
            ("prose", MORE),
        ],
        "a link that asks, a link in brackets",
    ),
    (
        f"{LEAD} Read more Army Takes Hill Above the Gate. {MORE}",
        None,
        [("prose", LEAD), ("boilerplate", "Read more Army Takes Hill Above the Gate."), ("prose", MORE)],
        "a link in capitals",
    ),
    (f"{LEAD} J. Roe / A.Sample", None, [("prose", LEAD), ("boilerplate", "J. Roe / A.Sample")], "initials of editors"),
    ("Rebels shell a gate", None, [("prose", "Rebels shell a gate")], "a text of one headline is prose"),
    ("Rebels shell a gate", "Rebels shell a gate", [("prose", "Rebels shell a gate")], "even when it is the title"),
]


@pytest.mark.parametrize(("text", "title", "expected", "why"), WHOLE, ids=[row[-1] for row in WHOLE])
def test_pieces(text: str, title: str | None, expected: list[tuple[str, str]], why: str) -> None:
    assert pieces_of(text, title=title) == expected, why


KEPT = [
    ("Comments by the minister on Monday drew anger in the capital, officials said.", "begins like a comments counter"),
    ("Sponsored by a neighbour, the militia took the gate of the town in March 2019.", "begins like an advertisement"),
    ("By Monday evening the army had taken the gate and the two hills above it.", "begins like a byline"),
    ("5 July 2016 was the day when the siege of the town began, residents recall.", "begins with a date, goes on"),
    ("On 5 July 2016 the siege of the town began, and it lasted for two years.", "a date inside a sentence"),
    ("Reporting by state media suggested that the gate had fallen before noon on Monday.", "begins like a credit"),
    ("This report was denied by the army, which said that it held the gate.", "begins like a note on the article"),
    ("Islamic State (IS) fighters still hold the gate, the monitor said on Monday.", "brackets that name no agency"),
    ("He reached the town at 7 p.m. Saturday.", "ends in a capital word with a full stop"),
    ("Call the office of the aid group at 619-3947.", "ends in a number with a full stop"),
    ("They came from Jordan, the U.S. and the U.K. Saudi Arabia and Oman.", "ends in names with a full stop"),
    ("“We will hold the gate until help comes.”", "a quote that is a paragraph"),
    ("Mr Sample said:", "introduces a quote"),
    ("He had a note. Read: army convoys left the town at noon. The rest was lost.", "a link whose end can't be told"),
    ("He was a teacher. Read more of his letters and you see it. The rest was lost.", "no link"),
    ("The gate was taken by the Free Sample Army (FSA).", "a bracket that introduces an acronym"),
    ("The post of governor has been empty since the siege of the town began.", "begins like a social bar"),
]


@pytest.mark.parametrize(("sentence", "why"), KEPT, ids=[row[-1] for row in KEPT])
@pytest.mark.parametrize("frame", ["{0}", "{0}\n\n" + MORE, LEAD + "\n\n{0}\n\n" + MORE, LEAD + "\n\n{0}"])
def test_prose_stays(sentence: str, why: str, frame: str) -> None:
    text = frame.format(sentence)
    assert ("prose", sentence) in pieces_of(text), why


DATELINES = [
    ("QASR TAMIM, Syria (AP) — {}", "QASR TAMIM, Syria", "AP", None),
    ("BEIRUT: {}", "BEIRUT", None, None),
    ("DAMASCUS/GENEVA (Reuters) - {}", "DAMASCUS/GENEVA", "Reuters", None),
    ("ALEPPO, 3rd January 2017, (SANA) {}", "ALEPPO", "SANA", date(2017, 1, 3)),
    ("BAGHDAD, March 3 (Xinhua) -- {}", "BAGHDAD", "Xinhua", None),
    ("DEIR al-ZOR, Syria — {}", "DEIR al-ZOR, Syria", None, None),
    ("Kharkiv, Ukraine – {}", "Kharkiv, Ukraine", None, None),
    ("Homs, SANA – {}", "Homs", "SANA", None),
    ("GAZA CITY (AP) \x97 {}", "GAZA CITY", "AP", None),
    ("NEAR MOSUL, Iraq — {}", "MOSUL, Iraq", None, None),
    ("(Reuters) - {}", None, "Reuters", None),
    ("HOMS, Syria (NW) — {}", "HOMS, Syria", None, None),
    ("KABUL (Sample Wire) - {}", "KABUL", "Sample Wire", None),
    ("EXCLUSIVE: {}", None, None, None),
    ("Jane Roe — {}", None, None, None),
    ("Deir Tamim — {}", "Deir Tamim", None, None),
    ("UNICEF: {}", None, None, None),
    ("{}", None, None, None),
]


@pytest.mark.parametrize(("frame", "place", "publisher", "published"), DATELINES, ids=[row[0] for row in DATELINES])
def test_datelines(frame: str, place: str | None, publisher: str | None, published: date | None) -> None:
    text = frame.format(LEAD)
    layout = layout_of(text)
    assert (layout.dateline.of(text) if layout.dateline else None) == place
    assert (layout.publisher, layout.published) == (publisher, published)
    if place or publisher:
        assert [block.kind.value for block in layout.blocks] == ["dateline", "prose"]
        assert layout.blocks[1].span.of(text) == LEAD


TOLD = [
    (f"By Jane Roe, Reuters\n\n{LEAD}", "author", "Jane Roe"),
    (f"By Jane Roe, Reuters\n\n{LEAD}", "publisher", "Reuters"),
    (f"Rebels shell a gate\nJane Roe in Beirut\n\n{LEAD}", "author", "Jane Roe"),
    (f"Rebels shell a gate\nBy Jane Roe and John Doe, Sample Times\n\n{LEAD}", "author", "Jane Roe and John Doe"),
    (f"Rebels shell a gate\nBy Jane Roe and John Doe, Northern Lines\n\n{LEAD}", "author", "Jane Roe and John Doe"),
    (f"World | By Jane Roe\n\n{LEAD}", "publisher", None),
    (f"Rebels shell a gate\nThe Sample Courier\n\n{LEAD}", "publisher", "The Sample Courier"),
    (f"Rebels shell a gate\nSample Ledger, by Jane Roe\n\n{LEAD}", "publisher", "Sample Ledger"),
    (f"Rebels shell a gate\n*By Jane Roe, The Sample Courier*\n\n{LEAD}", "author", "Jane Roe"),
    (f"Sample TV Published Saturday, March 30, 2019 1:19PM CST\n\n{LEAD}", "published", date(2019, 3, 30)),
    (f"Jane Roe, Sample Post March 31, 2019 2:36 pm. {LEAD}", "published", date(2019, 3, 31)),
    (f"Rebels shell a gate\n\n{LEAD}", "title", "Rebels shell a gate"),
    (f"Who holds the gate?\n\n{LEAD}\n\n{MORE}", "title", "Who holds the gate?"),
    (f"{LEAD}\n\n{MORE}\n\n(AFP)", "publisher", "AFP"),
    (f"{LEAD}\n\n{MORE} - REUTERS", "publisher", "Reuters"),
    (f"Date of publication 5 July 2016 {LEAD}", "published", date(2016, 7, 5)),
    (f"Tuesday 05 July 2016 - 10:12\n{LEAD}", "published", date(2016, 7, 5)),
    (f"2017/04/05\n{LEAD}", "published", date(2017, 4, 5)),
    (f"Rebels shell a gate\nPOSTED: 1052 GMT (1852 HKT), April 10, 2017\n\n{LEAD}", "published", date(2017, 4, 10)),
    (f"Rebels shell a gate\n8:05am UK, Monday 10 April 2017\n\n{LEAD}", "published", date(2017, 4, 10)),
    (f"Qasr Tamim, August 2, 1980. A bomb exploded at the gate.\n\n{LEAD}", "published", None),
    (f"{LEAD}\n\nJuly 3, 2009\n\n{MORE}\n\nJuly 4, 2009\n\n{MORE}", "published", None),
    (f"Updated 7 April 2017\nPublished 5 April 2017\n{LEAD}", "published", date(2017, 4, 5)),
    (f"{LEAD} Updated 7 April 2017", "published", date(2017, 4, 7)),
    (f"13/07/2016\n{LEAD}", "published", date(2016, 7, 13)),
    (f"05/07/2016\n{LEAD}", "published", None),
    (f"31 April 2016\n{LEAD}", "published", None),
    (f"July 2016\n{LEAD}", "published", None),
    (f"{LEAD}\n\nThe siege began on 5 July 2016.\n\n{MORE}", "published", None),
]


@pytest.mark.parametrize(("text", "field", "expected"), TOLD)
def test_metadata(text: str, field: str, expected: object) -> None:
    assert getattr(layout_of(text), field) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Rebel fighters shelled the northern gate of Qasr Tamim on Monday,\nresidents said, and the army answered with "
        "rockets fired from the\nhills above the town, which it has held since the spring.\n\nAt least four "
        "people were killed in the market and a dozen were\nwounded, a doctor told reporters from the hospital."
    )
    assert [words.count("\n") for kind, words in pieces_of(wrapped) if kind == "prose"] == [2, 1]
    assert [words for _, words in pieces_of(f"{LEAD}\n{MORE}")] == [LEAD, MORE], "lines of an unwrapped text"


def test_a_line_cut_inside_a_sentence_is_joined() -> None:
    text = f"The men, said the US-led\ncoalition\nin a statement, had left.\n{LEAD}"
    assert pieces_of(text)[0] == ("prose", "The men, said the US-led\ncoalition\nin a statement, had left.")


def test_markdown() -> None:
    text = (
        "---\ntitle: Rebels shell a gate\ndate: 2019-06-04\n---\n\n# Rebels shell a gate\n\n"
        f"![Men at a gate](gate.jpg)\n\n{LEAD}\n{MORE}\n\n## The market\n\n- {MORE}\n\n```\ncode\n```\n\n> {LEAD}\n"
    )
    assert [piece for piece in pieces_of(text, markdown=True) if piece[0] != "boilerplate"] == [
        ("heading", "# Rebels shell a gate"),
        ("caption", "![Men at a gate](gate.jpg)"),
        ("prose", f"{LEAD}\n{MORE}"),
        ("heading", "## The market"),
        ("prose", MORE),
        ("prose", LEAD),
    ]
    assert layout_of(text, markdown=True).published == date(2019, 6, 4)
    assert layout_of(f"# Rebels shell a gate\n\n{LEAD}", markdown=True).title == "Rebels shell a gate"


WORDS = st.sampled_from(
    ["Published: ", "Mon, June 3, 2019", "05.07.2016", "By Jane Roe", "\n", "\n\n", "\r\n", "(AFP)", "BEIRUT (AP) — ",
     "BEIRUT: ", LEAD, MORE, "Like this:", "Read Also", "Rebels shell a gate", ". ", " ", "\t", "--Reuters", "© 2019",
     "\u2028", "\x0c", "# ", "---\n", "```", "> ", "\ufeff", "12", "Tags ", "Get short URL 0 4", "https://example.org",
     "\x00", "É", "ß", "İ", "ﬃ"]
)  # fmt: skip
TITLES = st.one_of(st.none(), st.just("Rebels shell a gate"), st.text(max_size=30))
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=20)), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, title=TITLES, markdown=st.booleans())
def test_any_text_gives_blocks_in_order_inside_it(text: str, title: str | None, *, markdown: bool) -> None:
    layout = layout_of(text, title=title, markdown=markdown)
    ends = [0]
    for block in layout.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(text)
        ends.append(block.span.end)
    if layout.dateline:
        assert any(block.span.covers(layout.dateline) for block in layout.blocks)
    for block in layout.blocks:
        if block.kind.value == "prose":
            assert block.span.of(text).strip() == block.span.of(text)


UNITS = [
    *("A ", "ABC ", "Abc, ", "Abc-", "ABC/", "AFP ", "al-", "x | ", "A. ", "By Abc, Abc ", "ABC - ", "Abc def. "),
    *(
        "12:30 ",
        "(AFP) ",
        "July ",
        "Like this: ",
        ". Tags Abc ",
        ". Read also: Abc def ",
        "Updated ",
        "(",
        '"',
        "- ",
        "--- ",
    ),
    *("Abc def\n", "abc def\n"),
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_of_one_piece_takes_no_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    started = perf_counter()
    assert layout_of(text, title="Abc def abc def abc").blocks
    assert perf_counter() - started < 2, "the patterns run back and forth over it"


def test_texts_in_capitals_keep_their_prose() -> None:
    lines = [
        LEAD.upper(),
        "BY TAKING THE GATE, REBELS HAVE CUT THE ROAD, THEY SAID.",
        "JANE ROE, JOHN DOE, AND",
        MORE.upper(),
    ]
    assert [kind for kind, _ in pieces_of("\n\n".join(lines))] == ["prose"] * 4
