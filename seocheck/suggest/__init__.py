"""What an editor could change in an article's metadata, drawn from the article's own words.

    from seocheck.suggest import suggest

    found = suggest("article.md")
    print([keyword.text for keyword in found.keywords], [d.text for d in found.descriptions])

`apply_to_file` writes a chosen description or chosen keywords into the front matter, and nothing else.
"""

from __future__ import annotations

from seocheck.edit.written import RefusedError
from seocheck.suggest.choose import Applied, Choice
from seocheck.suggest.collect import suggest, suggest_text
from seocheck.suggest.files import apply_to_file
from seocheck.suggest.suggestions import (
    DescriptionCandidate,
    DroppableKeyword,
    HeadingSuggestion,
    ShorterKeyword,
    SuggestedKeyword,
    Suggestions,
)

__all__ = [
    "Applied",
    "Choice",
    "DescriptionCandidate",
    "DroppableKeyword",
    "HeadingSuggestion",
    "RefusedError",
    "ShorterKeyword",
    "SuggestedKeyword",
    "Suggestions",
    "apply_to_file",
    "suggest",
    "suggest_text",
]
