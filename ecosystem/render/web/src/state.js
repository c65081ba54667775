/** What the reader chose: plain data, pure transitions, a codec for the address bar, and a history. */

import { parts } from "./dates.js";

/** @typedef {import("./types.js").State} State */

export const VIEWS = /** @type {const} */ (["mindmap", "network", "landscape", "timeline", "table"]);
const THEMES = ["auto", "light", "dark"];

/** @param {Partial<State>} [chosen] @returns {State} */
export function initialState(chosen = {}) {
  return {
    view: "mindmap",
    lang: "en",
    theme: "auto",
    selected: [],
    query: "",
    facets: {},
    date: null,
    against: null,
    focus: null,
    path: null,
    folded: {},
    hidden: [],
    pinned: {},
    story: null,
    embed: false,
    ...chosen,
  };
}

// Transitions -----------------------------------------------------------------------------------------------------

/** @param {State} state @param {string | null} id @param {boolean} [extend] @returns {State} */
export function select(state, id, extend = false) {
  if (id === null) return state.selected.length ? { ...state, selected: [] } : state;
  if (!extend) return { ...state, selected: [id] };
  const rest = state.selected.filter((other) => other !== id);
  return { ...state, selected: rest.length < state.selected.length ? rest : [...rest, id] };
}

/** Let a facet's value through, or no longer. @param {State} state @param {string} facet @param {string} value @returns {State} */
export function toggleFacet(state, facet, value) {
  const chosen = state.facets[facet] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const { [facet]: _, ...rest } = state.facets;
  return { ...state, facets: values.length ? { ...rest, [facet]: values } : rest };
}

/** @param {State} state @param {string} [facet] one facet, or all of them @returns {State} */
export function clearFacets(state, facet) {
  if (facet === undefined) return { ...state, facets: {} };
  const { [facet]: _, ...rest } = state.facets;
  return { ...state, facets: rest };
}

/** @param {State} state @param {string} node @param {number} [depth] @returns {State} */
export function focusOn(state, node, depth = 1) {
  return { ...state, focus: { node, depth: Math.min(6, Math.max(1, depth)) }, path: null };
}

/** @param {State} state @param {number} category @param {boolean} folded @returns {State} */
export function fold(state, category, folded) {
  return { ...state, folded: { ...state.folded, [category]: folded } };
}

/** @param {State} state @param {string} id @returns {State} */
export function hide(state, id) {
  if (state.hidden.includes(id)) return state;
  return { ...state, hidden: [...state.hidden, id], selected: state.selected.filter((other) => other !== id) };
}

/** @param {State} state @param {string} id @param {[number, number] | null} place null lets go @returns {State} */
export function pin(state, id, place) {
  const { [id]: _, ...rest } = state.pinned;
  return { ...state, pinned: place ? { ...rest, [id]: place } : rest };
}

/**
 * A state without the nodes that a map does not have, and which they were.
 * @param {State} state
 * @param {(id: string) => boolean} has
 * @returns {{state: State, lost: string[]}}
 */
export function onMap(state, has) {
  const { selected, hidden, focus } = state;
  const lost = [...new Set([...selected, ...hidden, ...(focus ? [focus.node] : [])])].filter((id) => !has(id));
  if (!lost.length) return { state, lost };
  const kept = { selected: selected.filter(has), hidden: hidden.filter(has) };
  return { state: { ...state, ...kept, focus: focus && has(focus.node) ? focus : null }, lost };
}

/** All that narrows the picture is undone; the view, language and selection stay. @param {State} state @returns {State} */
export function showEverything(state) {
  return {
    ...state,
    query: "",
    facets: {},
    date: null,
    against: null,
    focus: null,
    path: null,
    hidden: [],
    story: null,
  };
}

// History ---------------------------------------------------------------------------------------------------------

/** @typedef {{past: State[], present: State, future: State[]}} History */

const REMEMBERED = 200;

/** @param {State} state @returns {History} */
export const startHistory = (state) => ({ past: [], present: state, future: [] });

/** @param {History} history @param {State} state @param {boolean} [step] whether undo can come back to what was @returns {History} */
export function advance(history, state, step = true) {
  if (state === history.present) return history;
  if (!step) return { ...history, present: state };
  return { past: [...history.past, history.present].slice(-REMEMBERED), present: state, future: [] };
}

/** @param {History} history @returns {History} */
export function undo({ past, present, future }) {
  if (!past.length) return { past, present, future };
  return { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] };
}

/** @param {History} history @returns {History} */
export function redo({ past, present, future }) {
  if (!future.length) return { past, present, future };
  return { past: [...past, present], present: future[0], future: future.slice(1) };
}

// The fragment ----------------------------------------------------------------------------------------------------

const enc = encodeURIComponent;
/** @param {string[]} values */
const encodeList = (values) => values.map(enc).join(",");
/** @param {string} text */
const decodeList = (text) => (text ? text.split(",").map(decodeURIComponent) : []);
/** @param {string} text @returns {string | null} */
const date = (text) => (parts(text) ? text : null);

/**
 * How each part of the state stands in the address bar: `to` gives text ("" leaves it out), `from` reads it.
 * @type {Record<string, {to: (state: State) => string, from: (text: string) => Partial<State>}>}
 */
const FIELDS = {
  view: {
    to: (state) => state.view,
    from: (text) => (VIEWS.includes(/** @type {any} */ (text)) ? { view: /** @type {any} */ (text) } : {}),
  },
  lang: { to: (state) => state.lang, from: (text) => (text === "zh" || text === "en" ? { lang: text } : {}) },
  theme: {
    to: (state) => (state.theme === "auto" ? "" : state.theme),
    from: (text) => (THEMES.includes(text) ? { theme: /** @type {any} */ (text) } : {}),
  },
  select: { to: (state) => encodeList(state.selected), from: (text) => ({ selected: decodeList(text) }) },
  q: { to: (state) => enc(state.query), from: (text) => ({ query: decodeURIComponent(text) }) },
  date: { to: (state) => state.date ?? "", from: (text) => ({ date: date(text) }) },
  against: { to: (state) => state.against ?? "", from: (text) => ({ against: date(text) }) },
  focus: {
    to: ({ focus }) => (focus ? `${enc(focus.node)}:${focus.depth}` : ""),
    from: (text) => {
      const [node, depth] = text.split(":");
      return {
        focus: node ? { node: decodeURIComponent(node), depth: Math.min(6, Math.max(1, Number(depth) || 1)) } : null,
      };
    },
  },
  path: {
    to: ({ path }) => (path ? encodeList(path) : ""),
    from: (text) => {
      const [a, b] = decodeList(text);
      return { path: a && b ? [a, b] : null };
    },
  },
  fold: {
    to: ({ folded }) => encodeList(Object.keys(folded).filter((c) => folded[Number(c)])),
    from: (text) => ({ folded: Object.fromEntries(decodeList(text).map((c) => [Number(c) || 0, true])) }),
  },
  open: {
    to: ({ folded }) => encodeList(Object.keys(folded).filter((c) => !folded[Number(c)])),
    from: (text) => ({ folded: Object.fromEntries(decodeList(text).map((c) => [Number(c) || 0, false])) }),
  },
  hide: { to: (state) => encodeList(state.hidden), from: (text) => ({ hidden: decodeList(text) }) },
  pin: {
    to: ({ pinned }) =>
      Object.entries(pinned)
        .map(([id, [x, y]]) => `${enc(id)}:${Math.round(x)}:${Math.round(y)}`)
        .join(","),
    from: (text) => ({
      pinned: Object.fromEntries(
        text
          .split(",")
          .map(decodePin)
          .filter((entry) => entry !== null),
      ),
    }),
  },
  story: {
    to: ({ story }) => (story === null ? "" : String(story + 1)),
    from: (text) => ({ story: /^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : null }),
  },
};

/** @param {string} text @returns {[string, [number, number]] | null} */
function decodePin(text) {
  const [id, x, y] = text.split(":");
  const place = [Number(x), Number(y)];
  return id && place.every(Number.isFinite) ? [decodeURIComponent(id), [place[0], place[1]]] : null;
}

/** A link shows the same view in the same language wherever it is opened. */
const ALWAYS_SAID = ["view", "lang"];

/** The state as the fragment of an address, without `#`: what differs from the plainest state. @param {State} state */
export function encodeState(state) {
  const plain = initialState();
  const pairs = [];
  for (const [name, { to }] of Object.entries(FIELDS)) {
    const text = to(state);
    if (ALWAYS_SAID.includes(name) || text !== to(plain)) pairs.push(`${name}=${text}`);
  }
  for (const facet of Object.keys(state.facets)) pairs.push(`f.${enc(facet)}=${encodeList(state.facets[facet])}`);
  if (state.embed) pairs.push("embed");
  return pairs.join("&");
}

/** Read a fragment; what is malformed is left as at the start. @param {string} fragment @param {State} [start] @returns {State} */
export function decodeState(fragment, start = initialState()) {
  let state = { ...start, facets: { ...start.facets }, folded: { ...start.folded } };
  for (const pair of fragment.replace(/^#/, "").split("&")) {
    const cut = pair.indexOf("=");
    const [name, text] = cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
    try {
      state = decodePair(state, name, text);
    } catch {
      // A broken percent sign: this one part is left out.
    }
  }
  return state;
}

/** @param {State} state @param {string} name @param {string} text @returns {State} */
function decodePair(state, name, text) {
  if (name === "embed") return { ...state, embed: text !== "0" };
  if (name.startsWith("f.")) {
    const facet = decodeURIComponent(name.slice(2));
    return { ...state, facets: Object.fromEntries([...Object.entries(state.facets), [facet, decodeList(text)]]) };
  }
  if (!Object.hasOwn(FIELDS, name)) return state;
  const read = FIELDS[name].from(text);
  return { ...state, ...read, folded: { ...state.folded, ...read.folded } };
}
