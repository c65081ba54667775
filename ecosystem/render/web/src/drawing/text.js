/** How wide text is, and how to shorten it; measured once for each text. */
import { FONT } from "./svg.js";

/** @type {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined} */
let pen;
/** The font that the pen was told last. */
let asked = "";
/** Widths by letter or text at a size of one pixel, by weight: fonts grow evenly. @type {Map<number, Map<string, number>>} */
const fonts = new Map();
/** Measured at this size: to tell the browser another font costs more than to measure. */
const SIZE = 100;
/** Letters that stand beside each other as they stand alone: kerning only ever brings them nearer. */
const PLAIN = /^[ -~\u00a0-\u024f\u2010-\u2027\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]*$/;
/** Chinese letters are as wide as each other. */
const HAN = /[\u4e00-\u9fff]/;

/** What is known of a font. @param {number} weight */
function knownOf(weight) {
  const found = fonts.get(weight) ?? new Map();
  fonts.set(weight, found);
  return found;
}

/**
 * The width of a text. Of plain letters it is the sum of theirs, each measured once: thousands of names cost a hundred measurements.
 * @param {string} text @param {number} size in pixels @param {number} [weight]
 */
export function textWidth(text, size, weight = 400) {
  const known = knownOf(weight);
  let width = known.get(text);
  if (width === undefined) {
    width = 0;
    if (!PLAIN.test(text)) width = measure(text, weight);
    else for (const letter of text) width += letterWidth(letter, known, weight);
    known.set(text, width);
  }
  return width * size;
}

/** At a size of one pixel. @param {string} letter @param {Map<string, number>} known @param {number} weight */
function letterWidth(letter, known, weight) {
  const like = HAN.test(letter) ? "中" : letter;
  const width = known.get(like) ?? measure(like, weight);
  known.set(like, width);
  return width;
}

/** At a size of one pixel. @param {string} text @param {number} weight */
function measure(text, weight) {
  if (pen === undefined)
    pen =
      typeof OffscreenCanvas === "undefined" ? null : /** @type {any} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  if (!pen) return estimate(text, weight);
  const font = `${weight} ${SIZE}px ${FONT}`;
  if (asked !== font) pen.font = font;
  asked = font;
  return pen.measureText(text).width / SIZE;
}

/** Without a canvas (tests in Node): Chinese is square, the rest a little over half. @param {string} text @param {number} weight */
function estimate(text, weight) {
  let units = 0;
  for (const letter of text) units += letter > "\u2e7f" ? 1 : 0.56;
  return units * (weight >= 600 ? 1.06 : 1);
}

/** The text, shortened with an ellipsis so that it fits. @param {string} text @param {number} room @param {number} size @param {number} [weight] */
export function clipped(text, room, size, weight = 400) {
  if (textWidth(text, size, weight) <= room) return text;
  const letters = [...text];
  const low = PLAIN.test(text) ? fitting(letters, room, size, weight) : searched(letters, room, size, weight);
  return low ? `${letters.slice(0, low).join("").trimEnd()}…` : "";
}

/** How many plain letters fit with an ellipsis. @param {string[]} letters @param {number} room @param {number} size @param {number} weight */
function fitting(letters, room, size, weight) {
  const known = knownOf(weight);
  let left = room - size * letterWidth("…", known, weight);
  let [count, fits] = [0, 0];
  for (const letter of letters) {
    left -= size * letterWidth(letter, known, weight);
    count++;
    if (left >= 0) fits = count;
    else if (letter !== " ") return fits;
  }
  return fits;
}

/** The same for letters that depend on each other. @param {string[]} letters @param {number} room @param {number} size @param {number} weight */
function searched(letters, room, size, weight) {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${letters.slice(0, middle).join("").trimEnd()}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What stays in one line: a Chinese letter or a word, with the brackets and marks around it. */
const WORDS =
  /[（《「【]*(?:[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+)[）》」】，。、；：！？]*\s*|\s+/g;

/** Break into at most `lines` lines; Chinese may break anywhere. @param {string} text @param {number} room @param {number} size @param {number} [weight] @param {number} [lines] */
export function wrapped(text, room, size, weight = 400, lines = 2) {
  const words = text.match(WORDS) ?? [text];
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
