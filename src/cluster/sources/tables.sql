-- Sources in tables or views. Variables: clients, transactions, transfers (names).
-- Where columns are called otherwise, write SELECT client_id AS client_code, … here, and the period in WHERE.

CREATE OR REPLACE TEMPORARY VIEW source_clients AS SELECT * FROM ${clients};

CREATE OR REPLACE TEMPORARY VIEW source_transactions AS SELECT * FROM ${transactions};

CREATE OR REPLACE TEMPORARY VIEW source_transfers AS SELECT * FROM ${transfers};
