"""Every kind of nasty file: a report that holds, or one clear line; and work that grows with the size, not faster."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.base.positions import LineIndex
from seocheck.check.reporter import check_article, read_article
from seocheck.config import Plan, Settings, make_plan
from seocheck.errors import UnreadableError
from seocheck.formats.people.styled import Styled
from seocheck.formats.people.text import article_lines
from seocheck.model.article import Source
from seocheck.model.report import Report
from seocheck.readers import decode
from seocheck.rulekit.registry import load_rules
from tests.robustness.generators import KINDS, Kind
from tests.robustness.invariants import hold_for_article, hold_for_report
from tests.support import no_hang

CASES = [(name, form) for name, kind in KINDS.items() for form in kind.forms]
PART = 80
"""The part of a kind's full size that is checked here; `tools/nasty.py` checks them at the full one."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    """All rules, also those that are off by default."""
    return every_rule()


def every_rule() -> Plan:
    off = [name for name, loaded in load_rules().items() if loaded.rule.severity == "off"]
    return make_plan(Settings(severities=dict.fromkeys(off, "note")))


def checked(data: bytes, path: str, plan: Plan) -> tuple[Source, Report]:
    source = decode(data, path)
    article = read_article(source, plan)
    hold_for_article(article)
    return source, check_article(article, plan)


def refused(kind: Kind, form: str) -> bool:
    """In HTML a byte order is also told by the NUL bytes themselves."""
    return bool(kind.refused) and not (kind.name.startswith("UTF-16") and form == "html")


@pytest.mark.parametrize(("name", "form"), CASES)
def test_a_report_or_one_clear_line(name: str, form: str, plan: Plan) -> None:
    kind = KINDS[name]
    for size in (1, max(kind.size // PART, 12)):
        data = kind.make(form, size)
        if refused(kind, form):
            with pytest.raises(UnreadableError) as caught:
                decode(data, f"a.{form}")
            assert caught.value.reason == kind.refused
            continue
        source, report = checked(data, f"a.{form}", plan)
        hold_for_report(report, source.text)
        assert report.encoding.startswith(kind.encoding)


# -- what an encoding says, it says in all forms --------------------------------------------------


@pytest.mark.parametrize("name", ["UTF-8", "UTF-8 with a byte order mark", "UTF-16 with a mark", "Latin-1"])
@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_the_words_are_read_whatever_the_encoding(name: str, form: str, plan: Plan) -> None:
    _, report = checked(KINDS[name].make(form, 20), f"a.{form}", plan)
    words = "ライ麦のパンは一週間もちま" if "16" in name else "Ein Brot aus"
    assert report.title is not None
    assert report.title.text.startswith(words[:12])


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Shift_JIS, declared", "cp932"), ("EUC-JP, declared", "euc_jp"), ("GB2312, declared", "gb18030")],
)
def test_a_declared_encoding_is_used(name: str, encoding: str, plan: Plan) -> None:
    _, report = checked(KINDS[name].make("html", 20), "a.html", plan)
    assert report.title is not None
    assert report.title.text[:4] in ("ライ麦の", "黑麦面包")
    assert report.encoding == encoding


@pytest.mark.parametrize(
    "name", ["UTF-8 declared as Shift_JIS", "UTF-8 declared as UTF-16", "an encoding that does not exist"]
)
def test_a_wrongly_declared_encoding_does_not_spoil_utf_8(name: str, plan: Plan) -> None:
    _, report = checked(KINDS[name].make("html", 20), "a.html", plan)
    assert report.title is not None
    assert report.title.text[:4] in ("ライ麦の", "Ein ")


@pytest.mark.parametrize("name", [name for name in KINDS if name.endswith("bomb") or "nested lists" in name])
def test_front_matter_that_would_burst_is_one_finding_or_none(name: str, plan: Plan) -> None:
    kind = KINDS[name]
    if "md" not in kind.forms:
        pytest.skip("not in Markdown")
    _, report = checked(kind.make("md", kind.size), "a.md", plan)
    assert sum(finding.rule.startswith("front-matter/") for finding in report.findings) <= 1
    assert len(report.to_json()) < 200_000


# -- work grows with the size ---------------------------------------------------------------------

BYTES = 400
"""How much a kind holds at the least of the sizes that are compared."""


def work(data: bytes, path: str, plan: Plan) -> int:
    """How many functions are called or resumed, those of Python itself among them, in seocheck and in its libraries."""
    count = 0

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    try:
        source = decode(data, path)
    except UnreadableError:
        return 0
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        check_article(read_article(source, plan), plan)
    finally:
        sys.setprofile(before)
    return count


def faster_than_size(make: Callable[[int], bytes], size: int, path: str, plan: Plan) -> list[int]:
    """The work at ever doubled sizes where it grows faster than they do; empty where it does not.

    Twice as much added must not cost more than 2.6 times as much; a square costs four times as much. What begins at
    a certain size (a rule that wants so many words) makes one step only, and so the next is looked at, too.
    """
    with suppress(UnreadableError):
        checked(make(size * 4), path, plan)  # what is kept once is there, whatever ran before
    done = [work(make(size * times), path, plan) for times in (1, 2, 4)]
    for times in (8, 16):
        *_, first, second, third = done
        if third - second <= 2.6 * max(second - first, first / 3):
            return []
        done.append(work(make(size * times), path, plan))
    return done


GROWING = [name for name, kind in KINDS.items() if not kind.encoding and "declared" not in name]


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_with_the_size(name: str, plan: Plan) -> None:
    kind = KINDS[name]
    form = kind.forms[0]
    unit = (len(kind.make(form, 96)) - len(kind.make(form, 32))) / 64
    size = min(max(int(BYTES / max(unit, 0.05)), 2), kind.size)
    assert faster_than_size(lambda n: kind.make(form, n), size, f"a.{form}", plan) == []


def test_the_measure_sees_a_square(plan: Plan) -> None:
    """A file whose words grow with the square of its size is what the measure is to find."""

    def squared(n: int) -> bytes:
        return ("# Rye\n\n" + "A loaf of rye bread keeps for a week.\n\n" * (n * n)).encode()

    assert faster_than_size(squared, 2, "a.md", plan)


# -- what took minutes within a regular expression or a library -----------------------------------

HANGS: dict[str, tuple[str, str]] = {
    "ten expressions in a tag that never closes": ("md", "<details>\n</details " + "{%a%}" * 40 + "\n\nRye.\n"),
    "braces around tags that never close": ("md", "<div>\n" + "<a}{" * 20_000 + "\n"),
    "a tag's name without end": ("md", "<div>\n<" + "a" * 1_000_000 + "\n"),
    "imports without an expression among them": ("mdx", "import A from 'a'\n" * 15_000 + "\nRye {bread}.\n"),
    "marks before commas": ("html", "<p>Rye bread keeps well " + " -- > " * 16_000 + "</p>"),
    "addresses in one paragraph": ("md", "see https://a.example/b_(c)?d#e, " * 8_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HANGS)
def test_what_once_took_minutes_takes_moments(name: str, plan: Plan) -> None:
    form, text = HANGS[name]
    with no_hang(20):
        source, report = checked(text.encode(), f"a.{form}", plan)
    hold_for_report(report, source.text)


# -- what is far out on a long line ---------------------------------------------------------------


def test_a_place_far_out_does_not_run_into_what_is_beside_it(plan: Plan) -> None:
    line = " ".join(KINDS["CRLF"].make("html", 20).decode().split())
    _, report = checked(f"<!-- {'x' * 1_000_000} -->{line}".encode(), "a.html", plan)
    shown = "".join(piece.text for part in article_lines(report, verbose=True) for piece in [*part, Styled("\n")])
    places = re.findall(r"^ .*\b1:1000\d{3}(.?)", shown, re.MULTILINE)
    assert len(places) > 3
    assert set(places) <= {" ", ""}


def test_many_places_on_one_long_line() -> None:
    with no_hang(5):
        index = LineIndex("é🍞" * 1_000_000)
        last = [index.position(offset) for offset in range(0, 2_000_001, 100)][-1]
    assert (last.column, last.column_utf8, last.column_utf16) == (2_000_001, 6_000_001, 3_000_001)


@given(
    st.lists(st.sampled_from(["a" * 700, "é" * 500, "🍞" * 300, "\ud800", "\n", "\r\n", "\r", "x"]), max_size=8).map(
        "".join
    ),
    st.integers(-5, 6_000),
)
def test_columns_in_every_unit(text: str, offset: int) -> None:
    place = LineIndex(text).position(offset)
    before = re.split("\r\n|\n|\r", text[: place.offset])[-1]
    if text[place.offset - 1 : place.offset + 1] == "\r\n":
        return  # between the two there is no place on a line
    assert place.offset == min(max(offset, 0), len(text))
    assert place.column == len(before) + 1
    assert place.column_utf8 == len(before.encode("utf-8", "surrogatepass")) + 1
    assert place.column_utf16 == len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
