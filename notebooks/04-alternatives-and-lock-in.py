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
# # 4. Alternatives and lock-in · 替代方案与厂商锁定
#
# What else does the same job, how good is that answer, and how hard is it to leave a vendor?
#
# 还有什么能做同样的事？这个答案有多可靠？离开一家厂商有多难？

# %%
import networkx as nx
import pandas as pd
from charts import COLOURS, GREY, axes, bars, label, matrix, named, say

import ecosystem
from ecosystem.analysis import (
    alternatives,
    categories,
    comparison,
    coverage,
    gaps,
    lock_in,
    prediction_quality,
    similarity,
)
from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry
from ecosystem.render import render_table

graph = ecosystem.load("docker")

# %% [markdown]
# ## Alternatives with reasons · 有理由的替代方案
#
# Candidates are of the same category or one near it and are no kin: no successor, part, basis, dependency or vendor. The score is the mean of five
# parts without fitted weights: the same job, likeness, how well known, alive or not, named as a rival by a source.
# 候选须同类或近类，且非亲属：不是后继、组成部分、基础、依赖或厂商。得分是五项的平均，没有拟合的权重：职能相同、相似、知名、是否仍在、来源明言是对手。

# %%
render_table(
    alternatives(graph, node="Drone", top=6)[["name", "score", "status", "reasons_en", "reasons_zh", "references"]],
    graph,
)

# %%
best = alternatives(graph, node="Kubernetes", top=10)
chart = axes(("Alternatives to Kubernetes", "Kubernetes 的替代方案"), x=("score", "得分"), height=3.8)
bars(pd.Series(best["score"].to_numpy(), named(best)), chart)
for bar, status in zip(chart.patches, best["status"]):
    bar.set_color(COLOURS[0] if status == "alive" else GREY)

# %%
over = best[best["status"] != "alive"]
say(
    f"Grey has ended or is dormant: {len(over)} of the {len(best)} best ({', '.join(over['name']) or 'none'}). With `alive=True` they are left out.",
    f"灰色者已终止或沉寂：前 {len(best)} 名中有 {len(over)} 个（{'、'.join(over['name_zh']) or '无'}）。加上 `alive=True` 则不列。",
)
shortlist = list(alternatives(graph, node="Docker Hub", top=3, alive=True).index)
render_table(comparison(graph, nodes=["docker-hub", *shortlist]).drop(columns=["summary_zh", "name_zh"]).T, graph)

# %% [markdown]
# ## How good is it? · 它有多准？
#
# Sources name a few pairs as rivals or alike. Hide those statements, ask, and see how often the hidden partner is among the first five; compare with
# a guess among things of the same category, and with a method that only counts shared neighbours.
# 有些来源明说两者相似或竞争。把这些陈述藏起来再提问，看藏起的一方有多少次进入前五；与同类中随机猜测、与仅数共同邻居的方法相比。

# %%
RIVALRY = {"similar_to", "competes_with"}
PRODUCTS = {"tool", "service", "operating_system"}
kind = dict(graph.nodes(data="kind"))
pairs = [
    (a, b)
    for a, b, data in graph.edges(data=True)
    if data["predicate"] in RIVALRY and kind[a] in PRODUCTS and kind[b] in PRODUCTS
]
questions = sorted({(a, b) for pair in pairs for a, b in (pair, pair[::-1])})
blind = nx.MultiDiGraph(graph)
blind.remove_edges_from(
    [(a, b, key) for a, b, key, data in graph.edges(keys=True, data=True) if data["predicate"] in RIVALRY]
)
belongs = categories(blind)["category"]


def by_chance(node: str, size: int = 5) -> float:
    """Return the chance that a random five of the same category hold one certain member."""
    peers = int((belongs == belongs[node]).sum()) - 1
    return min(size / peers, 1.0) if peers > 0 else 0.0


asked = {a for a, _ in questions}
rivalry = Rivalry(blind, reference_day(blind))  # what `alternatives` makes for each question, made once
ranked = {a: [b for b, _ in rivalry.ranked(a)[:5]] for a in asked}
alike = {a: similarity(blind, node=a, top=5).index for a in asked}
scores = pd.DataFrame(
    {
        "alternatives": [b in ranked[a] for a, b in questions],
        "shared neighbours": [b in alike[a] for a, b in questions],
        "chance within category": [by_chance(a) * (belongs[a] == belongs[b]) for a, b in questions],
    },
    dtype=float,
)
recall = scores.mean()
recall

# %%
assert recall["alternatives"] > recall["chance within category"]
say(
    f"Over {len(questions)} questions the hidden partner is among the first five {recall['alternatives']:.0%} of the time; by shared neighbours alone {recall['shared neighbours']:.0%}, "
    f"by chance within the category {recall['chance within category']:.0%}. So few questions give a wide margin: about ±{1.96 * (recall['alternatives'] * (1 - recall['alternatives']) / len(questions)) ** 0.5:.0%}.",
    f"{len(questions)} 个问题中，藏起的一方有 {recall['alternatives']:.0%} 进入前五；仅看共同邻居为 {recall['shared neighbours']:.0%}，"
    f"同类随机为 {recall['chance within category']:.0%}。问题太少，误差较大：约 ±{1.96 * (recall['alternatives'] * (1 - recall['alternatives']) / len(questions)) ** 0.5:.0%}。",
)

# %% [markdown]
# ## What belongs together, in general? · 一般而言，什么与什么相连？
#
# Hide a tenth of all related pairs and predict them. Preferential attachment and chance are the baselines to beat.
# 隐去十分之一的关系再预测；“富者愈富”与随机是需要战胜的基线。

# %%
quality = prediction_quality(graph, repeats=3)
quality

# %%
top, base = quality.index[0], quality[quality["baseline"]]["auc"].max()
assert quality.loc[top, "auc"] > base
say(
    f"Best is {top.replace('_', ' ')} with an AUC of {quality.loc[top, 'auc']:.2f} (baselines at most {base:.2f}): useful as a hint for curators, far from a fact. "
    "Negative pairs are drawn by popularity, which makes the test hard on purpose.",
    f"最好的是 {top.replace('_', ' ')}，AUC 为 {quality.loc[top, 'auc']:.2f}（基线至多 {base:.2f}）：可作编者的线索，远非事实。负样本按热度抽取，有意使检验更难。",
)

# %% [markdown]
# ## Lock-in · 厂商锁定
#
# For each living thing of a vendor: 1 / (1 + living rivals), half if it is open (it can be forked); the mean, weighted by how much rests on it. 1 means: nobody else does it, and it is closed.
# 对厂商每个仍在的产品：1 /（1 + 仍在的对手数），开源者减半（可分叉）；按被依赖程度加权平均。1 表示：无人可替，且不开放。

# %%
held = lock_in(graph, least=3)
chart = axes(
    ("Lock-in index of vendors and foundations with three things or more", "拥有三个以上产品的厂商与基金会：锁定指数"),
    x=("index, 0 to 1", "指数（0 到 1）"),
    height=4.6,
)
bars(pd.Series(held["lock_in"].head(12).to_numpy(), named(held.head(12))), chart, COLOURS[1])

# %%
render_table(held.head(8)[["name", "lock_in", "why_en", "why_zh"]], graph)

# %%
largest = held["things"].idxmax()
place = int(held["rank"][largest])
say(
    f"**Size is not lock-in.** {held.loc[largest, 'name']} keeps the most ({held.loc[largest, 'things']} things) but comes only {place} of {len(held)}: most of what it keeps is open or has rivals. "
    f"First comes {held.iloc[0]['name']} with {held.iloc[0]['lock_in']:.2f}."
    if place > 1
    else f"{held.loc[largest, 'name']} keeps the most and locks in the most ({held.iloc[0]['lock_in']:.2f}).",
    f"**规模不等于锁定。** {held.loc[largest, 'name_zh']}拥有最多（{held.loc[largest, 'things']} 个），却只排第 {place}（共 {len(held)}）：其产品多为开源或有对手。居首的是{held.iloc[0]['name_zh']}（{held.iloc[0]['lock_in']:.2f}）。"
    if place > 1
    else f"{held.loc[largest, 'name_zh']}拥有最多，锁定也最深（{held.iloc[0]['lock_in']:.2f}）。",
)

# %% [markdown]
# ## Who is where: white and crowded spots · 谁在何处：空白与拥挤

# %%
table = coverage(graph, level="branch").iloc[:, :12]
rows = [label(graph.nodes[node]["name"], graph.nodes[node]["name_zh"]) for node in table.index]
columns = [label(graph.nodes[node]["name"], graph.nodes[node]["name_zh"], "\n") for node in table.columns]
chart = axes(("Living products: branches by keepers", "仍在的产品：领域与归属"), width=9.5, height=6.5)
matrix(table, chart, rows, columns)

# %%
spots = gaps(graph, level="branch", top=40)
firms = spots[[graph.nodes[keeper]["kind"] == "vendor" for keeper in spots.index.get_level_values("across")]]
shown = firms.groupby("spot", sort=False).head(5)
shown[["name", "across_en", "observed", "expected", "residual", "spot"]]

# %%
white, crowded = (firms[firms["spot"] == spot].iloc[0] for spot in ("white", "crowded"))
assert white["observed"] == 0 and crowded["observed"] > crowded["expected"]
say(
    f"The most surprising white spot of a firm: {white['across_en']} has nothing alive in “{white['name']}”, where {white['expected']:.1f} would be expected "
    f"if firms were spread over the branches as all products are. The most crowded: {crowded['across_en']} in “{crowded['name']}”, {crowded['observed']} where {crowded['expected']:.1f} would be. "
    "Counts are small: a lead to follow, not a finding.",
    f"厂商中最出人意料的空白：{white['across_zh']}在“{white['name_zh']}”中没有仍在的产品，而若按全体产品的分布应有 {white['expected']:.1f} 个。"
    f"最拥挤的：{crowded['across_zh']}在“{crowded['name_zh']}”中有 {crowded['observed']} 个，而应有 {crowded['expected']:.1f} 个。数目很小：是线索，不是结论。",
)

# %% [markdown]
# ## Honest limits · 局限
#
# - Rivals are things of the same category; whether they are good enough for you, no graph knows. 对手指同类产品；是否够用，图谱不知道。
# - A licence that is not in the catalogue counts as not open, which raises the index. 目录中没有许可证信息的按不开放计，指数因此偏高。
# - A white spot may be a gap in the market or a gap in the catalogue. 空白可能是市场的空白，也可能是目录的空白。
