/** How wide text is, and how to shorten it; measured once for each text. */
import { FONT } from "./svg.js";

/** @type {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined} */
let pen;
/** Fonts by weight and size, each with its widths by letter or text. @type {Map<number, {font: string, known: Map<string, number>}>} */
const fonts = new Map();
/** Letters that stand beside each other as they stand alone: kerning only ever brings them nearer. */
const PLAIN = /^[ -~\u00a0-\u024f\u2010-\u2027\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]*$/;

/** What is known of a font. @param {number} size @param {number} weight */
function knownOf(size, weight) {
  const key = weight * 1000 + size;
  let found = fonts.get(key);
  if (!found) {
    found = { font: `${weight} ${size}px ${FONT}`, known: new Map() };
    fonts.set(key, found);
  }
  return found;
}

/**
 * The width of a text. Of plain letters it is the sum of theirs, each measured once: thousands of names cost a hundred measurements.
 * @param {string} text @param {number} size in pixels @param {number} [weight]
 */
export function textWidth(text, size, weight = 400) {
  const { font, known } = knownOf(size, weight);
  let width = known.get(text);
  if (width !== undefined) return width;
  if (!PLAIN.test(text)) width = measure(text, font, size, weight);
  else {
    width = 0;
    for (const letter of text) width += letterWidth(letter, font, known, size, weight);
  }
  known.set(text, width);
  return width;
}

/** @param {string} letter @param {string} font @param {Map<string, number>} known @param {number} size @param {number} weight */
function letterWidth(letter, font, known, size, weight) {
  let width = known.get(letter);
  if (width === undefined) {
    width = measure(letter, font, size, weight);
    known.set(letter, width);
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
  const low = PLAIN.test(text) ? fitting(letters, room, size, weight) : searched(letters, room, size, weight);
  return low ? `${letters.slice(0, low).join("").trimEnd()}…` : "";
}

/** How many plain letters fit with an ellipsis. @param {string[]} letters @param {number} room @param {number} size @param {number} weight */
function fitting(letters, room, size, weight) {
  const { font, known } = knownOf(size, weight);
  let left = room - letterWidth("…", font, known, size, weight);
  let [count, fits] = [0, 0];
  for (const letter of letters) {
    left -= letterWidth(letter, font, known, size, weight);
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
