/** The mind map on a phone: the same tree, indented under its root, with the arcs on the right. */
import { itemOf } from "./layout.js";

/** @typedef {import("./layout.js").Item} Item */
/** @typedef {import("./tree.js").Branch} Branch */

const INDENT = 22;

/** @param {Branch} root @param {import("./layout.js").Look} look @returns {Item[]} from top to bottom */
export function outlined(root, look) {
  /** @type {Item[]} */
  const items = [];
  let y = 0;
  const visit = (/** @type {Branch} */ branch, /** @type {Item | null} */ parent) => {
    const item = itemOf(branch, look, parent, Math.max(110, 236 - branch.depth * INDENT));
    if (branch.depth === 1) y += items.at(-1)?.branch.depth === 1 ? 0 : 6;
    item.x = branch.depth * INDENT;
    item.y = y;
    y += item.h + (branch.leaf ? 2 : branch.depth < 2 ? 9 : 5);
    items.push(item);
    if (!item.folded) for (const child of branch.children) visit(child, item);
  };
  visit(root, null);
  return items;
}

/** A line down from the parent and round into the child. @param {Item} parent @param {Item} item @param {number} drop */
export function elbow(parent, item, drop) {
  const x = parent.x + INDENT / 2;
  const y = item.y + item.h / 2 + drop;
  const bow = Math.min(9, item.x - x);
  return `M${x - 1} ${parent.y + parent.h}V${y - bow}q0 ${bow + 1} ${bow} ${bow + 1}H${item.x}v-2h${-(item.x - x - bow)}q${1 - bow} 0 ${1 - bow} ${1 - bow}V${parent.y + parent.h}z`;
}
