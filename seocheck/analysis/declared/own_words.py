"""Whether a description was taken from the article's own prose."""

from __future__ import annotations

from seocheck.model.article import Article


def is_from_text(article: Article) -> bool:
    """Whether the declared description is itself a piece of one paragraph, white space and first capital apart."""
    value = " ".join(article.description.text.value.split()) if article.description else ""
    if not value:
        return False
    small = value[0].lower() + value[1:]
    pieces = (" ".join(block.text.value.split()) for block in article.blocks if block.kind == "paragraph")
    return any(value in piece or small in piece for piece in pieces)
