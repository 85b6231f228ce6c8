"""Which generator makes a site from a folder, and what its configuration tells of titles, languages and defaults."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from seocheck.base.yaml12 import Loader
from seocheck.config.settings import FIELD_NAMES
from seocheck.readers.fields import DEFAULT_ALIASES, plain

MAX_SIZE = 1_000_000  # bytes of a configuration that is read


class SiteFacts(msgspec.Struct, frozen=True):
    """What is known of a site before any of its articles is read.

    generator: its name, "" for none that is known. config: the file that tells, relative to the folder. content: the
    folders that hold the articles. The others are settings of seocheck.
    """

    generator: str = ""
    config: str = ""
    content: tuple[str, ...] = (".",)
    profile: str = "default"
    profiles: Mapping[str, str] = msgspec.field(default_factory=dict)
    language: str = ""
    title_template: str = "{title}"
    title_is_h1: bool | Literal["auto"] = "auto"
    title_from_h1: bool = False
    defaults: Mapping[str, Mapping[str, Any]] = msgspec.field(default_factory=dict)
    exclude: tuple[str, ...] = ()


def find_site(folder: Path) -> SiteFacts:
    """The site in a folder. Unreadable parts of a configuration are skipped; never raises for them."""
    for find in (_hugo, _mkdocs, _docusaurus, _astro, _jekyll, _by_folders):
        site = find(folder)
        if site is not None:
            return site
    return SiteFacts()


def _hugo(folder: Path) -> SiteFacts | None:
    names = [f"{place}{stem}.{ending}" for stem in ("hugo", "config") for place in ("", "config/_default/")
             for ending in ("toml", "yaml", "yml", "json")]  # fmt: skip
    for name in names:
        config = _mapping(folder / name)
        if config is None:
            continue
        values = {plain(str(key)): value for key, value in config.items()}
        sure = Path(name).stem == "hugo" or "baseurl" in values or (folder / "archetypes").is_dir()
        if not sure:
            continue
        content = _text(values.get("contentdir")) or "content"
        language = _text(values.get("defaultcontentlanguage")) or _text(values.get("languagecode"))
        return SiteFacts("Hugo", name, (content,), language=_code(language), title_is_h1=True)
    return None


def _mkdocs(folder: Path) -> SiteFacts | None:
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        config = _mapping(folder / name)
        if config is None:
            continue
        theme = config.get("theme")
        language = _text(theme.get("language") or theme.get("locale")) if isinstance(theme, Mapping) else ""
        site = _text(config.get("site_name"))
        return SiteFacts(
            "MkDocs", name, (_text(config.get("docs_dir")) or "docs",), profile="docs", language=_code(language),
            title_template=f"{{title}} - {site}" if site else "{title}", title_from_h1=True,
        )  # fmt: skip
    return None


def _docusaurus(folder: Path) -> SiteFacts | None:
    found = _script(folder, "docusaurus.config")
    if found is None:
        return None
    name, text = found
    title = _string(text, "title")
    content = tuple(each for each in ("docs", "blog", "src/pages") if (folder / each).is_dir())
    return SiteFacts(
        "Docusaurus", name, content or ("docs",), profiles={"docs/**": "docs"},
        language=_code(_string(text, "defaultLocale")),
        title_template=f"{{title}} | {title}" if title else "{title}", title_from_h1=True,
    )  # fmt: skip


def _astro(folder: Path) -> SiteFacts | None:
    found = _script(folder, "astro.config")
    if found is None:
        return None
    name, text = found
    starlight = "starlight" in text
    content = next((each for each in ("src/content", "src/pages") if (folder / each).is_dir()), "src/content")
    title = _string(text, "title") if starlight else ""
    return SiteFacts(
        "Astro with Starlight" if starlight else "Astro", name, (content,), profile="docs" if starlight else "default",
        language=_code(_string(text, "defaultLocale")), title_template=f"{{title}} | {title}" if title else "{title}",
        title_is_h1=True if starlight else "auto",
    )  # fmt: skip


def _jekyll(folder: Path) -> SiteFacts | None:
    for name in ("_config.yml", "_config.yaml", "_config.toml"):
        config = _mapping(folder / name)
        if config is None:
            continue
        plugins = " ".join(str(each) for key in ("plugins", "gems") for each in _list(config.get(key)))
        title = _text(config.get("title"))
        tagged = "jekyll-seo-tag" in plugins or "github-pages" in plugins
        posts = [each for each in ("_posts", "blog/_posts") if (folder / each).is_dir()]
        return SiteFacts(
            "Jekyll", name, (".",) if not posts or any(folder.glob("*.md")) else tuple(posts),
            language=_code(_text(config.get("lang")) or _text(config.get("locale"))),
            title_template=f"{{title}} | {title}" if tagged and title else "{title}",
            title_is_h1=True, title_from_h1="jekyll-titles-from-headings" in plugins or "github-pages" in plugins,
            defaults=_jekyll_defaults(config.get("defaults")),
        )  # fmt: skip
    return None


def _jekyll_defaults(listed: Any) -> dict[str, dict[str, Any]]:
    """Front matter defaults that fill in what seocheck reads."""
    found: dict[str, dict[str, Any]] = {}
    for entry in _list(listed):
        scope, values = (entry.get("scope"), entry.get("values")) if isinstance(entry, Mapping) else (None, None)
        if not isinstance(values, Mapping):
            continue
        path = _text(scope.get("path")).strip("/") if isinstance(scope, Mapping) else ""
        kind = _text(scope.get("type")) if isinstance(scope, Mapping) else ""
        pattern = f"{path}/**" if path and "*" not in path and "." not in path.rsplit("/", 1)[-1] else path or "**"
        if kind and kind not in ("pages", "drafts"):
            pattern = f"{path}/**/_{kind}/**" if path else f"**/_{kind}/**"
        told = {name: value for name in FIELD_NAMES if (value := _value_of(values, name)) is not None}
        if told:
            found[pattern] = told
    return found


def _value_of(values: Mapping[Any, Any], name: str) -> Any:
    wanted = {plain(alias) for alias in DEFAULT_ALIASES.get(name, ())}
    for key, value in values.items():
        if plain(str(key)) in wanted and isinstance(value, (str, list)):
            texts = [str(each) for each in value] if isinstance(value, list) else value
            return texts if texts and name != "slug" else None
    return None


def _by_folders(folder: Path) -> SiteFacts | None:
    """A site whose configuration is not here, by the folders that only one generator has."""
    if (folder / "_posts").is_dir():
        return SiteFacts("Jekyll", "", (".",) if any(folder.glob("*.md")) else ("_posts",), title_is_h1=True)
    if (folder / "content").is_dir():
        return SiteFacts("", "", ("content",))
    if (folder / "docs").is_dir() and not any(folder.glob("*.html")):
        return SiteFacts("", "", ("docs",), profile="docs")
    if any(folder.glob("*.html")) and not any(folder.glob("*.md")):
        return SiteFacts("plain HTML")
    return None


def _mapping(file: Path) -> dict[str, Any] | None:
    """A configuration in YAML, TOML or JSON; None if there isn't one, an empty one where it cannot be read."""
    text = _read(file)
    if text is None:
        return None
    try:
        if file.suffix == ".toml":
            values: Any = tomllib.loads(text)
        elif file.suffix == ".json":
            values = json.loads(text)
        else:
            values = _plain_node(yaml.compose(text, Loader=Loader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _plain_node(node: Any, depth: int = 0) -> Any:
    """A YAML node as texts, lists and mappings; tags, as MkDocs uses them to name code, mean nothing here."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if depth > 20:
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain_node(each, depth + 1) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_plain_node(key, depth + 1)): _plain_node(value, depth + 1) for key, value in node.value}
    return None


def _script(folder: Path, stem: str) -> tuple[str, str] | None:
    for ending in ("js", "mjs", "cjs", "ts", "mts", "cts"):
        text = _read(folder / f"{stem}.{ending}")
        if text is not None:
            return f"{stem}.{ending}", text
    return None


def _read(file: Path) -> str | None:
    try:
        if not file.is_file() or file.stat().st_size > MAX_SIZE:
            return None
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None


def _string(text: str, key: str) -> str:
    """The first string that a configuration in JavaScript gives a key."""
    match = re.search(rf"""\b{key}\s{{0,9}}:\s{{0,9}}(["'`])([^"'`$\n]{{1,100}})\1""", text)
    return match[2] if match else ""


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _code(tag: str) -> str:
    """The language code of a tag: "de" of "de-AT" and "de_AT"."""
    match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag)
    return match[0].lower() if match else ""
