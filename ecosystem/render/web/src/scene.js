/** From the model and the state to what is seen: each array is made anew only when something it depends on changed. */

import { earliest, latest } from "./dates.js";
import { FacetFilter } from "./facets.js";
import { texts } from "./i18n.js";
import { neighbourhood, shortestPaths } from "./paths.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Scene} Scene */

export const HIDDEN = 0;
export const SHOWN = 1;
export const FADED = 2;
export const LIFE = /** @type {const} */ ({ unknown: 0, alive: 1, dormant: 2, ended: 3, unborn: 4, none: 5 });
export const TINT = /** @type {const} */ ({ same: 0, added: 1, ended: 2, changed: 3 });

/**
 * A function that remembers its last result and gives it again while its arguments are the same.
 * @template {any[]} A, R
 * @param {(...args: A) => R} compute
 * @returns {(...args: A) => R}
 */
export function remembering(compute) {
  /** @type {A | undefined} */
  let last;
  /** @type {R} */
  let result;
  return (...args) => {
    if (!last || args.some((argument, i) => argument !== /** @type {A} */ (last)[i])) {
      result = compute(...args);
      last = args;
    }
    return result;
  };
}

/** The day that stands for "today": the newest on which a source was read. @param {Model} model */
export const todayOf = (model) => latest(model.map.today, earliest("2026-11-23"));

/** What each node is on a day. @param {Model} model @param {number} day @returns {Uint8Array} */
export function lifeOn(model, day) {
  const life = new Uint8Array(model.n);
  for (let i = 0; i < model.n; i++) {
    const { timeless = false, momentary = false, stateless = false } = model.kindOf(i) ?? {};
    if (stateless) life[i] = LIFE.none;
    else if (model.until[i] <= day && !momentary) life[i] = LIFE.ended;
    else if (model.since[i] > day || model.known[i] > day) life[i] = LIFE.unborn;
    else if (momentary) life[i] = LIFE.none;
    else if (model.fresh[i] < day) life[i] = LIFE.dormant;
    else if (model.dates(i).since !== null) life[i] = LIFE.alive;
    else if (timeless) life[i] = LIFE.none;
  }
  return life;
}

/**
 * Whether each node is there on a day, as `as_of_view` in Python has it: what has no life of its own (an idea, a language) is there too.
 * @param {Model} model
 * @param {number} day
 * @returns {Uint8Array}
 */
export function thereOn(model, day) {
  return Uint8Array.from(model.id, (_, i) => Number(model.known[i] <= day && model.holds(i, day)));
}

/** @param {(i: number, day: number) => boolean} holds @param {number} count @param {number} from @param {number} to */
function differences(holds, count, from, to) {
  const tint = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const [before, after] = [holds(i, from), holds(i, to)];
    if (before !== after) tint[i] = after ? TINT.added : TINT.ended;
  }
  return tint;
}

/** Nodes and edges that began or ended between two days; a node at such an edge has changed. @param {Model} model @param {number} from @param {number} to */
export function tintBetween(model, from, to) {
  const tint = differences((i, day) => model.holds(i, day), model.n, from, to);
  const edgeTint = differences((k, day) => model.edgeHolds(k, day), model.m, from, to);
  for (let k = 0; k < model.m; k++) {
    if (!edgeTint[k]) continue;
    for (const end of [model.source[k], model.target[k]]) if (!tint[end]) tint[end] = TINT.changed;
  }
  return { tint, edgeTint };
}

/** Makes scenes. */
export class SceneMaker {
  /** @param {Model} model @param {import("./search.js").SearchIndex} search */
  constructor(model, search) {
    this.model = model;
    this.search = search;
    this.filter = new FacetFilter(model);
    this.today = todayOf(model);
    this.life = remembering((/** @type {number} */ day) => lifeOn(model, day));
    this.there = remembering((/** @type {number} */ day) => thereOn(model, day));
    this.tints = remembering((/** @type {number} */ from, /** @type {number} */ to) => tintBetween(model, from, to));
    this.paths = remembering(this._paths.bind(this));
    this.near = remembering((/** @type {State["focus"]} */ focus) => this._near(focus));
    this.matches = remembering((/** @type {string} */ query, /** @type {import("./types.js").Language} */ lang) =>
      query.trim() ? new Set(search.find(query, lang).map(({ node }) => node)) : new Set(),
    );
    this.hiddenNodes = remembering(
      (/** @type {string[]} */ hidden) => new Set(hidden.map((id) => model.index.get(id))),
    );
    this.selection = remembering((/** @type {string[]} */ selected) => this._indices(selected));
    this.present = remembering(this._present.bind(this));
    this.visible = remembering(this._visible.bind(this));
    this.edges = remembering(this._edges.bind(this));
  }

  /** @param {State} state @returns {Scene} */
  scene(state) {
    const { model } = this;
    const day = state.date ? latest(state.date) : this.today;
    const life = this.life(day);
    const tints = state.against ? this.tints(latest(state.against), day) : null;
    const timed = state.date !== null || tints !== null;
    const there = timed ? this.there(day) : null;
    const facets = tints
      ? this.filter.apply(state.facets, life)
      : this.filter.apply(state.facets, life, there, timed ? day : null);
    const present = this.present(facets.pass, this.hiddenNodes(state.hidden), this.near(state.focus));
    const paths = this.paths(state.path, present, there, timed ? day : null, facets.predicates);
    const visible = this.visible(present, there, tints?.tint ?? null, paths);
    const edgeVisible = this.edges(visible, timed ? day : null, tints?.edgeTint ?? null, facets.predicates, paths);
    return {
      state,
      visible,
      edgeVisible,
      life,
      counts: facets.counts,
      day,
      tint: tints?.tint ?? null,
      edgeTint: tints?.edgeTint ?? null,
      matches: this.matches(state.query, state.lang),
      selected: this.selection(state.selected),
      paths: paths.found,
      pathNodes: paths.nodes,
      pathEdges: paths.edges,
      text: texts(state.lang),
      label: (i) => model.name(i, state.lang),
    };
  }

  /** @param {string[]} ids @returns {Set<number>} */
  _indices(ids) {
    const found = ids.map((id) => this.model.index.get(id));
    return new Set(found.filter((i) => i !== undefined));
  }

  /** @param {State["focus"]} focus @returns {Uint8Array | null} */
  _near(focus) {
    const start = focus && this.model.index.get(focus.node);
    return focus && start !== undefined && start !== null ? neighbourhood(this.model, start, focus.depth) : null;
  }

  /**
   * The ways through what is shown: on a day, only through what held on it.
   * @param {State["path"]} path
   * @param {Uint8Array} present
   * @param {Uint8Array | null} there
   * @param {number | null} day
   * @param {Uint8Array | null} predicates
   */
  _paths(path, present, there, day, predicates) {
    const { model } = this;
    const [a, b] = (path ?? []).map((id) => model.index.get(id));
    const none = a === undefined || b === undefined || (there && !(there[a] && there[b]));
    const allowed = present.map((level, i) => Number((level && (there?.[i] ?? 1)) || i === a || i === b));
    const open = (/** @type {number} */ k) =>
      (predicates?.[model.predicate[k]] ?? 1) > 0 && (day === null || model.edgeHolds(k, day));
    const found = none ? [] : shortestPaths(model, a, b, { allowed, open });
    const edges = new Set(found.flatMap(({ edges: steps }) => steps));
    return { found, nodes: new Set(found.flatMap(({ nodes }) => nodes)), edges };
  }

  /** @param {Uint8Array} pass @param {Set<number | undefined>} hidden @param {Uint8Array | null} near @returns {Uint8Array} */
  _present(pass, hidden, near) {
    if (!hidden.size && !near) return pass;
    const present = pass.slice();
    for (let i = 0; i < present.length; i++) if (near && !near[i]) present[i] = HIDDEN;
    for (const i of hidden) if (i !== undefined) present[i] = HIDDEN;
    return present;
  }

  /**
   * @param {Uint8Array} present
   * @param {Uint8Array | null} there
   * @param {Uint8Array | null} tint
   * @param {{nodes: Set<number>}} paths
   * @returns {Uint8Array}
   */
  _visible(present, there, tint, paths) {
    const visible = present.slice();
    for (let i = 0; i < visible.length; i++) {
      if (!visible[i]) continue;
      const gone = there !== null && !there[i] && tint?.[i] !== TINT.ended;
      if (gone || (paths.nodes.size && !paths.nodes.has(i))) visible[i] = FADED;
    }
    return visible;
  }

  /**
   * @param {Uint8Array} visible
   * @param {number | null} day
   * @param {Uint8Array | null} edgeTint
   * @param {Uint8Array | null} predicates  predicates that are let through
   * @param {{edges: Set<number>}} paths
   * @returns {Uint8Array}
   */
  _edges(visible, day, edgeTint, predicates, paths) {
    const { m, source, target, predicate, edgeSince, edgeUntil } = this.model;
    const edges = new Uint8Array(m);
    for (let k = 0; k < m; k++) {
      const [from, to] = [visible[source[k]], visible[target[k]]];
      if (!from || !to || (predicates && !predicates[predicate[k]])) continue;
      const gone = day !== null && !(edgeSince[k] <= day && day < edgeUntil[k]) && edgeTint?.[k] !== TINT.ended;
      const aside = paths.edges.size > 0 && !paths.edges.has(k);
      edges[k] = gone || aside || from === FADED || to === FADED ? FADED : SHOWN;
    }
    return edges;
  }
}
