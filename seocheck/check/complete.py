"""What an article does not say itself but its path or the settings do: language, slug, defaults, H1."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from msgspec.structs import replace

from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Span, Text
from seocheck.check.passages import with_passages
from seocheck.config.globs import fits
from seocheck.config.settings import Names, Settings
from seocheck.languages import load
from seocheck.languages.contradiction import contradicts, in_another_script
from seocheck.languages.detect import detect, language_of_path, normalise
from seocheck.model.article import Article, Field, Keyword, Language
from seocheck.readers.fields import make_keywords, split_keywords
from seocheck.readers.formats import named
from seocheck.readers.properties import with_title_from_h1

_DATE = late_pattern(r"^\d{4}-\d{1,2}-\d{1,2}[-_]?")
_POST = late_pattern(r"(?:^|/)(?:_posts/(?:[^/]+/)*\d{4}-\d{1,2}-\d{1,2}-|_drafts/(?:[^/]+/)*)([^/]+)\.\w+$")


def settle(article: Article, settings: Settings) -> Article:
    """The article with everything filled in that path and settings tell."""
    if not article.fields_unknown:
        article = _inherit(article, settings)
        if settings.title_from_h1 and "title" not in article.given_elsewhere:
            article = with_title_from_h1(article)
        article = _with_title_of_post(article)
    article = _with_synonyms(article, settings)
    # An H1 below other headings heads a part of the text, so that the title above it is the template's.
    h1s = any(b.level == 1 for b in article.headings[:1])
    declared = article.title is not None and bool(article.title.text)
    # A title that is given beside the text is in no page yet: a template prints it.
    given = article.title is not None and article.title.text.origin.kind == "given"
    prints = given or named(article.format).template_prints_title
    if settings.title_is_h1 == "auto":
        printed = declared and not h1s and prints
    else:
        printed = settings.title_is_h1 and declared and prints
    return with_passages(
        replace(
            article,
            title_is_h1=printed,
            slug=article.slug or _slug_of_path(article.source.path),
            address=_address(article, settings),
            language=_language(article, settings),
        )
    )


def _with_synonyms(article: Article, settings: Settings) -> Article:
    """The article with the synonyms of the settings after those that its keywords have already."""
    known = {fold(word): (others,) if isinstance(others, str) else others for word, others in settings.synonyms.items()}
    if not known:
        return article

    def added(keyword: Keyword) -> Keyword:
        return replace(keyword, also=(*keyword.also, *known.get(fold(keyword.text.value), ())))

    return replace(article, keywords=tuple(map(added, article.keywords)), taxonomy=tuple(map(added, article.taxonomy)))


def _language(article: Article, settings: Settings) -> Language:
    """Declared, else by the path unless the text is plainly in another language, else settings, else by the text.

    Where a text certainly isn't in the language declared, as on a page from a template of another language, it is
    judged by its own.

    Folders of translations are full of pages that nobody has translated yet; to judge those by the formula and
    the word lists of the folder's language would be to report wrong numbers.
    """
    declared = normalise(article.declared_language)
    if declared:
        prose = _prose(article)
        declarations = [field.text.value for field in (article.title, article.description) if field]
        if other := contradicts(declared, prose) or in_another_script(declared, [*prose, *declarations]):
            return Language(other, "detected", other)
        return Language(declared, "article", article.declared_language)
    code, tag = language_of_path(article.source.path)
    if not code and settings.language:
        return Language(normalise(settings.language) or settings.language.lower(), "settings", settings.language)
    text = "\n".join(b.text.value for b in article.blocks)
    if len(text) < 400:
        pieces = [f.text.value for f in (article.title, article.description) if f]
        text = "\n".join([*pieces, text])
    found = detect(text[:20_000])
    if code and found in ("", code):
        return Language(code, "path", tag)
    return Language(found, "detected" if found else "unknown", found)


def _prose(article: Article) -> list[str]:
    """What an article's author wrote in sentences: not code, names in tables, or captions."""
    return [b.text.value for b in article.blocks if b.kind in ("paragraph", "item", "heading") and not b.code]


def _address(article: Article, settings: Settings) -> str:
    """Where a page of a built site is published, by its place in the folder; "" where that isn't known."""
    if not settings.url or not named(article.format).is_page:
        return ""
    try:
        path = os.path.relpath(article.source.path, settings.root or settings.base or ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return ""
    if path.startswith("../") or path == "-":
        return ""
    folder, _, name = path.rpartition("/")
    stem, _ = posixpath.splitext(name)
    shown = f"{folder}/" if stem.lower() == "index" else path
    return f"{settings.url.rstrip('/')}/{quote(shown.lstrip('/'))}"


def _slug_of_path(path: str) -> Text | None:
    stem = posixpath.splitext(path.replace("\\", "/"))[0]
    parts = [part for part in stem.split("/") if part not in ("", ".", "..")]
    if not parts or path in ("-", "<stdin>", "<text>"):
        return None
    name = parts[-1]
    if name.lower() in ("index", "_index", "readme") and len(parts) > 1:
        name = parts[-2]
    name = _DATE.sub("", name)
    return Text(name, (), Origin("path", path), Span(0, 0)) if name else None


def _with_title_of_post(article: Article) -> Article:
    """A post of Jekyll without a title, with that which Jekyll makes of the name of its file."""
    if (article.title is not None and article.title.text) or not named(article.format).has_front_matter:
        return article
    match = _POST.search(article.source.path.replace("\\", "/"))
    if match is None or not article.metadata_end:
        return article
    words = " ".join(word.capitalize() for word in match[1].split("-") if word)
    anchor = article.metadata_span
    title = Text(words, (), Origin("path", article.source.path), anchor)
    return replace(article, title=Field("file name", title, anchor))


def _inherit(article: Article, settings: Settings) -> Article:
    """Fill in what the site's defaults give to articles with this path; the closest pattern wins."""
    if not settings.defaults:
        return article
    values: dict[str, Names | None] = {}
    for pattern, filled in sorted(settings.defaults.items(), key=lambda item: len(item[0])):
        if fits(article.source.path, pattern, settings.base):
            values.update(filled)
    if not values:
        return article
    origin = Origin("inherited", settings.file)
    anchor = article.metadata_span
    changes: dict[str, Any] = {}
    for name in ("title", "description"):
        field: Field | None = getattr(article, name)
        given = values.get(name)
        if isinstance(given, str) and (field is None or not field.text):
            changes[name] = Field(name, Text(given, (), origin, anchor), anchor)
    for name, attribute in (("keywords", "keywords"), ("taxonomy", "taxonomy")):
        given = values.get(name)
        if given and not getattr(article, attribute):
            texts = (
                split_keywords(Text(given, (), origin, anchor))
                if isinstance(given, str)
                else [Text(word, (), origin, anchor) for word in given]
            )
            changes[attribute] = make_keywords(texts, name)
            if name == "keywords":
                changes["keywords_declared"] = bool(texts)
    given = values.get("language")
    if isinstance(given, str) and not article.declared_language:
        changes["declared_language"] = given
    declared = {
        "title": article.title is not None and bool(article.title.text),
        "description": article.description is not None and bool(article.description.text),
        "keywords": bool(article.keywords),
    }
    changes["given_elsewhere"] = tuple(
        name for name, there in declared.items() if not there and values.get(name, "") is None
    )
    return replace(article, **changes)


def site_name(article: Article, settings: Settings) -> str:
    """The site, as far as settings or metadata tell: rules over many articles compare within one."""
    names: Mapping[str, tuple[Field, ...]] = article.metadata
    found = names.get("og:site_name")
    if found or not settings.base:
        return found[0].text.value if found else ""
    try:
        folder = os.path.relpath(settings.base).replace(os.sep, "/")
    except ValueError:  # another drive
        folder = os.path.basename(settings.base)
    return "" if folder == "." else folder


def language_name(code: str) -> str:
    """The language's name in English, or "" when nothing is known of it."""
    return load(code).name if code else ""
