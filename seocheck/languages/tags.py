"""What language a tag ("pt-BR", "german") or a path ("content.fr/", "index.de.md") names."""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import available, load

# ISO 639-1, all of it: a declared language without a file is an unknown language, never a wrong one.
_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
    ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
    rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""

# Codes that ISO 639 withdrew or splits finer than our files, three-letter codes, and codes of countries that
# aren't language codes but often are where one should.
_ALIASES = {
    "iw": "he", "in": "id", "no": "nb", "nn": "nb", "cmn": "zh", "yue": "zh",
    "ara": "ar", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el",
    "eng": "en", "spa": "es", "fas": "fa", "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "heb": "he",
    "hin": "hi", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "nob": "nb", "nno": "nb",
    "nor": "nb", "nld": "nl", "dut": "nl", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
    "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "zho": "zh", "chi": "zh",
    "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk",
}  # fmt: skip

# What languages call themselves; their English names come from the files.
_NAMES = {
    "čeština": "cs", "dansk": "da", "deutsch": "de", "ελληνικά": "el", "español": "es", "castellano": "es",
    "فارسی": "fa", "farsi": "fa", "suomi": "fi", "français": "fr", "francais": "fr", "עברית": "he",
    "हिन्दी": "hi", "magyar": "hu", "bahasa indonesia": "id", "italiano": "it", "日本語": "ja",
    "한국어": "ko", "norsk": "nb", "bokmål": "nb", "norwegian": "nb", "nynorsk": "nb", "nederlands": "nl",
    "polski": "pl", "português": "pt", "portugues": "pt", "română": "ro", "русский": "ru", "svenska": "sv",
    "ไทย": "th", "türkçe": "tr", "українська": "uk", "中文": "zh", "العربية": "ar", "mandarin": "zh",
}  # fmt: skip

# de   pt-BR   zh_Hant_TW   en_US.UTF-8   es-419
_TAG = late_pattern(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?(?:[.@][\w-]+)*",
    re.IGNORECASE,
)

# Folder names that are as likely an English word, a country or a subject: /it/ is a department's section,
# /uk/ the United Kingdom, /cs/ computer science, /ar/ augmented reality, /pl/ programming languages.
_AMBIGUOUS = frozenset({"ar", "cs", "el", "he", "hi", "id", "it", "no", "pl", "uk"})

# Folders whose children are languages by custom.
_CONTAINERS = """
    content i18n _i18n intl l10n lang langs language languages locale locales localization localisation
    localized translated translated-content translation translations
"""


def normalise(tag: str) -> str:
    """The ISO 639-1 code that a declared language means; "" for what means none.

    "pt-BR", "en_US.UTF-8", "zh-Hant", "iw", "German" and "Deutsch" are understood; Norwegian of either
    kind is "nb". A code is answered whether or not the language has a file ("ca"), since an author who
    declares Catalan must not be judged by a language that looks like it.
    """
    tag = tag.strip().lower()
    if not tag:
        return ""
    match = _TAG.fullmatch(tag)
    if match is None:
        return _names().get(tag, "")
    code = match["language"]
    return _ALIASES.get(code, code if code in _codes() else "")


def language_name(code: str) -> str:
    """What a language is called in English; “xx” for one without a file."""
    return load(code).name if code in available() else f"“{code}”"


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(_ISO_639_1.split())


@lru_cache(maxsize=1)
def _containers() -> frozenset[str]:
    return frozenset(_CONTAINERS.split())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {load(code).name.lower(): code for code in available()} | _NAMES


def language_of_path(path: str) -> tuple[str, str]:
    """The language that a path names, as (code, the tag as written); ("", "") when it names none.

    Read are, the innermost first: the last part of the file's name before its extension (`index.de.md`),
    a folder's name (`/pt-br/`) and the last part of one (`content.fr/`). Only languages with a file
    count. Folders that may as well be something else (`/it/`, `/uk/`, `/no/`) count where the tag has a
    region (`/it-it/`) or the folder above is one that holds languages (`/content/it/`, `/locales/uk/`);
    elsewhere the text itself has to show its language.

    A folder says what a page should be, not what it is: of 243 pages that one large site keeps under
    twelve languages, 233 were still in English. Where text and path disagree, believe the text.
    """
    *folders, name = path.replace("\\", "/").split("/")
    pieces = name.split(".")
    if len(pieces) > 2 and pieces[0]:
        code = _known(pieces[-2])
        if code:
            return code, pieces[-2]
    for number in range(len(folders) - 1, -1, -1):
        folder = folders[number]
        code = _known(folder)
        above = folders[number - 1].lower() if number else ""
        if code and (folder.lower() not in _AMBIGUOUS or above in _containers()):
            return code, folder
        stem, _, tag = folder.rpartition(".")
        code = _known(tag) if stem else ""
        if code:
            return code, tag
    return "", ""


@lru_cache(maxsize=1)
def _with_file() -> frozenset[str]:
    return frozenset(available())


def _known(tag: str) -> str:
    """The code of a tag whose language has a file; names, countries and three letters aren't tags here."""
    match = _TAG.fullmatch(tag)
    if match is None or len(match["language"]) != 2 or "." in tag or "@" in tag:
        return ""
    language = match["language"].lower()
    code = {"no": "nb", "nn": "nb", "iw": "he"}.get(language, language)
    return code if code in _with_file() else ""


# ISO 3166-1 alpha-2, all of it.
_ISO_3166_1 = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""


@lru_cache(maxsize=1)
def two_letter_languages() -> frozenset[str]:
    """The language codes of ISO 639-1, in lower case."""
    return frozenset(_ISO_639_1.split())


@lru_cache(maxsize=1)
def region_codes() -> frozenset[str]:
    """The codes of countries and regions of ISO 3166-1, in capitals."""
    return frozenset(_ISO_3166_1.split())
