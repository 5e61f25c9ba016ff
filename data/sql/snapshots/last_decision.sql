select coalesce(max(revision_id), 0) as last_revision
from decision;
