"""A declared language that isn't the one of the text.

What it finds
-------------
`<html lang>`, or the language in front matter, that names another language than the one the text is certainly in.
The text is then judged by its own language.

Why it matters
--------------
Screen readers pronounce the text by the rules of the declared language, browsers offer to translate from
it, and search engines that trust it show the page to readers of another one.

Evidence
--------
Class: documented.
Source: W3C: "Screen readers can load the correct pronunciation rules", for WCAG 3.1.1, Language of Page,
https://www.w3.org/WAI/WCAG20/Understanding/language-of-page. A test of it compares the attribute with the
language of most words, https://www.w3.org/WAI/standards-guidelines/act/rules/html-page-lang-matches-default-ucwvc8/.
Read: 2026-11-30.

Example
-------
    <html lang="en"><head><title>Sauerteig im Winter</title></head>
    <body><h1>Sauerteig im Winter</h1>
    <p>Im Winter braucht der Sauerteig mehr Wärme als im Sommer. Man stellt ihn am Abend auf den Ofen und
    füttert ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.</p>
    <p>Am zweiten Tag nimmt man die Hälfte davon weg und gibt frisches Mehl dazu. Das macht man so lange, bis
    er nach vier Stunden doppelt so hoch ist. Dann ist er stark genug für ein Brot, und der Rest kommt in ein
    Glas, das im Kühlschrank bis zum nächsten Backtag steht.</p></body></html>

Use instead
-----------
    <html lang="de"><head><title>Sauerteig im Winter</title></head>
    <body><h1>Sauerteig im Winter</h1>
    <p>Im Winter braucht der Sauerteig mehr Wärme als im Sommer. Man stellt ihn am Abend auf den Ofen und
    füttert ihn am Morgen mit Mehl und Wasser, bis er wieder steigt. Wer ihn im Keller hat, der muss länger
    warten.</p>
    <p>Am zweiten Tag nimmt man die Hälfte davon weg und gibt frisches Mehl dazu. Das macht man so lange, bis
    er nach vier Stunden doppelt so hoch ist. Dann ist er stark genug für ein Brot, und der Rest kommt in ein
    Glas, das im Kühlschrank bis zum nächsten Backtag steht.</p></body></html>

Not flagged
-----------
Texts of a few sentences; texts in two languages; languages much alike (Danish and Norwegian, Croatian and
Serbian, Indonesian and Malay, Czech and Slovak); regions (en-GB); languages that seocheck can't tell.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, language_name, normalise

RULE = Rule(weight=6, severity="warning", evidence="documented", needs=("body",))


def check(analysis: Analysis) -> Findings:
    """One finding where the text was judged by another language than the declared one."""
    article = analysis.article
    declared = normalise(article.declared_language)
    if not declared or article.language.source != "detected" or article.language.code == declared:
        return
    theirs, ours = language_name(declared), language_name(article.language.code)
    yield Finding(
        article.metadata_span,
        f"The declared language is {theirs}, but the text is in {ours}.",
        hint=f"Declare “{article.language.code}”, or publish the text in {theirs}.",
        subject="language",
        measured=article.language.code,
        target=declared,
    )
