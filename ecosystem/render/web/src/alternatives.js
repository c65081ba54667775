/** What could be used instead of a node, with the reasons. */

import { LIFE } from "./scene.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {{node: number, score: number, shared: number[], sameCategory: boolean, stated: boolean, alive: boolean}} Alternative */

const CATEGORY = new Set(["category"]);
const LINKED = new Set(["lineage", "structure"]);
const STATED = new Set(["competes_with", "similar_to"]);

/**
 * Each other node of the same kind, by what both are related to; rare neighbours say more (Adamic and Adar 2003).
 * Successors, parts and dependencies are no alternatives.
 * @param {Model} model
 * @param {number} i
 * @param {Uint8Array} life
 * @param {number} [limit]
 * @returns {Alternative[]}
 */
export function alternatives(model, i, life, limit = 5) {
  /** @type {Map<number, Alternative>} */
  const found = new Map();
  const tied = new Set([i]);
  for (const k of model.incident(i)) collect(model, i, k, found, tied);
  for (const j of tied) found.delete(j);
  const ranked = [...found.values()].filter(({ node, stated }) => stated || model.kind[node] === model.kind[i]);
  for (const one of ranked) one.alive = life[one.node] !== LIFE.ended;
  ranked.sort(
    (a, b) =>
      Number(b.alive) - Number(a.alive) || b.score - a.score || model.importance[b.node] - model.importance[a.node],
  );
  return ranked.filter(({ sameCategory, stated }) => sameCategory || stated).slice(0, limit);
}

/** @param {Model} model @param {number} i @param {number} k @param {Map<number, Alternative>} found @param {Set<number>} tied */
function collect(model, i, k, found, tied) {
  const middle = model.other(k, i);
  const { family, id } = model.predicateOf(k);
  if (STATED.has(id)) note(found, middle, { score: 3, stated: true });
  if (LINKED.has(family)) tied.add(middle);
  const degree = model.degree(middle);
  if (degree > 200 || model.source[k] !== i) return;
  for (const other of model.incident(middle)) {
    const j = model.source[other];
    if (model.target[other] !== middle || j === i || model.predicate[other] !== model.predicate[k]) continue;
    const weight = (CATEGORY.has(family) ? 2 : 1) / Math.log(2 + degree);
    note(found, j, { score: weight, through: middle, sameCategory: CATEGORY.has(family) });
  }
}

/**
 * @param {Map<number, Alternative>} found
 * @param {number} node
 * @param {{score: number, through?: number, sameCategory?: boolean, stated?: boolean}} reason
 */
function note(found, node, { score, through, sameCategory = false, stated = false }) {
  const known = found.get(node) ?? { node, score: 0, shared: [], sameCategory: false, stated: false, alive: true };
  known.score += score;
  known.sameCategory ||= sameCategory;
  known.stated ||= stated;
  if (through !== undefined && !known.shared.includes(through)) known.shared.push(through);
  found.set(node, known);
}
