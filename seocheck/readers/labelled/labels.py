"""The label lines of saved pages, and the scraps of page furniture that are between them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LABELS: Mapping[str, str] = {
    "title": "title",
    "seo title": "seo_title",
    "meta title": "seo_title",
    "page title": "title",
    "titel": "title",
    "titre": "title",
    "título": "title",
    "titolo": "title",
    "description": "description",
    "meta description": "description",
    "meta-description": "description",
    "seo description": "description",
    "metabeschreibung": "description",
    "meta-beschreibung": "description",
    "beschreibung": "description",
    "méta description": "description",
    "descripción": "description",
    "meta descripción": "description",
    "descrizione": "description",
    "descrição": "description",
    "keyword": "keywords",
    "keywords": "keywords",
    "meta keywords": "keywords",
    "seo keywords": "keywords",
    "key words": "keywords",
    "schlüsselwörter": "keywords",
    "schlagwörter": "keywords",
    "mots-clés": "keywords",
    "mots clés": "keywords",
    "palabras clave": "keywords",
    "palavras-chave": "keywords",
    "parole chiave": "keywords",
    "focus keyword": "focus_keyword",
    "focus keyphrase": "focus_keyword",
    "primary keyword": "focus_keyword",
    "main keyword": "focus_keyword",
    "target keyword": "focus_keyword",
    "tags": "taxonomy",
    "topics": "taxonomy",
    "categories": "categories",
    "category": "categories",
    "slug": "slug",
    "url": "slug",
    "url slug": "slug",
    "permalink": "slug",
    "canonical": "canonical",
    "canonical url": "canonical",
    "author": "author",
    "written by": "author",
    "autor": "author",
    "date": "date",
    "published": "date",
    "publish date": "date",
    "last updated": "date",
    "updated": "date",
    "language": "language",
    "lang": "language",
    "sprache": "language",
    "robots": "robots",
    "draft": "draft",
}
"""What is before the colon -> the field it declares. Case does not count."""

_LINE = re.compile(r"(?P<mark>[*_]{0,2})(?P<label>[^:：*_]{2,30}?)\s*(?:(?P=mark)\s*[:：]|[:：]\s*(?P=mark))\s*")

FURNITURE = frozenset(
    """
    table of contents|contents|on this page|in this article|share to|share|share this|share this article|share on
    |tweet|pin it|email|print|copy link|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram
    |close|menu|open menu|close menu|home|search|skip to content|skip to main content|back to top|read more|see more
    |show more|load more|advertisement|ad|sponsored|subscribe|sign up|sign in|log in|login|register|newsletter
    |related|related posts|related articles|recommended|you may also like|comments|leave a comment|leave a reply
    |add a comment|previous|next|previous article|next article|previous post|next post|cookie settings
    |accept cookies|accept all|all rights reserved|privacy policy|terms of service|terms of use|about us|contact us
    |inhalt|inhaltsverzeichnis|teilen|drucken|schließen|sommaire|partager|fermer|compartir|cerrar|condividi|chiudi
    """.replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip
"""Lines that belong to the page around an article, compared without case and a closing colon."""


def label_of(line: str, extra: Mapping[str, str] | None = None) -> tuple[str, int, int] | None:
    """The field that a label line declares, the length of its label, and where its value begins.

    `extra` names further labels, lower case, as a settings file may. None when the line isn't a label line.
    """
    match = _LINE.match(line)
    if match is None:
        return None
    name = " ".join(match["label"].casefold().split())
    field = (extra or {}).get(name) or _LABELS.get(name)
    if field is None:
        return None
    return field, match.end("label") + len(match["mark"]), match.end()


def count_labels(text: str) -> int:
    """How many different metadata labels the first lines of a text hold."""
    found = {label[0] for line in text[:20_000].splitlines()[:200] if (label := label_of(line.strip()))}
    return len(found)
