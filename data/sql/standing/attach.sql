attach ':memory:' as standing;
use standing;
create schema submitted;
create schema effective;
