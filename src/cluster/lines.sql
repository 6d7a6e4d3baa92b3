-- Rows as lines of a stream (src/engine/stream/FORMAT.md). Variable: rows (raw, summed).

-- Every row as it is. Cells 2 to 9 are those of the format, in its order.
CREATE OR REPLACE TEMPORARY VIEW vygoda_rows_raw AS
SELECT client_code, kind, name AS cell2, status AS cell3, balance AS cell4, age AS cell5, city AS cell6,
  language AS cell7, CAST(NULL AS STRING) AS cell8, CAST(NULL AS STRING) AS cell9
FROM vygoda_clients
UNION ALL
SELECT client_code, kind, date, what, amount, currency, product, direction, NULL, NULL
FROM vygoda_operations;

-- Usual operations, of an amount and a date that can be read in one way only, are summed where they were
-- read, before anything is shuffled: hundredths, how many, and whether a decimal point was among them.
-- Any other is a group by its own text, and comes out as often as it went in.
CREATE OR REPLACE TEMPORARY VIEW vygoda_judged AS
SELECT *,
  amount RLIKE '^-?[0-9]{1,9}(?:[.][0-9]{1,18})?$' AND NOT amount RLIKE '^-?[1-9][0-9]{0,2}[.][0-9]{3}$'
  AND (date IS NULL OR date RLIKE '^20[0-9]{2}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?: (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?$')
  AS usual
FROM vygoda_operations;

CREATE OR REPLACE TEMPORARY VIEW vygoda_groups AS
SELECT client_code, kind, day, what, currency, product, direction, odd,
  CAST(sum(hundredths) AS STRING) AS total, count(*) AS rows, max(mark) AS mark
FROM (
  SELECT client_code, kind, what, currency, product, direction,
    if(usual, concat(substr(date, 1, 7), '-01'), date) AS day,
    if(usual, NULL, amount) AS odd,
    if(usual, CAST(CAST(amount AS DECIMAL(12, 2)) * 100 AS BIGINT), NULL) AS hundredths,
    if(usual AND instr(amount, '.') > 0, '.', NULL) AS mark
  FROM vygoda_judged
) AS amounts
GROUP BY client_code, kind, day, what, currency, product, direction, odd;

CREATE OR REPLACE TEMPORARY VIEW vygoda_rows_summed AS
SELECT client_code, kind, name AS cell2, status AS cell3, balance AS cell4, age AS cell5, city AS cell6,
  language AS cell7, CAST(NULL AS STRING) AS cell8, CAST(NULL AS STRING) AS cell9
FROM vygoda_clients
UNION ALL
SELECT client_code, kind, day, what, coalesce(odd, total), currency, product, direction,
  if(odd IS NULL, CAST(rows AS STRING), NULL), mark
FROM vygoda_groups
LATERAL VIEW explode(split(space(if(odd IS NULL, 0, CAST(rows AS INT) - 1)), ' ')) AS copy;

-- The code without blanks at its ends, by which rows come together, and the line itself.
CREATE OR REPLACE TEMPORARY VIEW vygoda_lines AS
SELECT
  regexp_replace(client_code, '^[\\s\\x{a0}\\x{1680}\\x{2000}-\\x{200d}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{2060}\\x{3000}\\x{feff}]+|[\\s\\x{a0}\\x{1680}\\x{2000}-\\x{200d}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{2060}\\x{3000}\\x{feff}]+$', '') AS client_code,
  concat_ws('\t',
    replace(replace(replace(replace(client_code, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'),
    kind,
    coalesce(replace(replace(replace(replace(cell2, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(replace(replace(replace(replace(cell3, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(replace(replace(replace(replace(cell4, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(replace(replace(replace(replace(cell5, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(replace(replace(replace(replace(cell6, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(replace(replace(replace(replace(cell7, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n'), '\r', '\\r'), '\\N'),
    coalesce(cell8, '\\N'),
    coalesce(cell9, '\\N')
  ) AS line
FROM vygoda_rows_${rows};
