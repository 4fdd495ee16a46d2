-- PostgreSQL peers of the draw, one process a statement; \timing gives the wall time, printed by run.sh.
set max_parallel_workers_per_gather = 0;
set work_mem = '256MB';
create temp table subjects as
select '91330700MA' || lpad(i::text, 8, '0') as id,
       case when i % 20 = 0 then 'H|330702' when i % 20 <= 5 then 'M|330702' else 'L|330702' end as cell,
       case when i % 20 = 0 then 8 when i % 20 <= 5 then 3 else 1 end as weight
from generate_series(0, 1029999) i;
analyze subjects;
\timing on
\echo PostgreSQL ORDER BY -ln(random())/w LIMIT 30900
select count(*) from (select id from subjects order by -ln(1 - random()) / weight limit 30900) x;
\echo PostgreSQL ORDER BY random() LIMIT 30900
select count(*) from (select id from subjects order by random() limit 30900) x;
\echo PostgreSQL ORDER BY sha256(key || id) LIMIT 30900
select count(*) from (select id from subjects order by sha256('\x0707'::bytea || convert_to(id, 'UTF8')) limit 30900) x;
\echo PostgreSQL tier-srs, cut at about 1.1 times the ratio
select count(*) from (
  select id, cell, row_number() over (partition by cell order by tk, id collate "C") r
  from (select id, cell, sha256('\x0707'::bytea || convert_to(id, 'UTF8')) tk from subjects) t
  where tk <= case left(cell, 1) when 'H' then '\x2500'::bytea when 'M' then '\x0e00'::bytea else '\x0500'::bytea end) x
where r <= case left(cell, 1) when 'H' then 6681 when 'M' then 12527 else 11692 end;
