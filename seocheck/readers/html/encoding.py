"""Find out in which encoding an HTML file is written, and decode it.

A declaration is believed only where the bytes agree with it: pages are re-encoded by editors and servers
that leave the `<meta charset>` as it was.
"""

from __future__ import annotations

import codecs
import re
from typing import Literal

from seocheck.base.late_pattern import late_pattern

How = Literal["bom", "declared", "utf-8", "fallback"]

_PRESCAN = 4096
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers understand by a label (WHATWG Encoding Standard), as the nearest codec Python has. A label
# that is not listed counts as no declaration: Python also knows "codecs" such as rot13 that aren't encodings.
_CODECS: dict[str, str] = {
    "utf-8": "utf8 utf-8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode ucs-2",
    "cp1252": "ascii us-ascii ansi_x3.4-1968 latin1 l1 iso-8859-1 iso8859-1 iso_8859-1 iso88591 cp1252"
    " cp819 ibm819 windows-1252 x-cp1252",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": "cp1254 windows-1254 x-cp1254 latin5 l5 iso-8859-9 iso8859-9 iso_8859-9",
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "cp874": "dos-874 windows-874 tis-620 iso-8859-11 iso8859-11",
    "cp866": "cp866 ibm866 866",
    "koi8-r": "koi8-r koi koi8 koi8_r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk iso-ir-58",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr cp949",
}
for _part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16):
    _CODECS[f"iso8859-{_part}"] = f"iso-8859-{_part} iso8859-{_part} iso_8859-{_part}"
_CODECS["iso8859-2"] += " latin2 l2"
_CODECS["iso8859-15"] += " latin9 l9"
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}

_ASCII = late_pattern(r"[\0-\x7f]+")
_NOT_KANA = late_pattern(r"[^\u3041-\u3096\u30a1-\u30fa]+")
_KANA_SHARE = 0.2  # of the characters outside ASCII: Japanese prose has a half and more
_RIGHT_FOR_ONE_WRONG = 10  # characters outside ASCII

_COMMENT = late_pattern(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML = late_pattern(rb"""\A\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)""", re.IGNORECASE)
_META = late_pattern(rb"<meta[\s/][^>]*", re.IGNORECASE)
_CHARSET = late_pattern(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def declared_encoding(data: bytes) -> str:
    """The encoding declared in the first 4 KB of a page, as a Python codec; "" for none or an unknown one."""
    head = _COMMENT.sub(b"", data[:_PRESCAN])
    labels = [m.group(1) for tag in _META.findall(head) if (m := _CHARSET.search(tag))]
    if xml := _XML.match(head):
        labels.append(xml.group(1))
    for label in labels:
        if codec := _LABELS.get(label.decode("ascii", "replace").lower()):
            return codec
    return ""


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether hardly any of the bytes outside ASCII are wrong in UTF-8: one cut character spoils no page."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(_ASCII.sub("", text)) - wrong
    return right >= _RIGHT_FOR_ONE_WRONG * wrong


def _is_japanese(data: bytes, codec: str) -> bool:
    """Whether the bytes decode by this codec, much of it to kana: letters that no other bytes come to by chance."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return False
    return len(_NOT_KANA.sub("", text)) > _KANA_SHARE * len(_ASCII.sub("", text))


def sniff_encoding(data: bytes) -> tuple[str, How]:
    """The Python codec to decode a page with, and how it was found.

    In this order: a byte order mark; the declaration, if the bytes decode by it; UTF-8, if they decode
    by that, except for a few; the declaration, though some bytes are wrong; a Japanese encoding, if the bytes
    decode by it to kana; Windows-1252. Bytes outside ASCII that form valid UTF-8 are UTF-8 whatever is
    declared: nearly any bytes decode as a one-byte encoding, while text in one hardly ever happens to be
    valid UTF-8.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return codec, "bom"
    for start, codec in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if data.startswith(start):
            return codec, "fallback"
    declared = declared_encoding(data)
    is_utf8 = _decodes(data, "utf-8")
    if is_utf8 and not data.isascii():
        return "utf-8", "declared" if declared == "utf-8" else "utf-8"
    if declared and _decodes(data, declared):
        return declared, "declared"
    if is_utf8:
        return "utf-8", "utf-8"
    if _is_nearly_utf8(data):
        return "utf-8", "declared" if declared == "utf-8" else "utf-8"
    if declared and declared != "utf-8":
        return declared, "declared"
    return next((codec for codec in ("cp932", "euc_jp") if _is_japanese(data, codec)), "cp1252"), "fallback"


def decode(data: bytes) -> tuple[str, str, bool]:
    """The text of a page, the codec it was decoded with, and whether a byte order mark was before it.

    Never fails: bytes that mean nothing in the encoding become U+FFFD. The mark isn't part of the text.
    """
    codec, how = sniff_encoding(data)
    if how == "bom":
        data = data[3:] if codec == "utf-8" else data[2:]
    return data.decode(codec, "replace"), codec, how == "bom"
