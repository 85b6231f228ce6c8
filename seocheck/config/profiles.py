"""The profiles that ship with seocheck: `rules/profiles/*.yml`."""

from __future__ import annotations

import os
import re
from functools import lru_cache

import msgspec

from seocheck.config.settings import Profile
from seocheck.rulekit.registry import RULES


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, sorted."""
    found = (os.path.splitext(name) for name in os.listdir(os.path.join(RULES, "profiles")))
    return tuple(sorted(stem for stem, ending in found if ending == ".yml"))


@lru_cache(maxsize=16)
def load_profile(name: str) -> Profile | None:
    """A profile, or None if there isn't one of this name."""
    if not is_profile(name):
        return None
    from seocheck.base.yaml12 import load_yaml  # a run whose results are all known reads no profile

    return msgspec.convert(load_yaml(_text(name)), Profile)


def is_profile(name: str) -> bool:
    """Whether there is a profile of this name."""
    return re.fullmatch(r"[\w-]+", name) is not None and os.path.isfile(_path(name))


def _text(name: str) -> str:
    with open(_path(name), encoding="utf-8") as file:
        return file.read()


def _path(name: str) -> str:
    return os.path.join(RULES, "profiles", f"{name}.yml")
