"""An article that says what another is about, and has no link to it.

What it finds
-------------
The first place in the running text that says the primary keyword of another article of the same site and language,
where no link leads there yet. The primary keyword is the focus keyword; or the first of a list, if title or H1 say it
too. An article gets at most `most` of these notes: the keywords that the fewest articles say come first. It
says nothing of keywords that more than the share `common` of the articles say.

Why it matters
--------------
A link from a sentence on the subject takes readers to the article on it, and its words tell them, and search engines,
what they find there.

Evidence
--------
Class: documented, bound: convention.
Source: Google: "Think about what other resources on your site could help your readers understand a given page on your
site, and link to those pages in context", https://developers.google.com/search/docs/crawling-indexing/links-crawlable.
Which mentions deserve a link is for the editor to say: hence the rule is off until somebody asks for it.
Read: 2026-11-30.

Example
-------
    settings: {rules: {site/unlinked-mention: {common: 0.9}}, severities: {site/unlinked-mention: note}}
    == starter.md
    title: The sourdough starter
    focus_keyword: sourdough starter

    A sourdough starter wakes up in two days.
    == loaf.md
    title: A loaf for the week

    Mix the flour with your sourdough starter in the evening, and bake before breakfast.

Use instead
-----------
    settings: {rules: {site/unlinked-mention: {common: 0.9}}, severities: {site/unlinked-mention: note}}
    == starter.md
    title: The sourdough starter
    focus_keyword: sourdough starter

    A sourdough starter wakes up in two days.
    == loaf.md
    title: A loaf for the week

    Mix the flour with your [sourdough starter](starter.md) in the evening, and bake before breakfast.

Not flagged
-----------
Headings, tables, links, code and quotations; keywords of one everyday word; keywords that more than five articles
declare; articles whose own primary keyword it is, or that have a link with these words; the first keyword of a list
where the title is about more than that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, NamedTuple

from seocheck.languages import load
from seocheck.rulekit.api import Between, Occurrence, Rule, fold
from seocheck.site.api import (
    FEW,
    Mentions,
    Page,
    Site,
    SiteFinding,
    SummaryKeyword,
    about,
    by_keyword,
    home_of,
    name_of,
    names_its_title,
)

RULE = Rule(weight=0, severity="off", evidence="documented", bound="convention", scope="site")

HINT = "Make these words a link to it, if readers would want it here."
LEAST = 3
"""So many articles may say a keyword on any site, however small."""

Realm = tuple[str, str]


class _Subject(NamedTuple):
    """A keyword and the article that is about it."""

    text: str
    stems: frozenset[str]
    home: int


class _Mention(NamedTuple):
    """Where an article says what another is about."""

    page: int
    subject: _Subject
    said: Occurrence


def check(
    site: Site, *, most: Annotated[int, Between(1, 20)] = 3, common: Annotated[float, Between(0, 1)] = 0.1
) -> Iterator[SiteFinding]:
    """Every article is read once more, so that its running text can be looked through.

    most: how many mentions one article is told of.
    common: the share of a site's articles that may say a keyword for it to be worth a link.
    """
    subjects = _subjects(site)
    sizes = site.index.realms()
    said: Counter[_Subject] = Counter()
    found: dict[int, list[_Mention]] = {}
    for page in site.index.pages():
        if page.rival and (wanted := subjects.get(page.realm)):
            for mention, linked in _mentions(site, page, wanted):
                said[mention.subject] += 1
                if not linked:
                    found.setdefault(page.number, []).append(mention)
    for number, mentions in found.items():
        size = sizes[site.index.page(number).realm]
        rare = [each for each in mentions if said[each.subject] <= max(LEAST, common * size)]
        rare.sort(key=lambda each: (said[each.subject], -len(each.subject.stems), each.said.span.start))
        yield from (_finding(site, each) for each in sorted(rare[:most], key=lambda each: each.said.span.start))


def _subjects(site: Site) -> Mapping[Realm, Sequence[_Subject]]:
    """What articles are about, by site and language."""
    found: dict[Realm, list[_Subject]] = {}
    for name, language, stems, rows in by_keyword(site.index):
        if not stems or len({row.number for row in rows}) > FEW:  # what many declare is what the whole site is about
            continue
        keywords = about(site.index, rows)
        keywords = {number: each for number, each in keywords.items() if _is_its_subject(site.index.page(number), each)}
        if keywords:
            home = home_of(keywords)
            subject = _Subject(keywords[home].text, frozenset(stems.split()), home)
            found.setdefault((name, language), []).append(subject)
    return found


def _is_its_subject(page: Page, keyword: SummaryKeyword) -> bool:
    summary = page.summary
    title = summary.title or next(iter(summary.anchors), "")
    named_by_file = fold(re.sub(r"\W|_", "", keyword.text)) == fold(re.sub(r"\W|_", "", name_of(page.path)))
    return keyword.focus or named_by_file or names_its_title(keyword, title, load(summary.language))


def _mentions(site: Site, page: Page, subjects: Sequence[_Subject]) -> Iterator[tuple[_Mention, bool]]:
    """What an article says that others are about, each with whether it has a link to that one or is about it itself."""
    analysis = site.read(page.path)
    if analysis is None:
        return
    mentions = Mentions(analysis)
    own = {frozenset(keyword.stems) for keyword in page.summary.keywords if keyword.primary}
    targets: set[int] | None = None
    for subject in subjects:
        if subject.home != page.number and subject.stems <= mentions.stems and (said := mentions.first(subject.text)):
            if targets is None:
                targets = {site.links.target(page.path, page.number, link.href).number for link in page.summary.links}
            linked = subject.home in targets or mentions.links_to(subject.stems)
            yield _Mention(page.number, subject, said), linked or subject.stems in own


def _finding(site: Site, mention: _Mention) -> SiteFinding:
    subject, home = mention.subject, site.index.page(mention.subject.home)
    message = f"{home.name} is about “{subject.text}”, which this article says without a link to it."
    return SiteFinding(
        mention.page, mention.said.span, message, HINT, subject.text.casefold(), "no link", "a link", (subject.home,),
        subject.text,
    )  # fmt: skip
