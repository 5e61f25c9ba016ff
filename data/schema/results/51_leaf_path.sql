create or replace table leaf_path as
with recursive node as (
    select
        framework_kind.unit_kind,
        leaf.year,
        leaf.criterion_code
    from leaf
    inner join framework_kind on leaf.framework_id = framework_kind.framework_id
    where leaf.section = 'main'
),

path as (
    select
        unit_kind,
        year as from_year,
        criterion_code as from_code,
        year as to_year,
        criterion_code as to_code
    from node
    union
    select
        path.unit_kind,
        path.from_year,
        path.from_code,
        leaf_link.to_year,
        leaf_link.to_code
    from path
    inner join leaf_link
        on
            path.unit_kind = leaf_link.unit_kind
            and path.to_year = leaf_link.from_year
            and path.to_code = leaf_link.from_code
    where leaf_link.to_code is not null
)

select
    unit_kind,
    from_year,
    from_code,
    to_year,
    to_code
from path;
comment on table leaf_path is
'A leaf and every leaf that links lead to, in its own year and later ones.';
