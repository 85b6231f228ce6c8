"""How an auxiliary and its participle are found in a sentence: after one another, or anywhere in a clause.

The lists say which words are what; see `PassiveData` for what each means. Time is linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seocheck.analysis.prose.passive_data import PassiveData, forms, pattern
from seocheck.analysis.words.folding import lower, lower_text
from seocheck.analysis.words.tokens import Token, tokens
from seocheck.base.late_pattern import late_pattern

MAX_SKIPPED = 4
"""Adverbs that may be between an auxiliary and its participle."""
MAX_CLAUSE = 40
"""Words of a clause that are searched for the participle."""
MAX_QUESTION = 7
"""Words of a question between the auxiliary that opens it and its participle."""

_RUN = late_pattern(r"[^\W_]+")
_BREAK = late_pattern(r"[^\s\-\u2010\u2011]")


class GrammarWord(NamedTuple):
    """A word in lower case with its place: what an apostrophe cuts off before it, whether a hyphen ties it on, whether
    anything other than a space is before it, and whether it has a capital."""

    text: str
    start: int
    end: int
    glued: bool
    apart: bool
    elided: str = ""
    capital: bool = False


def cut(sentence: str, elides: bool) -> list[GrammarWord]:
    """The words of a sentence, cut at apostrophes where the language elides (n'est)."""
    found: list[GrammarWord] = []
    last = 0
    for token in tokens(sentence):
        between = sentence[last : token.start]
        apart = between != " " and _BREAK.search(between) is not None
        last = token.end
        found.append(_word(token, apart, elides))
    return found


def _word(token: Token, apart: bool, elides: bool) -> GrammarWord:
    text = lower(token.text)
    elided = ""
    if elides and "'" in text:
        elided, _, text = text.rpartition("'")
    return GrammarWord(text, token.start, token.end, token.glued, apart, elided, token.text[:1].isupper())


class Grammar:
    """Finds a participle after its auxiliary."""

    def __init__(self, data: PassiveData) -> None:
        self.elides = data.elides
        self._auxiliaries = frozenset(data.auxiliaries.split())
        self._events = frozenset(data.events.split())
        self._modals = frozenset(data.modals.split())
        self._modal_infinitive = data.modal_infinitive
        self._compound = frozenset(data.compound.split())
        self._compound_after = frozenset(data.compound_after.split())
        self._get = frozenset(data.get.split())
        self._get_not = frozenset(data.get_not.split())
        self._get_before = frozenset(data.get_before.split())
        self._reflexive = frozenset(data.reflexive.split())
        self._regular = pattern(data.regular)
        self._regular_not = pattern(data.regular_not)
        self._irregular = forms(data.irregular, data.inflections)
        self._states = forms(data.states, data.inflections) | forms(data.perfects, data.inflections)
        self._results = forms(data.results, data.inflections)
        self._degrees = frozenset(data.degrees.split())
        self._habitual = frozenset(data.habitual.split())
        self._skipped = frozenset(data.skipped.split())
        self._skipped_endings = pattern(data.skipped_endings)
        self._agents = frozenset(data.agents.split())
        self._not_agents = frozenset(data.not_agents.split())
        self._questions = data.questions
        self._predicates = frozenset(data.predicates.split())
        self._determiners = frozenset(data.determiners.split())
        self._no_subject = self._determiners | self._degrees | self._get
        self._inflected = pattern(data.inflected)
        self._inflected_after = [(frozenset(before.split()), pattern(form)) for before, form in data.inflected_after]
        words = "|".join(map(re.escape, (*data.auxiliaries.split(), *data.get.split())))
        self._hint = late_pattern("" if data.inflected else rf"\b(?:{words})\b".replace("'", "['’]"), re.IGNORECASE)
        self._inflected_not = frozenset((*data.inflected_not.split(), *data.deponents.split()))
        self._participle_follows = (
            not (data.clause or data.inflected or data.inflected_after) and "".join(self._irregular).isalpha()
        )

    def may_have_one(self, sentence: str) -> bool:
        """Whether the words are in it that a passive needs; most sentences end here."""
        auxiliary = self._hint.search(sentence)
        if auxiliary is None:
            return False
        if not self._participle_follows:
            return True
        words = _RUN.findall(lower_text(sentence[auxiliary.end() :]))
        return not self._irregular.isdisjoint(words) or any(map(self._regular.fullmatch, words))

    def find(self, words: Sequence[GrammarWord], sentence: str) -> tuple[int, int] | None:
        """The places of the auxiliary and the participle of the first passive."""
        for index, word in enumerate(words):
            if word.text in self._auxiliaries:
                found = self._behind(words, index)
            elif word.text in self._get:
                found = self._got(words, index)
            else:
                found = self._by_itself(words, index)
            if found is not None:
                return index, found
        if self._questions and sentence.rstrip().endswith("?"):
            return self._asked(words)
        return None

    def _behind(self, words: Sequence[GrammarWord], index: int) -> int | None:
        auxiliary = words[index]
        before = words[max(0, index - 3) : index]
        if auxiliary.glued or auxiliary.elided in self._reflexive - {""}:
            return None
        if before and not auxiliary.apart and self._is_reflexive(before):
            return None
        if auxiliary.text in self._compound and not (
            {w.text for w in before} & self._compound_after and auxiliary.elided == ""
        ):
            return None
        event = auxiliary.text in self._events or (
            auxiliary.text == self._modal_infinitive and any(w.text in self._modals for w in before)
        )
        degree = False
        for place in range(index + 1, min(index + 2 + MAX_SKIPPED, len(words))):
            word = words[place]
            if word.apart:
                return None
            if word.text in self._auxiliaries and place > index + 1:
                return None  # its own search begins there
            if self._is_participle(word) and not self._tied(words, place):
                return place if self._is_event(words, place, event, degree) else None
            if not self._is_skipped(word):
                return None
            degree = word.text in self._degrees
            event = event or word.text in self._events
        return None

    def _is_reflexive(self, before: Sequence[GrammarWord]) -> bool:
        last = before[-1]
        # "nous nous sommes levés", but "nous sommes invités"
        return last.text in self._reflexive or (len(before) > 1 and last.text == before[-2].text)

    def _is_event(self, words: Sequence[GrammarWord], place: int, event: bool, degree: bool) -> bool:
        text = words[place].text
        if degree or text in self._states:
            return False
        if text in self._results and not event and not self._has_agent(words, place):
            return False
        return not (text in self._habitual and self._is_habit(words, place))

    def _has_agent(self, words: Sequence[GrammarWord], place: int) -> bool:
        """Whether somebody is named who does it, at once or an adverb later."""
        for index in range(place + 1, min(place + 4, len(words) - 1)):
            if words[index].apart:
                return False
            text = f"{words[index].elided}'" if words[index].elided else words[index].text
            if text in self._agents:
                follower = words[index + 1].text
                return follower not in self._not_agents and not follower[0].isdigit()
        return False

    def _is_habit(self, words: Sequence[GrammarWord], place: int) -> bool:
        """used to + noun or -ing: a habit; used to + infinitive: a purpose."""
        if place + 1 >= len(words) or words[place + 1].text != "to":
            return False
        following = words[place + 2].text if place + 2 < len(words) else ""
        person = {"am", "i'm"} & {w.text for w in words[max(0, place - 4) : place]}
        return bool(person) or not following or following.endswith("ing") or following in self._determiners

    def _got(self, words: Sequence[GrammarWord], index: int) -> int | None:
        place = index + 1
        while place < len(words) and place < index + 3 and self._is_skipped(words[place]) and not words[place].apart:
            if words[place].text in self._degrees:
                return None
            place += 1
        if place >= len(words) or words[place].apart or not self._is_participle(words[place]):
            return None
        text = words[place].text
        if text in self._states or text in self._results or text in self._get_not or text.startswith("un"):
            return None
        if place + 1 < len(words) and not words[place + 1].apart and words[place + 1].text not in self._get_before:
            return None
        return place

    def _asked(self, words: Sequence[GrammarWord]) -> tuple[int, int] | None:
        """Was the bridge built by monks?"""
        for index in range(min(3, len(words))):
            if words[index].text not in self._auxiliaries:
                continue
            if words[index - 1].text in self._predicates and index:  # What is the plan drawn up by the council?
                return None
            for place in range(index + 2, min(index + 2 + MAX_QUESTION, len(words))):
                if words[place].apart:
                    return None
                before = words[place - 1].text
                if not self._is_participle(words[place]) or before in self._no_subject:
                    continue
                ends = place + 1 == len(words) or words[place + 1].text in self._get_before | self._agents
                return (index, place) if ends and self._is_event(words, place, False, False) else None
        return None

    def _by_itself(self, words: Sequence[GrammarWord], index: int) -> int | None:
        word = words[index]
        if (word.capital and index > 0) or word.text in self._inflected_not:
            return None
        if self._inflected.fullmatch(word.text):
            return index
        for before, form in self._inflected_after:
            if word.text in before:
                for place in range(index + 1, min(index + 2 + MAX_SKIPPED, len(words))):
                    following = words[place]
                    if following.apart:
                        break
                    if form.fullmatch(following.text) and following.text not in self._inflected_not:
                        return place
                    if not self._is_skipped(following):
                        break
        return None

    def _is_participle(self, word: GrammarWord) -> bool:
        if word.capital:
            return False
        if word.text in self._irregular:
            return True
        return self._regular.fullmatch(word.text) is not None and self._regular_not.fullmatch(word.text) is None

    def _is_skipped(self, word: GrammarWord) -> bool:
        return word.text in self._skipped or self._skipped_endings.fullmatch(word.text) is not None

    def _tied(self, words: Sequence[GrammarWord], place: int) -> bool:
        """Whether a hyphen makes it a part of another word: well-known, closed-loop."""
        return words[place].glued or (place + 1 < len(words) and words[place + 1].glued)


class Clauses(Grammar):
    """Finds the participle anywhere in the auxiliary's clause."""

    def __init__(self, data: PassiveData) -> None:
        super().__init__(data)
        separable = "|".join(sorted(data.separable.split(), key=len, reverse=True))
        inseparable = "|".join(sorted(data.inseparable.split(), key=len, reverse=True))
        strong = "|".join(data.strong.split())
        prefixes = "|".join(p for p in inseparable.split("|") if p != "ge")
        self._weak = pattern(data.weak.replace("{separable}", separable).replace("{inseparable}", inseparable))
        self._weak_not = pattern(data.weak_not)
        self._strong = pattern(f"(?:{separable})?(?:{inseparable})(?:{strong})")
        self._same = pattern(f"(?:{separable})?(?:{prefixes})(?:{'|'.join(data.same.split()) or '(?!)'})")
        self._future = frozenset(data.future.split())
        self._infinitives = frozenset(data.infinitives.split())
        self._perfect = frozenset(data.perfect.split())
        self._before_not = frozenset(data.before_not.split())

    def find(self, words: Sequence[GrammarWord], sentence: str) -> tuple[int, int] | None:
        """The places of the auxiliary and the participle of the first passive."""
        start = 0
        while start < len(words):
            end = start + 1
            while end < len(words) and not words[end].apart and end - start < MAX_CLAUSE:
                end += 1
            found = self._in_clause(words, start, end)
            if found is not None:
                return found
            start = end
        return None

    def _in_clause(self, words: Sequence[GrammarWord], start: int, end: int) -> tuple[int, int] | None:
        auxiliaries = [i for i in range(start, end) if words[i].text in self._auxiliaries and not words[i].capital]
        if words[start].text in self._auxiliaries and start == 0:
            auxiliaries.insert(0, start)
        if not auxiliaries:
            return None
        forms = {i: words[i].text for i in range(start, end) if self._stands(words, start, i)}
        sure = any(words[i].text not in self._future for i in auxiliaries)
        for place in forms:
            following = words[place + 1].text if place + 1 < end else ""
            if following in self._before_not:
                continue
            if following in self._auxiliaries:  # gebaut wurde, gebaut werden
                if following in self._infinitives or sure or not self._same.fullmatch(forms[place]):
                    return place + 1, place
                continue
            first = next((i for i in auxiliaries if i < place), None)
            if first is None:
                continue
            if sure or (not self._is_future(words, place, end) and self._is_certain(words, forms, place, end)):
                return first, place
        return None

    def _stands(self, words: Sequence[GrammarWord], start: int, index: int) -> bool:
        """Whether a participle that isn't an adjective is there."""
        word = words[index]
        if (word.capital and index > 0) or self._tied(words, index):
            return False
        if index > start and words[index - 1].text in self._determiners:
            return False
        if word.text in self._auxiliaries:
            return False
        if word.text in self._states:
            return words[index + 1].text in self._perfect if index + 1 < len(words) else False
        if self._strong.fullmatch(word.text):
            return True
        return self._weak.fullmatch(word.text) is not None and self._weak_not.fullmatch(word.text) is None

    def _is_future(self, words: Sequence[GrammarWord], place: int, end: int) -> bool:
        """Whether an infinitive ends the clause: what is before it is an adverb, or not of this verb."""
        last = words[end - 1]
        if end - 1 == place or not self._future or last.capital or last.text in self._infinitives:
            return False
        return len(last.text) > 4 and last.text.endswith("n") and not self._strong.fullmatch(last.text)

    def _is_certain(self, words: Sequence[GrammarWord], forms: Mapping[int, str], place: int, end: int) -> bool:
        """Whether it cannot be an infinitive (Sie wird es vergessen)."""
        if not self._future or not self._same.fullmatch(forms[place]):
            return True
        return any(words[i].text in self._agents for i in range(max(0, place - 8), min(place + 3, end)))
