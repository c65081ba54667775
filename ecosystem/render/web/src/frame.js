/** The frame that the parts stand in: the stage with its zoom buttons, the skip link, the text twin, language and theme. */

import { h, nameTool, put, setText } from "./dom.js";
import { tool } from "./header.js";
import { showEverything } from "./state.js";
import { written } from "./twin.js";
import { work } from "./work.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./types.js").Scene} Scene */

const ZOOM = 1.4;

/** The page around the picture. */
export class Frame {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.stage = h("div", { class: "stage", id: "stage", role: "tabpanel", tabindex: "-1" });
    this.zoomTools = {
      "zoom.in": tool("plus", () => app.view?.zoom(ZOOM)),
      "zoom.out": tool("minus", () => app.view?.zoom(1 / ZOOM)),
      "zoom.fit": tool("fit", () => app.view?.fit()),
    };
    this.zooming = h("div", { class: "zooming", role: "group" }, Object.values(this.zoomTools));
    this.prompt = h("p", { class: "prompt", hidden: true });
    this.skip = h("button", { type: "button", class: "skip", on: { click: () => this.readAsText() } });
    this.toMap = h("button", { type: "button", class: "skip", on: { click: () => this.enter() } });
    this.why = h("p");
    this.all = this._everything();
    this.nothing = h("div", { class: "nothing", hidden: true }, this.why, this.all);
    const whole = () => app.store.change((state) => ({ ...state, embed: false }));
    this.full = h("button", { type: "button", class: "full-map", on: { click: whole } });
    this.live = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  }

  _everything() {
    return h("button", { type: "button", class: "action", on: { click: () => this.app.store.change(showEverything) } });
  }

  /** Into the picture, past all filters: to what in it takes the keys. */
  enter() {
    const inside = this.stage.querySelector(".view:not([hidden]) [tabindex='0']");
    /** @type {HTMLElement} */ (inside ?? this.stage).focus();
  }

  /** Put all parts into the page. @param {HTMLElement} root */
  build(root) {
    const { header, viewbar, drawer, panel, timebar, storybar, strip, toast } = this.app;
    const over = [
      this.app.sheet.element,
      this.nothing,
      strip.element,
      this.zooming,
      this.prompt,
      storybar.element,
      this.full,
    ];
    const centre = h("main", { class: "centre" }, this.stage, over);
    const shade = h("div", { class: "shade", on: { click: () => this.app.toggleDrawer(false) } });
    const sides = [drawer.element, shade, centre, panel.element];
    root.replaceChildren(
      this.skip,
      this.toMap,
      header.element,
      viewbar.element,
      ...sides,
      timebar.element,
      toast.element,
      this.live,
    );
  }

  /** @param {Scene} scene */
  update(scene) {
    const { state, text } = scene;
    this._page(scene);
    this.app.panel.grip.update(scene);
    this._nameText();
    setText(this.skip, text("skip"));
    setText(this.toMap, text("skip.map"));
    this._tellNothing(scene);
    setText(this.full, text("embed.full"));
    put(this.zooming, "aria-label", text("zoom.label"));
    for (const [key, button] of Object.entries(this.zoomTools)) nameTool(button, text(key));
    put(this.stage, "aria-labelledby", `tab-${state.view}`);
    put(this.stage, "aria-label", text(`view.${state.view}`));
    const { asking, model } = this.app;
    this.prompt.hidden = asking === null;
    if (asking) setText(this.prompt, text(`ask.${asking.purpose}`, scene.label(model.index.get(asking.first) ?? 0)));
  }

  /** The text is a place of the page only while it is read; then it is its main one. */
  _nameText() {
    const place = document.getElementById("twin")?.parentElement;
    if (!place) return;
    put(place, "aria-label", this.app.title());
    const closed = !document.body.classList.contains("reading");
    if (place.hidden !== closed) place.hidden = closed;
  }

  /** An empty picture says why it is empty, and how to fill it. @param {Scene} scene */
  _tellNothing({ visible, text }) {
    this.nothing.hidden = visible.some((level) => level > 0);
    setText(this.why, text(visible.length ? "nothing.shown" : "nothing.there"));
    setText(this.all, text("chips.clear"));
    this.all.hidden = !visible.length;
  }

  /** Language, theme, title and the classes that the style sheets hang on. @param {Scene} scene */
  _page({ state, selected, label }) {
    const page = document.documentElement;
    const { classList } = document.body;
    put(page, "lang", state.lang);
    put(page, "data-theme", state.theme);
    put(document.body, "data-view", state.view);
    const classes = {
      embed: state.embed,
      "drawer-open": this.app.drawerOpen,
      "panel-open": selected.size > 0 || state.path !== null,
      telling: state.story !== null,
      asking: this.app.asking !== null,
    };
    for (const [name, on] of Object.entries(classes)) if (classList.contains(name) !== on) classList.toggle(name, on);
    const [first] = selected;
    const title = first === undefined ? this.app.title() : `${label(first)} · ${this.app.title()}`;
    if (document.title !== title) document.title = title;
  }

  /** Show the text twin in place of the picture, and come back from it. */
  readAsText() {
    const twin = /** @type {HTMLDetailsElement | null} */ (document.getElementById("twin"));
    if (!twin) return;
    const place = /** @type {HTMLElement} */ (twin.parentElement);
    const leave = () => {
      document.body.classList.remove("reading");
      place.removeAttribute("role");
      this._nameText();
      heading.remove();
      back.remove();
      this.stage.focus();
    };
    const words = this.app.text("twin.back");
    const back = h("button", { type: "button", class: "action back", on: { click: leave } }, words);
    const heading = h("h1", {}, this.app.title());
    document.body.classList.add("reading");
    this._nameText();
    place.setAttribute("role", "main");
    twin.open = true;
    twin.prepend(heading, back);
    work.begin(twin, written(twin, this.app.store.state.lang), { urgent: true });
    back.focus();
  }
}
