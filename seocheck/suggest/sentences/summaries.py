"""What an article has written as its own summary: a standfirst, a paragraph with a label, a part with a heading."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.analysis import Analysis
from seocheck.analysis.declared.cut_off import cut_off
from seocheck.analysis.declared.other_language import other_language
from seocheck.analysis.prose.asides import without_asides
from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Field
from seocheck.suggest.sentences.clauses import clauses
from seocheck.suggest.sentences.openings import leans, points_back
from seocheck.suggest.sentences.standing import Widths, even, fits, stands

_FIELDS = frozenset(
    """
    subtitle subtitulo subtítulo soustitre sottotitolo untertitel ondertitel undertitel standfirst strapline tagline dek
    deck lede lead leadtext intro introduction introtext teaser teasertext summary excerpt abstract tldr synopsis blurb
    chapo chapeau chapô accroche extrait résumé vorspann anreißer anreisser kurzbeschreibung zusammenfassung einleitung
    entradilla bajada extracto resumen resumo resumó linhafina sommario occhiello estratto riassunto inleiding
    samenvatting ingress ingres manchet sammanfattning sammendrag zajawka streszczenie wstęp perex úvod shrnutí анонс
    лид аннотация подзаголовок анотація підзаголовок ogdescription twitterdescription
    """.split()  # noqa: SIM905
)
"""Names of fields that hold a standfirst or an excerpt, without hyphens and in small letters."""
_NAMES = """
    tl;dr|tldr|summary|abstract|synopsis|in short|in brief|in a nutshell|in summary|at a glance|key takeaway
    |key takeaways|executive summary|the short version|bottom line|short introduction|quick introduction
    |quick summary|definition
    |zusammenfassung|kurzfassung|kurz gesagt|kurz und knapp|auf einen blick|das wichtigste in kürze|in kürze|abstrakt
    |résumé|en bref|en résumé|l'essentiel|synthèse|en un coup d'œil|à retenir
    |resumen|en resumen|en breve|síntesis|en pocas palabras|lo esencial
    |resumo|em resumo|em síntese|em poucas palavras|o essencial
    |in breve|in sintesi|riassunto|sintesi|in poche parole|in pillole
    |samenvatting|samengevat|in het kort|kort samengevat|in een notendop
    |sammanfattning|i korthet|kort sagt|kort fortalt|opsummering|resumé|sammendrag|oppsummering|kort oppsummert
    |streszczenie|w skrócie|podsumowanie|w pigułce|najważniejsze
    |коротко|кратко|вкратце|резюме|краткое содержание|главное|аннотация
    |стисло|підсумок|головне|анотація
    |shrnutí|stručně|ve zkratce|abstrakt|souhrn
    |rezumat|pe scurt|összefoglaló|röviden|tiivistelmä|lyhyesti|özet|kısaca|ringkasan|singkatnya|tóm tắt|tóm lại|सारांश
    |まとめ|要約|概要|要点|摘要|概述|总结|小结|簡介|요약|개요
"""
_SUMMARY = frozenset(fold(name.strip()) for name in _NAMES.replace("\n", " ").split("|") if name.strip())
"""What a summary is called, as label or as heading."""
_COLON = late_pattern(r":\s")
_LABEL = late_pattern(r"\s*[*_]*([^\W\d_][^\n:：—–-]{2,30}?)[*_]*\s?(?:[:：]|\s[–—-]\s)[*_]*\s*")


def labelled(text: str) -> int:
    """Where a text begins behind the label of a summary ("TL;DR:", "En bref :"); 0 where it has none."""
    found = _LABEL.match(text)
    return found.end() if found and _is_summary(found[1]) else 0


def in_summary(analysis: Analysis) -> frozenset[int]:
    """The blocks, by identity, that come first below a heading that names a summary."""
    found: set[int] = set()
    opened = False
    for block in analysis.article.blocks:
        if block.kind == "heading":
            opened = block.level > 1 and _is_summary(block.text.value)
        elif opened and block.kind == "paragraph":
            found.add(id(block))
            opened = False
    return frozenset(found)


def _is_summary(words: str) -> bool:
    return fold(" ".join(words.strip(" *_:：.").split())) in _SUMMARY


def standfirsts(analysis: Analysis, title: str, bounds: Widths) -> Iterator[tuple[str, Field]]:
    """What the metadata has as standfirst or excerpt, if it can stand alone and is not the description already."""
    code = analysis.language.code
    declared = analysis.article.description
    known = {even(declared.text.value)} if declared else set()
    for name, fields in analysis.article.metadata.items():
        if "".join(filter(str.isalnum, name.casefold())) not in _FIELDS:
            continue
        for field in fields:
            text = _shortened(even(field.text.value), code, bounds)
            if text in known or leans(text, code) or not fits(text, bounds):
                continue
            if cut_off(analysis, text) or other_language(field.text, analysis):
                continue
            if stands(text, code, title, ended=False) and not points_back(text, code):
                known.add(text)
                yield text, field


def _shortened(text: str, code: str, bounds: Widths) -> str:
    """A standfirst without its end, if it is too wide and has an end that may be left off."""
    if fits(text, bounds):
        return text
    parts = [without_asides(text), *(text[:end] for begin, end in clauses(text, code) if not begin)]
    parts += [text[: found.start()] for found in _COLON.finditer(text)]
    return next((part for part in parts if fits(part, bounds)), text)
