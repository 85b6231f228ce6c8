"""Requests to suppress findings that are in front matter: `seocheck: {ignore: [title/too-long]}`.

Most faults of an article's metadata have no line of the body beside which a comment could be.
"""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.model.article import Problem, Suppression
from seocheck.readers.front_matter.values import Mapping, Scalar, Sequence, Value

KEY = "seocheck.ignore"

_NAMES = late_pattern(r"[^\s,]+")
_HINT = "Write a list of rules: seocheck: {ignore: [title/too-long]}, or a mapping from each rule to a reason."


def suppression_entries(values: Mapping) -> tuple[tuple[Suppression, ...], tuple[Problem, ...]]:
    """The requests, one for each rule, and what can't be read as one.

    It can be one text with names separated by commas or spaces, a list of names, or names with reasons, as a
    mapping or as a list of mappings.
    """
    entry = values.find(KEY)
    if entry is None:
        own = values.find("seocheck")
        if own is None or (isinstance(own.value, Mapping) and not own.value.entries):
            return (), ()
        if isinstance(own.value, Mapping):
            listed = ", ".join(f"“{e.key}”" for e in own.value.entries[:3])
            problem = Problem(
                "suppression", own.key_span, f"“seocheck” has {listed}, but only “ignore” is allowed.", _HINT
            )
            return (), (problem,)
        return (), (Problem("suppression", own.key_span, "“seocheck” has no “ignore”.", _HINT),)
    found: list[Suppression] = []
    problems: list[Problem] = []
    _collect(entry.value, found)
    if not found:
        problems.append(Problem("suppression", entry.key_span, "“ignore” names no rule.", _HINT))
    return tuple(found), tuple(problems)


def _collect(value: Value, found: list[Suppression]) -> None:
    if isinstance(value, Scalar):
        found += [_request(value.text, *match.span()) for match in _NAMES.finditer(value.text.value)]
    elif isinstance(value, Sequence):
        for item in value.items:
            if not isinstance(item, Sequence):
                _collect(item, found)
    else:
        named = value.find("rule")
        if named is not None and isinstance(named.value, Scalar):  # {rule: title/too-long, reason: ...}
            why = value.find("reason")
            reason = why.value.text.value if why is not None and isinstance(why.value, Scalar) else ""
            found.append(Suppression((named.value.text.value.strip(),), "front matter", named.value.text.span(),
                                     reason=reason.strip()))  # fmt: skip
            return
        for entry in value.entries:  # {title/too-long: the reason}
            reason = entry.value.text.value if isinstance(entry.value, Scalar) else ""
            found.append(Suppression((entry.key,), "front matter", entry.key_span, reason=reason.strip()))


def _request(text: Text, start: int, end: int) -> Suppression:
    return Suppression((text.value[start:end],), "front matter", text.span(start, end))
