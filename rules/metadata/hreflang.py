"""A link to another language whose code or URL search engines can't use.

What it finds
-------------
hreflang with a code that isn't a language of ISO 639-1, alone or with a script or a region of ISO
3166-1 (en-UK, de_AT, jp), and links with hreflang whose URL isn't absolute.

Why it matters
--------------
Such a link is ignored, and readers get the page in a language that they don't read.

Evidence
--------
Class: documented.
Source: Google asks for a language in ISO 639-1 and, if wanted, a region in ISO 3166-1 Alpha 2 after a
hyphen, and for full URLs with their scheme,
https://developers.google.com/search/docs/specialty/international/localized-versions.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Rye bread</title>
    <link rel="alternate" hreflang="en-UK" href="/uk/rye"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Use instead
-----------
    <html lang="en"><head><title>Rye bread</title>
    <link rel="alternate" hreflang="en-GB" href="https://example.org/uk/rye"></head>
    <body><h1>Rye bread</h1><p>Heat the oven for an hour.</p></body></html>

Not flagged
-----------
x-default; languages that have no code of two letters (fil, which Google's page doesn't name); scripts (zh-Hant);
regions by number (es-419); URLs and codes that a template fills in; links to feeds.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import (
    Analysis,
    Field,
    Finding,
    Findings,
    Rule,
    late_pattern,
    normalise,
    region_codes,
    two_letter_languages,
)

RULE = Rule(weight=1, severity="warning", evidence="documented", needs=("html",))

_CODE = late_pattern(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|\d{3}))?")
_TEMPLATE = late_pattern(r"\{\{|\{%|<%|\$\{")
_ABSOLUTE = late_pattern(r"https?://[^/\s]", re.IGNORECASE)
_MEANT = {"uk": "GB", "en": "GB", "el": "GR", "sp": "ES"}
_LONG = 3
_WITHOUT_SHORT = frozenset(
    """
    ace ast awa bal ban bar bcl bho bik bjn bug ceb chr ckb crh dsb ewo fil frp fur gsw hak haw hil hmn hsb ilo kab kbd
    kha kok krc lij lmo lus mad mag mai mak min mni mwr nan nap nds new nso pag pam pap pcm pdc rom sah sat scn sco
    shn smj sma syr szl tet tpi tyv udm vec vls war wuu yue zza
    """.split()  # noqa: SIM905
)
"""Languages that have no code of two letters (ISO 639-2 and 639-3), which HTML takes as well."""
_LANGUAGES = {
    "jp": "ja",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "ua": "uk",
    "kr": "ko",
    "se": "sv",
    "br": "pt-BR",
}


def check(analysis: Analysis) -> Findings:
    """One finding for each link, for its code or for its URL."""
    for key, fields in analysis.article.metadata.items():
        if not key.startswith("alternate:"):
            continue
        code = key.partition(":")[2]
        for field in fields:
            url = field.text.value
            if _TEMPLATE.search(code) or _TEMPLATE.search(url):
                continue
            if fault := _fault(code):
                yield _finding(field, f"hreflang=“{code[:40]}”: {fault}.", _hint(code), code)
            elif not _ABSOLUTE.match(url):
                yield _finding(
                    field,
                    f"The link to “{code}” isn't a full URL: “{url[:60]}”.",
                    "Write it with https:// and the host.",
                    url,
                )


def _fault(code: str) -> str:
    if code.lower() == "x-default":
        return ""
    match = _CODE.fullmatch(code)
    if match is None:
        return "not a language, or a language and a region after a hyphen"
    language, region = match[1].lower(), (match[3] or "").upper()
    if len(language) == _LONG and language not in _WITHOUT_SHORT:
        return f"{match[1]} isn't a {'code of two letters' if normalise(language) else 'language'}"
    if len(language) < _LONG and language not in two_letter_languages():
        return f"{match[1]} isn't a language"
    if region and not region.isdigit() and region not in region_codes():
        return f"{match[3]} isn't a region"
    return ""


def _hint(code: str) -> str:
    parts = re.split(r"[-_]", code)
    if len(parts) == 1 and len(code) == _LONG and normalise(code):
        return f"Write {normalise(code)}."
    if len(parts) == 1 and parts[0].lower() in _LANGUAGES:
        return f"Write {_LANGUAGES[parts[0].lower()]}."
    region = parts[-1].upper()
    if len(parts) > 1 and len(parts[0]) == 2:
        region = _MEANT.get(parts[-1].lower(), region)
        if region in region_codes():
            return f"Write {parts[0].lower()}-{region}."
    return "Use a language of ISO 639-1, and a region of ISO 3166-1 after it."


def _finding(field: Field, message: str, hint: str, measured: str) -> Finding:
    return Finding(
        field.text.span() if field.text else field.key_span,
        message,
        hint=hint,
        loss=0.6,
        subject="hreflang",
        measured=measured[:60],
        target="a code and a URL that search engines read",
    )
