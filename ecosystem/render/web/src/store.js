/** The one place that holds the state: history, listeners, and the address bar. */

import { advance, decodeState, encodeState, redo, startHistory, undo, VIEWS } from "./state.js";

/** @typedef {import("./types.js").State} State */

/** Changes that come in a stream (a slider, typing) reach the address bar when they pause. */
const SETTLED = 300;

/** Holds the state and tells listeners when it changed. */
export class Store {
  /** @param {State} start @param {Window} [view]  whose address bar to keep; none in tests */
  constructor(start, view) {
    this.start = start;
    this.window = view;
    /** @type {((state: State, step: boolean) => void)[]} */
    this.listeners = [];
    this.timer = 0;
    /** What a link that says little stands for: a step of the tour. @type {(state: State) => State} */
    this.complete = (state) => state;
    /** Whether the address bar has yet to hear of a step that the back button can come back from. */
    this.stepped = false;
    /** What the address asked for in vain. @type {string[]} */
    this.lost = [];
    this.whenRead = () => {};
    this.history = startHistory(view ? this._read() : start);
    /** Where in the history the last change led. @type {"undo" | "redo" | ""} */
    this.moved = "";
    view?.addEventListener("popstate", () => this.readAddress());
    view?.addEventListener("hashchange", () => this.readAddress());
  }

  /** @returns {State} */
  get state() {
    return this.history.present;
  }

  /** A listener also hears whether the change is a step or part of a stream. @param {(state: State, step: boolean) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /** Apply a transition. With `step` false it is part of a stream: undo does not stop there. @param {(state: State) => State} transition @param {{step?: boolean}} [options] */
  change(transition, { step = true } = {}) {
    this._become(advance(this.history, transition(this.state), step), step);
  }

  undo() {
    this._become(undo(this.history), true, "undo");
  }

  redo() {
    this._become(redo(this.history), true, "redo");
  }

  get canUndo() {
    return this.history.past.length > 0;
  }

  get canRedo() {
    return this.history.future.length > 0;
  }

  /** The address of what is seen now. @returns {string} */
  get address() {
    const base = this.window?.location.href.split("#")[0] ?? "";
    return `${base}#${encodeState(this.state)}`;
  }

  /** Follow the address bar: the back button, a link pasted over it. */
  readAddress() {
    const state = this.complete(this._read());
    if (encodeState(state) !== encodeState(this.state)) {
      this.history = advance(this.history, state);
      this.moved = "";
      this._tell();
    }
    this.tidy();
    this.whenRead();
  }

  /** The address says what is seen, and nothing else; an empty one stays empty. */
  tidy() {
    if (this.asked.length > 1) this._writeAddress("replaceState");
  }

  get asked() {
    return this.window?.location.hash ?? "";
  }

  /** What the address asks for; a view that there is not is kept in mind. @returns {State} */
  _read() {
    const view = new URLSearchParams(this.asked.slice(1)).get("view");
    if (view && !VIEWS.some((name) => name === view)) this.lost.push(view);
    return decodeState(this.asked, this.start);
  }

  /** @param {import("./state.js").History} history @param {boolean} step @param {Store["moved"]} [moved] */
  _become(history, step, moved = "") {
    if (history.present === this.history.present) return;
    this.moved = moved;
    if (this.stepped) this._write();
    this.history = history;
    this._tell(step);
    this._writeSoon(step);
  }

  /** The address bar costs the browser some milliseconds: it follows in a task of its own. @param {boolean} step */
  _writeSoon(step) {
    clearTimeout(this.timer);
    this.stepped ||= step;
    this.timer = Number(setTimeout(() => this._write(), this.stepped ? 0 : SETTLED));
  }

  /** Each step has an entry of its own: one that is still to be written is written before the next. */
  _write() {
    clearTimeout(this.timer);
    this._writeAddress(this.stepped ? "pushState" : "replaceState");
    this.stepped = false;
  }

  /** @param {boolean} [step] */
  _tell(step = true) {
    for (const listener of this.listeners) listener(this.state, step);
  }

  /** A frame without an address of its own (a notebook's) refuses: then the state lives in the page only. @param {"pushState" | "replaceState"} how */
  _writeAddress(how) {
    const fragment = `#${encodeState(this.state)}`;
    if (!this.window || fragment === this.window.location.hash) return;
    try {
      this.window.history[how](null, "", fragment);
    } catch {
      // Nothing is lost but the link.
    }
  }
}
