-- What the book holds of each thing that checks are asked after (data/checks/asking.py), and
-- whether this import brought some of it. Submitted tables, and two things finer than a table:
-- listed leaves left blank, and files of the form 'scores_matrix'.
select
    'unit' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.unit
having count(*) > 0
union all
select
    'unit_alias' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.unit_alias
having count(*) > 0
union all
select
    'unit_group' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.unit_group
having count(*) > 0
union all
select
    'unit_succession' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.unit_succession
having count(*) > 0
union all
select
    'framework' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.framework
having count(*) > 0
union all
select
    'criterion' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.criterion
having count(*) > 0
union all
select
    'area_mapping' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.area_mapping
having count(*) > 0
union all
select
    'criterion_link' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.criterion_link
having count(*) > 0
union all
select
    'score' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.score
having count(*) > 0
union all
select
    'score_note' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.score_note
having count(*) > 0
union all
select
    'band' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.band
having count(*) > 0
union all
select
    'published_result' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.published_result
having count(*) > 0
union all
select
    'claimed_total' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.claimed_total
having count(*) > 0
union all
select
    'remediation' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.remediation
having count(*) > 0
union all
select
    'inspection' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.inspection
having count(*) > 0
union all
select
    'finding' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.finding
having count(*) > 0
union all
select
    'initiative' as name,
    bool_or(import_id = $import_id) as is_new
from submitted.initiative
having count(*) > 0
union all
select
    'blank_score' as name,
    true as is_new
from submitted.score
where import_id = $import_id and points is null and is_applicable
having count(*) > 0
union all
select
    'scores_matrix' as name,
    true as is_new
from import_file
where import_id = $import_id and form = 'scores_matrix'
having count(*) > 0;
