-- Sources in Hive, in place of tables.sql and columns.sql. Variables: clients, transactions, transfers (names).
-- Every column is named: one that is not there is CAST(NULL AS STRING) and not coalesced.

CREATE OR REPLACE TEMPORARY VIEW vygoda_clients AS
SELECT coalesce(CAST(client_code AS STRING), '') AS client_code, 'clients' AS kind,
  coalesce(name, '') AS name, coalesce(status, '') AS status,
  coalesce(CAST(avg_monthly_balance_KZT AS STRING), '') AS balance,
  coalesce(CAST(age AS STRING), '') AS age, coalesce(city, '') AS city,
  coalesce(language, '') AS language
FROM ${clients};

CREATE OR REPLACE TEMPORARY VIEW vygoda_operations AS
SELECT coalesce(CAST(client_code AS STRING), '') AS client_code, 'transactions' AS kind,
  coalesce(CAST(date AS STRING), '') AS date, coalesce(category, '') AS what,
  coalesce(CAST(amount AS STRING), '') AS amount, coalesce(currency, '') AS currency,
  coalesce(product, '') AS product, CAST(NULL AS STRING) AS direction
FROM ${transactions}
UNION ALL
SELECT coalesce(CAST(client_code AS STRING), '') AS client_code, 'transfers' AS kind,
  coalesce(CAST(date AS STRING), '') AS date, coalesce(type, '') AS what,
  coalesce(CAST(amount AS STRING), '') AS amount, coalesce(currency, '') AS currency,
  coalesce(product, '') AS product, coalesce(direction, '') AS direction
FROM ${transfers};
