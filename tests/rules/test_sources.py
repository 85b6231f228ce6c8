"""What rules quote is what was read: docs/sources.yml has every address that they cite, and every quotation."""

from __future__ import annotations

import re
import sys
from datetime import date

import msgspec
import pytest

from seocheck.rulekit.registry import load_rules
from tests.support import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from google_examples import AGAINST, guides

ADDRESS = re.compile(r"https?://[^\s,;<>]+")
QUOTATION = re.compile(r'"([^"]+)"')
READ = re.compile(r"^Read: (\S+)\.$", re.MULTILINE)


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page, a standard, a study or a program that rules cite."""

    id: str
    url: str
    title: str
    owner: str
    dated: str
    """The owner's own date: a day, a month or a year; empty where there is none."""

    read: str
    verified: str = ""
    quotes: tuple[str, ...] = ()


def sources() -> list[Source]:
    """All of docs/sources.yml."""
    return msgspec.yaml.decode((ROOT / "docs" / "sources.yml").read_bytes(), type=list[Source])


SOURCES = {source.url: source for source in sources()}


def page(address: str) -> str:
    """The address of the page: without a fragment, and without what closes the sentence around it."""
    address = address.rstrip(".:")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(".:")
    return address.partition("#")[0]


def plain(words: str) -> str:
    """A quotation on one line, with single quotation marks inside, as docstrings have it."""
    return " ".join(words.replace('"', "'").split())


def cited(text: str) -> dict[str, None]:
    """The pages that a text cites, in their order."""
    return dict.fromkeys(page(address) for address in ADDRESS.findall(text))


def quoted(text: str) -> set[str]:
    """What a text quotes."""
    return {plain(words) for words in QUOTATION.findall(text)}


def evidence(rule: str) -> str:
    """The section on evidence."""
    return load_rules()[rule].section("Evidence")


def sayable(pages: dict[str, None]) -> set[str]:
    """What may stand in quotation marks beside these pages: quotations of them, and their titles."""
    found = [SOURCES[address] for address in pages if address in SOURCES]
    return {plain(words) for source in found for words in (*source.quotes, source.title)}


@pytest.mark.parametrize("rule", load_rules())
def test_the_addresses_are_in_the_file(rule: str) -> None:
    unknown = [address for address in cited(evidence(rule)) if address not in SOURCES]
    assert not unknown, f"{rule}: add these to docs/sources.yml: {unknown}"


@pytest.mark.parametrize("rule", load_rules())
def test_the_quotations_stand_under_an_address_that_the_rule_cites(rule: str) -> None:
    text = evidence(rule)
    strange = quoted(text) - sayable(cited(text))
    assert not strange, f"{rule}: not in docs/sources.yml under an address that it cites: {sorted(strange)}"


@pytest.mark.parametrize("rule", load_rules())
def test_a_quotation_stands_in_straight_double_quotation_marks(rule: str) -> None:
    text = evidence(rule)
    assert text.count('"') % 2 == 0
    assert not set(text) & set("“”„«»")


@pytest.mark.parametrize("rule", load_rules())
def test_no_source_was_read_before_the_rule_that_read_it_last(rule: str) -> None:
    text = evidence(rule)
    read = READ.findall(text)[-1]
    for address in cited(text):
        assert SOURCES[address].read >= read, f"{rule}: it was read on {read}; say so at {SOURCES[address].id}"


def test_what_speaks_against_our_findings_is_quoted_as_it_was_read() -> None:
    pages = cited(AGAINST)
    assert pages
    assert quoted(AGAINST) <= sayable(pages)


def test_the_pages_of_the_examples_are_in_the_file() -> None:
    assert {guide.address for guide in guides()} <= set(SOURCES)


def test_nothing_in_the_file_is_cited_by_nobody() -> None:
    texts = [*map(evidence, load_rules()), AGAINST]
    assert set(SOURCES) - {address for text in texts for address in cited(text)} == set()


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.id)
def test_nothing_in_the_file_is_quoted_by_nobody(source: Source) -> None:
    texts = [*map(evidence, load_rules()), AGAINST]
    used = set().union(*(quoted(text) for text in texts if source.url in cited(text)))
    assert {plain(words) for words in source.quotes} <= used


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.id)
def test_a_source_is_complete(source: Source) -> None:
    assert source.title
    assert source.owner
    assert page(source.url) == source.url
    assert ADDRESS.fullmatch(source.url)
    assert bool(source.quotes) == bool(source.verified), "quotes are verified, and nothing else is"
    assert len(set(source.quotes)) == len(source.quotes)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.id)
def test_its_dates_are_dates(source: Source) -> None:
    read = date.fromisoformat(source.read)
    assert date(2026, 1, 1) <= read <= max(date.today(), date(2026, 11, 30))
    if source.dated:
        full = f"{source.dated}-01-01"[:10] if len(source.dated) < 10 else source.dated
        assert re.fullmatch(r"\d{4}(?:-\d\d){0,2}", source.dated)
        assert date.fromisoformat(full) <= read


def test_no_id_and_no_page_is_there_twice() -> None:
    assert len({source.id for source in sources()}) == len(SOURCES) == len(sources())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as told at https://example.org/a/#part. Next", "https://example.org/a/"),
        ("(read in https://example.org/a).", "https://example.org/a"),
        ("https://example.org/a_(b): so", "https://example.org/a_(b)"),
        ("<https://example.org/a>)", "https://example.org/a"),
    ],
)
def test_addresses_in_sentences(text: str, expected: str) -> None:
    assert list(cited(text)) == [expected]


def test_a_made_up_quotation_is_noticed() -> None:
    known = next(source for source in sources() if source.quotes)
    said = f'Their words: "{known.quotes[0]} and more", {known.url}.'
    assert quoted(said) - sayable(cited(said))
    said = f'Their words: "{plain(known.quotes[0])}", {known.url}.'
    assert not quoted(said) - sayable(cited(said))
