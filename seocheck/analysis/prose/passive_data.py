"""What is known of the passive voice in each language: one file each in `data/passive/`, read on demand."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_files import own_path, text_of
from seocheck.base.own_yaml import load_own_yaml

LANGUAGES = frozenset(["en", "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv"])
"""The languages with patterns for the passive voice."""


class PassiveData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The patterns of a language's passive voice. Lists are words separated by spaces, lower case.

    auxiliaries: forms of the passive auxiliary. events: those that mean an event, not a state (been, fue, été).
    modals: words before modal_infinitive that mean an event, too (must be closed).
    compound: auxiliaries that count only after one of compound_after within three words (a été; stato is a noun, too).
    get: auxiliaries that make a passive only before get_before or the sentence's end, and never with get_not.
    reflexive: words before an auxiliary that make the verb reflexive (s'est levé).
    regular: pattern of regular participles. irregular: others. regular_not: what looks like one but isn't.
    perfects: participles whose perfect is formed with the same auxiliary. states: adjectives in any case.
    results: states unless an event form or an agent says otherwise (is closed; has been closed).
    inflections: endings of a participle, in groups; a listed word that has a group's first ending has them all.
    degrees: words that only an adjective can have before it (very). habitual: participle before "to" that means a
        habit (used). skipped, skipped_endings: adverbs between auxiliary and participle.
    agents: what introduces an agent (by). not_agents: what follows that word where it does not (by noon).
    questions: whether a question puts its subject after the auxiliary. predicates: words that ask for the
        predicate (what is). determiners: words before a noun.
    elides: whether an apostrophe separates words (n'est).
    clause: whether the participle is sought in the whole clause. future: auxiliaries that also form a future, whose
        infinitive ends the clause. infinitives: what follows the participle (gebaut werden). perfect:
        those that no adjective precedes (bestimmt worden). strong: what follows
        "ge" in strong participles. same: those of them that are also infinitives, so that be + fallen isn't one.
        separable, inseparable: prefixes. weak, weak_not: patterns of weak participles. before_not: words after a
        participle that make it active.
    inflected: pattern of forms that are passive by themselves; inflected_not, deponents: those that look so.
        inflected_after: pairs of words and a pattern that is passive after them.
    """

    auxiliaries: str
    events: str = ""
    modals: str = ""
    modal_infinitive: str = ""
    compound: str = ""
    compound_after: str = ""
    get: str = ""
    get_not: str = ""
    get_before: str = ""
    reflexive: str = ""
    regular: str = ""
    regular_not: str = ""
    irregular: str = ""
    perfects: str = ""
    states: str = ""
    results: str = ""
    inflections: tuple[tuple[str, ...], ...] = ()
    degrees: str = ""
    habitual: str = ""
    skipped: str = ""
    skipped_endings: str = ""
    agents: str = ""
    not_agents: str = ""
    questions: bool = False
    predicates: str = ""
    determiners: str = ""
    elides: bool = False
    clause: bool = False
    future: str = ""
    infinitives: str = ""
    perfect: str = ""
    strong: str = ""
    same: str = ""
    separable: str = ""
    inseparable: str = ""
    weak: str = ""
    weak_not: str = ""
    before_not: str = ""
    inflected: str = ""
    inflected_not: str = ""
    inflected_after: tuple[tuple[str, str], ...] = ()
    deponents: str = ""


def load_passive(code: str) -> PassiveData:
    """The facts about one of `LANGUAGES`."""
    text = text_of(own_path(__file__, "..", "data", "passive", f"{code}.yml"))
    return msgspec.convert(load_own_yaml(text), PassiveData)


def forms(listed: str, inflections: Sequence[Sequence[str]]) -> frozenset[str]:
    """The listed words in all the forms that their endings allow."""
    found = set(listed.split())
    for word in listed.split():
        group = next((g for g in inflections if word.endswith(g[0])), None)
        if group is not None:
            stem = word[: len(word) - len(group[0])]
            found.update(stem + ending for ending in group)
    return frozenset(found)


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern; one that matches nothing for an empty text."""
    return late_pattern(text or r"(?!)")
