"""Which keywords are worth declaring: made-up texts of several kinds."""

from __future__ import annotations

import pytest

from seocheck.suggest import suggest_text
from tests.support import markdown

REST = """\
## Water

Warm water from the tap will do for every kind of bread, and so will the water in which you have cooked potatoes.

## The oven

Nobody needs to heat the oven for an hour. A stone keeps the heat, and a pan of iron keeps it even better than a stone.
"""


RESTO = """\
## El agua

El agua tibia del grifo sirve para toda clase de pan, y también el agua en la que se han cocido las patatas de ayer.

## El horno

Nadie necesita calentar el horno una hora. Una piedra guarda el calor, y una sartén de hierro lo guarda mejor que ella.
"""


def named(title: str, body: str, lang: str = "en", **meta: str | None) -> list[str]:
    rest = RESTO if lang == "es" else REST
    text = markdown({"title": title, "lang": lang}, f"{body}\n\n{rest}", **meta)
    return [keyword.text for keyword in suggest_text(text, path="bread.md").keywords]


def test_the_name_of_the_site_is_no_topic_though_a_tag() -> None:
    said = (
        "Ovenhaus bakes for the town. Ask Ovenhaus for a loaf.\n\n## Bread\n\nOvenhaus has no shop. Ovenhaus is"
        " old, and Ovenhaus sells at the"
    )
    own = f"{said} [market](https://www.ovenhaus.org/market). ![A loaf](https://www.ovenhaus.org/loaf.jpg)"
    assert "Ovenhaus" not in named("A year of bread", own, tags="[Ovenhaus, bread]")
    other = f"{said} [market](https://www.town.org/market). ![A loaf](https://img.town.org/loaf.jpg)"
    assert "Ovenhaus" in named("A year of bread", other, tags="[Ovenhaus, bread]")
    # What the title has is the subject, wherever the links lead.
    assert "Ovenhaus" in named("How Ovenhaus bakes", own, tags="[Ovenhaus, bread]")


def test_the_half_of_a_longer_phrase_is_none_whatever_its_ending() -> None:
    body = (
        "A complex flour type is milled twice. Mills sell complex flour types by the bag.\n\n## Kinds\n\nEach complex"
        " flour type has a number. With complex flour types, bakers weigh the water."
    )
    found = named("Baking with Complex Flour Types", body)
    assert "complex flour" not in found


def test_a_number_without_its_sign_is_none() -> None:
    body = (
        "The programme 10% brings bakers together. Each programme 10% meeting is at the mill.\n\n## Who bakes\n\nThe"
        " programme 10% has forty bakers, and programme 10% days are on Fridays."
    )
    assert not [name for name in named("The programme 10% of the mill", body) if name.endswith("10")]


def test_a_name_with_and_without_its_ending_is_one() -> None:
    body = (
        "Mill.js counts loaves. With Mill.js you know how many are left.\n\n## Counting\n\nMill keeps the count. Mill"
        " tells the oven, and Mill asks the shop. Mill.js does it all."
    )
    found = named("Meet Mill.js", body, tags="[Mill.js]")
    assert len({name.removesuffix(".js") for name in found if name.startswith("Mill")}) == len(
        [name for name in found if name.startswith("Mill")]
    )


def test_a_common_word_beside_the_phrase_that_has_it_is_none() -> None:
    body = (
        "The starter lives in a jar. A rye starter wants flour. Feed the rye starter at night.\n\n## In the fridge\n\n"
        "The starter sleeps. A rye starter wakes slowly, and a rye starter smells of apples."
    )
    found = named("Keeping a rye starter", body, tags="[starter]")
    assert "rye starter" in found
    assert "starter" not in found
    # A name stands beside what is called after it.
    cloud = (
        "Zorvex runs the ovens. Zorvex Kilns are on at night. With Zorvex, loaves bake.\n\n## Kilns\n\nZorvex sells"
        " Zorvex Kilns, and Zorvex Kilns last. Ask Zorvex."
    )
    assert named("Zorvex and its Zorvex Kilns", cloud, tags="[Zorvex, Zorvex Kilns]")[:2] in (
        ["Zorvex", "Zorvex Kilns"],
        ["Zorvex Kilns", "Zorvex"],
    )


def test_a_tag_that_the_text_says_only_within_a_longer_phrase_is_none() -> None:
    body = (
        "The drop oven modal opens at a touch. A drop oven modal has two buttons.\n\n## Buttons\n\nThe drop oven modal"
        " closes by itself, and each drop oven modal has a timer."
    )
    assert "modal" not in named("Using a drop oven modal", body, tags="[modal]")


@pytest.mark.parametrize(
    ("lang", "title", "tags", "body"),
    [
        (
            "en",
            "How to plan a project with Zorvex",
            "[project, Zorvex]",
            "A project needs Zorvex. Plan the project. Zorvex shows the project.\n\n## Start\n\nZorvex opens a project,"
            " and the project grows. Close Zorvex.",
        ),
        (
            "es",
            "Cómo planear un proyecto con Zorvex",
            "[proyecto, Zorvex]",
            "Un proyecto pide Zorvex. Planea el proyecto. Zorvex muestra el proyecto.\n\n## Inicio\n\nZorvex abre un"
            " proyecto, y el proyecto crece. Cierra Zorvex.",
        ),
    ],
)
def test_a_common_word_of_the_title_gives_way_to_what_is_telling(lang: str, title: str, tags: str, body: str) -> None:
    assert named(title, body, lang, tags=tags) == ["Zorvex"]


def test_a_common_word_alone_may_be_the_subject() -> None:
    body = "A project is a plan. Each project has an end.\n\n## The end\n\nA project ends, and the project is paid."
    assert named("The end of a project", body, tags="[project]") == ["project"]


def test_two_names_with_and_between_are_two() -> None:
    body = (
        "Zorvex and Plimmet run the ovens. Zorvex heats. Zorvex cools. Plimmet counts, and Plimmet asks.\n\n"
        "## At night\n\nZorvex and Plimmet sleep. Zorvex wakes first. Then Plimmet wakes. Zorvex and Plimmet"
        " work till noon."
    )
    assert "Zorvex and Plimmet" not in named("Using Zorvex and Plimmet", body)
    one = body.replace("Zorvex heats. Zorvex cools. Plimmet counts, and Plimmet asks.", "").replace(
        "Zorvex wakes first. Then Plimmet wakes.", ""
    )
    assert "Zorvex and Plimmet" in named("Using Zorvex and Plimmet", one)


def test_a_country_in_an_adjective_is_none() -> None:
    body = (
        "The European way is slow. European bakers sleep long, as the European rule says.\n\n## Rules\n\nThe rule is"
        " European, and European it stays. A European rule has many pages."
    )
    assert "European" not in named("Baking the European way", body)


def test_a_name_with_what_is_done_with_it_is_none() -> None:
    body = (
        "Install Zorvex using a jar. You set up Zorvex using flour.\n\n## More\n\nOthers run Zorvex using water, and"
        " the mill runs Zorvex using wind."
    )
    assert "Zorvex using" not in named("Install Zorvex using a jar", body)


def test_the_name_of_a_company_with_its_legal_form_is_no_topic() -> None:
    said = (
        "Rye Harrow Ltd bakes. Ask Rye Harrow Ltd for it.\n\n## Bread\n\nRye Harrow Ltd is old. So is Rye Harrow Ltd."
    )
    assert "Rye Harrow Ltd" not in named("About us", f"{said} Rye Harrow Ltd sells bread.")
    bare = said.replace(" Ltd", "")
    assert "Rye Harrow" in named("About Rye Harrow", f"{bare} Rye Harrow sells bread.")


def test_a_verb_that_is_a_tag_is_no_topic() -> None:
    said = (
        "Para amasar hace falta agua. Hay que amasar la masa.\n\n## La masa\n\nQuien sabe amasar bien, come bien."
        " Nadie quiere amasar en agosto, y amasar cansa."
    )
    assert "amasar" not in named("Cómo amasar con agua", said, "es", tags="[amasar]")
    noun = said.replace("amasar", "centeno")
    assert "centeno" in named("Cómo usar centeno con agua", noun, "es", tags="[centeno]")


def test_an_adjective_of_rank_is_no_part_of_a_topic() -> None:
    said = "A leading flour mill opens. The leading flour mill sells rye.\n\n## Rye\n\nAny leading flour mill has rye."
    found = named("The leading flour mill", f"{said} No leading flour mill has oats. A leading flour mill is big.")
    assert not any("leading" in topic for topic in found)
