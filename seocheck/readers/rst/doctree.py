"""reStructuredText -> the tree of docutils. The traps of the library are kept out here.

It reads no file that the text names, no settings file of docutils, and stops at nothing; directives that Sphinx has and
docutils hasn't are read for the prose in them.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from seocheck.errors import NotInstalledError, UnreadableError

if TYPE_CHECKING:
    from docutils import nodes

_WITH_PROSE = (
    "only", "tab", "tab-set", "tab-item", "tabs", "grid", "grid-item", "grid-item-card", "card", "dropdown", "details",
    "centered", "hlist", "rst-class",
)  # fmt: skip
"""Directives of Sphinx and of themes whose content is prose, and whose argument is none."""
_CHANGES = ("versionadded", "versionchanged", "deprecated", "versionremoved")
"""Those that have a version, and then prose, as argument."""
_ADMONITIONS = ("seealso", "todo")
"""Those whose argument is the beginning of their prose."""
_WITHOUT = (
    "toctree", "index", "literalinclude", "automodule", "autoclass", "autofunction", "automethod", "autosummary",
    "module", "currentmodule", "py:module", "function", "class", "method", "data", "highlight", "graphviz", "plot",
    "mermaid", "youtube", "raw-html", "tags", "post", "feed", "bibliography", "contents", "include", "raw", "ifconfig",
)  # fmt: skip
"""Directives whose content is none."""


def parse(text: str, path: str) -> nodes.document:
    """The tree. Raises UnreadableError for what docutils cannot parse, NotInstalledError without docutils."""
    try:
        from docutils.core import publish_doctree
        from docutils.utils import SystemMessage
    except ImportError:
        raise NotInstalledError(path, "docutils") from None
    _know_sphinx()
    settings = {
        "_disable_config": True, "file_insertion_enabled": False, "raw_enabled": False, "report_level": 5,
        "halt_level": 5, "warning_stream": io.StringIO(), "input_encoding": "unicode", "smart_quotes": False,
        "line_length_limit": 10_000_000, "doctitle_xform": True, "docinfo_xform": True,
    }  # fmt: skip
    try:
        return publish_doctree(text, settings_overrides=settings)
    except (SystemMessage, RecursionError, AssertionError, ValueError) as error:
        raise UnreadableError(path, f"docutils can't parse it: {' '.join(str(error).split())[:120]}") from None


class _Any(dict[str, Callable[[str], str]]):
    """Options of any name, which nobody reads."""

    def __getitem__(self, name: str) -> Callable[[str], str]:
        return str

    def __bool__(self) -> bool:
        return True


@lru_cache(maxsize=1)
def _know_sphinx() -> None:
    """Tell docutils of the directives of Sphinx, once, where nobody has: what runs in Sphinx has the real ones."""
    from docutils import nodes
    from docutils.parsers.rst import Directive, directives

    class Prose(Directive):
        """The content is prose; the argument isn't."""

        has_content, optional_arguments, final_argument_whitespace = True, 1, True
        option_spec = _Any()

        def run(self) -> list[nodes.Node]:
            held = nodes.container()
            if len(self.arguments) > 1:
                words, _ = self.state.inline_text(self.arguments[1], self.lineno)
                said = nodes.paragraph(self.arguments[1], "", *words)
                said.line = self.lineno
                held += said
            self.state.nested_parse(self.content, self.content_offset, held)
            return [held]

    class Change(Prose):
        """The second argument is prose too."""

        optional_arguments = 2

    class Admonition(Prose):
        """All is prose."""

        optional_arguments, final_argument_whitespace = 0, False

    class Nothing(Prose):
        """There is nothing to read."""

        def run(self) -> list[nodes.Node]:
            return []

    kinds = ((_WITH_PROSE, Prose), (_CHANGES, Change), (_ADMONITIONS, Admonition), (_WITHOUT, Nothing))
    for names, kind in kinds:
        for name in names:
            if name not in directives._directives and name not in directives._directive_registry:  # type: ignore[attr-defined]
                directives.register_directive(name, kind)
