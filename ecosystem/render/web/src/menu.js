/** A button that opens a menu: arrows walk, Escape closes and gives the focus back. */

import { fill, h, nameTool, put } from "./dom.js";
import { icon } from "./icons.js";

/** @typedef {{icon: string, key: string, run: () => void | Promise<void>, enabled?: () => boolean, shown?: () => boolean, note?: () => string}} Entry */

/** A menu button; its texts are `menu.NAME` and the entries' keys. */
export class Menu {
  /** @param {string} name @param {Entry[]} entries */
  constructor(name, entries) {
    this.name = name;
    this.entries = entries;
    this.text = (/** @type {string} */ key) => key;
    this.list = h("div", { role: "menu", class: "menu", id: `menu-${name}`, hidden: true });
    this.button = h("button", {
      type: "button",
      class: "tool",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": `menu-${name}`,
      on: { click: () => (this.list.hidden ? this.open() : this.close()) },
    });
    this.button.append(icon(name));
    this.element = h(
      "div",
      { class: "with-menu", on: { keydown: (/** @type {KeyboardEvent} */ event) => this._key(event) } },
      this.button,
      this.list,
    );
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close(false);
    });
  }

  /** @param {(key: string) => string} text */
  update(text) {
    this.text = text;
    const name = text(this.entries.some(({ shown }) => shown?.()) ? "menu.more" : `menu.${this.name}`);
    nameTool(this.button, name);
    put(this.list, "aria-label", name);
  }

  open() {
    fill(
      this.list,
      this.entries.filter(({ shown }) => shown?.() ?? true).map((entry) => this._entry(entry)),
    );
    this.list.hidden = false;
    put(this.button, "aria-expanded", "true");
    this._items()[0]?.focus();
  }

  /** @param {boolean} [focus] */
  close(focus = true) {
    if (this.list.hidden) return;
    this.list.hidden = true;
    put(this.button, "aria-expanded", "false");
    if (focus) this.button.focus();
  }

  /** @param {Entry} entry */
  _entry({ icon: name, key, run, enabled, note }) {
    const usable = enabled?.() ?? true;
    const click = () => {
      if (!usable) return;
      this.close();
      run();
    };
    return h(
      "button",
      { type: "button", role: "menuitem", tabindex: "-1", "aria-disabled": String(!usable), on: { click } },
      icon(name),
      this.text(key),
      note && h("small", {}, note()),
    );
  }

  /** @returns {HTMLElement[]} */
  _items() {
    return /** @type {HTMLElement[]} */ (Array.from(this.list.children));
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    if (this.list.hidden) {
      if (event.key !== "ArrowDown") return;
      this.open();
    } else if (event.key === "Escape") this.close();
    else if (!this._walk(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key */
  _walk(key) {
    const items = this._items();
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const places = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 });
    if (!(key in places)) return false;
    items.at(places[key] % items.length)?.focus();
    return true;
  }
}
