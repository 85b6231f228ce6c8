"""A rule's options: the keyword parameters of its `check`, with bounds in the annotations and a default each."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import asdict

from seocheck.errors import SeocheckError


def Between(low: float, high: float) -> msgspec.Meta:
    """The bounds of a number, both included. It reads as a type does: `Annotated[int, Between(3, 100)]`."""
    return msgspec.Meta(ge=low, le=high)


class NoOptions(msgspec.Struct, frozen=True):
    """The options of a rule that has none."""


_MORE = inspect.CO_VARARGS | inspect.CO_VARKEYWORDS

ALLOWED = (bool, int, float, str)
"""The types of an option; a list of one of these is allowed too."""


def options_of(check: Callable[..., Any]) -> type[msgspec.Struct]:
    """The struct that validates a rule's settings, made from the signature of its `check`.

    Raises SeocheckError where the signature isn't that of a rule: one positional parameter, then keyword-only ones,
    each with an annotation and a default.
    """
    code = getattr(check, "__code__", None)
    if code and (code.co_argcount, code.co_kwonlyargcount) == (1, 0) and not code.co_flags & _MORE:
        return NoOptions  # most rules; a signature takes longer to make than some of them to check an article
    positional: list[inspect.Parameter] = []
    keywords: list[inspect.Parameter] = []
    for parameter in inspect.signature(check).parameters.values():
        (keywords if parameter.kind is parameter.KEYWORD_ONLY else positional).append(parameter)
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            raise SeocheckError(f"check takes “{parameter}”; name each option")
    if len(positional) != 1:
        raise SeocheckError("check takes the analysis and nothing else but options behind “*”")
    if not keywords:
        return NoOptions
    try:
        hints = get_type_hints(check, include_extras=True)
    except Exception as error:  # whatever an annotation does when it is evaluated
        raise SeocheckError(f"the annotations of check can't be read: {error}") from None
    fields = []
    for parameter in keywords:
        kind = hints.get(parameter.name)
        if kind is None or not _is_allowed(kind):
            raise SeocheckError(f"the option “{parameter.name}” needs a type: bool, int, float, str, or a tuple of one")
        if parameter.default is parameter.empty:
            raise SeocheckError(f"the option “{parameter.name}” needs a default")
        fields.append((parameter.name, kind, parameter.default))
    try:
        made = msgspec.defstruct("Options", fields, frozen=True)
        msgspec.convert(asdict(made()), made)
    except (TypeError, ValueError) as error:
        raise SeocheckError(f"the default of an option doesn't fit its type: {error}") from None
    return made


def as_keywords(options: msgspec.Struct) -> dict[str, Any]:
    """Options as the keyword arguments of `check`."""
    return {name: getattr(options, name) for name in options.__struct_fields__}


def described(doc: str) -> Mapping[str, str]:
    """What a docstring of `check` says of each option: lines that begin with its name and a colon."""
    found: dict[str, str] = {}
    name = ""
    for line in doc.splitlines():
        match = re.match(r"(\w+): (.*)", line)
        if match:
            name, found[match[1]] = match[1], match[2]
        elif name and line.startswith("    "):
            found[name] += f" {line.strip()}"
        else:
            name = ""
    return found


def _is_allowed(kind: Any) -> bool:
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) is tuple:
        of, *rest = get_args(kind)
        return of in ALLOWED and rest == [...]
    return kind in ALLOWED
