-- Question:   Which initiatives does a register name places of replication for?
-- One row:    an initiative with such a text.
-- Order:      initiative.
-- Parameters: none
-- Columns:    initiative_id VARCHAR, year INTEGER, replicated_at VARCHAR
-- Source:     forms.md: Đã nhân rộng tại
select
    initiative_id,
    year,
    replicated_at
from initiative
where trim(replicated_at) <> ''
order by initiative_id;
