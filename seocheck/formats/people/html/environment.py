"""The templates, and what every page needs besides: style, script, and the policy that forbids everything else."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from seocheck.base.plural import plural
from seocheck.formats.machines.encode import escaped_commands
from seocheck.formats.people.html.rules_met import anchor
from seocheck.formats.people.styled import safe

FOLDER = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja2 with every value escaped, and cleaned of what turns the direction of writing or controls a terminal."""
    made = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters.update(
        number=number, signed=signed, plural=plural, thousands="{:,}".format, rule_anchor=anchor, in_code=in_code
    )
    made.globals.update(style=asset("style.css"), script=asset("script.js"), policy=policy())
    return made


def render(template: str, **values: Any) -> str:
    """A template with these values."""
    return environment().get_template(template).render(values)


def asset(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup((FOLDER / name).read_text(encoding="utf-8"))


def policy() -> str:
    """The Content-Security-Policy: our style, our script by its hash, and nothing from anywhere."""
    digest = base64.b64encode(hashlib.sha256(asset("script.js").encode()).digest()).decode()
    rest = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; {rest}"


def number(value: float | None, places: int = 0) -> str:
    """A number for people; a dash for none."""
    return "–" if value is None else f"{value:,.{places}f}".replace("-", "−")


def signed(value: float, places: int = 1) -> str:
    """A number with its sign."""
    return f"{value:+,.{places}f}".replace("-", "−")


def in_code(text: str) -> Markup:
    """What is between two backticks as code; one without its fellow stays as it is."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return Markup(_clean(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(_clean(part)) if place % 2 else _clean(part)
        for place, part in enumerate(parts)
    )


def _clean(value: Any) -> Any:
    """Escaped, and written so that a build's log that the page is printed to takes no words of it for a command."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(escaped_commands(str(escape(safe(value))).replace("::", "&#58;:")))
