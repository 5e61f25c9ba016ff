"""Accounting identities that hold in every release, whatever it holds."""

from __future__ import annotations

import duckdb

OFFENDERS = {
    "the leaves of an area add up to it": """
        select area.unit_code, area.year, area.area_code
        from area_result as area
        inner join leaf_result as leaf using (unit_code, year, area_code)
        where area.basis <> 'published'
        group by all
        having
            any_value(area.points) is not null
            and any_value(area.points)
                is distinct from sum(leaf.points) filter (where leaf.is_counted)
    """,
    "the areas of a unit add up to it": """
        select unit.unit_code, unit.year
        from unit_result as unit inner join area_result as area using (unit_code, year)
        where unit.basis <> 'published' and unit.points is not null
        group by all
        having sum(area.points) <> any_value(unit.points)
        or sum(area.maximum_points) <> any_value(unit.maximum_points)
    """,
    "lost and reached points are the maximum": """
        select unit.unit_code, unit.year
        from unit_result as unit inner join leaf_result as leaf using (unit_code, year)
        where unit.points is not null
        group by all
        having sum(leaf.lost_points) + any_value(unit.points) <> any_value(unit.maximum_points)
    """,
    "deductions of a verified unit are all it lost": """
        select unit.unit_code, unit.year
        from unit_result as unit
        left join remediation_result as lost using (unit_code, year)
        where unit.basis in ('full', 'verified_only') and unit.points is not null
        group by all
        having coalesce(sum(lost.lost_points) filter (where not lost.is_from_register), 0)
            <> any_value(unit.maximum_points) - any_value(unit.points)
    """,
    "a deduction has one row in each table of results": """
        select deduction_id from remediation_result group by all having count(*) > 1
        union all
        select deduction_id from recovery group by all having count(*) > 1
        union all
        select deduction_id from deduction
        except
        select deduction_id from remediation_result
    """,
    "a recovery has a number or a reason": """
        select deduction_id from recovery where recovery is null and recovery_reason is null
    """,
    "nothing contradicts without a recovery at or below zero": """
        select deduction_id from remediation_result
        where is_contradicted and (recovery is null or recovery > 0)
    """,
    "proved is at most by points, and no rate above one": """
        select unit_code, year
        from remediation_result
        where not is_survey
        group by all
        having
            sum(lost_points) filter (
                where evidence_stage = 'recovered'
                or (evidence_stage = 'verified' and not is_contradicted)
            ) > sum(lost_points) filter (
                where evidence_stage in ('reported', 'verified', 'recovered')
            )
    """,
    "a rank is one more than the units strictly ahead": """
        select unit.unit_code, unit.year
        from unit_result as unit
        left join unit_result as rival
            on unit.year = rival.year and unit.ranking_group = rival.ranking_group
            and rival.is_ranked and rival.basis <> 'published'
            and rival.ranking_percent > unit.ranking_percent
        where unit.basis <> 'published'
        group by unit.unit_code, unit.year, unit.rank, unit.is_ranked
        having if(unit.is_ranked, 1 + count(rival.unit_code), null) is distinct from unit.rank
    """,
    "fixing never costs a rank nor a point": """
        select unit_code, year from unit_result inner join stake_result using (unit_code, year)
        where rank_if_all_fixed > rank or index_percent_if_all_fixed < index_percent
        union all
        select unit_code, year
        from remediation_result
        inner join fixed_result using (deduction_id)
        inner join unit_result using (unit_code, year)
        where rank_if_fixed > rank or index_percent_if_fixed < index_percent
    """,
    "what is provisional has no rank and no deduction of its own": """
        select unit_code, year from unit_result where is_provisional and rank is not null
        union all
        select unit_code, year
        from remediation_result inner join unit_result using (unit_code, year)
        where is_provisional and not is_from_register
    """,
}


def broken(release: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """The identities that do not hold, with the rows that break them."""
    found = {name: release.execute(text).fetchall() for name, text in OFFENDERS.items()}
    return {name: rows for name, rows in found.items() if rows}


def assert_identities(release: duckdb.DuckDBPyConnection) -> None:
    """AssertionError names each identity that a release breaks."""
    assert broken(release) == {}
