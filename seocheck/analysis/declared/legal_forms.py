"""How companies are registered: Ltd, GmbH, S.r.l."""

from __future__ import annotations

from seocheck.analysis.words.folding import fold

_LEGAL_FORMS = frozenset(
    ["ab", "ag", "aps", "asa", "bv", "corp", "doo", "eurl", "gmbh", "inc", "kft", "llc", "llp", "ltd", "ltda", "nv",
     "ohg", "oyj", "plc", "pty", "sarl", "sas", "slu", "spa", "srl", "sro", "zrt"]
)  # fmt: skip
"""How companies are registered, without full stops (ISO 20275); a text need not say so of one that it names."""
_MIXED_FORMS = ("GmbH", "Ltd", "Inc", "SpA", "Oy", "Llc", "Corp")


def is_legal_form(word: str) -> bool:
    """Whether a word says how a company is registered."""
    plain = word.replace(".", "")
    return len(plain) > 1 and (fold(plain) in _LEGAL_FORMS and (plain.isupper() or plain in _MIXED_FORMS))
