"""Hides what a site generator's template language writes between the words of a Markdown file.

Shortcodes, Liquid, Jinja, MDX statements, `:::` fences and kramdown attributes are not prose, and text
inside a wrapper still is. Everything hidden is replaced character by character, so that offsets stay.
"""

from __future__ import annotations

import re

FILLER = "\ufdd0"
"""A Unicode noncharacter: stands for hidden characters within a line and is dropped from the words.

Blanks would not do: eight of them at the start of a line make it a code block.
"""

_CODE_PAIR = re.compile(
    r"\{%-?\s*(highlight|raw|code|mermaid|plantuml|gist)\b[^%]{0,300}%\}.*?\{%-?\s*end\1\s*-?%\}"
    r"|\{\{[<%]\s*(highlight|code-toggle|code|mermaid|math|katex)\b[^>%]{0,300}[>%]\}\}.*?\{\{[<%]\s*/\s*\2\s*[>%]\}\}"
    r"|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}",
    re.DOTALL,
)
_INLINE = re.compile(
    r"\{\{[<%](?:(?!\{\{)[^>%]|[>%](?!\}\})){0,2000}[>%]\}\}"  # {{< shortcode >}} {{% shortcode %}}
    r"|\{\{(?:(?!\{\{|\}\}).){0,500}\}\}"  # {{ expression }}
    r"|\{%(?:(?!%\}).){0,1000}%\}"  # {% tag %}
    r"|\{#(?:(?!#\}|\n\n)[^{]){0,1000}#\}"  # {# comment #}
    r"|\{:[^{}\n]{0,300}\}"  # {: .class #id } of kramdown
    r"|(?<=\))\{[ \t]*[.#][^{}\n]{0,200}\}",  # ![image](x.png){.class}
    re.DOTALL,
)
_WHOLE_LINE = re.compile(
    r"^[ \t]*(?::{3,}[^\n]*|\[\[?_?TOC_?\]?\]|\{:?/?(?:toc|nomarkdown|comment)\}|%%[^\n]*%%|<!-+\s*more\s*-+>)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ADMONITION = re.compile(r"^[ \t]*(?:!{3}|\?{3}\+?)[ \t]+[\w-]+[ \t]*", re.MULTILINE)
_MDX = re.compile(
    r"^(?:import\s[^\n]*?\sfrom\s[^\n]*|import\s[^\n{]*\{[^{}]{0,2000}\}\s*from\s[^\n]*|import\s+['\"][^\n]*|export\s+(?:const|default|let|function|\{)[^\n]*"
    r"(?:\n(?![ \t]*\n)[^\n]*)*|\{/\*.*?\*/\}[ \t]*)$",
    re.MULTILINE | re.DOTALL,
)


def hide(text: str, *, mdx: bool = False) -> str:
    """`text` with template code hidden; its length and its line ends stay as they are.

    A line that holds nothing but template code becomes blank and so parts paragraphs.
    """
    if "{" not in text and ":::" not in text and "[TOC" not in text.upper() and "!!!" not in text and not mdx:
        return text
    if "{" in text:
        text = _CODE_PAIR.sub(_blank, text)
        text = _INLINE.sub(_fill, text)
    text = _WHOLE_LINE.sub(_blank, text)
    text = _ADMONITION.sub(_fill, text)
    if mdx:
        text = _MDX.sub(_blank, text)
    if FILLER in text:
        text = re.sub(rf"^[ \t]*{FILLER}[{FILLER} \t]*$", lambda m: " " * len(m.group()), text, flags=re.MULTILINE)
    return text


def _fill(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", FILLER, match.group())


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", " ", match.group())
