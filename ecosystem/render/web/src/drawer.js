/** The left drawer: the legend, which is also the first facet, and all other facets with their counts. */

import { fill, h, setText } from "./dom.js";
import { FAMILIES, RELATION } from "./facets.js";
import { inLanguage } from "./i18n.js";
import { icon, mark } from "./icons.js";
import { clearFacets, toggleFacet } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{button: HTMLButtonElement, name: HTMLElement, count: HTMLElement, key: string}} Row */

const FEW = 8;
/** What explains the picture is shown whole, up to this many values. */
const LEGEND = ["kind", "category", "status", RELATION];
const WHOLE = 30;

/** One facet: a list of values to switch on and off. Built once, then only its texts and numbers change. */
class FacetList {
  /** @param {App} app @param {import("./facets.js").Facet} facet @param {boolean} open */
  constructor(app, facet, open) {
    this.app = app;
    this.facet = facet;
    this.all = false;
    this.rows = facet.values.map((value) => this._row(value));
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
    this.list = h(
      "ul",
      {},
      this.rows.map(({ button }) => h("li", {}, button)),
    );
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
    return { button, name, count, key };
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
    const ranked = this._ranked(counts, chosen);
    this.rows.forEach((row, v) => {
      setText(row.count, text("number", counts[v]));
      row.button.setAttribute("aria-pressed", String(chosen?.includes(row.key) ?? false));
      row.button.classList.toggle("zero", counts[v] === 0);
      /** @type {HTMLElement} */ (row.button.parentElement).hidden = !ranked.has(v);
    });
    this.more.hidden = ranked.size >= this._used;
    setText(this.more, text("facet.more", this._used - ranked.size));
  }

  /** @param {import("./types.js").Language} lang @param {Scene["text"]} text */
  _words(lang, text) {
    const { id, label, values } = this.facet;
    setText(this.title, label ? inLanguage(label, lang) : text(`facet.${id}`));
    this.clear.setAttribute("aria-label", text("facet.clear"));
    this.clear.title = text("facet.clear");
    values.forEach(({ key, label: own }, v) => {
      const word =
        id === "status" ? text(`status.${key}`) : id === RELATION ? text(`family.${key}`) : inLanguage(own, lang);
      setText(this.rows[v].name, word);
    });
  }

  /** The values worth showing: those that ever have nodes; the most frequent few of many. @param {Int32Array} counts @param {string[]} [chosen] */
  _ranked(counts, chosen = []) {
    const { values } = this.facet;
    const ever = this.ever ?? counts.slice();
    this.ever = ever;
    const used = values.map((_, v) => v).filter((v) => ever[v] > 0 || counts[v] > 0 || chosen.includes(values[v].key));
    this._used = used.length;
    if (this.all || (LEGEND.includes(this.facet.id) && used.length <= WHOLE) || used.length <= FEW + 2)
      return new Set(used);
    const best = [...used].sort((a, b) => ever[b] - ever[a]).slice(0, FEW);
    return new Set([...best, ...used.filter((v) => chosen.includes(values[v].key))]);
  }

  _used = 0;
  /** What each value counted when nothing was narrowed yet. @type {Int32Array | null} */
  ever = null;
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
      (facet, place) => new FacetList(app, facet, place < 3),
    );
    this.title = h("h2");
    this.hint = h("p", { class: "hint" });
    this.close = h(
      "button",
      { type: "button", class: "tool close", on: { click: () => app.toggleDrawer(false) } },
      icon("close"),
    );
    this.rest = h("div", { class: "facets" });
    this.element = h(
      "aside",
      { class: "drawer", id: "drawer" },
      h("div", { class: "drawer-head" }, this.title, this.close),
      this.hint,
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
    this.element.setAttribute("aria-label", text("drawer.title"));
    this.close.setAttribute("aria-label", text("close"));
    for (const list of this.lists) list.update(scene, counts.get(list.facet.id) ?? new Int32Array(list.rows.length));
  }
}
