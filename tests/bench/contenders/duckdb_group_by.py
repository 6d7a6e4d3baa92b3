"""Contender: native DuckDB, read_csv and a simple GROUP BY, two threads. Prints one line of JSON."""

import json
import sys
import time

import duckdb

folder = sys.argv[1]
start = time.perf_counter()
db = duckdb.connect()
db.execute("SET threads = 2")


def group(file: str, columns: str) -> None:
    db.execute(
        f"CREATE TABLE {file} AS SELECT {columns}, sum(amount) AS total, count(*) AS n "
        f"FROM read_csv('{folder}/{file}.csv', "
        f"types = {{'amount': 'DECIMAL(18, 2)'}}) GROUP BY {columns}"
    )


group("transactions", "client_code, category, currency")
group("transfers", "client_code, type, currency")
seconds = time.perf_counter() - start


def sums(file: str) -> dict:
    rows = db.execute(f"SELECT currency, sum(total) FROM {file} GROUP BY currency").fetchall()
    return {currency: f"{total:.2f}" for currency, total in rows}


print(
    json.dumps(
        {
            "seconds": seconds,
            "version": f"DuckDB {duckdb.__version__}",
            "spent": sums("transactions"),
            "moved": sums("transfers"),
        }
    )
)
