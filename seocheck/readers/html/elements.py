"""The elements of HTML by what they do to the tree and to text."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")

VOID = _names("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
"""Elements that never have content."""

RAW_TEXT = _names("script style xmp iframe noembed noframes title textarea")
"""Elements whose content holds no tags."""

HEAD = _names("base basefont bgsound link meta title script style noscript template")
"""Elements in the head that don't open the body."""

FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
TABLE_PARTS = _names("caption col colgroup tbody tfoot thead tr td th")

CLOSES_P = HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form header hgroup hr li listing main menu nav ol p plaintext pre search section summary table"
    " ul xmp"
)
"""Elements whose start tag ends an open paragraph."""

SPECIAL = (
    CLOSES_P
    | VOID
    | RAW_TEXT
    | TABLE_PARTS
    | _names("applet body button frameset head html marquee noscript object select table template")
)
"""Elements that the end tag of an inline element does not close."""

ENDS_FOREIGN = HEADINGS | _names(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li menu meta nobr ol p pre ruby"
    " s small span strong strike sub sup table tt u ul var"
)
"""Tags that can't be in SVG or MathML: they end it."""

SCOPE = _names("applet caption html table td th marquee object template svg:foreignobject svg:desc svg:title")
"""Elements beyond which no end tag reaches. Elements of SVG are named "svg:..."."""

BOUNDS: dict[str, frozenset[str]] = {
    "scope": SCOPE,
    "button": SCOPE | {"button"},
    "list": SCOPE | {"ol", "ul"},
    "table": _names("html table template"),
    "cell": _names("html table template td th caption"),
    "item": SPECIAL - {"address", "div", "p"},
    "special": SPECIAL,
    "heading": HEADINGS,
}
"""Which elements bound the search for an open one: "has an element in ... scope" in the HTML standard."""

BOUND_BY = {name: tuple(bound for bound, names in BOUNDS.items() if name in names) for name in SPECIAL | SCOPE}

BLOCKS = HEADINGS | _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form header hgroup hr html legend li main menu nav ol optgroup option p pre section"
    " summary table tbody td tfoot th thead tr ul"
)
"""Elements that a browser puts on lines of their own: text before and after them is not one text."""

_HEADING = late_pattern(r"(?:[\w.-]+-)?h([1-6])")


def heading_level(name: str) -> int:
    """The level of a heading element, or of a site's own element made for one (custom-h1); else 0."""
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0


CODE = _names("code kbd samp tt")

SILENT = _names(
    "applet audio button canvas datalist embed frameset head iframe input map math meter noembed noframes"
    " noscript object progress rp rt script select style svg template textarea title video"
)
"""Elements whose content readers don't see as prose; leaving it out needn't be reported."""

SECTIONING = _names("article main section")
"""Inside these a `<header>` introduces the text; anywhere else it is the page's own."""

LINK_LISTS = _names("ul ol dl div section table")
"""Elements that may be nothing but a menu."""

NAMED_BY_SITES = _names("div section ul ol dl p table center")
"""Elements whose class or id may tell what they are."""

INLINE = _names(
    "a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q ruby"
    " s samp small span strike strong sub sup time tt u var wbr"
)
"""Elements within a line of text."""

ELEMENTS = (
    SPECIAL
    | SILENT
    | INLINE
    | FORMATTING
    | HEAD
    | BLOCKS
    | _names("acronym area basefont big blink fieldset input label output param picture slot source track")
)
"""All elements of HTML, those of old pages included."""
