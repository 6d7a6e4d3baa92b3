-- Second pass: results and faults of every client, kept on the executors' disks until they are written.
-- Variables: vygoda, stats (file), catalogue, write (offers, top, benefits, explain), as (csv, tsv),
-- flags (of `vygoda score --stream`, as --language kk).

ADD FILE ${vygoda}/dist-node/vygoda-stream.mjs;
ADD FILE ${vygoda}/src/cluster/vygoda-stream.sh;
ADD FILE ${stats};

CACHE TABLE vygoda_scored OPTIONS ('storageLevel' 'DISK_ONLY') AS
SELECT TRANSFORM(line)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
  USING 'bash vygoda-stream.sh score --stream --faults --stats ${stats} --catalogue ${catalogue} --write ${write} --as ${as} ${flags}'
  AS (row STRING, cell1 STRING, cell2 STRING, cell3 STRING, cell4 STRING, cell5 STRING, cell6 STRING, cell7 STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t'
FROM (SELECT client_code, line FROM vygoda_lines DISTRIBUTE BY client_code SORT BY client_code, line) AS together;
