"""What only the listings of an article say is said: a command, a package, a function."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.model.report import KeywordResult
from tests.support import assert_linear

FENCE = "Look at this.\n\n```sh\n{}\n```\n"
LISTINGS = [
    FENCE,
    "Look at this.\n\n    {}\n",
    "Look at this.\n\n<pre><code>{}</code></pre>\n",
    "Look at this.\n\n{{% highlight sh %}}\n{}\n{{% endhighlight %}}\n",
    "Look at this.\n\n{{{{< highlight sh >}}}}\n{}\n{{{{< /highlight >}}}}\n",
]


def tag(declared: str, body: str, *, field: str = "tags", path: str = "a.md") -> KeywordResult:
    article = f"---\ntitle: x\nlang: en\n{field}: ['{declared}']\n---\n\n{body}\n"
    settings = {"tags_are_keywords": True}
    return seocheck.check_text(article, path=path, settings=settings, select=["keywords/unsupported"]).keywords[0]


def in_page(declared: str, body: str) -> KeywordResult:
    head = f"<title>x</title><meta name=keywords content='{declared}'>"
    page = f"<!doctype html><html lang=en><head>{head}</head><body><p>Look at this.</p>{body}</body></html>"
    return seocheck.check_text(page, path="a.html", settings={}, select=["keywords/unsupported"]).keywords[0]


@pytest.mark.parametrize("field", ["tags", "keywords"])
@pytest.mark.parametrize("listing", LISTINGS)
def test_in_every_form_of_a_listing(listing: str, field: str) -> None:
    assert tag("ovenctl", listing.format("ovenctl bake --now"), field=field).tier == "apart"
    assert tag("grill", listing.format("ovenctl bake --now"), field=field).tier == "absent"


def test_what_a_component_is_given() -> None:
    body = "Look at this.\n\n<Diagram chart={`flow\n  mill --> oven\n`} />\n\nThat was it."
    assert tag("mill", body, path="a.mdx").tier == "apart"
    assert tag("grill", body, path="a.mdx").tier == "absent"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("heatUntilDone", "oven.heatUntilDone(220)"),
        ("oven.js", "import { heat } from 'oven'"),
        ("golang", "go bake ./..."),
        ("crust-timer", "pip install crust-timer"),
        ("AWS", "aws bake ls"),
        ("IT", "cd /srv/IT"),
    ],
)
def test_words_of_code(declared: str, code: str) -> None:
    assert tag(declared, FENCE.format(code)).tier == "apart"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("IT", 'it("bakes", () => {})'),
        ("US", "let us = them"),
        ("grain", "engrain()"),
        ("oven timer", "oven.heat()"),
        ("md", "bake.md"),
    ],
)
def test_other_words_of_code(declared: str, code: str) -> None:
    assert tag(declared, FENCE.format(code)).tier == "absent"


def test_a_page_whose_listing_is_coloured() -> None:
    listing = "<pre><code><span class='token'>ovenctl</span> <b>crust</b>-<b>timer</b> &lt;rye&gt;</code></pre>"
    for declared in ("ovenctl", "crust-timer", "rye"):
        assert in_page(declared, listing).tier == "apart"
    for declared in ("token", "span"):
        assert in_page(declared, listing).tier == "absent"


@pytest.mark.parametrize("piece", ["<pre>", "{% highlight sh %}", "{{< code >}}", "<pre <", "{{<code ", "{`"])
def test_tags_that_are_never_closed(piece: str) -> None:
    assert_linear(lambda size: tag("grill", "Bread.\n\n" + piece * (size // len(piece))), 20_000)
