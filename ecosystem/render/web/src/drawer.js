/** The left drawer: the legend, which is also the first facet, and all other facets with their counts. */

import { fill, h, nameTool, put, setText } from "./dom.js";
import { FAMILIES, RELATION } from "./facets.js";
import { inLanguage } from "./i18n.js";
import { icon, mark } from "./icons.js";
import { LeftOut, Meaning } from "./meanings.js";
import { clearFacets, toggleFacet } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{item: HTMLLIElement, button: HTMLButtonElement, name: HTMLElement, count: HTMLElement, key: string}} Row */

const FEW = 8;
/** What explains the picture is shown whole, up to this many values. */
const LEGEND = ["kind", "category", "status", RELATION];
const WHOLE = 30;

/** One facet: a list of values to switch on and off. Of thousands of values only those that are shown are in the page. */
class FacetList {
  /** @param {App} app @param {import("./facets.js").Facet} facet @param {boolean} open */
  constructor(app, facet, open) {
    this.app = app;
    this.facet = facet;
    this.all = false;
    /** By position of the value. @type {Map<number, Row>} */
    this.rows = new Map();
    /** The values that are shown. @type {number[]} */
    this.shown = [];
    this.title = h("span");
    this.clear = h(
      "button",
      {
        type: "button",
        class: "quiet clear",
        hidden: true,
        on: { click: () => app.store.change((state) => clearFacets(state, facet.id)) },
      },
      icon("reset"),
    );
    this.list = h("ul");
    this.more = h("button", { type: "button", class: "more", on: { click: () => this._showAll() } });
    this.element = h(
      "details",
      { class: "facet", "data-facet": facet.id, open },
      h("summary", {}, icon("down"), h("h3", {}, this.title)),
      this.clear,
      this.list,
      this.more,
    );
    /** @type {unknown[]} */
    this.last = [];
  }

  /** @param {number} v */
  _rowOf(v) {
    const known = this.rows.get(v);
    if (known) return known;
    const row = this._row(this.facet.values[v]);
    setText(row.name, this._wordOf(v));
    this.rows.set(v, row);
    return row;
  }

  /** @param {import("./facets.js").FacetValue} value @returns {Row} */
  _row({ key, mark: shape }) {
    const name = h("span", { class: "name" });
    const count = h("span", { class: "number" });
    const click = () => this.app.store.change((state) => toggleFacet(state, this.facet.id, key));
    const sign = shape ? mark(shape) : this._line(key);
    const button = h(
      "button",
      { type: "button", "aria-pressed": "false", "data-value": key, on: { click } },
      sign,
      name,
      count,
    );
    return { item: h("li", {}, button), button, name, count, key };
  }

  /** @param {string} key */
  _line(key) {
    if (this.facet.id === RELATION) return h("span", { class: `line family-${key}`, "aria-hidden": "true" });
    if (this.facet.id === "status") return h("span", { class: `life life-${key}`, "aria-hidden": "true" });
    return h("span", { class: "box", "aria-hidden": "true" }, icon("check"));
  }

  _showAll() {
    this.all = true;
    this.last = [];
    this.app.draw();
  }

  /** @param {Scene} scene @param {Int32Array} counts */
  update({ state, text }, counts) {
    const chosen = state.facets[this.facet.id];
    const now = [state.lang, chosen, counts, this.all];
    if (now.every((value, i) => value === this.last[i])) return;
    if (state.lang !== this.last[0]) this._words(state.lang, text);
    this.last = now;
    this.clear.hidden = !chosen;
    this._show(this._ranked(counts, chosen));
    for (const v of this.shown) {
      const row = this._rowOf(v);
      setText(row.count, text("number", counts[v]));
      put(row.button, "aria-pressed", String(chosen?.includes(row.key) ?? false));
      row.button.classList.toggle("zero", counts[v] === 0);
    }
    this.more.hidden = this.shown.length >= this._used;
    setText(this.more, text("facet.more", this._used - this.shown.length));
  }

  /** @param {number[]} values */
  _show(values) {
    if (values.length === this.shown.length && values.every((v, at) => v === this.shown[at])) return;
    this.shown = values;
    const focused = document.activeElement;
    fill(
      this.list,
      values.map((v) => this._rowOf(v).item),
    );
    if (focused instanceof HTMLElement && this.list.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** @param {import("./types.js").Language} lang @param {Scene["text"]} text */
  _words(lang, text) {
    const { id, label } = this.facet;
    setText(this.title, label ? inLanguage(label, lang) : text(`facet.${id}`));
    nameTool(this.clear, text("facet.clear"));
    for (const [v, { name }] of this.rows) setText(name, this._wordOf(v));
  }

  /** A value in the reader's language. @param {number} v */
  _wordOf(v) {
    const { id, values } = this.facet;
    if (id === "status") return this.app.text(`status.${values[v].key}`);
    if (id === RELATION) return this.app.text(`family.${values[v].key}`);
    return inLanguage(values[v].label, this.app.store.state.lang);
  }

  /** The values worth showing, in their order: those that ever have nodes; the most frequent few of many. @param {Int32Array} counts @param {string[]} [chosen] */
  _ranked(counts, chosen = []) {
    const { values } = this.facet;
    const ever = this.ever ?? counts.slice();
    this.ever = ever;
    const used = values.map((_, v) => v).filter((v) => ever[v] > 0 || counts[v] > 0 || chosen.includes(values[v].key));
    this._used = used.length;
    if (this.all || (LEGEND.includes(this.facet.id) && used.length <= WHOLE) || used.length <= FEW + 2) return used;
    this.best ??= new Set([...used].sort((a, b) => ever[b] - ever[a]).slice(0, FEW));
    return used.filter((v) => this.best?.has(v) || chosen.includes(values[v].key));
  }

  _used = 0;
  /** What each value counted when nothing was narrowed yet. @type {Int32Array | null} */
  ever = null;
  /** The few that counted most then. @type {Set<number> | undefined} */
  best = undefined;
}

/** The left side of the page. */
export class Drawer {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { facets } = app.maker.filter;
    const families = new Set(
      app.model.predicates.map((predicate) => (FAMILIES.includes(predicate.family) ? predicate.family : "other")),
    );
    const values = FAMILIES.map((key) => ({ key, label: { en: key, zh: key } }));
    const relation = { id: RELATION, label: null, values, start: new Int32Array(0), of: new Int32Array(0) };
    const [kind, ...others] = facets;
    this.lists = [kind, ...(families.size ? [relation] : []), ...others].map(
      (facet, place) => new FacetList(app, facet, place < 4),
    );
    this.title = h("h2");
    this.hint = h("p", { class: "hint" });
    this.close = h(
      "button",
      { type: "button", class: "tool close", on: { click: () => app.toggleDrawer(false) } },
      icon("close"),
    );
    this.rest = h("div", { class: "facets" });
    this.meanings = [...app.model.legend.map((block) => new Meaning(block)), new LeftOut(app.model)];
    this.element = h(
      "aside",
      { class: "drawer", id: "drawer" },
      h("div", { class: "drawer-head" }, this.title, this.close),
      this.hint,
      this.meanings.map(({ element }) => element),
      this.rest,
    );
    fill(
      this.rest,
      this.lists.map(({ element }) => element),
    );
  }

  /** @param {Scene} scene */
  update(scene) {
    const { counts, text } = scene;
    setText(this.title, text("drawer.title"));
    setText(this.hint, text("drawer.hint"));
    put(this.element, "lang", scene.state.lang);
    put(this.element, "aria-label", text("drawer.title"));
    put(this.close, "aria-label", text("close"));
    for (const meaning of this.meanings) meaning.update(scene);
    for (const list of this.lists)
      list.update(scene, counts.get(list.facet.id) ?? new Int32Array(list.facet.values.length));
  }
}
