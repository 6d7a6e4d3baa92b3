-- Results as lines of CSV without a heading (--as csv), faults beside them. Variables: out, faults (folders).
-- Cells come as lines of a stream, and are text again here: pieces between two backslashes hold the escapes.

INSERT OVERWRITE DIRECTORY '${out}' USING text
SELECT array_join(transform(split(cell1, '[\\\\]{2}'), piece -> replace(replace(replace(piece, '\\t', '\t'), '\\n', '\n'), '\\r', '\r')), '\\') AS line
FROM vygoda_scored WHERE row = 'result';

INSERT OVERWRITE DIRECTORY '${faults}' USING csv OPTIONS (header 'true', escape '"')
SELECT cell1 AS code, cell2 AS severity, cell3 AS client_code, cell4 AS source, cell5 AS column, cell6 AS text, CAST(cell7 AS BIGINT) AS rows
FROM vygoda_scored WHERE row = 'fault';
