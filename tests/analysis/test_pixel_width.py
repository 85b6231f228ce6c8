"""Widths in Arial, and where a result's text is cut."""

import pytest

from seocheck.analysis.declared.pixel_width import ELLIPSIS, cut, width

SENTENCE = "The quick brown fox jumps over the lazy dog and runs home."


def test_width_grows_with_the_letters_and_the_size():
    assert width("i", 14) < width("n", 14) < width("W", 14)
    assert width("abc", 28) == pytest.approx(2 * width("abc", 14))
    assert width("", 14) == 0


def test_the_widths_are_those_of_arial():
    # From Arial's published metrics, in thousandths of an em: a blank 278, "a" and digits 556, "W" 944.
    assert width(" ", 1000) == pytest.approx(278, abs=1)
    assert width("a0", 1000) == pytest.approx(1112, abs=1)
    assert width("W", 1000) == pytest.approx(944, abs=1)
    assert width("ЖΩש", 1000) == pytest.approx(923 + 748 + 714, abs=40)


def test_marks_and_invisible_characters_take_no_room():
    assert width("e\u0301", 20) == width("e", 20)
    assert width("a\u200bb\u00adc", 20) == width("abc", 20)


def test_east_asian_characters_are_square():
    assert width("日本語", 14) == 42
    assert width("ハ", 14) == 14
    assert width("Ａ", 14) == 14


def test_what_arial_lacks_is_estimated():
    assert 0.3 < width("ن", 1) < 0.8
    assert width("\t\n", 14) == width("  ", 14)


class TestCut:
    def test_what_fits_is_not_cut(self):
        assert cut(SENTENCE, 14, 1000) == len(SENTENCE)
        assert cut("", 14, 10) == 0

    def test_it_fits_by_a_hair(self):
        assert cut(SENTENCE, 14, width(SENTENCE, 14)) == len(SENTENCE)
        assert cut(SENTENCE, 14, width(SENTENCE, 14) - 0.1) < len(SENTENCE)

    @pytest.mark.parametrize("limit", [60, 100, 163, 250, 333])
    def test_it_ends_with_a_word_and_leaves_room_for_the_ellipsis(self, limit):
        end = cut(SENTENCE, 14, limit)
        assert SENTENCE[end] == " "
        assert width(SENTENCE[:end] + ELLIPSIS, 14) <= limit
        following = SENTENCE.find(" ", end + 1)
        assert width(SENTENCE[:following] + ELLIPSIS, 14) > limit

    def test_a_long_word_is_cut_inside(self):
        assert 0 < cut("Donaudampfschifffahrtsgesellschaft", 20, 120) < 34

    def test_east_asian_text_is_cut_anywhere(self):
        assert cut("日本語の文章です", 20, 100) == 4

    def test_nothing_fits(self):
        assert cut("Wide", 20, 5) == 0
