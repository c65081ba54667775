/** Where the drawer is closed for want of room: the legend as one row over the picture, after the way into the tour. */

import { h, put, setText } from "./dom.js";
import { fading } from "./fade.js";
import { inLanguage } from "./i18n.js";
import { mark } from "./icons.js";
import { toggleFacet } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */

/** The legend in a row; the same switches as in the drawer. */
export class LegendStrip {
  /** @param {App} app @param {HTMLElement} begin */
  constructor(app, begin) {
    this.app = app;
    this.buttons = app.model.kinds.map((kind) => this._button(kind));
    this.element = fading(h("div", { class: "legend-strip", role: "group" }, begin, this.buttons));
    this.shown = "";
  }

  /** @param {import("./types.js").Kind} kind */
  _button(kind) {
    const click = () => this.app.store.change((state) => toggleFacet(state, "kind", kind.id));
    return h("button", { type: "button", class: "chip sign", on: { click } }, mark(kind), h("span"));
  }

  /** @param {Scene} scene */
  update({ state, text }) {
    const chosen = state.facets.kind ?? [];
    const now = `${state.lang} ${chosen}`;
    if (now === this.shown) return;
    this.shown = now;
    put(this.element, "aria-label", text("drawer.title"));
    const used = new Set(this.app.model.kind);
    this.app.model.kinds.forEach((kind, place) => {
      const button = this.buttons[place];
      button.hidden = !used.has(place);
      put(button, "aria-pressed", String(chosen.includes(kind.id)));
      setText(/** @type {Element} */ (button.lastElementChild), inLanguage(kind.plural, state.lang));
    });
  }
}
