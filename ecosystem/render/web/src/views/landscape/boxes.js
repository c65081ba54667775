/**
 * The landscape's boxes: main branches, their parts, and the cards in them; and how mature a card's project is. Pure.
 *
 * @typedef {import("../../model.js").Model} Model
 * @typedef {{category: number, nodes: number[]}} Part  a box within a branch; its own category for cards that sit in the branch itself
 * @typedef {{category: number, parts: Part[]}} Region
 * @typedef {{of: (i: number) => number, levels: {en: string, zh: string}[]}} Maturity  level 0 is the most mature; -1 unknown
 */
import { buildTree, walk } from "../mindmap/tree.js";

/** @param {Model} model @returns {Region[]} every node in exactly one part */
export function boxesOf(model) {
  const root = buildTree(model, new Uint8Array(model.n).fill(1));
  const regions = root.children.filter((branch) => !branch.leaf).map((branch) => regionOf(branch, model));
  const loose = root.children.filter((branch) => branch.leaf).map((branch) => branch.node);
  if (loose.length) regions.push({ category: root.category, parts: [{ category: root.category, nodes: loose }] });
  return regions.filter((region) => region.parts.length);
}

/**
 * A branch's own cards come last: nodes right in it, and concepts that nothing else is in.
 * @param {import("../mindmap/tree.js").Branch} top @param {Model} model @returns {Region}
 */
function regionOf(top, { importance }) {
  /** @type {number[]} */
  const own = [];
  /** @type {Part[]} */
  const parts = [];
  for (const branch of walk(top)) {
    if (branch.leaf) continue;
    const nodes = branch.children.filter((child) => child.leaf).map((child) => child.node);
    if (branch === top) own.push(...nodes);
    else if (!branch.children.length && branch.node >= 0) own.push(branch.node);
    else if (nodes.length) parts.push({ category: branch.category, nodes });
  }
  own.sort((a, b) => importance[b] - importance[a] || a - b);
  return { category: top.category, parts: own.length ? [...parts, { category: top.category, nodes: own }] : parts };
}

/** From the most to the least mature; what a map calls otherwise keeps its own order behind these. */
const ORDER = ["graduated", "incubating", "sandbox", "archived"];

/** @param {Model} model @returns {Maturity} */
export function maturityOf(model) {
  const facet = model.facets.find(({ id }) => id === "maturity");
  if (!facet) return { of: () => -1, levels: [] };
  const rank = (/** @type {{en: string}} */ label) => {
    const at = ORDER.indexOf(label.en.toLowerCase());
    return at < 0 ? ORDER.length : at;
  };
  const order = facet.values.map((_, at) => at).sort((a, b) => rank(facet.values[a]) - rank(facet.values[b]) || a - b);
  const level = new Map(order.map((value, at) => [value, at]));
  return { of: (i) => level.get(facet.of[i]?.[0]) ?? -1, levels: order.map((value) => facet.values[value]) };
}

/** How many columns a part gets, so that its box is wider than high. @param {number} count @param {number} most */
export function columnsFor(count, most) {
  return Math.max(1, Math.min(most, Math.round(Math.sqrt(count * 0.9))));
}
