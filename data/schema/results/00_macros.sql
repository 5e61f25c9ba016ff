-- Names of areas meet without case, accents and punctuation, as data/text_keys.plain_key does.
create or replace macro plain_key(name) as
trim(
    regexp_replace(
        lower(strip_accents(replace(replace(name, 'đ', 'd'), 'Đ', 'D'))),
        '[^0-9a-z]+', ' ', 'g'
    )
);
