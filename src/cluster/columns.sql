-- The columns of any source as text, for Spark. A column that is not there is looked up in `absent`, is void, and becomes NULL;
-- a value that is not there becomes an empty text, as in an export.
CREATE OR REPLACE TEMPORARY VIEW vygoda_clients AS
SELECT cells.*
FROM (SELECT NULL AS name, NULL AS status, NULL AS avg_monthly_balance_KZT, NULL AS age, NULL AS city, NULL AS language) AS absent,
LATERAL (
  SELECT
    coalesce(CAST(client_code AS STRING), '') AS client_code,
    'clients' AS kind,
    if(typeof(name) = 'void', NULL, coalesce(CAST(name AS STRING), '')) AS name,
    if(typeof(status) = 'void', NULL, coalesce(CAST(status AS STRING), '')) AS status,
    if(typeof(avg_monthly_balance_KZT) = 'void', NULL, coalesce(CAST(avg_monthly_balance_KZT AS STRING), '')) AS balance,
    if(typeof(age) = 'void', NULL, coalesce(CAST(age AS STRING), '')) AS age,
    if(typeof(city) = 'void', NULL, coalesce(CAST(city AS STRING), '')) AS city,
    if(typeof(language) = 'void', NULL, coalesce(CAST(language AS STRING), '')) AS language
  FROM source_clients
) AS cells;

CREATE OR REPLACE TEMPORARY VIEW vygoda_operations AS
SELECT cells.*
FROM (SELECT NULL AS date, NULL AS currency, NULL AS product) AS absent,
LATERAL (
  SELECT
    coalesce(CAST(client_code AS STRING), '') AS client_code,
    'transactions' AS kind,
    if(typeof(date) = 'void', NULL, coalesce(CAST(date AS STRING), '')) AS date,
    coalesce(CAST(category AS STRING), '') AS what,
    coalesce(CAST(amount AS STRING), '') AS amount,
    if(typeof(currency) = 'void', NULL, coalesce(CAST(currency AS STRING), '')) AS currency,
    if(typeof(product) = 'void', NULL, coalesce(CAST(product AS STRING), '')) AS product,
    CAST(NULL AS STRING) AS direction
  FROM source_transactions
) AS cells
UNION ALL
SELECT cells.*
FROM (SELECT NULL AS date, NULL AS currency, NULL AS product, NULL AS direction) AS absent,
LATERAL (
  SELECT
    coalesce(CAST(client_code AS STRING), '') AS client_code,
    'transfers' AS kind,
    if(typeof(date) = 'void', NULL, coalesce(CAST(date AS STRING), '')) AS date,
    coalesce(CAST(type AS STRING), '') AS what,
    coalesce(CAST(amount AS STRING), '') AS amount,
    if(typeof(currency) = 'void', NULL, coalesce(CAST(currency AS STRING), '')) AS currency,
    if(typeof(product) = 'void', NULL, coalesce(CAST(product AS STRING), '')) AS product,
    if(typeof(direction) = 'void', NULL, coalesce(CAST(direction AS STRING), '')) AS direction
  FROM source_transfers
) AS cells;
