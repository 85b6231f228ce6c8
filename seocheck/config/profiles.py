"""The profiles that ship with seocheck: `rules/profiles/*.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

from seocheck.config.settings import Profile
from seocheck.rulekit.registry import rules_folder


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, sorted."""
    return tuple(sorted(p.stem for p in (rules_folder() / "profiles").glob("*.yml")))


@lru_cache(maxsize=16)
def load_profile(name: str) -> Profile | None:
    """A profile, or None if there isn't one of this name."""
    if not is_profile(name):
        return None
    from seocheck.base.yaml12 import load_yaml  # a run whose results are all known reads no profile

    return msgspec.convert(load_yaml(_path(name).read_text(encoding="utf-8")), Profile)


def is_profile(name: str) -> bool:
    """Whether there is a profile of this name."""
    return re.fullmatch(r"[\w-]+", name) is not None and _path(name).is_file()


def _path(name: str) -> Path:
    return rules_folder() / "profiles" / f"{name}.yml"
