"""How a sentence that is too long for a description is cut, and where it isn't."""

from __future__ import annotations

import pytest

from seocheck.analysis.declared.pixel_width import width
from tests.suggest.described import WIDEST, first, made


@pytest.mark.parametrize(
    ("lang", "title", "sentence", "wanted"),
    [
        (  # an aside in parentheses, which takes nothing back
            "en",
            "Rye starter",
            "A rye starter (which the bakers of the old mill at the river call the old lady, or simply the jar) is a"
            " dough of flour and water that raises a bread of whole grain without any other yeast.",
            "A rye starter is a dough of flour and water that raises a bread of whole grain without any other yeast.",
        ),
        (
            "de",
            "Roggensauer",
            "Ein Roggensauer – die Bäcker der alten Mühle am Fluss nennen ihn seit jeher die alte Dame – ist ein"
            " Teig aus Mehl und Wasser, der ein Brot aus vollem Korn ohne Hefe aufgehen lässt.",
            "Ein Roggensauer ist ein Teig aus Mehl und Wasser, der ein Brot aus vollem Korn ohne Hefe aufgehen lässt.",
        ),
        (
            "zh",
            "黑麦酵种",
            "黑麦酵种（老磨坊的面包师们一直把它叫作老太太，或者干脆就叫罐子，谁也不知道这个名字是从哪里来的，也没有人去问过）"
            "是一种用面粉和水做成的面团，不用别的酵母就能让全麦面包发起来。",
            "黑麦酵种是一种用面粉和水做成的面团，不用别的酵母就能让全麦面包发起来。",
        ),
        (  # a list behind a colon
            "en",
            "Rye mill",
            "A rye mill consists of four parts that a miller has to clean and oil every week in the year: the wheel,"
            " the stones of granite, the hopper, the sieve of silk, and the sacks that hang below it in the yard.",
            "A rye mill consists of four parts that a miller has to clean and oil every week in the year",
        ),
        (
            "fr",
            "Moulin à seigle",
            "Le moulin à seigle comprend toutes les machines qui transforment le grain de la vallée en farine : roue,"
            " meules de granit, trémie, tamis de soie, sacs de toile et charrettes pour le marché du samedi.",
            "Le moulin à seigle comprend toutes les machines qui transforment le grain de la vallée en farine",
        ),
        (  # asterisks that Markdown doesn't read, since no space is beside them
            "zh",
            "黑麦酵种",
            "**黑麦酵种（老磨坊的面包师们一直把它叫作老太太，或者干脆就叫罐子，谁也不知道这个名字是从哪里来的）**"
            "是一种用面粉和水做成的面团，不用别的酵母就能让全麦面包发起来。",
            "黑麦酵种是一种用面粉和水做成的面团，不用别的酵母就能让全麦面包发起来。",
        ),
        (  # an end that only adds, with commas of its own
            "en",
            "Rye starter",
            "A rye starter is a dough of flour and water that raises bread without any other yeast, which makes it the"
            " pet of bakers, millers, cooks, and of everybody else who has a jar and a spoon.",
            "A rye starter is a dough of flour and water that raises bread without any other yeast",
        ),
        (
            "en",
            "Rye starter",
            "A rye starter is a dough of flour and water that raises bread without any other yeast, turning a handful"
            " of grain from the old mill at the river into a loaf that feeds the whole house.",
            "A rye starter is a dough of flour and water that raises bread without any other yeast",
        ),
        (
            "es",
            "Masa madre",
            "Una masa madre es una mezcla de harina y agua que levanta el pan sin otra levadura, convirtiendo un puñado"
            " de grano del viejo molino junto al río en un pan para toda la casa.",
            "Una masa madre es una mezcla de harina y agua que levanta el pan sin otra levadura",
        ),
        (
            "pl",
            "Zakwas",
            "Zakwas to mieszanka mąki i wody, która podnosi chleb bez innych drożdży i bez pośpiechu, zmieniając garść"
            " ziarna ze starego młyna nad rzeką w bochenek dla całego domu i dla wszystkich sąsiadów.",
            "Zakwas to mieszanka mąki i wody, która podnosi chleb bez innych drożdży i bez pośpiechu",
        ),
        (  # examples
            "nl",
            "Desem",
            "Een desem is een deeg van meel en water waarmee bakkers hun broden laten rijzen zonder andere gist zoals"
            " verse gist, gedroogde gist, gist van bier en gist uit de winkel om de hoek.",
            "Een desem is een deeg van meel en water waarmee bakkers hun broden laten rijzen zonder andere gist",
        ),
        (  # what is said besides
            "es",
            "Masa madre",
            "Este artículo está dedicado a los panaderos que acaban de empezar con una masa madre, pero también puede"
            " ser útil para los veteranos del viejo molino que quieren ver las cosas de otra manera.",
            "Este artículo está dedicado a los panaderos que acaban de empezar con una masa madre",
        ),
    ],
)
def test_a_long_sentence_is_cut_where_it_stays_whole(lang: str, title: str, sentence: str, wanted: str) -> None:
    assert width(sentence, 14.0) > WIDEST
    assert first([sentence], title, lang) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        # The parentheses take it back.
        "A rye starter (unless it has stood in the sun of the yard for the whole of a long summer without a lid) is a"
        " dough of flour and water that raises a bread of whole grain without any other yeast.",
        # The sentence goes on after what was added.
        "A rye starter of the old mill at the river, which the bakers, the millers, and the cooks of the whole village"
        " know by its smell, is a dough of flour and water that raises bread of whole grain.",
        # What is added has a "but".
        "A rye starter is a dough of flour and water that raises bread without any other yeast, which is what the books"
        " say, but no baker of the old mill has ever seen one that does so in the cold of winter.",
        # Not only the one.
        "A rye starter is not a dough for the bakers of the old mill at the river and of all the mills of the valley,"
        " but also for everybody else who has flour, water, and a jar in the kitchen.",
        # Items of a list.
        "A rye starter is good for baking a loaf of whole grain, cooling a hot head after a long day, cleaning the old"
        " windows of the mill, and feeding the hens of all the neighbours of the village.",
    ],
)
def test_no_cut_where_half_a_thought_would_stay(sentence: str) -> None:
    assert width(sentence, 14.0) > WIDEST
    assert first([sentence], "Rye starter") == ""


def test_a_short_definition_takes_the_beginning_of_what_follows() -> None:
    short = "A rye starter is what bakers call a dough of flour."
    long = (
        "They feed it twice a day and keep it in a jar, which is why the kitchens of the old mill at the river smell"
        " of apples, of wet wood, and of the beer that the miller drinks in the evening."
    )
    wanted = f"{short} They feed it twice a day and keep it in a jar"
    found = made([f"{short} {long}"], "Rye starter").descriptions[0]
    assert (found.text, found.kind) == (wanted, "sentences")


def test_a_definition_that_is_a_little_short_is_better_than_none() -> None:
    short = "A rye starter is a dough of rye flour and of warm water."
    assert 315 < width(short, 14.0) < 350
    assert first([short], "Rye starter") == short
    assert first(["A rye starter is a dough of flour."], "Rye starter") == ""
