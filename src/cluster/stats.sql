-- First pass: what everybody's rows come to, as one line of JSON on standard output.
-- Variables: vygoda (where it is unpacked), flags (of `vygoda stats`, as --fx USD=520).

ADD FILE ${vygoda}/dist-node/vygoda-stream.mjs;
ADD FILE ${vygoda}/src/cluster/vygoda-stream.sh;

SELECT TRANSFORM(stats)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
  USING 'bash vygoda-stream.sh stats --merge' AS (stats STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
FROM (
  SELECT stats FROM (
    SELECT TRANSFORM(line)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
      USING 'bash vygoda-stream.sh stats ${flags}' AS (stats STRING)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
    FROM (SELECT client_code, line FROM vygoda_lines DISTRIBUTE BY client_code SORT BY client_code, line) AS together
  ) AS parts
  DISTRIBUTE BY 1
) AS all_parts;
