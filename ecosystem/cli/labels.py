"""What the columns of answers are called in Chinese; in English they are called what they are called in Python."""

from __future__ import annotations

from ecosystem.errors import language

_LANGUAGES = ("_en", "_zh")
_ZH = {
    "node": "节点", "name": "名称", "kind": "种类", "status": "状态", "since": "起始", "until": "终止", "summary": "简介",
    "references": "来源", "score": "得分", "rank": "排名", "rank_in_kind": "同类排名", "why": "缘由", "reasons": "理由", "reason": "理由",
    "sentence": "陈述", "note": "备注", "label": "说明", "value": "值", "fact": "事实", "modality": "情态",
    "source": "起点", "predicate": "关系", "target": "终点", "direction": "方向", "neighbour": "邻居",
    "source_name": "起点名称", "target_name": "终点名称", "matched": "匹配", "matched_by": "匹配依据", "field": "字段",
    "degree": "度", "in_degree": "入度", "out_degree": "出度", "centrality": "度中心性", "pagerank": "PageRank",
    "betweenness": "介数", "eigenvector": "特征向量中心性", "hub": "枢纽", "authority": "权威", "core": "核数",
    "constraint": "约束", "effective_size": "有效规模", "efficiency": "效率", "community": "社群",
    "communities": "社群", "size": "规模", "modularity": "模块度", "level": "层级", "nmi": "NMI", "ari": "ARI",
    "participation": "参与系数", "between": "所连接者", "neighbours": "邻居数", "category": "类别", "branch": "领域",
    "depth": "深度", "categories": "类别", "licences": "许可证", "languages": "语言", "hosts": "托管方", "makers": "创建者",
    "kept_by": "归属", "implements": "实现", "runs_on": "运行于", "built_on": "构建于", "integrates_with": "集成",
    "openness": "开放性", "dependents": "依赖者", "relations": "关系数", "job": "职能", "likeness": "相似度",
    "known": "知名度", "life": "存续", "named": "明言", "path": "路径", "step": "步", "cost": "代价", "fate": "结局",
    "date": "日期", "event": "事件", "successor": "后继", "owners": "归属", "begin": "起始", "end": "终止",
    "ended": "终止", "years": "年数", "group": "组", "at_risk": "在险数", "survival": "生存率", "lower": "下限",
    "upper": "上限", "half_life": "半衰期", "five_years": "五年生存率", "count": "数量", "share_alive": "仍在比例",
    "effect": "影响", "distance": "距离", "pieces": "断成块数", "cut_off": "断开数", "lock_in": "锁定度",
    "things": "产品数", "closed": "不开源比例", "unknown": "许可证未知比例", "without_rival": "无对手数",
    "across": "列", "observed": "实际", "expected": "期望", "residual": "残差", "spot": "类型", "members": "成员",
    "year": "年", "entered": "进入", "alive": "仍在", "balance": "净增", "similarity": "相似度", "shared": "共同邻居",
    "auc": "AUC", "precision": "精确率", "k": "k", "hidden": "隐藏数", "kept": "保留数", "baseline": "基线",
    "method": "方法", "cycle": "版本周期", "released": "发布", "support_until": "支持至", "security_until": "安全更新至",
    "latest": "最新版本", "support": "支持状态", "section": "部分", "key": "键", "nodes": "节点数", "change": "变化",
    "on_map": "在图上", "ours": "图上节点", "image": "镜像", "product": "产品", "decision": "决定", "instead": "替代",
    "other": "另一方", "seen": "查证日",
}  # fmt: skip


def base_of(column: str) -> str:
    """Return a column's name without the language that it is in."""
    return column[:-3] if column.endswith(_LANGUAGES) else column


def has_label(column: str) -> bool:
    """Return whether a column has a Chinese label."""
    return base_of(column).removesuffix("_rank") in _ZH


def label_of(column: str) -> str:
    """Return what a column is called in the user's language: a ranking after what is ranked."""
    base = base_of(column)
    if language() != "zh":
        return base
    if base not in _ZH and base.endswith("_rank"):
        return f"{_ZH.get(base.removesuffix('_rank'), base.removesuffix('_rank'))}排名"
    return _ZH.get(base, base)
