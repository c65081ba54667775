/** The tabs of the views, and what is being narrowed just now. */

import { shownOf } from "./announcements.js";
import { fill, h, put, setText } from "./dom.js";
import { RELATION } from "./facets.js";
import { fading } from "./fade.js";
import { inLanguage } from "./i18n.js";
import { icon } from "./icons.js";
import { clearFacets, showEverything, toggleFacet, VIEWS } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{label: string, remove: (state: import("./types.js").State) => import("./types.js").State}} Chip */

/** The row between the head and the picture. */
export class ViewBar {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.drawer = h(
      "button",
      {
        type: "button",
        class: "tool drawer-toggle",
        "aria-controls": "drawer",
        on: { click: () => app.toggleDrawer() },
      },
      icon("filter"),
    );
    this.drawerLabel = h("span");
    this.drawer.append(this.drawerLabel);
    this.tabs = new Map(VIEWS.map((view) => [view, this._tab(view)]));
    this.list = h(
      "div",
      { role: "tablist", class: "tabs", on: { keydown: (/** @type {KeyboardEvent} */ event) => this._key(event) } },
      [...this.tabs.values()],
    );
    this.chips = h("div", { class: "chips", role: "group" });
    this.count = h("p", { class: "count" });
    this.element = fading(h("nav", { class: "viewbar" }, this.drawer, this.list, this.chips, this.count));
    this.shown = "";
  }

  /** @param {import("./types.js").ViewName} view */
  _tab(view) {
    const click = () => this.app.store.change((state) => ({ ...state, view }));
    return h(
      "button",
      { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": "stage", on: { click } },
      icon(view),
      h("span"),
    );
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const at = VIEWS.indexOf(this.app.store.state.view);
    const places = /** @type {Record<string, number>} */ ({ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 });
    if (!(event.key in places)) return;
    event.preventDefault();
    const view = /** @type {import("./types.js").ViewName} */ (VIEWS.at(places[event.key] % VIEWS.length));
    this.app.store.change((state) => ({ ...state, view }));
    this.tabs.get(view)?.focus();
  }

  /** @param {Scene} scene */
  update(scene) {
    const { state, text } = scene;
    for (const [view, tab] of this.tabs) {
      setText(/** @type {Element} */ (tab.lastElementChild), text(`view.${view}`));
      put(tab, "aria-selected", String(view === state.view));
      put(tab, "tabindex", view === state.view ? "0" : "-1");
    }
    put(this.list, "aria-label", text("view.all"));
    put(this.element, "aria-label", text("view.bar"));
    put(this.drawer, "aria-expanded", String(this.app.drawerOpen));
    setText(this.drawerLabel, text("drawer.title"));
    put(this.drawer, "aria-label", text("drawer.title"));
    put(this.chips, "aria-label", text("chips.label"));
    this._drawChips(scene);
    setText(this.count, this._count(scene));
  }

  /** What narrows the map, in words. @param {Scene} scene */
  labels(scene) {
    return this._chips(scene).map(({ label }) => label);
  }

  /** @param {Scene} scene */
  _count(scene) {
    const { text, matches, state } = scene;
    const found = state.query.trim() ? `${text("count.found", matches.size)} · ` : "";
    return found + shownOf(scene);
  }

  /** @param {Scene} scene */
  _drawChips(scene) {
    const chips = this._chips(scene);
    const shown = `${scene.state.lang} ${chips.map(({ label }) => label).join("|")}`;
    if (shown === this.shown) return;
    this.shown = shown;
    const all = h(
      "button",
      { type: "button", class: "chip all", on: { click: () => this.app.store.change(showEverything) } },
      scene.text("chips.clear"),
    );
    fill(
      this.chips,
      chips.map((chip) => this._chip(chip, scene.text)),
      chips.length > 0 && all,
    );
  }

  /** @param {Chip} chip @param {Scene["text"]} text */
  _chip({ label, remove }, text) {
    const click = () => this.app.store.change(remove);
    return h(
      "button",
      { type: "button", class: "chip", "aria-label": text("chips.remove", label), on: { click } },
      h("span", {}, label),
      icon("close"),
    );
  }

  /** @param {Scene} scene @returns {Chip[]} */
  _chips({ state, text, label }) {
    const { model } = this.app;
    const name = (/** @type {string} */ id) => label(model.index.get(id) ?? -1) ?? id;
    /** @type {Chip[]} */
    const chips = [];
    for (const [facet, values] of Object.entries(state.facets))
      chips.push(...this._facetChips(facet, values, text, state.lang));
    const { focus, path, hidden } = state;
    const pinned = Object.keys(state.pinned).length;
    if (focus)
      chips.push({
        label: text("chips.focus", name(focus.node), focus.depth),
        remove: (now) => ({ ...now, focus: null }),
      });
    if (path)
      chips.push({
        label: text("chips.path", name(path[0]), name(path[1])),
        remove: (now) => ({ ...now, path: null }),
      });
    if (hidden.length)
      chips.push({ label: text("chips.hidden", hidden.length), remove: (now) => ({ ...now, hidden: [] }) });
    if (pinned) chips.push({ label: text("chips.pinned", pinned), remove: (now) => ({ ...now, pinned: {} }) });
    return chips;
  }

  /** @param {string} facet @param {string[]} values @param {Scene["text"]} text @param {import("./types.js").Language} lang @returns {Chip[]} */
  _facetChips(facet, values, text, lang) {
    const known = this.app.maker.filter.facets.find(({ id }) => id === facet);
    const word = (/** @type {string} */ key) => {
      if (facet === "status") return text(key === "none" ? "facet.timeless" : `status.short.${key}`);
      if (facet === RELATION) return text(`family.${key}`);
      return inLanguage(known?.values.find((value) => value.key === key)?.label, lang) || key;
    };
    if (values.length > 3) {
      const label = text(
        "chips.several",
        known?.label ? inLanguage(known.label, lang) : text(`facet.${facet}`),
        values.length,
      );
      return [{ label, remove: (state) => clearFacets(state, facet) }];
    }
    return values.map((key) => ({ label: word(key), remove: (state) => toggleFacet(state, facet, key) }));
  }
}
