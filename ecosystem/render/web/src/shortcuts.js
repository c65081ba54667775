/** Keys that work everywhere on the page, except while typing; those of a single letter only while the reader wants them. */

import { singleKeys } from "./settings.js";
import { select, VIEWS } from "./state.js";

/** @typedef {import("./app.js").App} App */

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches("input:not([type=range]), textarea, select");

/** @param {App} app @returns {Record<string, () => void>} */
function keys(app) {
  const { store } = app;
  return {
    "/": () => app.header.search.focus(),
    "?": () => app.help.open(),
    f: () => app.focusSelected(),
    h: () => app.hideSelected(),
    d: () => app.toggleDrawer(),
    l: () => app.toggleLanguage(),
    t: () => app.header.theme.click(),
    p: () => app.timebar.toggle(),
    "[": () => app.timebar.step(-1, true),
    "]": () => app.timebar.step(1, true),
    "+": () => app.view?.zoom(1.3),
    "=": () => app.view?.zoom(1.3),
    "-": () => app.view?.zoom(1 / 1.3),
    0: () => app.view?.fit(),
    ...Object.fromEntries(
      VIEWS.map((view, place) => [String(place + 1), () => store.change((state) => ({ ...state, view }))]),
    ),
  };
}

/** @param {App} app */
function leave(app) {
  if (app.stopAsking()) return;
  if (app.drawerOpen && app.narrow) app.toggleDrawer(false);
  else if (app.store.state.story !== null) app.storybar.stop();
  else if (app.store.state.path) app.store.change((state) => ({ ...state, path: null }));
  else app.store.change((state) => select(state, null));
}

/** @param {App} app */
export function listenToKeys(app) {
  const commands = keys(app);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y")) {
      if (key === "y" || event.shiftKey) app.store.redo();
      else app.store.undo();
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === "Escape") leave(app);
    else if (singleKeys() && Object.hasOwn(commands, key)) commands[key]();
    else return;
    event.preventDefault();
  });
}
