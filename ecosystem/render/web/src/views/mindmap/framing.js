/** Where the mind map's camera goes: it keeps what the reader touched in place, and shows what that opened. Pure. */
import { fitted, revealed } from "../../drawing/camera.js";
import { toolsRoom } from "../../drawing/tools.js";
import { boxOf } from "./picture.js";

/**
 * @typedef {import("./layout.js").Item} Item
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("../../drawing/camera.js").Camera} Camera
 * @typedef {{clientWidth: number, clientHeight: number}} Window
 */

/** The camera that shows all; on a phone the width, from the top. @param {Layout} layout @param {Window} window */
export function showingAll({ box, outline }, { clientWidth: width, clientHeight: height }) {
  const below = fitted(box, width, height - toolsRoom(), outline ? 12 : 20, width > 2200 ? 2.2 : 1.2);
  if (!outline || below.k >= 0.8) return { ...below, y: below.y + toolsRoom() };
  const k = Math.min(1.1, Math.max(0.8, (width - 24) / (box.x1 - box.x0)));
  return { k, x: 12 - box.x0 * k, y: toolsRoom() + 12 - box.y0 * k };
}

/**
 * The camera under which the touched branch, or else the root, stays where it is on the screen.
 * @param {Camera} camera @param {Layout} before @param {Layout} after @param {string | undefined} touched @param {Window} window
 */
export function keepingPlace(camera, before, after, touched, window) {
  const key = touched ?? after.items[0].key;
  const [old, now] = [before.byKey.get(key), after.byKey.get(key)];
  if (!old || !now) return camera;
  const { k } = camera;
  const kept = { x: camera.x + (old.x - now.x) * k, y: camera.y + (old.y - now.y) * k, k };
  return touched
    ? revealed(kept, bandOf(now, after), window.clientWidth, window.clientHeight, 24, toolsRoom() + 16)
    : kept;
}

/** The box of an item and its children. @param {Item} item @param {Layout} layout */
function bandOf(item, layout) {
  const inner = layout.items.filter((one) => one.parent === item);
  const sheets = layout.sheets.filter((sheet) => sheet.owner === item);
  return [...inner, ...sheets].map(boxOf).reduce(around, boxOf(item));
}

/** The box around two. @param {import("../../drawing/camera.js").Box} a @param {import("../../drawing/camera.js").Box} b */
function around(a, b) {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}

/** Whether anything moved, came or went. @param {Layout} before @param {Layout} after */
export function differs(before, after) {
  if (before.items.length !== after.items.length) return true;
  return after.items.some((item) => {
    const old = before.byKey.get(item.key);
    return !old || Math.abs(old.x - item.x) + Math.abs(old.y - item.y) > 0.5;
  });
}
