"""What modules, classes and functions say of themselves, read from their source.

`python -OO` and PYTHONOPTIMIZE=2 drop docstrings, on which the documentation of rules, settings and commands, and the
descriptions in JSON Schemas, would else depend. A source is parsed when somebody asks for what it says, and no sooner.
"""

from __future__ import annotations

import ast
import inspect
import sys
import tokenize
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any

import msgspec


def documentation(of: ModuleType | type[Any] | Callable[..., Any]) -> str:
    """The docstring of a module, a class or a function, without its indent; "" for none."""
    module = of if isinstance(of, ModuleType) else sys.modules.get(of.__module__)
    name = "" if isinstance(of, ModuleType) else of.__qualname__
    file = getattr(module, "__file__", None)
    said = _said_in(file) if file else None
    if said is None:  # installed without its source
        return inspect.cleandoc(of.__doc__ or "")
    return said.get(name, "")


@lru_cache(maxsize=128)
def _said_in(file: str) -> Mapping[str, str] | None:
    """Qualified name -> docstring, "" for the module; None where there is no source."""
    try:
        with tokenize.open(file) as source:
            tree = ast.parse(source.read())
    except (OSError, SyntaxError, UnicodeError):
        return None
    return {name: said for name, node in _documented(tree, "") if (said := ast.get_docstring(node))}


def _documented(node: ast.Module | ast.ClassDef, inside: str) -> Iterator[tuple[str, Any]]:
    yield inside, node
    before = f"{inside}." if inside else ""
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            yield from _documented(child, before + child.name)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield before + child.name, child


def described_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a class, as msgspec makes it, with each class described by its documentation."""
    made = msgspec.json.schema(kind)
    for each in _classes(msgspec.inspect.type_info(kind), set()):
        entry = made["$defs"].get(each.__name__)
        if entry is not None:
            said = {"title": entry.get("title", each.__name__), "description": documentation(each)}
            made["$defs"][each.__name__] = {**said, **entry, **said}
    return made


def _classes(node: Any, seen: set[type[Any]]) -> Iterator[type[Any]]:
    """The classes that a type is made of, however deep inside it."""
    if isinstance(node, tuple):
        for part in node:
            yield from _classes(part, seen)
    elif isinstance(node, msgspec.Struct):  # how msgspec describes a type
        kind = getattr(node, "cls", None)
        if kind is not None:
            if kind in seen:
                return
            seen.add(kind)
            yield kind
        for name in node.__struct_fields__:
            if name not in ("default", "default_factory"):
                yield from _classes(getattr(node, name), seen)
