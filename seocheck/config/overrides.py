"""Settings for some of a site's articles: each entry of `overrides` whose globs an article's path fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from seocheck.config.globs import fits
from seocheck.config.settings import Override, Settings


def matching(settings: Settings, path: str) -> tuple[int, ...]:
    """Which overrides hold for an article at a path, by their numbers, in the order in which they are applied."""
    if not settings.overrides:
        return ()
    return tuple(
        number
        for number, override in enumerate(settings.overrides)
        if any(fits(path, pattern, settings.base) for pattern in override.patterns)
    )


def overridden(settings: Settings, numbers: tuple[int, ...]) -> Settings:
    """The settings with these overrides applied one after the other, the last above all."""
    for number in numbers:
        settings = _applied(settings, settings.overrides[number])
    return settings


def _applied(settings: Settings, override: Override) -> Settings:
    changes: dict[str, Any] = {}
    for name in override.__struct_fields__:
        if name == "files":
            continue
        value = getattr(override, name)
        if value is msgspec.UNSET:
            continue
        known = getattr(settings, name)
        if name == "rules":
            value = {**known, **{rule: {**known.get(rule, {}), **options} for rule, options in value.items()}}
        elif isinstance(value, Mapping):
            value = {**known, **value}
        changes[name] = value
    return msgspec.structs.replace(settings, **changes)
