"""Files that break readers, made to size: a generator for every kind of nastiness met on real sites, and some more.

`KINDS[name].make(form, n)` gives a whole file. `form` is the ending of a file's name: `md`, `mdx`, `html`, or `txt` for
a page saved as text with label lines. `n` is the size in the unit that the kind grows in (words, brackets, keys ...).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Form = Literal["md", "mdx", "html", "txt"]
FORMS: tuple[Form, ...] = ("md", "html", "txt")
MARKUP: tuple[Form, ...] = ("md", "html")

Make = Callable[[str, int], bytes]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of nasty file.

    size: `n` of a file as large as the worst that was met. encoding: what a report must say of it, where that is
    settled. refused: the reason for which it is not read; "" where it gets a report.
    """

    name: str
    make: Make
    forms: tuple[Form, ...]
    size: int
    encoding: str = ""
    refused: str = ""


KINDS: dict[str, Kind] = {}


def kind(
    name: str, size: int, forms: tuple[Form, ...] = FORMS, *, encoding: str = "", refused: str = ""
) -> Callable[[Make], Make]:
    """Enter a generator under a name."""

    def enter(make: Make) -> Make:
        assert name not in KINDS, name
        KINDS[name] = Kind(name, make, forms, size, encoding, refused)
        return make

    return enter


# -- an article to put things into ----------------------------------------------------------------

SENTENCE = "A loaf of rye bread keeps for a week in a cool and dry place. "
PROSE = SENTENCE + "The crust is dark, and the crumb stays moist. Cut it when it has cooled. "


def article(
    form: str, body: str, *, title: str = "Rye bread", keywords: str = "rye bread, crust", head: str = ""
) -> str:
    """An article with a title, a description, keywords and this body. head: further lines of its metadata."""
    description = "How rye bread is baked at home, and how long it keeps in a cool place."
    if form == "html":
        return (
            f"<!doctype html>\n<html lang=en><head><title>{title}</title>\n"
            f'<meta name="description" content="{description}">\n<meta name="keywords" content="{keywords}">\n{head}'
            f"</head><body><main><h1>{title}</h1>\n<p>{body}</p>\n</main></body></html>\n"
        )
    if form == "txt":
        labels = f"Title: {title}\nMeta Description: {description}\nKeywords: {keywords}\n{head}"
        return f"{labels}\n{title}\n\n{body}\n"
    front = f"title: {title}\ndescription: {description}\nkeywords: [{keywords}]\n{head}"
    return f"---\n{front}---\n\n{body}\n"


def body(name: str, size: int, text: Callable[[int], str], forms: tuple[Form, ...] = FORMS) -> None:
    """Enter a kind whose nastiness stands in the body as it is, whatever the form."""

    def make(form: str, n: int) -> bytes:
        return article(form, f"{PROSE}\n\n{text(n)}\n\n{PROSE}").encode()

    KINDS[name] = Kind(name, make, forms, size)


# -- encodings ------------------------------------------------------------------------------------

WESTERN = "Ein Brot aus Roggen hält sich länger, die Kruste ist kräftig und dunkel. "
JAPANESE = "ライ麦のパンは一週間もちます。皮は黒く、中はしっとりしています。"
CHINESE = "黑麦面包可以保存一个星期。面包皮很黑，里面很湿润。"


def _encoded(
    name: str, encoding: str, words: str, size: int = 40, *, declared: str | None = None, says: str = ""
) -> None:
    """Enter a kind in an encoding, declared in HTML as `declared`; no reader can know it in the other forms."""

    def make(form: str, n: int) -> bytes:
        head = f'<meta charset="{declared}">\n' if form == "html" and declared is not None else ""
        return article(form, words * n, title=words[:12], keywords=words[:6], head=head).encode(encoding, "replace")

    KINDS[name] = Kind(name, make, FORMS, size, says)


_encoded("UTF-8", "utf-8", WESTERN + JAPANESE, says="utf-8")
_encoded("UTF-8 with a byte order mark", "utf-8-sig", WESTERN, says="utf-8")
_encoded("UTF-16 with a mark", "utf-16", JAPANESE, says="utf-16")
_encoded("Latin-1", "latin-1", WESTERN, says="cp1252")
_encoded("Shift_JIS, declared", "shift_jis", JAPANESE, declared="Shift_JIS")
_encoded("EUC-JP, declared", "euc_jp", JAPANESE, declared="euc-jp")
_encoded("GB2312, declared", "gb2312", CHINESE, declared="gb2312")
_encoded("Shift_JIS, undeclared", "shift_jis", JAPANESE)
_encoded("EUC-JP, undeclared", "euc_jp", JAPANESE)
_encoded("GB2312, undeclared", "gb2312", CHINESE)
_encoded("Latin-1 declared as UTF-8", "latin-1", WESTERN, declared="utf-8")
_encoded("UTF-8 declared as Shift_JIS", "utf-8", JAPANESE, declared="shift_jis")
_encoded("UTF-8 declared as UTF-16", "utf-8", WESTERN, declared="utf-16")
_encoded("an encoding that does not exist", "utf-8", WESTERN, declared="utf-9000")


@kind("UTF-16 without a mark", 40, refused="not a text file (it contains NUL bytes)")
def _utf16_unmarked(form: str, n: int) -> bytes:
    return article(form, SENTENCE * n).encode("utf-16-le")


@kind("UTF-8 cut inside a character", 40)
def _cut(form: str, n: int) -> bytes:
    return article(form, "é" * n).encode()[:-20].rstrip(b"\xa9")


# -- line ends and characters ---------------------------------------------------------------------


@kind("CRLF", 200)
def _crlf(form: str, n: int) -> bytes:
    return article(form, f"{SENTENCE}\n\n" * n).replace("\n", "\r\n").encode()


@kind("mixed line ends", 200)
def _mixed_ends(form: str, n: int) -> bytes:
    ends = ("\n", "\r\n", "\r", "\n\r", "\u2028", "\x85", "\x0b", "\x0c")
    mixed = "".join(SENTENCE + ends[i % len(ends)] for i in range(n))
    return article(form, mixed).replace("\n", "\r\n", 3).encode()


@kind("few NUL characters", 200)
def _few_nul(form: str, n: int) -> bytes:
    return article(form, f"{SENTENCE}\0{SENTENCE * 8}" * n).encode()


@kind("many NUL characters", 400, refused="not a text file (it contains NUL bytes)")
def _many_nul(form: str, n: int) -> bytes:
    return article(form, "rye\0\0" * max(n, 200)).encode()


def _each(characters: str) -> Callable[[int], str]:
    """Words with each of these characters before, within and behind them, again and again."""
    return lambda n: "".join(f"{c}rye{c}bread{c} {c} " for c in characters[: max(n, 1)]) * (n // len(characters) + 1)


CONTROLS = "".join(map(chr, [*range(1, 9), *range(14, 32), *range(127, 160)]))
body("control characters", 300, _each(CONTROLS))
body("zero-width characters", 300, _each("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"))
body("no-break spaces", 300, _each("\u00a0\u202f\u2007\u3000"))
body("bidirectional marks", 300, _each("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))
body("characters that are none", 300, _each("\ufffe\uffff\ufdd0\ufdef\U0001ffff\U0010ffff\ue000\ufffd"))
body("accents without letters", 300_000, lambda n: "e" + "\u0301" * n)
body("accents upon letters", 100_000, lambda n: "e\u0301" * n)
body("letters that fold to several", 20_000, lambda n: "ßßİŉǰΐﬃﬁ" * (n // 8) + " " + "İstanbul ß ﬁne ŉ " * (n // 16))
body("faces", 50_000, lambda n: "👩‍👩‍👧‍👦🏳️‍🌈" * (n // 11))


# -- front matter ---------------------------------------------------------------------------------


def _front(name: str, size: int, head: Callable[[int], str], forms: tuple[Form, ...] = ("md",)) -> None:
    """Enter a kind whose nastiness stands in the metadata."""

    def make(form: str, n: int) -> bytes:
        return article(form, PROSE * 3, head=head(n)).encode()

    KINDS[name] = Kind(name, make, forms, size)


_front("impossible dates", 50, lambda n: "".join(f"date{i}: 2024-13-{i + 40}\n" for i in range(n)))
_front(
    "dates of every kind", 12, lambda n: "date: 0000-00-00\nat: 99:99:99\nago: 2024-02-30T25:61:61Z\n" + "n: 1_0\n" * 1
)
_front("keys given again", 3_000, lambda n: "title: Rye\n" * n)
_front("anchors", 1_000, lambda n: "".join(f"k{i}: &a{i} rye\nl{i}: *a{i}\n" for i in range(n)))
_front(
    "alias bomb",
    30,
    lambda n: "b0: &b0 [x, x]\n" + "".join(f"b{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, n + 1)),
)
_front("alias bomb as keywords", 30, lambda n: KINDS["alias bomb"].make("md", n).decode().split("\n",
4)[4].split("---")[0]
       + f"tags: *b{n}\n")  # fmt: skip
_front("an alias of itself", 10, lambda n: "a: &a [*a]\nb: &b {c: *b}\n" + "".join(f"d{i}: *a\n" for i in range(n)))
_front("merge keys", 300, lambda n: "base: &base {a: 1}\n" + "".join(f"m{i}: {{<<: *base}}\n" for i in range(n)))
_front(
    "templates in front matter",
    100,
    lambda n: "".join(
        f"t{i}: {{{{ page.title }}}}\nu{i}: {{% if x %}}y{{% endif %}}\nv{i}: <%= title %>\nw{i}: ${{x}}\n"
        for i in range(n)
    ),
)
_front(
    "tags that name code", 20, lambda n: "".join(f"p{i}: !!python/object/apply:os.system ['true']\n" for i in range(n))
)
_front("128 tags", 128, lambda n: "tags:\n" + "".join(f"  - rye bread of kind {i}\n" for i in range(n)))
_front("tags in one line", 128, lambda n: "tags: [" + ", ".join(f"rye bread {i}" for i in range(n)) + "]\n")
_front("a long value", 100_000, lambda n: f"note: {'rye bread ' * (n // 10)}\n")
_front("a long key", 5_000, lambda n: f"{'k' * n}: rye\n")
_front("many keys", 3_000, lambda n: "".join(f"key{i}: value {i}\n" for i in range(n)))
_front("nested lists as values", 20_000, lambda n: f"tags: {'[' * n}\n")
_front("nested lists that close", 20_000, lambda n: f"tags: {'[' * n}{']' * n}\n")
_front("nested mappings by indent", 300, lambda n: "".join(f"{' ' * i}k{i}:\n" for i in range(n)))
_front("a literal block", 5_000, lambda n: "note: |\n" + "  A loaf of rye.\n" * n)
_front("quotes without end", 20_000, lambda n: f'note: "{"rye " * n}\n')
_front("tabs for indent", 300, lambda n: "list:\n" + "\t- rye\n" * n)


@kind("front matter that never closes", 5_000, ("md",))
def _unclosed(form: str, n: int) -> bytes:
    return ("---\ntitle: Rye bread\n" + f"{SENTENCE}\n" * n).encode()


@kind("lines of hyphens", 5_000, ("md",))
def _hyphens(form: str, n: int) -> bytes:
    return ("---\n\n" * n + PROSE).encode()


@kind("TOML: keys, tables and strings", 1_000, ("md",))
def _toml(form: str, n: int) -> bytes:
    tables = "".join(f"[t{i}.a]\nk = '''rye\n'''\n[[u{i}]]\nd = 1979-05-27\n" for i in range(n))
    return f'+++\ntitle = "Rye \\u00e9"\ndate = 2024-01-01\n{tables}+++\n\n{PROSE * 3}\n'.encode()


@kind("TOML: nested arrays", 20_000, ("md",))
def _toml_arrays(form: str, n: int) -> bytes:
    return f'+++\ntitle = "Rye"\ntags = {"[" * n}{"]" * n}\n+++\n\n{PROSE * 3}\n'.encode()


@kind("TOML: dotted keys", 3_000, ("md",))
def _toml_dotted(form: str, n: int) -> bytes:
    return f'+++\ntitle = "Rye"\n{".".join(["a"] * n)} = 1\n+++\n\n{PROSE * 3}\n'.encode()


@kind("JSON: many keys", 3_000, ("md",))
def _json(form: str, n: int) -> bytes:
    fields = {"title": "Rye bread", "description": "Rye \u00e9 \U0001f35e", "keywords": ["rye bread"]}
    return (json.dumps({**fields, **{f"k{i}": [i] for i in range(n)}}, indent=1) + f"\n\n{PROSE * 3}\n").encode()


@kind("JSON: nested and open", 20_000, ("md",))
def _json_deep(form: str, n: int) -> bytes:
    return ('{"a":' * n + f"\n\n{PROSE * 3}\n").encode()


@kind("JSON: a string without end", 50_000, ("md",))
def _json_string(form: str, n: int) -> bytes:
    return ('{"title": "' + "\\u00e9\\" * n + f"\n\n{PROSE * 3}\n").encode()


# -- long and many --------------------------------------------------------------------------------

body("a line of 283,399 characters", 283_399, lambda n: (SENTENCE * (n // len(SENTENCE) + 1))[:n])
body("200,000 words", 200_000, lambda n: "rye bread keeps well. " * (n // 4))
body("200,000 words without a stop", 200_000, lambda n: "rye bread keeps well and " * (n // 5))
body("200,000 different words", 200_000, lambda n: " ".join(f"rye{i}" for i in range(n)))
body("a word of a megabyte", 1_000_000, lambda n: "a" * n)
body("a number of a megabyte", 1_000_000, lambda n: "7" * n)
body("letters and digits by turns", 500_000, lambda n: "a1" * (n // 2))
body("base64 of a megabyte", 1_000_000, lambda n: "QUFB+/09" * (n // 8))
body("a word of vowels", 300_000, lambda n: "aeiouy" * (n // 6))
body("a sentence without blanks", 60_000, lambda n: "面包" * (n // 2))
body("Japanese by the page", 60_000, lambda n: JAPANESE * (n // 30))
body("Thai without blanks", 60_000, lambda n: "ขนมปัง" * (n // 6))
body("blank lines", 300_000, lambda n: "\n" * n)
body("blanks", 300_000, lambda n: " " * n + "x" + " \t" * (n // 2))
body("stops", 30_000, lambda n: "a. " * n)
body("marks", 60_000, lambda n: "?!…" * (n // 3) + " ." * (n // 3))
body("capitals with stops", 60_000, lambda n: "U.S.A." * (n // 6) + " e.g. i.e. Dr. No. " * (n // 24))
body("apostrophes", 60_000, lambda n: "a'" * (n // 2) + " don't've " * (n // 12) + "’" * (n // 4))
body("hyphens", 60_000, lambda n: "rye-" * (n // 4) + " -" * (n // 4) + "—" * (n // 4))
body("dots and commas in numbers", 60_000, lambda n: "1.000," * (n // 6) + " 1,2" * (n // 6))


@kind("a page of 850 kB", 850, ("html",))
def _page(form: str, n: int) -> bytes:
    part = f"<div class='c'><h2>Rye</h2><p>{SENTENCE * 8}</p><ul><li><a href='/x'>Rye</a></li></ul></div>\n"
    return article(form, part * (n * 1000 // len(part))).encode()


@kind("a page of menus", 3_000, ("html",))
def _menus(form: str, n: int) -> bytes:
    menu = "<nav><ul>" + "<li><a href=/x>Rye bread</a>" * n + "</ul></nav>"
    return article(form, f"{menu}<p>{PROSE}</p>{menu}").encode()


@kind("many keywords", 1_000)
def _keywords(form: str, n: int) -> bytes:
    return article(form, PROSE * 40, keywords=", ".join(f"rye bread {i}" for i in range(n))).encode()


@kind("one keyword of many words", 3_000)
def _long_keyword(form: str, n: int) -> bytes:
    return article(form, PROSE * 40, keywords="rye bread " * (n // 2)).encode()


@kind("one keyword, always said", 20_000)
def _said(form: str, n: int) -> bytes:
    return article(form, "rye bread " * n).encode()


@kind("a title without end", 100_000)
def _title(form: str, n: int) -> bytes:
    return article(form, PROSE * 3, title="Rye bread " * (n // 10)).encode()


# -- nested and never closed ----------------------------------------------------------------------

for _name, _mark in {
    "open brackets": "[", "open parentheses": "(", "open braces": "{", "quotation marks": '"', "curly quotes": "“",
    "pointed quotes": "«", "low quotes": "„", "single quotes": "'", "backticks": "`", "stars": "*a ",
    "double stars": "**a ",
    "underscores": "_a", "tildes": "~~a ", "less-than signs": "<", "image openings": "![a](", "link openings": "[a](",
    "reference openings": "[a][", "autolinks": "<http://", "dollars": "$a ", "pipes": "|", "ampersands": "&a",
    "backslashes": "\\", "colons": ":a:", "carets": "[^", "hashes": "#",
}.items():  # fmt: skip
    body(_name, 20_000, lambda n, mark=_mark: mark * n)  # type: ignore[misc]
for _name, _open, _close in (
    ("nested brackets", "[", "]"), ("nested parentheses", "(", ")"), ("nested braces", "{", "}"),
    ("nested quotes", "“", "”"), ("nested pointed quotes", "«", "»"), ("nested links", "[a", "](b)"),
    ("nested emphasis", "*a **b", "** *"),
):  # fmt: skip
    body(_name, 20_000, lambda n, a=_open, b=_close: a * n + "x" + b * n)  # type: ignore[misc]
body("nested lists in one line", 20_000, lambda n: "- " * n + "x", ("md", "txt"))
body("nested quotations in one line", 20_000, lambda n: "> " * n + "x", ("md", "txt"))
body("nested lists by indent", 300, lambda n: "".join(" " * (2 * i) + "- x\n" for i in range(n)), ("md", "txt"))
body("lists and quotations by turns", 5_000, lambda n: "> - 1. " * n + "x", ("md",))
body("fences that do not match", 5_000, lambda n: "```a\nx\n~~~\n````\n" * n, ("md", "txt"))
body("fences ever longer", 400, lambda n: "".join("`" * (3 + i) + "\nx\n" for i in range(n)), ("md",))
body("backtick runs ever longer", 400, lambda n: "".join("`" * i + " a " for i in range(1, n)), ("md",))
body("a wide table of short rows", 1_000, lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "a\n" * n, ("md",))
body(
    "a wide table of short rows in a quotation",
    1_000,
    lambda n: "> " + "|a" * n + "|\n> " + "|-" * n + "|\n" + "> a\n" * n,
    ("md",),
)
body(
    "wide tables of short rows",
    1_000,
    lambda n: ("|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "a\n" * 100 + "\n") * (n // 40 + 1),
    ("md",),
)
body(
    "wide tables of short rows without a blank line",
    1_000,
    lambda n: ("|a" * n + "|\n" + "|-" * n + "|\n" + "a\n" * (n // 2) + "# b\n") * 2,
    ("md",),
)
body("an HTML table of many columns", 2_000, lambda n: "<table><tr>" + "<td>a" * n + "</table>\n")
body("HTML tables in cells", 1_000, lambda n: "<table><tr><td>a" * n + "\n")
body("cells that span all", 2_000, lambda n: "<table>" + "<tr><td colspan=1000 rowspan=65000>a" * n + "</table>\n")
body("a table of many columns", 2_000, lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|x" * n + "|\n", ("md",))
body("a table of many rows", 10_000, lambda n: "|a|b|\n|-|-|\n" + "|x|y|\n" * n, ("md",))
body("footnotes", 5_000, lambda n: "[^1]: x\n\n" * n + "[^1]" * n, ("md",))
body("link references", 5_000,
lambda n: "".join(f"[r{i}]: /x\n" for i in range(n)) + "".join(f"[r{i}] " for i in range(n)),
     ("md",))  # fmt: skip
body("headings", 3_000, lambda n: "# One\n\n#### Four\n\n" * n, ("md",))
body("headings underlined", 3_000, lambda n: "Rye\n===\n\nBread\n---\n\n" * n, ("md", "txt"))
body("admonitions", 3_000, lambda n: "!!! note\n    rye\n\n" * n + ":::tip\n" * n, ("md",))
body("labels", 5_000, lambda n: "Meta Description: rye\nKeywords: rye\n" * n, ("md", "txt"))
body("labels in one line", 5_000, lambda n: "Keywords: rye " * n, ("md", "txt"))
body("comments that suppress", 2_000, lambda n: "<!-- seocheck-disable-next-line title -->\nrye\n" * n, ("md",))
body("comments that never end", 2_000, lambda n: "<!-- seocheck-disable headings\n" * n, MARKUP)
body("shortcodes", 5_000, lambda n: "{{< a >}}{{% b %}}x{{% /b %}}" * n, ("md",))
body("shortcodes behind an accent", 5_000, lambda n: "é" + "{{< a >}} rye " * n, ("md",))
body("templates that never close", 5_000, lambda n: "{% if x %}{{ y {# z " * n, ("md",))
body("HTML in Markdown, never closed", 5_000, lambda n: "<div><span a='\n\n<script>\n" * n, ("md",))
body("details in Markdown", 2_000, lambda n: "<details>\n\nrye\n\n" * n + "</details>\n" * n, ("md",))
body("images without alt", 5_000, lambda n: "![](a.png) ![rye bread](b.png)\n\n" * n, ("md",))
body("links to click here", 5_000, lambda n: "[click here](/x) [](/y)\n\n" * n, ("md",))

body("expressions in a tag that never closes", 400, lambda n: "<a " + "{}" * n, ("md",))
body("braces around tags that never close", 20_000, lambda n: "<a}{" * n, ("md", "mdx"))
body("code among sentences", 10_000, lambda n: "Rye `bread` keeps well. " * n, ("md",))
body("links among sentences", 10_000, lambda n: "Rye [bread](/x) keeps well. " * n, ("md",))
body("formulas", 5_000, lambda n: "$a_b$ $$c^{d}$$ \\(e\\) " * n, ("md",))
body("definition lists", 5_000, lambda n: "Rye\n: bread\n\n" * n, ("md",))
body("words with accents and places", 5_000, lambda n: "é TODO: rye {{ x }} " * n, ("md",))

body("MDX: {a{a{a", 20_000, lambda n: "{a" * n, ("mdx",))
body("MDX: strings that never close", 5_000, lambda n: "{'a` \"${ " * n, ("mdx",))
body("MDX: nested templates", 2_000, lambda n: "{`${" * n + "}`}" * n, ("mdx",))
body("MDX: open tags", 20_000, lambda n: "<A b={" * n, ("mdx",))
body("MDX: nested tags", 5_000, lambda n: "<A>\n" * n + "rye\n" + "</A>\n" * n, ("mdx",))
body("MDX: imports", 3_000, lambda n: "import A from 'a'\n" * n + "\nexport const b = {\n" * n, ("mdx",))
body("MDX: comments", 3_000, lambda n: "{/* a\n" * n, ("mdx",))

body("tags", 20_000, lambda n: "<div>" * n, ("html",))
body("tags that close alone", 20_000, lambda n: "</p></div>" * n, ("html",))
body("tags crossed", 10_000, lambda n: "<b><i><p></b></i>" * n, ("html",))
body("an attribute without end", 20_000, lambda n: "<a href=" * n, ("html",))
body("a quoted attribute without end", 20_000, lambda n: "<a href='" * n, ("html",))
body("attributes", 20_000, lambda n: "<p " + "".join(f"a{i}=1 " for i in range(n)) + ">rye</p>", ("html",))
body("comments", 20_000, lambda n: "<!--" * n, ("html",))
body("comments that half close", 20_000, lambda n: "<!-- --!> -- > " * n, ("html",))
body("scripts that never close", 5_000, lambda n: "<script>'</scrip " * n, ("html",))
body("CDATA", 5_000, lambda n: "<![CDATA[ rye ]] >" * n, ("html",))
body("entities", 20_000, lambda n: "&amp;&#120;&nosuch;&#x110000;&#0;&notin" * (n // 4), MARKUP)
body("tables in tables", 1_000, lambda n: "<table><tr><td>" * n + "rye" + "</table>" * n, ("html",))
body("paragraphs in spans", 5_000, lambda n: "<span><p>" * n + SENTENCE, ("html",))
body("formatting that is never closed", 5_000, lambda n: "<p><b><i><u>rye" * n, ("html",))
body("forms and selects", 3_000, lambda n: "<form><select><option>rye" * n, ("html",))
body("templates and vector images", 3_000, lambda n: "<template><svg><foreignObject><p>rye" * n, ("html",))
body("headings and line breaks", 5_000, lambda n: "<h2>rye<br>" * n, ("html",))
body("code in HTML", 10_000, lambda n: "Rye <code>bread</code> keeps <a href='/x'>well</a>. " * n, ("html",))
body("plaintext", 1_000, lambda n: "<plaintext>" + SENTENCE * n, ("html",))


@kind("entity bomb", 12, ("html",))
def _entities(form: str, n: int) -> bytes:
    entities = '<!ENTITY e0 "rye">' + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, n))
    page = article(form, f"{PROSE} &e{n - 1}; &e0; <!ENTITY x SYSTEM 'file:///etc/hostname'> &x;")
    return page.replace("<!doctype html>", f'<?xml version="1.0"?>\n<!DOCTYPE html [{entities}]>').encode()


@kind("many meta elements", 5_000, ("html",))
def _metas(form: str, n: int) -> bytes:
    return article(form, PROSE * 3, head='<meta name="keywords" content="rye">\n' * n).encode()


@kind("structured data", 500, ("html",))
def _json_ld(form: str, n: int) -> bytes:
    part = '<script type="application/ld+json">{"@type": "Article", "keywords": "rye", "description": "rye"}</script>\n'
    return article(form, PROSE * 3, head=part * n).encode()


@kind("structured data, nested and open", 20_000, ("html",))
def _json_ld_deep(form: str, n: int) -> bytes:
    head = (
        f'<script type="application/ld+json">{"[" * n}</script>\n<script type="application/ld+json">{{"a":' + '"\\' * n
    )
    return article(form, PROSE * 3, head=f"{head}</script>\n").encode()


# -- runs that look like addresses ----------------------------------------------------------------

body("e-mail-like runs", 60_000, lambda n: "a@" * (n // 4) + " " + "a." * (n // 4))
body("e-mail addresses", 5_000, lambda n: "a@b.example " * n)
body("e-mail addresses without end", 60_000, lambda n: "a.b-c_d+" * (n // 8) + "@" + "b." * (n // 8))
body("URL-like runs", 30_000, lambda n: "http://" * (n // 8) + " " + "www." * (n // 8) + " " + "a.b/c?d=e&" * (n // 12))
body("addresses", 5_000, lambda n: "see https://a.example/b_(c)?d#e, " * n)
body("an address without end", 200_000, lambda n: "https://a.example/" + "b/" * (n // 2))
body("file names and paths", 5_000, lambda n: "C:\\a\\b.txt /usr/local/bin a/b/c.tar.gz " * n)
body("domains", 30_000, lambda n: "a.example." * (n // 10) + " a.b.c.d " * (n // 20))
body("handles and hashtags", 10_000, lambda n: "@rye #bread " * n + "@" * n + "#" * n)
