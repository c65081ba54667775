/**
 * Where everything in the mind map stands. Each subtree owns a band of its own height, so nothing can overlap;
 * many leaves of one branch share a sheet of columns instead of a tower of lines.
 *
 * @typedef {import("./tree.js").Branch} Branch
 * @typedef {object} Item
 * @property {string} key
 * @property {Branch} branch
 * @property {"root" | "top" | "sub" | "leaf"} style
 * @property {string[]} lines
 * @property {string} suffix  count of a branch, end of a leaf
 * @property {string[]} glimpse  lines beside a folded main branch: who is foremost in it
 * @property {boolean} folded
 * @property {boolean} sheeted  a leaf in a sheet has no line of its own
 * @property {Item | null} parent
 * @property {number} side  -1 left of the root, 1 right of it
 * @property {number} x  left
 * @property {number} y  top
 * @property {number} w
 * @property {number} h
 *
 * @typedef {object} Sheet
 * @property {Item} owner
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 *
 * @typedef {object} Look  what layout must know of the reader and the window
 * @property {(branch: Branch) => string} label
 * @property {(branch: Branch) => string} suffix
 * @property {(branch: Branch) => boolean} folded
 * @property {(branch: Branch) => string[]} glimpse  names of the foremost nodes in a branch
 * @property {Map<string, Item>} [made]  items measured before, where the same tree is laid out many times
 * @property {number} [wide]  how much more room names have than on a desk
 * @property {boolean} narrow  an outline instead of two sides, for a phone
 *
 * @typedef {{items: Item[], byKey: Map<string, Item>, sheets: Sheet[], outline: boolean, box: import("../../drawing/camera.js").Box}} Layout
 */
import { clipped, textWidth, wrapped } from "../../drawing/text.js";
import { outlined } from "./outline.js";

export const TYPE = {
  root: { size: 17, weight: 700, height: 0, room: 190, pad: 24 },
  top: { size: 14, weight: 650, height: 32, room: 210, pad: 14 },
  sub: { size: 13, weight: 600, height: 26, room: 230, pad: 8 },
  leaf: { size: 12.5, weight: 400, height: 22, room: 220, pad: 4 },
};
/** Below the first width the map is an outline; from the second on folded branches name their foremost nodes. */
export const NARROW = 560;
export const ROOMY = 860;
/** From this width on there is room for long names. */
const WALL = 2200;
/** How much more room than on a desk names have in a window. @param {number} width */
export const widening = (width) => (width > WALL ? 1.7 : 1);
export const GLYPH = 16;
/** What a plain count takes up beside its branch. */
const COUNT = 36;
/** A selected leaf is bold: so much wider than it was. */
const SELECTED = 1.1;
export const GLIMPSE = { size: 12, weight: 400, room: 176, gap: 10, line: 15.5, lines: 2 };
const SHEET_FROM = 9;
const SHEET = { room: 138, gap: 14, pad: 8, row: 20 };

/** @param {Branch} root @param {Look} look @returns {Layout} */
export function layOut(root, look) {
  /** @type {Layout} */
  const layout = { items: [], byKey: new Map(), sheets: [], outline: look.narrow, box: { x0: 0, y0: 0, x1: 0, y1: 0 } };
  if (look.narrow) for (const item of outlined(root, look)) add(layout, item);
  else spread(root, look, layout);
  layout.box = boxOf(layout);
  return layout;
}

/** The root in the middle, its branches on both sides. @param {Branch} root @param {Look} look @param {Layout} layout */
function spread(root, look, layout) {
  const centre = itemOf(root, look, null, TYPE.root.room);
  add(layout, centre);
  centre.x = -centre.w / 2;
  centre.y = -centre.h / 2;
  for (const side of [1, -1]) {
    const block = measured(
      root.children.filter((branch) => branch.side === side),
      look,
      centre,
    );
    place(layout, block, centre, side, -block.height / 2);
  }
}

/**
 * @typedef {{item: Item, inner: Block | null, height: number}} Part
 * @typedef {{parts: Part[], sheet: {items: Item[], rows: number, columns: number[]} | null, height: number, gap: number}} Block
 */

/** The heights of the children of one item, from the leaves up. @param {Branch[]} branches @param {Look} look @param {Item} parent @returns {Block} */
function measured(branches, look, parent) {
  const leaves = branches.filter((branch) => branch.leaf);
  const sheeted = leaves.length > SHEET_FROM;
  const parts = (sheeted ? branches.filter((branch) => !branch.leaf) : branches).map((branch) =>
    part(branch, look, parent),
  );
  const sheet = sheeted ? sheetOf(leaves, look, parent) : null;
  const depth = parent.branch.depth;
  const gap = depth === 0 ? 14 : depth === 1 ? 7 : 3;
  let height = parts.reduce((sum, one) => sum + one.height, 0) + Math.max(0, parts.length - 1) * gap;
  if (leaves.length && !sheeted) height -= Math.max(0, leaves.length - 1) * gap;
  if (sheet) height += sheet.rows * SHEET.row + 2 * SHEET.pad + (parts.length ? gap : 0);
  return { parts, sheet, height, gap };
}

/** @param {Branch} branch @param {Look} look @param {Item} parent @returns {Part} */
function part(branch, look, parent) {
  const item = itemOf(branch, look, parent, 0);
  const inner = item.folded || branch.leaf || !branch.children.length ? null : measured(branch.children, look, item);
  return { item, inner, height: Math.max(item.h, inner ? inner.height : 0) };
}

/** @param {Branch[]} leaves @param {Look} look @param {Item} parent */
function sheetOf(leaves, look, parent) {
  const rows = Math.min(leaves.length, Math.max(5, Math.ceil(Math.sqrt(leaves.length * 1.5))));
  const items = leaves.map((branch) => ({ ...itemOf(branch, look, parent, SHEET.room), sheeted: true, h: SHEET.row }));
  const columns = [];
  for (let at = 0; at < items.length; at += rows)
    columns.push(Math.max(...items.slice(at, at + rows).map((item) => item.w)));
  return { items, rows, columns };
}

/** @param {Branch} branch @param {Look} look @param {Item | null} parent @param {number} room @returns {Item} */
export function itemOf(branch, look, parent, room) {
  const folded = !branch.leaf && branch.depth > 0 && look.folded(branch);
  const key = `${branch.key} ${folded} ${room}`;
  const item = look.made?.get(key) ?? makeItem(branch, look, folded, room);
  look.made?.set(key, item);
  return { ...item, parent, x: 0, y: 0 };
}

/** @param {Branch} branch @param {Look} look @param {boolean} folded @param {number} room @returns {Item} */
function makeItem(branch, look, folded, room) {
  const style = branch.depth === 0 ? "root" : branch.leaf ? "leaf" : branch.depth === 1 ? "top" : "sub";
  const { size, weight, height, pad } = TYPE[style];
  const label = look.label(branch);
  const suffix = style === "root" ? "" : look.suffix(branch);
  const beside = suffix ? textWidth(suffix, size - 1.5, 500) + 8 : 0;
  // An outline is as wide as the phone: what stands beside a name takes from its room, and the name breaks.
  const taken = look.narrow && style !== "leaf" ? Math.max(0, beside - COUNT) : 0;
  const limit = (room || TYPE[style].room) * (look.wide ?? 1) - taken;
  const lines =
    style === "leaf"
      ? [clipped(label, limit, size, weight)]
      : wrapped(label, limit, size, weight, style === "root" || look.narrow ? 3 : 2);
  const text = Math.max(...lines.map((line) => textWidth(line, size, weight)));
  const extra = (style === "leaf" ? GLYPH : 0) + beside + (style === "top" || style === "sub" ? 16 : 0);
  const w = Math.ceil(text * (style === "leaf" ? SELECTED : 1) + extra + 2 * pad);
  const h = style === "root" ? lines.length * 23 + 24 : height + (lines.length - 1) * (size + 2);
  return {
    key: branch.key,
    branch,
    style,
    lines,
    suffix,
    glimpse: folded && style === "top" && !look.narrow ? glimpsed(look.glimpse(branch), look.wide) : [],
    folded,
    sheeted: false,
    parent: null,
    side: look.narrow ? 1 : branch.side,
    x: 0,
    y: 0,
    w,
    h,
  };
}

/** As many names as two short lines hold, none of them cut in the middle. @param {string[]} names @param {number} [wide] @returns {string[]} */
export function glimpsed(names, wide = 1) {
  const { size, lines: most } = GLIMPSE;
  const room = GLIMPSE.room * wide;
  /** @type {string[]} */
  const lines = [];
  for (const name of names) {
    const last = lines.length - 1;
    const longer = last >= 0 ? `${lines[last]} · ${name}` : name;
    if (last >= 0 && textWidth(longer, size) <= room) lines[last] = longer;
    else if (lines.length < most) lines.push(clipped(name, room, size));
    else break;
  }
  return lines;
}

/** What an item takes up beside itself for its glimpse. @param {Item} item */
export function glimpseWidth({ glimpse }) {
  return glimpse.length ? GLIMPSE.gap + Math.max(...glimpse.map((line) => textWidth(line, GLIMPSE.size))) : 0;
}

/** Give a block its place beside its parent. @param {Layout} layout @param {Block} block @param {Item} parent @param {number} side @param {number} y */
function place(layout, block, parent, side, y) {
  const gap = reach(block, parent);
  const edge = side > 0 ? parent.x + parent.w + gap : parent.x - gap;
  let cursor = y;
  block.parts.forEach((one, at) => {
    one.item.x = side > 0 ? edge : edge - one.item.w;
    one.item.y = cursor + (one.height - one.item.h) / 2;
    add(layout, one.item);
    if (one.inner) {
      place(layout, one.inner, one.item, side, cursor + (one.height - one.inner.height) / 2);
      settle(one);
    }
    const tight = one.item.branch.leaf && block.parts[at + 1]?.item.branch.leaf;
    cursor += one.height + (tight ? 0 : block.gap);
  });
  if (block.sheet) placeSheet(layout, block.sheet, parent, side, edge, cursor);
}

/** A branch stands at the middle of its first and last child. @param {Part} one */
function settle(one) {
  const parts = one.inner?.parts ?? [];
  if (!parts.length || one.inner?.sheet) return;
  const first = parts[0].item;
  const last = parts[parts.length - 1].item;
  one.item.y = (first.y + first.h / 2 + last.y + last.h / 2) / 2 - one.item.h / 2;
}

/** How far children stand from their parent: further where lines would get steep. @param {Block} block @param {Item} parent */
function reach(block, parent) {
  const depth = parent.branch.depth;
  if (depth === 0) return Math.max(80, Math.min(190, block.height * 0.14), block.height * 0.05);
  return Math.min(110, Math.max(depth === 1 ? 44 : 30, block.height * 0.07));
}

/** @param {Layout} layout @param {NonNullable<Block["sheet"]>} sheet @param {Item} owner @param {number} side @param {number} edge @param {number} y */
function placeSheet(layout, sheet, owner, side, edge, y) {
  const width =
    sheet.columns.reduce((sum, column) => sum + column, 0) + SHEET.gap * (sheet.columns.length - 1) + 2 * SHEET.pad;
  const left = side > 0 ? edge : edge - width;
  layout.sheets.push({ owner, x: left, y, w: width, h: sheet.rows * SHEET.row + 2 * SHEET.pad });
  let x = left + SHEET.pad;
  sheet.columns.forEach((column, c) => {
    sheet.items.slice(c * sheet.rows, (c + 1) * sheet.rows).forEach((item, row) => {
      item.x = x;
      item.y = y + SHEET.pad + row * SHEET.row;
      item.w = column;
      add(layout, item);
    });
    x += column + SHEET.gap;
  });
}

function add(/** @type {Layout} */ layout, /** @type {Item} */ item) {
  layout.items.push(item);
  layout.byKey.set(item.key, item);
}

/** @param {Layout} layout */
function boxOf(layout) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x, y, w, h } of [...layout.items, ...layout.sheets]) {
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x + w);
    box.y1 = Math.max(box.y1, y + h);
  }
  for (const item of layout.items) {
    const beside = glimpseWidth(item);
    if (item.side < 0) box.x0 = Math.min(box.x0, item.x - beside);
    else box.x1 = Math.max(box.x1, item.x + item.w + beside);
  }
  return box;
}

/**
 * Which categories are folded at first: all main branches are shown, and small ones are opened while everything stays readable,
 * those of concepts before those of mere kinds (people, languages, ...). It takes some trials: one a step.
 * @param {Branch} root @param {Omit<Look, "folded">} look @param {number} width @param {number} height @param {number} [smallest] scale
 * @returns {Generator<void, Map<number, boolean>>}
 */
export function* readableFolds(root, look, width, height, smallest = 0.8) {
  /** @type {Map<number, boolean>} */
  const folded = new Map();
  const folds = (/** @type {Branch} */ branch) => folded.get(branch.category) ?? true;
  const made = new Map();
  for (const branch of root.children) {
    itemOf(branch, { ...look, folded: folds, made }, null, 0); // Measuring texts takes longer than any trial.
    yield;
  }
  const fits = () => {
    const { box } = layOut(root, { ...look, folded: folds, made });
    return (box.x1 - box.x0) * smallest <= width - 32 && (box.y1 - box.y0) * smallest <= height - 32;
  };
  const queue = root.children.filter((branch) => branch.children.length);
  const cost = (/** @type {Branch} */ branch) => branch.children.length;
  const mere = (/** @type {Branch} */ branch) => Number(branch.node < 0);
  let worthwhile = queue.every(mere);
  for (let tries = 0; queue.length && tries < 60; tries++) {
    queue.sort((a, b) => a.depth - b.depth || mere(a) - mere(b) || cost(a) - cost(b) || a.category - b.category);
    const branch = /** @type {Branch} */ (queue.shift());
    if (cost(branch) > 40 || (mere(branch) && !worthwhile)) continue;
    folded.set(branch.category, false);
    yield;
    if (fits()) {
      worthwhile = true;
      queue.push(...branch.children.filter((child) => child.children.length));
    } else folded.set(branch.category, true);
  }
  return folded;
}
