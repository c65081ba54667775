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
# # 6. From a compose file to a decision · 从 compose 文件到决策
#
# A platform engineer inherits a compose file of some years ago. What is in it, what of it has ended, what does everything rest on, and what should replace it?
#
# 平台工程师接手了一份几年前的 compose 文件。里面有什么、哪些已终止、一切依赖着什么、该换成什么？

# %%
import tempfile
from pathlib import Path

import pandas as pd
from charts import COLOURS, axes, say

from ecosystem.analysis import alternatives, fate, removal, stack
from ecosystem.analysis.life import reference_day
from ecosystem.exchange import read_graph_with_problems
from ecosystem.maps.gallery import neighbourhood
from ecosystem.render import MapView, render_table

# %%
COMPOSE = """\
services:
  proxy:
    image: traefik:v2.10
    depends_on: [shop]
  shop:
    image: registry.example.org/team/shop:${TAG:-1.4}
    depends_on: [store, cache, queue]
  store:
    image: postgres:13
  cache:
    image: redis:6
  queue:
    image: rabbitmq:3
  search:
    image: elasticsearch:7.17.9
  metrics:
    image: prom/prometheus:v2.45.0
  dashboards:
    image: grafana/grafana:9.5.2
    depends_on: [metrics]
  updates:
    image: containrrr/watchtower
  base:
    image: centos:7
"""
path = Path(tempfile.mkdtemp()) / "compose.yaml"
path.write_text(COMPOSE, encoding="utf-8")
graph, problems = read_graph_with_problems(path)
workloads = [node for node, kind in graph.nodes(data="kind") if kind == "workload"]
say(
    f"{len(workloads)} services, put on the map of {len(graph):,} nodes by the images that they run.",
    f"{len(workloads)} 个服务，凭所用镜像放到了 {len(graph):,} 个节点的图谱上。",
)
for problem in problems:
    say(f"- line {problem.line}: {problem.message.en}", f"- 第 {problem.line} 行：{problem.message.zh}")

# %% [markdown]
# ## What each service rests on · 每个服务立足于什么

# %%
judged = stack(graph)
products = fate(graph).loc[list(dict.fromkeys(judged["product"].dropna()))]
known = [node for node in products.index if graph.nodes[node].get("summary_en")]
render_table(
    products.loc[known, ["name", "kind", "since", "until", "status", "sentence_en", "sentence_zh", "references"]], graph
)

# %%
ended = products[products["status"] == "ended"]
assert set(ended.index) <= set(known)
say(
    f"**Of the {len(known)} that the catalogue knows, {len(ended)} have ended**: "
    + (" ".join(ended["sentence_en"]) or "none."),
    f"**目录认识的 {len(known)} 个中，有 {len(ended)} 个已终止**：" + ("".join(ended["sentence_zh"]) or "无。"),
)

# %% [markdown]
# ## Support that has run out · 已过支持期的版本
#
# The catalogue holds release cycles with the end of security support. The tag in the compose file says which cycle runs.
# 目录记录了各版本周期的安全支持终止日；compose 文件里的标签说明用的是哪个周期。

# %%
cycles = judged[judged["cycle"].notna()]
render_table(cycles[["name", "image", "product", "cycle", "support", "security_until", "references"]], graph)

# %%
today = reference_day(graph).isoformat()
over = cycles[cycles["support"] == "over"]
versions = [f"{row['product']} {row['cycle']}" for _, row in over.iterrows()]
say(
    f"{len(over)} of {len(cycles)} services whose cycle is known run without security support on {today}: "
    + (", ".join(versions) or "none")
    + ". **A product that lives can be run in a version that is dead.**",
    f"版本周期已知的 {len(cycles)} 个服务中，有 {len(over)} 个在 {today} 已无安全支持："
    + ("、".join(versions) or "无")
    + "。**产品活着，用的版本可能早已死去。**",
)

# %% [markdown]
# ## What else could do it? · 换成什么？

# %%
needs = list(ended.index) or list(products.index[:1])
for node in needs:
    found = alternatives(graph, node=node, top=4, alive=True)
    reasons = [f"- {row['name']}: {row['reasons_en']}" for _, row in found.iterrows()]
    reasons_zh = [f"- {row['name_zh']}：{row['reasons_zh']}" for _, row in found.iterrows()]
    say(
        f"**Instead of {graph.nodes[node]['name']}**\n\n" + ("\n".join(reasons) or "- nothing alive in its category"),
        f"**替代 {graph.nodes[node]['name_zh']}**\n\n" + ("\n".join(reasons_zh) or "- 同类中没有仍在者"),
    )

# %% [markdown]
# ## What if one goes away? · 若其中之一消失？

# %%
hits = {}
for node in products.index:
    effects = removal(graph, node=node).reset_index()
    mine = effects[(effects["effect"] == "depends") & effects["node"].isin(workloads)]
    hits[products.loc[node, "name"]] = len(mine)
hit = pd.Series(hits).sort_values()
chart = axes(
    ("Own services hit, directly or through others", "受影响的自有服务数（直接或间接）"),
    x=("services", "服务数"),
    height=3.6,
)
chart.barh(
    hit.index,
    hit.to_numpy(),
    color=[
        COLOURS[1] if products.set_index("name").loc[name, "status"] == "ended" else COLOURS[0] for name in hit.index
    ],
)
_ = chart.set_xlim(0, max(hit.max(), 1) + 0.5)

# %%
worst = list(hit[hit == hit.max()].index)
ended_names = set(ended["name"])
say(
    f"Most rests on {', '.join(worst)}: {hit.max()} of {len(workloads)} services each. "
    + (
        "**None of these has ended: what hurts most if it goes is not what is old.**"
        if not ended_names & set(worst)
        else f"Of these, ended: {', '.join(sorted(ended_names & set(worst)))}."
    ),
    f"依赖最多的是{'、'.join(worst)}：各有 {len(workloads)} 个服务中的 {hit.max()} 个。"
    + (
        "**其中没有一个已终止：失去后最痛的，并不是最老的。**"
        if not ended_names & set(worst)
        else f"其中已终止：{'、'.join(sorted(ended_names & set(worst)))}。"
    ),
)

# %% [markdown]
# ## The decision, as a table · 决策表
#
# The same on the command line: `ecosystem stack compose.yaml`. Nothing is called safe that was not looked at: an image that the catalogue does not know, or a
# tag whose cycle it does not know, is to be looked at by hand.
# 命令行中同样可得：`ecosystem stack compose.yaml`。没有查过的不算安全：目录不认识的镜像、不知道周期的标签，须人工核查。

# %%
render_table(judged[["name", "product", "cycle", "decision", "reason_en", "reason_zh", "instead", "references"]], graph)

# %%
DECISIONS = {"replace": "替换", "upgrade": "升级", "look": "人工核查", "keep": "保留"}
counts = judged["decision"].value_counts()
assert counts.sum() == len(workloads)
say(
    "In short: " + ", ".join(f"{action} {counts.get(action, 0)}" for action in DECISIONS) + ".",
    "一句话：" + "，".join(f"{zh} {counts.get(action, 0)}" for action, zh in DECISIONS.items()) + "。",
)

# %% [markdown]
# ## My stack on the map · 我的技术栈

# %%
MapView(graph, spec=neighbourhood(workloads[1], depth=2), height=480)

# %% [markdown]
# ## Honest limits · 局限
#
# - The first alternative is a place to start reading, not a purchase order; data must move too. 首选替代是调研的起点，不是采购单；数据也得迁移。
# - An image that the catalogue does not know cannot be judged; it is reported, not guessed. 目录不认识的镜像无从判断；会如实报告，不作猜测。
# - Support dates are the vendor's for the community edition; your contract may say otherwise. 支持日期以社区版为准，合同可能另有规定。
