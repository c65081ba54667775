/** A small map for the tests: Fig, its successor, their vendor, two concepts, and a plan. */

import { Model } from "../src/model.js";

const label = (en, zh = en) => ({ en, zh });
const predicate = (id, family, en, zh, inverse, inverseZh, symmetric = false) => ({
  id,
  family,
  symmetric,
  label: label(en, zh),
  inverse: label(inverse, inverseZh),
});

export const payload = () => ({
  map: {
    id: "small",
    title: label("Small", "小图"),
    question: label("What?", "什么？"),
    view: "mindmap",
    asOf: null,
    today: "2026-11-23",
  },
  kinds: [
    {
      id: "tool",
      label: label("tool", "工具"),
      plural: label("Tools", "工具"),
      colour: "#2f6fde",
      shape: "dot",
      freshMonths: 24,
    },
    {
      id: "vendor",
      label: label("vendor", "厂商"),
      plural: label("Vendors", "厂商"),
      colour: "#c2570c",
      shape: "diamond",
    },
    {
      id: "concept",
      label: label("concept", "概念"),
      plural: label("Concepts", "概念"),
      colour: "#3d4b5f",
      shape: "box",
    },
  ],
  predicates: [
    predicate("belongs_to", "category", "belongs to", "属于", "contains", "包含"),
    predicate("succeeded_by", "lineage", "was succeeded by", "后继为", "succeeds", "取代了"),
    predicate("acquired_by", "lineage", "was acquired by", "被……收购", "acquired", "收购了"),
    predicate("made_by", "people", "was made by", "由……创建", "made", "创建了"),
    predicate("supports", "use", "supports", "支持使用", "is supported by", "受……支持"),
  ],
  events: [{ id: "retired", label: label("retired", "退役"), ends: true }],
  measures: [{ id: "stars", label: label("stars", "星标") }],
  references: [
    {
      id: "blog",
      title: "Announcing Compose",
      publisher: "Docker",
      url: "https://example.org/",
      date: "2015-02-26",
      language: "en",
    },
    { id: "article-2014", title: "漫谈", date: "2014-11-04", language: "zh" },
  ],
  categories: [
    { label: label("Small", "小图"), parent: -1, node: -1, side: 1, colour: "#555555" },
    { label: label("Multi-container", "多容器"), parent: 0, node: 4, side: 1, colour: "#2f6fde" },
    { label: label("Vendors", "厂商"), parent: 0, node: -1, side: -1, colour: "#c2570c" },
  ],
  facets: [
    {
      id: "licence",
      label: label("Licence", "许可证"),
      values: [label("Apache-2.0"), label("MIT")],
      of: { 0: [0], 1: [0, 1] },
    },
  ],
  nodes: {
    id: ["fig", "docker-compose", "orchard", "docker-inc", "multi-container", "kubernetes"],
    kind: [0, 0, 1, 1, 2, 0],
    name: ["Fig", "Docker Compose", "Orchard", "Docker, Inc.", "Multi-container", "Kubernetes"],
    zh: { 4: "多容器", 5: "库伯内特斯" },
    summary: { 0: "Runs several containers." },
    summaryZh: { 0: "运行多个容器。" },
    since: { 0: "2013-12", 1: "2014-10-16", 5: "2014-06-07" },
    until: { 0: "2015-02-25" },
    sign: { 0: "2015-02", 1: "2016-02-29" },
    x: [0, 1, 2, 3, 4, 5],
    y: [0, 1, 2, 3, 4, 5],
    importance: [300, 800, 100, 700, 500, 900],
    category: [1, 1, 2, 2, 1, 1],
    pinyin: { 4: "duo'rong'qi", 5: "ku'bo'nei'tai'si" },
    rivals: { 0: [5], 1: [[5, 4]] },
    more: {
      0: {
        former: [["Figgy", "2014", [[0, ""]]]],
        milestones: [["retired", "2015-02-25", "stated", [[0, ""]], null, null]],
      },
      1: { aliases: ["compose"] },
      5: { aliases: ["k8s"] },
    },
  },
  edges: {
    // fig belongs_to, succeeded_by; compose belongs_to, made_by; orchard acquired_by; kubernetes belongs_to, supports
    source: [0, 0, 1, 0, 1, 3, 0],
    target: [4, 1, 4, 3, 3, 4, 1],
    predicate: [0, 1, 0, 3, 2, 0, 4],
    since: { 1: "2015-02-25", 4: "2014-07" },
    until: {},
    modality: { 6: "forecast" },
    refs: { 1: [[0, "first paragraph"]], 4: [[1, "5.1.2"]] },
    note: { 6: ["The author hopes so.", "作者希望如此。"] },
  },
  story: [
    { caption: label("Fig begins", "Fig 开始"), state: { selected: ["fig"], date: "2014-01" } },
    { caption: label("Fig ends", "Fig 结束"), state: { view: "timeline", selected: ["fig", "docker-compose"] } },
  ],
});

export const model = () => new Model(payload());

/** The numbers of nodes by their ids. */
export const nodes = (map, ...ids) => ids.map((id) => map.index.get(id));
