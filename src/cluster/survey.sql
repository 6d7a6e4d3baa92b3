-- Between the passes, for a catalogue that compares a client with the others (case-2025): how its metrics
-- are spread, merged into the statistics of the first pass. Variables: vygoda, stats (file), catalogue.

ADD FILE ${vygoda}/dist-node/vygoda-stream.mjs;
ADD FILE ${vygoda}/src/cluster/vygoda-stream.sh;
ADD FILE ${stats};

SELECT TRANSFORM(stats)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
  USING 'bash vygoda-stream.sh stats --merge ${stats} -' AS (stats STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
FROM (
  SELECT stats FROM (
    SELECT TRANSFORM(line)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
      USING 'bash vygoda-stream.sh stats --with ${stats} --catalogue ${catalogue}' AS (stats STRING)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
    FROM (SELECT client_code, line FROM vygoda_lines DISTRIBUTE BY client_code SORT BY client_code, line) AS together
  ) AS parts
  DISTRIBUTE BY 1
) AS all_parts;
