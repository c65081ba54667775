/** The search field with its list of hits: an ARIA combobox. */

import { fill, h, put } from "./dom.js";
import { icon, mark } from "./icons.js";

/** @typedef {import("./app.js").App} App */

const SHOWN = 10;
const RESTING = 160;

/** The search field. */
export class SearchBox {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {import("./search.js").Hit[]} */
    this.hits = [];
    this.found = 0;
    this.active = -1;
    this.timer = 0;
    this.input = this._input();
    this.list = h("ul", { role: "listbox", id: "search-hits", class: "hits", hidden: true });
    this.clear = h(
      "button",
      { type: "button", class: "quiet", hidden: true, on: { click: () => this._clear() } },
      icon("close"),
    );
    this.element = h(
      "div",
      { class: "search", role: "search" },
      icon("search"),
      this.input,
      h("kbd", { "aria-hidden": "true" }, "/"),
      this.clear,
      this.list,
    );
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(/** @type {Node | null} */ (event.relatedTarget))) this._close();
    });
  }

  _input() {
    return h("input", {
      type: "search",
      role: "combobox",
      id: "search",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "search-hits",
      on: {
        input: () => this._type(),
        keydown: (/** @type {KeyboardEvent} */ event) => this._key(event),
        focus: () => this._open(),
      },
    });
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  /** @param {import("./types.js").Scene} scene */
  update({ state, text }) {
    this.input.placeholder = text("search.placeholder");
    put(this.input, "aria-label", text("search.label"));
    put(this.list, "aria-label", text("search.hits"));
    put(this.clear, "aria-label", text("search.clear"));
    this.clear.hidden = !this.input.value && !state.query;
    if (this.input.value !== state.query && document.activeElement !== this.input) this.input.value = state.query;
  }

  /** The hits follow each letter, the picture when the fingers rest. */
  _type() {
    this._open();
    clearTimeout(this.timer);
    this.timer = Number(setTimeout(() => this._ask(this.input.value), RESTING));
  }

  /** @param {string} query */
  _ask(query) {
    clearTimeout(this.timer);
    this.app.store.change((state) => (state.query === query ? state : { ...state, query }), { step: false });
  }

  _clear() {
    this.input.value = "";
    this._ask("");
    this.input.focus();
    this._close();
  }

  _open() {
    this.clear.hidden = !this.input.value;
    const { lang } = this.app.store.state;
    const hits = this.app.search.find(this.input.value, lang);
    this.hits = hits.slice(0, SHOWN);
    this.found = hits.length;
    this.active = this.hits.length ? 0 : -1;
    this._draw();
  }

  _close() {
    this.hits = [];
    this.list.hidden = true;
    put(this.input, "aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  _draw() {
    const asked = this.input.value.trim() !== "";
    const none = asked && !this.hits.length;
    fill(
      this.list,
      none
        ? h("li", { role: "option", "aria-disabled": "true", class: "none" }, this.app.text("search.none"))
        : this.hits.map((hit, place) => this._option(hit, place)),
    );
    this.list.hidden = !asked;
    put(this.input, "aria-expanded", String(asked));
    this._mark();
    if (asked)
      this.app.announce(this.app.text(this.found > SHOWN ? "search.first" : "search.found", this.found, SHOWN));
  }

  /** @param {import("./search.js").Hit} hit @param {number} place */
  _option({ node, form }, place) {
    const { model, store } = this.app;
    const name = model.name(node, store.state.lang);
    const other = form && form !== name ? form : model.name(node, store.state.lang === "zh" ? "en" : "zh");
    const kind = model.kindOf(node);
    // Pressing keeps the field's focus (else the list would close); a finger may still scroll the list, and nothing beneath is clicked.
    const keep = (/** @type {Event} */ event) => event.preventDefault();
    return h(
      "li",
      { role: "option", id: `hit-${place}`, on: { mousedown: keep, click: () => this._choose(place) } },
      mark(kind),
      h("span", { class: "name" }, name, other !== name && h("small", {}, other)),
      h("span", { class: "kind" }, kind.label[store.state.lang]),
    );
  }

  _mark() {
    Array.from(this.list.children).forEach((option, place) => {
      put(option, "aria-selected", String(place === this.active));
    });
    if (this.active >= 0) put(this.input, "aria-activedescendant", `hit-${this.active}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (event.isComposing) return;
    const moves = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.key in moves && this.hits.length) {
      this.active = (this.active + moves[event.key] + this.hits.length) % this.hits.length;
      this._mark();
      this.list.children[this.active].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.active >= 0) this._choose(this.active);
    else if (event.key === "Escape") this._escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  _escape() {
    if (this.hits.length) this._close();
    else if (this.input.value) this._clear();
    else this.app.leaveSearch();
  }

  /** @param {number} place */
  _choose(place) {
    const hit = this.hits[place];
    if (!hit) return;
    this.input.value = "";
    this._close();
    this._ask("");
    if (this.app.narrow) this.input.blur();
    this.app.goTo(hit.node);
    if (this.app.narrow) this.app.panel.focus(); // Not to the body, from where a reader would begin anew.
  }
}
