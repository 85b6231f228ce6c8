"""The settings of a site: what `seocheck.yml` may contain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

import msgspec

from seocheck.house.values import HouseStyle

SeverityName = Literal["error", "warning", "note", "suggestion", "off"]
SEVERITY_NAMES: tuple[SeverityName, ...] = get_args(SeverityName)
Names = str | tuple[str, ...]


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Settings for the articles whose paths fit one of `files`; what is not given stays as it is.

    Mappings (fields, labels, synonyms, severities, rules) are added to those around them, anything else replaces.
    """

    files: Names
    profile: str | msgspec.UnsetType = msgspec.UNSET
    language: str | msgspec.UnsetType = msgspec.UNSET
    fields: Mapping[str, Names] | msgspec.UnsetType = msgspec.UNSET
    labels: Mapping[str, Names] | msgspec.UnsetType = msgspec.UNSET
    label_blocks: Literal["read", "leak"] | msgspec.UnsetType = msgspec.UNSET
    synonyms: Mapping[str, Names] | msgspec.UnsetType = msgspec.UNSET
    tags_are_keywords: bool | msgspec.UnsetType = msgspec.UNSET
    title_template: str | msgspec.UnsetType = msgspec.UNSET
    title_is_h1: bool | Literal["auto"] | msgspec.UnsetType = msgspec.UNSET
    title_from_h1: bool | msgspec.UnsetType = msgspec.UNSET
    ignore: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    severities: Mapping[str, SeverityName] | msgspec.UnsetType = msgspec.UNSET
    rules: Mapping[str, Mapping[str, Any]] | msgspec.UnsetType = msgspec.UNSET
    school_grades: bool | msgspec.UnsetType = msgspec.UNSET
    topics: bool | Literal["yake"] | msgspec.UnsetType = msgspec.UNSET

    @property
    def patterns(self) -> tuple[str, ...]:
        """The globs."""
        return (self.files,) if isinstance(self.files, str) else self.files


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All settings, each with its default. Plain, immutable values.

    profile: default, news, docs, product or plain-language.
    language: ISO 639-1 code for articles whose language neither they nor their path tell.
    fields: field -> other names for it on this site, nested keys with dots.
    labels: field -> other names for it in the label lines of drafts (`SERP headline: ...`).
    label_blocks: what label lines in the body of a Markdown or HTML file are: "read" means that they declare, "leak"
        that they are text that readers see.
    synonyms: keyword -> other words for it; an article that says one of them says the keyword.
    tags_are_keywords: check tags and topics against the body as if they were declared keywords.
    title_template: how the site prints the title tag, containing {title}.
    title_is_h1: whether the template prints the title as H1; "auto" means yes if a title is declared
        and the body has no H1.
    title_from_h1: whether the generator takes the title from the first H1 if none is declared.
    defaults: glob -> values that the site fills in for matching articles; null for one that it fills in by code or from
        where seocheck can't read it, so that it isn't called missing.
    ignore: rules or groups not to run.
    suppress: glob -> rules or groups whose findings don't count in matching articles.
    severities: rule -> severity.
    rules: rule -> its options.
    house: name -> a rule of the house style: words to avoid, words with better ones, words said too often.
    school_grades: show US school grades for English articles (needs textstat).
    topics: look for what an article keeps coming back to; "yake" lets the package yake rank the phrases, which is slow.
    max_file_size: in megabytes; larger files are reported as too large. A megabyte of prose takes about 60 MB of
        memory and a few seconds.
    max_seconds: seconds of processor time for the check of one article; loading libraries and dictionaries does not
        count. By the clock it may take twelve times as long, and at least 5 s. An article that takes longer is tried
        once more on its own, then reported, and the run goes on.
    url: where the folder of this file is published, for the pages of a built site ("https://example.org").
    exclude: globs of files and folders to skip.
    baseline: the file of known findings, relative to this one.
    overrides: settings for the articles that match globs.
    """

    profile: str = "default"
    language: str = ""
    fields: Mapping[str, Names] = {}
    labels: Mapping[str, Names] = {}
    label_blocks: Literal["read", "leak"] = "read"
    synonyms: Mapping[str, Names] = {}
    tags_are_keywords: bool = False
    title_template: str = "{title}"
    title_is_h1: bool | Literal["auto"] = "auto"
    title_from_h1: bool = False
    defaults: Mapping[str, Mapping[str, Names | None]] = {}
    ignore: tuple[str, ...] = ()
    suppress: Mapping[str, Names] = {}
    severities: Mapping[str, SeverityName] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}
    house: HouseStyle = HouseStyle()
    school_grades: bool = True
    topics: bool | Literal["yake"] = True
    max_file_size: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 3.0
    max_seconds: Annotated[float, msgspec.Meta(gt=0, le=86_400)] = 10.0
    url: str = ""
    exclude: tuple[str, ...] = ()
    baseline: str = ""
    overrides: tuple[Override, ...] = ()
    base: str = ""
    """The folder of the settings file, which its globs are relative to; not a key of the file."""
    file: str = ""
    """The settings file, for messages; not a key of the file."""
    root: str = ""
    """The folder that is published at `url`, if not `base`; not a key of the file."""
    renamed: tuple[str, ...] = ()
    """A line for each rule that the files call by a former name; not a key of the file."""


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a profile file may contain: who reads such articles, and how rules weigh for them."""

    description: str = ""
    weights: Mapping[str, Annotated[float, msgspec.Meta(ge=0)]] = {}
    severities: Mapping[str, SeverityName] = {}
    rules: Mapping[str, Mapping[str, Any]] = {}


KEYS = ("extends", *(f for f in Settings.__struct_fields__ if f not in ("base", "file", "root", "renamed")))
"""The keys at the top of a settings file. `extends` is gone once the files are merged."""
OVERRIDE_KEYS = Override.__struct_fields__
FIELD_NAMES = (
    "title",
    "seo_title",
    "description",
    "keywords",
    "focus_keyword",
    "secondary_keywords",
    "taxonomy",
    "language",
    "slug",
)
LABEL_FIELDS = (*(name for name in FIELD_NAMES if name != "secondary_keywords"), "other")
"""What the labels of drafts may declare; "other" for those that belong to a block and declare nothing."""
