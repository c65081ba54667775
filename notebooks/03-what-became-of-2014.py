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
# # 3. What became of 2014? · 2014 年的那些名字后来怎样了？
#
# The article names tools, services and operating systems. How many live today, who outlived whom, and is there a pattern?
#
# 文章点名的工具、服务与操作系统，如今还有多少健在？谁比谁长寿？有规律吗？

# %%
import networkx as nx
import pandas as pd
from charts import COLOURS, GREY, axes, chance, label, say, survival_curves

import ecosystem
from ecosystem.analysis import entries_and_exits, fate, half_life, lifetimes, survival
from ecosystem.analysis.wording import date_in_words
from ecosystem.render import render_table

graph = ecosystem.load("docker")
ARTICLE, DAY = "article-2014", "2014-11-04"

# %% [markdown]
# ## The cohort · 考察对象
#
# Everything that the article names, that can live and die, and that lived on its day; the clock starts on that day for all (so that the years before do not count as merit).
# Parts of other things (Flynn's layers) are left out: they are counted with their whole.
# 文章点名、有生有灭、且当日仍在的事物；时钟统一从那一天开始，此前的岁月不算功劳。组成部分（如 Flynn 的两层）随整体计，不单列。

# %%
PRODUCTS = {"tool", "service", "operating_system"}
kind = dict(graph.nodes(data="kind"))
parts = {
    a for a, b, data in graph.edges(data=True) if data["predicate"] == "part_of" and {kind[a], kind[b]} <= PRODUCTS
}
wholes = nx.subgraph_view(graph, filter_node=lambda node: node not in parts)
cohort = lifetimes(wholes, named_in=ARTICLE, start=DAY)
ended = cohort[cohort["ended"]].sort_values("years")
summary = half_life(wholes, named_in=ARTICLE, start=DAY).loc["all"]
assert len(cohort) == summary["things"] and len(ended) == summary["ended"]
say(
    f"**{len(cohort)} things; {len(ended)} of them have ended, {summary['share_alive']:.0%} are alive.** The first to go was {ended.iloc[0]['name']}, "
    f"after {ended.iloc[0]['years'] * 12:.0f} months; the last so far {ended.iloc[-1]['name']}, after {ended.iloc[-1]['years']:.1f} years.",
    f"**共 {len(cohort)} 个，其中 {len(ended)} 个已终止，{summary['share_alive']:.0%} 仍在。** 最先离开的是 {ended.iloc[0]['name_zh']}，"
    f"{ended.iloc[0]['years'] * 12:.0f} 个月后；迄今最晚的是 {ended.iloc[-1]['name_zh']}，{ended.iloc[-1]['years']:.1f} 年后。",
)

# %%
ordered = cohort.sort_values(["ended", "years"], ascending=[False, True])
chart = axes(
    ("Who lived how long after November 2014", "2014年11月之后各自又存在了多久"),
    x=("years", "年"),
    height=0.19 * len(ordered) + 1.2,
)
chart.barh(
    range(len(ordered)), ordered["years"], color=[COLOURS[1] if over else COLOURS[0] for over in ordered["ended"]]
)
chart.set_yticks(range(len(ordered)), ordered["name"], fontsize=7)
chart.invert_yaxis()
chart.plot([], [], color=COLOURS[1], linewidth=6, label=label("ended", "已终止"))
chart.plot([], [], color=COLOURS[0], linewidth=6, label=label("alive", "仍在"))
_ = chart.legend(frameon=False, loc="upper right")

# %% [markdown]
# ## The survival curve · 生存曲线

# %%
curve = survival(wholes, named_in=ARTICLE, start=DAY)
chart = axes(
    ("Chance to be alive after the article", "文章发表后仍然存在的概率"),
    ("years after November 2014", "2014年11月之后的年数"),
    ("share alive", "仍在的比例"),
)
survival_curves(curve, chart, {"all": ("named in the article", "文章点名者")})

# %%
half = summary["half_life"]
reached = half != float("inf")
span = curve.index.get_level_values("years").max()
say(
    f"Kaplan-Meier: {summary['five_years']:.0%} lived longer than five years (95 % interval {summary['lower']:.0%} to {summary['upper']:.0%}). "
    + (
        f"Half were gone after {half:.1f} years."
        if reached
        else f"**The half-life has not been reached: after {span:.0f} years more than half are still there.**"
    ),
    f"Kaplan-Meier 估计：{summary['five_years']:.0%} 活过五年（95 % 区间 {summary['lower']:.0%} 至 {summary['upper']:.0%}）。"
    + (f"{half:.1f} 年后消失一半。" if reached else f"**半衰期尚未到来：{span:.0f} 年后仍有一半以上健在。**"),
)

# %% [markdown]
# ## Old and young · 老与新
#
# Were things that existed before Docker safer than those that grew around it? 早于 Docker 就存在的事物，是否比围绕它成长起来的更安全？

# %%
docker_began = str(graph.nodes["docker"]["since"])
known = cohort[cohort["begin"].notna()]
before = known["begin"].astype(str) < docker_began
table = pd.DataFrame(
    {
        "things": [int(before.sum()), int((~before).sum())],
        "ended": [int(known[before]["ended"].sum()), int(known[~before]["ended"].sum())],
    },
    index=["older than Docker", "younger than Docker"],
)
table["share ended"] = table["ended"] / table["things"]
began = date_in_words(docker_began)
say(f"Docker began on {began.en}.", f"Docker 始于{began.zh}。")
table

# %%
AGE = {"older": ("older than Docker", "早于 Docker"), "younger": ("younger than Docker", "晚于 Docker")}
chart = axes(
    ("Chance to be alive after the article, old and young", "文章发表后仍然存在的概率：老与新"),
    ("years after November 2014", "2014年11月之后的年数"),
    ("share alive", "仍在的比例"),
)
of_age = {
    age: survival(wholes.subgraph(known[chosen].index), start=DAY)
    for age, chosen in (("older", before), ("younger", ~before))
}
survival_curves(
    pd.concat([curve.droplevel("group") for curve in of_age.values()], keys=of_age, names=["group"]), chart, AGE
)

# %%
from lifelines.statistics import logrank_test

test = logrank_test(known[before]["years"], known[~before]["years"], known[before]["ended"], known[~before]["ended"])
old, young = table["share ended"]
clear = test.p_value < 0.05
say(
    f"Of what was older than Docker {old:.0%} has ended, of what was younger {young:.0%} (log-rank test: {chance(test.p_value)}). "
    + (
        "**What grew around Docker died more often than what Docker found there.** "
        if clear and young > old
        else "With so few things that is no clear difference. "
    )
    + "An association, not a cause: the two groups differ in much else.",
    f"早于 Docker 者 {old:.0%} 已终止，晚于 Docker 者 {young:.0%}（对数秩检验 {chance(test.p_value)}）。"
    + (
        "**围绕 Docker 生长起来的，比 Docker 之前就有的更易消亡。** "
        if clear and young > old
        else "样本太少，差别不明确。"
    )
    + "这是相关，不是因果：两组在许多方面都不同。",
)

# %% [markdown]
# ## By who stands behind it · 按背后的主体
#
# The article's things are too few to divide further. So here is everything in the catalogue whose start is known, each on its own clock, from its beginning.
# 文章点名者太少，不宜再分。这里改看目录中起始日期已知的全部事物，各自从诞生之日算起。

# %%
by_maker = half_life(wholes, by="maker")
by_maker.round(2)

# %%
by_openness = half_life(wholes, by="openness")
by_openness.round(2)

# %%
NAMES = {
    "vendor": ("a vendor", "厂商"),
    "organisation": ("a foundation or community", "基金会与社区"),
    "person": ("a person", "个人"),
    "unknown": ("nobody known", "不详"),
}
groups = survival(wholes, by="maker")
enough = [group for group in groups.index.get_level_values("group").unique() if by_maker.loc[group, "things"] >= 20]
chart = axes(
    ("Survival by who stands behind it (today's keeper)", "按背后主体的生存曲线（以现今归属为准）"),
    ("years after the beginning", "诞生之后的年数"),
    ("share alive", "仍在的比例"),
)
survival_curves(groups[groups.index.get_level_values("group").isin(enough)], chart, NAMES)

# %%
from lifelines.statistics import multivariate_logrank_test

lives = lifetimes(wholes, by="maker")
lives = lives[lives["group"].isin(enough)]
test = multivariate_logrank_test(lives["years"], lives["group"], lives["ended"])


def after_five(group: str) -> tuple[str, str]:
    """Say what lived five years, with its interval; where nothing ended that early there is no interval."""
    row, (who, who_zh) = by_maker.loc[group], NAMES[group]
    if row["five_years"] == 1:
        count = f"{row['things']:.0f}"
        return (
            f"of what is kept by {who} nothing ended that early ({count} things)",
            f"归属为“{who_zh}”的 {count} 个无一终止",
        )
    share = f"{row['five_years']:.0%} ({row['lower']:.0%}–{row['upper']:.0%})"
    return f"of what is kept by {who} {share} lived", f"归属为“{who_zh}”者 {share} 仍在"


least, most = (by_maker.loc[enough, "five_years"].agg(one) for one in ("idxmin", "idxmax"))
(most_en, most_zh), (least_en, least_zh) = after_five(most), after_five(least)
differ = test.p_value < 0.05
say(
    f"Five years after the beginning, {most_en}; {least_en} (95 % intervals; log-rank test over all groups: {chance(test.p_value)}). "
    + ("**Who stands behind a thing goes with how long it lives.**" if differ else "That is no clear difference."),
    f"诞生五年后，{most_zh}；{least_zh}（95 % 区间；各组对数秩检验 {chance(test.p_value)}）。"
    + ("**谁站在背后，与能活多久有关。**" if differ else "差别不明确。"),
)

# %% [markdown]
# Beware of the arrow: a thing that thrives is given to a foundation, so "hosted by a foundation" is partly a *result* of survival.
# And of the sample: what died young and unknown was never catalogued, so every one of these curves is too high.
# 小心因果倒置：兴旺的项目才会被捐给基金会，所以“由基金会托管”部分是存活的结果。也要小心样本：早夭而无名者从未被收录，因此每条曲线都偏高。

# %% [markdown]
# ## How things end · 怎样终结
#
# Ending is not vanishing: some were succeeded, merged or bought. 终止不等于消失：有的有了后继，有的被并入，有的被收购。

# %%
fates = fate(graph).loc[cohort.index]
counts = fates[fates["status"] == "ended"]["fate"].value_counts()
with_successor = fates[(fates["status"] == "ended") & fates["successor"].notna()]
say(
    f"Of {len(ended)} that ended, {len(with_successor)} have a successor that the catalogue knows. Fates: "
    + ", ".join(f"{name} {count}" for name, count in counts.items())
    + ".",
    f"{len(ended)} 个终止者中，{len(with_successor)} 个在目录里有后继。",
)
render_table(
    fates[fates["status"] == "ended"][["until", "sentence_en", "sentence_zh", "references"]].sort_values("until"), graph
)

# %% [markdown]
# ## Entry and exit in the whole catalogue · 全目录逐年进出

# %%
flow = entries_and_exits(graph).xs("all")
shown = flow.loc[2008:]
chart = axes(("Beginnings and ends by year", "逐年出现与终止"), y=("count", "数量"))
chart.bar(shown.index, shown["entered"], color=COLOURS[0], label=label("began", "出现"))
chart.bar(shown.index, -shown["ended"], color=COLOURS[1], label=label("ended", "终止"))
chart.axhline(0, color=GREY, linewidth=0.8)
chart.set_xticks(range(int(shown.index.min()), int(shown.index.max()) + 1, 2))
_ = chart.legend(frameon=False)

# %%
peak = flow["entered"].idxmax()
peaks = [str(year) for year, count in flow["entered"].items() if count == flow["entered"].max()]
turn = [year for year, balance in flow["balance"].items() if balance < 0 and year > peak]
say(
    f"In no year did more of what the catalogue knows begin than in {' and '.join(peaks)} ({flow['entered'].max()} things{' each' if len(peaks) > 1 else ''}). "
    + (
        f"{turn[0]} was the first year after that with more ends than beginnings. (Recent years are young: what began lately is not yet known well enough to be in a catalogue.)"
        if turn
        else "No year yet had more ends than beginnings."
    ),
    f"目录所知的事物在 {'、'.join(peaks)} 年出现最多（{'各 ' if len(peaks) > 1 else ''}{flow['entered'].max()} 个）。"
    + (
        f"此后终止首次多于出现是在 {turn[0]} 年。（近年数字偏低：新近出现者知名度不足，尚未收录。）"
        if turn
        else "还没有哪一年终止多于出现。"
    ),
)

# %% [markdown]
# ## Is the article special? · 这篇文章特殊吗？
#
# Compare with everything else in the catalogue that was alive on that day. 与目录中当日仍在的其余事物相比。

# %%
everything = lifetimes(wholes, start=DAY)
rest = everything.drop(cohort.index, errors="ignore")
test = logrank_test(cohort["years"], rest["years"], cohort["ended"], rest["ended"])
say(
    f"Named in the article: {cohort['ended'].mean():.0%} ended. Alive then but not named: {rest['ended'].mean():.0%} of {len(rest)} ({chance(test.p_value)}). "
    "The second group has survivorship bias: much of it was catalogued because it is known today.",
    f"文章点名者 {cohort['ended'].mean():.0%} 已终止；当时存在但未点名者 {len(rest)} 个中 {rest['ended'].mean():.0%} 已终止（{chance(test.p_value)}）。"
    "后者有幸存者偏差：不少是因为今天仍为人所知才被收录。",
)

# %% [markdown]
# ## Honest limits · 局限
#
# - An end counts only where a source says so; what has been silent for long is dormant and counts as living here, so survival is overstated.
#   只有来源明言才算终止；久无动静者属沉寂，在这里仍算存续，因此存活率偏高。
# - The cohort is small; intervals are wide; groups of fewer than twenty are not drawn. 样本小、区间宽；不足二十个的组不画。
# - What a writer names in a year is no random sample: it is what was exciting. 作者当年点名的并非随机样本，而是当时令人兴奋的东西。
