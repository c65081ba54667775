/** Where a node came from and what became of it. */

/** @typedef {import("./types.js").Model} Model */

const ONWARD = new Set(["succeeded_by", "merged_into", "acquired_by", "renamed_to"]);
const BACKWARD = new Set(["forked_from"]);

/** @param {Model} model @param {number} k @param {number} i @returns {boolean} whether the edge leads into the node's future */
function leadsOn(model, k, i) {
  const { id } = model.predicateOf(k);
  return (ONWARD.has(id) && model.source[k] === i) || (BACKWARD.has(id) && model.target[k] === i);
}

/** @param {Model} model @param {number} k */
const isLineage = (model, k) => ONWARD.has(model.predicateOf(k).id) || BACKWARD.has(model.predicateOf(k).id);

/**
 * Edges met when walking along lineage in one direction of time.
 * @param {Model} model
 * @param {number} start
 * @param {boolean} onward
 * @returns {number[]}
 */
function walk(model, start, onward) {
  const met = new Set([start]);
  const edges = new Set();
  const queue = [start];
  for (const i of queue) {
    for (const k of model.incident(i)) {
      if (!isLineage(model, k) || leadsOn(model, k, i) !== onward) continue;
      edges.add(k);
      const j = model.other(k, i);
      if (met.has(j)) continue;
      met.add(j);
      queue.push(j);
    }
  }
  return [...edges];
}

/** What became of a node: successions, mergers, acquisitions after it, and its forks. @param {Model} model @param {number} i */
export const fate = (model, i) => walk(model, i, true);

/** What a node came from. @param {Model} model @param {number} i */
export const origin = (model, i) => walk(model, i, false);

/** The milestones that ended its life. @param {Model} model @param {number} i */
export function endings(model, i) {
  return (model.more(i).milestones ?? []).filter(([event]) => model.events.get(event)?.ends);
}
