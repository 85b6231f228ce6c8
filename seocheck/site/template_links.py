"""What the templates of Hugo, Jekyll, Zola and Eleventy say of a link's destination."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from seocheck.base.late_pattern import late_pattern

_REFERENCE = late_pattern(
    r"""^\{\{[<%]-?\s*(?:ref|relref)\s+(?:path\s*=\s*)?["'`]([^"'`]+)["'`][^{}]*?-?[>%]\}\}(\S*)$"""
)
_POST = late_pattern(r"^(?:\{\{\s*site\.baseurl\s*\}\})?\{%-?\s*post_url\s+([^\s%}]+)\s*-?%\}(\S*)$")
_LINK = late_pattern(r"^(?:\{\{\s*site\.baseurl\s*\}\})?\{%-?\s*link\s+([^\s%}]+)\s*-?%\}(\S*)$")
_FILTERED = late_pattern(r"""^\{\{-?\s*["'](/[^"'{}]*)["']\s*\|\s*(?:relative_url|absolute_url|url)\s*-?\}\}(\S*)$""")
_CONTENT = late_pattern(r"^@/([^#?]+)(\S*)$")
_BASE = late_pattern(r"^\{\{-?\s*(?:site|page)?\.?(?:baseurl|base_url|url|baseURL)\s*-?\}\}(?=/)", re.IGNORECASE)


class TemplateLink(NamedTuple):
    """A destination that a template names: a file by a reference of Hugo's, a post by its name or a file from the root
    of the site by a tag of Jekyll's, a file from the folder of Zola's content, or an address from the root of the
    site. rest: what is after it."""

    kind: Literal["reference", "post", "file", "content", "address"]
    name: str
    rest: str


def template_link(href: str) -> TemplateLink | None:
    """What a destination with a template in it says; None where that cannot be told."""
    if not href.startswith(("{", "@")):
        return None
    kinds = (("reference", _REFERENCE), ("post", _POST), ("file", _LINK), ("content", _CONTENT), ("address", _FILTERED))
    for kind, pattern in kinds:
        if match := pattern.match(href):
            return TemplateLink(kind, match[1].strip(), match[2])  # type: ignore[arg-type]
    if match := _BASE.match(href):
        rest = href[match.end() :]
        if "{" not in rest:
            return TemplateLink("address", rest, "")
    return None
