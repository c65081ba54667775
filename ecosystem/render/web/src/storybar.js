/** A guided tour: each step is a state of the page with a caption. */

import { h, nameTool, put, setText } from "./dom.js";
import { showIcon, tool } from "./header.js";
import { inLanguage } from "./i18n.js";
import { icon } from "./icons.js";
import { initialState } from "./state.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").State} State */

const READING = 7000;
/** What the reader keeps through the tour. */
const KEPT = /** @type {const} */ (["lang", "theme", "embed"]);

/** @param {State} state @param {import("./types.js").StoryStep[]} story @param {number | null} step @returns {State} */
export function tellStep(state, story, step) {
  if (step === null || !story[step]) return { ...state, story: null };
  const own = Object.fromEntries(KEPT.map((name) => [name, state[name]]));
  return { ...initialState(), ...story[step].state, ...own, story: step };
}

/** A link that names only a step of the tour shows that step. @param {State} state @param {import("./types.js").StoryStep[]} story @returns {State} */
export function tellLinked(state, story) {
  const { selected, date, against, focus } = state;
  return state.story === null || selected.length || date || against || focus
    ? state
    : tellStep(state, story, state.story);
}

/** The caption over the picture. */
export class StoryBar {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.timer = 0;
    this.caption = h("p", { "aria-live": "polite" });
    this.place = h("span", { class: "place" });
    this.back = tool("previous", () => this.go(-1));
    this.next = tool("next", () => this.go(1));
    this.play = tool("play", () => this.toggle());
    this.leave = tool("close", () => this.stop());
    const controls = h("div", { class: "controls" }, this.back, this.play, this.next, this.place, this.leave);
    this.element = h("section", { class: "storybar", hidden: true }, this.caption, controls);
    /** Buttons that begin the tour: one where there is room, one in the legend strip. */
    this.begins = [this._begin(), this._begin()];
  }

  _begin() {
    const begin = h(
      "button",
      { type: "button", class: "begin", on: { click: () => this.show(0) } },
      icon("story"),
      h("span"),
    );
    begin.hidden = !this.app.model.story.length;
    return begin;
  }

  /** @param {number | null} step */
  show(step) {
    this.app.store.change((state) => tellStep(state, this.app.model.story, step));
    const { selected, state } = this.app.scene;
    const [first] = selected;
    if (first !== undefined && !state.focus) this.app.centre(first); // a neighbourhood is framed whole by its view
  }

  /** @param {number} by */
  go(by) {
    const { story } = this.app.model;
    const next = (this.app.store.state.story ?? -1) + by;
    if (next >= 0 && next < story.length) this.show(next);
    if (next >= story.length - 1) this._pause();
  }

  toggle() {
    if (this.timer) this._pause();
    else this.timer = Number(setInterval(() => this.go(1), READING));
    this._drawPlay();
  }

  stop() {
    this._pause();
    this.show(null);
    for (const begin of this.begins) if (begin.offsetParent) begin.focus();
  }

  _pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this._drawPlay();
  }

  _drawPlay() {
    showIcon(this.play, this.timer ? "pause" : "play");
    nameTool(this.play, this.app.text(this.timer ? "story.pause" : "story.play"));
  }

  /** @param {import("./types.js").Scene} scene */
  update({ state, text }) {
    const { story } = this.app.model;
    const step = state.story;
    for (const begin of this.begins) setText(/** @type {Element} */ (begin.lastElementChild), text("story.begin"));
    this.element.hidden = step === null || !story[step];
    if (step === null || !story[step]) return;
    put(this.element, "aria-label", text("story.label"));
    setText(this.caption, inLanguage(story[step].caption, state.lang));
    setText(this.place, `${step + 1} / ${story.length}`);
    this.back.disabled = step === 0;
    this.next.disabled = step === story.length - 1;
    nameTool(this.back, text("story.back"));
    nameTool(this.next, text("story.next"));
    nameTool(this.leave, text("story.leave"));
    this._drawPlay();
  }
}
