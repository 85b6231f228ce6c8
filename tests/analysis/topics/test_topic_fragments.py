"""What a text says again and again and is no topic; and what looks like it and is one."""

from __future__ import annotations

import pytest

import seocheck

FILLER = """
The yard is wide and quiet in the morning. Nobody comes before eight, and the cat sleeps on the wall until the sun has
gone round the corner. When it rains, the steps are slow to dry, and the man from the second floor puts sand on them.
In winter the gutter freezes, and somebody has to climb up with a kettle. We paint what is made of wood each spring,
and oil what is made of iron each autumn. The rest looks after itself, as it did a hundred years ago.
"""


def topics(text: str, keywords: str = "[cat]", title: str = "About the yard") -> str:
    """What the rule says of an article in two sections, whose subheading names nothing."""
    article = f"---\ntitle: {title}\nlang: en\nkeywords: {keywords}\n---\n\n{FILLER}\n\n{text}"
    report = seocheck.check_text(article, path="a.md", settings={}, select=["keywords/undeclared-topic"])
    return " ".join(finding.message for finding in report.findings)


def test_a_noun_with_its_verb() -> None:
    text = """
The pump motor turns a wheel. Each pump motor turns the shaft as well.

## Later

A pump motor turns nothing in winter. In summer the pump motor turns it all day. The pump motor turns a belt, too.
"""
    said = topics(text)
    assert "turns" not in said
    assert "“pump motor”" in said


@pytest.mark.parametrize("noun", ["garden walls", "time series"])
def test_a_plural_is_no_verb(noun: str) -> None:
    text = f"""
The {noun} are old. We look at the {noun} in spring. Nobody counts {noun} that long.

## Later

The {noun} of the neighbours are older. There are {noun} everywhere. We keep the {noun} in order.
"""
    assert f"“{noun}”" in topics(text)


def test_a_verb_with_its_object() -> None:
    text = """
To mend gutters takes a ladder. You can mend gutters in an hour. Nobody likes to mend gutters.

## Later

We mend gutters in spring. They mend gutters in autumn. Use a ladder to mend gutters.
"""
    assert "mend gutters" not in topics(text)


def test_a_noun_after_to_is_no_verb() -> None:
    text = """
We come back to water wheels. The old water wheels turn slowly. It is close to water wheels.

## Later

A lot leads to water wheels. You need oil for water wheels. He went to water wheels again.
"""
    assert "“water wheels”" in topics(text)


def test_speakers_of_a_dialogue() -> None:
    lines = [f"**{name}:** The wall number {n} is wet." for n in range(4) for name in ("Ida Moss", "Per Dahl")]
    said = topics("\n\n".join([*lines[:4], "## Later", *lines[4:]]))
    assert "Ida Moss" not in said
    assert "Per Dahl" not in said


def test_where_news_begins() -> None:
    lines = [f"PORT ELLEN — The wall number {n} is wet." for n in range(6)]
    assert "PORT ELLEN" not in topics("\n\n".join([*lines[:3], "## Later", *lines[3:]]))


def test_a_person_whom_the_text_is_about() -> None:
    lines = [f"Ida Moss: wall number {n}, as Ida Moss calls it. Nobody but Ida Moss knows why." for n in range(4)]
    assert "“Ida Moss”" in topics("\n\n".join([*lines[:2], "## Later", *lines[2:]]))


def test_a_month_with_its_year() -> None:
    lines = [f"In May 2024 the wall number {n} was wet." for n in range(6)]
    assert "May" not in topics("\n\n".join([*lines[:3], "## Later", *lines[3:]]))


def test_what_a_keyword_says_as_one_word() -> None:
    text = """
The rain water runs off. The rain water freezes. Rain water is soft.

## Later

We drink the rain water. The rain water is free. No rain water, no beans.
"""
    assert "“rain water”" in topics(text).casefold()
    assert "rain water" not in topics(text, keywords="[rainwater]").casefold()


def test_the_name_of_the_site() -> None:
    text = """
The Yard Weekly comes on Friday. The Yard Weekly is free. Read the Yard Weekly.

## Later

The Yard Weekly is old. Nobody reads the Yard Weekly twice. We print the Yard Weekly here.
"""
    assert "“Yard Weekly”" in topics(text)
    assert "Yard Weekly" not in topics(text, title="About the yard | Yard Weekly")
