/** Cross-links: relations that leave the tree, as arcs between whatever stands for their ends. Geometry and grouping are pure. */

/**
 * @typedef {import("./layout.js").Item} Item
 * @typedef {{key: string, from: Item, to: Item, edges: number[], out: boolean, back: boolean, doubt: boolean}} Arc
 */

/**
 * Group relations by the pair of items that stand for their ends; those inside one item, and those that the tree already draws, are left out.
 * @param {import("../../model.js").Model} model @param {Iterable<number>} edges
 * @param {(node: number) => Item | undefined} itemOf @returns {Arc[]}
 */
export function groupArcs(model, edges, itemOf) {
  /** @type {Map<string, Arc>} */
  const arcs = new Map();
  for (const k of edges) {
    const from = itemOf(model.source[k]);
    const to = itemOf(model.target[k]);
    if (!from || !to || from === to || drawnByTree(model, k, from, to)) continue;
    const flip = from.key > to.key;
    const key = flip ? `${to.key}-${from.key}` : `${from.key}-${to.key}`;
    const arc = arcs.get(key) ?? {
      key,
      from: flip ? to : from,
      to: flip ? from : to,
      edges: [],
      out: false,
      back: false,
      doubt: true,
    };
    arc.edges.push(k);
    arc.doubt &&= model.modality(k) !== "stated";
    if (model.predicateOf(k)?.symmetric) arc.out = arc.back = true;
    else if (flip) arc.back = true;
    else arc.out = true;
    arcs.set(key, arc);
  }
  return [...arcs.values()];
}

function drawnByTree(
  /** @type {import("../../model.js").Model} */ model,
  /** @type {number} */ k,
  /** @type {Item} */ from,
  /** @type {Item} */ to,
) {
  if (model.predicateOf(k)?.family !== "category") return false;
  for (let at = from.branch.parent; at; at = at.parent) if (at === to.branch) return true;
  return false;
}

/**
 * The curve of an arc. On one side of the map it swings around the outer ends; across the map it leaves on the inner ends.
 * @param {Item} from @param {Item} to @returns {{d: string, x: number, y: number}} the path and its middle
 */
export function arcCurve(from, to) {
  const same = from.side === to.side && from.branch.depth > 0 && to.branch.depth > 0;
  const a = anchor(from, same ? from.side : -from.side, to);
  const b = anchor(to, same ? to.side : -to.side, from);
  const span = Math.hypot(b.x - a.x, b.y - a.y);
  const swing = same ? 28 + Math.min(220, Math.abs(b.y - a.y) * 0.32) : Math.max(40, span * 0.3);
  const far = same ? (a.out > 0 ? Math.max(a.x, b.x) : Math.min(a.x, b.x)) : 0;
  const c1 = { x: same ? far + a.out * swing : a.x + a.out * swing, y: a.y };
  const c2 = { x: same ? far + b.out * swing : b.x + b.out * swing, y: b.y };
  return {
    d: `M${r(a.x)} ${r(a.y)}C${r(c1.x)} ${r(c1.y)} ${r(c2.x)} ${r(c2.y)} ${r(b.x)} ${r(b.y)}`,
    x: (a.x + 3 * c1.x + 3 * c2.x + b.x) / 8,
    y: (a.y + 3 * c1.y + 3 * c2.y + b.y) / 8,
  };
}

function anchor(/** @type {Item} */ item, /** @type {number} */ out, /** @type {Item} */ other) {
  const y = item.y + item.h / 2;
  if (item.branch.depth === 0) {
    const way = Math.sign(other.x + other.w / 2 - item.x - item.w / 2) || 1;
    return { x: way > 0 ? item.x + item.w : item.x, y, out: way };
  }
  return { x: out > 0 ? item.x + item.w + 3 : item.x - 3, y, out };
}

/**
 * The faint bundle between two main branches: both run towards the trunk and meet there.
 * @param {Item} from @param {Item} to
 */
export function bundleCurve(from, to) {
  const a = { x: from.side > 0 ? from.x : from.x + from.w, y: from.y + from.h / 2 };
  const b = { x: to.side > 0 ? to.x : to.x + to.w, y: to.y + to.h / 2 };
  const same = from.side === to.side;
  const pull = same ? Math.min(0.75, 0.2 + Math.abs(b.y - a.y) / 900) : 0.85;
  const c1 = { x: a.x * (1 - pull), y: a.y + (b.y - a.y) * 0.15 };
  const c2 = { x: b.x * (1 - pull), y: b.y + (a.y - b.y) * 0.15 };
  return `M${r(a.x)} ${r(a.y)}C${r(c1.x)} ${r(c1.y)} ${r(c2.x)} ${r(c2.y)} ${r(b.x)} ${r(b.y)}`;
}

const r = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** A small arrowhead at the end of an arc, which always comes in level. @param {Item} item @param {Item} other @param {boolean} same */
export function arrowHead(item, other, same) {
  const { x, y, out } = anchor(item, same ? item.side : -item.side, other);
  return `M${r(x)} ${r(y)}l${out * 8} -4v8z`;
}
