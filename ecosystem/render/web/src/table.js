/** The table: the readable twin of the picture. Sortable; only the rows in view are in the page. */

import { arrange, h, put, setText } from "./dom.js";
import { sizeOf, typeSize } from "./drawing/size.js";
import { STATUS } from "./facets.js";
import { inLanguage } from "./i18n.js";
import { mark } from "./icons.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {import("./types.js").Scene} Scene */

const COLUMNS = /** @type {const} */ (["name", "kind", "category", "since", "until", "status", "relations", "summary"]);
const SPARE = 4;

/** @typedef {(typeof COLUMNS)[number]} Column */

/** What stands in each column. @type {Record<Column, (model: Model, scene: Scene, i: number) => string>} */
const CELL = {
  name: (model, { state }, i) => model.name(i, state.lang),
  kind: (model, { state }, i) => inLanguage(model.kindOf(i)?.label, state.lang),
  category: (model, { state }, i) => inLanguage(model.categories[model.category[i]]?.label, state.lang),
  since: (model, _, i) => model.dates(i).since ?? "",
  until: (model, _, i) => model.dates(i).until ?? "",
  status: (_, { life, text }, i) => text(`status.short.${STATUS[life[i]]}`),
  relations: (model, _, i) => String(model.degree(i)),
  summary: (model, { state }, i) => model.summary(i, state.lang),
};

/** @param {Model} model @param {Scene} scene @param {number} i @returns {Record<Column, string>} */
export function cells(model, scene, i) {
  const row = COLUMNS.map((column) => [column, CELL[column](model, scene, i)]);
  return /** @type {Record<Column, string>} */ (Object.fromEntries(row));
}

/** @param {Model} model @param {Scene} scene @param {Column} column @param {boolean} down @returns {number[]} the nodes that are shown, in order */
export function sorted(model, scene, column, down) {
  return shownOf(ordered(model, scene, column, down), scene.visible);
}

/** Those that are shown, and after them those that are faded. @param {number[]} nodes @param {Uint8Array} visible */
const shownOf = (nodes, visible) => [1, 2].flatMap((level) => nodes.filter((i) => visible[i] === level));

/** All nodes in order; empty cells come last. @param {Model} model @param {Scene} scene @param {Column} column @param {boolean} down @returns {number[]} */
function ordered(model, scene, column, down) {
  const nodes = Array.from(model.id, (_, i) => i);
  const sign = down ? -1 : 1;
  if (column === "relations") return nodes.sort((a, b) => sign * (model.degree(a) - model.degree(b)));
  const keys = nodes.map((i) => CELL[column](model, scene, i));
  const { compare } = new Intl.Collator(scene.state.lang === "zh" ? "zh" : "en", { numeric: true });
  return nodes.sort((a, b) => {
    const [first, second] = [keys[a], keys[b]];
    if (!first || !second) return Number(!first) - Number(!second);
    return sign * compare(first, second);
  });
}

/** @param {HTMLElement} root @param {Model} model @param {import("./types.js").Actions} actions @returns {import("./types.js").View} */
export function createView(root, model, actions) {
  return new Table(root, model, actions);
}

/** A table of which only the rows in view exist. */
class Table {
  /** @param {HTMLElement} root @param {Model} model @param {import("./types.js").Actions} actions */
  constructor(root, model, actions) {
    this.model = model;
    this.actions = actions;
    /** @type {Column} */
    this.column = "name";
    this.down = false;
    /** All nodes in order, and what they are in order by. @type {number[]} */
    this.all = [];
    /** @type {unknown[]} */
    this.by = [];
    /** Those that are shown. @type {number[]} */
    this.nodes = [];
    /** @type {Scene | null} */
    this.scene = null;
    /** Rows that are in the page, by node, with all that is to be read in them. @type {Map<number, {look: string, row: HTMLElement}>} */
    this.rows = new Map();
    this.onPaper = false;
    this.above = gap();
    this.below = gap();
    /** How far the reader has scrolled, in pixels: to ask in the middle of a change would lay out the page. */
    this.top = 0;
    this.heads = COLUMNS.map((column) => this._head(column));
    this.body = h("tbody");
    this.caption = h("caption", { class: "visually-hidden" });
    this.table = h("table", {}, this.caption, h("thead", {}, h("tr", { "aria-rowindex": "1" }, this.heads)), this.body);
    this.box = h(
      "div",
      { class: "table-view", tabindex: "0", role: "region", on: { scroll: () => this._scrolled() } },
      this.table,
    );
    root.append(this.box);
    this.observer = new ResizeObserver(() => this._window(true));
    this.observer.observe(this.box);
  }

  /** @param {Column} column */
  _head(column) {
    const click = () => {
      this.down = this.column === column ? !this.down : column === "relations";
      this.column = column;
      this._order();
    };
    return h(
      "th",
      { scope: "col", class: `column-${column}`, "data-column": column },
      h("button", { type: "button", on: { click } }, h("span")),
    );
  }

  /** To put thousands of names in order takes long. @param {Scene} scene @returns {Generator<void, void>} */
  *prepare(scene) {
    sizeOf(this.box);
    yield this._arrange(scene);
  }

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    const { text, state } = scene;
    const same = before !== null && state.lang === before.state.lang && this._sameOrder(before, scene);
    put(this.box, "aria-label", text("table.label"));
    setText(this.caption, text("table.label"));
    this.heads.forEach((head, c) => {
      setText(/** @type {Element} */ (head.firstElementChild?.firstElementChild), text(`column.${COLUMNS[c]}`));
    });
    if (!same) this._order();
    else this._window(true);
    if (!before || before.selected !== scene.selected) this._reveal();
  }

  /** The first selected row is in view, wherever it was selected. */
  _reveal() {
    const [first] = this.scene?.selected ?? [];
    const place = first === undefined ? -1 : this.nodes.indexOf(first);
    if (place < 0) return;
    const { rowHeight: height, top } = this;
    const room = sizeOf(this.box).clientHeight || this.box.clientHeight;
    const at = place * height;
    if (at >= top && at + 3 * height <= top + room) return;
    this.centre(/** @type {number} */ (first));
  }

  /** @param {Scene} before @param {Scene} scene */
  _sameOrder(before, scene) {
    if (this.column === "status" && before.life !== scene.life) return false;
    if (before.visible === scene.visible) return true;
    return scene.visible.every((level, i) => level === before.visible[i]);
  }

  _order() {
    if (!this.scene) return;
    this._arrange(this.scene);
    this.nodes = shownOf(this.all, this.scene.visible);
    for (const head of this.heads) {
      const mine = head.dataset.column === this.column;
      put(head, "aria-sort", mine ? (this.down ? "descending" : "ascending") : "none");
    }
    put(this.table, "aria-rowcount", String(this.nodes.length + 1));
    this._window(true);
  }

  /** @param {Scene} scene */
  _arrange(scene) {
    const by = [this.column, this.down, scene.state.lang, this.column === "status" && scene.life];
    if (by.every((value, at) => value === this.by[at])) return;
    this.by = by;
    this.all = ordered(this.model, scene, this.column, this.down);
  }

  /** The height of a row follows the text size. */
  get rowHeight() {
    return Math.round(2.6 * typeSize());
  }

  /** Put the rows in view into the page. @param {boolean} [anew] */
  _window(anew = false) {
    if (!this.scene) return;
    const height = this.rowHeight;
    const room = sizeOf(this.box).clientHeight || 800;
    const top = Math.max(0, Math.min(this.top, (this.nodes.length + 1) * height - room));
    const first = this.onPaper ? 0 : Math.max(0, Math.floor(top / height) - SPARE);
    const last = this.onPaper
      ? this.nodes.length
      : Math.min(this.nodes.length, Math.ceil((top + room) / height) + SPARE);
    if (!anew && first === this.first && last === this.last) return;
    [this.first, this.last] = [first, last];
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.row;
    const rows = this._rows(first, last);
    arrange(this.body, [
      ...this._gap(this.above, first * height),
      ...rows,
      ...this._gap(this.below, (this.nodes.length - last) * height),
    ]);
    if (focused && document.activeElement === document.body)
      /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-row="${focused}"]`))?.focus({
        preventScroll: true,
      });
  }

  _scrolled() {
    this.top = this.box.scrollTop;
    this._window();
  }

  /** What stands for rows that are not in the page; nothing for none. @param {HTMLElement} row @param {number} height */
  _gap(row, height) {
    row.style.setProperty("--height", `${height}px`);
    return height > 0 ? [row] : [];
  }

  /** Rows that are there already and look the same stay. @param {number} first @param {number} last */
  _rows(first, last) {
    const before = this.rows;
    this.rows = new Map();
    for (let place = first; place < last; place++) {
      const i = this.nodes[place];
      const scene = /** @type {Scene} */ (this.scene);
      const content = cells(this.model, scene, i);
      const states = this._states(i);
      const look = [states, ...Object.values(content)].join("\n");
      const old = before.get(i);
      const made = old?.look === look ? old : { look, row: this._row(i, content, states) };
      put(made.row, "aria-rowindex", String(place + 2));
      this.rows.set(i, made);
    }
    return [...this.rows.values()].map(({ row }) => row);
  }

  /** @param {number} i */
  _states(i) {
    const scene = /** @type {Scene} */ (this.scene);
    const states = [
      scene.selected.has(i) && "chosen",
      scene.visible[i] === 2 && "faded",
      STATUS[scene.life[i]] === "ended" && "gone",
      scene.matches.has(i) && "match",
      scene.tint && `tinted-${scene.tint[i]}`,
    ];
    return states.filter(Boolean).join(" ");
  }

  /** @type {number} */
  first = -1;
  /** @type {number} */
  last = -1;

  /** @param {number} i @param {Record<Column, string>} content @param {string} states */
  _row(i, content, states) {
    const chosen = states.startsWith("chosen");
    const click = (/** @type {MouseEvent} */ event) =>
      this.actions.select(i, { extend: event.shiftKey || event.ctrlKey || event.metaKey });
    const name = h(
      "button",
      { type: "button", "data-row": i, "aria-pressed": String(chosen), on: { click } },
      mark(this.model.kindOf(i)),
      h("span", {}, content.name),
    );
    return h(
      "tr",
      { class: states },
      h("th", { scope: "row" }, name),
      COLUMNS.slice(1).map((column) =>
        h("td", { class: `column-${column}`, title: column === "summary" ? content.summary : null }, content[column]),
      ),
    );
  }

  fit() {
    this.box.scrollTop = 0;
  }

  zoom() {}

  /** Rows above it are whole or away: none looks out from under the head by a sliver. @param {number} node */
  centre(node) {
    const place = this.nodes.indexOf(node);
    const above = Math.floor(this.box.clientHeight / 2 / this.rowHeight);
    if (place >= 0) this.box.scrollTop = Math.max(0, (place - above) * this.rowHeight);
  }

  /** @param {boolean} on */
  whole(on) {
    this.onPaper = on;
    this._window(true);
  }

  svg() {
    return "";
  }

  destroy() {
    this.observer.disconnect();
    this.box.remove();
  }
}

const gap = () => h("tr", { class: "gap", "aria-hidden": "true" }, h("td", { colspan: COLUMNS.length }));
