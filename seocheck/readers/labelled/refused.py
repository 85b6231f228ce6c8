"""What declares nothing: examples, instructions, explanations, reports of several pages."""

from __future__ import annotations

import re
from collections import Counter

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import words
from seocheck.readers.label_values.keyword_lists import is_list_with_stops, keywords_in
from seocheck.readers.label_values.meant import is_formula, is_mostly_links, is_sentence, names_field
from seocheck.readers.label_values.working_titles import WORKING_TITLE
from seocheck.readers.labelled.briefs import is_brief
from seocheck.readers.labelled.elsewhere import is_elsewhere
from seocheck.readers.labelled.entry import LabelEntry
from seocheck.readers.labelled.label_line import is_checked, is_section
from seocheck.readers.labelled.places import Places
from seocheck.readers.labelled.runs import TEXTS, LabelRun
from seocheck.readers.labelled.subject import UNSPACED, declared_keywords, is_of_page, is_of_this_text, says

_INTRODUCES = late_pattern(r"[:：][*_\s]*$")
_METADATA = late_pattern(r"\b(?:seo|meta\w*|cms|yoast)\b", re.IGNORECASE)
_PATH = late_pattern(r"[/._`-]")
_ADDRESSES = ("slug", "canonical")
_AUDIT = late_pattern(r"(?<!\w)(?:audit|audyt|аудит)", re.IGNORECASE)
_PAGE = late_pattern(r"`/[^`\n]*`|[(（]/[^()（）\n]*[)）]|`[\w.]+\(\)`")
"""The address of a page in a heading, or a function: a part of a list of pages is below it, or of instructions."""
_GAP = late_pattern(r"\[[^\]\n]{2,40}\](?![(\[:])")
_GLOSSED = late_pattern(r"`[^`\n]+`\s+(?:--|=|means)\s+(?:\S+\s+){3,}\S")
"""A word of a language or a search with what it means behind it."""
_MANY = 3
_MAX_TITLE, _MAX_DESCRIPTION = 200, 800  # letters
_MIN_DESCRIPTION, _MAX_KEYWORD = 5, 4  # words
_MAX_NAME = 6  # words
_BEFORE_SUBJECT = late_pattern(r"[^\w\n]*([^:：–—|\n]{3,40}?)(?:\s*[:：–—|]|\s-\s)\s*\S")
_PARTED = late_pattern(r"(?<!\s)\s*[:：–—|]\s*|(?<!\s)\s+-\s+|(?<!\s)\s+(?=\()")
_REMARK = late_pattern(r"\s*[(（][^()（）]*[)）]")


def is_example(places: Places, run: LabelRun) -> bool:
    """Whether the line above says that something is shown."""
    if _shows_examples(places, run):
        return True
    if is_section(places.lines[run.first]):
        return is_checked(places.lines[run.first].text.value)
    if is_checked(places.heading_of_part(run)):
        return True
    in_part = bool(places.heading_of_part(run)) and not run.plain
    if in_part and any(store in above for above in places.headings(run, "") for store in words("stores")):
        return True
    if places.introduced_above_rule(run):
        return True
    line = places.line_before(run)
    if line is None or line.kind in ("rule", "comment") or (line.kind == "heading" and line.level == 1):
        return False
    text = line.text.value
    introduces = line.kind in ("text", "item") and _INTRODUCES.search(text) is not None
    if not introduces and line.kind != "heading":
        return False
    if is_checked(text):
        return True
    said = text.casefold()
    short = [above for above in places.headings(run, text) if (introduces and above == said) or _is_name(above)]
    if any(_begins_word(above, word) for word in words("examples") for above in short):
        return True
    if any(said.startswith(word) for word in words("examples")):
        return True
    return introduces and not (_METADATA.search(text) and len(text.split()) <= 8)


def _shows_examples(places: Places, run: LabelRun) -> bool:
    """Whether a line within a run says so of the first labels that declare: "Examples with notes:"."""
    above = [line for line in places.lines[run.first : run.declared[0].first] if line.kind != "blank"][-1:]
    said = above[0].text.value.casefold().strip("*_ ") if above and _INTRODUCES.search(above[0].text.value) else ""
    return any(said.startswith(word) for word in words("examples"))


def is_refused(places: Places, run: LabelRun) -> bool:
    """Whether a run declares nothing, by its values or by where it is."""
    if any(map(_is_stub, run.declared)) and not is_of_this_text(places, run):
        return True
    if says_nothing(run) or (places.in_the_middle(run) and not is_of_page(places, run)):
        return True
    if places.in_part(run) and any(e.told for e in run.entries if e.field in TEXTS):
        return True
    if any(_AUDIT.search(e.at.name.value) for e in run.entries):
        return True
    if _is_report(places, run) and not places.in_abstract(run):
        return True
    if (
        is_brief(places, run)
        or is_elsewhere(places, run)
        or _is_of_many(run)
        or _PAGE.search(places.heading_of_part(run))
    ):
        return True
    if _is_unsure(places, run):
        return True
    return any(places.lines[e.first].linked for e in run.declared if e.field not in _ADDRESSES)


def says_nothing(run: LabelRun) -> bool:
    """Whether the values are no declarations: instructions, explanations, unfilled fields."""
    wanted = [e for e in run.entries if e.field in TEXTS and not e.choices]
    unfilled = sum(e.unfilled for e in wanted)
    told = sum(e.told for e in wanted)
    if 2 * unfilled > len(wanted) or 2 * told >= max(len(wanted) - unfilled, 1):
        return True
    return _is_template(run) or any(_explains(entry) for entry in run.declared if not _is_stub(entry))


def says_nothing_at_all(run: LabelRun) -> bool:
    """The same for a page saved as text: its labels count unless most of those with a value declare nothing. Labels
    without one are kept: they show what is missing."""
    wanted = [e for e in run.entries if e.field in TEXTS and e.value.value]
    empty = sum(e.told or e.unfilled for e in wanted)
    vain = sum(e.told or e.unfilled or _explains(e) for e in wanted)
    return bool(wanted) and (_is_template(run) or 2 * empty >= len(wanted) or 2 * vain > len(wanted))


def _is_unsure(places: Places, run: LabelRun) -> bool:
    """Whether labels have an arrow or an equals sign behind them, or a check box before them, and too little says that
    they declare: a list of what was done and a definition look the same."""
    if not any(e.at.loose or places.lines[e.first].boxed for e in run.declared):
        return False
    lower = any(e.value.value[:1].islower() for e in run.declared if e.field in ("title", "seo_title", "description"))
    return lower or len(run.fields & TEXTS) < 2


def _is_of_many(run: LabelRun) -> bool:
    """Whether a label for keywords comes again and again: the groups of a list rather than those of one text."""
    names = Counter(key_of(e.at.name.value) for e in run.declared if e.field == "keywords")
    return max(names.values(), default=0) >= _MANY


def _is_template(run: LabelRun) -> bool:
    """Whether titles and descriptions are formulas, or have gaps in brackets, two and more together."""
    texts = [e.value.value for e in run.declared if e.field in ("title", "seo_title", "description", "h1")]
    if any(is_formula(text) for text in texts):
        return True
    gaps = [gap.casefold() for text in texts for gap in _GAP.findall(text)]
    return len(gaps) > 1


def _is_report(places: Places, run: LabelRun) -> bool:
    """Whether the text is a report or a plan, by its first heading, and the run is of something else."""
    heads = [line for line in places.lines if line.kind == "heading" and (line.level == 1 and not is_section(line))]
    if not heads:
        return False
    title = heads[0].text.value
    working = WORKING_TITLE.match(title)
    if working and not _is_name(title[working.end() :]):
        return False  # "Article 5: ..." is one, though words of its long title name reports
    if _tells_of_work(run, title) or _tells_how_far(title):
        return True
    name = title.casefold()
    found = [word for word in words("reports") if _begins_word(name, word)]
    if not found or any(word in declared_keywords(run) for word in found):
        return False
    return not says(run, " ".join(line.text.value for line in heads), without=" ".join(found))


def _tells_of_work(run: LabelRun, title: str) -> bool:
    """Whether a heading says, before a colon or a dash, that the text tells of work on the article that it names:
    "CTR test — rye bread"; not where the keywords have it too, as those of an article on such tests."""
    named = _BEFORE_SUBJECT.match(title.casefold())
    found = [word for word in words("accounts") if named and _begins_word(named[1], word)]
    return bool(found) and not any(word in declared_keywords(run) for word in found)


def _tells_how_far(title: str) -> bool:
    """Whether a heading has nothing but "status" before or behind the name of a page: "Bees – status"."""
    beside = [part.strip("*_ ()[]") for part in _PARTED.split(title.casefold())]
    return len(beside) == 2 and any(part in words("states") for part in beside)


def _is_name(heading: str) -> bool:
    """Whether a heading names a part, and isn't the title of an article."""
    return len(heading.split()) <= _MAX_NAME


def keywords_of(entry: LabelEntry) -> list[str]:
    """The keywords of an entry."""
    return [keyword.value for part in entry.parts for keyword in keywords_in(part)]


def _explains(entry: LabelEntry) -> bool:
    """Whether a value isn't what its label declares but a sentence about it, or too long or short."""
    value = entry.value.value
    if is_mostly_links(value) and entry.field not in _ADDRESSES:
        return True
    if entry.field in ("title", "seo_title", "h1"):
        sentence = is_sentence(value) and value.rstrip().endswith((".", "。"))
        return len(value) > _MAX_TITLE or (sentence and names_field(value))
    if entry.field == "description":
        return len(value) > _MAX_DESCRIPTION or _is_stub(entry)
    if entry.field in ("keywords", "focus_keyword"):
        glossed = sum(_GLOSSED.match(part.value) is not None for part in entry.parts)
        if glossed > 1 and 2 * glossed >= len(entry.parts):
            return True
        listed = keywords_of(entry)
        asks = value.rstrip("*_ ").endswith("?") and entry.plain  # a keyword may be a question
        lengths = sorted(len(_REMARK.sub("", word).split()) for word in listed)
        at = len(lengths) // 2 if len(lengths) > _MANY else -1  # of many, one may be long
        list_like = len(listed) > 1 and (entry.plain or lengths[at] <= _MAX_KEYWORD)
        stopped = is_list_with_stops(value)
        sentence = is_sentence(value.rstrip("*_ ")) and not list_like and not asks and not stopped
        counted = len(listed) == 1 and value[:1].isdigit() and names_field(value)  # "20 keywords found"
        return not listed or sentence or counted or max(map(len, listed)) > 120
    parts = value.split()
    return entry.field == "slug" and len(parts) > 3 and not _PATH.search(parts[0])


def _is_stub(entry: LabelEntry) -> bool:
    """Whether a description is too short to be one."""
    value = entry.value.value
    least = _MIN_DESCRIPTION - 2 * is_sentence(value, at_least=1)
    return entry.field == "description" and not (UNSPACED.search(value) or len(value.split()) >= least)


def _begins_word(text: str, word: str) -> bool:
    if UNSPACED.search(word):
        return word in text
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None
