"""Articles in and refusals out, for each kind of input; every text is our own."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.ingest import MAX_CHARACTERS, decoded_text, read_documents
from kg.model import Document

TEXT = "Rebel fighters shelled the northern gate of Qasr Tamim on Monday, and at least four people were killed there."
GERMAN = (
    "Die Kämpfer haben am Montag das nördliche Tor der Stadt beschossen, und mindestens vier Menschen wurden dabei "
    "getötet, sagte ein Arzt im Krankenhaus. Die Armee wollte sich dazu nicht äußern."
)
ARABIC = "قصف المقاتلون البوابة الشمالية للمدينة يوم الاثنين، وقتل أربعة أشخاص على الأقل، بحسب طبيب في المستشفى."
NAMES = (
    "BEIRUT: Ali Sample, Omar Sample and Hasan Sample of Qasr Tamim were killed near Tell Abu Sample on Monday, the "
    "Sample Observatory in Deir Sample said."
)


def read(*paths: str | Path, stdin: bytes | None = None) -> tuple[list[Document], list[ArticleError]]:
    refused: list[ArticleError] = []
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(read_documents(paths, on_refused=refused.append, stdin=stream)), refused


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_folder_gives_its_articles_sorted_and_passes_over_the_rest(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"{name}": f"{TEXT} {name}" for name in ("b.txt", "a.md", "c/d.text", "c/noending")
    }
    beside: dict[str, str | bytes] = {
        "README.md": TEXT,
        ".hidden.txt": TEXT,
        "LICENSE": TEXT,
        "x.png": b"\x89PNG",
        "y.log": TEXT,
    }
    documents, refused = read(write(tmp_path, files | beside))
    assert [document.source_id for document in documents] == ["a.md", "b.txt", "d.text", "noending"]
    assert refused == []


def test_a_readme_named_outright_is_read(tmp_path: Path) -> None:
    documents, _ = read(write(tmp_path, {"README.md": TEXT}) / "README.md")
    assert [document.text for document in documents] == [TEXT]


def test_a_glob_gives_what_matches(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": TEXT, "b/c.txt": TEXT + " Again.", "b/README.txt": TEXT})
    documents, refused = read(str(tmp_path / "**" / "*.txt"))
    assert [document.source_id for document in documents] == ["a.txt", "c.txt"]
    assert refused == []
    assert "no file matches" in read(str(tmp_path / "*.html"))[1][0].reason


def test_ids_come_from_content(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.txt": TEXT, "two/a.txt": TEXT, "two/b.txt": TEXT, "two/c/a.txt": TEXT + " Again."})
    forward, _ = read(tmp_path / "one", tmp_path / "two")
    backward, _ = read(tmp_path / "two", tmp_path / "one")
    assert len(forward) == 3, "the same name and text twice is one article"
    assert sorted(document.id for document in forward) == sorted(document.id for document in backward)
    assert len({document.id for document in forward}) == 3
    assert all(len(document.id) == 16 and len(document.sha256) == 64 for document in forward)


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(6)))
def test_rows_in_any_order_give_the_same_documents(order: list[int]) -> None:
    rows = [{"id": n % 4, "text": f"{TEXT} {n}", "published": f"2019-03-0{1 + n}"} for n in range(5)]
    rows.append({**rows[0], "published": "2020-01-01"})
    shuffled, _ = read("-", stdin=jsonl(*(rows[n] for n in order)).encode())
    assert sorted(shuffled, key=lambda document: document.id) == sorted(
        read("-", stdin=jsonl(*rows).encode())[0], key=lambda document: document.id
    )
    assert len(shuffled) == 6


def test_a_row_tells_more_than_its_text() -> None:
    row = {
        "id": 7,
        "text": f"Published: 1 June 2019\nBy Jane Roe\n\n{TEXT} (AFP)",
        "title": "A title",
        "published": "2019-06-04 20:34:49.8-05",
        "publisher": "Sample Times",
        "author": ["John Doe", "Ali Sample"],
        "url": "https://example.org/1",
    }
    (document,), _ = read("-", stdin=jsonl(row).encode())
    assert document.source_id == "7"
    assert (document.title, document.published) == ("A title", date(2019, 6, 4))
    assert (document.publisher, document.author) == ("Sample Times", "John Doe, Ali Sample")
    assert document.url == "https://example.org/1"
    assert (document.printed, document.day) == (date(2019, 6, 1), date(2019, 6, 1)), "the day that the text bears stays"
    (bare,), _ = read("-", stdin=jsonl({"text": row["text"]}).encode())
    assert bare.source_id == "stdin#1"
    assert (bare.title, bare.published, bare.publisher, bare.author) == (None, date(2019, 6, 1), "AFP", "Jane Roe")


def test_broken_rows_are_told_by_line_and_the_others_go_on(tmp_path: Path) -> None:
    half = {"id": 3, "text": "\ud800 " + TEXT}
    usable = ({"id": 1, "text": TEXT}, [1], {"id": 2}, {"text": 5}, half, {"id": 4, "text": TEXT})
    lines = [json.dumps(row) for row in usable]
    lines[1:1] = ["{broken", ""]
    path = write(tmp_path, {"news.jsonl": "\n".join(lines)}) / "news.jsonl"
    documents, refused = read(path)
    assert [document.source_id for document in documents] == ["1", "4"]
    assert [error.where for error in refused] == [f"{path}, line {n}" for n in (2, 4, 5, 6, 7)]
    assert "not JSON" in refused[0].reason
    assert "no `text`" in refused[2].reason


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "cp1252")])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["ID", "Title", "text", "published"],
        ["1", "A “title”", f'"{TEXT}\nSecond line."', "4 June 2019"],
        ["2", "", "", ""],
    ]
    content = "\r\n".join(delimiter.join(row) for row in rows)
    path = write(tmp_path, {"news.csv": content.encode(encoding)}) / "news.csv"
    (document,), (error,) = read(path)
    assert (document.source_id, document.title, document.published) == ("1", "A “title”", date(2019, 6, 4))
    assert document.text == f"{TEXT}\nSecond line."
    assert (error.where, error.reason) == (f"{path}, row 3", "the row has no `text`")


REFUSED: list[tuple[str, str | bytes, str]] = [
    ("empty.txt", "", "empty"),
    ("blank.txt", " \n ", "empty"),
    ("binary.txt", b"\x00\x01\x02abc\x00", "binary"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n123", "an image"),
    ("office.txt", b"PK\x03\x04" + b"x" * 50, "office document"),
    ("controls.txt", "\x01\x02\x03\x04 abc", "mis-encoded or binary"),
    ("replaced.txt", "T\ufffd\ufffd\ufffd fight\ufffd\ufffdrs " * 5, "mis-encoded"),
    ("half.txt", b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "mis-encoded"),
    ("numbers.txt", "1 2 3\n4 5 6", "no words"),
    ("long.txt", "word " * (MAX_CHARACTERS // 5 + 1), "enormous"),
    ("huge.txt", b"word " * 1_100_000, "enormous"),
    ("german.txt", GERMAN, "not English"),
    ("arabic.txt", ARABIC, "not English"),
    ("rows.json", "[]", "ending .json is not known"),
    ("data.csv", "a,b\n1,2\n", "no column `text`"),
    ("page.html", "<html><body></body></html>", "no article"),
    ("broken.pdf", b"%PDF-1.4\nnothing", "PDF"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_with_path_and_reason_and_the_others_go_on(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    write(tmp_path, {name: content, "good.txt": TEXT})
    documents, refused = read(tmp_path / name, tmp_path / "good.txt")
    assert [document.source_id for document in documents] == ["good.txt"]
    assert [error.where for error in refused] == [str(tmp_path / name)]
    assert reason in refused[0].reason


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"report.txt": TEXT, "empty/x.png": b""})
    _, refused = read(tmp_path / "reprot.txt", tmp_path / "none" / "a.txt", tmp_path / "empty")
    assert f"did you mean {tmp_path / 'report.txt'}?" in refused[0].reason
    assert f"no folder {tmp_path / 'none'}" in refused[1].reason
    assert "no articles in this folder" in refused[2].reason


@pytest.mark.parametrize(
    "text", [TEXT, NAMES, "Rebels shell gate.", "Ali Sample, Omar Sample"], ids=["news", "names", "short", "bare"]
)
def test_english_and_short_texts_are_accepted(text: str) -> None:
    documents, refused = read("-", stdin=text.encode())
    assert (len(documents), refused) == (1, [])


CURLY = f"{TEXT} “We hold the café,” he said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, {"a.txt": CURLY.encode(encoding)}) / "a.txt"
    (document,), _ = read(path)
    assert document.text == CURLY == decoded_text(path)


def test_line_ends_and_mojibake_stay(tmp_path: Path) -> None:
    text = f"{TEXT}\r\n\r\nThe groupâ€™s men left.\r\n"
    path = write(tmp_path, {"a.txt": text}) / "a.txt"
    (document,), _ = read(path)
    assert document.text == text
    assert [span.of(text) for span in document.prose()] == [TEXT, "The groupâ€™s men left."]


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Rebels shell a gate | Sample Times</title>
<meta property="og:site_name" content="Sample Times"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2019-06-04T08:00:00Z"><link rel="canonical" href="https://example.org/gate">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Rebels shell a gate</h1>
<p>{TEXT} Residents said that they had heard rockets since the early morning.</p><p>{NAMES}</p>
<p>The army did not comment on the shelling, which was the heaviest in the town since the spring.</p></article>
<footer>Copyright 2019 Sample Times. Follow us on social media.</footer></body></html>"""


@pytest.mark.parametrize("by", ["file", "stdin"])
def test_web_pages(tmp_path: Path, by: str) -> None:
    path = write(tmp_path, {"gate.html": PAGE}) / "gate.html"
    (document,), refused = read(path) if by == "file" else read("-", stdin=PAGE.encode())
    assert refused == []
    assert (document.title, document.published) == ("Rebels shell a gate", date(2019, 6, 4))
    assert (document.publisher, document.author, document.url) == (
        "Sample Times",
        "Jane Roe",
        "https://example.org/gate",
    )
    prose = [span.of(document.text) for span in document.prose()]
    assert prose[0].startswith(TEXT)
    assert "Home" not in document.text
    assert "Follow us" not in document.text
    if by == "file":
        assert decoded_text(path) == document.text


def make_pdf(lines: list[str], *, password: str | None = None) -> bytes:
    """A PDF of one page with these lines."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(width=600, height=800)
    if lines:
        named = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream.set_data(f"BT /F1 10 Tf 14 TL 30 750 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt("" if password == "owner" else password, owner_password="sample", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


PDF_LINES = ["Rebels shell a gate", "", *TEXT.replace("on Monday, ", "on Monday,|").split("|")]


@pytest.mark.parametrize(("password", "why"), [(None, "plain"), ("owner", "locked for editing only")])
def test_pdf(tmp_path: Path, password: str | None, why: str) -> None:
    path = write(tmp_path, {"gate.pdf": make_pdf(PDF_LINES, password=password)}) / "gate.pdf"
    (document,), refused = read(path)
    assert refused == [], why
    assert "Qasr Tamim on Monday" in document.text
    assert decoded_text(path) == document.text


@pytest.mark.parametrize(
    ("content", "reason"), [(make_pdf([]), "no text layer"), (make_pdf(PDF_LINES, password="x"), "encrypted")]
)
def test_pdf_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    _, (error,) = read(write(tmp_path, {"gate.pdf": content}) / "gate.pdf")
    assert reason in error.reason


def test_standard_input_that_is_empty_is_told() -> None:
    assert read("-", stdin=b"")[1][0].reason == "standard input is empty"


def test_importing_loads_none_of_the_heavy_libraries() -> None:
    heavy = ["trafilatura", "pypdf", "py3langid", "spacy", "numpy"]
    code = f"import sys, kg.ingest; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
