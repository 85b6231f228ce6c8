"""The profiles that ship with seocheck: `rules/profiles/*.yml`."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from seocheck.base.yaml12 import load_yaml
from seocheck.config.settings import Profile
from seocheck.rulekit.registry import rules_folder


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, sorted."""
    return tuple(sorted(p.stem for p in (rules_folder() / "profiles").glob("*.yml")))


@lru_cache(maxsize=16)
def load_profile(name: str) -> Profile | None:
    """A profile, or None if there isn't one of this name."""
    path = rules_folder() / "profiles" / f"{name}.yml"
    if not re.fullmatch(r"[\w-]+", name) or not path.is_file():
        return None
    return msgspec.convert(load_yaml(path.read_text(encoding="utf-8")), Profile)
