"""Answers as tables: stable columns with stable types, also where there is nothing to say."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from ecosystem.errors import Text, UsageError

RELATION_KEY = ("source", "predicate", "target")
Columns = Mapping[str, str]


def node_table(rows: Iterable[Mapping[str, Any]], columns: Columns) -> pd.DataFrame:
    """Return rows as a table indexed by `node`; `columns` maps each column to its pandas type."""
    return keyed_table(rows, columns, ("node",))


def relation_table(rows: Iterable[Mapping[str, Any]], columns: Columns) -> pd.DataFrame:
    """Return rows as a table keyed by source, predicate and target."""
    return keyed_table(rows, columns, RELATION_KEY)


def keyed_table(rows: Iterable[Mapping[str, Any]], columns: Columns, key: Collection[str]) -> pd.DataFrame:
    """Return rows as a table with exactly these columns and types, and `key` as its index."""
    listed = list(rows)
    table = pd.DataFrame({name: pd.Series([row[name] for row in listed], dtype="object") for name in (*key, *columns)})
    for name in key:
        if listed and all(isinstance(row[name], int | float) for row in listed):
            table[name] = pd.to_numeric(table[name])
    return table.astype(dict(columns)).set_index(list(key))


def rows_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a table's rows as mappings from column to value."""
    return [{str(column): value for column, value in row.items()} for row in table.to_dict("records")]


def ranks(values: pd.Series[Any]) -> pd.Series[Any]:
    """Return competition ranks: 1 is the highest value, equal values share the better rank."""
    rounded = values.astype("float64").round(12)
    return rounded.rank(ascending=False, method="min").astype("int64")


def one_of(name: str, value: Hashable, allowed: Collection[str]) -> None:
    """Raise `UsageError` unless `value` is one of the values that a parameter may have."""
    if value not in allowed:
        listed = ", ".join(sorted(allowed))
        raise UsageError(
            Text(f"{name} is {value!r}, but must be one of: {listed}", f"{name} 为 {value!r}，但只能是：{listed}")
        )
