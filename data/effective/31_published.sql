-- Classes and published figures in force.
create or replace view effective.band as
-- The bands of a year and group are replaced together: half of two tables is no table.
select
    band.year,
    band.ranking_group,
    band.band,
    band.from_percent,
    band.to_percent,
    band.source_cell_id
from submitted.band as band
inner join effective.batch as batch on band.import_id = batch.import_id
qualify
    rank() over (partition by band.year, band.ranking_group order by band.import_id desc) = 1
    and row_number() over (
        partition by band.year, band.ranking_group, band.band
        order by band.import_id desc, band.source_cell_id asc
    ) = 1;

create or replace view effective.published_result as
select
    published.unit_code,
    published.year,
    published.what,
    published.area_name,
    published.area_position,
    published.area_maximum_points,
    published.published,
    published.published_text,
    published.source_cell_id
from submitted.published_result as published
inner join effective.batch as batch on published.import_id = batch.import_id
inner join effective.unit as unit on published.unit_code = unit.unit_code
qualify
    row_number() over (
        partition by
            published.unit_code,
            published.year,
            published.what,
            lower(strip_accents(published.area_name))
        order by published.import_id desc, published.source_cell_id asc
    ) = 1;
