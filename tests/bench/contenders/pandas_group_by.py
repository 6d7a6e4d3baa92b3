"""Contender: pandas, read_csv and the same GROUP BY. Prints one line of JSON."""

import json
import sys
import time

import pandas

folder = sys.argv[1]
start = time.perf_counter()


def group(file: str, columns: list) -> pandas.DataFrame:
    rows = pandas.read_csv(f"{folder}/{file}.csv")
    return rows.groupby(columns)["amount"].agg(["sum", "count"])


transactions = group("transactions", ["client_code", "category", "currency"])
transfers = group("transfers", ["client_code", "type", "currency"])
seconds = time.perf_counter() - start


def sums(table: pandas.DataFrame) -> dict:
    totals = table["sum"].groupby("currency").sum()
    return {currency: f"{total:.2f}" for currency, total in totals.items()}


print(
    json.dumps(
        {
            "seconds": seconds,
            "version": f"pandas {pandas.__version__}",
            "spent": sums(transactions),
            "moved": sums(transfers),
        }
    )
)
