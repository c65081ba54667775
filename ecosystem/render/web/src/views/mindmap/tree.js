/**
 * The tree of a mind map: categories, their parts, and the nodes in them. Pure: no drawing, no positions.
 *
 * @typedef {object} Branch
 * @property {string} key  `c3` for a category, `n12` for a node
 * @property {number} category  its own number, or the one that a node sits in
 * @property {number} node  the node that it stands for, or -1
 * @property {boolean} leaf
 * @property {number} depth  0 at the root
 * @property {number} top  category of the main branch, -1 at the root
 * @property {Branch | null} parent
 * @property {Branch[]} children
 * @property {number} shown  nodes in it that are not faded, the one that it stands for among them
 * @property {number} total  nodes in it, that one too
 * @property {number} side  -1 left, 1 right
 */

import { branchCounts } from "../../branches.js";

/** @typedef {import("../../model.js").Model} Model */
/** @typedef {{visible: Uint8Array, members: number[][], shown: Int32Array, total: Int32Array}} Given  what a tree grows from */

/** @param {Model} model @param {Uint8Array} visible 0 not there, 1 shown, 2 faded @returns {Branch} the root */
export function buildTree(model, visible) {
  const { all: shown } = branchCounts(model, (i) => visible[i] === 1);
  const { all: total } = branchCounts(model, (i) => visible[i] > 0);
  const root = grow(model, { visible, members: membersOf(model, visible), shown, total }, rootOf(model), null);
  gatherLoose(root);
  balance(root, model);
  return root;
}

function rootOf(/** @type {Model} */ model) {
  return Math.max(
    0,
    model.categories.findIndex((category) => category.parent < 0),
  );
}

/** Nodes by category, most important first; a node that a branch stands for is no leaf. @param {Model} model @param {Uint8Array} visible */
function membersOf(model, visible) {
  const branches = new Set(model.categories.map((category) => category.node));
  /** @type {number[][]} */
  const members = model.categories.map(() => []);
  for (let i = 0; i < model.n; i++) {
    const category = model.category[i];
    if (visible[i] && !branches.has(i) && category >= 0) members[category]?.push(i);
  }
  for (const list of members) list.sort((a, b) => model.importance[b] - model.importance[a] || a - b);
  return members;
}

/** @param {Model} model @param {Given} given @param {number} category @param {Branch | null} parent @returns {Branch} */
function grow(model, given, category, parent) {
  const { visible, members } = given;
  const depth = parent ? parent.depth + 1 : 0;
  const top = depth === 0 ? -1 : depth === 1 ? category : /** @type {Branch} */ (parent).top;
  const node = model.categories[category]?.node ?? -1;
  /** @type {Branch} */
  const branch = {
    key: `c${category}`,
    category,
    node,
    leaf: false,
    depth,
    top,
    parent,
    children: [],
    shown: given.shown[category] ?? 0,
    total: given.total[category] ?? 0,
    side: 1,
  };
  for (const child of model.children[category] ?? []) {
    const grown = grow(model, given, child, branch);
    if (grown.children.length || (grown.node >= 0 && visible[grown.node] === 1)) branch.children.push(grown);
  }
  for (const i of members[category] ?? []) {
    const shown = visible[i] === 1 ? 1 : 0;
    branch.children.push({
      key: `n${i}`,
      category,
      node: i,
      leaf: true,
      depth: depth + 1,
      top,
      parent: branch,
      children: [],
      shown,
      total: 1,
      side: 1,
    });
  }
  return branch;
}

/** Many nodes right at the root share a branch of their own, so that they do not crowd it. @param {Branch} root */
function gatherLoose(root) {
  const loose = root.children.filter((branch) => branch.leaf);
  if (loose.length < 4 || loose.length === root.children.length) return;
  const shown = loose.reduce((sum, branch) => sum + branch.shown, 0);
  /** @type {Branch} */
  const rest = {
    ...root,
    key: `${root.key}-rest`,
    node: -1,
    depth: 1,
    top: root.category,
    parent: root,
    children: loose,
    shown,
    total: loose.length,
  };
  for (const branch of loose) Object.assign(branch, { parent: rest, depth: 2, top: root.category });
  root.children = [...root.children.filter((branch) => !branch.leaf), rest];
}

/** Main branches go where the map says, and where it says nothing to the lighter side. @param {Branch} root @param {Model} model */
function balance(root, model) {
  const weight = { left: 0, right: 0 };
  const own = (/** @type {Branch} */ branch) => !branch.leaf && branch.category !== root.category;
  const sides = new Set(root.children.filter(own).map((branch) => model.categories[branch.category].side));
  const told = sides.has(-1) && sides.has(1);
  for (const branch of root.children) {
    const side = told && own(branch) ? model.categories[branch.category].side : weight.right <= weight.left ? 1 : -1;
    const size = 3 + Math.sqrt(branch.total);
    if (side < 0) weight.left += size;
    else weight.right += size;
    turn(branch, side < 0 ? -1 : 1);
  }
}

function turn(/** @type {Branch} */ branch, /** @type {number} */ side) {
  branch.side = side;
  for (const child of branch.children) turn(child, side);
}

/** All branches, parents first. @param {Branch} root @returns {Generator<Branch>} */
export function* walk(root) {
  yield root;
  for (const child of root.children) yield* walk(child);
}

/**
 * The tree of what is there, with its branches by key; the one before where the same is there.
 * @typedef {{of: Uint8Array, tree: Branch, branches: Map<string, Branch>}} Grown
 * @param {Model} model @param {Uint8Array} visible @param {Grown} [before] @returns {Grown}
 */
export function grown(model, visible, before) {
  if (before?.of === visible) return before;
  const tree = buildTree(model, visible);
  return { of: visible, tree, branches: new Map([...walk(tree)].map((branch) => [branch.key, branch])) };
}

/** The categories on the way from the root to a node or category. @param {Branch} branch */
export function* ancestors(branch) {
  for (let at = branch.parent; at; at = at.parent) yield at;
}

/**
 * Which item stands for each node when some branches are folded: itself, or the folded branch that it is in.
 * @param {Branch} root @param {(branch: Branch) => boolean} folded @param {number} n @returns {(Branch | null)[]}
 */
export function representatives(root, folded, n) {
  /** @type {(Branch | null)[]} */
  const found = new Array(n).fill(null);
  const visit = (/** @type {Branch} */ branch, /** @type {Branch | null} */ cover) => {
    const own = cover ?? branch;
    if (branch.node >= 0) found[branch.node] = own;
    const inner = cover ?? (!branch.leaf && folded(branch) ? branch : null);
    for (const child of branch.children) visit(child, inner);
  };
  visit(root, null);
  return found;
}

/**
 * Relations between main branches, counted: what the faint arcs show.
 * @param {Model} model @param {Uint8Array} edgeVisible @param {Map<number, number>} topOf main branch of each node
 * @returns {{a: number, b: number, count: number}[]} strongest first
 */
export function branchLinks(model, edgeVisible, topOf) {
  const tops = Int32Array.from({ length: model.n }, (_, node) => topOf.get(node) ?? -1);
  const skipped = model.predicates.map(({ family }) => family === "category");
  /** @type {Map<number, {a: number, b: number, count: number}>} */
  const links = new Map();
  for (let k = 0; k < model.m; k++) {
    if (edgeVisible[k] !== 1 || skipped[model.predicate[k]]) continue;
    const from = tops[model.source[k]];
    const to = tops[model.target[k]];
    if (from < 0 || to < 0 || from === to) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = a * model.categories.length + b;
    const link = links.get(key);
    if (link) link.count++;
    else links.set(key, { a, b, count: 1 });
  }
  return [...links.values()].sort((x, y) => y.count - x.count || x.a - y.a || x.b - y.b);
}
