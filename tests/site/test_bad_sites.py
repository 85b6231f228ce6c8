"""Sites as they should not be: aliases in circles, links with odd letters, a thousand identical pages."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support import markdown, run_command, write


def found(folder: Path, *arguments: str) -> list[tuple[str, str, str]]:
    done = run_command("site", "-f", "json", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    return [
        (report["path"], finding["rule"], finding["quote"] or finding["message"])
        for report in json.loads(done.stdout)["reports"]
        for finding in report["findings"]
    ]


def article(number: int, aliases: str, body: str) -> str:
    words = " ".join(f"word{number}x{n}" for n in range(60))
    return f"---\ntitle: Article {number}\naliases: {aliases}\n---\n\n## Part {number}\n\n{words}\n\n{body}\n"


def test_aliases_in_circles(tmp_path: Path) -> None:
    """Each names the next one's address, and its own; links to them and to places in them are nobody's fault."""
    count = 12
    files = {}
    for number in range(count):
        after = (number + 1) % count
        links = f"[next](/posts/p{after}/#part-{after}), [old](/old/{number}/), [self](/posts/p{number}/)"
        files[f"content/posts/p{number}.md"] = article(
            number, f"[/posts/p{after}/, /posts/p{number}/, /old/{after}/, /old/{number}/]", links
        )
    write(tmp_path, files)
    assert found(tmp_path) == []


def test_links_with_spaces_fragments_percent_signs_and_capitals(tmp_path: Path) -> None:
    body = (
        "[a](two%20words.md) [b](<two words.md>) [c](two%20words.md#Part%202) [d](two%20words.md#part-9) "
        "[e](Two%20Words.md) [f](%C3%BCber.md) [g](über.md#part-3) [h](no%20such.md) [i](%zz.md) [j](two+words.md)"
    )
    write(tmp_path, {
        "a.md": article(1, "[]", body),
        "two words.md": article(2, "[]", "[back](a.md)"),
        "über.md": article(3, "[]", "[back](./a.md)"),
    })  # fmt: skip
    said = [(rule.removeprefix("site/"), quote) for _, rule, quote in found(tmp_path, "--select", "site")]
    assert said == [
        ("broken-anchor", "[d](two%20words.md#part-9)"),
        ("broken-link", "[e](Two%20Words.md)"),
        ("broken-link", "[h](no%20such.md)"),
        ("broken-link", "[i](%zz.md)"),
        ("broken-link", "[j](two+words.md)"),
    ]


def test_a_thousand_identical_pages(tmp_path: Path) -> None:
    """One finding of a rule; the HTML report opens a group of all and names the first ones."""
    write(tmp_path, {f"{n // 100}/{n:04}.md": markdown() for n in range(1_000)})
    done = run_command("site", "-q", "-f", "html=report.html", "-f", "concise", cwd=tmp_path)
    assert done.stdout.decode().count("\n") == 4
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "and 992 more" in page
    assert len(page) < 200_000


def test_what_looks_like_an_address_and_is_none(tmp_path: Path) -> None:
    """An IPv6 address that nobody closed, as canonical, alias, link and in a reference."""
    body = '[a](//[x) [b](http://[::1) [c]({{< ref "//[x" >}}) [d]({{ site.baseurl }}//[x) [e](/posts/[x/)'
    head = "canonical: 'http://[x'\nslug: '//[x'\nurl: '//[x'"
    pages = {
        f"content/posts/{n}.md": article(n, '["//[x"]', body).replace("aliases", f"{head}\naliases") for n in range(3)
    }
    sitemap = "<urlset><url><loc>http://[x</loc></url><url><loc>//[x/y/</loc></url></urlset>"
    write(tmp_path, {**pages, "content/sitemap.xml": sitemap})
    found(tmp_path)
