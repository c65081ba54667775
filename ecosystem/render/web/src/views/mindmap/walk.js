/** Where an arrow key leads in the mind map, as a tree widget does, mirrored on the left side. Pure. */

/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Item} Item */

/**
 * @param {Layout} layout @param {string} key the item that has the keyboard @param {string} press the name of the key
 * @returns {{go?: string, fold?: boolean} | null} another item, or a change of the fold of this one
 */
export function walked(layout, key, press) {
  const item = layout.byKey.get(key) ?? layout.items[0];
  if (press === "Home") return { go: layout.items[0].key };
  if (press === "End") return { go: column(layout, item).at(-1)?.key };
  if (press === "ArrowUp" || press === "ArrowDown")
    return { go: beside(layout, item, press === "ArrowUp" ? -1 : 1)?.key };
  if (press !== "ArrowLeft" && press !== "ArrowRight") return null;
  const way = press === "ArrowRight" ? 1 : -1;
  if (layout.outline) return way > 0 ? outwards(layout, item) : inwards(item);
  if (item.branch.depth === 0) return { go: firstChild(layout, item, way)?.key ?? firstChild(layout, item, 0)?.key };
  return way === item.side ? outwards(layout, item) : inwards(item);
}

/** @param {Layout} layout @param {Item} item */
function outwards(layout, item) {
  if (item.sheeted) return { go: nearest(layout, item, item.side)?.key };
  if (item.branch.leaf || !item.branch.children.length) return {};
  if (item.folded) return { fold: false };
  return { go: firstChild(layout, item, 0)?.key };
}

/** @param {Item} item */
function inwards(item) {
  if (!item.branch.leaf && !item.folded && item.branch.children.length && item.branch.depth > 1) return { fold: true };
  return { go: item.parent?.key };
}

/** @param {Layout} layout @param {Item} item @param {number} side */
function firstChild(layout, item, side) {
  return layout.items.find((other) => other.parent === item && (!side || other.side === side));
}

/** All items of one side, from top to bottom as the eye reads them: by depth-first order. @param {Layout} layout @param {Item} item */
function column(layout, item) {
  const side = item.side;
  const depth = item.branch.depth;
  return layout.items
    .filter((other) => other.branch.depth === depth && other.side === side)
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** The next item of the same depth above or below, in the same column of a sheet. @param {Layout} layout @param {Item} item @param {number} way */
function beside(layout, item, way) {
  if (layout.outline) return layout.items[layout.items.indexOf(item) + way];
  const near = column(layout, item).filter((other) =>
    item.sheeted ? Math.abs(other.x - item.x) < 1 || other.parent !== item.parent : true,
  );
  const at = near.indexOf(item);
  return near[at + way];
}

/** The item of the same sheet in the next column. @param {Layout} layout @param {Item} item @param {number} way */
function nearest(layout, item, way) {
  const row = layout.items.filter(
    (other) => other.parent === item.parent && other.y === item.y && (other.x - item.x) * way > 1,
  );
  return row.sort((a, b) => Math.abs(a.x - item.x) - Math.abs(b.x - item.x))[0];
}
