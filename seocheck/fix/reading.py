"""Whether an article that was edited reads as it should: the one value as meant, all else as before."""

from __future__ import annotations

from collections import Counter

from seocheck.edit.verify import all_but, same_but
from seocheck.fix.proposal import Proposal
from seocheck.model.article import Article
from seocheck.readers.formats import named
from seocheck.readers.front_matter.reader import read_front_matter


def reads_as_meant(before: Article, after: Article, proposal: Proposal) -> bool:
    """Whether the article after a change declares and says what the proposal says it does, and else what it did."""
    key = proposal.path[-1] if proposal.path else ""
    if not same_but(before, after, proposal.field, key) or _beside(before) != _beside(after):
        return False
    if _problems(after) - _problems(before):
        return False
    if proposal.field == "description":
        said: object = after.description.text.value if after.description else None
    elif proposal.field == "keywords":
        said = tuple(k.text.value for k in (*after.keywords, *after.taxonomy))
    else:
        said = proposal.value
    if said != proposal.value:
        return False
    return not named(before.format).has_front_matter or _same_front_matter(before, after, proposal)


def _beside(article: Article) -> object:
    """What an article holds besides its declared fields and its running text."""
    return (
        article.format,
        [(link.href, link.text.value) for link in article.links],
        [(image.src, image.alt.value if image.alt else None) for image in article.images],
        [heading.level for heading in article.empty_headings],
    )


def _problems(article: Article) -> Counter[tuple[str, str]]:
    return Counter((problem.kind, problem.subject) for problem in article.problems)


def _same_front_matter(before: Article, after: Article, proposal: Proposal) -> bool:
    """Whether all other values and every character of the body are the same."""
    old, new = before.source, after.source
    was = read_front_matter(old.text, byte_order_mark=old.byte_order_mark)
    now = read_front_matter(new.text, byte_order_mark=new.byte_order_mark)
    same_body = proposal.in_body or old.text[was.body_start :] == new.text[now.body_start :]
    if (was.kind, was.invalid) != (now.kind, now.invalid) or not same_body:
        return False
    path = proposal.path if proposal.field else ("",)
    return all_but(was, path) == all_but(now, path)
