"""What a rule of the house style finds in an article."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.words.unspaced import is_whole
from seocheck.base.plural import plural
from seocheck.base.text import Span, Text, meets
from seocheck.house.patterns import PatternError, compiled, exceptions_of, pattern_of, swap_groups
from seocheck.house.values import TOO_SLOW, HouseRule
from seocheck.model.article import Block
from seocheck.model.rule import Finding, NotAssessedError

RULE_SECONDS, ARTICLE_SECONDS = 0.5, 2.0
"""Seconds of processor time that one rule, and all of them, may take on an article."""

NAMED = 5
"""Different words that a message on a count names."""

MOST = 200
"""Findings of one rule in an article; the last one gives the number of those that are left."""


class ZoneText(msgspec.Struct, frozen=True):
    """A text to look at. without: its ranges that don't count, in order: inline code."""

    text: Text
    without: tuple[Span, ...] = ()


class Match(msgspec.Struct, frozen=True):
    """What was found: the words, where, and what to write instead."""

    place: ZoneText
    start: int
    end: int
    instead: str = ""

    @property
    def words(self) -> str:
        """As the article has them."""
        return self.place.text.value[self.start : self.end].strip()


class Matcher:
    """A rule with its patterns compiled."""

    def __init__(self, rule: HouseRule) -> None:
        self._rule = rule
        self._pattern, self._exceptions = pattern_of(rule), exceptions_of(rule)
        self._swaps = swap_groups(rule)

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """The findings. Raises NotAssessedError where the patterns take too long."""
        budget = _Budget(analysis)
        places = list(places_of(self._rule, analysis))
        try:
            if self._rule.kind == "occurrence":
                found = list(self._counted(places, analysis, budget))
            else:
                found = [self._finding(match) for place in places for match in self._matches(place, budget)]
        except TimeoutError:
            raise NotAssessedError(budget.reason) from None
        finally:
            budget.note()
        most = min(self._rule.limit or MOST, MOST)
        yield from found[: most - 1]
        if len(found) >= most:
            more = f" (and {len(found) - most} more)" if len(found) > most and not self._rule.limit else ""
            yield msgspec.structs.replace(found[most - 1], message=found[most - 1].message + more)

    def _matches(self, place: ZoneText, budget: _Budget) -> Iterator[Match]:
        value = place.text.value
        if not value:
            return
        addresses = _addresses(value)
        whole = self._rule.whole_words and not self._rule.regex
        for match in self._pattern.finditer(value, timeout=budget.left()):
            start, end = match.span()
            while start < end and value[start].isspace():
                start += 1
            while start < end and value[end - 1].isspace():
                end -= 1
            if start == end or meets(place.without, start, end) or meets(addresses, start, end):
                continue
            if whole and not is_whole(value, start, end):
                continue
            words = value[start:end]
            if self._exceptions is not None and self._exceptions.search(words, timeout=budget.left()):
                continue
            instead = ""
            if self._rule.kind == "substitution":
                met = match.groupdict()
                key = next(word for group, word in self._swaps.items() if met[group] is not None)
                instead = self._instead(key, words, budget)
                if _is_said(instead, value, start, end) or self._is_right(instead, words, budget):
                    continue
            yield Match(place, start, end, instead)

    def _instead(self, key: str, words: str, budget: _Budget) -> str:
        """What to write, with what was matched by groups of its own filled in: $1."""
        instead = self._rule.swap[key]
        if self._rule.regex and "$" in instead:
            own = compiled(key, ignore_case=self._rule.ignore_case).search(words, timeout=budget.left())
            groups = own.groups() if own else ()
            instead = re.sub(
                r"\$(\d)", lambda m: (groups[int(m[1]) - 1] or "") if 0 < int(m[1]) <= len(groups) else m[0], instead
            )
        if words[:1].isupper() and not words.split()[0][1:].isupper():  # a capital of its own: CLI
            # Not where the capital is the fault: Internet, internet.
            ways = (way if way.lower() == words.lower() else way[:1].upper() + way[1:] for way in instead.split("|"))
            return "|".join(ways)
        return instead

    def _is_right(self, instead: str, words: str, budget: _Budget) -> bool:
        """Whether the words are already what the rule wants."""
        if words in instead.split("|"):
            return True
        if not (self._rule.regex and re.search(r"[\\(\[?*+]", instead)):
            return False
        try:
            pattern = compiled(instead, ignore_case=self._rule.ignore_case)
        except PatternError:
            return False
        return pattern.fullmatch(words, timeout=budget.left()) is not None

    def _finding(self, match: Match) -> Finding:
        rule, words = self._rule, match.words
        ways = match.instead.split("|")
        subject = words.casefold()[:80]
        place = match.place.text.span(match.start, match.end)
        if rule.vale:
            instead = " or ".join(f"'{way}'" for way in ways) if rule.quotes else match.instead
            said = [instead, words] if rule.kind == "substitution" else [words]
            hint = f"Write “{'” or “'.join(ways)}”." if match.instead else ""
            return Finding(place, _filled_in(rule.message, said), hint=hint, loss=0.0, subject=subject)
        names = {"word": words, "instead": "” or “".join(ways)}
        if rule.kind == "existence":
            message, hint = "House style avoids “{word}”.", "Write it in another way."
        elif match.instead:
            message, hint = "House style replaces “{word}” with “{instead}”.", "Write “{instead}”."
        else:
            message, hint = "House style leaves out “{word}”.", "Remove it."
        return Finding(place, _named(rule.message or message, names), hint=_named(rule.hint or hint, names), loss=0.0,
                       subject=subject)  # fmt: skip

    def _counted(self, places: list[ZoneText], analysis: Analysis, budget: _Budget) -> Iterator[Finding]:
        rule = self._rule
        units = [places] if rule.per == "article" else [[place] for place in places]
        for unit in units:
            if not unit:
                continue
            found = [match for place in unit for match in self._matches(place, budget)]
            if rule.max and len(found) > rule.max:
                first = found[rule.max] if not rule.vale else found[0]
                span = first.place.text.span(first.start, first.end)
                rest = tuple(match.place.text.span(match.start, match.end) for match in found[: rule.max])[:20]
                yield self._count(span, found, f"at most {rule.max}", rest if not rule.vale else ())
            elif rule.min and len(found) < rule.min:
                whole = rule.per == "article"
                span = analysis.start if whole and not found else (
                    found[0].place.text.span(found[0].start, found[0].end) if found else unit[0].text.span()
                )  # fmt: skip
                yield self._count(span, found, f"at least {rule.min}", ())

    def _count(self, span: Span, found: list[Match], target: str, related: tuple[Span, ...]) -> Finding:
        rule = self._rule
        distinct = list(dict.fromkeys(match.words.casefold() for match in found)) or list(rule.words)
        said = "”, “".join(distinct[:NAMED])
        where = {"article": "in this article", "block": "here", "sentence": "in this sentence"}[rule.per]
        times = plural(len(found), "time")
        if rule.vale:
            message, hint = _filled_in(rule.message, [said]), ""
        else:
            names = {"word": said, "count": str(len(found)), "max": str(rule.max), "min": str(rule.min)}
            usual = f"Said {times} {where}: “{{word}}”. House style wants {target}."
            message = _named(rule.message or usual, names)
            hint = _named(rule.hint or ("Say it less often." if target[3] == "m" else "Say it more often."), names)
        return Finding(span, message, hint=hint, loss=0.0, subject=said[:80], measured=times, target=target,
                       related=related)  # fmt: skip


class _Budget:
    """The time that patterns may still take, on this article and in this rule."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._begin = time.process_time()
        self._most = min(RULE_SECONDS, ARTICLE_SECONDS - analysis.pattern_seconds)
        alone = self._most == RULE_SECONDS
        limit = f"{RULE_SECONDS:g} s for one rule" if alone else f"{ARTICLE_SECONDS:g} s for all in an article"
        self.reason = f"{TOO_SLOW}: more than {limit}"

    def left(self) -> float:
        """Raises TimeoutError where nothing is left."""
        left = self._most - (time.process_time() - self._begin)
        if left <= 0:
            raise TimeoutError
        return left

    def note(self) -> None:
        """Put what was taken on the article's account."""
        self._analysis.pattern_seconds += time.process_time() - self._begin


def places_of(rule: HouseRule, analysis: Analysis) -> Iterator[ZoneText]:
    """The texts of the rule's zones, each once, in reading order."""
    article = analysis.article
    seen: set[Span] = set()

    def whole(place: ZoneText) -> Iterator[ZoneText]:
        span = place.text.span()
        if span not in seen and place.text.origin.kind == "source":
            seen.add(span)
            yield from _sentences(place, analysis) if rule.per == "sentence" else (place,)

    for name, field in (("title", article.title), ("description", article.description)):
        if name in rule.zones and field is not None:
            yield from whole(ZoneText(field.text))
    for block in article.blocks:
        if _is_asked(block, rule):
            yield from whole(ZoneText(block.text, block.code))
    if "alt" in rule.zones:
        for image in article.images:
            if image.alt is not None:
                yield from whole(ZoneText(image.alt))


def _is_said(instead: str, value: str, start: int, end: int) -> bool:
    """Whether the words are part of what is to be written: “data”, where “the data” is wanted and said."""
    words = value[start:end].lower()
    for way in instead.lower().split("|"):
        at = start - way.find(words)
        if len(way) > len(words) and words in way and at >= 0 and value[at : at + len(way)].lower() == way:
            return True
    return False


def _addresses(value: str) -> list[Span]:
    """The addresses in a text, in order: their parts are nobody's words."""
    if not any(sign in value for sign in ("/", "@", "www.")):
        return []
    return [Span(*match.span()) for match in re.finditer(r"\S+", value) if _is_address(match[0])]


def _is_address(word: str) -> bool:
    if "://" in word or word.lstrip("(<[\"'").startswith("www."):
        return True
    behind = word.partition("@")[2] or word.partition("/")[0] * ("/" in word)
    return re.search(r"\w\.[a-z]{2,}", behind) is not None


def _is_asked(block: Block, rule: HouseRule) -> bool:
    """Whether a block is in the rule's zones. Quotations are somebody else's words."""
    if block.kind == "heading":
        return "headings" in rule.zones and (not rule.levels or block.level in rule.levels)
    return "body" in rule.zones and block.kind != "quotation" and (not rule.blocks or block.kind in rule.blocks)


def _sentences(place: ZoneText, analysis: Analysis) -> Iterator[ZoneText]:
    from seocheck.analysis.prose.sentences import split_sentences

    for start, end in split_sentences(place.text.value, analysis.language):
        code = tuple(
            Span(max(a, start) - start, min(b, end) - start) for a, b in place.without if a < end and b > start
        )
        yield ZoneText(place.text.slice(start, end), code)


def _named(template: str, names: dict[str, str]) -> str:
    """Names in braces filled in, in one pass: what an article says may have braces too."""
    return re.sub(r"\{(\w+)\}", lambda match: names.get(match[1], match[0]), template)


def _filled_in(template: str, said: list[str]) -> str:
    """%s filled in one after the other, as Vale does."""
    left = iter(said)
    return re.sub("%s", lambda match: next(left, match[0]), template)
