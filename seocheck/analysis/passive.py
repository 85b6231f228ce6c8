"""Which sentences are in the passive voice, by rules and short lists of the language.

A passive is an auxiliary (be, werden, être, ser ...) with a past participle that is no adjective: "was built", not
"is interested", "is closed", "est venue". Precision comes before recall, so what may be a state is none. In German and
Dutch the two are sought within a clause, elsewhere the participle follows its auxiliary but for adverbs; Swedish also
has verbs in -s. The lists are in `data/passive/`, one file for each language, read when that language comes up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seocheck.analysis.folding import lower
from seocheck.analysis.quoted import quoted
from seocheck.analysis.tokens import Token, tokens
from seocheck.text import Span
from seocheck.yaml12 import load_yaml

if TYPE_CHECKING:
    from seocheck.analysis.reading_ease import Sentence
    from seocheck.article import Block

_FOLDER = Path(__file__).parent / "data" / "passive"

LANGUAGES = frozenset(["en", "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv"])
"""The languages whose passive voice is known here."""

MAX_SKIPPED = 4
"""Adverbs that may stand between an auxiliary and its participle."""
MAX_CLAUSE = 40
"""Words of a clause that are searched for the participle."""
MAX_QUESTION = 7
"""Words of a question between the auxiliary that opens it and its participle."""

_BLANK = "\ufffc"
_BREAK = re.compile(r"[^\s\-\u2010\u2011]")
_PARTS = re.compile(r"['’]")


class PassiveData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of the passive voice in a language. Lists are words parted by blanks, lower case.

    auxiliaries: forms of the passive auxiliary. events: those that tell an event from a state (been, fue, été).
    compound: auxiliaries that count only behind one of compound_after within three words (a été; stato is a noun, too).
    get: auxiliaries that make a passive only before get_before or the sentence's end, and never with get_not.
    reflexive: words before an auxiliary that make the verb reflexive (s'est levé).
    regular: pattern of regular participles. irregular: others. regular_not: what looks like one and is none.
    perfects: participles whose perfect is formed with the same auxiliary. states: adjectives in any case.
    results: states unless an event form or an agent says otherwise (is closed; has been closed; is closed by the guard).
    inflections: endings of a participle, in groups; a listed word that has a group's first ending has them all.
    degrees: words that only an adjective can have before it (very). habitual: participle before "to" that means a
        habit (used). skipped, skipped_endings: adverbs between auxiliary and participle.
    agents: what introduces an agent (by). not_agents: what follows that word where it does not (by noon).
    questions: whether a question puts its subject behind the auxiliary. determiners: words before a noun.
    elides: whether an apostrophe parts words (n'est).
    clause: whether the participle is sought in the whole clause. future: auxiliaries that also form a future, whose
        infinitive ends the clause. infinitives: what the participle stands before (gebaut werden). strong: what is
        behind "ge" in strong participles. same: those of them that are also infinitives, so that be + fallen is none.
        separable, inseparable: prefixes. weak, weak_not: patterns of weak participles. before_not: words behind a
        participle that make it active.
    inflected: pattern of forms that are passive by themselves; inflected_not, deponents: those that look so.
        inflected_after: pairs of words and a pattern that is passive behind them.
    """

    auxiliaries: str
    events: str = ""
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
    determiners: str = ""
    elides: bool = False
    clause: bool = False
    future: str = ""
    infinitives: str = ""
    strong: str = ""
    same: str = ""
    separable: str = ""
    inseparable: str = ""
    weak: str = ""
    weak_not: str = ""
    before_not: str = ""
    inflected: str = ""
    inflected_not: str = ""
    inflected_after: tuple[tuple[tuple[str, ...], str], ...] = ()
    deponents: str = ""


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive in a text: the range from its first to its last word, and the words that make it."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    glued: bool
    apart: bool  # something other than a blank stands before it
    elided: str = ""
    capital: bool = False


def passive_sentences(sentences: Sequence[Sentence], code: str) -> list[tuple[Sentence, Passive]]:
    """The sentences that are in the passive voice, each with its first passive, as ranges of its block's text.

    What stands between quotation marks or in inline code is somebody else's wording and is passed over.
    """
    found: list[tuple[Sentence, Passive]] = []
    block: Block | None = None
    visible = ""
    for sentence in sentences:
        if sentence.block is not block:
            block = sentence.block
            visible = _own_words(block)
        passive = find_passive(visible[sentence.start : sentence.end], code)
        if passive is not None:
            span = Span(passive.span.start + sentence.start, passive.span.end + sentence.start)
            found.append((sentence, Passive(span, passive.words)))
    return found


def find_passive(sentence: str, code: str) -> Passive | None:
    """The first passive of a sentence in the language `code`; None where there is none or the language is not known."""
    grammar = _grammar(code)
    if grammar is None:
        return None
    words = _words(sentence, grammar.elides)
    pair = grammar.find(words, sentence)
    if pair is None:
        return None
    first, last = sorted(pair)
    start, end = words[first].start, words[last].end
    between = sentence[start:end]
    if len(between) > 30 and first != last:
        between = f"{sentence[start : words[first].end]} … {sentence[words[last].start : end]}"
    return Passive(Span(start, end), between)


def _own_words(block: Block) -> str:
    text = block.text.value
    for span in sorted((*block.code, *quoted(text)), reverse=True):
        text = f"{text[: span.start]}{_BLANK * (span.end - span.start)}{text[span.end :]}"
    return text


def _words(sentence: str, elides: bool) -> list[_Word]:
    found: list[_Word] = []
    last = 0
    for token in tokens(sentence):
        apart = _BREAK.search(sentence, last, token.start) is not None
        last = token.end
        found.append(_word(token, apart, elides))
    return found


def _word(token: Token, apart: bool, elides: bool) -> _Word:
    text = lower(token.text)
    elided = ""
    if elides and "'" in text:
        elided, _, text = text.rpartition("'")
    return _Word(text, token.start, token.end, token.glued, apart, elided, token.text[:1].isupper())


@lru_cache(maxsize=16)
def _grammar(code: str) -> _Grammar | None:
    if code not in LANGUAGES:
        return None
    raw = load_yaml((_FOLDER / f"{code}.yml").read_text(encoding="utf-8"))
    data = msgspec.convert(raw, PassiveData)
    return _Clauses(data) if data.clause else _Grammar(data)


def _forms(listed: str, inflections: Sequence[Sequence[str]]) -> frozenset[str]:
    """The listed words in all the forms that their endings allow."""
    found = set(listed.split())
    for word in listed.split():
        group = next((g for g in inflections if word.endswith(g[0])), None)
        if group is not None:
            stem = word[: len(word) - len(group[0])]
            found.update(stem + ending for ending in group)
    return frozenset(found)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text or r"(?!)")


class _Grammar:
    """Finds a participle behind its auxiliary."""

    def __init__(self, data: PassiveData) -> None:
        self.elides = data.elides
        self._auxiliaries = frozenset(data.auxiliaries.split())
        self._events = frozenset(data.events.split())
        self._compound = frozenset(data.compound.split())
        self._compound_after = frozenset(data.compound_after.split())
        self._get = frozenset(data.get.split())
        self._get_not = frozenset(data.get_not.split())
        self._get_before = frozenset(data.get_before.split())
        self._reflexive = frozenset(data.reflexive.split())
        self._regular = _pattern(data.regular)
        self._regular_not = _pattern(data.regular_not)
        self._irregular = _forms(data.irregular, data.inflections)
        self._states = _forms(data.states, data.inflections) | _forms(data.perfects, data.inflections)
        self._results = _forms(data.results, data.inflections)
        self._degrees = frozenset(data.degrees.split())
        self._habitual = frozenset(data.habitual.split())
        self._skipped = frozenset(data.skipped.split())
        self._skipped_endings = _pattern(data.skipped_endings)
        self._agents = frozenset(data.agents.split())
        self._not_agents = frozenset(data.not_agents.split())
        self._questions = data.questions
        self._determiners = frozenset(data.determiners.split())
        self._inflected = _pattern(data.inflected)
        self._inflected_after = [(frozenset(before), _pattern(form)) for before, form in data.inflected_after]
        self._inflected_not = frozenset((*data.inflected_not.split(), *data.deponents.split()))

    def find(self, words: Sequence[_Word], sentence: str) -> tuple[int, int] | None:
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

    def _behind(self, words: Sequence[_Word], index: int) -> int | None:
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
        event = auxiliary.text in self._events
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

    def _is_reflexive(self, before: Sequence[_Word]) -> bool:
        last = before[-1]
        # "nous nous sommes levés", but "nous sommes invités"
        return last.text in self._reflexive or (len(before) > 1 and last.text == before[-2].text)

    def _is_event(self, words: Sequence[_Word], place: int, event: bool, degree: bool) -> bool:
        text = words[place].text
        if degree or text in self._states:
            return False
        if text in self._results and not event and not self._has_agent(words, place):
            return False
        return not (text in self._habitual and self._is_habit(words, place))

    def _has_agent(self, words: Sequence[_Word], place: int) -> bool:
        """Whether somebody is named who does it, at once or an adverb later."""
        for index in range(place + 1, min(place + 4, len(words) - 1)):
            if words[index].apart:
                return False
            text = f"{words[index].elided}'" if words[index].elided else words[index].text
            if text in self._agents:
                follower = words[index + 1].text
                return follower not in self._not_agents and not follower[0].isdigit()
        return False

    def _is_habit(self, words: Sequence[_Word], place: int) -> bool:
        """used to + noun or -ing: a habit; used to + infinitive: a purpose."""
        if place + 1 >= len(words) or words[place + 1].text != "to":
            return False
        following = words[place + 2].text if place + 2 < len(words) else ""
        person = {"am", "i'm"} & {w.text for w in words[max(0, place - 4) : place]}
        return bool(person) or not following or following.endswith("ing") or following in self._determiners

    def _got(self, words: Sequence[_Word], index: int) -> int | None:
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

    def _asked(self, words: Sequence[_Word]) -> tuple[int, int] | None:
        """Was the bridge built by monks?"""
        for index in range(min(3, len(words))):
            if words[index].text not in self._auxiliaries:
                continue
            for place in range(index + 2, min(index + 2 + MAX_QUESTION, len(words))):
                if words[place].apart:
                    return None
                before = words[place - 1].text
                if not self._is_participle(words[place]) or before in self._determiners or before in self._degrees:
                    continue
                ends = place + 1 == len(words) or words[place + 1].text in self._get_before | self._agents
                return (index, place) if ends and self._is_event(words, place, False, False) else None
        return None

    def _by_itself(self, words: Sequence[_Word], index: int) -> int | None:
        word = words[index]
        if word.capital and index > 0 or word.text in self._inflected_not:
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

    def _is_participle(self, word: _Word) -> bool:
        if word.text in self._irregular:
            return True
        return self._regular.fullmatch(word.text) is not None and self._regular_not.fullmatch(word.text) is None

    def _is_skipped(self, word: _Word) -> bool:
        return word.text in self._skipped or self._skipped_endings.fullmatch(word.text) is not None

    def _tied(self, words: Sequence[_Word], place: int) -> bool:
        """Whether a hyphen makes it a part of another word: well-known, closed-loop."""
        return words[place].glued or place + 1 < len(words) and words[place + 1].glued


class _Clauses(_Grammar):
    """Finds the participle anywhere in the auxiliary's clause."""

    def __init__(self, data: PassiveData) -> None:
        super().__init__(data)
        separable = "|".join(sorted(data.separable.split(), key=len, reverse=True))
        inseparable = "|".join(sorted(data.inseparable.split(), key=len, reverse=True))
        strong = "|".join(data.strong.split())
        prefixes = "|".join(p for p in inseparable.split("|") if p != "ge")
        self._weak = _pattern(data.weak.replace("{separable}", separable).replace("{inseparable}", inseparable))
        self._weak_not = _pattern(data.weak_not)
        self._strong = _pattern(f"(?:{separable})?(?:{inseparable})(?:{strong})")
        self._same = _pattern(f"(?:{separable})?(?:{prefixes})(?:{'|'.join(data.same.split()) or '(?!)'})")
        self._future = frozenset(data.future.split())
        self._infinitives = frozenset(data.infinitives.split())
        self._before_not = frozenset(data.before_not.split())

    def find(self, words: Sequence[_Word], sentence: str) -> tuple[int, int] | None:
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

    def _in_clause(self, words: Sequence[_Word], start: int, end: int) -> tuple[int, int] | None:
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

    def _stands(self, words: Sequence[_Word], start: int, index: int) -> bool:
        """Whether a participle that is no adjective stands there."""
        word = words[index]
        if (word.capital and index > 0) or self._tied(words, index):
            return False
        if index > start and words[index - 1].text in self._determiners:
            return False
        if word.text in self._states or word.text in self._auxiliaries:
            return False
        if self._strong.fullmatch(word.text):
            return True
        return self._weak.fullmatch(word.text) is not None and self._weak_not.fullmatch(word.text) is None

    def _is_future(self, words: Sequence[_Word], place: int, end: int) -> bool:
        """Whether an infinitive ends the clause: what stands before it is an adverb, or not of this verb."""
        last = words[end - 1]
        if end - 1 == place or not self._future or last.capital or last.text in self._infinitives:
            return False
        return len(last.text) > 4 and last.text.endswith("n") and not self._strong.fullmatch(last.text)

    def _is_certain(self, words: Sequence[_Word], forms: Mapping[int, str], place: int, end: int) -> bool:
        """Whether it cannot be an infinitive (Sie wird es vergessen)."""
        if not self._future or not self._same.fullmatch(forms[place]):
            return True
        return any(words[i].text in self._agents for i in range(max(0, place - 8), min(place + 3, end)))

