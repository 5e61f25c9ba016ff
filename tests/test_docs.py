"""What is documented exists, and what exists is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.commands import COMMANDS
from cli.show import SHOWN
from data.forms.forms import Form

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(name for name in COMMANDS if name))
def test_the_readme_shows_every_command(command):
    assert re.search(rf"run\.py {command}\b|`{command}`", README), command


@pytest.mark.parametrize("form", list(Form))
def test_the_readme_names_every_form(form):
    assert f"`{form.value}`" in README


@pytest.mark.parametrize("name", SHOWN)
def test_the_readme_names_every_question(name):
    assert f"`{name}`" in README


def test_links_of_the_documents_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_folders_that_the_customer_fixed_are_there():
    fixed = ("app.py", "pages", "data", "analysis", "requirements.txt", "tests", "README.md")
    assert all((ROOT / name).exists() for name in fixed)


def test_nothing_tracked_names_a_package_host_or_this_machine():
    patterns = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|/work/|/root/|/tmp/probe")
    for page in [ROOT / "README.md", ROOT / "run.py", *(ROOT / "docs").rglob("*.md")]:
        assert not patterns.search(page.read_text(encoding="utf-8")), page.name
