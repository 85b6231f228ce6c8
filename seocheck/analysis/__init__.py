"""Facts about one article, each computed once and only when a rule or the report asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol

from seocheck.analysis.elsewhere.left_out import LeftOut, met_in_left_out, words_left_out
from seocheck.analysis.elsewhere.shown_code import met_in_code, words_in_code
from seocheck.analysis.frequency.spread import Spread
from seocheck.analysis.json_ld import JsonLd, json_ld, json_ld_articles
from seocheck.analysis.keywords.matching import support
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.needs import why_no_school_grades, why_unavailable
from seocheck.analysis.words.capitals import shouted
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.zones import Words, split
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Origin, Span, Text
from seocheck.languages import LanguageData, function_words, load
from seocheck.model.article import Article, Block, Keyword
from seocheck.model.rule import Need
from seocheck.readers.formats import FileFormat, named

if TYPE_CHECKING:
    from seocheck.analysis.declared.off_topic import Foreign
    from seocheck.analysis.prose.reading_ease import Ease, Prose
    from seocheck.analysis.prose.school_grades import SchoolGrades
    from seocheck.analysis.topics.salience import Phrase
    from seocheck.model.suppressed import Unused

_TITLE_PARTS = late_pattern(r"\s[|·•–—-]\s")
"""What separates the title of an article from the name of its site."""


class AnalysisSettings(Protocol):
    """What of the settings an analysis asks for."""

    @property
    def tags_are_keywords(self) -> bool:
        """Whether tags count as keywords."""

    @property
    def title_template(self) -> str:
        """How the site makes its title tag of a title."""

    @property
    def topics(self) -> bool | Literal["yake"]:
        """Whether topics are looked for, and whether the package yake ranks them."""


class Analysis:
    """What rules see: an article and the facts about it. Not to be shared between threads."""

    def __init__(
        self,
        article: Article,
        *,
        tags_are_keywords: bool = False,
        title_template: str = "{title}",
        school_grade_panel: bool = True,
        topics: bool | Literal["yake"] = True,
    ) -> None:
        self.article = article
        self.format: FileFormat = named(article.format)
        self.language: LanguageData = load(article.language.code)
        self._tags_are_keywords = tags_are_keywords
        self._template = title_template
        self.wants_school_grades = school_grade_panel
        self._topics = topics
        self.unused_suppressions: tuple[Unused, ...] = ()
        """Set once the other rules have run."""
        self.pattern_seconds = 0.0
        """Processor time that the patterns of the house style have taken on this article so far."""

    @classmethod
    def of(cls, article: Article, settings: AnalysisSettings, *, grades: bool = False) -> Analysis:
        """The analysis of an article under the settings that hold for it. grades: whether school grades are wanted."""
        return cls(
            article,
            tags_are_keywords=settings.tags_are_keywords,
            title_template=settings.title_template,
            school_grade_panel=grades,
            topics=settings.topics,
        )

    # -- words and keywords ----------------------------------------------------------------------

    @cached_property
    def words(self) -> Words:
        """The words of all zones."""
        return Words(self.article, self.language)

    @cached_property
    def keywords(self) -> tuple[Keyword, ...]:
        """The declared keywords, tags among them where the settings say that they are keywords."""
        if not self._tags_are_keywords:
            return self.article.keywords
        known = {k.text.value.casefold() for k in self.article.keywords}
        more = [k for k in self.article.taxonomy if k.text.value.casefold() not in known]
        start = len(self.article.keywords)
        # The order of tags says nothing: none of them is the primary keyword.
        extra = tuple(Keyword(k.text, start + i, False, k.key) for i, k in enumerate(more))
        return (*self.article.keywords, *extra)

    @cached_property
    def support(self) -> tuple[Support, ...]:
        """How the article supports each declared keyword, in the order of declaration."""
        return self.supports(self.keywords)

    @cached_property
    def taxonomy_support(self) -> tuple[Support, ...]:
        """The same for tags and topics that aren't keywords; shown, never judged."""
        if self._tags_are_keywords:
            return ()
        return self.supports(self.article.taxonomy)

    def supports(self, keywords: tuple[Keyword, ...]) -> tuple[Support, ...]:
        """How the article supports any keywords, declared or not."""
        listed = [keyword.text.value for keyword in keywords]
        tell = not shouted(listed)
        # A keyword that is declared a thousand times is looked up once.
        known: dict[tuple[str, ...], Support] = {}
        for keyword in keywords:
            if (keyword.text.value, *keyword.also) not in known:
                found = support(keyword, self.words, capitals_tell=tell)
                if found.tier == "absent" or found.missing:
                    found = met_in_code(found, self._code, self.language)
                if (found.tier == "absent" or found.missing) and self._left_out is not None:
                    found = met_in_left_out(found, self._left_out, capitals_tell=tell)
                known[keyword.text.value, *keyword.also] = found
        return tuple(known[keyword.text.value, *keyword.also].for_keyword(keyword) for keyword in keywords)

    @cached_property
    def _code(self) -> Mapping[str, int]:
        return words_in_code(self.article)

    @cached_property
    def _left_out(self) -> LeftOut | None:
        return words_left_out(self.article, self.language)

    @cached_property
    def words_with_beside(self) -> Words | None:
        """The words of all zones and of what the page shows beside the article; None where it shows nothing."""
        from seocheck.analysis.elsewhere.beside import words_with_beside

        return words_with_beside(self.article, self.language)

    @cached_property
    def spread(self) -> Spread:
        """In which tenth of the article its words are."""
        return Spread(self.words)

    @property
    def asked(self) -> tuple[Support, ...]:
        """What a title or a description should name: the focus keyword; where none is declared, any keyword.

        The first of a list is not requested alone: of 79 publishers' articles it is in 26 titles, any
        keyword in 48.
        """
        marked = tuple(s for s in self.support if s.keyword.focus)
        return marked or self.support

    def content_stems(self, value: str) -> list[str]:
        """The stems of the words of a text that aren't function words of the language, in order."""
        skipped = function_words(self.language.code)
        found = (token.text for token in split(value, self.language))
        return [self.words.stems(word) for word in found if lower(word) not in skipped]

    @cached_property
    def repeated_words(self) -> int:
        """Words of running text that only repeat the keyword right before them."""
        from seocheck.analysis.frequency.stuffing import repeated_words

        return repeated_words(self)

    # -- prose -----------------------------------------------------------------------------------

    @cached_property
    def prose(self) -> Prose:
        """Sentences and counts of the author's running text."""
        from seocheck.analysis.prose.reading_ease import prose

        return prose(self.article.blocks, self.language)

    @cached_property
    def own_text(self) -> str:
        """The text of all blocks but the H1, each on a line of its own."""
        return "\n".join([block.text.value for block in self.article.blocks if block.level != 1])

    @property
    def word_count(self) -> int:
        """Words of prose; in scripts without spaces half as many as characters, about what Japanese words have."""
        counts = self.prose.counts
        return counts.words if self.language.spaced else counts.letters // 2

    @cached_property
    def ease(self) -> Ease | None:
        """Reading ease by the language's published formula; None if there isn't one or too little text."""
        from seocheck.analysis.prose.reading_ease import reading_ease

        counts = self.prose.counts
        return reading_ease(counts, self.language) if counts.enough else None

    @cached_property
    def school_grades(self) -> SchoolGrades | None:
        """School grades by textstat; None where they cannot be had, for the reason of `unavailable`."""
        if why_no_school_grades(self):
            return None
        from seocheck.analysis.prose.school_grades import school_grades

        return school_grades(self.prose.texts, self.language.code)

    @cached_property
    def salience(self) -> tuple[tuple[Phrase, ...], str]:
        """The strongest phrases of the text, or why there are none."""
        if not self._topics:
            return (), "not requested"
        from seocheck.analysis.topics.salience import SalienceUnavailable, salient_phrases

        blocks = [b.text.value for b in self.prose_blocks]
        titles = [b.text.value for b in self.article.headings if b.level == 1]
        titles.extend([self.article.title.text.value] if self.article.title else [])
        try:
            return salient_phrases(blocks, self.language, titles=titles, by_library=self._topics == "yake"), ""
        except SalienceUnavailable as error:
            return (), str(error)

    @cached_property
    def prose_blocks(self) -> tuple[Block, ...]:
        """The blocks that salient phrases are drawn from: paragraphs, headings and items."""
        return tuple(b for b in self.article.blocks if b.kind in ("paragraph", "heading", "item"))

    # -- structured data -------------------------------------------------------------------------

    @cached_property
    def json_ld(self) -> tuple[tuple[Text, JsonLd], ...]:
        """Each JSON-LD script of a page: its text, and its parsed value or the error that keeps it from being one."""
        return json_ld(self.article)

    @cached_property
    def json_ld_articles(self) -> tuple[dict[str, Any], ...]:
        """The objects of the JSON-LD that describe an article: Article and its kinds, in order, graphs looked into."""
        return json_ld_articles(self.json_ld)

    # -- declarations ----------------------------------------------------------------------------

    @property
    def own_title(self) -> Text | None:
        """What the article gives for its title tag, before the site adds its name by `title_template`."""
        article = self.article
        return (article.shown_title or (article.title.text if article.title else None)) or None

    @cached_property
    def shown_title(self) -> Text | None:
        """The title as the site prints it in the title tag, after `title_template`."""
        text = self.own_title
        if text is None or self._template in ("", "{title}"):
            return text
        printed = self._template.replace("{title}", text.value)
        return Text(printed, (), Origin("derived"), text.span())

    @cached_property
    def site_names(self) -> frozenset[str]:
        """What the metadata calls the site, in small letters: its name for sharing, and how its title tags end."""
        found = [field.text.value for field in self.article.metadata.get("og:site_name", ())]
        found += _TITLE_PARTS.split(self._template.replace("{title}", " | "))
        title = self.own_title
        if title and all(block.text.value != title.value for block in self.article.headings):
            found += _TITLE_PARTS.split(title.value)[1:][-1:]
        return frozenset(name.strip().casefold() for name in found if name.strip())

    @cached_property
    def foreign_title(self) -> Foreign | None:
        """The telling words of the title, if it speaks of something else than the body."""
        from seocheck.analysis.declared.off_topic import ALONE_TITLE, is_foreign

        unsaid, title, other = self._unsaid_in_title, self.own_title, self._own_description
        if unsaid is None or title is None:
            return None
        found = is_foreign(title, unsaid, self, ALONE_TITLE, other, self._unsaid_in_description)
        return unsaid if found else None

    @cached_property
    def foreign_description(self) -> Foreign | None:
        """The same for the description."""
        from seocheck.analysis.declared.off_topic import ALONE_DESCRIPTION, is_foreign, is_teaser

        unsaid, text, title = self._unsaid_in_description, self._own_description, self._unsaid_in_title
        if unsaid is None or text is None or (title is None and is_teaser(text, unsaid, self)):
            return None
        return unsaid if is_foreign(text, unsaid, self, ALONE_DESCRIPTION, self.own_title, title) else None

    @property
    def _own_description(self) -> Text | None:
        return self.article.description.text if self.article.description else None

    @cached_property
    def _unsaid_in_title(self) -> Foreign | None:
        from seocheck.analysis.declared.off_topic import IN_TITLE, TITLE, unsaid_words

        return unsaid_words(self.own_title, self, least=TITLE, share=IN_TITLE, beside=self._own_description)

    @cached_property
    def _unsaid_in_description(self) -> Foreign | None:
        from seocheck.analysis.declared.off_topic import DESCRIPTION, IN_DESCRIPTION, unsaid_words

        return unsaid_words(self._own_description, self, least=DESCRIPTION, share=IN_DESCRIPTION, beside=self.own_title)

    def declared(self, need: Need) -> bool:
        """Whether a declaration is there."""
        if need == "title":
            return self.article.title is not None and bool(self.article.title.text)
        if need == "description":
            return self.article.description is not None and bool(self.article.description.text)
        if need == "keywords":
            return bool(self.keywords)
        return True

    def unavailable(self, need: Need) -> str:
        """Why something that a rule needs isn't available, in words; "" if it is."""
        return why_unavailable(self, need)

    @property
    def start(self) -> Span:
        """The place to point at when something is missing from the metadata."""
        return self.article.metadata_span
