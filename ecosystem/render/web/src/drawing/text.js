/** How wide text is, and how to shorten it; measured once for each text. */
import { FONT } from "./svg.js";

/** @type {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined} */
let pen;
/** @type {Map<string, Map<string, number>>} */
const widths = new Map();

/** @param {string} text @param {number} size in pixels @param {number} [weight] */
export function textWidth(text, size, weight = 400) {
  const font = `${weight} ${size}px ${FONT}`;
  let known = widths.get(font);
  if (!known) {
    known = new Map();
    widths.set(font, known);
  }
  let width = known.get(text);
  if (width === undefined) {
    width = measure(text, font, size, weight);
    known.set(text, width);
  }
  return width;
}

function measure(
  /** @type {string} */ text,
  /** @type {string} */ font,
  /** @type {number} */ size,
  /** @type {number} */ weight,
) {
  if (pen === undefined)
    pen =
      typeof OffscreenCanvas === "undefined" ? null : /** @type {any} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  if (!pen) return estimate(text, size, weight);
  if (pen.font !== font) pen.font = font;
  return pen.measureText(text).width;
}

/** Without a canvas (tests in Node): Chinese is square, the rest a little over half. */
function estimate(/** @type {string} */ text, /** @type {number} */ size, /** @type {number} */ weight) {
  let units = 0;
  for (const letter of text) units += letter > "\u2e7f" ? 1 : 0.56;
  return units * size * (weight >= 600 ? 1.06 : 1);
}

/** The text, shortened with an ellipsis so that it fits. @param {string} text @param {number} room @param {number} size @param {number} [weight] */
export function clipped(text, room, size, weight = 400) {
  if (textWidth(text, size, weight) <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${letters.slice(0, middle).join("").trimEnd()}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low ? `${letters.slice(0, low).join("").trimEnd()}…` : "";
}

/** Break into at most `lines` lines; Chinese may break anywhere. @param {string} text @param {number} room @param {number} size @param {number} [weight] @param {number} [lines] */
export function wrapped(text, room, size, weight = 400, lines = 2) {
  const words = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [text];
  /** @type {string[]} */
  const rows = [""];
  for (const word of words) {
    const last = rows.length - 1;
    if (!rows[last] || textWidth((rows[last] + word).trimEnd(), size, weight) <= room) rows[last] += word;
    else if (rows.length < lines) rows.push(word);
    else rows[last] += word;
  }
  return rows.map((row) => clipped(row.trim(), room, size, weight));
}

/** Measure texts while nothing else is to be done, so that drawing them later is quick. @param {number} count @param {(at: number) => string} text @param {number} size */
export function measureSoon(count, text, size) {
  let at = 0;
  const some = () => {
    for (const end = Math.min(count, at + 60); at < end; at++) textWidth(text(at), size);
    if (at < count) setTimeout(some, 30);
  };
  setTimeout(some, 600);
}
