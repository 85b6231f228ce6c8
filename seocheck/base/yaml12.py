"""YAML as version 1.2 reads it: only true and false are booleans.

PyYAML follows version 1.1, in which `off` (a severity), `no` (Norwegian) and `on` (an ending) are booleans too.
"""

from __future__ import annotations

from typing import Any

import yaml

from seocheck.base.late_pattern import late_pattern


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader with the booleans of YAML 1.2."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", late_pattern(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def load_yaml(text: str) -> Any:
    """Plain values. Raises yaml.YAMLError, or ValueError for an impossible date."""
    return yaml.load(text, Loader=Loader)


def dump_yaml(value: Any) -> str:
    """A plain value in one line, with quotation marks around what YAML 1.1 would take for something else."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")
