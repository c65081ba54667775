/** What if it goes away: what goes with it and what rests on it, on a day; as `removal` in Python has it. Pure. */

import { earliest, NEVER } from "./dates.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {{node: number, edge: number, distance: number}} Effect  what is hit, by which relation, so many steps away; 0: it goes itself */

const KEEPING = ["owned_by", "acquired_by", "hosted_by", "made_by"];
const RESTING = new Set(["depends_on", "built_on", "part_of", "runs_on"]);
const PRODUCTS = new Set(["tool", "service", "operating_system"]);
const HOLDERS = new Set(["vendor", "organisation"]);
const NOT_FOR_USE = new Set(["concept", "practice", "event", "document"]);

/**
 * What goes with a node (0 steps), nearest first, and what by a chain of dependence rests on something that goes.
 * @param {Model} model @param {number} node @param {number} day @returns {Effect[]}
 */
export function removal(model, node, day) {
  const going = goingWith(model, node, day);
  return [...going, ...resting(model, [node, ...going.map((one) => one.node)], day)];
}

/** Whether something is there; a partial end counts as passed from its first day. @param {Model} model @param {number} i @param {number} day */
export function isThere(model, i, day) {
  return model.since[i] <= day && model.known[i] <= day && earliest(model.dates(i).until, NEVER) > day;
}

/** A fact that holds on a day, not a plan. @param {Model} model @param {number} k @param {number} day */
function holds(model, k, day) {
  const { until } = model.edgeDates(k);
  return model.modality(k) === "stated" && model.edgeSince[k] <= day && earliest(until, NEVER) > day;
}

/**
 * By whom each thing is kept, as relations by the keeper: its owners; where none was ever named, who acquired it; else its host;
 * else its makers. Vendors and organisations are kept, too.
 * @param {Model} model @param {number} day @returns {Map<number, number[]>}
 */
function keptBy(model, day) {
  const known = model.kinds.some(({ id }) => id !== "node");
  const keepable = model.kinds.map(({ id }) => !known || PRODUCTS.has(id) || HOLDERS.has(id));
  const rank = model.predicates.map(({ id }) => KEEPING.indexOf(id));
  /** @type {Map<number, number[]>} */
  const said = new Map();
  for (let k = 0; k < model.m; k++) {
    if (rank[model.predicate[k]] < 0 || !keepable[model.kind[model.source[k]]] || model.modality(k) !== "stated")
      continue;
    push(said, model.source[k], k);
  }
  const kept = new Map();
  for (const relations of said.values())
    for (const k of strongest(
      relations,
      (k) => rank[model.predicate[k]],
      (k) => holds(model, k, day),
    ))
      push(kept, model.target[k], k);
  return kept;
}

/** What is kept by whom on the day that was asked for last: a reader goes from thing to thing, and stays on a day. @type {WeakMap<Model, {day: number, kept: Map<number, number[]>}>} */
const remembered = new WeakMap();

/** @param {Model} model @param {number} day */
function keepingOn(model, day) {
  const last = remembered.get(model);
  if (last?.day === day) return last.kept;
  const kept = keptBy(model, day);
  remembered.set(model, { day, kept });
  return kept;
}

/** Of the relations that hold, those of the first rank that has any; where an owner was ever named, not who acquired it. @param {number[]} relations @param {(k: number) => number} rankOf @param {(k: number) => boolean} held */
function strongest(relations, rankOf, held) {
  const owned = relations.some((k) => rankOf(k) === 0);
  const counted = relations.filter((k) => !(owned && rankOf(k) === 1) && held(k));
  const first = Math.min(...counted.map(rankOf));
  return counted.filter((k) => rankOf(k) === first);
}

/** @param {Map<number, number[]>} lists @param {number} key @param {number} value */
function push(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The living that are a node's own, and what is theirs in turn. @param {Model} model @param {number} node @param {number} day @returns {Effect[]} */
function goingWith(model, node, day) {
  const kept = keepingOn(model, day);
  const found = new Map([[node, -1]]);
  for (const keeper of found.keys())
    for (const k of kept.get(keeper) ?? []) if (!found.has(model.source[k])) found.set(model.source[k], k);
  const others = [...found].filter(([i]) => i !== node && isThere(model, i, day));
  return others.map(([i, edge]) => ({ node: i, edge, distance: 0 }));
}

/** What rests on things that go, step by step. @param {Model} model @param {number[]} gone @param {number} day @returns {Effect[]} */
function resting(model, gone, day) {
  const steps = new Map(gone.map((i) => [i, 0]));
  /** @type {Effect[]} */
  const found = [];
  for (const [base, step] of steps) {
    for (const k of model.in.edges.subarray(model.in.start[base], model.in.start[base + 1])) {
      const node = model.source[k];
      if (steps.has(node) || !rests(model, k, day) || !isUsed(model, node, day)) continue;
      steps.set(node, step + 1);
      found.push({ node, edge: k, distance: step + 1 });
    }
  }
  return found;
}

/** A part that joined on a day of its own, not that of its beginning, can be without the whole. @param {Model} model @param {number} k @param {number} day */
function rests(model, k, day) {
  const { id } = model.predicateOf(k);
  if (!RESTING.has(id) || !holds(model, k, day)) return false;
  const joined = model.edgeDates(k).since;
  return id !== "part_of" || !joined || earliest(joined) === model.since[model.source[k]];
}

/** @param {Model} model @param {number} i @param {number} day */
function isUsed(model, i, day) {
  return isThere(model, i, day) && !NOT_FOR_USE.has(model.kindOf(i)?.id ?? "");
}
