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
# # 2. Who holds the ecosystem together? 2014 against today · 谁把生态系统连在一起？2014 与今日
#
# Who joined the parts when the article was written, who joins them today, and what falls apart without them?
#
# 文章发表时是谁把各部分连在一起，今天又是谁？没有他们，什么会散架？

# %%
import datetime as dt

import networkx as nx
import numpy as np
import pandas as pd
from charts import COLOURS, GREY, axes, label, say, slopes

import ecosystem
from ecosystem.analysis import (
    articulation_points,
    betweenness,
    brokers,
    community_agreement,
    degree,
    importance,
    removal,
)
from ecosystem.analysis.life import begin_of, reference_day
from ecosystem.render import render_table

graph = ecosystem.load("docker")
ARTICLE_DAY, TODAY = "2014-11-04", reference_day(graph)

# %% [markdown]
# ## A fair comparison · 公平的比较
#
# Two days, the same rule: what held on that day, and only products whose start is known (those without would be in both pictures). What has ended is not in today's.
# 两个日子，同一规则：只看当日有效者，且产品的起始日期必须已知（否则会同时出现在两幅图里）；已终止者不在今日之列。

# %%
PRODUCTS = {"tool", "service", "operating_system"}
KEEPERS = ["vendor", "organisation"]


def at(day: str | dt.date) -> nx.MultiDiGraph:
    """Return the graph of a day, with only those products whose start is known."""
    view = ecosystem.as_of_view(graph, day)
    kept = [node for node, kind in view.nodes(data="kind") if kind not in PRODUCTS or begin_of(graph, node) is not None]
    return nx.MultiDiGraph(view.subgraph(kept))


then, now = at(ARTICLE_DAY), at(TODAY)
print(then, now, sep="\n")

# %% [markdown]
# ## Vendors and foundations, ranked by betweenness · 厂商与基金会的中介中心性
#
# Betweenness: the share of shortest ways between others that lead through a node. 中介中心性：其他节点间的最短路径有多少经过它。

# %%
ranked = {day: betweenness(view).query("kind in @KEEPERS") for day, view in (("then", then), ("now", now))}
ranks = {day: table["betweenness"].rank(ascending=False, method="first") for day, table in ranked.items()}
shown = {day: series[series <= 10] for day, series in ranks.items()}
names = ranked["now"]["name"].to_dict() | ranked["then"]["name"].to_dict()
names_zh = ranked["now"]["name_zh"].to_dict() | ranked["then"]["name_zh"].to_dict()
chart = axes(
    ("Who joins the others: rank among vendors and foundations", "谁连接他人：厂商与基金会排名"), width=8, height=5.2
)
slopes(shown["then"], shown["now"], chart, names, (label("November 2014", "2014年11月"), label("today", "今日")))

# %%
first = {day: table.index[0] for day, table in ranked.items()}
newcomers = [node for node in shown["now"].index if node not in then]
share = {day: table["betweenness"].iloc[0] / table["betweenness"].sum() for day, table in ranked.items()}
say(
    f"In 2014 {names[first['then']]} came first, with {share['then']:.0%} of all vendors' betweenness; today {names[first['now']]} does, with {share['now']:.0%}. "
    f"Of today's ten, {len(newcomers)} did not exist then or had nothing to do with it: {', '.join(names[node] for node in newcomers) or 'none'}.",
    f"2014 年居首的是{names_zh[first['then']]}，占全部厂商中介中心性的 {share['then']:.0%}；今天是{names_zh[first['now']]}，占 {share['now']:.0%}。"
    f"今天的前十名中，有 {len(newcomers)} 个当时尚不存在或与此无关：{'、'.join(names_zh[node] for node in newcomers) or '无'}。",
)


# %%
def hosting(view: nx.MultiDiGraph) -> pd.Series:
    """Return for how many things each foundation or vendor is the host or owner."""
    held = [target for _, target, data in view.edges(data=True) if data["predicate"] in {"hosted_by", "owned_by"}]
    return pd.Series(held, dtype="object").value_counts()


hosts_then, hosts_now = hosting(then), hosting(now)
most_then, host = int(hosts_then.max()) if len(hosts_then) else 0, hosts_now.index[0]
host_name, founded = graph.nodes[host]["name"], str(graph.nodes[host]["since"])[:4]
assert founded > ARTICLE_DAY[:4], "the largest host of today is younger than the article"
say(
    f"The difference is hosting. The {host_name}, founded in {founded}, is host or owner of {hosts_now.iloc[0]} things in this catalogue; in 2014 nobody held more than {most_then}. "
    "**What firms once held together by making it, a foundation now holds together by hosting it.**",
    f"差别在于托管。{founded} 年成立的{graph.nodes[host]['name_zh']}在本目录中托管或拥有 {hosts_now.iloc[0]} 个项目；2014 年没有任何机构超过 {most_then} 个。"
    "**过去靠几家公司“制造”来维系，如今靠一个基金会“托管”来维系。**",
)

# %% [markdown]
# ## Why they matter · 为什么重要

# %%
render_table(
    importance(now, kinds=KEEPERS, top=8)[["name", "degree", "betweenness", "effective_size", "why_en", "why_zh"]],
    graph,
)

# %% [markdown]
# ## What if Docker, Inc. went away? · 如果 Docker 公司消失？

# %%
EFFECTS = {"goes": "随之消失", "depends": "依赖于它", "last living": "失去最后成员的类别", "cut off": "与其余断开"}
hit = removal(graph, node="docker-inc")
counts = hit.groupby("effect", sort=False).size()
lost = hit[hit["effect"] == "last living"]
say(
    "If Docker, Inc. went away: "
    + ", ".join(f"{effect}: {count}" for effect, count in counts.items())
    + f". Categories left without a living member: {', '.join(lost['name']) or 'none'}.",
    "如果 Docker 公司消失："
    + "，".join(f"{EFFECTS[effect]} {count}" for effect, count in counts.items())
    + f"。失去最后一个仍在成员的类别：{'、'.join(lost['name_zh']) or '无'}。",
)
render_table(
    hit[hit["effect"] != "goes"][["effect", "distance", "sentence_en", "sentence_zh", "references"]].head(12), graph
)

# %%
articulation_points(now).head(8)[["name", "name_zh", "kind", "pieces", "cut_off"]]

# %% [markdown]
# ## Attack and accident · 攻击与意外
#
# How large is the largest connected piece when nodes go, the most important first, or at random? (Albert, Jeong and Barabási, 2000)
# 若节点陆续消失（先去最重要者，或随机），最大连通部分还剩多大？


# %%
def shrinking(order: list, steps: int = 121) -> list[float]:
    """Return the share of nodes in the largest piece after removing the first 0, 1, 2 ... of an order."""
    simple, sizes = nx.Graph(now.to_undirected()), []
    whole = len(simple)
    for node in order[:steps]:
        sizes.append(max(map(len, nx.connected_components(simple))) / whole)
        simple.remove_node(node)
    return sizes


attack = shrinking(list(betweenness(now).index))
rounds = [shrinking(list(np.random.default_rng(seed).permutation(list(now)))) for seed in range(20)]
accident = np.mean(rounds, axis=0)
chart = axes(
    ("Largest connected piece", "最大连通部分"), ("nodes removed", "移除节点数"), ("share of nodes", "节点比例")
)
chart.plot(attack, color=COLOURS[1], label=label("most important first", "先去最重要者"))
chart.plot(accident, color=GREY, label=label("at random (mean of 20)", "随机（20 次平均）"))
chart.set_ylim(0, 1)
_ = chart.legend(frameon=False)

# %%
gone = len(attack) - 1
hubs = pd.Series([now.nodes[node].get("kind") for node in betweenness(now).index[:gone]]).value_counts()
lifeless = int(
    hubs.reindex(["concept", "practice", "language", "licence", "standard", "protocol", "format", "document", "event"])
    .fillna(0)
    .sum()
)
assert attack[gone] < accident[gone]
say(
    f"After {gone} losses at random {accident[gone]:.0%} of the nodes are still connected; after {gone} losses of the most important, {attack[gone]:.0%}. "
    f"Like most real networks, this one shrugs off accidents and is hurt by the loss of its hubs. But {lifeless} of those {gone} hubs are ideas, licences, languages, standards "
    "or documents, which cannot go bankrupt.",
    f"随机失去 {gone} 个节点后仍有 {accident[gone]:.0%} 的节点相连；失去最重要的 {gone} 个后只剩 {attack[gone]:.0%}。"
    f"与多数真实网络一样，它不怕意外，只怕失去枢纽。但这 {gone} 个枢纽中有 {lifeless} 个是理念、许可证、编程语言、标准或文献，不会破产。",
)

# %% [markdown]
# ## Do things cluster as editors see them? · 聚类与编者的分类一致吗？
#
# Communities are found without the editors' `belongs_to` and `broader` (otherwise the comparison would be circular).
# 社群发现时去掉了编者的归类关系，否则就是循环论证。

# %%
agreement = community_agreement(graph)
agreement

# %%
nmi, ari = agreement.loc["category", ["nmi", "ari"]]
say(
    f"Normalised mutual information {nmi:.2f}, adjusted Rand index {ari:.2f}: {'fair' if ari > 0.3 else 'weak'} agreement. What vendors, languages and licences "
    "join is not what editors file together: a landscape by category shows the shelf, not the web.",
    f"归一化互信息 {nmi:.2f}，调整兰德指数 {ari:.2f}：一致性{'尚可' if ari > 0.3 else '很弱'}。厂商、语言与许可证连起来的，并不是编者归在一起的：按类别排的全景图展示的是货架，不是网络。",
)
render_table(
    brokers(graph).head(8)[["name", "name_zh", "kind", "participation", "communities", "between_en", "between_zh"]],
    graph,
)

# %% [markdown]
# ## Honest limits · 局限
#
# - The catalogue grew from an article on Docker: it looks at the world from there, and Docker, Inc. is central by construction, in both years.
#   目录源于一篇介绍 Docker 的文章，视角由此而来；Docker 公司在两个年份都天然居中。
# - Relations without dates count in both years, so the change is understated. 没有日期的关系两年都计入，因此变化被低估。
# - Betweenness of a curated graph measures what was written down. 对人工整理的图谱而言，中介中心性衡量的是记录下来的内容。

# %%
degree(now).groupby("kind")["degree"].agg(["count", "mean", "max"]).sort_values("mean", ascending=False).round(1)
