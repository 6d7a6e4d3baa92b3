-- Results as Parquet (--as tsv), faults beside them. Variables: write (as in score.sql), out, faults (folders).
-- Cells come as lines of a stream, and are text again here: pieces between two backslashes hold the escapes.

CREATE OR REPLACE TEMPORARY VIEW vygoda_results AS
SELECT
  array_join(transform(split(cell1, '[\\\\]{2}'), piece -> replace(replace(replace(piece, '\\t', '\t'), '\\n', '\n'), '\\r', '\r')), '\\') AS client_code,
  array_join(transform(split(cell2, '[\\\\]{2}'), piece -> replace(replace(replace(piece, '\\t', '\t'), '\\n', '\n'), '\\r', '\r')), '\\') AS cell2,
  array_join(transform(split(cell3, '[\\\\]{2}'), piece -> replace(replace(replace(piece, '\\t', '\t'), '\\n', '\n'), '\\r', '\r')), '\\') AS cell3,
  cell4, cell5, cell6, cell7
FROM vygoda_scored WHERE row = 'result';

CREATE OR REPLACE TEMPORARY VIEW vygoda_offers AS
SELECT client_code, cell2 AS product, cell3 AS push_notification FROM vygoda_results;

CREATE OR REPLACE TEMPORARY VIEW vygoda_top AS
SELECT client_code, CAST(cell2 AS INT) AS rank, cell3 AS product, CAST(cell4 AS DOUBLE) AS benefit_kzt_per_month,
  CAST(cell5 AS DOUBLE) AS fit, CAST(cell6 AS DOUBLE) AS expected_kzt_per_month, cell7 AS send
FROM vygoda_results;

CREATE OR REPLACE TEMPORARY VIEW vygoda_benefits AS
SELECT client_code, cell2 AS product, CAST(cell3 AS DOUBLE) AS benefit_kzt_per_month, CAST(cell4 AS DOUBLE) AS fit, cell5 AS eligible
FROM vygoda_results;

CREATE OR REPLACE TEMPORARY VIEW vygoda_explain AS
SELECT client_code, cell2 AS explanation FROM vygoda_results;

INSERT OVERWRITE DIRECTORY '${out}' USING parquet
SELECT * FROM vygoda_${write};

INSERT OVERWRITE DIRECTORY '${faults}' USING parquet
SELECT cell1 AS code, cell2 AS severity, cell3 AS client_code, cell4 AS source, cell5 AS column, cell6 AS text, CAST(cell7 AS BIGINT) AS rows
FROM vygoda_scored WHERE row = 'fault';
