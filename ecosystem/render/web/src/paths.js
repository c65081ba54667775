/** Neighbourhoods and shortest paths; relations are walked in both directions. */

/** @typedef {import("./types.js").Model} Model */
/** @typedef {{nodes: number[], edges: number[]}} Path */

/** Nodes at most `depth` steps away. @param {Model} model @param {number} start @param {number} depth @returns {Uint8Array} */
export function neighbourhood(model, start, depth) {
  const near = new Uint8Array(model.n);
  near[start] = 1;
  let ring = [start];
  for (let step = 0; step < depth; step++) {
    const next = [];
    for (const i of ring) {
      for (const k of model.incident(i)) {
        const j = model.other(k, i);
        if (near[j]) continue;
        near[j] = 1;
        next.push(j);
      }
    }
    ring = next;
  }
  return near;
}

/** @typedef {{allowed?: Uint8Array | null, open?: (k: number) => boolean, limit?: number}} Limits  nodes and edges that may be used */

/** Steps to `goal` from every node, -1 where there is no way. @param {Model} model @param {number} goal @param {Limits} limits */
function distances(model, goal, { allowed, open }) {
  const away = new Int32Array(model.n).fill(-1);
  away[goal] = 0;
  let ring = [goal];
  while (ring.length) {
    const next = [];
    for (const i of ring) {
      for (const k of model.incident(i)) {
        const j = model.other(k, i);
        if (away[j] >= 0 || (allowed && !allowed[j]) || (open && !open(k))) continue;
        away[j] = away[i] + 1;
        next.push(j);
      }
    }
    ring = next;
  }
  return away;
}

/**
 * The shortest paths between two nodes, first those through the less common nodes, which say more.
 * @param {Model} model
 * @param {number} a
 * @param {number} b
 * @param {Limits} [limits]
 * @returns {Path[]}
 */
export function shortestPaths(model, a, b, limits = {}) {
  const { limit = 3, open } = limits;
  const away = distances(model, b, limits);
  if (away[a] < 0) return [];
  /** @type {Path[]} */
  let paths = [{ nodes: [a], edges: [] }];
  for (let left = away[a]; left > 0; left--) {
    paths = paths.flatMap((path) => steps(model, path, away, left, open));
    paths.sort((first, second) => weight(model, first) - weight(model, second));
    paths = paths.slice(0, limit * 8);
  }
  return paths.slice(0, limit);
}

/** @param {Model} model @param {Path} path @param {Int32Array} away @param {number} left @param {Limits["open"]} open @returns {Path[]} */
function steps(model, path, away, left, open) {
  const last = path.nodes[path.nodes.length - 1];
  const taken = new Set();
  const longer = [];
  for (const k of model.incident(last)) {
    const j = model.other(k, last);
    if (away[j] !== left - 1 || taken.has(j) || (open && !open(k))) continue;
    taken.add(j);
    longer.push({ nodes: [...path.nodes, j], edges: [...path.edges, k] });
  }
  return longer;
}

/** How little a path says: common nodes say little, and that two are told of in one document says least. @param {Model} model @param {Path} path */
function weight(model, { nodes, edges }) {
  const common = nodes.slice(1).reduce((sum, i) => sum + Math.log1p(model.degree(i)), 0);
  return common + 10 * edges.filter((k) => model.predicateOf(k).family === "evidence").length;
}
