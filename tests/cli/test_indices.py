"""Other indices go through the same import: what their authors published comes out."""

from __future__ import annotations

from decimal import Decimal

from tests.cli.indices import NO_FIGURES_2021, asem, papi

PILLARS = ("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin")


def test_asem_gives_all_51_published_scores_and_ranks(run, tmp_path):
    workbooks, published = asem(tmp_path)
    status, _, err = run("import", *workbooks, "--publish")
    assert status == 0, err
    ranking = run.json("show", "ranking", "--year", "2018")
    found = {row["unit_code"]: (f"{row['index_percent']:.2f}", row["rank"]) for row in ranking}
    expected = {
        code: (f"{Decimal(line['Index']):.2f}", int(float(line["Rank"])))
        for code, line in published.items()
    }
    assert len(found) == 51
    assert found == expected


def test_asem_gives_the_published_score_of_each_pillar(run, tmp_path):
    workbooks, published = asem(tmp_path)
    run("import", *workbooks, "--publish")
    areas = run.json("show", "areas", "--year", "2018")
    found = {(row["unit_code"], row["area_name"]): row["area_percent"] for row in areas}
    assert len(found) == 51 * len(PILLARS)
    for code, line in published.items():
        for pillar in PILLARS:
            assert abs(found[code, pillar] - float(line[pillar])) < 0.0051


def test_papi_keeps_its_gaps_no_total_where_one_figure_is_missing(run, tmp_path):
    workbooks, values = papi(tmp_path)
    status, _, err = run("import", *workbooks, "--publish")
    assert status == 0, err
    ranking = {row["unit_code"]: row for row in run.json("show", "ranking", "--year", "2021")}
    sub_criteria = [name for name in values["P01"] if name not in ("Province", NO_FIGURES_2021)]
    without = {code for code, line in values.items() if not any(line[s] for s in sub_criteria)}
    with_gaps = {code for code, line in values.items() if not all(line[s] for s in sub_criteria)}
    assert without == {"P14", "P15", "P18"}
    assert set(ranking) == set(values) - without
    for code, row in ranking.items():
        if code in with_gaps:
            assert (row["points"], row["rank"]) == (None, None)
        else:
            total = sum(float(values[code][s]) for s in sub_criteria)
            assert abs(row["points"] - total) < 0.00002
    ranked = sorted(row["rank"] for row in ranking.values() if row["rank"] is not None)
    assert ranked[0] == 1
    assert len(ranked) == len(ranking) - len(with_gaps - without)
