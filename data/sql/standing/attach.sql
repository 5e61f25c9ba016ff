attach ':memory:' as standing (row_group_size 8192);
use standing;
create schema submitted;
create schema effective;
