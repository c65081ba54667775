# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 1. A tour · 导览
#
# **What is in the Docker ecosystem, who is behind it, how does it hang together, and what became of it?**
# The catalogue answers as a graph: things are nodes, and each statement about them is a relation with a date and a reference.
#
# **Docker 生态系统里有什么、谁在背后、彼此如何关联、后来怎样了？** 目录以图谱作答：事物是节点，每一条陈述都是一条带日期与出处的关系。

# %%
import pandas as pd
from charts import COLOURS, axes, bars, label, named, say

import ecosystem
from ecosystem.analysis import chronicle, connection, describe, fate, find, importance, lineage, profile
from ecosystem.analysis.life import reference_day
from ecosystem.maps.gallery import neighbourhood
from ecosystem.render import MapView, render_table

graph = ecosystem.load("docker")
print(graph)

# %% [markdown]
# ## The graph in numbers · 图谱概况
#
# `graph` is a plain NetworkX graph; every question returns a pandas table.
# `graph` 是普通的 NetworkX 图；每个问题都返回一张 pandas 表。

# %%
numbers = profile(graph)
kinds = numbers.loc["kind"]
chart = axes(("What is in the catalogue", "目录里有什么"), x=("nodes", "节点数"), height=5)
bars(
    pd.Series(kinds["value"].to_numpy(), [label(*names) for names in zip(kinds["label_en"], kinds["label_zh"])]), chart
)

# %%
sourced, zh = (
    numbers.loc[("evidence", "relations_with_reference"), "value"],
    numbers.loc[("language", "nodes_with_summary_zh"), "value"],
)
cited, unstated = (
    numbers.loc[("evidence", "references"), "value"],
    numbers.loc[("evidence", "relations_not_stated"), "value"],
)
assert sourced == 1, "a relation without a reference is no fact"
say(
    f"**Every one of {graph.number_of_edges():,} relations names its source** ({sourced:.0%}), from {cited:.0f} different references; {zh:.0%} of the "
    f"nodes have a Chinese summary. {unstated:.1%} of the relations are plans, forecasts or advice; they are marked and never counted as facts.",
    f"**{graph.number_of_edges():,} 条关系条条有出处**（{sourced:.0%}），共引用 {cited:.0f} 个不同来源；{zh:.0%} 的节点有中文简介。"
    f"{unstated:.1%} 的关系是计划、预测或建议，均有标记，不当作事实。",
)

# %% [markdown]
# ## One thing, by any name · 用任何名字找到它
#
# A typo, a Chinese name, a former name or an image address leads to the node.
# 错别字、中文名、曾用名或镜像地址都能找到节点。

# %%
pd.concat(
    [find(graph, text, limit=2).assign(asked=text) for text in ("dokcer compose", "平台即服务", "dotCloud", "k8s")]
)[["asked", "name", "name_zh", "matched_en", "matched_zh", "field", "score"]]

# %% [markdown]
# ## Fig: a life in sentences · Fig 的一生
#
# The article of 2014 recommends Fig. What is said about it today, with the reference of each sentence:
# (`render_table` shows an answer with its references as links; the answer itself is a plain DataFrame.)
# 2014 年的文章推荐了 Fig。如今关于它的说法，句句有出处（`render_table` 把出处显示为链接；答案本身仍是普通的 DataFrame）：

# %%
render_table(describe(graph, node="Fig")[["sentence_en", "sentence_zh", "references"]], graph)

# %%
render_table(chronicle(graph, node="Fig")[["sentence_en", "sentence_zh"]], graph)

# %%
told = fate(graph, node="Fig").loc["fig"]
assert told["status"] == "ended"
say(
    f"{told['sentence_en']} So whoever types `docker compose` today uses what began as Fig: the tool ended, its file format lives.",
    f"{told['sentence_zh']}今天敲下 `docker compose` 的人，用的正是 Fig 的后身：工具终止了，它的文件格式还活着。",
)
render_table(lineage(graph, node="Docker Compose")[["step", "sentence_en", "sentence_zh", "references"]], graph)

# %% [markdown]
# ## How are two things connected? · 两者如何关联？
#
# Not the shortest path but the most telling ones: a path through a hub ("both are under the Apache licence") says little and costs more.
# 不求最短，但求最能说明问题：穿过枢纽的路径（“都用 Apache 许可证”）说明不了什么，代价更高。

# %%
paths = connection(graph, source="Flynn", target="Google", paths=3)
for number, steps in paths.groupby("path"):
    say(f"{number}. " + " ".join(steps["sentence_en"]), "".join(steps["sentence_zh"]))

# %% [markdown]
# ## Then and now · 当年与今日
#
# `as_of_view` shows what held on a day. Who mattered most on the day of the article, who does now? 一行代码即可回到过去：文章发表那天谁最重要，今天呢？

# %%
days = {"2014-11-04": "2014-11-04", "today": reference_day(graph)}
best = {
    when: importance(ecosystem.as_of_view(graph, day), kinds=["tool", "service"], top=8) for when, day in days.items()
}
render_table(
    pd.concat(table.assign(when=when)[["when", "name", "degree", "why_en", "why_zh"]] for when, table in best.items()),
    graph,
)

# %%
left = best["2014-11-04"].loc[best["2014-11-04"].index.difference(best["today"].index, sort=False)]
fates = fate(graph).loc[left.index]
gone = fates[fates["status"] == "ended"]
say(
    f"{len(left)} of the 8 of 2014 are no longer among today's 8; {len(gone)} of those have ended"
    + (": " + " ".join(gone["sentence_en"]) if len(gone) else ".")
    + f" With {numbers.loc[('time', 'relations_with_date'), 'value']:.0%} of the relations dated, what has no date counts in both years: read the picture of 2014 as an upper bound.",
    f"2014 年的前八名中有 {len(left)} 个已不在今天的前八名之列，其中 {len(gone)} 个已终止"
    + ("：" + "".join(gone["sentence_zh"]) if len(gone) else "。")
    + f"有日期的关系占 {numbers.loc[('time', 'relations_with_date'), 'value']:.0%}，没有日期者两年都计入，因此 2014 年的情形应视为上限。",
)

# %%
most = importance(graph, kinds=["tool"], top=12).sort_values("degree", ascending=False)
chart = axes(
    ("The twelve most important tools, by their relations", "最重要的十二个工具及其关系数"),
    x=("relations", "关系数"),
    height=4.6,
)
bars(pd.Series(most["degree"].to_numpy(), named(most)), chart, COLOURS[2])

# %% [markdown]
# ## On a map · 看地图
#
# The same graph as an interactive page in a frame of its own: no request is made, and it looks the same in JupyterLab, VS Code and exported HTML.
# 同一张图的交互式页面，置于独立框架：不发任何请求，在 JupyterLab、VS Code 与导出的 HTML 中表现一致。

# %%
MapView(graph, spec=neighbourhood("fig"), height=520)

# %% [markdown]
# ## How far to trust it · 可信到什么程度
#
# - A statement is as good as its reference; follow it. 陈述的可信度取决于出处，请亲自核对。
# - A node without a start date counts as if it had always been there, so the view of 2014 is an upper bound.
#   没有起始日期的节点被视为一直存在，因此 2014 年的视图是上限。
# - Degree counts what curators wrote down; well-documented things look more important than they are.
#   关系数反映的是编者记录了多少；资料丰富的事物会显得比实际更重要。
