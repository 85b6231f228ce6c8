"""How an article speaks of itself: "this guide shows", "in diesem Beitrag"; and how it says who pays for it.

What an article says of itself is what a description says. Of each language there are the words that point and the words
for a text; of a language that is not here nothing is known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern


class _Own(NamedTuple):
    """points: what may be before the word for a text, as a pattern. texts: the beginnings or whole of such words."""

    points: str
    texts: str


_OWN = {
    "en": _Own(
        r"(?:(?:in |throughout |with |from )?(?:the )?(?:goal|aim|purpose|point|idea|objective) of |in |throughout "
        r"|with |for |on )?this (?:[\w-]+ )?",
        r"article|guide|post|blog|tutorial|page|report|study|document|section|essay|chapter|recipe|lesson|exercise"
        r"|series|review|walkthrough|course|module|piece|how-to|primer|overview|notebook|case study|white ?paper"
        r"|cheat ?sheet",
    ),
    "de": _Own(
        r"(?:in |mit |aus |(?:das )?ziel )?diese[rmns]? (?:\w+ )?",
        r"\w*artikels?|\w*beitrags?|\w*anleitung|\w*leitfadens?|seite|\w*berichts?|textes|text|\w*tutorials?"
        r"|\w*kapitels?"
        r"|\w*guides?|\w*ratgebers?|übersicht|\w*studie|\w*workshops?|\w*serie|\w*vortrags?|\w*posts?"
        r"|dokuments?|dokumentation|whitepapers?|\w*rezepts?|\w*kurs|\w*handbuchs?|lektion|überblicks?|episode|folge",
    ),
    "fr": _Own(
        r"(?:dans |avec |(?:l['’]objectif|le but|l['’]objet) de )?(?:cet|cette|ce) (?:\w+ )?",
        r"article|guide|tutoriel|tuto|page|rapport|étude|billet|post|texte|document|chapitre|dossier|cours|série"
        r"|présentation|atelier|recette|leçon|fiche|note|revue|analyse|récapitulatif|épisode|ouvrage|mémo",
    ),
    "es": _Own(
        r"(?:en |con |a lo largo de |el (?:objetivo|propósito|fin) de )?est[ea] ",
        r"artículo|guía|tutorial|página|informe|estudio|entrada|post|texto|documento|capítulo|curso|serie"
        r"|lección|taller|manual|publicación|receta|reseña|análisis|nota|entrega|presentación|charla|cuaderno",
    ),
    "pt": _Own(
        r"(?:(?:o (?:objetivo|propósito) )?[nd]|com |ao longo d)?(?:est[ea]|ess[ea]) ",
        r"artigo|guia|tutorial|página|texto|estudo|post|postagem|documento|capítulo|curso|série|aula|lição"
        r"|relatório|publicação|receita|manual|análise|oficina|palestra|episódio|matéria",
    ),
    "it": _Own(
        r"(?:in |con |(?:l['’]obb?iettivo|lo scopo|il fine) di )?quest(?:[oa] |['’])",
        r"articolo|guida|tutorial|pagina|post|testo|documento|capitolo|corso|serie|lezione|relazione|studio"
        r"|rapporto|ricetta|manuale|analisi|recensione|approfondimento|workshop|episodio|saggio|vademecum",
    ),
    "nl": _Own(
        r"(?:in |met |(?:het )?doel van )?(?:dit|deze) (?:\w+ )?",
        r"artikel|gids|handleiding|pagina|blog|blogpost|post|tekst|rapport|studie|onderzoek|document|hoofdstuk|cursus"
        r"|serie|les|lezing|presentatie|workshop|tutorial|recept|overzicht|verslag|aflevering|stappenplan",
    ),
    "sv": _Own(
        r"(?:i |med |syftet med )?(?:den här|det här|denna|detta) ",
        r"artikeln?|guiden?|inlägget|inlägg|sidan?|texten?|rapporten?|handledningen?|kapit(?:let|el)|kursen?"
        r"|serien?|lektionen?|studien?|recensionen?|manualen?|översikten?|rapport",
    ),
    "da": _Own(
        r"(?:i |med |formålet med )?(?:denne|dette|den her|det her) ",
        r"artikel|guide|indlæg|side|tekst|rapport|vejledning|kapitel|kursus|serie|lektion|undersøgelse|opskrift"
        r"|oversigt|gennemgang",
    ),
    "nb": _Own(
        r"(?:i |med |formålet med )?(?:denne|dette|den her|det her) ",
        r"artikkelen|guiden|innlegget|siden|teksten|rapporten|veiledningen|kapit(?:te)?let|kurset|serien"
        r"|leksjonen|studien|oppskriften|oversikten|gjennomgangen",
    ),
    "pl": _Own(
        r"(?:w |we |z |celem )?t(?:ym|ego|en|a|ej|ę|o) ",
        r"artyku\w+|poradnik\w*|przewodnik\w*|wpis\w*|tekst\w*|tutorial\w*|rozdzia\w+|kurs\w*|post\w*|raport\w*"
        r"|stron\w+|lekcj\w+|seri\w+|dokumen\w+|opracowani\w+|instrukcj\w+|samoucz\w+|recenzj\w+",
    ),
    "ru": _Own(
        r"(?:в |целью? |цель )?(?:эт(?:ой|ом|а|от|о|ого)|данн(?:ой|ом|ая|ый|ого)) ",
        r"стать\w+|руководств\w+|урок\w*|пост\w*|замет\w+|глав\w+|материал\w*|текст\w*|обзор\w*|гайд\w*|туториал\w*"
        r"|страниц\w+|доклад\w*|курс\w*|цикл\w*|публикаци\w+|инструкци\w+|документ\w*|лекци\w+",
    ),
    "uk": _Own(
        r"(?:у |в |мета |метою )?(?:ц(?:ій|ьому|я|ей|е|ього|ієї)|дан(?:ій|ому|а|ий)) ",
        r"стат\w+|посібник\w*|урок\w*|допис\w*|пост\w*|матеріал\w*|огляд\w*|сторін\w+|розділ\w*|текст\w*|гайд\w*"
        r"|інструкці\w+|доповід\w+|документ\w*|курс\w*|публікаці\w+|довідник\w*|замітк\w+",
    ),
    "cs": _Own(
        r"(?:v |ve |cílem )?t(?:omto|ento|ato|oto|éto|ohoto) ",
        r"článk\w*|článek|návod\w*|příruč\w+|strán\w+|text\w*|kapitol\w+|tutoriál\w*|příspěv\w+|průvodc\w+|kurz\w*"
        r"|seriál\w*|lekc\w+|dokument\w*|recenz\w+|zápis\w*|přehled\w*",
    ),
    "ro": _Own(
        r"(?:în |scopul )?(?:acest|această|acestui|acestei) ",
        r"articol\w*|ghid\w*|tutorial\w*|pagin\w+|text\w*|raport\w*|capitol\w*|curs\w*|document\w*|material\w*"
        r"|studiu\w*"
        r"|post\w*|lecți\w+",
    ),
    "hu": _Own(
        r"(?:ebben|ez|ennek) az? ",
        r"cikk\w*|útmutató\w*|bejegyzés\w*|oldal\w*|írás\w*|leírás\w*|fejezet\w*|tanulmány\w*|dokumentum\w*"
        r"|bemutató\w*|leck\w+|anyag\w*|posztban|poszt\w*",
    ),
    "fi": _Own(
        r"(?:tässä|tämä|tämän) ",
        r"artikkeli\w*|oppaa\w+|opas|\w*kirjoitu\w+|sivu\w*|teksti\w*|luku|luvu\w+|rapor\w+|juttu|jutu\w+|ohje\w*"
        r"|kurssi\w*|tutkimu\w+|julkaisu\w*",
    ),
    "tr": _Own(r"bu (?:blog )?", r"(?:makale|yazı|rehber|kılavuz|sayfa|eğitim|doküman|belge|bölüm|ders|rapor)\w*"),
    "id": _Own(
        r"(?:(?:dalam|pada|di|tujuan) )?",
        r"(?:artikel|panduan|halaman|tulisan|tutorial|postingan|bab|dokumen|laporan|materi|kursus|resep|ulasan) ini",
    ),
    "vi": _Own(r"(?:trong )?", r"(?:bài viết|hướng dẫn|trang|loạt bài|tài liệu|chương|bài học) này"),
    "hi": _Own("", r"(?:इस|यह) (?:लेख|पोस्ट|गाइड|ट्यूटोरियल|पेज|पृष्ठ|अध्याय|रिपोर्ट|ब्लॉग)"),
    "ja": _Own(
        "",
        r"(?:この(?:記事|ページ|ガイド|チュートリアル|ドキュメント|文書|資料|ブログ|投稿|シリーズ|章|講座|レポート|連載)"
        r"|本記事|本稿|本書|本資料|本チュートリアル|本ドキュメント)",
    ),
    "zh": _Own("", r"(?:本文|本篇|本章|本节|本系列|本教程|本指南|这篇(?:文章|教程|博客|指南|笔记)|本页|本课程|本报告)"),
    "ko": _Own(
        "", r"이(?:번)? (?:문서|글|장|챕터|가이드|자습서|페이지|기사|항목|섹션|토픽|강좌|포스트|포스팅|튜토리얼|시리즈)"
    ),
}

_FURTHER = {
    "en": r"in this (?:talk|session|episode|webinar|presentation|workshop|interview)\b|(?:this"
    r"|here) is (?:an? )?(?:[\w-]+ ){0,3}(?:guide|tutorial|introduction|overview|walkthrough|primer|summary"
    r"|recipe|review|list|checklist|recap) (?:to|for|of|on|about)\b|this (?!example|command|function|method|code|class"
    r"|option|setting|parameter|property|table|figure|step|image|screenshot|script)\w+ (?:explains|describes|shows"
    r"|covers|introduces|discusses|explores|outlines|presents|answers|documents|teaches|walks)\b",
    "de": r"diese[rs]? \w+ (?:erklärt|beschreibt|zeigt|behandelt|erläutert)\b|(?:dies|das) ist (?:eine? )(?:\w+ ){0,2}"
    r"(?:\w*anleitung|\w*leitfaden|einführung|überblick|übersicht|zusammenfassung|tutorial)\b",
    "fr": r"(?:ce|cet|cette) \w+ (?:explique|décrit|présente)\b|(?:ceci|voici) (?:est )?une? (?:\w+ ){0,2}(?:guide"
    r"|introduction|tutoriel|présentation|résumé|aperçu)\b",
    "es": r"est[ea] \w+ (?:explica|describe|presenta)\b|est[ea] es una? (?:\w+ ){0,2}(?:guía|tutorial|introducción"
    r"|resumen|manual)\b",
    "pt": r"est[ea] é uma? (?:\w+ ){0,2}(?:guia|tutorial|introdução|resumo|manual)\b",
    "it": r"quest[oa] (?:è|vuole essere|vuol essere) una? (?:\w+ ){0,2}(?:guida|tutorial|introduzione|riassunto"
    r"|manuale)\b",
    "nl": r"dit is een (?:\w+ ){0,2}(?:gids|handleiding|inleiding|overzicht|samenvatting|tutorial)\b",
}
"""Other ways to say what a text is or shows."""

_TELLS = {
    "en": late_pattern(
        r"\b(?:show|explain|describ|cover|learn|discuss|walk|look|explor|teach|introduc|outlin|compar|examin|provid"
        r"|present"
        r"|help|focus|aim|detail|demonstrat|highlight|review|summar|answer|address|deal|concern|giv)\w*"
    ),
    "de": late_pattern(
        r"\b(?:zeig|erklär|beschreib|lern|erfahr|behandel|vergleich|vorstell|stell|erläuter|besprech"
        r"|gib|geb|biet|geht|richt|widm|befass|dreh|hilf|helf|führ)\w*"
    ),
    "fr": late_pattern(
        r"\b(?:montr|expliqu|décri|appren|découvr|présent|explor|abord|verr|voir|compar|détaill|parl"
        r"|propos|offr|trait|vis|adress|donn|fourni|aid|consacr|dévoil)\w*"
    ),
    "es": late_pattern(
        r"\b(?:mostr|muestr|explic|describ|aprend|verem|present|explor|compar|habl|cuent|repas"
        r"|ofrec|trat|dedicad|proporcion|busc|ayud|analiz|detall|centr)\w*"
    ),
    "pt": late_pattern(
        r"\b(?:mostr|explic|descrev|aprend|verem|apresent|explor|compar|fal|abord|ensin"
        r"|oferec|trat|dedicad|proporcion|busc|ajud|analis|detalh)\w*"
    ),
    "it": late_pattern(
        r"\b(?:mostr|spieg|descriv|impar|vedrem|present|esplor|confront|parl|scopr|illustr"
        r"|offr|tratt|dedicat|forni|propon|aiut|analizz|approfond)\w*"
    ),
    "pl": late_pattern(
        r"\b(?:pokaz|pokaż|wyjaśni|opis|przedstaw|omawi|omów|naucz|dowie|porówn|tłumacz"
        r"|dotycz|zawier|poświęc|prezent|porusz|pomo|dowi|znajdzi)\w*"
    ),
    "ru": late_pattern(
        r"\b(?:покаж|показ|объясн|опис|рассказ|рассмотр|рассматр|узна|науч|сравн|разбер|разбир"
        r"|предлага|посвящ|да[её]т|содерж|опису|речь|говор|помо|познаком)\w*"
    ),
    "uk": late_pattern(
        r"\b(?:покаж|показ|поясн|опис|розпові|розгля|дізна|навч|порівн|розбер"
        r"|пропону|присвяч|мова|говор|допомо|познайом|містит)\w*"
    ),
    "cs": late_pattern(
        r"\b(?:ukáž|ukaz|vysvětl|popis|popíš|představ|nauč|dozví|porovn|srovn"
        r"|nabíz|věnuj|obsahuj|pojednáv|pomů|seznám|najde)\w*"
    ),
    "sv": late_pattern(r"\b(?:visa|förklar|beskriv|lär|gå|jämför|presenter|handla|titta)\w*"),
    "da": late_pattern(r"\b(?:vis|forklar|beskriv|lær|gå|sammenlign|præsenter|handl|se)\w*"),
    "nb": late_pattern(r"\b(?:vis|forklar|beskriv|lær|gå|sammenlign|presenter|handl|se)\w*"),
    "nl": late_pattern(
        r"\b(?:laat|laten|legg?|uitleg|beschrijf|leer|ontdek|bespreek|bespreken|vergelijk|behandel"
        r"|bied|gaat|gaan|geef|geven|help|vertel|toon|tonen)\w*"
    ),
}
"""Beginnings of verbs for what a text does for its readers."""
_OF_ITS_MAKING = late_pattern(
    r"\b(?:written|updated|tested|published|posted|translated|part of|first appeared|cross-?posted|archived|deprecated"
    r"|outdated|work in progress|revived|migrated|republished|resurrected|imported|rewritten|revised|geschrieben"
    r"|getestet|aktualisiert|veröffentlicht|übersetzt|écrit|testé|publié|traduit"
    r"|escrito|probado|publicado|traducido|testado|traduzido|scritto|testato|pubblicato|tradotto|geschreven|vertaald"
    r"|napisany|przetłumaczony|написан\w*|обновлен\w*|опубликован\w*|перев[её]д[её]н\w*|устарел\w*)\b",
    re.IGNORECASE,
)
_PAID = late_pattern(
    r"\b(?:affiliates?|commissions?|disclosure|disclaimer|sponsored|sponsorship|advertorial|paid partnership|gesponsert"
    r"|provision|affiliate-\w+|werbung|anzeige|sponsorisée?|affiliés?|affiliation|patrocinad[oa]s?|afiliad[oa]s?"
    r"|sponsorizzat[oa]|affiliat[oaie]|gesponsord|sponsorowan\w+|afiliacyjn\w+|партн[её]рск\w+|реклам\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _pattern(code: str) -> re.Pattern[str] | None:
    own = _OWN.get(code)
    if own is None:
        return None
    spaced = code not in ("ja", "zh", "ko", "hi")
    words = rf"(?<!\w){own.points}(?:{own.texts})(?!\w)" if spaced else f"{own.points}(?:{own.texts})"
    further = _FURTHER.get(code)
    return re.compile(f"{words}|{further}" if further else words, re.IGNORECASE)


def is_of_itself(text: str, code: str) -> bool:
    """Whether a text begins with what its article is or shows: "This guide shows ..."."""
    own = _pattern(code)
    return own is not None and own.match(text) is not None


def shows(text: str, code: str) -> bool | None:
    """Whether a text that begins with its article says what that shows; None where no verbs are known."""
    tells = _TELLS.get(code)
    return None if tells is None else is_of_itself(text, code) and tells.search(without_itself(text, code)) is not None


def mentions_itself(text: str, code: str) -> bool:
    """Whether a text says anywhere that its article shows something: "All of it is explained in this guide"."""
    tells, rest = _TELLS.get(code), without_itself(text, code)
    return tells is not None and rest != text and tells.search(rest) is not None


def is_of_its_making(text: str) -> bool:
    """Whether a text says how an article came about, which is no description of it."""
    return _OF_ITS_MAKING.search(text) is not None


def is_paid(text: str, code: str) -> bool:
    """Whether an article says of itself who pays for it."""
    return is_of_itself(text, code) and _PAID.search(text) is not None


def without_itself(text: str, code: str) -> str:
    """A text without what it calls its article: "this guide"."""
    own = _pattern(code)
    return own.sub("", text) if own else text
