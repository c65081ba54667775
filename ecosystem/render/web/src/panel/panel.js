/** The right panel: everything known of the selected node, or two or three of them side by side. */

import { formatDate, formatInterval } from "../dates.js";
import { fill, h, nameTool, put } from "../dom.js";
import { STATUS } from "../facets.js";
import { tool } from "../header.js";
import { inLanguage } from "../i18n.js";
import { icon, mark } from "../icons.js";
import { focusOn, hide, select } from "../state.js";
import { work } from "../work.js";
import { comparison } from "./comparison.js";
import { addresses, cycles, figures, milestones, names, notes, section } from "./facts.js";
import { Grip } from "./grip.js";
import { alternativesSection, fateSection, pathSection, toldByFate } from "./insight.js";
import { relationSections } from "./relations.js";
import { removalSection } from "./removal.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../types.js").Scene} Scene */

const MOST_COMPARED = 3;
/** Of many that are selected so many can be taken out by name. */
const MOST_NAMED = 12;
/** Rows of a list that are there at first, and that follow in one step: to lay out a row takes longer than to make it. */
const ROWS = 6;

/** @param {Element | null} element */
const nameOf = (element) => element?.getAttribute("aria-label") ?? element?.textContent ?? "";

/** The right side of the page; on a phone a sheet from below. */
export class Panel {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.body = h("div", { class: "panel-body", tabindex: "-1", on: { scroll: () => this._scrolled() } });
    /** Whether the reader has scrolled: to ask for it would lay out the page. */
    this.down = false;
    this.close = tool("close", () => app.closePanel(), { class: "tool close" });
    this.grip = new Grip(() => this.body.scrollTo(0, 0));
    this.grip.listen(this.body);
    this.element = h("aside", { class: "panel", id: "panel", hidden: true }, this.grip.element, this.close, this.body);
    /** Where the alternatives come to stand: they are worked out after the first frame. */
    this.slot = h("div");
    /** Whether the focus is to come here when the panel is drawn next. */
    this.wanted = false;
    /** @type {unknown[]} */
    this.last = [];
  }

  /** @param {Scene} scene */
  update(scene) {
    const { state, text, selected, life } = scene;
    const asked = state.path !== null || selected.size > 0;
    this.element.hidden = !asked;
    nameTool(this.close, text("panel.close"));
    put(this.element, "aria-label", text("panel.label"));
    put(this.element, "lang", state.lang);
    const now = [selected, state.lang, state.path, state.focus, life, state.path ? scene.paths : null];
    if (now.every((value, i) => value === this.last[i])) return;
    const moved = selected !== this.last[0] || state.path !== this.last[2];
    this.last = now;
    work.cancel(this);
    const held = this.element.contains(document.activeElement) && nameOf(document.activeElement);
    if (!asked) {
      fill(this.body);
      if (held !== false) this.app.frame.stage.focus({ preventScroll: true });
      return;
    }
    const nodes = [...selected];
    fill(this.body, ...this._content(nodes, scene));
    const later = this._holdBack();
    if (this.wanted || (held !== false && document.activeElement === document.body)) this._focusAgain(held || "");
    work.begin(this, this._rest(nodes, later));
    if (moved && this.down) requestAnimationFrame(() => this.body.scrollTo(0, 0));
  }

  /** The focus goes back to the button that had it, or else to the heading. @param {string} name */
  _focusAgain(name) {
    const buttons = this.wanted ? [] : Array.from(this.body.querySelectorAll("button"));
    this.wanted = false;
    const same = buttons.find((button) => nameOf(button) === name);
    if (same) same.focus({ preventScroll: true });
    else this.focus();
  }

  _scrolled() {
    this.down = this.body.scrollTop > 0;
  }

  /** @param {number[]} nodes @param {Scene} scene */
  _content(nodes, { state, text }) {
    const { model } = this.app;
    const ends = (state.path ?? []).map((id) => model.index.get(id)).filter((i) => i !== undefined);
    const path = ends.length === 2 ? [pathSection(this.app, ends[0], ends[1])] : [];
    if (ends.length < 2 && state.path) path.push(h("p", { class: "hint" }, text("path.unknown")));
    if (nodes.length === 0) return [h("h2", { tabindex: "-1" }, text("path.label")), ...path];
    if (nodes.length === 1) return [...this._head(nodes[0]), ...path, ...this._node(nodes[0])];
    return [
      h("h2", { tabindex: "-1" }, text("compare.title")),
      this._pairActions(nodes),
      ...path,
      ...this._several(nodes),
    ];
  }

  /** @param {number[]} nodes */
  _several(nodes) {
    const compared = comparison(this.app, nodes.slice(0, MOST_COMPARED));
    if (nodes.length <= MOST_COMPARED) return [h("p", { class: "hint" }, this.app.text("compare.hint")), compared];
    return [h("p", { class: "hint" }, this.app.text("compare.many", nodes.length, MOST_COMPARED)), compared];
  }

  /** @param {number} i */
  _head(i) {
    const { model, text } = this.app;
    const { lang } = this.app.store.state;
    const other = model.name(i, lang === "zh" ? "en" : "zh");
    const name = model.name(i, lang);
    const kind = h(
      "p",
      { class: "kind" },
      mark(model.kindOf(i)),
      inLanguage(model.kindOf(i).label, lang),
      this._status(i),
    );
    const title = h(
      "h2",
      { tabindex: "-1" },
      name,
      other !== name && h("small", { lang: lang === "zh" ? "en" : "zh" }, other),
    );
    const summary = model.summary(i, lang);
    const { since, until } = model.dates(i);
    const when = formatInterval(since, until, lang);
    const silent =
      STATUS[this.app.scene.life[i]] === "dormant" && text("panel.silent", formatDate(model.sign(i), lang));
    return [
      h(
        "div",
        { class: "panel-head" },
        kind,
        title,
        (when || silent) &&
          h("p", { class: "life-span" }, [when, silent].filter(Boolean).join(lang === "zh" ? "；" : "; ")),
        summary && h("p", { class: "summary" }, summary),
      ),
      this._actions(i, text),
    ];
  }

  /** @param {number} i */
  _status(i) {
    const status = STATUS[this.app.scene.life[i]];
    if (status === "unknown" || status === "none") return null;
    const { date, lang } = this.app.store.state;
    const word = this.app.text(`status.short.${status}`);
    return h(
      "span",
      { class: `badge ${status}` },
      date ? this.app.text("status.on", word, formatDate(date, lang)) : word,
    );
  }

  /** @param {number} i @param {App["text"]} text */
  _actions(i, text) {
    const { store, model, text: say } = this.app;
    const { focus, path } = store.state;
    const id = model.id[i];
    const focused = focus?.node === id;
    const button = (
      /** @type {string} */ name,
      /** @type {string} */ key,
      /** @type {() => void} */ click,
      /** @type {Record<string, any>} */ more = {},
    ) => h("button", { type: "button", class: "action", ...more, on: { click } }, icon(name), text(key));
    const depth = (/** @type {number} */ by) =>
      store.change((state) => focusOn(state, id, (state.focus?.depth ?? 1) + by));
    const focusing = button(
      "focus",
      "action.focus",
      () => store.change((state) => (focused ? { ...state, focus: null } : focusOn(state, id))),
      { "aria-pressed": String(focused) },
    );
    const wider = focused && [
      tool("minus", () => depth(-1), { "aria-label": say("action.nearer"), "data-tooltip": say("action.nearer") }),
      h("span", { class: "depth" }, say("action.depth", focus?.depth ?? 1)),
      tool("plus", () => depth(1), { "aria-label": say("action.wider"), "data-tooltip": say("action.wider") }),
    ];
    return h(
      "div",
      { class: "actions" },
      focusing,
      ...(wider || []),
      button("path", path ? "action.unpath" : "action.path", () =>
        path ? store.change((state) => ({ ...state, path: null })) : this.app.askForSecond(i, "path"),
      ),
      button("compare", "action.compare", () => this.app.askForSecond(i, "compare")),
      button("hide", "action.hide", () => store.change((state) => hide(state, id))),
    );
  }

  /** @param {number[]} nodes */
  _pairActions(nodes) {
    const { store, model, text } = this.app;
    const [a, b] = nodes.map((i) => model.id[i]);
    const path = h(
      "button",
      {
        type: "button",
        class: "action",
        on: { click: () => store.change((state) => ({ ...state, path: [a, b], focus: null })) },
      },
      icon("path"),
      text("action.pathBetween"),
    );
    const more = h(
      "button",
      { type: "button", class: "action", on: { click: () => this.app.askForSecond(nodes[0], "compare") } },
      icon("compare"),
      text("action.compareMore"),
    );
    const drop = nodes.slice(0, MOST_NAMED).map((i) => this._drop(i));
    return h("div", { class: "actions" }, drop, nodes.length === 2 && [path, more]);
  }

  /** What takes a node out of the selection. @param {number} i */
  _drop(i) {
    const { store, model, text } = this.app;
    const name = model.name(i, store.state.lang);
    const click = () => store.change((state) => select(state, model.id[i], true));
    return h(
      "button",
      { type: "button", class: "chip", "aria-label": text("chips.remove", name), on: { click } },
      h("span", {}, name),
      icon("close"),
    );
  }

  /** What is read first. @param {number} i */
  _node(i) {
    const { app } = this;
    this.slot = h("div");
    return [fateSection(app, i), this.slot, milestones(app, i)];
  }

  /** Take the later rows of long lists out of the page. @returns {[Element, Element[]][]} each list with what is to follow */
  _holdBack() {
    return [...this.body.querySelectorAll("ol, ul")].map((list) => {
      const rows = [...list.children].slice(ROWS);
      for (const row of rows) row.remove();
      return [list, rows];
    });
  }

  /** What stands further down follows after the first frame, laid out step by step. @param {number[]} nodes @param {[Element, Element[]][]} later @returns {Generator<unknown, void>} */
  *_rest([i, ...others], later) {
    for (const [list, rows] of later) {
      for (let at = 0; at < rows.length; at += ROWS) {
        list.append(...rows.slice(at, at + ROWS));
        yield this.body.offsetHeight;
      }
    }
    if (i === undefined || others.length) return;
    for (const [place, made] of this._sections(i)) {
      if (made) place.append(made);
      yield this.body.offsetHeight;
    }
  }

  /** Sections that follow, each with where it stands; one family of relations after another, as of a hub there are many. @param {number} i @returns {Generator<[Element, Element | null], void>} */
  *_sections(i) {
    const { app, body, slot } = this;
    yield [slot, alternativesSection(app, i)];
    const relations = section(app.text("panel.relations"));
    for (const family of relationSections(app, i, toldByFate(app, i))) {
      if (!relations.isConnected) yield [body, relations];
      yield [relations, family];
    }
    yield [slot, removalSection(app, i)];
    for (const make of [figures, cycles, names, notes, addresses]) yield [body, make(app, i)];
  }

  focus() {
    /** @type {HTMLElement} */ (this.body.querySelector("h2") ?? this.close).focus({ preventScroll: true });
  }
}
