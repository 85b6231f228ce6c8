"""What a page shows, without what it doesn't; and nothing on it takes time that grows with its square."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.analysis.elsewhere.shown_text import shown_text
from tests.support import assert_linear

HEAD = "<title>Rye bread</title><meta name=description content='Rye bread of Mill Street, baked by Ada Fenn in 1987.'>"


def test_what_is_shown() -> None:
    page = (
        "<p>Rye <b>bread</b></p><!-- <p>wheat</p> --><SCRIPT>var oats = '<p>';</SCRIPT ><svg><text>spelt</text></svg>"
        "<select><option selected>barley<option>millet</select><noscript>maize</noscript><scripted>keeps</scripted>"
    )
    assert shown_text(page).split() == ["Rye", "bread", "keeps"]


def test_what_never_ends_is_shown() -> None:
    assert shown_text("<p>Rye<svg><p>bread <!-- keeps").split() == ["Rye", "bread", "<!--", "keeps"]


@pytest.mark.parametrize(
    "piece",
    [
        "<option>rye", "<script>", "<svg>", "<!--", "<noscript>a", "<img alt='rye bread' ", "<img alt='a b'>",
        "<footer><div class=contact>", "<a href=x><div>rye</div><p>bread", "<h2>rye ", "<article>",
        "<footer><address>" + "x" * 40, "<div class=",
    ],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    def run(size: int) -> None:
        page = (
            f"<html><head>{HEAD}<meta name=keywords content='rye bread, mill'></head><body><p>It keeps.{piece * size}"
        )
        seocheck.check_text(page, path="a.html", settings={})

    run(1)
    assert_linear(run, 1500)


def test_a_script_in_a_footer_takes_no_time_that_grows_with_its_square() -> None:
    def run(size: int) -> None:
        footer = f"<footer><div class='contact'><script>{'a' * size}</script>Mill Street 4</div></footer>"
        page = f"<html><head>{HEAD}<meta name=keywords content='rye bread, mill'></head><body><p>It keeps.{footer}"
        seocheck.check_text(page, path="a.html", settings={})

    run(1)
    assert_linear(run, 20_000)
