"""All that a rule imports: `from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, over`.

What a rule is given (an `Analysis`), what it yields, and the facts and helpers that rules share. What a rule of group
`site/` is given is in `seocheck.site.api`, which comes after this module.
"""

from __future__ import annotations

from seocheck.analysis import Analysis as Analysis
from seocheck.analysis.declared.claim_support import unsupported as unsupported
from seocheck.analysis.declared.claims import claims as claims
from seocheck.analysis.declared.cut_off import cut_off as cut_off
from seocheck.analysis.declared.keyword_list import keyword_list as keyword_list
from seocheck.analysis.declared.markup import markup_findings as markup_findings
from seocheck.analysis.declared.off_topic import Foreign as Foreign
from seocheck.analysis.declared.other_language import other_language as other_language
from seocheck.analysis.declared.pixel_width import width as width
from seocheck.analysis.declared.vague_titles import generic_title as generic_title
from seocheck.analysis.declared.vague_titles import half_empty as half_empty
from seocheck.analysis.declared.white_space import BREAKS as BREAKS
from seocheck.analysis.declared.white_space import stray_white_space as stray_white_space
from seocheck.analysis.keywords.bursts import Burst as Burst
from seocheck.analysis.keywords.bursts import Close as Close
from seocheck.analysis.keywords.declared_alike import are_one as are_one
from seocheck.analysis.keywords.declared_alike import is_author as is_author
from seocheck.analysis.keywords.dwelling import is_declared as is_declared
from seocheck.analysis.keywords.dwelling import is_dwelt_on as is_dwelt_on
from seocheck.analysis.keywords.dwelling import said as said
from seocheck.analysis.keywords.dwelling import stems_of as stems_of
from seocheck.analysis.keywords.misspelt import meant as meant
from seocheck.analysis.keywords.parts import is_telling as is_telling
from seocheck.analysis.keywords.parts import names_no_topic as names_no_topic
from seocheck.analysis.keywords.poisson import improbability as improbability
from seocheck.analysis.keywords.poisson import most_probable as most_probable
from seocheck.analysis.keywords.stuffing import Limits as Limits
from seocheck.analysis.keywords.stuffing import Repeated as Repeated
from seocheck.analysis.keywords.stuffing import Stuffing as Stuffing
from seocheck.analysis.keywords.stuffing import stuffing as stuffing
from seocheck.analysis.keywords.support import Occurrence as Occurrence
from seocheck.analysis.keywords.support import Support as Support
from seocheck.analysis.prose.easy_words import hard_words as hard_words
from seocheck.analysis.prose.passive import passive_sentences as passive_sentences
from seocheck.analysis.prose.reading_ease import Sentence as Sentence
from seocheck.analysis.prose.reading_ease import reading_ease as reading_ease
from seocheck.analysis.prose.transitions import without_transition as without_transition
from seocheck.analysis.words.folding import fold as fold
from seocheck.analysis.words.folding import lower as lower
from seocheck.analysis.words.tokens import Token as Token
from seocheck.analysis.words.tokens import tokens as tokens
from seocheck.analysis.words.zones import FILE_NAME as FILE_NAME
from seocheck.analysis.words.zones import INTRODUCTION_WORDS as INTRODUCTION_WORDS
from seocheck.analysis.words.zones import PROSE as PROSE
from seocheck.analysis.words.zones import split as split
from seocheck.base.json_fault import json_fault as json_fault
from seocheck.base.plural import plural as plural
from seocheck.base.text import Span as Span
from seocheck.base.text import Text as Text
from seocheck.base.text import holds as holds
from seocheck.base.text import meets as meets
from seocheck.languages import articles as articles
from seocheck.languages import function_words as function_words
from seocheck.languages import generic_links as generic_links
from seocheck.languages.formulas import formulas as formulas
from seocheck.model.article import Article as Article
from seocheck.model.article import Block as Block
from seocheck.model.article import Field as Field
from seocheck.model.article import LabelLine as LabelLine
from seocheck.model.article import Link as Link
from seocheck.model.report import SummaryKeyword as SummaryKeyword
from seocheck.model.rule import Finding as Finding
from seocheck.model.rule import NotAssessedError as NotAssessedError
from seocheck.model.rule import Rule as Rule
from seocheck.model.rule import Severity as Severity
from seocheck.model.rule import combined as combined
from seocheck.model.rule import rising as rising
from seocheck.readers.labelled.label_forms import label_variants as label_variants
from seocheck.rulekit.findings import PIXELS_SLACK as PIXELS_SLACK
from seocheck.rulekit.findings import SHARE_SLACK as SHARE_SLACK
from seocheck.rulekit.findings import WORDS_SLACK as WORDS_SLACK
from seocheck.rulekit.findings import Findings as Findings
from seocheck.rulekit.findings import over as over
from seocheck.rulekit.findings import share_over as share_over
from seocheck.rulekit.findings import under as under
from seocheck.rulekit.options import Between as Between
from seocheck.rulekit.parts import lacks_keyword as lacks_keyword
from seocheck.rulekit.parts import opening as opening
from seocheck.rulekit.parts import too_wide as too_wide
from seocheck.rulekit.parts import word_count as word_count
