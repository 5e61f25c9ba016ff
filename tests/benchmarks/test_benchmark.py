"""The benchmark runs and says what it measured; how fast is never judged in a test."""

from __future__ import annotations

import json

from analysis.questions import QUESTIONS
from benchmarks.__main__ import main
from benchmarks.large_release import Size, large_release
from cli.__main__ import main as command_line
from ui.navigation import ENTRIES

TINY = ("--units", "9", "--leaves", "9", "--runs", "1")


def test_every_page_question_and_step_is_measured(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CCHC_HOME", str(tmp_path / "untouched"))
    target = tmp_path / "speed.json"
    assert main([*TINY, "--parts", "publication", "question", "page", "--output", str(target)]) == 0
    told = json.loads(target.read_text(encoding="utf-8"))
    assert set(told["machine"]) == {"python", "system", "processors"}
    names = {part: [] for part in ("publication", "question", "page")}
    for row in told["measured"]:
        names[row["part"]].append(row["name"])
        assert row["warm_ms"] >= 0
    assert names["question"] == [*QUESTIONS]
    assert names["page"] == ["(empty)", *(entry.name for entry in ENTRIES)]
    assert {"results", "robustness", "rank_extremes"} <= set(names["publication"])
    assert "beside_empty_page" in capsys.readouterr().out
    assert not (tmp_path / "untouched").exists()


def test_the_command_hands_its_words_on(capfd):
    words = ["benchmark", *TINY, "--parts", "publication", "--format", "json"]
    assert command_line(words) == 0
    measured = json.loads(capfd.readouterr().out)["measured"]
    assert {row["units"] for row in measured if row["name"] != "rank_extremes"} == {9}


def test_a_large_release_is_the_same_every_time():
    one, other = (large_release(Size(4, 9, (2021, 2022))).connection for _ in range(2))
    query = "select sum(points), count(*) from score"
    assert one.execute(query).fetchone() == other.execute(query).fetchone()
