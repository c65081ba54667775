"""How the notebooks show things: sentences and charts, in English and in Chinese."""

from __future__ import annotations

import logging

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import Markdown, display
from matplotlib import font_manager
from matplotlib.axes import Axes

logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # a Chinese font often has one weight only
_CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
COLOURS = ("#2f6fde", "#c2570c", "#2e8540", "#7d5fd3", "#b8397a", "#75604a", "#0b8a8f")
GREY = "#9aa4b2"


def _chinese_font() -> str | None:
    known = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in _CHINESE if name in known), None)


FONT = _chinese_font()
plt.rcParams.update(
    {
        "font.family": ["DejaVu Sans", FONT] if FONT else ["DejaVu Sans"],
        "axes.unicode_minus": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "figure.dpi": 110,
    }
)


def say(en: str, zh: str) -> None:
    """Show one statement, computed by the notebook, in both languages."""
    display(Markdown(f"{en}\n\n{zh}"))


def chance(p: float) -> str:
    """Return a p-value as papers print it."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def label(en: str, zh: str, between: str = " · ") -> str:
    """Return a label in both languages, or in English alone where the machine has no Chinese font."""
    return f"{en}{between}{zh}" if FONT and zh != en else en


def named(table: pd.DataFrame, between: str = " · ") -> list[str]:
    """Return the names of a table's rows in both languages."""
    return [label(en, zh, between) for en, zh in zip(table["name"], table["name_zh"], strict=True)]


def axes(title: tuple[str, str], x: tuple[str, str] = ("", ""), y: tuple[str, str] = ("", ""), **size: float) -> Axes:
    """Return axes with a title and labels in both languages."""
    _, area = plt.subplots(figsize=(size.get("width", 8.5), size.get("height", 4.2)))
    area.set_title(label(*title, between="\n"), loc="left", fontsize=11)
    area.set_xlabel(label(*x))
    area.set_ylabel(label(*y))
    return area


def bars(values: pd.Series, area: Axes, colour: str = COLOURS[0]) -> None:
    """Draw horizontal bars, the first row on top, each with its number."""
    area.barh(range(len(values)), values.to_numpy(), color=colour)
    area.set_yticks(range(len(values)), [str(name) for name in values.index], fontsize=9)
    area.invert_yaxis()
    for row, value in enumerate(values):
        area.annotate(
            f" {value:,.0f}" if float(value).is_integer() else f" {value:.3g}",
            (value, row),
            va="center",
            fontsize=8,
            color="#3d4b5f",
        )
    plt.tight_layout()


def survival_curves(table: pd.DataFrame, area: Axes, names: dict[str, tuple[str, str]]) -> None:
    """Draw Kaplan-Meier steps with their confidence bands, one colour a group."""
    for colour, group in zip(COLOURS, table.index.get_level_values("group").unique(), strict=False):
        curve = table.xs(group)
        area.step(
            curve.index, curve["survival"], where="post", color=colour, label=label(*names.get(group, (group, group)))
        )
        area.fill_between(curve.index, curve["lower"], curve["upper"], step="post", color=colour, alpha=0.13)
    area.set_ylim(0, 1.02)
    area.legend(frameon=False, fontsize=9)
    plt.tight_layout()


def slopes(before: pd.Series, after: pd.Series, area: Axes, names: dict[str, str], ends: tuple[str, str]) -> None:
    """Draw how ranks changed: a line for each row, highlighted where it rose."""
    most = int(max(before.max(), after.max())) + 1
    for node in after.index.union(before.index, sort=False):
        old, new = before.get(node, most), after.get(node, most)
        colour = COLOURS[0] if new < old else COLOURS[1] if new > old else GREY
        area.plot([0, 1], [old, new], color=colour, marker="o", markersize=4, linewidth=1.4)
        if node in before.index:
            area.annotate(f"{names[node]} ", (0, old), ha="right", va="center", fontsize=8)
        if node in after.index:
            area.annotate(f" {names[node]}", (1, new), ha="left", va="center", fontsize=8)
    area.invert_yaxis()
    area.set_xticks([0, 1], ends)
    area.set_xlim(-0.9, 1.9)
    area.spines["bottom"].set_visible(False)
    plt.tight_layout()


def matrix(table: pd.DataFrame, area: Axes, rows: list[str], columns: list[str]) -> None:
    """Draw a matrix of counts as a heat map with the numbers in it (colour: square root); white is a gap."""
    area.imshow(table.to_numpy() ** 0.5, cmap="Blues", aspect="auto", vmin=0)
    area.set_xticks(range(len(columns)), columns, rotation=55, ha="right", fontsize=8)
    area.set_yticks(range(len(rows)), rows, fontsize=8)
    middle = table.to_numpy().max() / 4
    for row, counts in enumerate(table.to_numpy()):
        for column, count in enumerate(counts):
            if count:
                area.text(
                    column,
                    row,
                    int(count),
                    ha="center",
                    va="center",
                    fontsize=8,
                    color="white" if count > middle else "#23324a",
                )
    plt.tight_layout()
