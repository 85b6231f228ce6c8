"""Which lines are captions of pictures: by the class of their element, or because they are beside an image."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern

_CLASS = late_pattern(
    r"(?:^|[\s_-])(?:(?:fig|photo|image|img|illo)?-?_?cap(?:tion)?|figcaption|credits?|illustration"
    r"|(?:image|photo|img)[-_](?:info|description))(?=$|\s)",
    re.IGNORECASE,
)
"""The last part of a class name counts: "photo-credit" is one, "credit-card" isn't."""
_IMAGE_TAG = late_pattern(r"\{%-?\s*(?:image|img|figure|picture|photo)\w*\s[^{}]{0,400}%\}\s*[*_]{0,3}\Z")
"""A template's own way to show a picture, at the end of what is before a block."""
_WORDS = 15
_SENTENCE_END = (".", "!", "?", "…", ":", ",", "。", "！", "？", ".”", '."', ".)")


def is_caption_class(value: str) -> bool:
    """Whether one of these class names says caption, credit, image info or illustration."""
    return _CLASS.search(value) is not None


def is_caption_line(value: str) -> bool:
    """Whether what is with an image in one paragraph is a line on it rather than a sentence."""
    words = value.split(maxsplit=_WORDS)
    address = bool(words) and words[-1].startswith(("http", "//"))  # a sentence may end with one, and no stop
    return len(words) <= _WORDS and not address and not value.endswith(_SENTENCE_END)


def is_below_image_tag(text: str, start: int) -> bool:
    """Whether a template's tag for an image is right before the block that begins at `start`."""
    return "%}" in text[max(start - 12, 0) : start] and _IMAGE_TAG.search(text[max(start - 440, 0) : start]) is not None
