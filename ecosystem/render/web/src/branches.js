/** How many nodes are in each branch: the one number that legend, mind map, landscape and timeline say of it. Pure. */

/**
 * The nodes of each category, by category: those right in it, and all those with its narrower categories. The concept that a
 * category stands for is in it, as any other.
 * @param {import("./types.js").Model} model @param {(node: number) => boolean} counted
 * @returns {{own: Int32Array, all: Int32Array}}
 */
export function branchCounts({ categories, category }, counted) {
  const own = new Int32Array(categories.length);
  category.forEach((of, node) => {
    if (of >= 0 && counted(node)) own[of]++;
  });
  const all = own.slice();
  for (let c = categories.length - 1; c > 0; c--) if (categories[c].parent >= 0) all[categories[c].parent] += all[c];
  return { own, all };
}

/** How many of some nodes are shown. @param {number[]} nodes @param {Uint8Array} visible */
export const countOf = (nodes, visible) => nodes.reduce((sum, node) => sum + Number(visible[node] === 1), 0);

/** "114", or where not all of them are to be seen "94 of 114". @param {number} shown @param {number} all @param {(shown: number, all: number) => string} say */
export const ofAll = (shown, all, say) => (shown === all ? String(all) : say(shown, all));
