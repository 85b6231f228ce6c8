"""Label lines into front matter and back: what is declared and said stays, and what is unclear is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seocheck.check.reporter import read_article
from seocheck.cli import main
from seocheck.config import Plan, Settings, make_plan
from seocheck.edit.label_moves import into_front_matter, into_label_lines
from seocheck.edit.written import RefusedError, edited
from seocheck.fix import fixes_for
from seocheck.model.article import Article, Source
from tests.support import ROOT

DRAFTS: list[dict[str, Any]] = [
    case
    for case in yaml.safe_load((ROOT / "tests/readers/drafts.yml").read_text("utf-8"))
    if "prose" in case and case.get("file", "draft.md").endswith(".md")
]
PLAN = make_plan(Settings())
BODY = "Bees do well on a flat roof, and the keeper climbs well.\n"


def moved(text: str, plan: Plan = PLAN) -> str:
    source = Source("draft.md", text)
    return edited(text, into_front_matter(source, read_article(source, plan), plan))


def back(text: str) -> str:
    source = Source("draft.md", text)
    return edited(text, into_label_lines(source, read_article(source, PLAN), PLAN))


def declared(text: str) -> object:
    article: Article = read_article(Source("draft.md", text), PLAN)
    title = article.shown_title or (article.title.text if article.title else None)
    return (
        title.value if title else None,
        article.description.text.value if article.description else None,
        [k.text.value for k in article.keywords],
        sorted(k.text.value for k in article.taxonomy),
        [b.text.value for b in article.blocks],
    )


@pytest.mark.parametrize("case", DRAFTS, ids=lambda case: case["name"])
def test_whatever_form_is_moved_reads_the_same(case: dict[str, Any]) -> None:
    text = case["article"]
    try:
        new = moved(text)
    except RefusedError:
        return  # counted below
    assert new.startswith("---\n")
    assert not read_article(Source("draft.md", new), PLAN).label_blocks
    assert declared(new) == declared(text)


def test_hardly_any_form_is_refused() -> None:
    refused = []
    for case in DRAFTS:
        try:
            moved(case["article"])
        except RefusedError as error:
            refused.append((case["name"], str(error)))
    assert len(refused) <= len(DRAFTS) // 8, refused


def test_all_that_the_labels_say_is_kept() -> None:
    text = (
        "# Article 7: Bees\n\n**SEO title:** Bees on a flat roof\n**Focus keyword:** bees (880)\n"
        "**Keywords:** bees, flat roof\n**Search intent:** how to\n**Shelf:** garden\n\n---\n\n"
        "# Bees above the town\n\n"
    )
    assert moved(text + BODY) == (
        "---\ntitle: Bees on a flat roof\nfocus_keyword: bees\nkeywords: [flat roof]\nsearch_intent: how to\n"
        'shelf: garden\nworking_title: "Article 7: Bees"\n---\n\n# Bees above the town\n\n' + BODY
    )


def test_the_first_words_of_a_working_title_go_and_its_rest_stays() -> None:
    text = f"# Blog Post 20: Bees above the town\n\n**Focus keyword:** bees\n**Category:** Garden\n\n{BODY}"
    assert moved(text) == (
        "---\ntitle: Bees above the town\nfocus_keyword: bees\ncategories: [Garden]\n"
        "working_title: Blog Post 20\n---\n\n"
        "# Bees above the town\n\n" + BODY
    )


def test_a_description_goes_beside_an_excerpt() -> None:
    front = "---\ntitle: Bees\nexcerpt: The keeper climbs well.\n"
    labels = "**Meta description:** Bees do well on a roof.\n**Focus keyword:** bees\n\n---\n\n"
    assert moved(f"{front}---\n\n{labels}{BODY}") == (
        f"{front}description: Bees do well on a roof.\nfocus_keyword: bees\n---\n\n{BODY}"
    )


def test_keys_become_labels_as_people_write_them() -> None:
    front = "---\ntitle: Bees\nfocus_keyword: bees\nshelf_of_the_hive: 4\n---\n\n"
    lines = "**Title:** Bees  \n**Focus keyword:** bees  \n**Shelf of the hive:** 4\n\n---\n\n"
    assert back(front + BODY) == lines + BODY
    assert yaml.safe_load(moved(lines + BODY).split("---")[1])["shelf_of_the_hive"] == "4"


def test_the_head_of_a_table_is_no_field() -> None:
    table = "| Field | Value |\n| --- | --- |\n| SEO title | Keep bees on a roof |\n| Shelf | 4 |\n"
    new = moved(f"# Bees\n\n{table}\n{BODY}")
    assert yaml.safe_load(new.split("---")[1]) == {"title": "Keep bees on a roof", "shelf": "4"}


def test_a_fence_and_a_comment_go_with_their_block() -> None:
    for opening, closing in (("```", "```"), ("<!--", "-->")):
        text = f"# Bees\n\n{BODY}\n---\n\n{opening}\nSEO title: Bees on a roof\nMeta description: Bees do well here.\n"
        new = moved(f"{text}{closing}\n")
        assert new.endswith(f"# Bees\n\n{BODY}\n"), new


def test_line_ends_stay() -> None:
    text = f"# Bees\n\n**Meta description:** Bees do well on a roof.\n**Keywords:** bees\n\n---\n\n{BODY}"
    assert moved(text.replace("\n", "\r\n")) == moved(text).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("---\ntitle: Bees\n---\n", "---\ntitle: Bees\ndescription: Bees do well on a roof.\nkeywords: [bees]\n---\n"),
        (
            '+++\ntitle = "Bees"\n+++\n',
            '+++\ndescription = "Bees do well on a roof."\nkeywords = ["bees"]\ntitle = "Bees"\n+++\n',
        ),
        (
            '{\n  "title": "Bees"\n}\n',
            '{\n  "title": "Bees",\n  "description": "Bees do well on a roof.",\n  "keywords": ["bees"]\n}\n',
        ),
    ],
)
def test_front_matter_of_every_kind_gets_what_it_lacks(front: str, expected: str) -> None:
    labels = "**Meta description:** Bees do well on a roof.\n**Keywords:** bees\n\n---\n\n"
    assert moved(f"{front}\n{labels}{BODY}") == f"{expected}\n{BODY}"


def test_what_front_matter_says_already_is_only_deleted() -> None:
    front = "---\ntitle: Bees\ndescription: Bees do well on a roof.\n---\n\n"
    assert (
        moved(f"{front}**Meta title:** Bees\n**Meta description:** Bees do well on a roof.\n\n{BODY}") == front + BODY
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"# Bees\n\n{BODY}", "there are no label lines"),
        (
            f"---\ntitle: Wasps\n---\n\n**Meta title:** Bees\n**Meta description:** Bees do well here.\n\n{BODY}",
            "the front matter says something else for “title”; delete what is wrong",
        ),
        (
            f"**Meta description:** Bees do well on a roof.\n**Meta description:** Wasps do well on a roof.\n\n{BODY}",
            "two label lines give a description; delete the one that is wrong",
        ),
        (f"---\ntitle: [\n---\n\n**Meta title:** Bees\n**Keywords:** bees\n\n{BODY}", "Front matter isn't valid YAML"),
    ],
)
def test_what_is_unclear_is_refused(text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        moved(text)


def test_back_into_label_lines() -> None:
    front = "---\ntitle: Bees\ndescription: Bees do well on a roof.\nkeywords: [bees, flat roof]\ntags: [garden]\n---\n"
    new = back(f"{front}\n{BODY}")
    assert new == (
        "**Title:** Bees  \n**Meta description:** Bees do well on a roof.  \n**Keywords:** bees, flat roof  \n"
        f"**Tags:** garden\n\n---\n\n{BODY}"
    )
    assert declared(new) == declared(f"{front}\n{BODY}")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BODY, "there is no front matter"),
        (f"---\ntitle: Bees\nseo: {{title: Bees}}\n---\n\n{BODY}", "“seo” has values within values"),
        (f"---\ntitle: Bees\n---\n\n{BODY}", "can't be moved"),
        (f"---\ntitle: Bees\nkeywords: ['a, b', c]\n---\n\n{BODY}", "can't be moved"),
    ],
)
def test_what_label_lines_cannot_say_is_refused(text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        back(text)


_WORD = st.from_regex(r"[a-zäßéжקअ]{2,9}", fullmatch=True)
_PHRASE = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)


@given(
    _PHRASE,
    st.lists(_WORD, min_size=6, max_size=20),
    st.lists(_PHRASE, min_size=1, max_size=5, unique=True),
    st.sampled_from(["**{}:** {}", "- {}: {}", "{}: {}", "- **{}**: `{}`"]),
)
def test_there_and_back(title: str, words: list[str], keywords: list[str], form: str) -> None:
    values = {"SEO title": title, "Meta description": " ".join(words), "Keywords": ", ".join(keywords)}
    lines = "\n".join(form.format(name, value) for name, value in values.items())
    text = f"# Bees above the town\n\n{lines}\n\n---\n\n{BODY}"
    try:
        new = moved(text)
        assert declared(new) == declared(text)
        assert declared(back(new)) == declared(text)
    except RefusedError:
        assert not read_article(Source("draft.md", text), PLAN).label_blocks or "`" in form


PUBLISHED = f"---\ntitle: Bees\n---\n\n{BODY}\n**Meta description:** Bees do well on a roof.\n**Keywords:** bees\n"


def test_fix_moves_them_in_a_file_that_is_published() -> None:
    outcome = fixes_for(PUBLISHED.encode(), "post.md", PLAN)
    assert {fixed.rule for fixed in outcome.fixed} == {"content/leaked-metadata"}
    assert outcome.after.decode() == (
        f"---\ntitle: Bees\ndescription: Bees do well on a roof.\nkeywords: [bees]\n---\n\n{BODY}\n"
    )


def test_fix_leaves_a_draft_as_its_writer_made_it() -> None:
    draft = f"# Bees\n\n**Meta description:** Bees do well on a roof.\n**Keywords:** bees\n\n---\n\n{BODY}"
    assert fixes_for(draft.encode(), "draft.md", PLAN).after.decode() == draft


def test_fix_says_why_it_moves_nothing() -> None:
    text = PUBLISHED.replace("title: Bees\n", "title: Bees\ndescription: Wasps do well here.\n")
    (refused,) = {r.reason for r in fixes_for(text.encode(), "post.md", PLAN).refused if "leaked" in r.rule}
    assert refused == "the front matter says something else for “description”; delete what is wrong"


def test_suggest_applies_both_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = f"# Bees\n\n**SEO title:** Bees on a roof\n**Meta description:** Bees do well on a roof.\n\n---\n\n{BODY}"
    file = tmp_path / "draft.md"
    file.write_text(draft)
    for where, begins in (("front-matter", "---\ntitle: Bees on a roof\n"), ("labels", "**Title:** Bees on a roof")):
        with pytest.raises(SystemExit) as stopped:
            main(["suggest", str(file), "--apply", where])
        assert stopped.value.code == 0
        assert file.read_text().startswith(begins)
    assert "the metadata are label lines now" in capsys.readouterr().out


def test_suggest_moves_nothing_beside_another_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.md"
    file.write_text(BODY)
    with pytest.raises(SystemExit) as stopped:
        main(["suggest", str(file), "--apply", "labels", "--apply", "keywords"])
    assert stopped.value.code == 2
    assert "can't be combined" in capsys.readouterr().err


def test_an_excerpt_beside_the_meta_description_keeps_its_own_key() -> None:
    text = (
        "# Bees above the town\n\n**Excerpt:** What a flat roof has to have before bees move in.\n"
        "**Meta description:** Bees do well on a flat roof if they have water and shade.\n\n---\n\n" + BODY
    )
    new = moved(text)
    assert "\nexcerpt: What a flat roof has to have before bees move in.\n" in new
    assert "\ndescription: Bees do well on a flat roof if they have water and shade.\n" in new
    assert declared(new) == declared(text)
    assert declared(back(new)) == declared(text)


def test_two_meta_descriptions_are_refused() -> None:
    text = (
        "# Bees\n\n**Meta description:** Bees do well on a flat roof if they have water.\n"
        "**SEO description:** What a flat roof has to have before bees move in.\n\n---\n\n" + BODY
    )
    with pytest.raises(RefusedError, match="two label lines give a description"):
        moved(text)


def test_a_note_above_bullets_is_kept() -> None:
    text = (
        "# Bees\n\n**Meta description:** Bees do well on a flat roof if they have water.\n\n**Keywords:**\n"
        "most wanted of them first\n\n- bees on a roof\n- water for bees\n\n---\n\n" + BODY
    )
    new = moved(text)
    assert "\nkeywords_note: most wanted of them first\n" in new
    assert "\nkeywords: [bees on a roof, water for bees]\n" in new
    assert declared(new) == declared(text)


def test_words_behind_a_value_are_kept() -> None:
    text = (
        "# Bienen\n\n**Meta-Titel:** Bienen auf dem Dach halten\n"
        "**Featured image:** `stock.png` (1200×630) — Bild: ein Kasten hinter dem Schornstein\n\n---\n\n" + BODY
    )
    new = moved(text)
    assert "\nfeatured_image: stock.png\n" in new
    assert '\nfeatured_image_note: "Bild: ein Kasten hinter dem Schornstein"\n' in new


def test_figures_and_remarks_are_no_notes() -> None:
    text = (
        "# Bees\n\n**Meta title** (chosen by all of us): Keep bees on a flat roof (25 characters)\n"
        "**Primary keyword:** bees on a roof (880 searches per month / KD 12)\n\n---\n\n" + BODY
    )
    assert "_note" not in moved(text)


def test_a_list_that_gives_way_to_another_is_kept() -> None:
    text = (
        "# Bees\n\n**Target keywords:** bees on a roof, water for bees\n\n---\n\n"
        + BODY
        + "\n## Water\n\n"
        + BODY
        + "\n---\n\n**Keywords:** honey, wax\n**Reading time:** 4 minutes\n"
    )
    new = moved(text)
    assert "\nkeywords: [bees on a roof, water for bees]\n" in new
    assert "\nkeywords_note: honey, wax\n" in new
    assert declared(new) == declared(text)
    assert declared(back(new)) == declared(text)


def test_an_address_beside_the_slug_keeps_its_own_key() -> None:
    text = (
        "# Bees\n\n**Meta title:** Keep bees on a flat roof\n**URL:** https://bees.example/flat-roof/\n"
        "**Slug:** flat-roof\n\n---\n\n" + BODY
    )
    new = moved(text)
    assert "\nslug: flat-roof\n" in new
    assert "\nurl: https://bees.example/flat-roof/\n" in new or '\nurl: "https://bees.example/flat-roof/"\n' in new


def test_a_long_label_that_is_not_known_is_kept() -> None:
    text = (
        "<!--\nMeta title: Keep bees on a flat roof\nIdeas for the photograph: a hive behind a chimney\n"
        "Focus keyword: bees on a roof\n-->\n\n# Bees\n\n" + BODY
    )
    new = moved(text)
    assert "\nideas_for_the_photograph: a hive behind a chimney\n" in new
    assert declared(new) == declared(text)
