/** Time at the foot of the page: a slider, playing, the two dates that matter, and the difference of two dates. */

import { ALWAYS, earliest, formatDate, isoOfMonth, latest, monthOf } from "./dates.js";
import { h, nameTool, put, setText } from "./dom.js";
import { fading } from "./fade.js";
import { showIcon, tool } from "./header.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */

const FIRST = monthOf(earliest("2013-01"));
const ARTICLE = "article-2014";
const TICK = 110;

/** @param {import("./types.js").Model} model @returns {string | null} when the article was written, where the map is about it */
export function articleDate(model) {
  return model.references.find(({ id }) => id === ARTICLE)?.date?.slice(0, 7) ?? null;
}

/** Whether anything on a map has a date. @param {import("./types.js").Model} model */
function isDated(model) {
  const given = (/** @type {{since: string | null, until: string | null}} */ { since, until }) => since ?? until;
  for (let i = 0; i < model.n; i++) if (given(model.dates(i)) || model.known[i] > ALWAYS) return true;
  for (let k = 0; k < model.m; k++) if (given(model.edgeDates(k))) return true;
  return false;
}

/** @param {App} app @param {(month: string) => void} change @param {() => void} rest the hand is off again @param {string} id */
function slider(app, change, rest, id) {
  return h("input", {
    type: "range",
    id,
    min: FIRST,
    max: monthOf(app.maker.today),
    step: 1,
    on: {
      input: (/** @type {Event} */ event) =>
        change(isoOfMonth(Number(/** @type {HTMLInputElement} */ (event.target).value))),
      pointerup: rest,
      keyup: rest,
      blur: rest,
    },
  });
}

/** The row at the foot of the page. */
export class TimeBar {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.article = articleDate(app.model);
    this.today = isoOfMonth(monthOf(app.maker.today));
    /** Whether there is anything that a date could tell. */
    this.dated = isDated(app.model);
    this.timer = 0;
    /** Whether the hand is on a slider: undo takes the whole movement back. */
    this.sliding = false;
    const change = (/** @type {string} */ key) => (/** @type {string} */ month) => {
      const step = !this.sliding;
      this.sliding = true;
      app.store.change((state) => ({ ...state, [key]: month }), { step });
    };
    const rest = () => {
      this.sliding = false;
    };
    this.slider = slider(app, change("date"), rest, "time");
    this.before = slider(app, change("against"), rest, "before-time");
    this.play = tool("play", () => this.toggle());
    this.now = h("output", { class: "now", for: "time" });
    this.slider.addEventListener("pointerdown", () => this.pause());
    this.buttons = this._buttons();
    this.presets = fading(h("div", { class: "presets", role: "group" }, Object.values(this.buttons)));
    this.tints = h("p", { class: "tints", hidden: true });
    this.beforeLabel = h("output", { class: "since", for: "before-time", hidden: true });
    this.beforeRow = h("div", { class: "before", hidden: true }, this.before);
    this.years = this._years();
    this.element = h(
      "section",
      { class: "timebar", id: "timebar" },
      this.play,
      h("div", { class: "track" }, this.beforeRow, h("div", { class: "line" }, this.slider, this.years)),
      this.beforeLabel,
      this.now,
      this.presets,
      this.tints,
    );
  }

  _buttons() {
    const button = (/** @type {(state: import("./types.js").State) => import("./types.js").State} */ transition) =>
      h("button", {
        type: "button",
        class: "preset",
        "aria-pressed": "false",
        on: { click: () => this._jump(transition) },
      });
    const all = button((state) => ({ ...state, date: null, against: null }));
    const today = button((state) => ({ ...state, date: this.today, against: null }));
    const difference = button((state) =>
      state.against
        ? { ...state, against: null }
        : {
            ...state,
            against: this.article ?? "2014-11",
            date: state.date && state.date !== this.article ? state.date : this.today,
          },
    );
    if (!this.article) return { all, today, difference };
    return { all, article: button((state) => ({ ...state, date: this.article, against: null })), today, difference };
  }

  /** @param {(state: import("./types.js").State) => import("./types.js").State} transition */
  _jump(transition) {
    this.pause();
    this.app.store.change(transition);
  }

  _years() {
    const last = monthOf(this.app.maker.today);
    const years = [];
    for (let month = FIRST; month <= last; month += 12) {
      years.push(h("span", { vars: { at: (month - FIRST) / (last - FIRST) } }, String(month / 12)));
    }
    return h("div", { class: "years", "aria-hidden": "true" }, years);
  }

  /** @returns {boolean} */
  get playing() {
    return this.timer !== 0;
  }

  /** Whether dates come in a stream: from the hand on the slider, or because time plays. */
  get moving() {
    return this.playing || this.sliding;
  }

  toggle() {
    if (!this.dated) return;
    if (this.playing) this.pause();
    else this.start();
  }

  start() {
    const last = Number(this.slider.max);
    const { date } = this.app.store.state;
    const from = date ? monthOf(earliest(date)) : last;
    this.app.store.change((state) => ({ ...state, date: isoOfMonth(from >= last ? FIRST : from) }));
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.timer = Number(setInterval(() => this.step(calm ? 6 : 1), calm ? TICK * 6 : TICK));
    this._drawPlay();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this._drawPlay();
  }

  /** Move by months. @param {number} months @param {boolean} [step] whether undo comes back to where it was */
  step(months, step = false) {
    if (!this.dated) return;
    const { date } = this.app.store.state;
    const last = Number(this.slider.max);
    const next = Math.max(FIRST, Math.min(last, (date ? monthOf(latest(date)) : last) + months));
    if (next === last) this.pause();
    this.app.store.change((state) => ({ ...state, date: isoOfMonth(next) }), { step });
  }

  _drawPlay() {
    showIcon(this.play, this.playing ? "pause" : "play");
    nameTool(this.play, this.app.text(this.playing ? "time.pause" : "time.play"));
  }

  /** @param {Scene} scene */
  update(scene) {
    const { state, text } = scene;
    put(this.element, "aria-label", text("time.label"));
    this.element.hidden = !this.dated;
    this._drawPlay();
    const { date, against, lang } = state;
    const month = date ? monthOf(latest(date)) : Number(this.slider.max);
    if (this.slider.value !== String(month)) this.slider.value = String(month);
    const shown = date ? formatDate(date, lang) : text("time.all");
    setText(this.now, shown);
    put(this.slider, "aria-label", text("time.slider"));
    put(this.slider, "aria-valuetext", shown);
    this.element.classList.toggle("timeless", date === null);
    this._fill(this.slider, month);
    this._updateBefore(against, lang, text);
    this._updateButtons(state, text);
    this._updateTints(scene);
  }

  /** How far the bar of a slider is filled. @param {HTMLElement} slider @param {number} month */
  _fill({ style }, month) {
    const at = String((month - FIRST) / (Number(this.slider.max) - FIRST || 1));
    if (style.getPropertyValue("--at") !== at) style.setProperty("--at", at);
  }

  /** @param {string | null} against @param {import("./types.js").Language} lang @param {Scene["text"]} text */
  _updateBefore(against, lang, text) {
    this.beforeRow.hidden = this.beforeLabel.hidden = against === null;
    if (!against) return;
    const month = monthOf(latest(against));
    this.before.value = String(month);
    this._fill(this.before, month);
    const shown = formatDate(against, lang);
    setText(this.beforeLabel, text("time.since", shown));
    put(this.before, "aria-label", text("time.before"));
    put(this.before, "aria-valuetext", shown);
  }

  /** @param {import("./types.js").State} state @param {Scene["text"]} text */
  _updateButtons({ date, against }, text) {
    const pressed = /** @type {Record<string, boolean>} */ ({
      all: date === null && against === null,
      article: date === this.article && against === null,
      today: date === this.today && against === null,
      difference: against !== null,
    });
    for (const [name, button] of Object.entries(this.buttons)) {
      setText(button, text(`time.preset.${name}`));
      put(button, "aria-pressed", String(pressed[name]));
    }
    put(this.presets, "aria-label", text("time.presets"));
  }

  /** @param {Scene} scene */
  _updateTints({ tint, text }) {
    this.tints.hidden = tint === null;
    if (!tint) return;
    const counts = [0, 0, 0, 0];
    for (const one of tint) counts[one]++;
    const words = ["", "new", "ended", "changed"].map(
      (name, t) => name && h("span", { class: `tint ${name}` }, text(`tint.${name}`, counts[t])),
    );
    this.tints.replaceChildren(...words.filter((word) => word !== ""));
  }
}
