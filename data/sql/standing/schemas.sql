create schema submitted;
create schema effective;
