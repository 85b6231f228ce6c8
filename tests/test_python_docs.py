"""The scripts of docs/python.md are run."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, environment, markdown, write

SCRIPTS = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
TRUE = "<p>The mill grinds rye on Mondays, and the miller sells it in bags of linen.</p>"


def test_the_first_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"article.md": markdown()})
    monkeypatch.chdir(tmp_path)
    exec(SCRIPTS[0], {})
    shown = capsys.readouterr().out
    assert "keywords/unsupported The article never mentions “rye crispbread”." in shown
    assert "Then the score is " in shown


def test_the_script_of_a_newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "articles.sqlite")
    with sqlite3.connect(file) as database:
        database.execute("create table articles (id, title, teaser, keywords, body)")
        database.execute(
            "insert into articles values (1, 'The mill', 'Rye.', 'rye', ?), (2, 'The mill', '', 'oat flakes', ?)",
            (TRUE, TRUE),
        )
    names: dict[str, Any] = {"__name__": "script"}
    exec(SCRIPTS[1], names)
    assert names["broken_promises"](file) == 1
    assert capsys.readouterr().out == "article 2: The article never mentions “oat flakes”.\n"


NEWS = """
from django.db import models

class Article(models.Model):
    title = models.CharField(max_length=200)
    teaser = models.TextField()
    keywords = models.TextField()
    body = models.TextField()

    class Meta:
        app_label = "news"
"""
DJANGO = """
import django
from django.conf import settings

settings.configure(
    SECRET_KEY="x", INSTALLED_APPS=["news"], DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
django.setup()
import articles_check
from django.core import management
from django.db import connection
from news.models import Article

with connection.schema_editor() as editor:
    editor.create_model(Article)
BODY = "<p>The mill grinds rye on Mondays, and the miller sells it in bags of linen.</p>"
Article.objects.create(title="The mill grinds rye", teaser="Rye bags each Monday.", keywords="rye", body=BODY)
management.call_command("check", databases=["default"], tags=["seocheck"])
Article.objects.create(title="The mill grinds rye", teaser="Rye in bags.", keywords="oat flakes, soup", body=BODY)
management.call_command("check", databases=["default"], tags=["seocheck"])
"""
WAGTAIL = """
import django
from django.conf import settings

settings.configure(
    SECRET_KEY="x", DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", USE_TZ=True, WAGTAIL_SITE_NAME="Mill",
    WAGTAILADMIN_BASE_URL="https://example.org", ROOT_URLCONF="news.models",
    INSTALLED_APPS=["news", "wagtail.admin", "wagtail.users", "wagtail.images", "wagtail.documents", "wagtail.search",
                    "wagtail", "taggit", "modelcluster", "django.contrib.auth", "django.contrib.contenttypes"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    STATIC_URL="/static/", TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
django.setup()
from django.core import management
from panel import SeocheckPanel
from wagtail.models import Locale, Page

management.call_command("migrate", "contenttypes", verbosity=0)
bound = SeocheckPanel(heading="Keywords and description").bind_to_model(Page)
page = Page(title="The mill grinds rye", search_description="Rye in bags of linen.")
page.locale = Locale(language_code="en")
page.body = "<p>The mill grinds rye on Mondays, and the miller sells it in bags of linen.</p>"
page.keywords = "oat flakes, <b>soup</b>"
print(bound.get_bound_panel(instance=page, request=None, form=None).render_html())
page.pk = 7
print(bound.get_bound_panel(instance=page, request=None, form=None).render_html())
"""


def run_script(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """A program with the modules of this folder. Warnings of other packages are theirs."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", text], cwd=folder, capture_output=True, text=True, check=False,
        env=environment(PYTHONPATH=f"{folder}{os.pathsep}{ROOT}"),
    )  # fmt: skip


def test_the_check_of_django(tmp_path: Path) -> None:
    pytest.importorskip("django", reason="Django is not installed (pip install -e '.[cms]')")
    write(tmp_path, {"news/__init__.py": "", "news/models.py": NEWS, "articles_check.py": SCRIPTS[2]})
    done = run_script(tmp_path, DJANGO)
    assert done.stdout == "System check identified no issues (0 silenced).\n", done.stderr
    assert done.returncode == 1
    assert "Article object (1)" not in done.stderr
    assert "(seocheck.keywords/unsupported) The article never mentions “oat flakes”." in done.stderr
    assert "HINT: " in done.stderr


def test_the_panel_of_wagtail(tmp_path: Path) -> None:
    pytest.importorskip("wagtail", reason="Wagtail is not installed (pip install -e '.[cms]')")
    write(tmp_path, {"news/__init__.py": "", "news/models.py": "urlpatterns = []\n", "panel.py": SCRIPTS[3]})
    done = run_script(tmp_path, WAGTAIL)
    assert done.returncode == 0, done.stderr
    unsaved, saved = done.stdout.splitlines()
    assert "Save the page" in unsaved
    assert saved.startswith("<p>")
    assert " of 100, grade " in saved
    assert "<strong>error</strong> The article never mentions “oat flakes”." in saved
    assert "“&lt;b&gt;soup&lt;/b&gt;”" in saved
