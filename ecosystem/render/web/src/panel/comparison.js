/** Two or three nodes side by side: what they are, and what each is related to in the same way; what they share is marked. */

import { formatDate, formatInterval } from "../dates.js";
import { h } from "../dom.js";
import { STATUS } from "../facets.js";
import { inLanguage } from "../i18n.js";
import { mark } from "../icons.js";
import { nodeLink } from "./relations.js";

/** @typedef {import("../app.js").App} App */

const MOST = 10;
/** Read backwards these say nothing of a product: what is in a category, what a paper tells of. */
const ONE_WAY = new Set(["category", "evidence"]);

/** A row: its name over the whole width, so that the columns have all of it. @param {string} name @param {any[]} cells @param {boolean} [same] */
const row = (name, cells, same = false) =>
  h(
    "tbody",
    {},
    h("tr", { class: "what" }, h("th", { scope: "rowgroup", colspan: cells.length }, name)),
    h(
      "tr",
      { class: same ? "same" : "" },
      cells.map((cell) => h("td", {}, cell)),
    ),
  );

/** @param {App} app @param {number[]} nodes */
export function comparison(app, nodes) {
  const heads = nodes.map((i) => h("th", { scope: "col" }, mark(app.model.kindOf(i)), nodeLink(app, i)));
  const table = h(
    "table",
    { class: "comparison" },
    h("thead", {}, h("tr", {}, heads)),
    ...plainRows(app, nodes),
    ...relationRows(app, nodes),
  );
  return h("div", { class: "compared", role: "region", "aria-label": app.text("compare.title") }, table);
}

/** @param {App} app @param {number[]} nodes */
function plainRows({ model, text, scene, store }, nodes) {
  const { lang } = store.state;
  /** @type {[string, (i: number) => string][]} */
  const rows = [
    ["column.summary", (i) => model.summary(i, lang)],
    ["column.kind", (i) => inLanguage(model.kindOf(i).label, lang)],
    ["column.category", (i) => inLanguage(model.categories[model.category[i]]?.label, lang)],
    ["facet.status", (i) => text(`status.short.${STATUS[scene.life[i]]}`)],
    ["column.since", (i) => formatDate(model.dates(i).since, lang)],
    ["column.until", (i) => formatDate(model.dates(i).until, lang)],
    ["column.relations", (i) => text("number", model.degree(i))],
  ];
  return rows.flatMap(([key, of]) => {
    const words = nodes.map((i) => of(i));
    return words.some(Boolean)
      ? [
          row(
            text(key),
            words.map((word) => word || "–"),
          ),
        ]
      : [];
  });
}

/** A predicate, read forwards or backwards, for each that any of them has. @param {App} app @param {number[]} nodes */
function relationRows(app, nodes) {
  const { model } = app;
  const { lang } = app.store.state;
  const ways = nodes.flatMap((i) => model.incident(i).map((k) => wayOf(model, k, i)));
  const order = [...new Set(ways)].filter((way) => way >= 0).sort((a, b) => a - b);
  return order.map((way) => {
    const [p, forward] = [way % model.predicates.length, way < model.predicates.length];
    const { label, inverse } = model.predicates[p];
    const lists = nodes.map((i) => others(model, i, way));
    const shared = new Set([...lists[0].keys()].filter((j) => lists.every((list) => list.has(j))));
    const verb = inLanguage(forward ? label : inverse, lang).replace("……", " … ");
    return row(
      verb,
      lists.map((list) => listed(app, list, shared)),
    );
  });
}

/** Predicate and direction as one number, -1 for what is not compared. @param {import("../types.js").Model} model @param {number} k @param {number} i */
function wayOf(model, k, i) {
  const { family, symmetric } = model.predicateOf(k);
  if (symmetric || model.source[k] === i) return model.predicate[k];
  return ONE_WAY.has(family) ? -1 : model.predicates.length + model.predicate[k];
}

/** The other ends, each with the relations that lead there. @param {import("../types.js").Model} model @param {number} i @param {number} way @returns {Map<number, number[]>} */
function others(model, i, way) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const k of model.incident(i)) {
    if (wayOf(model, k, i) !== way) continue;
    const j = model.other(k, i);
    found.set(j, [...(found.get(j) ?? []), k]);
  }
  return found;
}

/** What is shared first, and how many more there are. @param {App} app @param {Map<number, number[]>} list @param {Set<number>} shared */
function listed(app, list, shared) {
  if (!list.size) return "–";
  const worth = (/** @type {number} */ j) => Number(shared.has(j)) * 2000 + app.model.importance[j];
  const sorted = [...list.keys()].sort((a, b) => worth(b) - worth(a)).slice(0, MOST);
  const rows = sorted.map((j) =>
    h("li", { class: shared.has(j) ? "common" : "" }, nodeLink(app, j), over(app, list.get(j) ?? [])),
  );
  if (list.size > MOST) rows.push(h("li", { class: "hint" }, app.text("compare.more", list.size - MOST)));
  return h("ul", {}, rows);
}

/** When relations that are over held; what still holds needs no date here. @param {App} app @param {number[]} edges */
function over({ model, store }, edges) {
  const dates = edges.map((k) => model.edgeDates(k));
  if (!dates.length || dates.some(({ until }) => !until)) return null;
  const { lang } = store.state;
  const said = dates.map(({ since, until }) => formatInterval(since, until, lang)).join(lang === "zh" ? "、" : ", ");
  return h("small", { class: "when" }, lang === "zh" ? `（${said}）` : ` (${said})`);
}
