/** Between two layouts: what stays glides, what is new grows out of its branch. Pure. */

/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Item} Item */

/** @param {Layout} before @param {Layout} after @param {number} t 0 to 1 @returns {Layout} */
export function blend(before, after, t) {
  /** @type {Map<string, Item>} */
  const byKey = new Map();
  const items = after.items.map((item) => {
    const from = origin(item, before);
    const parent = item.parent ? (byKey.get(item.parent.key) ?? item.parent) : null;
    const moved = { ...item, parent, x: from.x + (item.x - from.x) * t, y: from.y + (item.y - from.y) * t };
    byKey.set(item.key, moved);
    return moved;
  });
  const old = new Set(before.sheets.map((sheet) => sheet.owner.key));
  const sheets = after.sheets.flatMap((sheet) => {
    const owner = byKey.get(sheet.owner.key);
    if (!owner || !old.has(sheet.owner.key)) return [];
    return [{ ...sheet, owner, x: sheet.x + owner.x - sheet.owner.x, y: sheet.y + owner.y - sheet.owner.y }];
  });
  return { ...after, items, byKey, sheets };
}

/** Where an item was, or where the nearest branch above it was. @param {Item} item @param {Layout} before */
function origin(item, before) {
  const own = before.byKey.get(item.key);
  if (own) return own;
  for (let at = item.parent; at; at = at.parent) {
    const known = before.byKey.get(at.key);
    if (known)
      return {
        x: item.side > 0 ? known.x + known.w * 0.5 : known.x + known.w * 0.5 - item.w,
        y: known.y + (known.h - item.h) / 2,
      };
  }
  return item;
}
