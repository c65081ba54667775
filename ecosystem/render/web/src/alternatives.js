/** What could be used instead of a node, with the reasons. The ranking is Python's, so that page and command line agree. */

import { STATUS } from "./facets.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {{node: number, shared: number[], stated: boolean, status: string}} Alternative */

const STATED = new Set(["competes_with", "similar_to", "forked_from"]);

/** @param {Model} model @param {number} i @param {Uint8Array} life @returns {Alternative[]} */
export function alternatives(model, i, life) {
  const own = pointedAt(model, i);
  return model.rivals(i).map(([node, category]) => ({
    node,
    shared: [...new Set([category, ...common(model, own, pointedAt(model, node))])].filter((middle) => middle >= 0),
    stated: model.incident(i).some((k) => model.other(k, i) === node && STATED.has(model.predicateOf(k).id)),
    status: STATUS[life[node]],
  }));
}

/** What a node points at, and how. @param {Model} model @param {number} i @returns {Map<number, Set<number>>} */
function pointedAt(model, i) {
  /** @type {Map<number, Set<number>>} */
  const found = new Map();
  for (const k of model.incident(i)) {
    if (model.source[k] !== i) continue;
    const how = found.get(model.target[k]) ?? new Set();
    found.set(model.target[k], how.add(model.predicate[k]));
  }
  return found;
}

/** What two nodes point at in the same way: categories, then the rarest first. @param {Model} model @param {Map<number, Set<number>>} ours @param {Map<number, Set<number>>} theirs */
function common(model, ours, theirs) {
  const shared = [...ours].filter(([middle, how]) => [...how].some((predicate) => theirs.get(middle)?.has(predicate)));
  const rank = (/** @type {number} */ middle) =>
    [...(ours.get(middle) ?? [])].some((p) => model.predicates[p].family === "category") ? -1 : model.degree(middle);
  return shared.map(([middle]) => middle).sort((a, b) => rank(a) - rank(b));
}
