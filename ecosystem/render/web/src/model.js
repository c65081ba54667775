/** The map's data as typed columns: decoded once, never changed. */

import { earliest, ended, latest, monthsLater } from "./dates.js";
import { BUDGET, nextTask } from "./work.js";

/** @typedef {import("./types.js").Bilingual} Bilingual */
/** @typedef {import("./types.js").Citation} Citation */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Sparse} Sparse */
/** @typedef {import("./types.js").More} More */

/** The bytes that base64 says: read by the browser where it can, otherwise in a plain loop (ten times faster than `Uint8Array.from`). @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
export function bytesOf(base64) {
  const native = /** @type {any} */ (Uint8Array).fromBase64;
  if (native) return native.call(Uint8Array, base64);
  const letters = atob(base64.trim());
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** Bytes that are inflated in one task. */
const PIECE = 2 ** 16;

/**
 * Inflate base64 of a zlib stream, piece by piece: the browser does a piece in one go, and is free between two.
 * @param {string} base64
 * @returns {Response}
 */
export function inflated(base64) {
  const bytes = bytesOf(base64);
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  const write = async () => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      if (at) await nextTask();
      await writer.write(bytes.subarray(at, at + PIECE));
    }
    await writer.close();
  };
  write().catch(() => {}); // Whoever reads hears of it.
  return new Response(readable);
}

/**
 * Inflate a data block: base64 of a zlib stream of JSON, of which the first levels have a line for each entry. So long as one line
 * takes, the page does not answer; the whole would take several times as long.
 * @param {string} base64
 * @returns {Promise<any>}
 */
export async function inflate(base64) {
  const text = await inflated(base64).text();
  if (!text.startsWith("{\n")) return JSON.parse(text);
  const whole = {};
  const open = [whole];
  let end = performance.now() + BUDGET;
  for (const line of text.slice(2).split("\n")) {
    if (performance.now() > end) {
      await nextTask();
      end = performance.now() + BUDGET;
    }
    read(line, open);
  }
  if (open.length) throw new SyntaxError("the data ends too early");
  return whole;
}

/** One line: an entry, or the beginning or the end of a mapping. @param {string} line @param {Record<string, any>[]} open mappings that the line is in, the innermost last */
function read(line, open) {
  if (line.startsWith("}")) return void open.pop();
  const inside = open[open.length - 1];
  const colon = line.indexOf(":");
  const key = JSON.parse(line.slice(0, colon));
  if (line.endsWith("{")) {
    inside[key] = {};
    open.push(inside[key]);
  } else inside[key] = JSON.parse(line.slice(colon + 1, line.endsWith(",") ? -1 : undefined));
}

/**
 * For each node the edges at it, as one array with offsets (compressed sparse rows).
 * @param {number} n
 * @param {Int32Array} ends
 */
function rows(n, ends) {
  const start = new Int32Array(n + 1);
  for (const end of ends) start[end + 1]++;
  for (let i = 0; i < n; i++) start[i + 1] += start[i];
  const cursor = start.slice();
  const edges = new Int32Array(ends.length);
  for (let k = 0; k < ends.length; k++) edges[cursor[ends[k]]++] = k;
  return { start, edges };
}

/** @param {number[]} deltas */
function cumulated(deltas) {
  const out = new Int32Array(deltas.length);
  let sum = 0;
  for (let k = 0; k < deltas.length; k++) out[k] = sum += deltas[k];
  return out;
}

/** The same dates come again and again in a column: each is read once. @param {number} length @param {Sparse} column @param {(text: string) => number} read @param {number} unknown */
function days(length, column, read, unknown) {
  const out = new Int32Array(length).fill(unknown);
  /** @type {Map<string, number>} */
  const known = new Map();
  for (const i in column ?? {}) {
    const text = column[i];
    const day = known.get(text) ?? read(text);
    known.set(text, day);
    out[i] = day;
  }
  return out;
}

const UNKNOWN_START = earliest(null);
const UNKNOWN_END = ended(null);

/** One graph, read-only. Nodes are numbers from 0 to `n` - 1, edges from 0 to `m` - 1. */
export class Model {
  /** @param {any} payload */
  constructor(payload) {
    const { nodes, edges } = payload;
    /** @type {import("./types.js").MapHead} */
    this.map = payload.map;
    /** @type {import("./types.js").Kind[]} */
    this.kinds = payload.kinds ?? [];
    /** @type {import("./types.js").Predicate[]} */
    this.predicates = payload.predicates ?? [];
    /** @type {import("./types.js").Category[]} */
    this.categories = payload.categories ?? [];
    /** @type {import("./types.js").Reference[]} */
    this.references = payload.references ?? [];
    /** @type {import("./types.js").PayloadFacet[]} */
    this.facets = payload.facets ?? [];
    /** @type {import("./types.js").StoryStep[]} */
    this.story = payload.story ?? [];
    /** What colours (other than those of kinds) and sizes mean. @type {import("./types.js").LegendBlock[]} */
    this.legend = (payload.legend ?? []).filter(
      (/** @type {any} */ block) => block.channel === "size" || payload.colouring,
    );
    /** A node's colour by an answer that was put on the map, if one was. @type {(string | undefined)[] | null} */
    this.answer =
      payload.colouring?.of.map((/** @type {number} */ at) => payload.colouring.entries[at]?.colour) ?? null;
    /** @type {Map<string, {label: Bilingual, ends: boolean}>} */
    this.events = new Map((payload.events ?? []).map((/** @type {any} */ event) => [event.id, event]));
    /** @type {Map<string, {label: Bilingual}>} */
    this.measures = new Map((payload.measures ?? []).map((/** @type {any} */ measure) => [measure.id, measure]));

    /** @type {string[]} */
    this.id = nodes.id;
    /** Number of nodes. */
    this.n = nodes.id.length;
    this.kind = Uint16Array.from(nodes.kind);
    this.x = Float32Array.from(nodes.x);
    this.y = Float32Array.from(nodes.y);
    /** 0 to 1000. */
    this.importance = Uint16Array.from(nodes.importance);
    /** A node's own branch of the tree of categories. */
    this.category = Int32Array.from(nodes.category);
    /** First day on which a node is there. */
    this.since = days(this.n, nodes.since, earliest, UNKNOWN_START);
    /** First day on which anyone speaks of a node whose beginning is not dated. */
    this.known = days(this.n, nodes.known, earliest, UNKNOWN_START);
    /** First day on which a node is there no more. */
    this.until = days(this.n, nodes.until, ended, UNKNOWN_END);
    /** Last day on which a node's last sign of life is fresh; where nobody knows which it was, for ever. */
    this.fresh = days(this.n, nodes.sign, latest, UNKNOWN_END).map((day, i) => {
      const months = this.kindOf(i)?.freshMonths;
      return months && day !== UNKNOWN_END ? monthsLater(day, months) : UNKNOWN_END;
    });

    this.source = cumulated(edges.source);
    this.target = Int32Array.from(edges.target);
    this.predicate = Uint16Array.from(edges.predicate);
    /** Number of edges. */
    this.m = this.source.length;
    this.edgeSince = days(this.m, edges.since, earliest, UNKNOWN_START);
    this.edgeUntil = days(this.m, edges.until, ended, UNKNOWN_END);
    /** Edges by source. */
    this.out = rows(this.n, this.source);
    /** Edges by target. */
    this.in = rows(this.n, this.target);
    this.index = new Map(this.id.map((id, i) => [id, i]));
    /** Categories by parent. @type {number[][]} */
    this.children = this.categories.map(() => []);
    this.categories.forEach(({ parent }, c) => {
      if (parent >= 0) this.children[parent].push(c);
    });
    this._nodes = nodes;
    this._edges = edges;
  }

  /** @param {number} i @param {Language} [lang] */
  name(i, lang = "en") {
    return (lang === "zh" && this._nodes.zh?.[i]) || this._nodes.name[i];
  }

  /** @param {number} i @param {Language} [lang] @returns {string} */
  summary(i, lang = "en") {
    const { summary, summaryZh } = this._nodes;
    return (lang === "zh" ? summaryZh?.[i] || summary?.[i] : summary?.[i] || summaryZh?.[i]) ?? "";
  }

  /** How its Chinese names are read, an apostrophe between syllables. @param {number} i @returns {string[]} */
  pinyin(i) {
    return this._nodes.pinyin?.[i]?.split(" ") ?? [];
  }

  /** Its alternatives, the best first, each with the concept above both (-1: they share a category). @param {number} i @returns {[number, number][]} */
  rivals(i) {
    return (this._nodes.rivals?.[i] ?? []).map((/** @type {number | [number, number]} */ one) =>
      Array.isArray(one) ? one : [one, -1],
    );
  }

  /** @param {number} i @returns {More} */
  more(i) {
    return this._nodes.more?.[i] ?? {};
  }

  /** Dates as they stand in the source. @param {number} i @returns {{since: string | null, until: string | null}} */
  dates(i) {
    return { since: this._nodes.since?.[i] ?? null, until: this._nodes.until?.[i] ?? null };
  }

  /** The last sign of life that is known, as it stands in the source. @param {number} i @returns {string | null} */
  sign(i) {
    return this._nodes.sign?.[i] ?? null;
  }

  /** Dates of an edge as they stand in the source. @param {number} k @returns {{since: string | null, until: string | null}} */
  edgeDates(k) {
    return { since: this._edges.since?.[k] ?? null, until: this._edges.until?.[k] ?? null };
  }

  /** stated, planned, forecast, advised or disputed. @param {number} k @returns {string} */
  modality(k) {
    return this._edges.modality?.[k] ?? "stated";
  }

  /** @param {number} k @returns {Citation[]} */
  edgeReferences(k) {
    return this._edges.refs?.[k] ?? [];
  }

  /** @param {number} k @param {Language} lang @returns {string} */
  edgeNote(k, lang) {
    return this._edges.note?.[k]?.[lang === "zh" ? 1 : 0] ?? "";
  }

  /** @param {number} i @returns {import("./types.js").Kind} */
  kindOf(i) {
    return this.kinds[this.kind[i]];
  }

  /** @param {number} k @returns {import("./types.js").Predicate} */
  predicateOf(k) {
    return this.predicates[this.predicate[k]];
  }

  /** @param {number} i */
  degree(i) {
    return this.out.start[i + 1] - this.out.start[i] + this.in.start[i + 1] - this.in.start[i];
  }

  /** The edges from a node, then those to it. @param {number} i @returns {number[]} */
  incident(i) {
    const from = this.out.edges.subarray(this.out.start[i], this.out.start[i + 1]);
    const to = this.in.edges.subarray(this.in.start[i], this.in.start[i + 1]);
    return [...from, ...to];
  }

  /** The other end of an edge. @param {number} k @param {number} i */
  other(k, i) {
    return this.source[k] === i ? this.target[k] : this.source[k];
  }

  /** Whether a node holds on a day. @param {number} i @param {number} day */
  holds(i, day) {
    return this.since[i] <= day && day < this.until[i];
  }

  /** Whether an edge holds on a day. @param {number} k @param {number} day */
  edgeHolds(k, day) {
    return this.edgeSince[k] <= day && day < this.edgeUntil[k];
  }

  /** The branches from the root to a category. @param {number} category @returns {number[]} */
  ancestry(category) {
    const path = [];
    for (let c = category; c >= 0 && path.length < 64; c = this.categories[c].parent) path.unshift(c);
    return path;
  }
}
