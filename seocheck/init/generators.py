"""Which generator makes a site from a folder, and what its configuration tells of titles, languages and defaults."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from seocheck.init.configuration import as_list, code_of, mapping, script, string, text_of
from seocheck.init.data_files import cascades, directory_data, fields_of
from seocheck.readers.fields import plain

MOST_FOLDERS = 50
"""Folders below in which a site is looked for."""


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
    """The site in a folder, or in the only one of its folders that holds one.

    Unreadable parts of a configuration are skipped; never raises for them.
    """
    site = _by_configuration(folder)
    if site is not None:
        return site
    try:
        below = sorted(each for each in folder.iterdir() if each.is_dir() and each.name[0] not in "._")
    except OSError:
        below = []
    found = [(each.name, site) for each in below[:MOST_FOLDERS] if (site := _by_configuration(each)) is not None]
    if len(found) == 1:
        return _moved(*found[0])
    return _by_folders(folder) or SiteFacts()


def _by_configuration(folder: Path) -> SiteFacts | None:
    for find in (_zola, _hugo, _mkdocs, _docusaurus, _vitepress, _astro, _eleventy, _hexo, _jekyll, _pelican):
        site = find(folder)
        if site is not None:
            return site
    return None


def _moved(name: str, site: SiteFacts) -> SiteFacts:
    """A site that lies in a folder of that name."""
    return msgspec.structs.replace(
        site,
        config=f"{name}/{site.config}" if site.config else "",
        content=tuple(name if each == "." else f"{name}/{each}" for each in site.content),
        profiles={f"{name}/{pattern}": profile for pattern, profile in site.profiles.items()},
        defaults={
            pattern if pattern.startswith("**") else f"{name}/{pattern}": values
            for pattern, values in site.defaults.items()
        },
        exclude=tuple(f"{name}/{pattern}" for pattern in site.exclude),
    )


def _zola(folder: Path) -> SiteFacts | None:
    for name in ("config.toml", "zola.toml"):
        config = mapping(folder / name)
        if config is None or "base_url" not in config or "baseURL" in config:
            continue
        language = code_of(text_of(config.get("default_language")))
        return SiteFacts("Zola", name, ("content",), language=language, title_is_h1=True)
    return None


def _hexo(folder: Path) -> SiteFacts | None:
    config = mapping(folder / "_config.yml")
    package = mapping(folder / "package.json") or {}
    if config is None or not ("hexo" in package or (folder / "scaffolds").is_dir()):
        return None
    languages = config.get("language")
    language = text_of(languages[0] if isinstance(languages, list) and languages else languages)
    source = text_of(config.get("source_dir")) or "source"
    return SiteFacts("Hexo", "_config.yml", (source,), language=code_of(language), title_is_h1=True)


def _eleventy(folder: Path) -> SiteFacts | None:
    found = script(folder, ".eleventy") or script(folder, "eleventy.config")
    if found is None:
        return None
    name, text = found
    content = string(text, "input") or next((each for each in ("src", "content") if (folder / each).is_dir()), ".")
    content = content.strip("./") or "."
    return SiteFacts("Eleventy", name, (content,), defaults=directory_data(folder, content))


def _vitepress(folder: Path) -> SiteFacts | None:
    for generator, hidden in (("VitePress", ".vitepress"), ("VuePress", ".vuepress")):
        for base in ("", "docs", "src"):
            found = script(folder / base / hidden, "config")
            if found is None:
                continue
            name, text = found
            title = string(text, "title")
            return SiteFacts(
                generator, f"{base}/{hidden}/{name}".lstrip("/"), (base or ".",), profile="docs",
                language=code_of(string(text, "lang")), title_template=f"{{title}} | {title}" if title else "{title}",
                title_from_h1=True,
            )  # fmt: skip
    return None


def _pelican(folder: Path) -> SiteFacts | None:
    if not (folder / "pelicanconf.py").is_file():
        return None
    return SiteFacts("Pelican", "pelicanconf.py", ("content",), title_is_h1=True)


def _hugo(folder: Path) -> SiteFacts | None:
    names = [f"{place}{stem}.{ending}" for stem in ("hugo", "config") for place in ("", "config/_default/")
             for ending in ("toml", "yaml", "yml", "json")]  # fmt: skip
    for name in names:
        config = mapping(folder / name)
        if config is None:
            continue
        values = {plain(str(key)): value for key, value in config.items()}
        sure = Path(name).stem == "hugo" or "baseurl" in values or (folder / "archetypes").is_dir()
        if not sure:
            continue
        content = text_of(values.get("contentdir")) or "content"
        language = text_of(values.get("defaultcontentlanguage")) or text_of(values.get("languagecode"))
        filled = cascades(folder, content, values.get("cascade"))
        return SiteFacts("Hugo", name, (content,), language=code_of(language), title_is_h1=True, defaults=filled)
    return None


def _mkdocs(folder: Path) -> SiteFacts | None:
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        config = mapping(folder / name)
        if config is None:
            continue
        theme = config.get("theme")
        language = text_of(theme.get("language") or theme.get("locale")) if isinstance(theme, Mapping) else ""
        site = text_of(config.get("site_name"))
        return SiteFacts(
            "MkDocs", name, (text_of(config.get("docs_dir")) or "docs",), profile="docs", language=code_of(language),
            title_template=f"{{title}} - {site}" if site else "{title}", title_from_h1=True,
        )  # fmt: skip
    return None


def _docusaurus(folder: Path) -> SiteFacts | None:
    found = script(folder, "docusaurus.config")
    if found is None:
        return None
    name, text = found
    title = string(text, "title")
    content = tuple(each for each in ("docs", "blog", "src/pages") if (folder / each).is_dir())
    return SiteFacts(
        "Docusaurus", name, content or ("docs",), profiles={"docs/**": "docs"},
        language=code_of(string(text, "defaultLocale")),
        title_template=f"{{title}} | {title}" if title else "{title}", title_from_h1=True,
    )  # fmt: skip


def _astro(folder: Path) -> SiteFacts | None:
    found = script(folder, "astro.config")
    if found is None:
        return None
    name, text = found
    starlight = "starlight" in text
    content = next((each for each in ("src/content", "src/pages") if (folder / each).is_dir()), "src/content")
    title = string(text, "title") if starlight else ""
    return SiteFacts(
        "Astro with Starlight" if starlight else "Astro", name, (content,), profile="docs" if starlight else "default",
        language=code_of(string(text, "defaultLocale")), title_template=f"{{title}} | {title}" if title else "{title}",
        title_is_h1=True if starlight else "auto",
    )  # fmt: skip


def _jekyll(folder: Path) -> SiteFacts | None:
    for name in ("_config.yml", "_config.yaml", "_config.toml"):
        config = mapping(folder / name)
        if config is None:
            continue
        plugins = " ".join(str(each) for key in ("plugins", "gems") for each in as_list(config.get(key)))
        title = text_of(config.get("title"))
        tagged = "jekyll-seo-tag" in plugins or "github-pages" in plugins
        posts = [each for each in ("_posts", "blog/_posts") if (folder / each).is_dir()]
        return SiteFacts(
            "Jekyll", name, (".",) if not posts or any(folder.glob("*.md")) else tuple(posts),
            language=code_of(text_of(config.get("lang")) or text_of(config.get("locale"))),
            title_template=f"{{title}} | {title}" if tagged and title else "{title}",
            title_is_h1=True, title_from_h1="jekyll-titles-from-headings" in plugins or "github-pages" in plugins,
            defaults=_jekyll_defaults(config.get("defaults")),
        )  # fmt: skip
    return None


def _jekyll_defaults(listed: Any) -> dict[str, dict[str, Any]]:
    """Front matter defaults that fill in what seocheck reads."""
    found: dict[str, dict[str, Any]] = {}
    for entry in as_list(listed):
        scope, values = (entry.get("scope"), entry.get("values")) if isinstance(entry, Mapping) else (None, None)
        if not isinstance(values, Mapping):
            continue
        path = text_of(scope.get("path")).strip("/") if isinstance(scope, Mapping) else ""
        kind = text_of(scope.get("type")) if isinstance(scope, Mapping) else ""
        pattern = f"{path}/**" if path and "*" not in path and "." not in path.rsplit("/", 1)[-1] else path or "**"
        if kind and kind not in ("pages", "drafts"):
            pattern = f"{path}/**/_{kind}/**" if path else f"**/_{kind}/**"
        told = fields_of(values)
        if told:
            found[pattern] = told
    return found


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
