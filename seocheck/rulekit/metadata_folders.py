"""The metadata folders of installed packages: looked for once, for the rules that packages offer and for the versions
of libraries."""

from __future__ import annotations

import os
from functools import lru_cache

ENDINGS = (".dist-info", ".egg-info")


@lru_cache(maxsize=4)
def metadata_folders(path: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The name of each such folder, without its ending, and its path: in the order of `path`, then by name.

    path: folders in which Python looks for modules, as `sys.path` has them.
    """
    found: list[tuple[str, str]] = []
    for folder in path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        inside = sorted(name for name in names if name.endswith(ENDINGS))
        found += [(os.path.splitext(name)[0], os.path.join(folder or ".", name)) for name in inside]
    return tuple(found)
