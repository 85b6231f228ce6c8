"""An alternative text that says only that there is an image.

What it finds
-------------
"image", "picture of", "photo 3", "spacer", "placeholder" and their like in the article's language, and
names of files.

Why it matters
--------------
Whoever can't see the image learns nothing of it, and a search for images finds nothing.

Evidence
--------
Class: documented.
Source: Google asks for alternative texts that describe the image in the context of the page,
https://developers.google.com/search/docs/appearance/google-images. WCAG failure F30 is a text that is no
alternative, such as "picture" or a name of a file, https://www.w3.org/WAI/WCAG22/Techniques/failures/F30.
Read: 2026-11-30.

Example
-------
    The mill is old.

    ![picture of](mill.jpg)

Use instead
-----------
    The mill is old.

    ![The old mill by the river, its wheel frozen](mill.jpg)

Not flagged
-----------
Texts that go on ("picture of the old mill"); alt="" for decoration; words of another language; names in capital
letters that are like an abbreviation (ABB).
"""

from __future__ import annotations

from seocheck.rulekit.api import FILE_NAME, Analysis, Finding, Findings, Rule, Span, generic_alts, late_pattern, lower

RULE = Rule(weight=1.5, severity="note", evidence="documented", needs=("images", "body"))

_AROUND = late_pattern(r"^[\W\d_]+|[\W\d_]+$")


def check(analysis: Analysis) -> Findings:
    """One finding for each such text."""
    listed = generic_alts(analysis.language.code)
    for image in analysis.article.images:
        value = image.alt.value.strip() if image.alt else ""
        if image.alt is None or not value or _has_template(analysis.article.source.text, image.alt.span()):
            continue
        is_file = FILE_NAME.fullmatch(value) is not None
        if is_file or _says_nothing(value, listed):
            yield Finding(
                image.alt.span(),
                f"The alternative text “{value[:60]}” {'is a file name' if is_file else 'says nothing of the image'}.",
                hint="Describe what the image shows.",
                loss=0.2,
                subject=value[:120],
                measured="a file name" if is_file else "no description",
                target="a description of the image",
            )


def _has_template(text: str, alt: Span) -> bool:
    """Whether a template fills in a part of an alternative text: it may say what the image shows."""
    before, after = text[max(alt.start - 3, 0) : alt.start], text[alt.end : alt.end + 3]
    return "{" in text[alt.start : alt.end] or before.rstrip().endswith("}") or after.lstrip().startswith("{")


def _says_nothing(value: str, listed: frozenset[str]) -> bool:
    """Whether it is a listed text, or a listed abbreviation; in capital letters alone the latter is a name."""
    words = _AROUND.sub("", " ".join(lower(value).split()))
    return words in listed or (f"{words}." in listed and not (value.isupper() and value.isalpha()))
