"""The right name that is nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest_name(word: str, names: Iterable[str]) -> str:
    """The nearest of the names, "" where none is near."""
    import difflib  # only where something is wrong

    names = list(names)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if not close:  # a rule named without its group
        close = [name for name in names if name.rpartition("/")[2] == word][:1]
    return close[0] if close else ""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """ "; did you mean ...?" for the right name that is nearest to a wrong one, "" where none is near."""
    close = nearest_name(word, names)
    return f"; did you mean “{close}”?" if close else ""
