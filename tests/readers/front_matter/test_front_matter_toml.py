"""TOML front matter: the place of every key and value, in all forms that TOML has for them."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.base.text import Span, Text
from seocheck.readers.front_matter import toml as front_matter_toml
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.toml_places import Table
from seocheck.readers.front_matter.values import Entry, FrontMatter, Mapping, Scalar, Sequence, Value
from tests.support import assert_linear, no_hang


def toml(body: str) -> str:
    return f"+++\n{body}\n+++\n\nBread.\n"


def read(source: str) -> FrontMatter:
    found = read_front_matter(source)
    assert (found.kind, found.invalid) == ("toml", False), found.problems
    return found


def entry(found: FrontMatter, *path: str) -> Entry:
    values: Value = found.values
    for name in path[:-1]:
        assert isinstance(values, Mapping)
        values = next(e.value for e in values.entries if e.key == name)
    assert isinstance(values, Mapping)
    return next(e for e in values.entries if e.key == path[-1])


def quoted(source: str, span: Span) -> str:
    return source[span.start : span.end]


def value(source: str, *path: str) -> tuple[str, str]:
    """A value as decoded, and what stands at its place."""
    found = entry(read(source), *path).value
    assert isinstance(found, Scalar)
    return found.text.value, quoted(source, found.text.span())


def place_of(source: str, words: str, *path: str) -> str:
    """What stands at the place of some words of a value."""
    found = entry(read(source), *path).value
    assert isinstance(found, Scalar)
    at = found.text.value.index(words)
    return quoted(source, found.text.span(at, at + len(words)))


# -- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "decoded", "stands"),
    [
        ('"Rye bread"', "Rye bread", "Rye bread"),
        ("'Rye \\bread'", "Rye \\bread", "Rye \\bread"),
        (r'"caf\u00e9 \"rye\""', 'café "rye"', r"caf\u00e9 \"rye\""),
        (r'"\U0001F35E"', "🍞", r"\U0001F35E"),
        ('"a # no comment"', "a # no comment", "a # no comment"),
        ('"""\nRye\nbread"""', "Rye\nbread", "Rye\nbread"),
        ('"""Rye \\\n\n   bread"""', "Rye bread", "Rye \\\n\n   bread"),
        ('"""Rye ""bread"" \\""" """""', 'Rye ""bread"" """ ""', 'Rye ""bread"" \\""" ""'),
        ("'''\nRye\\\nbread'''", "Rye\\\nbread", "Rye\\\nbread"),
        ("''''Rye' bread'''''", "'Rye' bread''", "'Rye' bread''"),
        ("true", "true", "true"),
        ("1_000", "1_000", "1_000"),
        ("0x1F", "0x1F", "0x1F"),
        ("-3.10e2", "-3.10e2", "-3.10e2"),
        ("+inf", "+inf", "+inf"),
        ("2024-01-02", "2024-01-02", "2024-01-02"),
        ("2024-01-02 10:30:00Z", "2024-01-02 10:30:00Z", "2024-01-02 10:30:00Z"),
        ("2024-01-02T10:30:00.5+01:00", "2024-01-02T10:30:00.5+01:00", "2024-01-02T10:30:00.5+01:00"),
        ("07:32:00", "07:32:00", "07:32:00"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_value_and_its_place(written: str, decoded: str, stands: str, ending: str) -> None:
    source = toml(f"other = 'x'\ntitle = {written}  # a comment\nlast = 'y'").replace("\n", ending)
    assert value(source, "title") == (decoded, stands.replace("\n", ending))
    assert value(source, "last") == ("y", "y")


def test_an_empty_string_is_at_its_quotation_marks() -> None:
    source = toml('title = ""')
    found = entry(read(source), "title").value
    assert isinstance(found, Scalar)
    assert found.text.span().start == source.index('""') + 1


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_each_word_of_a_string_over_several_lines_has_its_own_place(ending: str) -> None:
    source = toml('description = """\nFeed the \\\n   starter  in\nthe \\t morning."""').replace("\n", ending)
    for word in ("Feed", "starter", "in", "morning"):
        assert place_of(source, word, "description") == word
    assert place_of(source, "\t", "description") == "\\t"
    assert place_of(source, "\n", "description") == ending


def test_an_array_over_several_lines() -> None:
    source = toml(
        "keywords = [  # what it is about\n  'rye',  # ], dark\n  \"oat\",\n\n  # last\n  '''\nspelt''',\n]\nx = 1"
    )
    found = entry(read(source), "keywords").value
    assert isinstance(found, Sequence)
    assert [quoted(source, i.text.span()) for i in found.items if isinstance(i, Scalar)] == ["rye", "oat", "spelt"]
    assert quoted(source, found.span).startswith("[  #")
    assert quoted(source, found.span).endswith(",\n]")
    assert value(source, "x") == ("1", "1")


# -- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "path", "key"),
    [
        ("title = 'Rye'", ("title",), "title"),
        ("\"ti\\u0074le\" = 'Rye'", ("title",), '"ti\\u0074le"'),
        ("'seo.title' = 'Rye'", ("seo.title",), "'seo.title'"),
        ("\"\" = 'Rye'", ("",), '""'),
        ("seo . 'title' = 'Rye'", ("seo", "title"), "'title'"),
        ("[seo]\n# title = 'no'\ntitle = 'Rye'", ("seo", "title"), "title"),
        ("[ params . \"seo\" ]\ntitle = 'Rye'", ("params", "seo", "title"), "title"),
        ("seo = {x = 1, title = 'Rye'}", ("seo", "title"), "title"),
        ("seo = {a.title = 'no', b = {title = 'Rye'}}", ("seo", "b", "title"), "title"),
        ("text = '''\ntitle = 'no'\n'''\ntitle = 'Rye'", ("title",), "title"),
        ("[a]\ntitle = 'no'\n[a.b]\ntitle = 'Rye'\n[a.c]\ntitle = 'no'", ("a", "b", "title"), "title"),
        ("[a.b]\nx = 1\n[c]\n[a]\ntitle = 'Rye'", ("a", "title"), "title"),
        ("1234 = 'Rye'", ("1234",), "1234"),
    ],
)
def test_a_key_and_its_value_are_found_where_they_stand(body: str, path: tuple[str, ...], key: str) -> None:
    source = toml(body)
    found = entry(read(source), *path)
    assert quoted(source, found.key_span) == key
    assert value(source, *path) == ("Rye", "Rye")
    assert isinstance(found.value, Scalar)
    assert source[found.key_span.end : found.value.text.span().start].strip() in ("= '", "='")


def test_a_table_has_the_place_of_its_own_header() -> None:
    source = toml("[params.seo]\ntitle = 'Rye'\n\n[params]\nx = 1")
    found = entry(read(source), "params")
    assert found.key_span.start == source.index("[params]") + 1
    assert quoted(source, entry(read(source), "params", "seo").key_span) == "seo"


def test_arrays_of_tables() -> None:
    source = toml("[[faq]]\nq = 'Rye?'\n[faq.seo]\ntitle = 'one'\n[[faq]]\nq = 'Oats?'\n[[faq.more]]\nq = 'Spelt?'")
    faq = entry(read(source), "faq").value
    assert isinstance(faq, Sequence)
    assert quoted(source, faq.span) == source[source.index("[[faq]]") : source.index("'\n+++")]
    said = []
    for table in faq.items:
        assert isinstance(table, Mapping)
        said += [quoted(source, e.value.text.span()) for e in table.entries if isinstance(e.value, Scalar)]
    assert said == ["Rye?", "Oats?"]
    first, second = faq.items
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    title, more = first.find("seo.title"), second.find("more")
    assert title is not None
    assert isinstance(title.value, Scalar)
    assert quoted(source, title.value.text.span()) == "one"
    assert more is not None
    assert isinstance(more.value, Sequence)


def test_a_blank_line_and_line_ends_of_windows_before_the_block() -> None:
    source = "\r\n" + toml("title = 'Rye'\n[seo]\ntitle = \"Oats\"").replace("\n", "\r\n")
    assert value(source, "title") == ("Rye", "Rye")
    assert value(source, "seo", "title") == ("Oats", "Oats")


# -- what goes wrong ------------------------------------------------------------------------------


def test_where_places_and_values_disagree_the_value_has_its_keys_place(monkeypatch: pytest.MonkeyPatch) -> None:
    source = toml("title = 'Rye'\nkeywords = ['a', 'b']\n[seo]\ntitle = 'Oats'")
    other = toml("title   = 'Oat'\nkeywords = ['a']        \nseo = 'Oats'")
    right = front_matter_toml.scan
    monkeypatch.setattr(front_matter_toml, "scan", lambda text, start, end: right(other, start, end))
    assert value(source, "title") == ("Rye", "title")
    keywords = entry(read(source), "keywords").value
    assert isinstance(keywords, Sequence)
    assert [i.text.value for i in keywords.items if isinstance(i, Scalar)] == ["a", "b"]
    assert value(source, "seo", "title")[0] == "Oats"
    monkeypatch.setattr(front_matter_toml, "scan", lambda text, start, end: Table(start, 0))
    assert value(source, "title")[0] == "Rye"


@pytest.mark.parametrize(
    "body",
    [
        "x = " + "[" * 100 + "]" * 100,
        ".".join("a" * 100) + " = 1",
        f"[{'.'.join('a' * 100)}]\nx = 1",
        "x = " + "{a=" * 70,
        "\n".join(f"[{'.'.join('a' * n)}]" for n in range(1, 80)),
    ],
)
def test_what_is_nested_too_deeply_is_said(body: str) -> None:
    source = toml(f"title = 'Rye'\n{body}")
    (problem,) = read_front_matter(source).problems
    assert problem.message == "Front matter isn't valid TOML: values are nested too deeply."
    assert problem.span.start >= source.index(body[:5])


LONG = {
    "[": lambda size: "[" * size,
    "x = [": lambda size: "x = " + "[" * size,
    "x = [[]]": lambda size: "x = " + "[" * (size // 2) + "]" * (size // 2),
    "a.a": lambda size: "a." * (size // 2) + "a = 1",
    "[a.a]": lambda size: "[" + "a." * (size // 2) + "a]",
    "a = {": lambda size: "a = {" * (size // 5),
    'x = """"a': lambda size: 'x = """' + '"a' * (size // 2),
    "x = 'a": lambda size: "x = '" + "a" * size,
    "a backslash": lambda size: 'x = "' + "\\" * size,
    "line ends": lambda size: "x = '''" + "\n" * size + "'''",
    "escapes": lambda size: 'x = """' + "\\n" * (size // 2) + '"""',
    "lines that go on": lambda size: 'x = """' + "\\\n" * (size // 2) + '"""',
    "a comment": lambda size: "#" * size,
    "comments": lambda size: "#\n" * (size // 2),
    "spaces": lambda size: " " * size + "x",
    "x = [1,1]": lambda size: "x = [" + "1," * (size // 2) + "]",
    "x = [[],[]]": lambda size: "x = [" + "[]," * (size // 3) + "]",
    "x = 9": lambda size: "x = " + "9" * size,
    "keys": lambda size: "\n".join(f"key{n} = {n}" for n in range(size // 10)),
    "tables": lambda size: "\n".join(f"[[t]]\nkey = {n}" for n in range(size // 20)),
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_the_length_alone(name: str) -> None:
    assert_linear(lambda size: read_front_matter(toml(LONG[name](size))), 25_000)


@pytest.mark.parametrize("name", ["a comment", "keys"])
def test_a_megabyte_is_read_in_time(name: str) -> None:
    with no_hang():
        read_front_matter(toml(LONG[name](1_000_000)))


# -- documents of all forms -----------------------------------------------------------------------

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6)
WORDS = st.text(
    st.one_of(st.sampled_from(" \t\n\"'\\#=[]{}.,é🍞"), st.characters(codec="utf-8", exclude_categories=["Cs"])),
    max_size=14,
)
OTHERS = st.sampled_from(
    [
        *("true", "false", "0", "-17", "1_0", "0xdead_beef", "0b1", "6.02e-23", "inf", "-nan"),
        *("1979-05-27", "1979-05-27 07:32:00", "1979-05-27T00:32:00.99-07:00", "07:32:00"),
    ]
)
BLANK = st.sampled_from(["", " ", "\t", "  "])


class Writer:
    """Writes a document and keeps where each value begins, by its path."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.line_end = draw(st.sampled_from(["\n", "\r\n"]))
        self.source = ""
        self.places: dict[tuple[str | int, ...], int] = {}

    def gap(self) -> str:
        """White space where line ends and comments may stand."""
        written: str = self.draw(st.sampled_from(["", " ", "\n", "# ]}, '''\n", ' # "\n\t', "\n\n"]))
        return written.replace("\n", self.line_end)

    def key(self, name: str) -> str:
        forms = [_basic(self.draw, name)]
        if name and name.isascii() and name.replace("-", "a").replace("_", "a").isalnum():
            forms.append(name)
        if "'" not in name:
            forms.append(f"'{name}'")
        return str(self.draw(st.sampled_from(forms)))

    def string(self, words: str) -> str:
        forms = [_basic(self.draw, words), _lines(self.draw, words, self.line_end)]
        if not any(c == "'" or (c < " " and c != "\t") or c == "\x7f" for c in words):
            forms.append(f"'{words}'")
        if "'''" not in f"{words}'" and not any((c < " " and c not in "\t\n") or c == "\x7f" for c in words):
            first = self.line_end if words.startswith("\n") else self.draw(st.sampled_from(["", self.line_end]))
            forms.append(f"'''{first}{words.replace(chr(10), self.line_end)}'''")
        return str(self.draw(st.sampled_from(forms)))

    def value(self, path: tuple[str | int, ...], depth: int) -> None:
        kind = self.draw(st.sampled_from(["string"] * 4 + ["other"] + ["array", "table"] * (depth < 3)))
        self.places[path] = len(self.source)
        if kind == "string":
            self.source += self.string(self.draw(WORDS))
        elif kind == "other":
            self.source += self.draw(OTHERS)
        elif kind == "array":
            self.source += "["
            count = self.draw(st.integers(0, 3))
            for n in range(count):
                self.source += self.gap()
                self.value((*path, n), depth + 1)
                last = n == count - 1
                self.source += self.gap() + ("," if not last or self.draw(st.booleans()) else "")
            self.source += self.gap() + "]"
        else:
            self.source += "{"
            for n, name in enumerate(self.draw(st.lists(NAMES, max_size=3, unique=True))):
                self.source += ", " if n else ""
                self.pair(path, name, depth + 1)
            self.source += "}"

    def pair(self, path: tuple[str | int, ...], name: str, depth: int) -> None:
        """A key with its value; now and then a dotted one."""
        dots = self.draw(st.lists(NAMES, max_size=2))
        full = [name, *dots]
        blank = self.draw(BLANK)
        self.source += f"{blank}.{blank}".join(self.key(part) for part in full)
        self.source += f"{blank}={self.draw(BLANK)}"
        self.value((*path, *full), depth)
        self.source += blank

    def body(self, path: tuple[str | int, ...], names: list[str]) -> None:
        for name in names:
            self.source += self.gap() + self.draw(BLANK)
            self.pair(path, name, 0)
            self.source += self.draw(st.sampled_from(["", "# x = '''", "#"])) + self.line_end


def _basic(draw: Any, words: str, also: str = "") -> str:
    written = '"'
    for c in words:
        must = c in '"\\' or (c < " " and c not in also) or c == "\x7f"
        if must or draw(st.integers(0, 9)) == 0:
            short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c, "")
            long = f"\\u{ord(c):04x}" if ord(c) <= 0xFFFF else f"\\U{ord(c):08X}"
            written += draw(st.sampled_from([form for form in (short, long) if form]))
        else:
            written += c
    return written + '"'


def _lines(draw: Any, words: str, line_end: str) -> str:
    """A string between three quotation marks, its lines joined now and then."""
    inner = _basic(draw, words, "\n")[1:-1].replace("\n", line_end)
    written = line_end if inner.startswith(("\n", "\r\n")) or draw(st.booleans()) else ""
    written += f"\\ \t{line_end} {line_end}\t" if not inner[:1].isspace() and draw(st.booleans()) else ""
    written += inner
    written += f"\\{line_end}  " if draw(st.booleans()) else ""
    return f'"""{written}"""'


@st.composite
def documents(draw: Any) -> tuple[str, dict[tuple[str | int, ...], int]]:
    writer = Writer(draw)
    tops = draw(st.lists(NAMES, max_size=6, unique=True))
    cut = draw(st.integers(0, len(tops)))
    writer.body((), tops[:cut])
    for name in tops[cut:]:
        key = writer.key(name)
        form = draw(st.sampled_from(["table", "inner", "array"]))
        inner = draw(st.lists(NAMES, max_size=3, unique=True))
        if form == "table":
            writer.source += f"[{draw(BLANK)}{key}{draw(BLANK)}] # [no]{writer.line_end}"
            writer.body((name,), inner)
        elif form == "inner":
            writer.source += f"[{key}.{writer.key('sub')}]{writer.line_end}"
            writer.body((name, "sub"), inner)
            writer.source += f"[{key}]{writer.line_end}"
            writer.body((name,), [n for n in inner if n != "sub"])
        else:
            for n in range(draw(st.integers(1, 3))):
                writer.source += f"[[{writer.key(name)}]]{writer.line_end}"
                writer.body((name, n), inner)
    return writer.source, writer.places


def same(source: str, parsed: Any, found: Value, path: tuple[str | int, ...], places: dict[Any, int]) -> None:
    """Whether a value is what tomllib says, and stands where it was written."""
    if path in places:
        span = found.text.span() if isinstance(found, Scalar) else found.span
        begin = places[path]
        if isinstance(parsed, str):
            begin += 3 if source.startswith(('"""', "'''"), begin) else 1
            assert begin <= span.start
            if parsed and not source.startswith(("\\", "\r", "\n"), begin):
                assert span.start == begin
        else:
            assert span.start == begin
    if isinstance(parsed, dict):
        assert isinstance(found, Mapping)
        assert [e.key for e in found.entries] == list(parsed)
        for e in found.entries:
            assert list(tomllib.loads(f"{quoted(source, e.key_span)} = 1")) == [e.key]
            same(source, parsed[e.key], e.value, (*path, e.key), places)
    elif isinstance(parsed, list):
        assert isinstance(found, Sequence)
        assert len(found.items) == len(parsed)
        for n, (item, inner) in enumerate(zip(parsed, found.items, strict=True)):
            same(source, item, inner, (*path, n), places)
    else:
        assert isinstance(found, Scalar)
        if isinstance(parsed, str):
            assert found.text.value == parsed
            quotes_its_source(source, found.text)
        else:
            written = quoted(source, found.text.span())
            assert found.text.value == written
            assert repr(tomllib.loads(f"x = {written}")["x"]) == repr(parsed)


def quotes_its_source(source: str, text: Text) -> None:
    """Whether each character stands at its place, and between them nothing but joined line ends."""
    before = None
    for i, c in enumerate(text.value):
        span = text.span(i, i + 1)
        stands = quoted(source, span)
        if before is not None:
            between = source[before : span.start]
            assert not between or (between[0] == "\\" and not between[1:].strip() and "\n" in between)
        before = span.end
        if stands.startswith("\\") and len(stands) > 1:
            assert tomllib.loads(f'x = "{stands}"')["x"] == c
        else:
            assert stands == c or (stands, c) == ("\r\n", "\n")


@given(documents())
def test_any_document(document: tuple[str, dict[tuple[str | int, ...], int]]) -> None:
    source, places = document
    before = "+++\n"
    whole = f"{before}{source}\n+++\n"
    parsed = tomllib.loads(source)
    found = read_front_matter(whole)
    if found.span.end != len(whole):
        return  # a line of +++ in a string ends the block, for generators too
    assert not found.invalid, found.problems
    same(whole, parsed, found.values, (), {path: at + len(before) for path, at in places.items()})
