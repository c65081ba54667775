/** Search as you type: names, Chinese names, aliases, former names, pinyin, ids; forgiving of one slip of the finger. */

import { spells, typed } from "./pinyin.js";
import { work } from "./work.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Model} Model */
/** @typedef {{node: number, score: number, form: string}} Hit  `form` is the name that was found */

/** Lower case without accents, and with any run of separators as one blank. @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\-_./·,、()]+/gu, " ")
    .trim();

/**
 * Whether two words differ by at most one letter missing, added, changed or swapped with its neighbour.
 * With `prefix`, `b` may go on after what matches.
 * @param {string} a
 * @param {string} b
 * @param {boolean} [prefix]
 */
export function oneSlip(a, b, prefix = false) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length) return prefix || b.length - i <= 1;
  const rest = (/** @type {number} */ p, /** @type {number} */ q) =>
    prefix ? b.slice(q).startsWith(a.slice(p)) : b.slice(q) === a.slice(p);
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && rest(i + 2, i + 2);
  return swapped || rest(i + 1, i + 1) || rest(i + 1, i) || rest(i, i + 1);
}

const SLICE = 20;
const EXACT = 100;
const START = 80;
const WORD = 60;
/** Below a Latin name that begins so: who types "go" means Go. */
const PINYIN = 55;
const PINYIN_INSIDE = 30;
const INSIDE = 40;
const SLIP = 20;
/** Shorter words have no slips; words of this length only as a whole. */
const SHORTEST_SLIP = 3;

/** @param {string} form @param {string} query @returns {number} 0: not found */
function score(form, query) {
  const at = form.indexOf(query);
  if (at < 0) return 0;
  if (form.length === query.length) return EXACT;
  if (at === 0) return START;
  return form[at - 1] === " " ? WORD : INSIDE;
}

/** @param {string[]} syllables @param {string} letters */
function scoreOfPinyin(syllables, letters) {
  if (spells(letters, syllables)) return PINYIN;
  return syllables.some((_, from) => spells(letters, syllables, from)) ? PINYIN_INSIDE : 0;
}

/** @param {string} form @param {string} query */
function scoreOfSlip(form, query) {
  const prefix = query.length > SHORTEST_SLIP;
  if (oneSlip(query, form, prefix)) return SLIP;
  return form.split(" ").some((word) => oneSlip(query, word, prefix)) ? SLIP - 5 : 0;
}

/** All names of all nodes, folded once. */
export class SearchIndex {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    /** @type {{node: number, form: string, shown: string, cost: number}[]} */
    this.forms = [];
    /** @type {{node: number, syllables: string[]}[]} */
    this.spellings = [];
    /** How many nodes are read: the page reads them while it is idle, a search reads the rest. */
    this.read = 0;
  }

  /** Read all names when there is nothing else to do. */
  prepare() {
    work.begin(this, this._reading(), { idle: true });
  }

  *_reading() {
    while (this.read < this.model.n) {
      this._readTo(Math.min(this.model.n, this.read + SLICE));
      yield;
    }
  }

  /** @param {number} end */
  _readTo(end) {
    for (; this.read < end; this.read++) this._add(this.read);
  }

  /** @param {number} i */
  _add(i) {
    const { model } = this;
    const { aliases = [], former = [] } = model.more(i);
    const names = [model.name(i, "en"), model.name(i, "zh"), ...aliases, ...former.map(([name]) => name)];
    const seen = new Set();
    const add = (/** @type {string} */ text, /** @type {string} */ shown, /** @type {number} */ cost) => {
      const form = fold(text);
      if (!form || seen.has(form)) return;
      seen.add(form);
      this.forms.push({ node: i, form, shown, cost });
    };
    for (const [place, name] of names.entries()) add(name, name, place > 1 ? 3 : 0);
    add(model.id[i], "", 4);
    for (const form of model.pinyin(i)) this.spellings.push({ node: i, syllables: form.split("'") });
  }

  /**
   * The best nodes for a query.
   * @param {string} query
   * @param {Language} lang
   * @param {number} [limit]
   * @returns {Hit[]}
   */
  find(query, lang, limit = Infinity) {
    const wanted = fold(query);
    if (!wanted) return [];
    this._readTo(this.model.n);
    let hits = this._collect((form) => score(form, wanted), typed(wanted));
    const exact = hits.some((hit) => hit.score > START);
    if (!exact && hits.length < 4 && wanted.length >= SHORTEST_SLIP) hits = [...hits, ...this._slips(wanted, hits)];
    const { importance } = this.model;
    const worth = (/** @type {Hit} */ hit) => hit.score + importance[hit.node] / 100;
    const name = (/** @type {Hit} */ hit) => this.model.name(hit.node, lang);
    hits.sort((a, b) => worth(b) - worth(a) || (name(a) < name(b) ? -1 : 1));
    return hits.slice(0, limit);
  }

  /** @param {string} wanted @param {Hit[]} found */
  _slips(wanted, found) {
    const known = new Set(found.map(({ node }) => node));
    return this._collect((form) => scoreOfSlip(form, wanted)).filter(({ node }) => !known.has(node));
  }

  /**
   * One hit for each node, its best.
   * @param {(form: string) => number} rate
   * @param {string} [letters] what may be pinyin
   * @returns {Hit[]}
   */
  _collect(rate, letters = "") {
    /** @type {Map<number, Hit>} */
    const best = new Map();
    const offer = (/** @type {Hit} */ hit) => {
      if (hit.score > (best.get(hit.node)?.score ?? 0)) best.set(hit.node, hit);
    };
    for (const { node, form, shown, cost } of this.forms) offer({ node, score: rate(form) - cost, form: shown });
    if (letters)
      for (const { node, syllables } of this.spellings)
        offer({ node, score: scoreOfPinyin(syllables, letters), form: "" });
    return [...best.values()];
  }
}
