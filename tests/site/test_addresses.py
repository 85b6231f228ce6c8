"""Links by address and by the tags of generators, as far as the files tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from seocheck.config import SettingsFinder
from seocheck.model.report import Report
from seocheck.runs.run import Run, discover
from seocheck.site.addresses import Addresses, addresses_of, is_page, normal
from seocheck.site.links import Links, LinkTarget
from seocheck.site.pages import Page
from seocheck.site.template_links import template_link
from tests.support import write


def pages_in(folder: str | Path = ".") -> list[Page]:
    run = Run(SettingsFinder())
    found: list[Page] = []
    for candidate in discover([folder], lambda _: None, lambda _: None):
        report = run.check(candidate)
        if isinstance(report, Report):  # a draft is skipped
            found.append(Page(len(found), report.summary, True))
    return found


def article(links: str = "", **metadata: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": "Rye", "lang": "en", **metadata}.items())
    return f"---\n{lines}---\n\nRye bread is baked at home. {links}\n"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("/posts/Rye/", "posts/rye"), ("/posts/rye.html", "posts/rye"), ("/posts/rye/index.html#a", "posts/rye"),
        ("//posts//rye?x=1", "rye"), ("/", ""), ("/a%20b/", "a b"), ("posts/rye.md", "posts/rye"), ("http://[", ""),
    ],
)  # fmt: skip
def test_addresses_are_written_one_way(address: str, written: str) -> None:
    assert normal(address) == written


@pytest.mark.parametrize(
    ("address", "page"),
    [("/posts/rye/", True), ("/posts/rye.html", True), ("/a/b.png", False), ("/tags/rye/", False), ("/", False),
     ("/posts/page/2/", False), ("/feed.xml", False)],
)  # fmt: skip
def test_lists_and_files_are_no_pages(address: str, page: bool) -> None:
    assert is_page(address) is page


@pytest.mark.parametrize(
    ("path", "metadata", "address"),
    [
        ("content/posts/rye.md", {}, "/posts/rye/"),  # Hugo
        ("content/posts/rye/index.md", {}, "/posts/rye/"),
        ("content/posts/_index.md", {}, "/posts/"),
        ("content/posts/rye.md", {"slug": "rye-bread"}, "/posts/rye-bread/"),
        ("content/posts/rye/index.md", {"slug": "rye-bread"}, "/posts/rye-bread/"),
        ("content/posts/rye.md", {"url": "/somewhere/else/"}, "/somewhere/else/"),
        ("content/posts/rye.md", {"aliases": "[/old/rye/]"}, "/old/rye/"),
        ("content/posts/rye.de.md", {"lang": "de"}, "/de/posts/rye/"),
        ("content/de/posts/rye.md", {"lang": "de"}, "/de/posts/rye/"),
        ("_posts/2020-01-02-rye.md", {}, "/2020/01/02/rye.html"),  # Jekyll
        ("_posts/2020-01-02-rye.md", {}, "/rye/"),
        ("bread/_posts/2020-01-02-rye.md", {}, "/bread/2020/01/02/rye.html"),
        ("_posts/2020-01-02-rye.md", {"permalink": "/r/"}, "/r"),
        ("_posts/2020-01-02-rye.md", {"redirect_from": "[/old.html]"}, "/old"),
        ("_docs/rye.md", {}, "/rye"),
        ("docs/rye.md", {}, "/docs/rye"),  # Docusaurus
        ("docs/guide/rye.md", {}, "/guide/rye/"),  # MkDocs
        ("public/rye.html", {}, "/rye.html"),
    ],
)
def test_an_article_is_found_at_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, metadata: dict[str, str], address: str
) -> None:
    html = "<!doctype html><html lang=en><title>Rye</title><main><h1>Rye</h1><p>Rye bread.</p></main></html>"
    write(tmp_path, {path: html if path.endswith("html") else article(**metadata)})
    monkeypatch.chdir(tmp_path)
    (page,) = pages_in(path)
    assert normal(address) in set(addresses_of(page))
    assert Addresses([page], []).article(address) == 0


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve articles that link to each other by address; one link leads to none."""
    links = " ".join(f"[part {n}](/posts/part-{n}/)" for n in range(12))
    files: dict[str, str | bytes] = {f"content/posts/part-{n}.md": article() for n in range(12)}
    files["content/start.md"] = article(f"{links} [gone](/posts/part-99/) [else](/shop/cart/) [list](/tags/rye/)")
    files["static/posts/leaflet/index.html"] = "<p>A page that nobody checks."
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def links_of(folder: str = "content") -> Links:
    pages = pages_in(folder)
    return Links([(page.number, page.path) for page in pages], lambda: pages)


def test_what_is_missing_in_a_section_that_is_understood(site: Path) -> None:
    links = links_of()

    def leads(address: str) -> LinkTarget:
        return links.target("content/start.md", 0, address)

    assert leads("/posts/part-3/").kind == "article"
    assert leads("/posts/part-3/").path == "content/posts/part-3.md"
    assert leads("/posts/part-3/#crumb").fragment == "crumb"
    assert leads("/posts/part-99/") == LinkTarget("missing", "/posts/part-99/")
    assert leads("/posts/").kind == "unknown"  # a list that the generator makes
    assert leads("/posts/leaflet/").kind == "unknown"  # a file beside the articles
    assert leads("/posts/oven.jpg").kind == "unknown"
    assert leads("/posts/page/2/").kind == "unknown"
    assert leads("/shop/cart/").kind == "unknown"  # of that section nothing is known
    assert leads("/part-99/").kind == "unknown"
    assert leads("{{ site.baseurl }}/posts/part-99/").kind == "missing"
    assert leads('{{ "/posts/part-3/" | relative_url }}').kind == "article"


def test_where_many_are_not_found_nothing_is_missing(site: Path) -> None:
    write(site, {"content/start.md": article(" ".join(f"[x](/posts/other-{n}/)" for n in range(6)))})
    assert links_of().target("content/start.md", 0, "/posts/part-99/").kind == "unknown"


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ('{{< ref "part-3.md" >}}', "article"), ('{{< relref "posts/part-3" >}}', "article"),
        ('{{% ref path="/posts/part-3.md#crumb" %}}', "article"), ('{{< ref "part-99.md" >}}', "missing"),
        ("{{< figure src=x >}}", "unknown"), ('{{< ref "draft.md" >}}', "unknown"),
    ],
)  # fmt: skip
def test_references_of_hugo(site: Path, href: str, kind: str) -> None:
    write(site, {"content/posts/draft.md": article(draft="true")})
    assert links_of().target("content/posts/part-1.md", 1, href).kind == kind


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ("{% post_url 2020-01-02-rye %}", "article"), ("{{ site.baseurl }}{% post_url 2020-01-02-rye %}#a", "article"),
        ("{% post_url 2020-01-03-oats %}", "missing"), ("{% link _posts/2020-01-02-rye.md %}", "article"),
        ("{% link assets/rye.pdf %}", "unknown"), ("{% link assets/oats.pdf %}", "missing"),
        ("{% include x.html %}", "unknown"),
    ],
)  # fmt: skip
def test_tags_of_jekyll(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, href: str, kind: str) -> None:
    write(tmp_path, {"_posts/2020-01-02-rye.md": article(), "assets/rye.pdf": "x"})
    monkeypatch.chdir(tmp_path)
    assert links_of("_posts").target("_posts/2020-01-02-rye.md", 0, href).kind == kind


def test_a_template_in_an_article_reaches_the_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/a.md": article('[b]({{< ref "b.md" >}}) [c]({{ site.baseurl }}/x/) [d](/y/)')})
    monkeypatch.chdir(tmp_path)
    (page,) = pages_in("content")
    assert [link.href for link in page.summary.links] == ['{{< ref "b.md" >}}', "{{ site.baseurl }}/x/", "/y/"]


@pytest.mark.parametrize("href", ["", "{{", "{{ x }}", "{% x %}", "https://example.org", "{{<ref>}}", "/{{ x }}/"])
def test_other_templates_say_nothing(href: str) -> None:
    assert template_link(href) is None
