"""In which encoding an HTML file is written."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.readers.html.encoding import declared_encoding, decode, sniff_encoding


def page(charset: str, text: str = "") -> str:
    return f"<html><head><meta charset='{charset}'></head><body>{text}</body></html>"


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META CHARSET='UTF8'>", "utf-8"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b"<meta charset=latin1>", "cp1252"),
        (b"<meta charset=gb2312>", "gb18030"),
        (b"<meta charset=Shift_JIS>", "cp932"),
        (b"<meta charset=ks_c_5601-1987>", "cp949"),
        (b"<meta charset=iso-8859-15>", "iso8859-15"),
        (b"<meta charset=utf-16>", "utf-8"),  # who can read this, is not reading UTF-16
        (b"<?xml version='1.0' encoding='windows-1251'?><html>", "cp1251"),
        (b"<!-- <meta charset=big5> --><p>", ""),
        (b"<meta charset=rot13>", ""),
        (b"<meta charset=no-such-thing>", ""),
        (b" " * 5000 + b"<meta charset=big5>", ""),
    ],
)
def test_declarations(head: bytes, codec: str) -> None:
    assert declared_encoding(head) == codec


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "Café – “très” bon"),
        ("windows-1251", "cp1251", "Чай и мёд"),
        ("shift_jis", "cp932", "お茶の入れ方"),
        ("gb2312", "gb18030", "绿茶的泡法"),
        ("euc-kr", "cp949", "녹차를 우리는 법"),
    ],
)
def test_a_true_declaration_is_followed(label: str, codec: str, text: str) -> None:
    data = page(label, text).encode(codec)
    assert sniff_encoding(data) == (codec, "declared")
    assert text in decode(data)[0]


def test_utf8_is_recognized_whatever_is_declared() -> None:
    data = page("iso-8859-1", "Grüner Tee für später").encode("utf-8")
    assert sniff_encoding(data) == ("utf-8", "utf-8")
    assert "Grüner Tee" in decode(data)[0]


def test_a_wrong_declaration_of_utf8_falls_back() -> None:
    data = page("utf-8", "Grüner Tee").encode("cp1252")
    assert sniff_encoding(data) == ("cp1252", "fallback")
    assert "Grüner Tee" in decode(data)[0]


def test_a_declaration_with_some_wrong_bytes_is_still_followed() -> None:
    data = page("shift_jis", "お茶").encode("cp932") + b"\x81"
    text, codec, _ = decode(data)
    assert codec == "cp932"
    assert "お茶" in text
    assert text.endswith("\ufffd")


def test_without_declaration() -> None:
    assert sniff_encoding("<p>Tee für zwei".encode()) == ("utf-8", "utf-8")
    assert sniff_encoding("<p>Tee für zwei".encode("latin-1")) == ("cp1252", "fallback")
    assert sniff_encoding(b"") == ("utf-8", "utf-8")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, codec: str) -> None:
    written = page("iso-8859-1", "Grüner Tee")
    data = mark + written.encode(codec)
    assert sniff_encoding(data) == (codec, "bom")
    assert decode(data) == (written, codec, True)


def test_utf16_without_a_mark() -> None:
    assert decode("<p>Grüner Tee".encode("utf-16-le")) == ("<p>Grüner Tee", "utf-16-le", False)


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    text, codec, _ = decode(data)
    assert isinstance(text, str)
    codecs.lookup(codec)


@given(
    st.sampled_from([b"<meta charset=big5>", b"<meta charset=euc-jp>", b"<meta charset=iso-2022-jp>"]),
    st.binary(),
)
def test_any_bytes_are_decoded_as_declared(head: bytes, data: bytes) -> None:
    text, codec, _ = decode(head + data)
    codecs.lookup(codec)
    assert text.lstrip("\ufeff").startswith("<meta charset=")
