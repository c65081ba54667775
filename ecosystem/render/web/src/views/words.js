/** The few words that pictures need of their own, in both languages. */

/** @type {Record<string, [string, string]>} */
const WORDS = {
  tree: ["Mind map: arrow keys walk, Enter opens and closes", "思维导图：方向键移动，回车展开或收起"],
  arcs: ["Cross-links", "交叉联系"],
  arcsHint: ["Show how the branches are connected", "显示各分支之间的联系"],
  openAll: ["Open all", "全部展开"],
  foldAll: ["Fold all", "全部收起"],
  name: ["name", "名称"],
  general: ["In general", "综合"],
  tools: ["Mind map tools", "思维导图工具"],
  colour: ["Colour of the nodes", "节点颜色"],
  "colour.kind": ["Colour: kind", "按类型着色"],
  "colour.branch": ["Colour: branch", "按分支着色"],
  "colour.answer": ["Colour: answer", "按答案着色"],
  nodes: ["{0} entries", "{0} 个条目"],
  links: ["{0} relations between {1} and {2}", "{1}与{2}之间有 {0} 条关系"],
  ended: ["ended {0}", "{0} 年终止"],
  dormant: ["dormant: no sign of life for long", "沉寂：久无动静"],
  endedUnknown: ["ended", "已终止"],
  forecast: ["forecast", "预测"],
  planned: ["planned", "计划"],
  advised: ["advised", "建议"],
  disputed: ["disputed", "存疑"],
  empty: ["Nothing matches. Clear a filter to see more.", "没有符合条件的条目。清除筛选可看到更多。"],
  network: [
    "Network: arrow keys go to neighbours, plus and minus zoom, shift and drag select",
    "关系网络：方向键移到相邻节点，加减号缩放，按住 Shift 拖动可框选",
  ],
  networkMissing: ["The network library could not be started.", "无法启动网络图组件。"],
  landscape: ["Landscape: arrow keys walk through the cards", "全景图：方向键在卡片间移动"],
  timeline: ["Timeline: up and down walk through the lifelines", "时间线：上下键在生命线间移动"],
  noDates: ["None of these has a date. The table shows them.", "这些条目都没有日期，可在表格中查看。"],
  undated: ["{0} shown, {1} without a date are not shown", "显示 {0} 条，另有 {1} 条无日期，未显示"],
  lifeline: ["existed", "存续"],
  openEnd: ["still there or end unknown", "至今存在或终止时间不详"],
  openStart: ["start unknown", "起始时间不详"],
  birth: ["start", "起始"],
  end: ["end", "终止"],
  point: ["event or publication", "事件或发表"],
  renamed: ["renamed", "更名"],
  acquired: ["acquired", "被收购"],
  milestone: ["milestone", "里程碑"],
  future: ["planned or forecast", "计划或预测"],
  lineage: ["succeeded, forked or merged", "继承、分叉或并入"],
  today: ["today", "今天"],
  maturity: ["Maturity", "成熟度"],
  count: ["{0} of {1}", "{0} / {1}"],
  new: ["new", "新增"],
  changed: ["changed", "有变化"],
  more: ["and {0} more", "另有 {0} 个"],
};

/** @param {string} lang @param {string} key @param {...(string | number)} values @returns {string} */
export function word(lang, key, ...values) {
  const text = (WORDS[key] ?? [key, key])[lang === "zh" ? 1 : 0];
  return text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ""));
}
