"""Holds an XML document against a schema such as junit-10.xsd, without a library for that.

Checked: which elements may stand in which, which attributes an element may and must have, patterns of attributes, and
that words stand only where the schema allows them. Not checked: the order of children, which that schema leaves free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

XS = "{http://www.w3.org/2001/XMLSchema}"


class Schema:
    """A schema of elements with global names."""

    def __init__(self, path: Path) -> None:
        root = ET.parse(path).getroot()
        self.elements = {e.get("name"): e for e in root.findall(f"{XS}element")}
        self.types = {t.get("name"): t for t in root if t.tag in (f"{XS}complexType", f"{XS}simpleType")}

    def faults(self, element: ET.Element) -> Iterator[str]:
        """What is wrong with an element and all below it."""
        known = self.elements.get(element.tag)
        if known is None:
            yield f"<{element.tag}> is unknown"
            return
        if known.get("type") == "xs:string":
            if len(element) or element.attrib:
                yield f"<{element.tag}> holds words alone"
            return
        kind = known.find(f"{XS}complexType")
        if kind is None:
            kind = self.types[known.get("type")]
        attributes = {a.get("name"): a for a in kind.findall(f"{XS}attribute")}
        for name, attribute in attributes.items():
            if attribute.get("use") == "required" and name not in element.attrib:
                yield f"<{element.tag}> has no {name}"
        for name, value in element.attrib.items():
            if name not in attributes:
                yield f"<{element.tag}> must not have {name}"
            elif not self._fits(value, attributes[name].get("type") or ""):
                yield f"{name}={value!r} does not fit"
        allowed = {e.get("ref") or e.get("name") for e in kind.iter(f"{XS}element")}
        words = (element.text or "") + "".join(child.tail or "" for child in element)
        if words.strip() and kind.get("mixed") != "true":
            yield f"<{element.tag}> must not hold words: {words.strip()[:40]}"
        for child in element:
            if child.tag not in allowed:
                yield f"<{child.tag}> must not stand in <{element.tag}>"
            yield from self.faults(child)

    def _fits(self, value: str, kind: str) -> bool:
        if kind.startswith("xs:"):
            return True
        return all(re.fullmatch(p.get("value") or "", value) for p in self.types[kind].iter(f"{XS}pattern"))
