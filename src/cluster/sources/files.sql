-- Sources in files. Variables: format (csv, parquet, orc, json), clients, transactions, transfers (paths).
-- Cells of a CSV file that hold line ends need multiLine 'true'; each file is then read by one task.

CREATE OR REPLACE TEMPORARY VIEW source_clients USING ${format}
OPTIONS (path '${clients}', header 'true', quote '"', escape '"', emptyValue '', multiLine 'false');

CREATE OR REPLACE TEMPORARY VIEW source_transactions USING ${format}
OPTIONS (path '${transactions}', header 'true', quote '"', escape '"', emptyValue '', multiLine 'false');

CREATE OR REPLACE TEMPORARY VIEW source_transfers USING ${format}
OPTIONS (path '${transfers}', header 'true', quote '"', escape '"', emptyValue '', multiLine 'false');
