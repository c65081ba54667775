"""The closed words that answers are coded in, in English and in Chinese: what a claim is, and what a change is.

What a report, the page and the command line say of them is said here once.
"""

from __future__ import annotations

from ecosystem.errors import Text

MODALITIES = {
    "stated": Text("stated", "事实"),
    "planned": Text("planned", "计划"),
    "forecast": Text("forecast", "预测"),
    "advised": Text("advised", "建议"),
    "disputed": Text("disputed", "存疑"),
}
# In the order in which a report tells them.
CHANGES = {
    "added": Text("New", "新增"),
    "ended": Text("Ended", "终止"),
    "renamed": Text("Renamed", "更名"),
    "moved": Text("Moved to another category", "类别变动"),
    "re-owned": Text("New owners and hosts", "易主与托管"),
    "succeeded": Text("Succeeded, merged or forked", "后继、合并与分叉"),
    "relicensed": Text("Licence changed", "许可证变更"),
    "happened": Text("Other events", "其他事件"),
    "related": Text("New relations", "新增关系"),
    "unrelated": Text("Ended relations", "终止的关系"),
    "removed": Text("No longer listed", "不再列出"),
}
_NOTHING = Text("", "")


def reservation(modality: object) -> Text:
    """Return the word that a claim carries where it is not simply stated; nothing where it is."""
    return _NOTHING if modality == "stated" else MODALITIES.get(str(modality or ""), _NOTHING)
