"""Contender: native DuckDB computing what Vygoda computes, two threads. Prints one line of JSON.

Per client: exact sums and counts by category, transfer type, month and currency; foreign money at the
rates given; volatility, top three categories, and the ten benefits of the catalogue `seed`, whose
sums over all clients are compared with Vygoda's.
"""

import json
import sys
import time

import duckdb

folder = sys.argv[1]
start = time.perf_counter()
db = duckdb.connect()
db.execute("SET threads = 2")


def read(file: str) -> str:
    types = "{'amount': 'DECIMAL(18, 2)'}" if file != "clients" else "{}"
    return f"read_csv('{folder}/{file}.csv', types = {types})"


columns = [row[0] for row in db.execute(f"DESCRIBE SELECT * FROM {read('transactions')}").fetchall()]
loan = "bool_or(contains(product, 'Кредит'))" if "product" in columns else "false"

db.execute(f"""
CREATE TABLE spend AS
    SELECT client_code, category, currency, date_trunc('month', date) AS month,
           sum(amount) AS total, count(*) AS n, {loan} AS loan
    FROM {read("transactions")} GROUP BY client_code, category, currency, month;
CREATE TABLE moved AS
    SELECT client_code, type, direction, currency, date_trunc('month', date) AS month,
           sum(amount) AS total, count(*) AS n
    FROM {read("transfers")} GROUP BY client_code, type, direction, currency, month;
CREATE TABLE clients AS SELECT * FROM {read("clients")};
CREATE TABLE rates (currency VARCHAR, rate DOUBLE);
INSERT INTO rates VALUES ('KZT', 1), ('USD', 540), ('EUR', 630), ('RUB', 6.7);

CREATE TABLE period AS
    SELECT count(DISTINCT month) AS months
    FROM (SELECT DISTINCT month FROM spend UNION ALL SELECT DISTINCT month FROM moved);
CREATE TABLE by_category AS
    SELECT client_code, category, sum(total::DOUBLE * rate) AS total, sum(n) AS n,
           sum(total::DOUBLE * rate) FILTER (currency <> 'KZT') AS abroad, bool_or(loan) AS loan
    FROM spend JOIN rates USING (currency) GROUP BY client_code, category;
CREATE TABLE by_type AS
    SELECT client_code, type, direction, sum(total::DOUBLE * rate) AS total, sum(n) AS n
    FROM moved JOIN rates USING (currency) GROUP BY client_code, type, direction;
CREATE TABLE steadiness AS
    SELECT client_code, stddev_pop(total) / avg(total) AS volatility
    FROM (SELECT client_code, month, sum(total::DOUBLE * rate) AS total
          FROM spend JOIN rates USING (currency) GROUP BY client_code, month)
    GROUP BY client_code;
CREATE TABLE spender AS
    SELECT client_code, sum(total) AS total, sum(n) AS n, sum(abroad) AS abroad,
           bool_or(loan) AS loan,
           sum(total) FILTER (category IN ('Такси', 'Отели', 'Путешествия')) AS travel,
           sum(total) FILTER (category IN ('Едим дома', 'Смотрим дома', 'Играем дома')) AS online,
           sum(total) FILTER (place <= 3) AS top
    FROM (SELECT *, row_number() OVER (PARTITION BY client_code ORDER BY total DESC) AS place
          FROM by_category)
    GROUP BY client_code;
CREATE TABLE mover AS
    SELECT client_code, sum(total) FILTER (direction = 'in') AS inflow,
           sum(total) FILTER (direction = 'out') AS outflow,
           bool_or(contains(type, 'atm') OR contains(type, 'p2p')) AS atm_or_p2p
    FROM by_type GROUP BY client_code;
CREATE TABLE benefits AS
    SELECT client_code, volatility,
           least(50000, 0.005 * balance) AS "savings-deposit",
           if(loan, least(100000, 0.01 * outflow), 0) AS "cash-loan",
           least(15000, 0.02 * travel) AS "travel-card",
           least(10000, 0.015 * online) AS "gamer-card",
           least(20000, 0.01 * total) AS "cashback-all-card",
           least(25000, 0.03 * top) AS "cashback-top3-card",
           if(status = 'Премиальный клиент', least(75000, 0.008 * balance), 0) AS "premium-card",
           if(abroad > 0, least(10000, 0.001 * balance), 0) AS "multicurrency-account",
           if(atm_or_p2p, least(5000, 0.002 * outflow), 0) AS "free-transfers-card",
           least(30000, 0.003 * inflow) AS "mortgage"
    FROM (SELECT client_code, status, avg_monthly_balance_KZT AS balance, volatility, loan, atm_or_p2p,
                 coalesce(abroad, 0) AS abroad,
                 coalesce(total, 0) / months AS total, coalesce(travel, 0) / months AS travel,
                 coalesce(online, 0) / months AS online, coalesce(top, 0) / months AS top,
                 coalesce(inflow, 0) / months AS inflow, coalesce(outflow, 0) / months AS outflow
          FROM clients LEFT JOIN spender USING (client_code) LEFT JOIN mover USING (client_code)
               LEFT JOIN steadiness USING (client_code), period);
CREATE TABLE best AS
    SELECT client_code, first(product ORDER BY benefit DESC) AS product, max(benefit) AS benefit
    FROM (UNPIVOT (SELECT * EXCLUDE (volatility) FROM benefits)
          ON COLUMNS(* EXCLUDE (client_code)) INTO NAME product VALUE benefit)
    GROUP BY client_code;
""")
seconds = time.perf_counter() - start


def sums(table: str) -> dict:
    rows = db.execute(f"SELECT currency, sum(total) FROM {table} GROUP BY currency").fetchall()
    return {currency: f"{total:.2f}" for currency, total in rows}


totals = db.execute("SELECT sum(COLUMNS(* EXCLUDE (client_code, volatility))) FROM benefits")
names = [column[0] for column in totals.description]
benefits = dict(zip(names, map(float, totals.fetchone())))
print(
    json.dumps(
        {
            "seconds": seconds,
            "version": f"DuckDB {duckdb.__version__}",
            "spent": sums("spend"),
            "moved": sums("moved"),
            "benefits": benefits,
        }
    )
)
