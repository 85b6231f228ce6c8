"""How a sentence begins that tells a story: patterns by language."""

from __future__ import annotations

BACK_THEN = {
    "en": r"back in|until (?:recently|now|then)|once upon|one (?:day|morning|evening|night)|(?:a few|some|two|three"
    r"|many|several"
    r"|\w+) (?:time|days?|weeks?|months?|years?) ago|last (?:week|month|year|night|summer|winter"
    r"|spring|weekend)|for now|the other day",
    "de": r"vor (?:einigen|ein paar|wenigen|zwei|drei|vielen|kurzem|langer)\b|(?:letzte|vorige"
    r"|vergangene)[nrsm]? (?:Woche|Monat|Jahr|Sommer|Winter)|eines Tages|es war einmal"
    r"|eine[rs]? (?:davon|von ihnen|dieser)",
    "fr": r"il y a (?:quelques|deux|trois|plusieurs|longtemps|une?|peu)|(?:la semaine|l['’]année) dernière"
    r"|le mois dernier|un (?:jour|matin|soir)",
    "es": r"(?:hasta )?hace (?:unos|unas|algunos|algunas|dos|tres|varios|varias|poco|mucho|una?)\b|la semana pasada"
    r"|el (?:mes|año) pasado|un (?:día|buen día)|el otro día",
    "pt": r"há (?:alguns|algumas|dois|duas|três|vários|várias|pouco|muito|uma?)\b|na semana passada"
    r"|no (?:mês|ano) passado|(?:um|outro) dia",
    "it": r"\w+ (?:giorno|giorni|settimana|settimane|mese|mesi|anno|anni|tempo) fa|la settimana scorsa"
    r"|(?:il mese|l['’]anno) scorso|un giorno|l['’]altro giorno",
    "nl": r"(?:een paar|enkele|twee|drie|een) (?:dag|dagen|week|weken|maand|maanden|jaar|jaren"
    r"|tijdje) geleden|vorige (?:week|maand)|vorig jaar|op een dag",
    "pl": r"(?:kilka|parę|dwa|trzy|jakiś) (?:dni|tygodni\w*|miesięcy|miesiące|lat|lata|czas) temu"
    r"|w (?:zeszłym|ubiegłym) (?:tygodniu|miesiącu|roku)|pewnego (?:dnia|razu)",
    "ru": r"(?:несколько|пару|два|три|много) (?:дн\w+|недел\w+|месяц\w+|лет|года?) назад|на прошлой неделе"
    r"|в прошлом (?:месяце|году)|однажды|как-то раз",
    "uk": r"(?:кілька|пару|два|три|багато) (?:дн\w+|тижн\w+|місяц\w+|років|роки) тому|минулого (?:тижня"
    r"|місяця|року)|одного (?:дня|разу)|якось",
    "cs": r"před (?:několika|pár|dvěma|třemi) (?:dny|týdny|měsíci|lety)|minulý (?:týden|měsíc|rok)"
    r"|jednoho dne",
}
"""How a story begins: some time ago, one day."""
