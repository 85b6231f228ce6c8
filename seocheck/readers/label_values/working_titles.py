"""What is before the title of a draft for those who work on it."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern

WORKING_TITLE = late_pattern(
    r"(?:(?:[^\W\d_]+[\s-]+){0,3}?"
    r"(?:article|artikel|artículo|artigo|articolo|artykuł|post|blogpost|draft|entwurf|brouillon|borrador|beitrag|bozza"
    r"|wpis|szkic|статья|черновик|utkast|inlägg|makale|yazı|bài viết|brief|briefing|blog|page|記事|下書き|文章|草稿)"
    r"\s*(?:#|no\.?|nr\.?|n°|第)?\s*\d{1,4}\s*(?:[:：—–-]\s*|$)"
    r"|(?:(?:final|first|blog|post|article|seo|1st|2nd|erster|premier|primer)[\s-]+){0,2}"
    r"(?:draft|entwurf|brouillon|borrador|rascunho|bozza|szkic|черновик|utkast|udkast|taslak|下書き|草稿|초안|bản nháp)"
    r"(?:\s+(?:article|post|v?\d{1,2}))?\s*[:：—–]\s*"
    r"|(?:(?:content|seo|editorial|article|blog)[\s-]brief(?:ing)?|brief)\s*[:：—–]\s*"
    r"|brief(?:ing)? (?:editorial|de conten\w+)\s*[:：—–]\s*)",
    re.IGNORECASE,
)
"""What is before the title of a draft for those who work on it: "Article 5: ..."."""
