/** The head of the page: title and question, search, the tools. */

import { fill, h, nameTool, put, setText } from "./dom.js";
import { inLanguage } from "./i18n.js";
import { icon } from "./icons.js";
import { Menu } from "./menu.js";
import { SearchBox } from "./searchbox.js";
import { shareMenu } from "./share.js";

/** @typedef {import("./app.js").App} App */

const THEMES = /** @type {const} */ (["auto", "light", "dark"]);
const THEME_ICON = { auto: "auto", light: "sun", dark: "moon" };

/** A square button with an icon and a name. @param {string} name @param {() => void} click @param {Record<string, any>} [more] */
export function tool(name, click, more = {}) {
  return h("button", { type: "button", class: "tool", ...more, on: { click } }, icon(name));
}

/** Give a tool another icon. @param {HTMLElement} element @param {string} name */
export function showIcon(element, name) {
  if (element.dataset.icon === name) return;
  element.dataset.icon = name;
  fill(element, icon(name));
}

/** The head of the page. */
export class Header {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { store } = app;
    this.search = new SearchBox(app);
    this.title = h("h1");
    this.question = h("p", { class: "question" });
    this.undo = tool("undo", () => store.undo());
    this.redo = tool("redo", () => store.redo());
    this.lang = h("button", { type: "button", class: "tool wide", on: { click: () => app.toggleLanguage() } });
    this.theme = tool("auto", () => this._nextTheme());
    this.share = new Menu("share", shareMenu(app));
    this.help = tool("help", () => app.help.open());
    this.element = h(
      "header",
      { class: "header" },
      h("div", { class: "heading" }, this.title, this.question),
      this.search.element,
      h("div", { class: "tools" }, this.undo, this.redo, this.lang, this.theme, this.share.element, this.help),
    );
  }

  _nextTheme() {
    this.app.store.change((state) => ({ ...state, theme: THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length] }));
    this.app.announce(this.app.text(`theme.${this.app.store.state.theme}`));
  }

  /** @param {import("./types.js").Scene} scene */
  update(scene) {
    const { state, text } = scene;
    const { map } = this.app.model;
    setText(this.title, inLanguage(map.title, state.lang));
    setText(this.question, inLanguage(map.question, state.lang));
    this.search.update(scene);
    this.undo.disabled = !this.app.store.canUndo;
    this.redo.disabled = !this.app.store.canRedo;
    nameTool(this.undo, text("tool.undo"));
    nameTool(this.redo, text("tool.redo"));
    nameTool(this.help, text("tool.help"));
    setText(this.lang, state.lang === "zh" ? "English" : "中文");
    put(this.lang, "lang", state.lang === "zh" ? "en" : "zh");
    nameTool(this.lang, state.lang === "zh" ? "English" : "中文");
    showIcon(this.theme, THEME_ICON[state.theme]);
    nameTool(this.theme, text("tool.theme", text(`theme.${state.theme}`)));
    this.share.update(text);
  }
}
