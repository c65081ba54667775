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
# # 5. A landscape of your own · 你自己的全景图
#
# A file in the form of the CNCF landscape becomes a graph with one line, and every question works on it: here a small platform team's own list of tools.
#
# 一个 CNCF 全景图格式的文件，一行代码即成图谱，所有问题照样可问。这里用一个平台小组自己的工具清单。

# %%
import tempfile
from pathlib import Path

from charts import axes, label, matrix, say

import ecosystem
from ecosystem.analysis import alternatives, change_counts, changes, coverage, fate, overlap, profile, release_notes
from ecosystem.exchange import read_graph, read_graph_with_problems
from ecosystem.render import MapView, render_table

folder = Path(tempfile.mkdtemp())

# %% [markdown]
# ## The file · 文件
#
# Written by hand, with the two kinds of slip that such files have: a key that is misspelt and an entry that stands twice.
# 手写而成，带着此类文件常见的两种疏漏：拼错的键与重复的条目。

# %%
LANDSCAPE = """\
landscape:
  - name: Delivery
    subcategories:
      - name: Build
        items:
          - {name: BuildKit, homepage_url: "https://github.com/moby/buildkit", repo_url: "https://github.com/moby/buildkit", organization: {name: docker}}
          - {name: Buildah, homepage_url: "https://buildah.io", repo_url: "https://github.com/containers/buildah", organization: {name: red-hat}}
          - {name: Kaniko, homepage_url: "https://github.com/GoogleContainerTools/kaniko", repo_url: "https://github.com/GoogleContainerTools/kaniko", project: archived, organization: {name: google}}
      - name: Pipelines
        items:
          - {name: Jenkins, homepage_url: "https://www.jenkins.io", repo_url: "https://github.com/jenkinsci/jenkins"}
          - {name: Drone, homepage_url: "https://www.drone.io", repo_url: "https://github.com/harness/drone"}
          - {name: Jenkins, homepage_url: "https://www.jenkins.io", descriptoin: the old server}
  - name: Run
    subcategories:
      - name: Engines
        items:
          - {name: Docker, homepage_url: "https://www.docker.com", repo_url: "https://github.com/moby/moby", organization: {name: docker}}
          - {name: Podman, homepage_url: "https://podman.io", repo_url: "https://github.com/containers/podman", organization: {name: red-hat}}
      - name: Orchestration
        items:
          - {name: Kubernetes, homepage_url: "https://kubernetes.io", repo_url: "https://github.com/kubernetes/kubernetes", project: graduated, extra: {accepted: "2016-03-10", graduated: "2018-03-06"}}
          - {name: Payroll Scheduler, homepage_url: "https://example.org/payroll"}
  - name: Watch
    subcategories:
      - name: Metrics
        items:
          - {name: Prometheus, homepage_url: "https://prometheus.io", repo_url: "https://github.com/prometheus/prometheus", project: graduated}
          - {name: Grafana, homepage_url: "https://grafana.com", repo_url: "https://github.com/grafana/grafana", organization: {name: grafana-labs}}
"""
(folder / "landscape.yml").write_text(LANDSCAPE, encoding="utf-8")
mine, problems = read_graph_with_problems(folder / "landscape.yml")
print(mine)

# %% [markdown]
# ## Every defect at once · 一次列出全部缺陷

# %%
for problem in problems:
    say(
        f"line {problem.line}: {problem.message.en} → {problem.remedy.en}",
        f"第 {problem.line} 行：{problem.message.zh} → {problem.remedy.zh}",
    )
assert problems, "the slips in the file are found"

# %% [markdown]
# ## Every question works · 所有问题都能问

# %%
profile(mine).loc[["whole", "structure", "kind", "status"]]

# %%
table = coverage(mine)
rows = [
    label(mine.nodes[node]["name"], mine.nodes[node].get("name_zh") or mine.nodes[node]["name"]) for node in table.index
]
chart = axes(("My landscape: categories by organisations", "我的全景图：类别与组织"), width=6.5, height=3.6)
matrix(table, chart, rows, [mine.nodes[node]["name"] for node in table.columns])

# %%
render_table(alternatives(mine, node="Kaniko", top=3)[["name", "score", "status", "reasons_en", "reasons_zh"]], mine)

# %% [markdown]
# ## What does the Docker catalogue know of my list? · 我的清单，Docker 目录知道多少？

# %%
graph = ecosystem.load("docker")
shared = overlap(graph, other=mine)
tools = shared[shared["kind"] == "tool"]
found = tools[tools["on_map"]]
say(
    f"{len(found)} of my {len(tools)} entries are on the map; not: {', '.join(tools[~tools['on_map']]['name']) or 'none'}.",
    f"我的 {len(tools)} 个条目中有 {len(found)} 个已在图上；不在的：{'、'.join(tools[~tools['on_map']]['name']) or '无'}。",
)
render_table(shared[["name", "section", "on_map", "matched_by", "ours"]], mine)

# %% [markdown]
# The surprise is in what the catalogue adds to a list: life. 清单只有名字，目录补上了生死。

# %%
lives = fate(graph).loc[list(dict.fromkeys(found["ours"]))]
over = lives[(lives["status"] == "ended") | lives["successor"].notna()]
assert len(over) > LANDSCAPE.count("project: archived") == 1, "the list hides at least one end"
say(
    f"Ended or succeeded, of the {len(lives)} different things that it knows: {', '.join(over['name'])}. The file itself says so of one only: `project: archived`.",
    f"它所知的 {len(lives)} 个不同事物中，已终止或已有后继者：{'、'.join(over['name_zh'])}。文件本身只注明了一个：`project: archived`。",
)
render_table(lives[["name", "since", "until", "status", "sentence_en", "sentence_zh", "references"]], graph)

# %% [markdown]
# ## A year later: what changed? · 一年之后：有何变化？

# %%
newer = (
    LANDSCAPE.replace("name: Drone,", "name: Woodpecker CI,")
    .replace("github.com/harness/drone", "github.com/woodpecker-ci/woodpecker")
    .replace("www.drone.io", "woodpecker-ci.org")
)
newer = newer.replace('          - {name: Payroll Scheduler, homepage_url: "https://example.org/payroll"}\n', "")
later = folder / "a-year-later" / "landscape.yml"
later.parent.mkdir()
later.write_text(newer, encoding="utf-8")
difference = changes(mine, other=read_graph(later))
change_counts(difference)

# %%
from IPython.display import Markdown

Markdown(release_notes(difference) + "\n" + release_notes(difference, language="zh"))

# %% [markdown]
# ## As a map · 画成地图

# %%
MapView(mine, height=480)

# %% [markdown]
# ## Honest limits · 局限
#
# - A landscape file says where things are filed, not how they hang together; the only relations are categories and organisations.
#   全景图文件只说明归类，不说明关联；关系仅有类别与组织。
# - Entries are matched by address, then by name; a shared name may be a coincidence. 先按地址、再按名称匹配；同名可能是巧合。
# - Of a dozen things no statistic is worth much; of the 2,000 and more in the real file, it is. 十几个条目的统计意义有限，真实文件有两千多个。
